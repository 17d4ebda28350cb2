// SPDX-License-Identifier: GPL-2.0-or-later
#include "lib/query/errors.h"

#include <cstddef>
#include <iterator>
#include <string_view>
#include <utility>

#include "lib/text/utf8.h"

namespace tvar::query {
namespace {

using Code = QueryError::Code;
using Reason = QueryError::Reason;

// {0} and {1} stand for the arguments.
struct Row {
  Reason reason;
  Code code;
  std::string_view message;
};

constexpr Row kRows[] = {
    {Reason::no_such_field, Code::unknown_field, "there is no field \"{0}\"; the nearest is \"{1}\""},
    {Reason::only_stored_field, Code::unknown_field,
     "the field \"{0}\" is only stored and cannot be searched"},
    {Reason::not_a_number, Code::bad_value,
     "\"{0}\" is not a number, which field \"{1}\" needs; a range is written 2008..2012"},
    {Reason::not_a_date, Code::bad_value,
     "\"{0}\" is not a date such as 2016-04-14, 2016-04 or 2016, which field \"{1}\" needs; a range is "
     "written 2016-04..2016-06"},
    {Reason::not_a_value, Code::bad_value, "\"{0}\" is not a value or range of the field \"{1}\""},
    {Reason::range_without_ends, Code::bad_value, "\"{0}\" is a range without a beginning and an end"},
    {Reason::range_backwards, Code::bad_value, "the range \"{0}\" ends before it begins"},
    {Reason::text_too_long, Code::too_long, "the query is longer than 1 MB"},
    {Reason::brackets_too_deep, Code::too_complex, "the query has more than {0} brackets inside each other"},
    {Reason::tree_too_deep, Code::too_complex, "the query is nested deeper than {0} levels"},
    {Reason::tree_too_large, Code::too_complex, "the query has more than {0} parts"},
};

constexpr bool rows_are_in_order() {
  for (std::size_t i = 0; i < std::size(kRows); ++i) {
    if (static_cast<std::size_t>(kRows[i].reason) != i) return false;
  }
  return std::size(kRows) == static_cast<std::size_t>(Reason::tree_too_large) + 1;
}
static_assert(rows_are_in_order(), "kRows is indexed by QueryError::Reason");

/// Pasted values can be a megabyte long.
std::string shown(std::string_view value) {
  constexpr std::size_t kShown = 40;
  const std::string_view head = text::truncate_utf8(value, kShown);
  return std::string(head) + (head.size() < value.size() ? "…" : "");
}

// An argument may itself contain "{1}", so the pattern is gone through once, from the left.
std::string filled(std::string_view pattern, const std::vector<std::string>& arguments) {
  std::string out;
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const std::size_t place = pattern.find('{' + std::to_string(i) + '}');
    if (place == std::string_view::npos) break;
    out.append(pattern.substr(0, place)) += arguments[i];
    pattern.remove_prefix(place + 3);
  }
  return out.append(pattern);
}

}  // namespace

QueryError make_error(Reason reason, TextRange range, std::vector<std::string> arguments) {
  const Row& row = kRows[static_cast<std::size_t>(reason)];
  for (std::string& argument : arguments) argument = shown(argument);
  std::string message = filled(row.message, arguments);
  return {row.code, std::move(message), range, reason, std::move(arguments)};
}

}  // namespace tvar::query
