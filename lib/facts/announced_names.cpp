// SPDX-License-Identifier: GPL-2.0-or-later
#include "lib/facts/announced_names.h"

#include <algorithm>
#include <string_view>

#include "lib/facts/name_forms.h"
#include "lib/facts/noun_phrases.h"
#include "lib/facts/organization_phrase.h"

namespace tvar::facts {
namespace {

// "skupina ČEVAK": a group of companies or of musicians, but none that works on something.
bool is_named_group(const AnnotatedText& text, std::size_t i) {
  constexpr std::size_t kFewest = 3;  // bytes
  return text.is(i, kGroupWord) && i + 1 < text.size() && text[i + 1].all_caps && text.follows(i + 1) &&
         text[i + 1].end - text[i + 1].begin >= kFewest && !(i > 0 && text.is(i - 1, kWorkingWord));
}

// "Most k domovu", which the page calls so once more: the noun, or `last`.
std::size_t end_of_repeated(const AnnotatedText& text, std::size_t first, std::size_t last) {
  const std::size_t noun = last + 2;
  if (!text.follows(last + 1) || !text.follows(noun) || !is_noun(text, noun)) return last;
  const std::string_view word = text.lower(last + 1);
  if (word != "k" && word != "ke" && word != "pro" && word != "bez" && word != "do" && word != "na")
    return last;
  const auto occurs = [&](std::size_t i) {  // whatever space stands between its words
    for (std::size_t w = first; w <= noun; ++w) {
      if (text.lower(i + w - first) != text.lower(w) || (w > first && !text.follows(i + w - first)))
        return false;
    }
    return true;
  };
  for (std::size_t i = 0; i + noun - first < text.size(); ++i) {
    if (i != first && text[i].capitalised && occurs(i)) return noun;
  }
  return last;
}

// "Novák a syn"
std::size_t end_with_kin(const AnnotatedText& text, std::size_t last) {
  if (!is_word(text, last + 1, "a") || !text.follows(last + 1) || !text.follows(last + 2)) return last;
  for (const std::string_view kin : {"syn", "synové", "synů", "spol", "partneři", "dcery", "bratři"}) {
    if (text.lower(last + 2) == kin) return last + 2;
  }
  return last;
}

// "od firmy Novák a Jahn": one firm, as the preposition shows, named after two.
std::size_t end_of_two(const AnnotatedText& text, std::size_t first, std::size_t last) {
  if (first < 2 || last != first || !text.lower(first - 1).starts_with("firm") || !text.follows(first - 1))
    return last;
  const std::string_view before = text.lower(first - 2);
  const bool singular =
      text.lower(first - 1) != "firem" && (before == "od" || before == "u" || before == "z");
  const bool two = is_word(text, last + 1, "a") && text.follows(last + 1) && text.follows(last + 2) &&
                   text[last + 2].capitalised;
  return singular && two ? last + 2 : last;
}

}  // namespace

bool is_group_or_fund(const AnnotatedText& text, std::size_t i) {
  return is_named_group(text, i) ||
         (i > 0 && text.lower(i).starts_with("fond") && text.lower(i - 1).starts_with("nadační"));
}

std::size_t end_of_announced_name(const AnnotatedText& text, std::size_t first) {
  std::size_t last = end_of_own_name(text, capitalised_run(text, first + 1));
  last = std::max(last, capitalised_run(text, last + 1));
  const bool glued_dash =
      last + 1 < text.size() && text.gap_before(last + 1) == " –" && is_name_word(text, last + 1);
  if (glued_dash) ++last;
  return std::max(
      {end_of_repeated(text, first, last), end_with_kin(text, last), end_of_two(text, first, last)});
}

std::vector<std::pair<std::size_t, std::size_t>> series_behind(const AnnotatedText& text, std::size_t last) {
  std::vector<std::pair<std::size_t, std::size_t>> series;
  for (std::size_t at = last + 1; at < text.size();) {
    const bool comma = text.gap_before(at) == ", ";
    const bool conjunction = (is_word(text, at, "a") || is_word(text, at, "nebo")) && text.follows(at);
    const std::size_t name = conjunction ? at + 1 : at;
    const bool is_plain =
        is_name_word(text, name) && (!conjunction || text.follows(name)) &&
        !text.is(name, kTownStart | kGivenName | kOrganHead | kOrganNoun | kAdjective | kRole);
    if ((!comma && !conjunction) || !is_plain) break;
    const std::size_t end = end_with_kin(text, std::max(name, capitalised_run(text, name + 1)));
    series.emplace_back(name, end);
    if (conjunction) return series;
    at = end + 1;
  }
  return {};  // a series ends with "a"; else what follows a comma may be anything
}

bool is_explained(const AnnotatedText& text, std::size_t i) {
  if (!is_name_word(text, i) || text.is(i, kTownStart | kGivenName | kAdjective | kOrganHead)) return false;
  if (i + 2 >= text.size() || text.gap_before(i + 1) != ", " || (text.follows(i) && text[i - 1].capitalised))
    return false;
  std::size_t noun = i + 1;
  if (text.is(noun, kAdjective) && !text[noun].capitalised && text.follows(noun + 1)) ++noun;
  if (!text.is(noun, kGenericOrgan) || text[noun].capitalised) return false;
  const std::string_view behind = trim(text.gap_after(noun));
  return behind.starts_with(",") || is_word(text, noun + 1, "z") || is_word(text, noun + 1, "ze") ||
         is_word(text, noun + 1, "s") || is_word(text, noun + 1, "se");
}

bool is_choir(std::string_view noun) {
  return noun.starts_with("sbor") || noun.starts_with("dechovk");
}

bool names_what_follows(const AnnotatedText& text, std::size_t i) {
  if (!text.is(i, kOrganHead) || !text.follows(i + 1) || !is_name_word(text, i + 1) ||
      is_preposition(text.lower(i + 1)))
    return false;
  const bool scouts = i > 0 && text.lower(i - 1).starts_with("skautsk");
  const bool of_kind = i > 0 && text.follows(i) && is_lower_word(text, i - 1) &&
                       (text.is(i - 1, kOfficial) || scouts) && text.is(i, kFeminine | kNeuter);
  if (!of_kind && !is_choir(text.lower(i))) return false;
  return text[i + 1].kind == text::TokenKind::word && !text[i + 1].all_caps && !text[i + 1].is_organization &&
         !is_verb(text, i + 1) &&
         !text.is(i + 1, kTownStart | kGivenName | kAdjective | kOrganHead | kOrganNoun | kTitle | kRole |
                             kPersonNoun);
}

}  // namespace tvar::facts
