// SPDX-License-Identifier: GPL-2.0-or-later
#include "lib/facts/legal_forms.h"

#include <algorithm>
#include <iterator>
#include <string_view>

#include "lib/analysis/stop_words.h"
#include "lib/facts/name_forms.h"
#include "lib/facts/noun_phrases.h"
#include "lib/facts/organization_phrase.h"

namespace tvar::facts {
namespace {

// "Nový začátek": a noun in lower case goes with the capital of its adjective.
bool completes_adjective(const AnnotatedText& text, std::size_t i) {
  return i > 0 && text[i - 1].capitalised && text.is(i - 1, kAdjective) && text.follows(i) &&
         text[i].kind == text::TokenKind::word && !is_preposition(text.lower(i)) &&
         !text.is(i, kAdjective | kOrganNoun) && !analysis::is_stop_word(text.lower(i));
}

// "Karel Hřib a synové": persons in the name of what belongs to them.
bool is_partner(const AnnotatedText& text, std::size_t i) {
  const std::string_view word = text.lower(i);
  return word == "syn" || word == "synové" || word == "spol" || word == "partneři" || word == "dcery" ||
         word == "bratři" || word == "kolektiv";
}

// "vodovody a kanalizace": the second noun of an adjective with a capital.
bool is_second_noun(const AnnotatedText& text, std::size_t i) {
  return i > 2 && text.lower(i - 1) == "a" && text.follows(i) && text.follows(i - 1) &&
         completes_adjective(text, i - 2) && text[i].kind == text::TokenKind::word && !text.is(i, kOrganNoun);
}

// The name around a noun that reaches to the word before `form`: "Spolek přátel kláštera Hostinné". Its first word, or
// `form`.
std::size_t headed_name_before(const AnnotatedText& text, std::size_t form) {
  constexpr std::size_t kLongest = 12;  // words
  for (std::size_t i = form; i-- > 0 && form - i <= kLongest;) {
    if (is_name_word(text, i)) {
      const std::size_t head = head_of(text, i);
      const bool inside = head + 1 < form;
      const bool own_adjective = head > i && !text[i].sentence_start && i != text.line_of(i).first_word;
      const bool announces =
          inside && !own_adjective && text.is(head, kGenericOrgan) && text[head + 1].capitalised;
      if (inside && !announces && end_of_name(text, head) + 1 == form) return i;
    }
    if (text[i].is_organization || text[i].sentence_start || is_verb(text, i)) break;
  }
  return form;
}

// "Spolek Za krásnější Vimperk": what stands between the noun that announces a name and `form`. Its first word, or `form`.
std::size_t announced_name_before(const AnnotatedText& text, std::size_t form) {
  constexpr std::size_t kLongest = 8;  // words
  for (std::size_t i = form; i-- > 0 && form - i <= kLongest;) {
    const bool glued = i + 1 < form && (text.gap_before(i + 1) == "." || text.gap_before(i + 1) == "-" ||
                                        text.gap_before(i + 1) == " – ");  // Pomoc v tísni – Západ
    if (i + 1 < form && !text.follows(i + 1) && !glued && !text.gap_before(i + 1).empty()) break;
    if (text.is(i, kGenericOrgan) && i + 1 < form && text[i + 1].capitalised) return i + 1;
    const bool joins_another = text.lower(i) == "a" && i + 1 < form && text[i + 1].capitalised;
    if (joins_another || is_verb(text, i) || text[i].is_organization || text[i].in_reference) break;
  }
  return form;
}

// "Nositel: Pomoc v tísni Sokolovsko, z. ú.": all that stands behind the label. Its first word, or `form`.
std::size_t labelled_name_before(const AnnotatedText& text, std::size_t form) {
  constexpr std::size_t kLongest = 8;  // words
  for (std::size_t i = form; i-- > 0 && form - i <= kLongest;) {
    const bool joins_another = text.lower(i) == "a" && i + 1 < form && text[i + 1].capitalised;
    if (joins_another || is_verb(text, i) || text[i].is_organization || text[i].is_person) break;
    const std::string_view mark = trim(text.gap_before(i));
    if (mark == ":" || mark == "|") return is_name_word(text, i) && !text.is(i, kGenericOrgan) ? i : form;
    if (!text.follows(i)) break;
  }
  return form;
}

bool is_dotted(const AnnotatedText& text, std::size_t i) {
  return text.raw(i).find('.') != std::string_view::npos;
}

}  // namespace

std::size_t name_before(const AnnotatedText& text, std::size_t form) {
  constexpr std::size_t kLongestTail = 8;
  std::size_t first = form;
  std::size_t lower_run = 0;
  bool partners = false;
  if (const std::size_t headed = headed_name_before(text, form); headed != form) return headed;
  if (const std::size_t announced = announced_name_before(text, form); announced != form) return announced;
  if (const std::size_t labelled = labelled_name_before(text, form); labelled != form) return labelled;
  for (std::size_t i = form; i-- > 0;) {
    const std::string_view gap = text.gap_before(i + 1);
    // "Poradna pro občanství, občanská a lidská práva, z.s.": a comma inside, as long as no capital was seen.
    const bool comma = trim(gap) == "," && (i + 1 == form || first == form);
    if (!comma && !text.follows(i + 1) && gap != "-" && gap != "." && !gap.empty()) break;
    if (text[i].is_organization || text[i].in_reference ||
        (text[i].is_person && !partners && i + 1 != form && !text[i + 1].is_person))
      break;
    if (text[i].kind == text::TokenKind::number) continue;
    if (text[i].capitalised) {
      if (first != form && text[i].sentence_start && is_verb(text, i) && !text.is(i, kAdjective)) break;
      first = i;
      lower_run = 0;
      continue;
    }
    if (is_verb(text, i) || (text.is(i, kGenericOrgan) && !text.is(i, kAdjective))) break;
    const std::string_view word = text.lower(i);
    const bool small = is_preposition(word) || word == "a";
    const bool head = text.is(i, kOrganHead);
    partners = partners || is_partner(text, i);
    // Before the first capital words in lower case may be the tail of the name; behind it, only what joins names.
    if (first != form && !small && !head && !completes_adjective(text, i) && !is_second_noun(text, i)) break;
    if (first != form && small && !is_second_noun(text, i + 1) &&
        (i == 0 || !text[i - 1].capitalised || word == "v" || word == "ve" || word == "s" || word == "z" ||
         word == "a"))
      break;
    if (++lower_run > kLongestTail) return form;
  }
  while (first + 1 < form && text.is(first, kGenericOrgan) && text[first + 1].capitalised) ++first;
  while (first < form && text[first].sentence_start && is_preposition(text.lower(first))) ++first;
  return first;
}

bool is_form_behind(const AnnotatedText& text, std::size_t i) {
  if (text.is(i, kLegalForm) && !text[i].all_caps && is_dotted(text, i)) return true;
  if (text[i].capitalised || i + 1 >= text.size()) return false;
  const std::string_view gap = text.gap_before(i);
  const std::string_view word = text.lower(i);
  if (text[i].gap != Gap::comma && word != "spol") return false;
  const std::string_view next = text.lower(i + 1);
  if (word == "spol" && (next == "s" || next == "sro")) return true;
  if (trim(gap) != "," || !text.follows(i + 1)) return false;
  struct Written {
    std::string_view first, second;  // as their words begin in all cases
  };
  constexpr Written kWritten[] = {
      {"občansk", "sdružení"}, {"obecně", "prospěšn"}, {"zapsan", "spol"},          {"zapsan", "ústav"},
      {"pobočn", "spol"},      {"státní", "podnik"},   {"příspěvkov", "organizac"}, {"akciov", "společnost"},
      {"společnost", "s"},     {"národní", "podnik"},  {"evropsk", "společnost"},   {"nadační", "fond"}};
  return std::any_of(std::begin(kWritten), std::end(kWritten), [&](const Written& form) {
    return word.starts_with(form.first) && next.starts_with(form.second);
  });
}

}  // namespace tvar::facts
