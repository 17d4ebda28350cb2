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
#include "lib/text/fold.h"
#include "lib/text/utf8.h"

namespace tvar::facts {
namespace {

bool begins_legal_form(const AnnotatedText& text, TextRange rest_of_list) {
  const std::size_t i = text.word_at(rest_of_list.begin);
  if (i >= text.size() || text[i].begin >= rest_of_list.end) return false;
  if (text.is(i, kLegalForm) && !text[i].capitalised) return true;
  std::string_view rest = rest_of_list.of(text.text());
  rest = rest.substr(0, rest.find_first_of(",;("));
  std::string probe = "X " + std::string(trim(rest));
  std::string_view view = probe;
  return cut_legal_form_behind(view) && view == "X";
}

void trim_items(std::string_view text, ListItems& items) {
  for (TextRange& item : items) {
    const std::string_view shown = trim(item.of(text));
    if (!shown.empty()) item.begin = static_cast<std::size_t>(shown.data() - text.data());
    item.end = item.begin + shown.size();
  }
  std::erase_if(items, [](const TextRange& item) { return item.empty(); });
}

ListItems parts_at(std::string_view text, TextRange list, std::string_view mark) {
  ListItems items;
  for (std::size_t from = list.begin;;) {
    const std::size_t at = text.find(mark, from);
    items.push_back({from, std::min(at, list.end)});
    if (at >= list.end) break;
    from = at + mark.size();
  }
  trim_items(text, items);
  return items;
}

// "Úřad práce ČR, kontaktní pracoviště Most", "Základní škola Kraslice, Dukelská", "Základní škola, základní umělecká škola
// a mateřská škola Frýdlant": commas inside names.
void join_parts_of_names(const AnnotatedText& text, ListItems& items) {
  for (std::size_t n = 1; n < items.size();) {
    TextRange& before = items[n - 1];
    const std::size_t first = text.word_at(items[n].begin);
    const std::size_t head = text.word_at(before.begin);
    bool named = false;  // by more than what it is
    for (std::size_t i = head + 1; i < first && text[i].begin < before.end; ++i) named = named || text[i].capitalised;
    const bool lower = first < text.size() && !text[first].capitalised;
    bool announces = false;  // tanvaldská pobočka organizace Most k lidem; úřad práce
    for (std::size_t i = first; i < text.size() && text[i].begin < items[n].end; ++i)
      announces = announces || text.is(i, kGenericOrgan | kOrganHead);
    const bool unit = lower && named && !announces && begins_unit(text, first) &&
                      has_capital(text, items[n]) && looks_like_organization(text, before);
    const bool street = is_school(text, before) && is_street(text, items[n]);
    const bool school = lower && !named && is_school(text, before) && is_school(text, items[n]);
    if (!unit && !street && !school) {
      ++n;
      continue;
    }
    before.end = items[n].end;
    items.erase(items.begin() + static_cast<std::ptrdiff_t>(n));
  }
}

// "Masarykova základní škola a Základní škola Hradební" between commas.
void split_pairs(const AnnotatedText& text, ListItems& items) {
  for (std::size_t n = 0; n < items.size(); ++n) {
    const std::size_t first = text.word_at(items[n].begin);
    for (std::size_t i = first + 1; i + 1 < text.size() && text[i + 1].begin < items[n].end; ++i) {
      const TextRange left{items[n].begin, text[i - 1].end};
      const TextRange right{text[i].end, items[n].end};
      const bool named = i > first + 2;  // more than "Základní škola", which goes on
      const bool pair = named && text.lower(i) == "a" && text[i + 1].capitalised &&
                        text.is(i + 1, kOrganHead | kAdjective) && text[first].capitalised &&
                        looks_like_organization(text, left) &&
                        head_of(text, i + 1) < text.word_at(items[n].end);
      if (!pair) continue;
      items[n] = left;
      items.insert(items.begin() + static_cast<std::ptrdiff_t>(n) + 1, {right.begin + 1, right.end});
      break;
    }
  }
}

// "…, která převzala terénní práci, …": what is told of the item before. A description before a dash goes as well:
// "obě školy – Základní škola Hradební".
void drop_clauses(const AnnotatedText& text, ListItems& items) {
  std::erase_if(items, [&](const TextRange& item) {
    const std::size_t i = text.word_at(item.begin);
    if (i >= text.size() || text[i].capitalised) return false;
    const std::string_view word = text.lower(i);
    return word.starts_with("kter") || word == "jež" || word == "jenž" || word == "kde" || word == "kteří";
  });
  for (TextRange& item : items) {
    constexpr std::string_view kDash = " – ";
    const std::size_t dash = item.of(text.text()).find(kDash);
    if (dash == std::string_view::npos) continue;
    bool named = false;
    for (std::size_t i = text.word_at(item.begin); i < text.size() && text[i].begin < item.begin + dash; ++i)
      named = named || text[i].capitalised;
    if (!named) item.begin += dash + kDash.size();
  }
  split_pairs(text, items);
}

// "a od letošního ledna i Poradna": the "a" before the "i", or i itself.
std::size_t begin_of_conjunction(const AnnotatedText& text, std::size_t i) {
  constexpr std::size_t kFarthest = 4;  // words
  if (text.lower(i) == "a") return i;
  for (std::size_t at = i; at > 0 && i - at < kFarthest && !text[at - 1].capitalised && text.follows(at);
       --at) {
    if (text.lower(at - 1) == "a") return at - 1;
  }
  return i;
}

// Whether a word behind the first has a capital.
bool has_name(const AnnotatedText& text, TextRange item) {
  return has_capital(text, {text[text.word_at(item.begin)].end, item.end});
}

// "… a Charita": the conjunction before the last item, unless it stands inside a name (věda a výzkum).
void split_last(const AnnotatedText& text, TextRange rest, ListItems& items) {
  std::size_t cut = rest.end;
  for (std::size_t i = text.word_at(rest.begin); i < text.size() && text[i].end < rest.end; ++i) {
    const bool conjunction = text.lower(i) == "a" || text.lower(i) == "i" || text.lower(i) == "také";
    if (!conjunction || text[i].begin == rest.begin || i + 1 >= text.size()) continue;
    const bool joins_adjectives =  // Probační a mediační služba
        text.is(i - 1, kAdjective) && text.is(i + 1, kAdjective) && !text[i + 1].capitalised;
    if (joins_adjectives) continue;
    const bool in_school = !text[i + 1].capitalised && is_school(text, {rest.begin, text[i].begin}) &&
                           is_school(text, {text[i].end, rest.end}) && !has_name(text, {rest.begin, text[i].begin});
    if (in_school) continue;
    const bool announced = text.is(i + 1, kGenericOrgan) && i + 2 < text.size() && text[i + 2].capitalised;
    const bool starts_name = text[i + 1].capitalised || announced || text.is(i + 1, kTownNoun | kOrganHead) ||
                             (text.is(i + 1, kAdjective) && text.is(i + 2, kOrganHead));
    if (starts_name) cut = i;
  }
  if (cut == rest.end) {
    items.push_back(rest);
    return;
  }
  items.push_back({rest.begin, text[begin_of_conjunction(text, cut)].begin});
  items.push_back({text[cut].end, rest.end});
}

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

// "Zařízení Krnov, p. o." before word i.
bool ends_with_legal_form(const AnnotatedText& text, std::size_t begin, std::size_t i) {
  constexpr std::size_t kLongest = 40;  // bytes
  const bool dot = text.gap_before(i).starts_with(".");
  if (!dot && !text.raw(i - 1).ends_with(".")) return false;
  const std::size_t end = text[i - 1].end + (dot ? 1U : 0U);
  const std::size_t from = end - begin > kLongest ? end - kLongest : begin;
  const std::string_view before = text.text().substr(from, end - from);
  const std::size_t comma = before.rfind(',');
  if (comma == std::string_view::npos) return false;
  const std::string probe = "X" + std::string(before.substr(comma));
  std::string_view view = probe;
  return cut_legal_form_behind(view) && view == "X";
}

// "z. s. Projekt potrvá": a new sentence, since its verb comes before any comma.
bool verb_follows(const AnnotatedText& text, std::size_t i) {
  constexpr std::size_t kFarthest = 4;  // words
  for (std::size_t at = i + 1; at < text.size() && at <= i + kFarthest && text.follows(at); ++at) {
    if (!text[at].capitalised && is_verb(text, at)) return true;
  }
  return false;
}

bool is_bracketed(std::string_view text, std::size_t at) {
  const std::string_view before = text.substr(0, at);
  return std::count(before.begin(), before.end(), '(') > std::count(before.begin(), before.end(), ')');
}

}  // namespace

std::size_t end_of_list_sentence(const AnnotatedText& text, std::size_t begin, std::size_t limit) {
  for (std::size_t i = text.word_at(begin) + 1; i < text.size() && text[i].begin < limit; ++i) {
    const std::string_view gap = text.gap_before(i);
    if (text[i].sentence_start && gap.find('.') != std::string_view::npos && !text.is(i - 1, kTitle))
      return text[i - 1].end + gap.find('.') + 1;
    const bool legal = text.is(i - 1, kLegalForm) || ends_with_legal_form(text, begin, i);
    const bool begins = is_preposition(text.lower(i)) || is_verb(text, i);
    // "o. s. Naděje" has its form before the name.
    const bool before_name = text.text().substr(0, text[i - 1].end).ends_with("s") &&
                             (text.lower(i - 1) == "os" || (i > 1 && text.lower(i - 2) == "o"));
    if (legal && text[i].capitalised && trim(gap).find_first_not_of('.') == std::string_view::npos &&
        (!before_name || verb_follows(text, i)))
      return text[i - 1].end;
    if (legal && begins && trim(gap).find_first_not_of('.') == std::string_view::npos && text[i].capitalised)
      return text[i - 1].end;
    if (gap.starts_with(". ") && text[i].capitalised && !legal &&
        text[i - 1].kind != text::TokenKind::abbreviation && !text.is(i - 1, kTitle) &&
        text.lower(i - 1).size() > 3) {
      return text[i - 1].end + 1;
    }
  }
  return limit;
}

ListItems parts_of_list(const AnnotatedText& text, TextRange list) {
  ListItems items;
  const std::string_view all = text.text();
  constexpr std::string_view kDash = " – ";
  const std::size_t dash = list.of(all).find(kDash);
  if (dash != std::string_view::npos && dash != list.of(all).rfind(kDash) && !is_bracketed(list.of(all), dash) &&
      looks_like_organization(text, {list.begin, list.begin + dash}))
    return parts_at(all, list, kDash);
  for (const std::string_view mark : {" • ", " · ", " | ", " : "}) {
    if (list.of(all).find(mark) != std::string_view::npos) return parts_at(all, list, mark);
  }
  const bool semicolons = list.of(all).find(';') != std::string_view::npos;
  std::size_t from = list.begin;
  int depth = 0;
  for (std::size_t at = list.begin; at < list.end; ++at) {
    if (all[at] == '(') ++depth;
    if (all[at] == ')') --depth;
    if (depth > 0) continue;
    if (all[at] == ';' || (all[at] == ',' && !semicolons)) {
      if (begins_legal_form(text, {at + 1, list.end})) continue;
      items.push_back({from, at});
      from = at + 1;
    }
  }
  items.push_back({from, list.end});
  trim_items(all, items);
  if (semicolons || items.empty()) return items;
  join_parts_of_names(text, items);
  drop_clauses(text, items);
  if (items.empty()) return items;
  const TextRange last = items.back();
  items.pop_back();
  split_last(text, last, items);
  trim_items(all, items);
  return items;
}

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
