// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/standard_input.h"

#include <algorithm>
#include <iostream>
#include <iterator>

namespace tvar::cli {
namespace {

std::string known_formats() {
  std::string names;
  for (const FileFormat& format : file_formats()) {
    for (const std::string_view extension : format.extensions)
      names.append(names.empty() ? "" : ", ").append(extension.substr(1));
  }
  return names;
}

std::filesystem::path input_name(const Arguments& arguments) {
  const std::optional<std::string> format = arguments.value(OptionId::input_format);
  if (!format) return "stdin";
  std::filesystem::path name = "stdin." + format->substr(format->find_first_not_of('.') == 1 ? 1 : 0);
  if (!is_readable(name))
    throw UsageError{MessageId::not_a_choice, {"--format", *format, known_formats()}, {}};
  return name;
}

}  // namespace

void load_standard_input(IndexWriter& writer, const Arguments& arguments, const LoadOptions& options,
                         LoadReport& report) {
  LoadReport of_input = load_stream(writer, std::cin, input_name(arguments), options);
  report.files += of_input.files;
  report.documents += of_input.documents;
  report.bytes += of_input.bytes;
  std::move(of_input.problems.begin(), of_input.problems.end(), std::back_inserter(report.problems));
}

}  // namespace tvar::cli
