// SPDX-License-Identifier: GPL-2.0-or-later
#include "lib/query/value_syntax.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>

#include "lib/query/characters.h"
#include "lib/query/errors.h"
#include "lib/text/calendar.h"
#include "lib/text/utf8.h"

namespace tvar::query {
namespace {

using namespace std::string_view_literals;

bool is_digit(char c) noexcept {
  return c >= '0' && c <= '9';
}

std::size_t count_digits(std::string_view text) noexcept {
  std::size_t count = 0;
  while (count < text.size() && is_digit(text[count])) ++count;
  return count;
}

/// The number with a decimal point, or nothing.
std::optional<std::string> read_number(std::string_view text) {
  std::string_view rest = text;
  const bool negative = !rest.empty() && rest[0] == '-';
  if (negative || (!rest.empty() && rest[0] == '+')) rest.remove_prefix(1);
  const std::size_t whole = count_digits(rest);
  if (whole == 0) return std::nullopt;
  std::string number = (negative ? "-" : "") + std::string(rest.substr(0, whole));
  rest.remove_prefix(whole);
  if (rest.empty()) return number;
  const std::size_t fraction = count_digits(rest.substr(1));
  if ((rest[0] != '.' && rest[0] != ',') || fraction == 0 || fraction + 1 != rest.size()) return std::nullopt;
  return number + '.' + std::string(rest.substr(1));
}

/// Compares absolute values of numbers from read_number, exactly, whatever their length.
int compare_magnitude(std::string_view a, std::string_view b) noexcept {
  const auto split = [](std::string_view number) {
    number.remove_prefix(std::min(number.find_first_not_of('0'), number.size()));
    const std::size_t dot = std::min(number.find('.'), number.size());
    std::string_view fraction = number.substr(std::min(dot + 1, number.size()));
    while (!fraction.empty() && fraction.back() == '0') fraction.remove_suffix(1);
    return std::array{number.substr(0, dot), fraction};
  };
  const auto left = split(a);
  const auto right = split(b);
  if (left[0].size() != right[0].size()) return left[0].size() < right[0].size() ? -1 : 1;
  const int whole = left[0].compare(right[0]);
  return whole != 0 ? whole : left[1].compare(right[1]);
}

bool is_zero(std::string_view number) noexcept {
  return number.find_first_not_of("-0.") == std::string_view::npos;
}

bool less_number(std::string_view a, std::string_view b) noexcept {
  const bool a_negative = a[0] == '-' && !is_zero(a);
  const bool b_negative = b[0] == '-' && !is_zero(b);
  if (a_negative != b_negative) return a_negative;
  const auto magnitude = [](std::string_view number) { return number.substr(number[0] == '-' ? 1 : 0); };
  const int order = compare_magnitude(magnitude(a), magnitude(b));
  return a_negative ? order > 0 : order < 0;
}

/// Dates sort as text; compared over the part that both have, "2016-06" does not end before "2016" does.
bool less_date(std::string_view a, std::string_view b) noexcept {
  const std::size_t common = std::min(a.size(), b.size());
  return a.substr(0, common) < b.substr(0, common);
}

CheckedValue fail(QueryError::Reason reason, const Field& field, std::string_view value) {
  return {{}, make_error(reason, {}, {std::string(value), field.name})};
}

std::optional<std::string> read_end(const Field& field, std::string_view end) {
  end = trim(end);
  if (field.kind == FieldKind::number) return read_number(end);
  return text::is_iso_date(end) ? std::optional<std::string>(end) : std::nullopt;
}

CheckedValue fail_value(const Field& field, std::string_view value) {
  const bool number = field.kind == FieldKind::number;
  return fail(number ? QueryError::Reason::not_a_number : QueryError::Reason::not_a_date, field, value);
}

CheckedValue check_range(const Field& field, std::string_view whole, std::string_view first,
                         std::string_view last) {
  if (trim(first).empty() && trim(last).empty())
    return fail(QueryError::Reason::range_without_ends, field, whole);
  std::string value;
  std::optional<std::string> from;
  if (!trim(first).empty()) {
    from = read_end(field, first);
    if (!from) return fail_value(field, trim(first));
    value = *from;
  }
  value += "..";
  last = trim(last);
  if (last.empty()) return {value};
  const bool before = last.starts_with('<');
  if (before) {
    last.remove_prefix(1);
    value += '<';
  }
  const std::optional<std::string> to = read_end(field, last);
  if (!to) return fail_value(field, trim(last));
  const auto less = field.kind == FieldKind::number ? less_number : less_date;
  // A range before a month may begin with its year, as the keys of dates are ordered.
  const auto follows = [&] { return field.kind == FieldKind::number ? less(*from, *to) : *from < *to; };
  if (from && (before ? !follows() : less(*to, *from)))
    return fail(QueryError::Reason::range_backwards, field, whole);
  return {value + *to};
}

}  // namespace

CheckedValue check_value(const Field& field, std::string_view value) {
  if (field.kind != FieldKind::number && field.kind != FieldKind::date) return {std::string(value)};
  const std::size_t dots = value.find(".."sv);
  if (dots != std::string_view::npos) {
    return check_range(field, value, value.substr(0, dots), value.substr(dots + 2));
  }
  std::optional<std::string> read = read_end(field, value);
  return read ? CheckedValue{*std::move(read)} : fail_value(field, value);
}

}  // namespace tvar::query
