// SPDX-License-Identifier: GPL-2.0-or-later
// All or nothing: a process that writes is killed at any moment; what is there afterwards is what was there before, or all
// that it wrote. TVAR_TEST_KILLS says how many times (12); the slow test sets 200.
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <random>
#include <string>
#include <thread>
#include <tuple>

#include "tests/lib/readers/read_result.h"
#include "tests/support/seed.h"
#include "tvar/error.h"
#include "tvar/reader.h"
#include "tvar/searcher.h"

namespace tvar {
namespace {

using readers::TemporaryFolder;
using std::chrono::microseconds;
using std::chrono::steady_clock;

constexpr unsigned kDocuments = 300;

int kills() {
  const char* const number = std::getenv("TVAR_TEST_KILLS");
  return number == nullptr ? 12 : std::atoi(number);
}

class Kill : public testing::Test {
 protected:
  [[nodiscard]] IndexWriter writer() const {
    Schema schema = Schema::default_schema();
    schema.stemmer = "none";
    return IndexWriter::open(folder_.path() / "index", schema, {.threads = 2});
  }

  /// Every document in the same version: whoever sees two versions sees half a load.
  void write_version(int version) const {
    std::string text;
    for (unsigned i = 0; i < kDocuments; ++i) {
      text += R"({"id":"d)" + std::to_string(i) + R"(","text":"verze)" + std::to_string(version) + " slovo" +
              std::to_string(i) + " a ještě pár dalších slov\"}\n";
    }
    folder_.write("in.jsonl", text);
  }

  void load(LoadMethod method) const {
    IndexWriter writing = writer();
    load_paths(writing, {folder_.path() / "in.jsonl"}, {.method = method});
    writing.commit();
  }

  /// Runs a load in another process and kills it after that time. @return whether it was done before
  [[nodiscard]] bool load_and_kill(LoadMethod method, microseconds after) const {
    const pid_t child = ::fork();
    if (child == 0) {
      load(method);
      ::_exit(0);
    }
    std::this_thread::sleep_for(after);
    ::kill(child, SIGKILL);
    int status = 0;
    ::waitpid(child, &status, 0);
    return WIFEXITED(status);
  }

  /// The one version that all documents have; -1 when there are several, or not all documents.
  [[nodiscard]] int version_seen(int newest) const {
    const Searcher searcher = Searcher::open(folder_.path() / "index");
    int seen = -1;
    for (int version = newest; version >= 0 && version >= newest - 1; --version) {
      const auto documents = searcher.search("verze" + std::to_string(version), {.limit = 0}).total().lower;
      if (documents == kDocuments && seen == -1) {
        seen = version;
      } else if (documents != 0) {
        return -1;
      }
    }
    return searcher.stats().documents == kDocuments ? seen : -1;
  }

  void run(LoadMethod method) {
    write_version(0);
    const auto start = steady_clock::now();
    load(method);
    const auto one_load = std::chrono::duration_cast<microseconds>(steady_clock::now() - start);
    std::mt19937_64 random(test_seed());
    // A little longer than a load takes: some of them are done before they are killed.
    std::uniform_int_distribution<std::int64_t> moment(0, one_load.count() * 3 / 2);
    int current = 0;
    for (int round = 1; round <= kills(); ++round) {
      write_version(round);
      const microseconds after(moment(random));
      const bool done = load_and_kill(method, after);
      const int seen = version_seen(round);
      ASSERT_TRUE(seen == round || (seen == current && !done))
          << "round " << round << ", killed after " << after.count() << " us: version " << seen << ", before "
          << current;
      current = seen;
      // The next writer finds nothing in its way. Versions two apart are told apart by loading this one after all.
      load(method);
      ASSERT_EQ(version_seen(round), round);
      ASSERT_FALSE(std::filesystem::exists(folder_.path() / "index.loading"));
      current = round;
    }
  }

  TemporaryFolder folder_;
};

TEST_F(Kill, BulkLoads) {
  run(LoadMethod::bulk);
}

TEST_F(Kill, DirectLoads) {
  run(LoadMethod::direct);
}

TEST_F(Kill, AnIndexThatIsBeingMade) {
  write_version(0);
  std::mt19937_64 random(test_seed());
  std::uniform_int_distribution<std::int64_t> moment(0, 30'000);
  for (int round = 0; round < kills(); ++round) {
    std::filesystem::remove_all(folder_.path() / "index");
    std::ignore = load_and_kill(LoadMethod::bulk, microseconds(moment(random)));
    load(LoadMethod::bulk);
    ASSERT_EQ(version_seen(0), 0);
  }
}

}  // namespace
}  // namespace tvar
