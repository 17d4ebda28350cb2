// SPDX-License-Identifier: GPL-2.0-or-later
#include "lib/indexing/field_value.h"

#include <array>
#include <charconv>
#include <cmath>
#include <utility>

#include "index/store.h"
#include "lib/facts/organization_names.h"
#include "lib/indexing/value_path.h"
#include "lib/text/calendar.h"
#include "lib/text/fold.h"

namespace tvar::indexing {
namespace {

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t\r\n");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t\r\n") - begin + 1);
}

std::optional<double> to_number(std::string_view text) {
  double number = 0.0;
  text = trimmed(text);
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(number)) return std::nullopt;
  return number == 0.0 ? 0.0 : number;  // one key for 0 and -0
}

// Behind every date that begins with these characters: 2016-04 < 2016-04-30 < 2016-04\x7f < 2016-05.
std::string end_of_date(std::string date) {
  return date.size() < 10 ? date + '\x7f' : date;
}

// No key is between this and `key`.
std::string last_before(std::string key) {
  constexpr std::size_t kLongestKey = 10;  // of numbers and dates
  const auto last = static_cast<unsigned char>(key.back());
  key.pop_back();
  if (last == 0) return key;
  key.push_back(static_cast<char>(last - 1));
  key.append(kLongestKey, '\xff');
  return key;
}

}  // namespace

std::optional<std::string> value_key(FieldKind kind, std::string_view value) {
  if (kind == FieldKind::number) {
    const std::optional<double> number = to_number(value);
    if (!number) return std::nullopt;
    return store::number_key(*number);
  }
  if (kind == FieldKind::date) {
    const std::string_view date = trimmed(value);
    if (!text::is_iso_date(date)) return std::nullopt;
    return std::string(date);
  }
  std::string key = text::fold_key(value);
  if (key.empty()) return std::nullopt;
  return key;
}

std::string canonical_value(FieldKind kind, std::string_view value) {
  std::string text(value);
  for (char& byte : text) {
    if (static_cast<unsigned char>(byte) < 0x20U) byte = ' ';
  }
  text = std::string(trimmed(text));
  if (kind != FieldKind::number) return text;
  const std::optional<double> number = to_number(text);
  if (!number) return text;
  std::array<char, 32> buffer{};
  const auto [end, error] = std::to_chars(buffer.data(), buffer.data() + buffer.size(), *number);
  return {buffer.data(), end};
}

std::vector<std::string> filter_keys(FieldKind kind, std::string_view value) {
  std::vector<std::string> keys;
  std::optional<std::string> key = value_key(kind, value);
  if (!key) return keys;
  keys.push_back(std::move(*key));
  if (kind != FieldKind::keyword) return keys;
  std::string name(facts::key_without_legal_form(keys.front()));
  if (!keys.front().starts_with(name)) keys.push_back(std::move(name));
  return keys;
}

std::optional<std::string> facet_key(FieldKind kind, std::string_view value) {
  std::optional<std::string> key = value_key(kind, value);
  if (key && kind == FieldKind::keyword) key = std::string(facts::key_without_legal_form(*key));
  return key;
}

std::string canonical_value(const Field& field, std::string_view value) {
  std::string shown = canonical_value(field.kind, value);
  if (!field.hierarchy) return shown;
  const std::vector<std::string_view> names = split_path(shown);
  return join_path(names, names.size());
}

std::vector<std::string> filter_keys(const Field& field, std::string_view value) {
  if (!field.hierarchy) return filter_keys(field.kind, value);
  const std::vector<std::string_view> names = split_path(value);
  std::vector<std::string> keys;
  for (std::size_t count = 1; count <= names.size(); ++count) {
    keys.push_back(path_key(names, count));
    if (count > 1) keys.push_back(name_key(names[count - 1]));
  }
  return keys;
}

std::optional<std::string> facet_key(const Field& field, std::string_view value) {
  if (!field.hierarchy) return facet_key(field.kind, value);
  const std::vector<std::string_view> names = split_path(value);
  if (names.empty()) return std::nullopt;
  return path_key(names, names.size());
}

std::optional<KeyRange> parse_range(FieldKind kind, std::string_view text) {
  text = trimmed(text);
  const std::size_t dots = kind == FieldKind::keyword ? std::string_view::npos : text.find("..");
  const std::string_view low = trimmed(text.substr(0, dots));
  std::string_view high = dots == std::string_view::npos ? low : trimmed(text.substr(dots + 2));
  const bool before = dots != std::string_view::npos && high.starts_with('<');
  if (before) high = trimmed(high.substr(1));
  if (before && high.empty()) return std::nullopt;
  if (low.empty() && high.empty()) return std::nullopt;
  KeyRange range;
  for (const auto& [end, key] : {std::pair(low, &range.low), std::pair(high, &range.high)}) {
    if (end.empty()) continue;
    std::optional<std::string> found = value_key(kind, end);
    if (!found) return std::nullopt;
    *key = std::move(*found);
  }
  if (before) {
    if (range.high.empty()) return std::nullopt;
    range.high = last_before(std::move(range.high));
  } else if (kind == FieldKind::date && !range.high.empty()) {
    range.high = end_of_date(range.high);
  }
  if (!range.low.empty() && !range.high.empty() && range.high < range.low) return std::nullopt;
  return range;
}

}  // namespace tvar::indexing
