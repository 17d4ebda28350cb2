// SPDX-License-Identifier: GPL-2.0-or-later
#include "lib/facts/organization_phrase.h"

#include <algorithm>
#include <string_view>

#include "lib/analysis/stop_words.h"
#include "lib/facts/gazetteer.h"
#include "lib/facts/head_forms.h"
#include "lib/facts/name_forms.h"
#include "lib/facts/noun_phrases.h"
#include "lib/facts/organization_names.h"
#include "lib/facts/organization_units.h"
#include "lib/text/fold.h"
#include "lib/text/utf8.h"

namespace tvar::facts {
namespace {

// Of a saint, who follows, or what somebody is like: no name has "zdrženlivý" behind its noun.
bool is_no_kind(std::string_view adjective) {
  constexpr std::size_t kLongestEnding = 8;  // bytes of "livého"
  const std::size_t at = adjective.rfind("liv");
  return adjective.starts_with("svat") || (at != adjective.npos && adjective.size() - at <= kLongestEnding);
}

// Adjectives that stand behind their noun: Střední škola živnostenská, Charita ostravsko-opavská, Střední škola strojní,
// stavební a dopravní
std::size_t adjectives_behind(const AnnotatedText& text, std::size_t head) {
  const auto adjective_at = [&](std::size_t i) {  // its last word, or i - 1
    if (i >= text.size() || text[i].capitalised) return i - 1;
    const std::size_t last = i + 1 < text.size() && text.gap_before(i + 1) == "-" ? i + 1 : i;
    return text.is(last, kAdjective) && !is_verb(text, last) && !is_no_kind(text.lower(last)) ? last : i - 1;
  };
  if (!is_joined(text, head + 1)) return head;
  std::size_t last = adjective_at(head + 1);
  if (last == head) return head;
  for (int more = 0; more < 4; ++more) {
    const bool joined =
        is_word(text, last + 1, "a") && is_joined(text, last + 1) && is_joined(text, last + 2);
    const bool listed = last + 1 < text.size() && text.gap_before(last + 1) == ", ";
    const std::size_t from = last + (joined ? 2 : 1);
    if (!joined && !listed) break;
    const std::size_t next = adjective_at(from);
    if (next < from) break;
    last = next;
  }
  const std::size_t behind = last + 1;
  const bool ends = behind >= text.size() || !is_joined(text, behind) || text[behind].capitalised ||
                    (is_verb(text, behind) && !text.is(behind, kAdjective)) ||
                    analysis::is_stop_word(text.lower(behind)) || is_preposition(text.lower(behind));
  const bool of_people =
      text.is(last, kGenitive) && (text.lower(last).ends_with("ých") || text.lower(last).ends_with("ích"));
  return ends && !of_people ? last : head;
}

// Courts, museums and archives are told apart by where they sit; others only stand somewhere.
bool is_called_by_place(const AnnotatedText& text, std::size_t head) {
  const std::string_view word = text.lower(head);
  for (const std::string_view noun :
       {"soud", "zastupitelstv", "univerzit", "akademi", "archiv", "muze", "galeri", "záložn"}) {
    if (word.starts_with(noun)) return true;
  }
  const std::string_view before = head > 0 ? text.lower(head - 1) : std::string_view();
  for (const std::string_view kind : {"fakultní", "vědeck", "psychiatrick", "krajsk"}) {
    if (before.starts_with(kind)) return true;
  }
  if (word.starts_with("sbor")) return before.starts_with("farní");
  // Of the offices and schools of towns the one in that town is meant.
  std::size_t first = head;
  while (first > 0 && !text[first].capitalised && text.is(first - 1, kAdjective) && text.follows(first))
    --first;
  for (const std::string_view local :
       {"městsk", "obecní", "okresní", "střední", "základní", "mateřsk", "vysok"}) {
    if (first < head && text.lower(first).starts_with(local)) return true;
  }
  return false;
}

// "Místní akční skupina", "chráněné bydlení": the noun is a head behind that adjective alone.
bool is_head_by_adjective(const AnnotatedText& text, std::size_t i) {
  struct Pair {
    std::string_view adjective, noun;  // as they begin in all cases
  };
  constexpr Pair kPairs[] = {
      {"akční", "skupin"},       {"pionýrsk", "skupin"},   {"národní", "rad"},       {"chráněn", "bydlení"},
      {"podporovan", "bydlení"}, {"ran", "péč"},           {"demokratick", "stran"}, {"pirátsk", "stran"},
      {"lidov", "stran"},        {"obvodní", "oddělení"},  {"náboženská", "obec"},   {"židovsk", "ob"},
      {"dechov", "hudb"},        {"kulturní", "zařízení"}, {"sociální", "zařízení"}, {"školsk", "zařízení"}};
  return std::any_of(std::begin(kPairs), std::end(kPairs), [&](const Pair& pair) {
    return text.lower(i).starts_with(pair.noun) && text.lower(i - 1).starts_with(pair.adjective);
  });
}

// "Společnost na ochranu zvířat", "Liga proti rakovině": the last word, or `preposition`.
std::size_t cause(const AnnotatedText& text, std::size_t head, std::size_t preposition) {
  const std::string_view word = text.lower(preposition);
  const std::string_view noun = text.lower(preposition + 1);
  const bool is_cause = noun == "ochranu" || noun == "podporu" || noun == "pomoc" || noun == "obranu";
  const std::string_view what = text.lower(head);
  const bool fights = what.starts_with("hnut") || what.starts_with("lig");
  if (!(word == "na" && is_cause) && !((word == "za" || word == "proti") && fights)) return preposition;
  const std::size_t end = noun_phrase(text, preposition + 1);
  return end > preposition ? genitive_phrase(text, end + 1) : preposition;
}

// "Zlínský kraj" behind "pro".
std::size_t region(const AnnotatedText& text, std::size_t from) {
  const std::size_t last = capitalised_run(text, from);
  const bool noun =
      last >= from && text.is(last, kAdjective) && is_joined(text, last + 1) && is_noun(text, last + 1);
  return noun ? last + 1 : last;
}

bool is_trade(const AnnotatedText& text, std::size_t i) {
  return is_noun(text, i) && (text.lower(i).ends_with("ství") || text.lower(i).ends_with("ctví"));
}

// The words in lower case behind a head that belong to the name.
std::size_t tail_of_head(const AnnotatedText& text, std::size_t head) {
  std::size_t last = adjectives_behind(text, head);
  last = genitive_phrase(text, last + 1);
  if (is_word(text, last, "přátel")) {
    while (is_joined(text, last + 1) && text[last + 1].is_person) ++last;  // Spolek přátel Josefa Hoffmanna
  }
  if (is_word(text, last, "péče") && is_word(text, last + 1, "o"))
    last = std::max(last, noun_phrase(text, last + 2));
  const std::size_t next = last + 1;
  if (!is_joined(text, next) || !is_joined(text, next + 1)) return last;
  if (text.lower(next) == "pro") {
    const std::size_t end = is_name_word(text, next + 1) ? region(text, next + 1) : purpose(text, next + 1);
    if (end > next) last = end;
  } else if ((text.lower(next) == "v" || text.lower(next) == "ve") && last > head &&
             is_trade(text, next + 1)) {
    last = next + 1;  // Svaz podnikatelů ve stavebnictví
  } else if ((text.lower(next) == "s" || text.lower(next) == "se") &&
             (text.lower(head).starts_with("d") || is_word(text, last, "osob") ||
              is_word(text, last, "lidí"))) {
    const std::size_t end = noun_phrase(text, next + 1);  // Domov se zvláštním režimem
    if (end > next) last = end;
  }
  if (const std::size_t end = cause(text, head, next); end > next) last = end;
  return last;
}

// "Základní škola a mateřská škola", "Městské muzeum a galerie Břeclav": the second noun, or `head`.
std::size_t second_head(const AnnotatedText& text, std::size_t head) {
  if (!is_word(text, head + 1, "a") || !is_joined(text, head + 1)) return head;
  for (std::size_t i = head + 2; i < head + 5 && is_joined(text, i) && is_lower_word(text, i); ++i) {
    if (text.is(i, kOrganHead)) {
      const bool has_adjective = i > head + 2 && text.is(head, kFeminine) && text.is(i, kFeminine);
      const bool sits =
          (is_word(text, i + 1, "v") || is_word(text, i + 1, "ve")) && text.is(i + 2, kTownStart);
      const bool is_named = i == head + 2 && !text.is(i, kOrganNoun) && is_joined(text, i + 1) &&
                            (is_name_word(text, i + 1) || sits);
      return has_adjective || is_named ? i : head;
    }
    const bool is_upkeep = i == head + 2 && text.lower(head).starts_with("správ") && is_noun(text, i);
    if (is_upkeep && genitive_phrase(text, i + 1) > i) return i;  // Správa a údržba silnic
    if (text.lower(head).starts_with("vodovod") && text.lower(i).starts_with("kanaliz")) return i;
    if (!text.is(i, kAdjective)) break;
  }
  return head;
}

// "sv. Josefa", "T. G. Masaryka": word i stands behind an abbreviation that belongs to it.
bool follows_initial(const AnnotatedText& text, std::size_t i) {
  if (i == 0 || i >= text.size() || trim(text.gap_before(i)) != ".") return false;
  const std::string_view before = text.lower(i - 1);
  return before == "sv" || (text[i - 1].capitalised && text::count_code_points(before) == 1);
}

// "kraje" behind "Libereckého", "národního parku" behind "Krkonošského": the last word, or `i - 1`.
std::size_t end_of_genitive(const AnnotatedText& text, std::size_t i) {
  if (!text.is(i - 1, kAdjective) || !text[i - 1].capitalised) return i - 1;
  const std::string_view adjective = text.lower(i - 1);
  const bool genitive = adjective.ends_with("ého") || adjective.ends_with("ých") ||
                        adjective.ends_with("é") || adjective.ends_with("ího") || adjective.ends_with("ích");
  return genitive ? genitive_noun_phrase(text, i) : i - 1;
}

// "Mostu a Litvínova" behind "měst", "Čech, Moravy a Slezska".
std::size_t series_of_places(const AnnotatedText& text, std::size_t from) {
  const auto is_land = [&](std::size_t i) {
    return is_word(text, i, "čech") || is_word(text, i, "moravy") || is_word(text, i, "slezska");
  };
  const bool lands = is_land(from) && is_word(text, from + 1, "a") ? is_land(from + 2) : is_land(from);
  if (!lands && !(from > 0 && names_towns(text, from - 1))) return from;
  std::size_t last = from;
  if (lands && last + 1 < text.size() && text.gap_before(last + 1) == ", " && is_name_word(text, last + 1) &&
      is_word(text, last + 2, "a"))
    ++last;
  if (!is_word(text, last + 1, "a") || !is_name_word(text, last + 2) || !is_joined(text, last + 2))
    return from;
  return capitalised_run(text, last + 2);
}

// "112 členů", "3:1", "40 000", the year behind "©", but not "Praha 3".
bool counts(const AnnotatedText& text, std::size_t number) {
  const std::size_t i = number + 1;
  if (text.raw(number).find(' ') != std::string_view::npos) return true;
  const Line& line = text.line_of(number);
  constexpr std::size_t kDigits = 4;
  const bool year = text.lower(number).size() == kDigits;
  if (year && text.text().substr(line.begin, line.end - line.begin).find("©") != std::string_view::npos)
    return true;
  if (text.gap_after(number).starts_with(":")) return true;
  return is_joined(text, i) && (text.is(i, kCounted | kMemberWord) || text.lower(i).ends_with("ů") ||
                                is_genitive_adjective(text, i));
}

// "Knihovna Jiřího Mahena": whose it is says too little, its town follows.
bool is_named_after_person(const AnnotatedText& text, std::size_t head, std::size_t last) {
  if (head > 0 && last == head && possessive_stem(text.lower(head - 1)) > 0 && text[head - 1].capitalised)
    return true;
  const bool given = text.is(head + 1, kGivenName) || text::count_code_points(text.lower(head + 1)) == 1;
  return last >= head + 2 && given && text[last].capitalised;
}

// What its own name stands before: Fio banka, Jupiter club.
bool is_called_before(std::string_view noun) {
  return noun.starts_with("bank") || noun.starts_with("spořiteln") || noun.starts_with("pojišťovn") ||
         noun == "club" || noun == "clubu";
}

// What may stand before a head beside adjectives: Speciálně pedagogické centrum, Janáčkova filharmonie, Rotary klub.
bool begins_head(const AnnotatedText& text, std::size_t i) {
  const std::string_view word = text.lower(i);
  const bool head = text.is(i + 1, kOrganHead) && !text.is(i + 1, kGenericOrgan);
  if (head && (word == "rotary" || word == "lions" || word == "kiwanis")) return true;
  if (head && !text[i].sentence_start && !text.is(i, kTownStart | kAdjective | kOrganHead | kRole) &&
      is_called_before(text.lower(i + 1)))
    return true;
  if (!is_lower_word(text, i + 1)) return false;
  return text.is(i + 1, kAdjective) ? word.ends_with("ě") && word != "nově"
                                    : head && possessive_stem(word) > 0;
}

// "Jablonné v Podještědí": the last word of a town that is called so, or i.
std::size_t end_of_town_in(const AnnotatedText& text, std::size_t i) {
  const bool may_be = text.is(i, kTownStart) && (is_word(text, i + 1, "v") || is_word(text, i + 1, "ve"));
  const std::size_t words = may_be ? town_at(text, i).words : 0;
  return words > 1 ? i + words - 1 : i;
}

// "hl. m. Prahy" behind `last`.
std::size_t end_of_capital(const AnnotatedText& text, std::size_t last) {
  const bool capital = is_word(text, last + 1, "hl") && is_word(text, last + 2, "m") &&
                       is_word(text, last + 3, "prahy") && is_joined(text, last + 1);
  return capital ? last + 3 : last;
}

// "bod", "dům": nouns of three letters, which are no function words.
bool is_short_noun(const AnnotatedText& text, std::size_t i) {
  return is_lower_word(text, i) && text.lower(i).size() == 3 && !is_verb(text, i) &&
         !text.is(i, kAdjective) && !is_preposition(text.lower(i)) && !analysis::is_stop_word(text.lower(i));
}

// "Lužické a Žitavské hory", where `last` is the first adjective; "Slavičín a okolí".
std::size_t end_of_pair(const AnnotatedText& text, std::size_t last) {
  if (!text[last].capitalised || !is_word(text, last + 1, "a") || !is_joined(text, last + 1) ||
      !is_joined(text, last + 2))
    return last;
  if (is_word(text, last + 2, "okolí")) return last + 2;
  const bool adjectives = text.is(last, kAdjective) && is_name_word(text, last + 2) &&
                          text.is(last + 2, kAdjective) && is_joined(text, last + 3);
  return adjectives && is_noun(text, last + 3) ? last + 3 : last;
}

// "na Jesenicku", "v Karlovarském kraji": where a network works, behind what it is for. The last word, or `last`.
std::size_t end_of_area(const AnnotatedText& text, std::size_t last) {
  const std::size_t name = last + 2;
  if (!(is_word(text, last + 1, "na") || is_word(text, last + 1, "v") || is_word(text, last + 1, "ve")) ||
      !is_joined(text, last + 1) || !is_joined(text, name) || !is_name_word(text, name))
    return last;
  const std::string_view word = text.lower(name);
  if (is_word(text, name + 1, "kraji") && text.is(name, kAdjective) && is_joined(text, name + 1))
    return name + 1;
  if (word.ends_with("sku") || word.ends_with("cku")) return name;
  return text.is(name, kTownStart) ? std::max(name, capitalised_run(text, name + 1)) : last;
}

bool is_network(std::string_view noun) {
  for (const std::string_view network : {"partnerstv", "platform", "koalic", "sít", "síť", "alianc"}) {
    if (noun.starts_with(network)) return true;
  }
  return false;
}

bool is_congregation(const AnnotatedText& text, std::size_t head, std::size_t last) {
  const std::string_view word = text.lower(last);
  return text.lower(head).starts_with("sbor") && last > head &&
         (word == "evangelické" || word == "bratrské" || word == "husitské" || word == "církve");
}

bool names_go_on_behind(std::string_view preposition) {  // Ústí nad Labem, but not "Charita v Brně"
  return preposition == "nad" || preposition == "pod" || preposition == "u" || preposition == "na";
}

}  // namespace

std::size_t capitalised_run(const AnnotatedText& text, std::size_t from) {
  std::size_t last = from - 1;
  for (std::size_t i = from; i > 0 && i < text.size(); ++i) {
    const bool letters = text.gap_before(i) == "." && text[i].capitalised && text[i - 1].all_caps;  // EG.D
    const bool glued = letters || text.gap_before(i).empty();                                       // GasNet
    if (!is_joined(text, i) && !glued && !follows_initial(text, i)) break;
    if (is_name_word(text, i) && (!text[i].sentence_start || follows_initial(text, i))) {
      last = i;
      if (const std::size_t town = end_of_town_in(text, i); town > i) {
        last = i = town;
        continue;
      }
      const std::size_t series = series_of_places(text, i);
      if (series > i) return series;
      // Církve československé husitské
      while (text.lower(last).starts_with("církv") || (last > i && is_joined(text, last + 1))) {
        if (!is_joined(text, last + 1) || !is_genitive_adjective(text, last + 1) || last > i + 1) break;
        ++last;
      }
      if (last > i) return last;
      // Praha-východ
      const std::string_view side =
          i + 1 < text.size() && text.gap_before(i + 1) == "-" ? text.lower(i + 1) : "";
      if (side == "východ" || side == "západ" || side == "venkov" || side == "sever" || side == "jih")
        last = ++i;
    } else if (text[i].kind == text::TokenKind::roman && last == i - 1 && last >= from) {
      last = i;  // Karlovy Vary II
    } else if (text[i].kind == text::TokenKind::number && last == i - 1 && last >= from && !counts(text, i) &&
               text.gap_before(i) == " ") {
      last = i;
    } else if (is_word(text, i, "sv") && follows_initial(text, i + 1) && is_name_word(text, i + 1)) {
      last = ++i;
    } else if (last == i - 1 && i > from && names_go_on_behind(text.lower(i)) && is_name_word(text, i + 1) &&
               is_joined(text, i + 1)) {
      continue;
    } else if (const std::size_t end = end_of_genitive(text, i); last == i - 1 && i > from && end >= i) {
      last = i = end;
      if (text.is(i, kOrganHead)) last = i = tail_of_head(text, i);  // Českého svazu včelařů
      const bool church = text.lower(i).starts_with("církv") && is_joined(text, i + 1);
      if (church && is_genitive_adjective(text, i + 1)) last = ++i;  // Českobratrské církve evangelické
    } else {
      break;
    }
  }
  return last;
}

std::size_t head_of(const AnnotatedText& text, std::size_t first) {
  if (text.is(first, kRole)) return text.size();  // Vedoucí azylového domu
  for (std::size_t i = first; i < first + 5 && i < text.size(); ++i) {
    if (i > first && !is_joined(text, i)) break;
    const bool by_adjective = i > first && text.is(i, kFeminine | kNeuter) && is_head_by_adjective(text, i);
    if (text.is(i, kOrganHead) || by_adjective) return i > first && text[i].sentence_start ? text.size() : i;
    if (text.is(i, kAdjective)) continue;
    const bool joins = i > first && text.lower(i) == "a" && text.is(i + 1, kAdjective);
    if (!joins && (i > first || !begins_head(text, i))) break;
  }
  return text.size();
}

std::size_t end_of_name(const AnnotatedText& text, std::size_t head) {
  const std::size_t noun = second_head(text, head);
  std::size_t last = tail_of_head(text, noun);
  for (int turns = 0; turns < 3; ++turns) {
    const std::size_t before = last;
    if (const std::size_t quoted = end_of_quotation(text, last + 1); quoted > last) {
      last = quoted;
      const bool town = text.is(last + 1, kTownStart) && text.gap_before(last + 1).ends_with(" ");
      if (town && is_name_word(text, last + 1)) last = std::max(last + 1, capitalised_run(text, last + 2));
    }
    last = end_of_capital(text, std::max(last, capitalised_run(text, last + 1)));
    last = end_of_pair(text, last);
    if (last > noun && text[last].capitalised && text.is(last, kOrganHead))  // Ústav fyziky Akademie věd
      last = tail_of_head(text, last);
    if (is_word(text, last + 1, "u") && is_word(text, last + 2, "sv") && is_joined(text, last + 2))
      last = std::max(last, capitalised_run(text, last + 2));  // Fakultní nemocnice u sv. Anny
    const bool sits = (is_word(text, last + 1, "v") || is_word(text, last + 1, "ve")) &&
                      is_joined(text, last + 1) && is_joined(text, last + 2) && text.is(last + 2, kTownStart);
    if (sits && turns > 0 && is_branch(text, last)) last = std::max(last, capitalised_run(text, last + 2));
    if (turns == 0 && last > noun && is_network(text.lower(noun))) last = end_of_area(text, last);
    if (sits && turns == 0 &&
        (is_called_by_place(text, noun) || is_named_after_person(text, noun, last) ||
         is_congregation(text, noun, last)))
      last = std::max(last, capitalised_run(text, last + 2));
    const bool seated = is_word(text, last + 1, "se") && is_word(text, last + 2, "sídlem") &&
                        is_preposition(text.lower(std::min(last + 3, text.size() - 1)));
    if (seated && is_joined(text, last + 1)) last = std::max(last, capitalised_run(text, last + 4));
    if (is_word(text, last, "v") || is_word(text, last, "ve")) last = before;
    // Sdružení rodičů při Gymnáziu Jihlava
    if (is_word(text, last + 1, "při") && is_joined(text, last + 1) && is_name_word(text, last + 2))
      last = std::max(last, capitalised_run(text, last + 2));
    if (const std::size_t branch = branch_behind(text, last);
        branch > last && (last > noun || text.is(noun - 1, kAdjective)))
      last = tail_of_head(text, branch);
    if (last == before) break;
  }
  // Divadlo Buchty a loutky
  const bool of_two = text.lower(noun).starts_with("divadl") && last == noun + 1 &&
                      is_word(text, last + 1, "a") && is_joined(text, last + 1) &&
                      is_joined(text, last + 2) && is_noun(text, last + 2) &&
                      !text.is(last + 2, kOrganHead | kOrganNoun | kTownNoun | kPublicBody);
  return of_two ? last + 2 : last;
}

std::size_t end_of_own_name(const AnnotatedText& text, std::size_t last) {
  const std::size_t next = last + 1;
  if (text[last].capitalised && is_preposition(text.lower(last))) {  // Za krásnější Vimperk, Na půli cesty
    std::size_t i = next;
    while (is_joined(text, i) && text.is(i, kAdjective)) ++i;
    if (is_joined(text, i) && is_name_word(text, i)) return capitalised_run(text, i);
    if (!is_joined(text, i) || !is_noun(text, i)) return last;
    const std::size_t end = genitive_phrase(text, i + 1);
    // K srdci klíč
    return end == i && is_joined(text, i + 1) && is_noun(text, i + 1) && !is_joined(text, i + 2) ? i + 1
                                                                                                 : end;
  }
  if (!is_joined(text, next) || !is_lower_word(text, next) || is_verb(text, next)) return last;
  const bool at_end = next + 1 >= text.size() || !is_joined(text, next + 1);
  const std::string_view word = text.lower(next);
  if (word == "bez" && is_joined(text, next + 1) && is_genitive_noun(text, next + 1)) return next + 1;
  const std::string_view own = text.lower(last);
  const bool ours = own == "náš" || own == "naše" || own == "můj" || own == "moje";
  const bool noun = is_noun(text, next) || is_short_noun(text, next);
  if ((ours || text.is(last, kAdjective)) && noun && !text.is(next, kMonth))
    return next;  // Třetí patro, Náš krám
  const bool two_adjectives = text.is(last, kAdjective) && text.is(next, kAdjective) && at_end;
  if (two_adjectives && word.back() == text.lower(last).back()) return next;  // Krušnohorská bytová
  const bool for_something = word == "pro" && is_joined(text, next + 1) &&
                             (is_name_word(text, next + 1) || is_noun(text, next + 1)) &&
                             !is_joined(text, next + 2);
  if (for_something) return next + 1;  // Ruka pro Vysočinu
  // Přátelé ostrovského zámku
  const std::size_t genitive = genitive_noun_phrase(text, next);
  if (genitive > next && !text.is(last, kAdjective) && !text[last].all_caps && !text.is(last, kTownStart))
    return genitive;
  // Kousek štěstí
  if (at_end && !text.is(last, kAdjective) && !text[last].all_caps && is_genitive_noun(text, next))
    return next;
  const bool for_whom = word.ends_with("ům") || word.ends_with("ám") || word == "dětem" || word == "lidem";
  return at_end && for_whom ? next : last;
}

std::size_t end_of_quotation(const AnnotatedText& text, std::size_t first) {
  constexpr std::size_t kLongest = 8;
  if (first == 0 || first >= text.size()) return first - 1;
  const std::string_view gap = text.gap_before(first);
  const std::string_view opening = trim(gap);
  if (gap.empty() || gap.front() != ' ' || (opening != "„" && opening != "\"")) return first - 1;
  for (std::size_t i = first; i < text.size() && i < first + kLongest; ++i) {
    const std::string_view behind = text.gap_after(i);
    if (behind.starts_with("“") || behind.starts_with("”") || behind.starts_with("\"")) return i;
    if (!text.follows(i + 1)) break;
  }
  return first - 1;
}

std::string name_of(const AnnotatedText& text, std::size_t first, std::size_t last, const Stemmer& stemmer) {
  const std::size_t head = head_of(text, first);
  std::size_t end = text[last].end;
  const std::string_view shown = text.text().substr(text[first].begin, end - text[first].begin);
  const std::string_view behind = text.gap_after(last);
  const bool quotes = shown.find("„") != std::string_view::npos || shown.find('"') != std::string_view::npos;
  for (const std::string_view mark : {"“", "”", "\""}) {  // of a quotation inside the name
    if (quotes && behind.starts_with(mark)) {
      end += mark.size();
      break;
    }
  }
  if (head > last) return canonical_name(text.text().substr(text[first].begin, end - text[first].begin));
  const std::size_t second = second_head(text, head);
  const std::size_t agreeing = std::min(adjectives_behind(text, second), last);
  std::string name = nominative_of_heads(text, first, head, second, agreeing, stemmer);
  name += text.text().substr(text[agreeing].end, end - text[agreeing].end);
  return canonical_name(name);
}

}  // namespace tvar::facts
