// SPDX-License-Identifier: GPL-2.0-or-later
#include "lib/indexing/ignore_rules.h"

#include <algorithm>
#include <cstddef>
#include <span>

namespace tvar::indexing {
namespace {

constexpr std::string_view kAnyFolders = "**";

std::vector<std::string> split(std::string_view path) {
  std::vector<std::string> segments;
  for (std::size_t begin = 0; begin <= path.size();) {
    const std::size_t end = std::min(path.find('/', begin), path.size());
    if (end > begin) segments.emplace_back(path.substr(begin, end - begin));
    begin = end + 1;
  }
  return segments;
}

// One place of a pattern against one byte.
struct Place {
  bool matches = false;
  std::size_t size = 1;  // of the place in the pattern
};

Place match_class(std::string_view pattern, unsigned char byte) {
  const bool negated = pattern.size() > 1 && (pattern[1] == '!' || pattern[1] == '^');
  std::size_t i = negated ? 2 : 1;
  bool found = false;
  // A ']' that stands first is one of the bytes.
  for (const std::size_t first = i; i < pattern.size() && (pattern[i] != ']' || i == first);) {
    const auto low = static_cast<unsigned char>(pattern[i]);
    const bool is_range = i + 2 < pattern.size() && pattern[i + 1] == '-' && pattern[i + 2] != ']';
    const auto high = is_range ? static_cast<unsigned char>(pattern[i + 2]) : low;
    found |= low <= byte && byte <= high;
    i += is_range ? 3 : 1;
  }
  if (i >= pattern.size()) return {byte == '[', 1};  // never closed: an ordinary bracket
  return {found != negated, i + 1};
}

Place match_place(std::string_view pattern, char byte) {
  if (pattern[0] == '?') return {true, 1};
  if (pattern[0] == '[') return match_class(pattern, static_cast<unsigned char>(byte));
  if (pattern[0] == '\\' && pattern.size() > 1) return {pattern[1] == byte, 2};
  return {pattern[0] == byte, 1};
}

bool match_segments(std::span<const std::string> pattern, std::span<const std::string> path) {
  // As in matches_name, with "**" for the star: only the last one needs to be tried again.
  std::size_t p = 0;
  std::size_t s = 0;
  std::optional<std::size_t> star;
  std::size_t star_end = 0;
  while (s < path.size()) {
    if (p < pattern.size() && pattern[p] == kAnyFolders) {
      star = p++;
      star_end = s;
    } else if (p < pattern.size() && matches_name(pattern[p], path[s])) {
      ++p;
      ++s;
    } else if (star) {
      p = *star + 1;
      s = ++star_end;
    } else {
      return false;
    }
  }
  // "drafts/**" is what is in drafts, not drafts itself.
  return p == pattern.size();
}

}  // namespace

bool matches_name(std::string_view pattern, std::string_view name) {
  std::size_t p = 0;
  std::size_t n = 0;
  std::optional<std::size_t> star;
  std::size_t star_end = 0;  // what the last star has swallowed ends here
  while (n < name.size()) {
    if (p < pattern.size() && pattern[p] == '*') {
      star = p++;
      star_end = n;
      continue;
    }
    const Place place = p < pattern.size() ? match_place(pattern.substr(p), name[n]) : Place{};
    if (place.matches) {
      p += place.size;
      ++n;
    } else if (star) {
      p = *star + 1;
      n = ++star_end;
    } else {
      return false;
    }
  }
  return pattern.find_first_not_of('*', p) == std::string_view::npos;
}

IgnoreRules::IgnoreRules(std::string_view text) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    if (std::optional<Rule> rule = parse(text.substr(0, end))) rules_.push_back(std::move(*rule));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
}

std::optional<IgnoreRules::Rule> IgnoreRules::parse(std::string_view line) {
  while (!line.empty() && (line.back() == ' ' || line.back() == '\t' || line.back() == '\r'))
    line.remove_suffix(1);
  if (line.empty() || line.front() == '#') return std::nullopt;
  Rule rule;
  rule.keeps = line.front() == '!';
  if (rule.keeps) line.remove_prefix(1);
  rule.folders_only = !line.empty() && line.back() == '/';
  if (rule.folders_only) line.remove_suffix(1);
  const bool anchored = line.find('/') != std::string_view::npos;
  rule.segments = split(line);
  if (rule.segments.empty()) return std::nullopt;
  if (!anchored) rule.segments.insert(rule.segments.begin(), std::string(kAnyFolders));
  return rule;
}

std::optional<bool> IgnoreRules::ignores(std::string_view path, bool is_folder) const {
  const std::vector<std::string> segments = split(path);
  for (auto rule = rules_.rbegin(); rule != rules_.rend(); ++rule) {
    if (rule->folders_only && !is_folder) continue;
    if (match_segments(rule->segments, segments)) return !rule->keeps;
  }
  return std::nullopt;
}

}  // namespace tvar::indexing
