// SPDX-License-Identifier: GPL-2.0-or-later
#include "lib/query/notes.h"

#include <cstddef>
#include <iterator>
#include <string_view>
#include <utility>

#include "lib/query/limits.h"

namespace tvar::query {
namespace {

using Code = QueryNote::Code;

// Argument 0 of the note stands for {0}.
struct Row {
  Code code;
  std::string_view message;
};

constexpr Row kRows[] = {
    {Code::open_quote, "the quote is not closed, so the phrase goes to the end"},
    {Code::open_bracket, "the bracket is not closed, so it goes to the end"},
    {Code::stray_bracket, "this bracket closes nothing and was read as text"},
    {Code::stray_operator, "this operator has nothing to work on and was read as a word"},
    {Code::operator_in_capitals,
     "in a query all in capitals this was read as a word; AND, OR and NOT are always operators"},
    {Code::field_without_value,
     "this was read as text, since the value of a field must follow the colon without a space"},
    {Code::star_inside, "a star stands for more letters only at the end of a word, and was read as text"},
    {Code::distance_set, "the distance was set to {0}"},
    {Code::or_before_and, "OR binds tighter than AND; brackets say otherwise"},
    {Code::one_distance, "words that are near each other have one distance, the largest"},
    {Code::near_across_fields, "NEAR joins words and phrases of one field, and was read as AND"},
    {Code::exact_of_value, "= asks for an exact form, which only text has, and was left out"},
    {Code::similar_of_value, "~ asks for similar words, which only text has, and was left out"},
    {Code::distance_of_value, "~ asks for a distance of words, which only text has, and was left out"},
    {Code::short_for_similar,
     "words of fewer than three letters have no similar ones, so this is searched as it is"},
    {Code::empty_brackets, "empty brackets were left out"},
    {Code::empty_quotes, "empty quotes were left out"},
    {Code::too_many_words, "a query has at most 512 words, and 32 KB of them; what follows was left out"},
    {Code::too_many_tokens, "the query has more words than are searched; the last ones were left out"},
    {Code::too_many_forms, "{0} stands for more words than are searched; the most frequent were taken"},
    {Code::too_many_alternatives,
     "the query has more alternatives than are searched; the most frequent were left out"},
    {Code::nothing_to_search, "there is no word to search for, so nothing was searched"},
};

constexpr bool rows_are_in_order() {
  for (std::size_t i = 0; i < std::size(kRows); ++i) {
    if (static_cast<std::size_t>(kRows[i].code) != i) return false;
  }
  return std::size(kRows) == static_cast<std::size_t>(Code::nothing_to_search) + 1;
}
static_assert(rows_are_in_order(), "kRows is indexed by QueryNote::Code");

}  // namespace

QueryNote make_note(Code code, TextRange range, std::vector<std::string> arguments) {
  std::string message(kRows[static_cast<std::size_t>(code)].message);
  const std::size_t place = message.find("{0}");
  if (place != std::string::npos && !arguments.empty()) message.replace(place, 3, arguments.front());
  return {code, std::move(arguments), std::move(message), range};
}

void Notes::add(Code code, TextRange range, std::vector<std::string> arguments) {
  if (notes_.size() < kMaxNotes) notes_.push_back(make_note(code, range, std::move(arguments)));
}

}  // namespace tvar::query
