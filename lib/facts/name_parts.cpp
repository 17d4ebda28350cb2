// SPDX-License-Identifier: GPL-2.0-or-later
#include "lib/facts/name_parts.h"

#include "lib/facts/list_items.h"

namespace tvar::facts {
namespace {

// The words by which a part of an organisation is called: "kontaktní pracoviště Most", "obvodní oddělení".
bool is_unit_noun(std::string_view word) {
  for (const std::string_view beginning : {"pracovišt", "poboč", "odděl", "odbor", "středis", "sekc", "sbor", "diviz",
                                           "organizac", "úsek", "služebn", "stanic", "ředitelstv"}) {
    if (word.starts_with(beginning)) return true;
  }
  return false;
}

}  // namespace

bool begins_unit(const AnnotatedText& text, std::size_t i) {
  constexpr std::size_t kFarthest = 2;  // adjectives
  for (std::size_t at = i; at <= i + kFarthest && at < text.size() && !text[at].capitalised; ++at) {
    if (is_unit_noun(text.lower(at)) || text.lower(at) == "kop" || text.lower(at) == "oo") return true;
    if (!text.is(at, kAdjective)) return false;
  }
  return false;
}

bool is_school(const AnnotatedText& text, TextRange item) {
  for (std::size_t i = text.word_at(item.begin); i < text.size() && text[i].begin < item.end; ++i) {
    const std::string_view word = text.lower(i);
    if (word == "zš" || word == "mš" || word.starts_with("škol") || word.starts_with("gymnázi")) return true;
  }
  return false;
}

bool is_street(const AnnotatedText& text, TextRange part) {
  const std::size_t first = text.word_at(part.begin);
  std::size_t end = first;
  bool capitals = true;
  while (end < text.size() && text[end].begin < part.end) {
    const bool number = text[end].kind == text::TokenKind::number;
    capitals = capitals && (text[end].capitalised || number || end > first);
    ++end;
  }
  constexpr std::size_t kLongest = 4;  // words
  if (end == first || end - first > kLongest || !text[first].capitalised || !capitals) return false;
  if (looks_like_organization(text, part)) return false;
  const std::string_view last = text.lower(end - 1);
  if (text[end - 1].kind == text::TokenKind::number && end > first + 1) return true;
  if (last == "ulice" || last == "cesta" || last == "náměstí" || last == "třída" || last == "sídliště") return true;
  // Boženy Němcové, Karla Čapka, Bratří Venclíků
  const std::string_view name = text.lower(first);
  const bool genitive = name.ends_with("y") || name.ends_with("a") || name.ends_with("e") || name == "bratří" || name == "bří";
  if (end == first + 2 && text[end - 1].capitalised && genitive)
    return last.ends_with("ové") || last.ends_with("ého") || last.ends_with("a") || last.ends_with("ů");
  if (end > first + 1) return false;
  return last.ends_with("ova") || (text.is(first, kAdjective) && (last.ends_with("á") || last.ends_with("í")));
}

}  // namespace tvar::facts
