// SPDX-License-Identifier: GPL-2.0-or-later
// The helper is replaced by scripts that do what a broken one would.
#include "lib/readers/child_process.h"

#include <gtest/gtest.h>

#include <stdexcept>
#include <thread>

#include "tests/lib/readers/read_result.h"

namespace tvar::readers {
namespace {

namespace fs = std::filesystem;

class ChildProcess : public ::testing::Test {
 protected:
  /// What is said of a file whose helper is this script of the shell.
  [[nodiscard]] std::string problem(const std::string& script, const ChildLimits& limits = {}) const {
    const fs::path helper = folder_.write("helper", "#!/bin/sh\n" + script + "\n");
    fs::permissions(helper, fs::perms::owner_all);
    return problem_with(helper, limits);
  }

  [[nodiscard]] std::string problem_with(const fs::path& helper, const ChildLimits& limits = {}) const {
    const Source source{.path = folder_.write("a.pdf", "bytes"), .id = "a", .helper = helper};
    std::string said;
    const PlacedSink documents = [](Document&&, const std::string&) { return true; };
    const ProblemSink problems = [&](ReadProblem&& problem) { said += spelled(problem, folder_.path()); };
    EXPECT_TRUE(read_in_child(source, Output(source, documents, problems), limits));
    return said;
  }

  TemporaryFolder folder_;
};

TEST_F(ChildProcess, ACrashIsAProblemOfTheFile) {
  EXPECT_EQ(problem("kill -SEGV $$"),
            "error a.pdf: can't be read: broke its reader, or needs more than 2048 MiB of memory "
            "(Segmentation fault)");
  EXPECT_EQ(problem("kill -XCPU $$"), "error a.pdf: can't be read: took more than 60 s of processor time");
  EXPECT_EQ(problem("kill -KILL $$"),
            "error a.pdf: can't be read: its reader was killed; perhaps the machine is out of memory");
  EXPECT_EQ(problem("exit 3"), "error a.pdf: can't be read: needs more than 2048 MiB of memory");
  EXPECT_EQ(problem("exit 0"), "error a.pdf: can't be read: its reader stopped before the end");
}

TEST_F(ChildProcess, NonsenseIsNotBelieved) {
  EXPECT_EQ(problem("printf '\\1\\0\\0\\0\\0\\0\\0\\0\\1\\0\\0\\0\\0\\0\\0\\0?'"),
            "error a.pdf: can't be read: the program for this format does not speak as expected");
  EXPECT_EQ(problem("printf 'nonsense'"), "error a.pdf: unpacks to more than may be read of one file");
  EXPECT_EQ(problem("cat /dev/zero", {.output_bytes = 1000}),
            "error a.pdf: can't be read: the program for this format does not speak as expected");
}

TEST_F(ChildProcess, SilenceEnds) {
  EXPECT_EQ(problem("exec sleep 60", {.silent_seconds = 1}),
            "error a.pdf: can't be read: its reader was silent for 1 s");
}

TEST_F(ChildProcess, AMissingHelperIsNamed) {
  EXPECT_EQ(problem_with("/nowhere/tvar-reader"),
            "error a.pdf: can't be read: the program for this format, /nowhere/tvar-reader, can't be run: "
            "No such file or directory");
}

#ifdef TVAR_WITH_PDF
// The sanitizers reserve terabytes of addresses, so there a reader has no such limit.
#ifndef TVAR_SANITIZED
TEST_F(ChildProcess, MemoryIsLimited) {
  const Source source{.path = made("report.pdf"), .id = "a", .helper = {}};
  std::string said;
  const PlacedSink documents = [](Document&&, const std::string&) { return true; };
  const ProblemSink problems = [&](ReadProblem&& problem) { said = problem.message; };
  EXPECT_TRUE(read_in_child(source, Output(source, documents, problems), {.memory_bytes = 1U << 20U}));
  // What becomes of a program without memory is nobody's promise, the sentence about it is.
  EXPECT_NE(said.find("needs more than 1 MiB of memory"), std::string::npos) << said;
}
#endif

TEST_F(ChildProcess, WhatASinkThrowsIsPassedOn) {
  const auto throwing = [](Document&&) -> bool { throw std::runtime_error("full"); };
  EXPECT_THROW(read_file(made("report.pdf"), "a", throwing, [](ReadProblem&&) {}), std::runtime_error);
}

TEST_F(ChildProcess, ASinkCanStop) {
  EXPECT_FALSE(read_file(
      made("report.pdf"), "a", [](Document&&) { return false; }, [](ReadProblem&&) {}));
}

TEST_F(ChildProcess, SeveralThreadsReadAtOnce) {
  std::vector<std::thread> threads;
  std::vector<std::string> titles(8);
  for (std::string& title : titles) {
    threads.emplace_back([&title] { title = read(made("report.pdf")).documents.at(0).value("title"); });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(titles, std::vector<std::string>(8, "Zpráva o terénní práci"));
}
#endif

}  // namespace
}  // namespace tvar::readers
