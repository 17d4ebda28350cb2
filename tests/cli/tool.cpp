// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/cli/tool.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <ostream>
#include <stdexcept>
#include <system_error>

namespace tvar::cli_test {
namespace {

namespace fs = std::filesystem;

int check(int result, const char* what) {
  if (result < 0) throw std::system_error(errno, std::generic_category(), what);
  return result;
}

// One way out of the child: a pipe, or a terminal in raw mode, which changes no byte.
class Channel {
 public:
  explicit Channel(bool terminal) { terminal ? open_terminal() : open_pipe(); }
  ~Channel() {
    close_child();
    ::close(ours_);
  }
  Channel(const Channel&) = delete;
  Channel& operator=(const Channel&) = delete;

  [[nodiscard]] int ours() const { return ours_; }
  [[nodiscard]] int childs() const { return childs_; }
  void close_child() {
    if (childs_ >= 0) ::close(childs_);
    childs_ = -1;
  }

  // Returns false at the end. A terminal ends with EIO when the child has gone.
  bool read_into(std::string& text) const {
    std::array<char, 65536> buffer{};
    const ssize_t count = ::read(ours_, buffer.data(), buffer.size());
    if (count > 0) text.append(buffer.data(), static_cast<std::size_t>(count));
    return count > 0 || (count < 0 && errno == EINTR);
  }

 private:
  void open_pipe() {
    std::array<int, 2> ends{};
    check(::pipe2(ends.data(), O_CLOEXEC), "pipe");
    ours_ = ends[0];
    childs_ = ends[1];
  }

  void open_terminal() {
    ours_ = check(::posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC), "posix_openpt");
    check(::grantpt(ours_), "grantpt");
    check(::unlockpt(ours_), "unlockpt");
    childs_ = check(::open(::ptsname(ours_), O_RDWR | O_NOCTTY | O_CLOEXEC), "ptsname");
    termios settings{};
    check(::tcgetattr(childs_, &settings), "tcgetattr");
    ::cfmakeraw(&settings);
    check(::tcsetattr(childs_, TCSANOW, &settings), "tcsetattr");
    winsize size{};
    size.ws_row = 24;
    size.ws_col = 80;
    check(::ioctl(ours_, TIOCSWINSZ, &size), "TIOCSWINSZ");
  }

  int ours_ = -1;
  int childs_ = -1;
};

std::vector<char*> pointers(std::vector<std::string>& strings) {
  std::vector<char*> list;
  for (std::string& text : strings) list.push_back(text.data());
  list.push_back(nullptr);
  return list;
}

std::vector<std::string> environment_of(const RunOptions& options) {
  std::map<std::string, std::string> variables = {
      {"PATH", "/usr/bin:/bin"}, {"LC_ALL", "C.UTF-8"}, {"TERM", "xterm"}};
  // The sanitizers' settings, and where a shared library was built, belong to the machine, not to the test.
  for (const char* name :
       {"ASAN_OPTIONS", "UBSAN_OPTIONS", "TSAN_OPTIONS", "LSAN_OPTIONS", "LD_LIBRARY_PATH"}) {
    if (const char* value = std::getenv(name)) variables[name] = value;
  }
  for (const auto& [name, value] : options.environment) variables[name] = value;
  std::vector<std::string> list;
  for (const auto& [name, value] : variables) list.push_back(name + "=" + value);
  return list;
}

int exit_code_of(pid_t child) {
  int status = 0;
  while (::waitpid(child, &status, 0) < 0) {
    if (errno != EINTR) throw std::system_error(errno, std::generic_category(), "waitpid");
  }
  return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}

// Reads until both ends are closed. `on_message` is called once, when the first bytes came from stderr.
template <typename Callback>
void read_both(Channel& out, Channel& err, Outcome& run, const Callback& on_message) {
  std::array<pollfd, 2> waiting = {pollfd{out.ours(), POLLIN, 0}, pollfd{err.ours(), POLLIN, 0}};
  while (waiting[0].fd >= 0 || waiting[1].fd >= 0) {
    if (::poll(waiting.data(), waiting.size(), -1) < 0 && errno != EINTR) break;
    if (waiting[0].revents != 0 && !out.read_into(run.out)) waiting[0].fd = -1;
    const bool silent = run.err.empty();
    if (waiting[1].revents != 0 && !err.read_into(run.err)) waiting[1].fd = -1;
    if (silent && !run.err.empty()) on_message();
  }
}

Outcome spawn(std::vector<std::string> command, const fs::path& folder, const fs::path& input,
              const RunOptions& options) {
  Channel out(options.terminal_out);
  Channel err(options.terminal_err);
  posix_spawn_file_actions_t actions;
  ::posix_spawn_file_actions_init(&actions);
  ::posix_spawn_file_actions_addchdir_np(&actions, folder.c_str());
  ::posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, input.c_str(), O_RDONLY, 0);
  ::posix_spawn_file_actions_adddup2(&actions, out.childs(), STDOUT_FILENO);
  ::posix_spawn_file_actions_adddup2(&actions, err.childs(), STDERR_FILENO);
  std::vector<std::string> environment = environment_of(options);
  pid_t child = 0;
  const int failure = ::posix_spawn(&child, command[0].c_str(), &actions, nullptr, pointers(command).data(),
                                    pointers(environment).data());
  ::posix_spawn_file_actions_destroy(&actions);
  if (failure != 0) throw std::system_error(failure, std::generic_category(), command[0]);
  out.close_child();
  err.close_child();
  Outcome run;
  read_both(out, err, run, [&] {
    if (options.signal_at_first_message != 0) ::kill(child, options.signal_at_first_message);
  });
  run.code = exit_code_of(child);
  return run;
}

}  // namespace

