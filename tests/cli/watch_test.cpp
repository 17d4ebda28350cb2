// SPDX-License-Identifier: GPL-2.0-or-later
// tvar watch, as a process that runs while files change.
#include <signal.h>

#include <algorithm>
#include <chrono>
#include <fstream>
#include <iterator>
#include <regex>
#include <thread>

#include "tests/cli/tool.h"

namespace tvar::cli_test {
namespace {

namespace fs = std::filesystem;

std::string timeless(const std::string& text) {
  return std::regex_replace(text, std::regex("(seconds|sekundy): [0-9.]+"), "$1: T");
}

class WatchTest : public ToolTest {
 protected:
  /// Starts the watcher through the shell. Files have its output ("out", "err"), its process id and its exit code.
  void start(const std::string& options) const {
    const Outcome run = shell("( sh -c 'echo $$ >pid; exec \"" TVAR_TOOL "\" watch " + options +
                              " >out 2>err'; echo $? >code ) >/dev/null 2>&1 &");
    ASSERT_EQ(run.code, 0) << run.err;
  }

  [[nodiscard]] std::string content(const std::string& file) const {
    std::ifstream stream(folder_ / file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
  }

  /// Looks again and again until it is so; gives up after a time that nothing takes.
  template <class Condition>
  [[nodiscard]] static bool eventually(const Condition& condition) {
    for (int i = 0; i < 2000; ++i) {
      if (condition()) return true;
      std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
    return false;
  }

  [[nodiscard]] bool says(const std::string& text) const {
    return eventually([&] { return content("err").find(text) != std::string::npos; });
  }

  // Not SIGINT, which the shell has its background jobs ignore.
  void end() const {
    ::kill(std::stoi(content("pid")), SIGTERM);
    ASSERT_TRUE(eventually([this] { return !content("code").empty(); }));
    EXPECT_EQ(content("code"), "0\n");
  }

  void TearDown() override {
    // A test that failed halfway must not leave its watcher behind.
    if (content("code").empty() && !content("pid").empty()) ::kill(std::stoi(content("pid")), SIGKILL);
  }
};

TEST_F(WatchTest, KeepsTheIndexUpToDateUntilItIsStopped) {
  write("pages/a.txt", "Azylový dům");
  start("pages");
  ASSERT_TRUE(says("watching for changes; Ctrl-C ends\n")) << content("err");
  write("pages/deep/b.txt", "Nájemní byt");
  ASSERT_TRUE(says("files added: 1, changed: 0, moved: 0, removed: 0; documents: 1\n")) << content("err");
  EXPECT_EQ(tvar({"search", "byt"}).code, 0);
  fs::remove(folder_ / "pages/a.txt");
  ASSERT_TRUE(says("files added: 0, changed: 0, moved: 0, removed: 1; documents: 0\n")) << content("err");
  EXPECT_EQ(tvar({"show", "a.txt"}).code, 1);
  end();
  EXPECT_EQ(timeless(content("err")),
            "tvar: documents: 1, files: 1, size: 13 B, seconds: T, index: .tvar\n"
            "tvar: watching for changes; Ctrl-C ends\n"
            "tvar: files added: 1, changed: 0, moved: 0, removed: 0; documents: 1\n"
            "tvar: files added: 0, changed: 0, moved: 0, removed: 1; documents: 0\n"
            "tvar: stopped; updates: 3, documents: 2, seconds: T, index: .tvar\n");
  EXPECT_EQ(content("out"), "");
}

TEST_F(WatchTest, PrintsALineOfJsonForEachUpdate) {
  write("pages/a.txt", "Azylový dům");
  start("pages --json");
  ASSERT_TRUE(says("watching"));
  fs::rename(folder_ / "pages/a.txt", folder_ / "pages/b.txt");
  const auto lines = [&] {
    const std::string out = content("out");
    return std::count(out.begin(), out.end(), '\n');
  };
  ASSERT_TRUE(eventually([&] { return lines() == 2; }));
  end();
  const std::string out = content("out");
  const auto json = nlohmann::ordered_json::parse(out.substr(out.find('\n') + 1));
  EXPECT_EQ(json["changes"].dump(), R"([{"state":"moved","id":"b.txt","from":"a.txt"}])");
  EXPECT_EQ(json["moved"], 1);
  EXPECT_FALSE(json.contains("documents_in_index"));
}

TEST_F(WatchTest, LetsOthersWriteInBetween) {
  write("pages/a.txt", "Azylový dům");
  start("pages -i .tvar");
  ASSERT_TRUE(says("watching"));
  EXPECT_EQ(tvar({"delete", "a.txt", "-i", ".tvar"}).code, 0);
  write("pages/b.txt", "Byt");
  ASSERT_TRUE(says("files added: 1")) << content("err");
  end();
  EXPECT_EQ(tvar({"show", "a.txt"}).code, 1);
  EXPECT_EQ(tvar({"show", "b.txt"}).code, 0);
}

TEST_F(WatchTest, NamesProblemsAndGoesOn) {
  write("pages/a.txt", "Azylový dům");
  start("pages");
  ASSERT_TRUE(says("watching"));
  write("pages/b.json", "{");
  ASSERT_TRUE(says("pages/b.json: ")) << content("err");
  write("pages/b.json", R"({"text":"Byt"})");
  ASSERT_TRUE(says("changed: 1")) << content("err");
  end();
  EXPECT_EQ(tvar({"search", "byt"}).code, 0);
}

TEST_F(WatchTest, EndsWithCtrlC) {
  write("pages/a.txt", "Azylový dům");
  const Outcome run = tvar({"watch", "pages"},
                           {.environment = {{"LC_ALL", "cs_CZ.UTF-8"}}, .signal_at_first_message = SIGINT});
  EXPECT_EQ(run.code, 0);
  EXPECT_EQ(timeless(run.err),
            "tvar: dokumenty: 1, soubory: 1, velikost: 13 B, sekundy: T, index: .tvar\n"
            "tvar: sleduji změny; Ctrl-C skončí\n"
            "tvar: skončeno; aktualizace: 1, dokumenty: 1, sekundy: T, index: .tvar\n");
}

TEST_F(WatchTest, DoesNotWaitForWhatNeverWasThere) {
  EXPECT_EQ(tvar({"watch", "nosuch"}),
            (Outcome{2, "", "tvar: nosuch: cannot be read: No such file or directory\n"}));
  EXPECT_FALSE(std::filesystem::exists(folder_ / ".tvar"));
}

TEST_F(WatchTest, NeedsAPath) {
  EXPECT_EQ(tvar({"watch"}), (Outcome{2, "",
                                      "tvar: name a file or a folder to index\n"
                                      "tvar: hint: \"tvar watch --help\" says more\n"}));
}

}  // namespace
}  // namespace tvar::cli_test
