// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// Runs the built tool as a user would and catches everything it says.
#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace tvar::cli_test {

/// What a run left behind.
struct Outcome {
  int code = -1;    ///< the exit code; 128 + N when signal N ended it
  std::string out;  ///< stdout
  std::string err;  ///< stderr
};

/// Compared as a whole, so that a failing test shows the message and the exit code with the output.
bool operator==(const Outcome& a, const Outcome& b);
void PrintTo(const Outcome& run, std::ostream* out);

struct RunOptions {
  std::string input = {};  ///< stdin
  std::map<std::string, std::string> environment =
      {};                             ///< beside PATH and LC_ALL=C.UTF-8; nothing is inherited
  std::filesystem::path folder = {};  ///< where it runs; empty: the folder of the test
  bool terminal_out = false;          ///< stdout is a terminal of 80 columns
  bool terminal_err = false;          ///< stderr is a terminal of 80 columns
  int signal_at_first_message = 0;    ///< sent when something appears on stderr; 0: none
};

/// A folder of its own for each test, gone afterwards.
class ToolTest : public ::testing::Test {
 protected:
  ToolTest();
  ~ToolTest() override;

  /// Writes a file below the folder of the test.
  void write(const std::filesystem::path& file, std::string_view text) const;
  /// Runs the tool.
  [[nodiscard]] Outcome tvar(const std::vector<std::string>& arguments, const RunOptions& options = {}) const;
  /// Runs a script of the shell, in which `tvar` and "$TVAR_TOOL" are the tool.
  [[nodiscard]] Outcome shell(const std::string& command) const;
  /// Runs `tvar index` and expects it to succeed without a problem.
  void index(const std::vector<std::string>& arguments) const;

  std::filesystem::path folder_;
};

/// Three documents on two towns, indexed into .tvar from the folder "pages".
class IndexedToolTest : public ToolTest {
 protected:
  void SetUp() override;
};

/// The JSON of a run. Fails the test when there is none.
nlohmann::ordered_json json_of(const Outcome& run);

}  // namespace tvar::cli_test
