// SPDX-License-Identifier: GPL-2.0-or-later
#include "lib/readers/child_process.h"

#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <istream>
#include <optional>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

#include "lib/installed_file.h"
#include "lib/readers/file_text.h"
#include "lib/readers/message_pipe.h"
#include "lib/text/utf8.h"

namespace tvar::readers {
namespace {

std::string reason(int error) {
  return std::error_code(error, std::generic_category()).message();
}

/// A descriptor above those of the standard streams, so that putting it in their place can't overwrite another.
class Descriptor {
 public:
  Descriptor() = default;
  explicit Descriptor(int descriptor) : value_(descriptor) {
    if (descriptor < 0 || descriptor > STDERR_FILENO) return;
    value_ = ::fcntl(descriptor, F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
    ::close(descriptor);
  }
  Descriptor(Descriptor&& other) noexcept : value_(std::exchange(other.value_, -1)) {}
  Descriptor& operator=(Descriptor&& other) noexcept {
    std::swap(value_, other.value_);
    return *this;
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() { close(); }

  [[nodiscard]] int value() const { return value_; }
  void close() {
    if (value_ >= 0) ::close(std::exchange(value_, -1));
  }

 private:
  int value_ = -1;
};

/// A running helper; killed when it goes out of scope before it was waited for.
class Child {
 public:
  explicit Child(pid_t process) : process_(process) {}
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;
  ~Child() {
    if (process_ <= 0) return;
    ::kill(process_, SIGKILL);
    wait();
  }

  /// The status of waitpid; nothing when somebody else has taken it.
  std::optional<int> wait() {
    int status = 0;
    pid_t waited = -1;
    do {
      waited = ::waitpid(process_, &status, 0);
    } while (waited < 0 && errno == EINTR);
    return std::exchange(process_, -1) == waited ? std::optional(status) : std::nullopt;
  }

 private:
  pid_t process_;
};

/// The bytes of the source as a file that the helper can seek in.
class Input {
 public:
  /// False after a problem was reported.
  bool open(const Source& source, const Output& output) {
    return source.content != nullptr ? copy(source, output) : open_path(source, output);
  }
  [[nodiscard]] int descriptor() const { return file_.value(); }

  [[nodiscard]] std::uint64_t size() const {
    struct stat status {};
    return ::fstat(file_.value(), &status) == 0 ? static_cast<std::uint64_t>(status.st_size) : 0;
  }

 private:
  bool open_path(const Source& source, const Output& output) {
    if (!is_file(source, output)) return false;
    file_ = Descriptor(::open(source.path.c_str(), O_RDONLY | O_CLOEXEC));
    if (file_.value() < 0) output.error("can't be opened: " + system_reason());
    return file_.value() >= 0;
  }

  /// To a file that has no name and goes when it is closed.
  bool copy(const Source& source, const Output& output) {
    std::FILE* const file = std::tmpfile();
    bool written = file != nullptr;
    std::array<char, 1U << 16U> buffer{};
    while (written && *source.content) {
      source.content->read(buffer.data(), buffer.size());
      const auto count = static_cast<std::size_t>(source.content->gcount());
      written = std::fwrite(buffer.data(), 1, count, file) == count;
    }
    written = written && std::fflush(file) == 0 && std::fseek(file, 0, SEEK_SET) == 0;
    if (!written) output.error("can't be copied to a temporary file: " + system_reason());
    if (written) file_ = Descriptor(::fcntl(::fileno(file), F_DUPFD_CLOEXEC, STDERR_FILENO + 1));
    if (file != nullptr) static_cast<void>(std::fclose(file));
    return written && file_.value() >= 0;
  }

  Descriptor file_;
};

/// What posix_spawn is told, freed with the object.
class SpawnPlan {
 public:
  SpawnPlan(int input, int output) {
    ::posix_spawn_file_actions_init(&actions_);
    ::posix_spawn_file_actions_adddup2(&actions_, input, STDIN_FILENO);
    ::posix_spawn_file_actions_adddup2(&actions_, output, STDOUT_FILENO);
    ::posix_spawn_file_actions_addopen(&actions_, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
#if defined(__GLIBC__) && defined(__GLIBC_PREREQ)
#if __GLIBC_PREREQ(2, 34)
    // What the application has open is none of the helper's business.
    ::posix_spawn_file_actions_addclosefrom_np(&actions_, STDERR_FILENO + 1);
#endif
#endif
    ::posix_spawnattr_init(&attributes_);
    // A group of its own: an interrupt that is typed stops the run, and not the file at hand before it.
    ::posix_spawnattr_setpgroup(&attributes_, 0);
    sigset_t all;
    sigset_t none;
    ::sigfillset(&all);
    ::sigemptyset(&none);
    ::posix_spawnattr_setsigdefault(&attributes_, &all);
    ::posix_spawnattr_setsigmask(&attributes_, &none);
    ::posix_spawnattr_setflags(&attributes_,
                               POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK);
  }
  SpawnPlan(const SpawnPlan&) = delete;
  SpawnPlan& operator=(const SpawnPlan&) = delete;
  ~SpawnPlan() {
    ::posix_spawn_file_actions_destroy(&actions_);
    ::posix_spawnattr_destroy(&attributes_);
  }

  /// @return the process, or the negative error
  pid_t run(std::vector<std::string> words) {
    std::vector<char*> arguments;
    for (std::string& word : words) arguments.push_back(word.data());
    arguments.push_back(nullptr);
    // Nothing is inherited: what a reader makes of a file depends on the file.
    std::string locale = "LC_ALL=C.UTF-8";
    const std::array<char*, 2> environment = {locale.data(), nullptr};
    pid_t process = -1;
    const int error =
        ::posix_spawn(&process, arguments[0], &actions_, &attributes_, arguments.data(), environment.data());
    return error == 0 ? process : -error;
  }

 private:
  posix_spawn_file_actions_t actions_{};
  posix_spawnattr_t attributes_{};
};

std::string megabytes(std::uint64_t bytes) {
  return std::to_string(bytes >> 20U) + " MiB";
}

/// Hands the messages on until the file ends. What was wrong with the helper is in `failure`.
class Conversation {
 public:
  Conversation(const Source& source, const Output& output, const ChildLimits& limits)
      : source_(source), output_(output), limits_(limits) {}

  bool run() {
    Input input;
    if (!input.open(source_, output_)) return true;
    const std::filesystem::path helper = source_.helper.empty()
                                             ? find_installed_file(TVAR_READER_INSTALLED, TVAR_READER_BUILD)
                                             : source_.helper;
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0) {
      output_.error("can't be read: " + system_reason());
      return true;
    }
    const Descriptor from_child(ends[0]);
    Descriptor to_parent(ends[1]);
    cpu_seconds_ = limits_.cpu_seconds + (input.size() >> 20U);
    output_bytes_ = limits_.output_bytes + 200 * input.size();
    const pid_t process = SpawnPlan(input.descriptor(), to_parent.value())
                              .run({helper.string(), source_.path.string(), source_.id,
                                    std::to_string(source_.max_document_bytes),
                                    std::to_string(limits_.memory_bytes), std::to_string(cpu_seconds_)});
    if (process < 0) {
      output_.error("can't be read: the program for this format, " + text::repair_utf8(helper.string()) +
                    ", can't be run: " + reason(-process));
      return true;
    }
    to_parent.close();
    Child child(process);
    return listen(from_child.value(), child);
  }

 private:
  using Outcome = MessageReader::Outcome;

  bool listen(int descriptor, Child& child) {
    // Names and places come on top of the text.
    constexpr std::uint64_t kMargin = std::uint64_t{1} << 20U;
    MessageReader messages(descriptor, 4 * source_.max_document_bytes + kMargin, output_bytes_,
                           limits_.silent_seconds);
    Message message;
    Outcome outcome = messages.next(message);
    while (outcome == Outcome::message && message != end_message()) {
      if (std::optional<Document> document = document_of(message)) {
        if (!output_.documents()(std::move(*document), message[1])) return false;
      } else if (std::optional<ReadProblem> problem = problem_of(message)) {
        output_.problems()(std::move(*problem));
      } else {
        output_.error("can't be read: the program for this format does not speak as expected");
        return true;
      }
      outcome = messages.next(message);
    }
    if (outcome == Outcome::too_much) {
      output_.error("unpacks to more than may be read of one file");
    } else if (outcome == Outcome::timeout) {
      output_.error("can't be read: its reader was silent for " + std::to_string(limits_.silent_seconds) +
                    " s");
    } else if (outcome == Outcome::end_of_pipe) {
      output_.error(explain(child.wait()));
    }
    return true;
  }

  /// Why a helper has left before the end of the file.
  [[nodiscard]] std::string explain(std::optional<int> status) const {
    if (status && WIFSIGNALED(*status)) {
      const int signal = WTERMSIG(*status);
      if (signal == SIGKILL)
        return "can't be read: its reader was killed; perhaps the machine is out of memory";
      if (signal == SIGXCPU)
        return "can't be read: took more than " + std::to_string(cpu_seconds_) + " s of processor time";
      return std::string("can't be read: broke its reader, or needs more than ") +
             megabytes(limits_.memory_bytes) + " of memory (" + ::strsignal(signal) + ")";
    }
    if (status && WIFEXITED(*status) && WEXITSTATUS(*status) == kChildOutOfMemory)
      return "can't be read: needs more than " + megabytes(limits_.memory_bytes) + " of memory";
    return "can't be read: its reader stopped before the end";
  }

  const Source& source_;
  const Output& output_;
  const ChildLimits& limits_;
  std::uint64_t cpu_seconds_ = 0;
  std::uint64_t output_bytes_ = 0;
};

}  // namespace

bool read_in_child(const Source& source, const Output& output, const ChildLimits& limits) {
  return Conversation(source, output, limits).run();
}

bool read_in_child(const Source& source, const Output& output) {
  return read_in_child(source, output, ChildLimits());
}

}  // namespace tvar::readers
