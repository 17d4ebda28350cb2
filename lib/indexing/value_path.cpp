// SPDX-License-Identifier: GPL-2.0-or-later
#include "lib/indexing/value_path.h"

#include "lib/facts/organization_names.h"
#include "lib/text/fold.h"

namespace tvar::indexing {
namespace {

constexpr char kMark = '>';

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t\r\n");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t\r\n") - begin + 1);
}

}  // namespace

std::vector<std::string_view> split_path(std::string_view path) {
  std::vector<std::string_view> names;
  while (true) {
    const std::size_t end = path.find(kMark);
    const std::string_view name = trimmed(path.substr(0, end));
    if (!name.empty()) names.push_back(name);
    if (end == std::string_view::npos) return names;
    path.remove_prefix(end + 1);
  }
}

std::string join_path(const std::vector<std::string_view>& names, std::size_t count) {
  std::string path;
  for (std::size_t i = 0; i < count; ++i) {
    if (i > 0) path += kPathSeparator;
    path += names[i];
  }
  return path;
}

std::string path_key(const std::vector<std::string_view>& names, std::size_t count) {
  std::string key;
  for (std::size_t i = 0; i < count; ++i) {
    if (i > 0) key += kPathSeparator;
    key += node_key(names[i]);
  }
  return key;
}

std::string node_key(std::string_view name) {
  const std::string key = text::fold_key(name);
  return std::string(facts::key_without_legal_form(key));
}

std::string name_key(std::string_view name) {
  return std::string(kNameKeyMark) + node_key(name);
}

std::string_view name_in_key(std::string_view key) {
  if (key.starts_with(kNameKeyMark)) return key.substr(kNameKeyMark.size());
  return key.find(kPathSeparator) == std::string_view::npos ? key : std::string_view();
}

bool is_rooted(std::string_view value) {
  return split_path(value).size() > 1 || trimmed(value).ends_with(kMark);
}

}  // namespace tvar::indexing
