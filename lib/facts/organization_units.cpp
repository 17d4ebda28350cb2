// SPDX-License-Identifier: GPL-2.0-or-later
#include "lib/facts/organization_units.h"

#include <string_view>

#include "lib/facts/noun_phrases.h"
#include "lib/facts/organization_phrase.h"

namespace tvar::facts {
namespace {

// Of units: místní organizace, dopravní inspektorát, kontaktní pracoviště, …
bool is_unit_letters(std::string_view letters) {
  for (const std::string_view unit : {"MO", "ZO", "OO", "DI", "KoP", "OS", "ÚO"}) {
    if (letters == unit) return true;
  }
  return false;
}

bool is_school(const AnnotatedText& text, std::size_t first, std::size_t last) {
  for (std::size_t i = first; i < last; ++i) {
    if (text.lower(i).starts_with("škol") || text.raw(i) == "ZŠ" || text.raw(i) == "MŠ") return true;
  }
  return false;
}

// "Dukelská", "Budovatelů", without a number of the house and with nothing else before the next mark.
bool is_street_alone(const AnnotatedText& text, std::size_t i) {
  const std::string_view word = text.lower(i);
  const bool street =
      word.ends_with("ská") || word.ends_with("cká") || word.ends_with("ova") || word.ends_with("ů");
  return street && is_name_word(text, i) && !is_joined(text, i + 1);
}

// "místní organizace", "dopravní inspektorát" of the police: the noun, or `first - 1`.
std::size_t unit_noun(const AnnotatedText& text, std::size_t first, bool police) {
  std::size_t noun = first;
  while (noun < first + 2 && is_joined(text, noun + 1) && text.is(noun, kAdjective)) ++noun;
  const std::string_view kind = text.lower(first);
  const std::string_view what = text.lower(noun);
  if (noun == first) return !text[first].capitalised && what.starts_with("pobočk") ? noun : first - 1;
  const bool local = kind.starts_with("místní") || kind.starts_with("základní") ||
                     kind.starts_with("okresní") || kind.starts_with("oblastní");
  const bool is_unit = (police && (what.starts_with("oddělení") || what.starts_with("inspektorát"))) ||
                       (kind.starts_with("kontaktní") && what.starts_with("pracovišt")) ||
                       (local && what.starts_with("organizac"));
  return is_unit ? noun : first - 1;
}

}  // namespace

bool is_branch(const AnnotatedText& text, std::size_t i) {
  for (const std::string_view noun : {"středisk", "poboč", "pracovišt", "oddělení", "organizac", "skupin",
                                      "děkanstv", "arciděkanstv", "závod", "ředitelstv"}) {
    if (text.lower(i).starts_with(noun)) return true;
  }
  return false;
}

std::size_t branch_behind(const AnnotatedText& text, std::size_t last) {
  if (last + 1 >= text.size()) return last;
  const std::string_view mark = text.gap_before(last + 1);
  if (mark != " – " && mark != " - ") return last;
  for (std::size_t i = last + 1; i < last + 4 && i < text.size(); ++i) {
    if ((i > last + 1 && !is_joined(text, i)) || text.is(i, kWorkingWord)) break;  // no pracovní skupina
    if (is_branch(text, i)) return i;
    if (!text.is(i, kAdjective)) break;
  }
  return last;
}

std::size_t end_of_unit_behind_comma(const AnnotatedText& text, std::size_t first, std::size_t last) {
  constexpr std::size_t kLetters = 3;  // bytes
  const std::size_t unit = last + 1;
  if (unit >= text.size() || text.gap_before(unit) != ", ") return last;
  if (text[unit].capitalised && text[unit].end - text[unit].begin <= kLetters) {  // MO Brtnice, DI Jihlava
    const std::size_t end = is_unit_letters(text.raw(unit)) ? capitalised_run(text, unit + 1) : last;
    return end > unit ? end : last;
  }
  if (text.is(last, kTownStart) && is_school(text, first, last) && is_street_alone(text, unit)) return unit;
  const std::string_view owner = text.lower(first);
  const std::size_t noun = unit_noun(text, unit, owner.starts_with("polici") || owner == "pčr");
  if (noun < unit) return last;
  const std::size_t end = capitalised_run(text, noun + 1);
  return end > noun && !text.is(end, kOrganHead) ? end : last;
}

}  // namespace tvar::facts
