// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// Reading files in tests: what came out, in a form that can be compared literally.
#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tvar/reader.h"

namespace tvar::readers {

struct ReadResult {
  std::vector<Document> documents;
  std::vector<std::string> problems;  ///< "error path: message"; folders are cut off the path
};

inline std::string spelled(const ReadProblem& problem, const std::filesystem::path& folder) {
  const std::string severity = problem.severity == ReadProblem::Severity::error ? "error " : "warning ";
  const std::string prefix = folder.string() + "/";
  const std::string& where = problem.where;
  return severity + (where.starts_with(prefix) ? where.substr(prefix.size()) : where) + ": " +
         problem.message;
}

inline ReadResult read(const std::filesystem::path& file, std::string_view id = "ID") {
  ReadResult result;
  const bool finished = read_file(
      file, id,
      [&result](Document&& document) {
        result.documents.push_back(std::move(document));
        return true;
      },
      [&](ReadProblem&& problem) { result.problems.push_back(spelled(problem, file.parent_path())); });
  EXPECT_TRUE(finished);
  return result;
}

inline std::filesystem::path fixture(const std::string& name) {
  return std::filesystem::path(TVAR_TEST_DATA) / "readers" / name;
}

/// A file that make_fixtures.py has made.
inline std::filesystem::path made(const std::string& name) {
  return std::filesystem::path(TVAR_MADE_FIXTURES) / name;
}

/// The one document of a fixture that is read without problems.
inline Document only_document(const ReadResult& result) {
  EXPECT_EQ(result.problems, std::vector<std::string>());
  EXPECT_EQ(result.documents.size(), 1U);
  return result.documents.empty() ? Document() : result.documents.front();
}

/// The fields apart from title and text as "name=value".
inline std::vector<std::string> metadata(const Document& document) {
  std::vector<std::string> fields;
  for (const FieldValue& field : document.fields) {
    if (field.name != "title" && field.name != "text") fields.push_back(field.name + "=" + field.value);
  }
  return fields;
}

/// A folder that disappears with the test.
class TemporaryFolder {
 public:
  TemporaryFolder() {
    std::string pattern = (std::filesystem::temp_directory_path() / "tvar-readers-XXXXXX").string();
    EXPECT_NE(mkdtemp(pattern.data()), nullptr);
    path_ = pattern;
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  ~TemporaryFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }

  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

  /// Writes a file, making the folders on the way.
  std::filesystem::path write(const std::string& name, std::string_view content) const {
    const std::filesystem::path file = path_ / name;
    std::filesystem::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << content;
    return file;
  }

 private:
  std::filesystem::path path_;
};

}  // namespace tvar::readers
