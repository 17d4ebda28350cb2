// SPDX-License-Identifier: GPL-2.0-or-later
#include "lib/facts/list_items.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

#include "lib/facts/gazetteer.h"
#include "lib/facts/name_forms.h"
#include "lib/facts/name_parts.h"
#include "lib/facts/noun_phrases.h"
#include "lib/facts/organization_names.h"
#include "lib/facts/organization_phrase.h"
#include "lib/facts/short_names.h"

namespace tvar::facts {
namespace {

// "Městská policie Písek ........ Rostislav Šafr": where the dots begin that lead the eye, as they end the item.
std::size_t leader_dots(std::string_view item) {
  constexpr std::ptrdiff_t kFewest = 3;
  const std::size_t behind = item.find_last_not_of(". ");
  if (behind == std::string_view::npos) return std::string_view::npos;
  const std::string_view tail = item.substr(behind + 1);
  const std::size_t first = tail.find(" ..");
  const bool leads =
      first != std::string_view::npos &&
      std::count(tail.begin() + static_cast<std::ptrdiff_t>(first), tail.end(), '.') >= kFewest;
  if (leads) return behind + 1 + first;
  return item.ends_with("…") ? item.size() - std::string_view("…").size() : std::string_view::npos;
}

// A person who stands for nobody else.
bool is_private(std::string_view word) {
  return word == "osvč" || word.starts_with("podnikatel") || word.starts_with("občan");
}

// "ředitelka, Charita": what is no role.
std::string_view last_part(const AnnotatedText& text, std::string_view item) {
  const std::size_t first = text.word_at(static_cast<std::size_t>(item.data() - text.text().data()));
  const std::size_t comma = item.find(',');
  if (first < text.size() && is_private(text.lower(first))) return {};
  const bool role = first < text.size() && text.is(first, kRole);
  if (!role) return item;
  if (comma != std::string_view::npos) {
    const std::string_view behind = trim(item.substr(comma + 1));
    std::string_view form = item;
    return cut_legal_form_behind(form) && form.size() <= comma
               ? trim(form.substr(text[first].end - text[first].begin))
               : behind;
  }
  // "starosta města Most": an office, no member
  return {};
}

// What stands before the person: "Charita – Jana Malá", "Charita, zastoupená ředitelkou Janou Malou".
std::string_view before_person(std::string_view item) {
  if (const std::size_t leader = leader_dots(item); leader != std::string_view::npos)
    return trim(item.substr(0, leader));
  std::size_t cut = item.find_last_of(",(:");
  for (const std::string_view dash : {" – ", " - ", " — ", " / "}) {
    const std::size_t found = (std::string(item) + " ").rfind(dash);
    if (found != std::string::npos && (cut == std::string_view::npos || found > cut)) cut = found;
  }
  const std::size_t represented = item.find("zastoupen");
  if (represented != std::string_view::npos) cut = represented;
  if (cut == std::string_view::npos)
    return item.ends_with("–") || item.ends_with("-") || item.ends_with("/")
               ? trim(item.substr(0, item.size() - (item.ends_with("–") ? std::string_view("–").size() : 1)))
               : std::string_view();
  return trim(item.substr(0, cut));
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// The part of an item behind a comma tells how to reach the organisation: a postcode, a phone, a page, a house.
bool is_contact(std::string_view part) {
  const std::string_view shown = trim(part);
  for (const std::string_view mark : {"tel", "mob", "IČ", "PSČ", "e-mail", "sídl", "adres", "http"}) {
    if (shown.starts_with(mark)) return true;
  }
  if (shown.find('@') != std::string_view::npos || shown.find("www.") != std::string_view::npos) return true;
  const std::size_t digits = static_cast<std::size_t>(std::count_if(shown.begin(), shown.end(), is_digit));
  if (digits < 2) return false;
  return is_digit(shown.back()) || (digits >= 5 && is_digit(shown.front()));  // Ruská 264; 417 01 Dubí
}

// A school keeps the street that it is told by, without a postcode or a phone.
bool is_school_in_street(const AnnotatedText& text, std::string_view item) {
  const std::size_t begin = static_cast<std::size_t>(item.data() - text.text().data());
  const std::size_t comma = item.find(',');
  const std::size_t next = item.find(',', comma + 1);
  if (comma == std::string_view::npos) return false;
  const std::string_view rest = next == std::string_view::npos ? std::string_view() : item.substr(next + 1);
  if (std::count_if(rest.begin(), rest.end(), is_digit) > 0) return false;
  return is_school(text, {begin, begin + comma}) &&
         is_street(text, {begin + comma + 1, begin + std::min(next, item.size())});
}

// Up to the address; beside a phone "Wilsonova 7" is one as well.
std::string_view without_contacts(const AnnotatedText& text, std::string_view item) {
  if (is_school_in_street(text, item)) return item;
  std::size_t cut = std::string_view::npos;
  bool is_sure = false;
  for (std::size_t comma = item.find(','); comma != std::string_view::npos;
       comma = item.find(',', comma + 1)) {
    const std::string_view part = trim(item.substr(comma + 1, item.find(',', comma + 1) - comma - 1));
    const bool contact = is_contact(part);
    is_sure = is_sure || contact;
    if (cut == std::string_view::npos && (contact || (!part.empty() && is_digit(part.back())))) cut = comma;
  }
  return is_sure ? trim(item.substr(0, cut)) : item;
}

// "město Dubí - odbor výstavby je zastoupen přes pana Malého": a clause about the item.
std::string_view without_clause(const AnnotatedText& text, std::string_view item) {
  for (const std::string_view mark : {" – ", " - "}) {
    const std::size_t at = item.find(mark);
    if (at == std::string_view::npos) continue;
    const std::size_t begin = static_cast<std::size_t>(item.data() - text.text().data());
    std::size_t word = text.word_at(begin + at + mark.size());
    if (word >= text.size() || text[word].capitalised) continue;
    for (; word < text.size() && text[word].begin < begin + item.size(); ++word) {
      if (text.is(word, kBeingVerb) || is_verb(text, word)) return trim(item.substr(0, at));
    }
  }
  return item;
}

// "Město Velké Hamry, zastoupené starostou", "Charita: terénní práce v Chodově", "Charita – terénní program": what is told
// of the organisation. Behind a dash it may be a part of the name unless that is one without it.
std::string_view without_description(const AnnotatedText& text, std::string_view item) {
  for (const std::string_view clause : {" zastoupen", " se sídlem"}) {
    if (const std::size_t at = item.find(clause); at != std::string_view::npos && at > 0) item = item.substr(0, at);
  }
  const std::size_t begin = static_cast<std::size_t>(item.data() - text.text().data());
  for (const std::string_view mark : {": ", " – ", " - "}) {
    const std::size_t at = item.find(mark);
    if (at == std::string_view::npos) continue;
    const std::size_t word = text.word_at(begin + at + mark.size());
    const bool tells = word < text.size() && text[word].begin < begin + item.size() && !text[word].capitalised &&
                       text[word].kind == text::TokenKind::word && !text.is(word, kOrganHead | kTownNoun);
    if (tells && !begins_unit(text, word) && looks_like_organization(text, {begin, begin + at})) item = item.substr(0, at);
  }
  return trim(item.ends_with(",") ? item.substr(0, item.size() - 1) : item);
}

// "Charita Teplice – místopředseda": a role alone is no part of the name.
std::string_view without_role(const AnnotatedText& text, std::string_view item) {
  for (const std::string_view mark : {", ", " – ", " - "}) {
    const std::size_t at = item.rfind(mark);
    if (at == std::string_view::npos) continue;
    const std::size_t begin = static_cast<std::size_t>(item.data() - text.text().data()) + at + mark.size();
    const std::size_t role = text.word_at(begin);
    const std::size_t end = begin - at - mark.size() + item.size();
    const bool tells =
        text.is(role, kRole) || (mark == ", " && !text[role].capitalised &&
                                 (text.is(role, kGenericOrgan) || text.lower(role) == "družstvo"));
    if (tells && text[role].end >= end) return trim(item.substr(0, at));  // Jasnica, spolek
  }
  return item;
}

// "dále spolek Květina", "od ledna i Poradna"
bool is_list_adverb(std::string_view word) {
  for (const std::string_view adverb : {"dále", "také", "i", "též", "nově", "rovněž", "nakonec", "konečně",
                                        "zejména", "například", "obě", "dvě", "tři", "zdejší", "místní"}) {
    if (word == adverb) return true;
  }
  return false;
}

// "za město Dubí", "zástupci města Dubí", "spolek Květina": what only leads to the name.
std::string_view without_announcer(const AnnotatedText& text, std::string_view item) {
  constexpr std::size_t kFarthest = 4;  // words
  const std::size_t begin = static_cast<std::size_t>(item.data() - text.text().data());
  const auto has = [&](std::size_t word) {
    return word < text.size() && text[word].begin < begin + item.size();
  };
  std::size_t i = text.word_at(begin);
  std::size_t from = begin;
  if (has(i + 1) && text.lower(i) == "a" && !text[i].capitalised) from = text[++i].begin;
  while (has(i + 1) && !text[i].capitalised && is_list_adverb(text.lower(i))) from = text[++i].begin;
  if (has(i + 1) && text.lower(i) == "za" && (!text[i].capitalised || text.is(i + 1, kTownNoun | kOrganHead)))
    from = text[++i].begin;
  if (has(i + 1) && text.is(i, kRole) && text.lower(i).starts_with("zástup")) from = text[++i].begin;
  for (std::size_t at = i; at < i + kFarthest && has(at + 1) && !text[at].capitalised; ++at) {
    if (text.is(at, kGenericOrgan) && (text[at + 1].capitalised || trim(text.gap_before(at + 1)) == "„"))
      from = text[at].end;
  }
  return trim(item.substr(from - begin));
}

// "Centrum sociálních služeb Josefa Korbela", "Gymnázium dr. A. Hrdličky": whom an organisation is called by.
bool is_part_of_name(const AnnotatedText& text, std::size_t first, std::size_t person) {
  std::size_t noun = person;
  while (noun > first && text.follows(noun) && text.is(noun - 1, kTitle)) --noun;
  if (noun == first || !text.follows(noun)) return false;
  for (std::size_t i = noun; i > first && text.follows(i); --i) {
    if (text.is(i - 1, kRole | kPersonNoun | kTitle) || is_verb(text, i - 1)) return false;  // manažerka skupiny Dana
  }
  return text.is(noun - 1, kNamedThing | kOrganHead) || is_genitive_noun(text, noun - 1);
}

// What stands behind the person and the degrees of the person.
std::string_view behind_person(const AnnotatedText& text, std::string_view item) {
  for (const std::string_view degree : {", Ph.D.", ", DiS.", ", MBA", ", CSc.", ", MPA"}) {
    if (item.starts_with(degree)) item = trim(item.substr(degree.size()));
  }
  if (item.starts_with("(") && item.find(')') != std::string_view::npos)
    return last_part(text, item.substr(1, item.find(')') - 1));
  for (const std::string_view mark : {"–", "-", "—", ",", ":", "/"}) {
    if (item.starts_with(mark)) return last_part(text, trim(item.substr(mark.size())));
  }
  return {};
}

// "Květinu", "Naděje": a word that the stemmer knows as a noun in -a or -e.
std::string nominative_of_word(const std::string& name, std::string_view lower, const Stemmer& stemmer) {
  Readings readings;
  stemmer.stem(lower, StemMode::document, readings);
  for (const Reading& reading : readings) {
    const std::string lemma = stemmer.lemma_of(reading.term);
    const std::size_t stem = lemma.empty() ? 0 : lemma.size() - 1;
    if (!lemma.ends_with("a") || lemma.size() < 4 || !lower.starts_with(lemma.substr(0, stem))) continue;
    const std::string_view ending = lower.substr(stem);
    if (ending == "u" || ending == "y" || ending == "ou")
      return name.substr(0, name.size() - ending.size()) + "a";
  }
  return name;
}

std::string nominative_of_town_noun(std::string_view form) {
  if (form.starts_with("městys")) return "městys";
  if (form.starts_with("měst") && !form.starts_with("městeč")) return "město";
  return form.starts_with("obc") || form == "obec" ? "obec" : std::string();
}

}  // namespace

std::string_view organization_of_item(const AnnotatedText& text, TextRange item) {
  const std::string_view all = text.text();
  const std::size_t first = text.word_at(item.begin);
  const std::size_t stop = text.word_at(item.end);
  std::size_t person = stop;
  std::size_t behind = stop;
  for (std::size_t i = first; i < stop; ++i) {
    if (!text[i].is_person) continue;
    if (person == stop) person = i;
    behind = i + 1;
  }
  std::string_view shown = item.of(all);
  const std::size_t comma = item.begin + std::min(shown.find(','), shown.size());
  const bool person_first = person < stop && text[person].begin < comma;
  if (!person_first && is_school_in_street(text, trim(shown)))
    return without_announcer(text, trim(shown));  // Boženy Němcové 16
  if (person < stop && is_part_of_name(text, first, person)) person = behind = stop;
  if (person > first && person < stop) {
    shown = before_person(trim(all.substr(item.begin, text[person].begin - item.begin)));
  } else if (person < stop) {
    const std::size_t end = text[behind - 1].end;
    shown = behind_person(text, trim(all.substr(end, item.end - end)));
  }
  if (shown.empty()) return shown;
  shown = without_clause(text, without_contacts(text, without_description(text, shown)));
  return without_announcer(text, without_role(text, shown));
}

std::string nominative_of_item(const AnnotatedText& text, TextRange item, const Stemmer& stemmer) {
  std::size_t first = text.word_at(item.begin);
  const std::string_view shown = item.of(text.text());
  const std::size_t end = text.word_at(item.begin + std::min(shown.find('('), shown.size()));
  const std::string as_it_is = canonical_name(shown);
  if (first >= end || text[first].all_caps) return as_it_is;
  const bool statutory = text.lower(first).starts_with("statutární") && first + 1 < end;
  const std::size_t noun = statutory ? first + 1 : first;
  if (text.is(noun, kTownNoun) && !text.is(noun, kAdjective) && noun + 1 < end) {
    const TownWords town = town_at(text, noun + 1);
    std::string name = nominative_of_town_noun(text.lower(noun));
    if (town.words == 0 || noun + 1 + town.words != end || name.empty()) return as_it_is;
    if (text[first].capitalised) name[0] = static_cast<char>(name[0] - 'a' + 'A');  // ASCII, all of them
    return (statutory ? "statutární " : "") + name + " " + std::string(town.name);
  }
  const std::size_t head = head_of(text, first);
  if (head < end) return name_of(text, first, end - 1, stemmer);
  const bool one_word =
      first + 1 == end || text[first + 1].capitalised == false || text.is(first + 1, kLegalForm);
  return one_word ? nominative_of_word(as_it_is, text.lower(first), stemmer) : as_it_is;
}

bool looks_like_organization(const AnnotatedText& text, TextRange item) {
  for (std::size_t i = text.word_at(item.begin); i < text.size() && text[i].begin < item.end; ++i) {
    if (text.is(i, kOrganHead | kOrganNoun | kLegalForm)) return true;
    if (text.is(i, kTownNoun) && i + 1 < text.size() && text[i + 1].capitalised) return true;
    if (text[i].capitalised && end_of_lettered_name(text, i) > i) return true;
  }
  return false;
}

bool has_capital(const AnnotatedText& text, TextRange item) {
  for (std::size_t i = text.word_at(item.begin); i < text.size() && text[i].begin < item.end; ++i) {
    if (text[i].capitalised || text[i].all_caps) return true;
  }
  return false;
}

bool has_verb(const AnnotatedText& text, TextRange item) {
  for (std::size_t i = text.word_at(item.begin); i < text.size() && text[i].begin < item.end; ++i) {
    // Městské sociální zařízení, Člověk v tísni
    const bool noun = text.is(i, kOrganHead | kOrganNoun) || (i > 0 && is_preposition(text.lower(i - 1)));
    if (!text[i].capitalised && !noun && is_verb(text, i)) return true;
  }
  return false;
}

bool are_all_organizations(const AnnotatedText& text, const std::vector<std::string_view>& cells) {
  return std::all_of(cells.begin(), cells.end(), [&text](std::string_view cell) {
    const std::size_t begin = static_cast<std::size_t>(cell.data() - text.text().data());
    return cell.empty() || looks_like_organization(text, {begin, begin + cell.size()});
  });
}

bool are_mostly_organizations(const AnnotatedText& text, const ListItems& items) {
  const auto organs = std::count_if(items.begin(), items.end(), [&text](const TextRange& item) {
    return looks_like_organization(text, item);
  });
  const bool single = std::none_of(items.begin(), items.end(), [&text](const TextRange& item) {
    return parts_of_list(text, item).size() > 1;
  });
  return single && items.size() >= 2 && static_cast<std::size_t>(organs) * 3 >= items.size() * 2;
}

}  // namespace tvar::facts
