// SPDX-License-Identifier: GPL-2.0-or-later
#include "lib/readers/front_matter.h"

#include <yaml-cpp/yaml.h>

#include <optional>

#include "lib/readers/block_text.h"
#include "lib/readers/iso_date.h"

namespace tvar::readers {
namespace {

/// yaml-cpp builds a tree that is many times larger than its text, and people don't write metadata by the megabyte.
constexpr std::size_t kMaxBytes = 1U << 20U;

struct Parts {
  std::string_view yaml;
  std::string_view body;
};

/// The line that begins at `at`, without its end.
std::string_view line_at(std::string_view text, std::size_t at) {
  return text.substr(at, text.find('\n', at) - at);
}

std::string_view without_trailing_space(std::string_view line) {
  while (!line.empty() && (line.back() == ' ' || line.back() == '\t' || line.back() == '\r'))
    line.remove_suffix(1);
  return line;
}

std::optional<Parts> split(std::string_view text) {
  if (without_trailing_space(line_at(text, 0)) != "---") return std::nullopt;
  const std::size_t begin = line_at(text, 0).size() + 1;
  for (std::size_t at = begin; at < text.size() && at - begin <= kMaxBytes;) {
    const std::string_view line = line_at(text, at);
    const std::string_view mark = without_trailing_space(line);
    const std::size_t next = std::min(at + line.size() + 1, text.size());
    if (mark == "---" || mark == "...") return Parts{text.substr(begin, at - begin), text.substr(next)};
    at = next;
  }
  return std::nullopt;
}

/// Lines are counted from the head of the file, where the dashes are the first.
std::uint64_t file_line(const YAML::Mark& mark) {
  return mark.is_null() ? 1 : static_cast<std::uint64_t>(mark.line) + 2;
}

void take_value(const YAML::Node& node, const std::string& name, Members& members, const Output& output) {
  if (node.IsNull()) return;
  if (!node.IsScalar()) {
    output.warning("'" + name + "' is not a value or a list of values; it was passed over",
                   file_line(node.Mark()));
  } else if (const std::string_view value = trimmed(node.Scalar()); !value.empty()) {
    members.add(std::string(value));
  }
}

void take_pair(const YAML::Node& key, const YAML::Node& value, Members& members, const Output& output) {
  if (!key.IsScalar() || key.Scalar().empty()) {
    output.warning("a name in front matter is not a word; it was passed over", file_line(key.Mark()));
    return;
  }
  const std::string& name = key.Scalar();
  if (name == "id") {
    output.warning("'id' was passed over: the id of a file is its path", file_line(key.Mark()));
    return;
  }
  members.start(name);
  if (!value.IsSequence()) return take_value(value, name, members, output);
  for (const YAML::Node& item : value) take_value(item, name, members, output);
}

/// Most generators of sites call the day of publication "date", and that of the last change "lastmod" or "last_modified_at",
/// which has to do when a page has no other. The field is kept under its own name as well.
void take_date(const YAML::Node& root, Members& members) {
  if (root["published"]) return;
  for (const char* const name : {"date", "lastmod", "last_modified_at"}) {
    const YAML::Node date = root[name];
    if (!date || !date.IsScalar()) continue;
    const std::optional<std::string> day = iso_date(trimmed(date.Scalar()));
    if (!day) continue;
    members.start("published");
    members.add(*day);
    return;
  }
}

}  // namespace

std::string_view read_front_matter(std::string_view text, Members& members, const Output& output) {
  const std::optional<Parts> parts = split(text);
  if (!parts) return text;
  try {
    const YAML::Node root = YAML::Load(std::string(parts->yaml));
    if (root.IsNull()) return parts->body;  // nothing, or comments
    if (!root.IsMap()) return text;
    for (const auto& pair : root) take_pair(pair.first, pair.second, members, output);
    take_date(root, members);
  } catch (const YAML::Exception& error) {
    output.error("front matter is broken YAML (" + error.msg + "); the text was read without it",
                 file_line(error.mark));
  }
  return parts->body;
}

}  // namespace tvar::readers