bool operator==(const Outcome& a, const Outcome& b) {
  return a.code == b.code && a.out == b.out && a.err == b.err;
}

void PrintTo(const Outcome& run, std::ostream* out) {
  *out << "exit code " << run.code << "\n--- stdout\n" << run.out << "--- stderr\n" << run.err << "---";
}

ToolTest::ToolTest() {
  std::string name = ::testing::TempDir() + "tvar_cli_XXXXXX";
  if (::mkdtemp(name.data()) == nullptr) throw std::system_error(errno, std::generic_category(), name);
  folder_ = fs::canonical(name);
}

ToolTest::~ToolTest() {
  std::error_code ignored;
  fs::remove_all(folder_, ignored);
}

void ToolTest::write(const fs::path& file, std::string_view text) const {
  const fs::path path = folder_ / file;
  fs::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary) << text;
}

Outcome ToolTest::tvar(const std::vector<std::string>& arguments, const RunOptions& options) const {
  fs::path input = "/dev/null";
  if (!options.input.empty()) {
    write(".stdin", options.input);
    input = folder_ / ".stdin";
  }
  std::vector<std::string> command = {TVAR_TOOL};
  command.insert(command.end(), arguments.begin(), arguments.end());
  return spawn(command, options.folder.empty() ? folder_ : options.folder, input, options);
}

Outcome ToolTest::shell(const std::string& command) const {
  return spawn(
      {"/bin/sh", "-c", "TVAR_TOOL=\"" TVAR_TOOL "\"\ntvar() { \"$TVAR_TOOL\" \"$@\"; }\n" + command},
      folder_, "/dev/null", {});
}

void ToolTest::index(const std::vector<std::string>& arguments) const {
  std::vector<std::string> command = {"index"};
  command.insert(command.end(), arguments.begin(), arguments.end());
  const Outcome run = tvar(command);
  ASSERT_EQ(run.code, 0) << run.err;
}

void IndexedToolTest::SetUp() {
  write("pages/breclav.md",
        "---\n"
        "title: Azylový dům v Břeclavi\n"
        "town: Břeclav\n"
        "year: [2009, 2010]\n"
        "member: [Člověk v tísni, IQ Roma servis]\n"
        "---\n"
        "Město otevřelo azylový dům pro matky s dětmi. Provoz hradí kraj.\n");
  write("pages/prerov.md",
        "---\n"
        "title: Zápis ze schůze\n"
        "town: Přerov\n"
        "year: [2011]\n"
        "member: [Člověk v tísni]\n"
        "---\n"
        "Radní jednali o azylových domech. Rozpočet schválili.\n");
  write("pages/noclehy.txt", "Noclehárna v zimě\n\nLidé bez domova přespávají v Přerově u nádraží.\n");
  index({"pages"});
}

nlohmann::ordered_json json_of(const Outcome& run) {
  nlohmann::ordered_json json = nlohmann::ordered_json::parse(run.out, nullptr, false);
  EXPECT_FALSE(json.is_discarded()) << "not JSON: " << run.out;
  EXPECT_EQ(run.out.find('\n'), run.out.size() - 1) << "one object is one line";
  return json;
}

}  // namespace tvar::cli_test
