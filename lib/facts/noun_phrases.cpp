// SPDX-License-Identifier: GPL-2.0-or-later
#include "lib/facts/noun_phrases.h"

#include <algorithm>

#include "lib/analysis/stop_words.h"
#include "lib/facts/name_forms.h"

namespace tvar::facts {
namespace {

// Nouns in the genitive that say when: "minulého týdne".
bool says_when(const AnnotatedText& text, std::size_t i) {
  const std::string_view word = text.lower(i);
  return text.is(i, kMonth | kYearWord) || word == "týdne" || word == "měsíce" || word == "dne" ||
         word == "večera" || word == "rána" || word == "odpoledne" || word == "dál" || word == "dnes" ||
         word == "letos" || word == "vloni" || word == "včera" || word == "zítra";
}

// What stands behind "a" in a name is no other organisation.
std::size_t joined_phrase(const AnnotatedText& text, std::size_t from) {
  const std::size_t last = genitive_noun_phrase(text, from);
  const bool another = last == from && text.is(last, kTownNoun | kOrganHead | kOrganNoun | kPublicBody) &&
                       !names_towns(text, last);
  return another ? from - 1 : last;
}

// "a příspěvek kraje": given beside, and no purpose.
bool is_gift(std::string_view noun) {
  for (const std::string_view gift : {"příspěv", "dotac", "dar", "podpor", "grant"}) {
    if (noun.starts_with(gift)) return true;
  }
  return false;
}

// "práce a sociálních věcí", "školství, mládeže a tělovýchovy": more of the same case behind `last`.
std::size_t with_joined(const AnnotatedText& text, std::size_t last) {
  std::size_t end = last;
  std::size_t part = last;
  for (int parts = 0; parts < 5; ++parts) {
    if (is_word(text, part + 1, "a") && is_joined(text, part + 1) && is_joined(text, part + 2)) {
      const std::size_t next = joined_phrase(text, part + 2);
      if (next >= part + 2) return next;
    }
    if (part + 1 >= text.size() || trim(text.gap_before(part + 1)) != "," ||
        !is_genitive_noun(text, part + 1))
      break;
    ++part;  // counts only when an "a" ends the series
  }
  return end;
}

}  // namespace

bool is_name_word(const AnnotatedText& text, std::size_t i) {
  return i < text.size() && (text[i].capitalised || text[i].all_caps) && !text[i].is_person &&
         !text[i].in_reference &&
         (text[i].kind == text::TokenKind::word || text[i].kind == text::TokenKind::abbreviation) &&
         !text.is(i, kLegalForm);
}

bool is_verb(const AnnotatedText& text, std::size_t i) {
  return text.is(i, kVerb | kBeingVerb | kVerbForm);
}

bool is_joined(const AnnotatedText& text, std::size_t i) {
  return text.follows(i) || (i > 0 && i < text.size() && text.gap_before(i) == "-");
}

bool is_lower_word(const AnnotatedText& text, std::size_t i) {
  return i < text.size() && !text[i].capitalised && text[i].kind == text::TokenKind::word;
}

bool is_word(const AnnotatedText& text, std::size_t i, std::string_view word) {
  return i < text.size() && text.lower(i) == word;
}

bool is_noun(const AnnotatedText& text, std::size_t i) {
  return is_lower_word(text, i) && !is_verb(text, i) && !text.is(i, kAdjective) && text.lower(i).size() > 3 &&
         !is_preposition(text.lower(i)) && !analysis::is_stop_word(text.lower(i)) && !says_when(text, i);
}

bool is_genitive_noun(const AnnotatedText& text, std::size_t i) {
  return text.is(i, kGenitive) && is_noun(text, i);
}

bool is_genitive_adjective(const AnnotatedText& text, std::size_t i) {
  return is_lower_word(text, i) && text.is(i, kGenitive) && text.is(i, kAdjective) &&
         !analysis::is_stop_word(text.lower(i));
}

bool names_towns(const AnnotatedText& text, std::size_t i) {
  const std::string_view word = text.lower(i);
  return word == "měst" || word == "obcí" || word == "městysů";
}

std::size_t genitive_noun_phrase(const AnnotatedText& text, std::size_t from) {
  std::size_t i = from;
  std::size_t adjective = from - 1;
  while (is_joined(text, i)) {
    const bool adverb = is_lower_word(text, i) && text.lower(i).ends_with("ě") && is_joined(text, i + 1) &&
                        is_genitive_adjective(text, i + 1) && !is_verb(text, i);
    if (adverb) ++i;
    if (!is_genitive_adjective(text, i)) break;
    adjective = i++;
    if (is_word(text, i, "a") && is_joined(text, i) && is_joined(text, i + 1) &&
        is_genitive_adjective(text, i + 1))
      ++i;
  }
  if (is_joined(text, i) && is_genitive_noun(text, i)) return i;
  if (adjective < from) return adjective;
  const std::string_view people = text.lower(adjective);  // nevidomých
  return people.ends_with("ých") || people.ends_with("ích") ? adjective : from - 1;
}

std::size_t genitive_phrase(const AnnotatedText& text, std::size_t from) {
  constexpr int kLongestChain = 3;
  std::size_t last = from - 1;
  for (int links = 0; links < kLongestChain; ++links) {
    const std::size_t next = genitive_noun_phrase(text, last + 1);
    if (next <= last) break;
    last = with_joined(text, next);
  }
  // A town must be named: "města Orlové", but not "Úřad města".
  if (last >= from && text.is(last, kTownNoun) && !text.is(last, kAdjective) && text.lower(last) != "měst" &&
      text.lower(last) != "obcí" && text.lower(last) != "městyse" && text.lower(last) != "obce" &&
      !(is_joined(text, last + 1) && is_name_word(text, last + 1))) {
    --last;
  }
  return last;
}

std::size_t noun_phrase(const AnnotatedText& text, std::size_t from) {
  std::size_t i = from;
  while (is_joined(text, i) && is_lower_word(text, i) && text.is(i, kAdjective)) ++i;
  return is_joined(text, i) && is_noun(text, i) ? i : from - 1;
}

std::size_t purpose(const AnnotatedText& text, std::size_t from) {
  std::size_t last = noun_phrase(text, from);
  if (last < from) return last;
  last = genitive_phrase(text, last + 1);
  if (is_word(text, last + 1, "a") && is_joined(text, last + 1) && is_joined(text, last + 2)) {
    const std::size_t next = noun_phrase(text, last + 2);
    const bool another =
        next == last + 2 && (text.is(next, kTownNoun | kOrganHead | kOrganNoun) || is_gift(text.lower(next)));
    if (next >= last + 2 && !another) last = genitive_phrase(text, next + 1);
  }
  if ((is_word(text, last + 1, "s") || is_word(text, last + 1, "se")) && is_joined(text, last + 1)) {
    last = std::max(last, noun_phrase(text, last + 2));
    if (is_word(text, last, "s") || is_word(text, last, "se")) --last;
  }
  return last;
}

}  // namespace tvar::facts
