// SPDX-License-Identifier: GPL-2.0-or-later
// Every line of the tables in docs/query-syntax.md is true.
#include <gtest/gtest.h>

#include <fstream>
#include <map>
#include <string>

#include "tests/lib/query/query_schema.h"
#include "tvar/query.h"

namespace tvar {
namespace {

/// The code between the `number`-th pair of backticks.
std::string code_span(const std::string& line, int number) {
  std::size_t begin = line.find('`');
  for (; number > 0; --number) begin = line.find('`', line.find('`', begin + 1) + 1);
  if (begin == std::string::npos) return {};
  return line.substr(begin + 1, line.find('`', begin + 1) - begin - 1);
}

const std::map<std::string, QueryError::Code> kCodes = {{"unknown_field", QueryError::Code::unknown_field},
                                                        {"bad_value", QueryError::Code::bad_value}};

/// The word between the first cell and its colon in "| `x` | code: `y` | why |", or nothing.
std::string error_code(const std::string& line) {
  const std::size_t begin = line.find("` | ") + 4;
  return line[begin] == '`' ? std::string() : line.substr(begin, line.find(':', begin) - begin);
}

void check_line(const std::string& line) {
  SCOPED_TRACE(line);
  const std::string typed = code_span(line, 0);
  const ParsedQuery parsed = parse_query(typed, query_test::schema());
  EXPECT_EQ(!parsed.notes.empty(), line.find("note") != std::string::npos);
  const std::string code = error_code(line);
  ASSERT_EQ(parsed.error.has_value(), !code.empty());
  if (!parsed.error) {
    EXPECT_EQ(parsed.query.to_string(), code_span(line, 1));
    return;
  }
  EXPECT_EQ(parsed.error->code, kCodes.at(code));
  EXPECT_EQ(parsed.error->range.of(typed), code_span(line, 1));
}

TEST(QuerySyntaxDocument, SaysWhatTheParserDoes) {
  std::ifstream file(TVAR_SOURCE_DIR "/docs/query-syntax.md");
  ASSERT_TRUE(file);
  int checked = 0;
  for (std::string line; std::getline(file, line);) {
    if (line.rfind("| `", 0) != 0) continue;
    check_line(line);
    ++checked;
  }
  EXPECT_EQ(checked, 90);
}

}  // namespace
}  // namespace tvar
