// SPDX-License-Identifier: GPL-2.0-or-later
#include "lib/facts/town_mentions.h"

#include <algorithm>
#include <iterator>

#include "lib/facts/name_forms.h"
#include "lib/facts/noun_phrases.h"

namespace tvar::facts {
namespace {

constexpr double kNoTown = 0.1;  // a street, a saint
constexpr double kInTitle = 4.0;
constexpr double kInTitleAsOrigin = 2.0;  // "vyhrál vytrvalec z Písku"
constexpr double kInDateline = 4.0;
constexpr double kNearTop = 0.5;
constexpr double kSeat = 0.25;
constexpr double kTownHall = 0.8;  // "město Břeclav", "Městský úřad Břeclav"
constexpr double kOurs = 3.0;      // "naše škola"
constexpr double kSender = 1.5;    // "Farnost Jemnice zve"
constexpr double kVenue = 3.0;     // "Místo konání: radnice Jirkov"
constexpr double kOriginOfPerson = 0.4;
constexpr double kSubject = 1.0;    // "FK Teplice má nového trenéra"
constexpr double kHead = 1.2;       // an address in the head or the foot of a page
constexpr std::size_t kTop = 600;   // bytes
constexpr std::size_t kEdge = 350;  // of the head and the foot

bool is_place_preposition(std::string_view word) {
  constexpr std::string_view kWords[] = {"v",    "ve",     "do", "z",    "ze",    "u",     "na",
                                         "k",    "ke",     "od", "pro",  "kolem", "okolo", "nad",
                                         "mezi", "poblíž", "za", "mimo", "přes",  "vedle"};
  return std::find(std::begin(kWords), std::end(kWords), word) != std::end(kWords);
}

bool is_origin(std::string_view word) {
  return word == "z" || word == "ze" || word == "od";
}

bool is_mayor(std::string_view word) {
  return word.starts_with("starost") || word.starts_with("místostarost") || word.starts_with("primátor");
}

bool has_date_at(const AnnotatedText& text, std::size_t word) {
  return std::any_of(text.dates().begin(), text.dates().end(),
                     [word](const DateMark& date) { return date.word == word; });
}

// "Kolín, Kutná Hora, Čáslav – čtvrtek 9. května 2024": the line begins with names between commas, and a dash with a date follows.
bool is_in_dateline_of_many(const AnnotatedText& text, std::size_t first) {
  constexpr std::size_t kLongest = 10;  // words
  const Line& line = text.line_of(first);
  bool comma = false;
  std::size_t i = line.first_word;
  for (; i < line.end_word && i < line.first_word + kLongest; ++i) {
    if (i > line.first_word) {
      const std::string_view gap = text.gap_before(i);
      const std::string_view mark = trim(gap);
      if (mark == "–" || mark == "—" || mark == "-") break;
      comma = comma || mark == ",";
      if (!mark.empty() && mark != ",") return false;
    }
    if (!text[i].capitalised) return false;
  }
  return comma && first < i && i < line.end_word && (has_date_at(text, i) || has_date_at(text, i + 1));
}

// "Brno, 14. 4. 2016" or "Brno (ČTK) –" at the beginning of a line.
bool is_dateline(const AnnotatedText& text, std::size_t first, std::size_t last) {
  const Line& line = text.line_of(first);
  if (is_in_dateline_of_many(text, first)) return true;
  const bool begins = first == line.first_word ||
                      (first == line.first_word + 1U && is_sure_preposition(text.lower(first - 1)));
  if (!begins || line.is_item || last + 1 >= line.end_word) return false;
  const std::string_view gap = trim(text.gap_before(last + 1));
  const std::size_t next = last + 1;
  if (gap == "." && text[first].all_caps) return true;  // BRNO. Krajský úřad …
  if (gap == "/" && text.gap_before(next).starts_with("/"))
    return line.end - line.begin > 60;            // Hodonín/ V pondělí
  constexpr std::size_t kLongerThanHeading = 60;  // bytes; TEPLICE - V pátek vytrhl …
  if (text[first].all_caps && (gap == "-" || gap == "–") && text.gap_before(next).starts_with(" "))
    return line.end - line.begin > kLongerThanHeading;
  if (gap == "–" || gap == "—" || gap == "|") return line.end - line.begin > 120;
  if (gap != "," && !gap.empty()) return false;
  std::size_t number = text.lower(next) == "dne" ? next + 1 : next;
  // Bor, zámek, 22. června 2012
  const bool venue = gap == "," && !text[next].capitalised && next + 1 < text.size() &&
                     text[next].kind == text::TokenKind::word && text.gap_before(next + 1) == ", ";
  if (venue) number = next + 1;
  return has_date_at(text, number);
}

// "v nedalekém Bystrém"
bool is_behind_adjective(const AnnotatedText& text, std::size_t i) {
  if (i < 2 || !text.follows(i) || !text.follows(i - 1) || text[i - 1].capitalised) return false;
  return text.is(i - 1, kAdjective) && is_sure_preposition(text.lower(i - 2));
}

// "náměstí Zachariáše z Hradce", "most přes Bílinu"
bool names_noble_or_river(const AnnotatedText& text, std::size_t i) {
  if (i < 2 || !text.follows(i) || !text.follows(i - 1)) return false;
  const std::string_view before = text.lower(i - 1);
  const std::string_view what = text.lower(i - 2);
  if (before == "přes") return what.starts_with("most") || what.starts_with("lávk");
  if ((before != "z" && before != "ze") || text[i - 2].is_person || text[i - 2].is_organization) return false;
  const bool is_named_after = i > 2 && text.is(i - 3, kNamedThing) && text.follows(i - 2);
  return text.is(i - 2, kGivenName) || (text[i - 2].capitalised && is_named_after);
}

// "Městská knihovna Polička"
bool ends_official_name(const AnnotatedText& text, std::size_t first) {
  if (first < 2 || !text[first].is_organization || !text.is(first - 1, kOrganHead)) return false;
  return text[first - 2].is_organization && text.is(first - 2, kOfficial);
}

// "417 42 Krupka": a postcode stands before it, one number or two.
bool is_behind_postcode(const AnnotatedText& text, std::size_t i) {
  constexpr std::size_t kDigits = 5;
  if (i == 0 || !text.follows(i) || text[i - 1].kind != text::TokenKind::number) return false;
  std::size_t digits = text.lower(i - 1).size();
  if (digits == 2 && i > 1 && text[i - 2].kind == text::TokenKind::number && is_space(text.gap_before(i - 1)))
    digits += text.lower(i - 2).size();
  return digits == kDigits;
}

// "Místo konání: zasedací místnost MěÚ Jirkov"
bool is_venue(const AnnotatedText& text, std::size_t i) {
  const Line& line = text.line_of(i);
  if (i == line.first_word ||
      !(text.lower(line.first_word) == "místo" || text.lower(line.first_word) == "kde"))
    return false;
  const std::string_view shown = text.text().substr(line.begin, text[i].begin - line.begin);
  return shown.find(':') != std::string_view::npos;
}

// What only people do, when a name begins the sentence that is a word as well: "Polička se rozloučila".
bool is_doing_of_people(const AnnotatedText& text, std::size_t i) {
  for (const std::string_view verb :
       {"host", "uspořád", "pořád", "přivít", "zve",   "rozlouč", "podpoř", "koup",
        "prod", "schvál",  "hled",  "chyst",  "plán",  "děk",     "pozv",   "ocen",
        "vybr", "žád",     "chce",  "nabí",   "oslav", "vyhlás",  "truchl", "zaplat"}) {
    if (text.lower(i).starts_with(verb)) return true;
  }
  return false;
}

bool is_done_by_people(const AnnotatedText& text, std::size_t last) {
  if (text.lower(last) == "radnice") return false;  // any town hall
  constexpr std::size_t kFarthest = 4;              // Polička se tento týden rozloučila
  for (std::size_t i = last + 1; i <= last + kFarthest && text.follows(i); ++i) {
    if (!text[i].capitalised && is_verb(text, i) && text.lower(i) != "se") return is_doing_of_people(text, i);
  }
  return false;
}

// "Most k domovu"
bool goes_on_as_name(const AnnotatedText& text, std::size_t last) {
  return (is_word(text, last + 1, "k") || is_word(text, last + 1, "ke")) && text.follows(last + 1) &&
         text.follows(last + 2) && is_noun(text, last + 2);
}

// "Římskokatolická farnost Jemnice zve"
bool is_sender(const AnnotatedText& text, std::size_t last) {
  const std::size_t next = last + 1;
  if (!text.follows(next) || text[next].capitalised) return false;
  const std::string_view word = text.lower(next);
  for (const std::string_view verb :
       {"zve", "zvou", "pořád", "oznamuj", "nabíz", "děkuj", "hled", "vyhlašuj", "přijm", "vypisuj", "uvádí",
        "vydává", "upozorňuj", "informuj", "zveřejňuj"}) {
    if (word.starts_with(verb)) return true;
  }
  return false;
}

constexpr std::size_t kLongestName = 30;  // words; a list may be one organisation behind the other

// The first word of the organisation that word i stands in.
std::size_t begin_of_organization(const AnnotatedText& text, std::size_t i) {
  for (std::size_t n = 0; n < kLongestName && i > 0 && text[i - 1].is_organization && text.follows(i); ++n)
    --i;
  return i;
}

// An organisation called by its town begins a sentence, and a verb follows.
bool is_subject_of_sentence(const AnnotatedText& text, const TownMention& at) {
  if (!text[at.first].is_organization || text.line_of(at.first).begin >= kTop) return false;
  const std::size_t first = begin_of_organization(text, at.first);
  const std::size_t next = at.last + 1;
  const bool begins = text[first].sentence_start || first == text.line_of(first).first_word;
  return begins && text.follows(next) && !text[next].capitalised && is_verb(text, next);
}

// "Bc. Květa Bauerová, Městský úřad Aš": where somebody comes from.
bool is_affiliation(const AnnotatedText& text, std::size_t i) {
  if (!text[i].is_organization) return false;
  i = begin_of_organization(text, i);
  return i > 0 && text[i - 1].is_person && text.gap_before(i) == ", ";
}

// "Vydává Římskokatolická farnost Hranice": the verb of a sender before its name.
bool is_named_sender(const AnnotatedText& text, std::size_t i) {
  if (!text[i].is_organization) return false;
  i = begin_of_organization(text, i);
  if (i == 0 || !(text.follows(i) || text.gap_before(i) == ": ")) return false;
  const std::string_view verb = text.lower(i - 1);
  return verb == "vydává" || verb == "vydal" || verb == "vydala" || verb == "vydalo" || verb == "vydavatel" ||
         verb == "zve" || verb == "pořádá" || verb == "pořadatel";
}

// Those who live there: "obyvatele Mostu", "občanům Polné", "okraji Prahy".
bool is_of_people(std::string_view noun) {
  for (const std::string_view beginning : {"obyvatel", "občan", "okraj", "centr", "ulic"}) {
    if (noun.starts_with(beginning)) return true;
  }
  return false;
}

// "ředitelka Základní školy Pod Skalkou Rožnov": of whom the page tells at its top.
bool is_house_of_person(const AnnotatedText& text, const TownMention& at) {
  if (!text[at.first].is_organization || text.line_of(at.first).begin >= kTop) return false;
  const std::size_t first = begin_of_organization(text, at.first);
  const std::size_t next = at.last + 1;
  return first > 0 && text.follows(first) && text.is(first - 1, kRole) && next < text.size() &&
         text.follows(next) && text[next].is_person;
}

// "Jan Marek z Kolína": where one of many comes from.
bool is_origin_of_person(const AnnotatedText& text, const TownMention& at) {
  return is_origin(at.before) && at.first >= 2 && text[at.first - 2].is_person;
}

// Courts and such work for many towns, and sit in one.
bool only_sits_there(const AnnotatedText& text, std::size_t i) {
  if (!text[i].is_organization) return false;
  const std::size_t first = begin_of_organization(text, i);
  for (std::size_t w = i; w > first; --w) {
    for (const std::string_view noun :
         {"soud", "státní", "univerzit", "krajsk", "rozhlas", "archiv", "ústav"}) {
      if (text.lower(w - 1).starts_with(noun)) return true;
    }
  }
  return false;
}

// "Sokol Havlíčkův Brod – Slavoj Chotěboř 3:2": the first plays at home.
bool plays_at_home(const AnnotatedText& text, const TownMention& at) {
  const std::size_t next = at.last + 1;
  if (!text[at.first].is_organization || next >= text.size() || !text[next].capitalised) return false;
  const std::string_view mark = trim(text.gap_before(next));
  if (mark != "–" && mark != "-" && mark != "—") return false;
  const std::size_t end = std::min<std::size_t>(text.line_of(at.first).end_word, next + kLongestName);
  for (std::size_t i = next; i + 1 < end; ++i) {
    const bool result = text[i].kind == text::TokenKind::number &&
                        text[i + 1].kind == text::TokenKind::number && text.gap_before(i + 1) == ":";
    if (result) return true;
  }
  return false;
}

bool is_at_edge(const AnnotatedText& text, std::size_t i) {
  const std::size_t at = text.line_of(i).begin;
  return at < kEdge || at + kEdge > text.text().size();
}

// "Charita Hranice", "Gymnázium Písek": what is called by its town alone.
bool is_house_of_town(const AnnotatedText& text, std::size_t first) {
  if (first == 0 || text.line_of(first).is_item || !text[first].is_organization ||
      !text[first - 1].is_organization || !text.follows(first))
    return false;
  for (const std::string_view noun :
       {"charit", "gymnázi", "farnost", "nemocnic", "polici", "sokol", "úřad", "knihovn"}) {
    if (text.lower(first - 1).starts_with(noun)) return true;
  }
  return false;
}

// "Mirotice si objednaly": a verb follows the name that begins a sentence.
bool is_subject(const AnnotatedText& text, std::size_t last) {
  std::size_t next = last + 1;
  if (!text.follows(next)) return false;
  if (text.lower(next) == "si" || text.lower(next) == "se") return true;
  return !text[next].capitalised && is_verb(text, next);
}

// "naše Základní škola Hrádek nad Nisou"
bool is_of_ours(const AnnotatedText& text, std::size_t i) {
  for (std::size_t n = 0; n < kLongestName && i > 0 && text[i - 1].is_organization; ++n) --i;
  return i > 0 && text.follows(i) && text.lower(i - 1).starts_with("naš");
}

// "v Dlouhé ulici", "Mírové náměstí 1", "ulice Mírová", "Mírová 364, Praha".
bool is_street(const AnnotatedText& text, const TownMention& at) {
  if (at.first != at.last) return false;
  const std::size_t next = at.last + 1;
  const bool adjective = text.is(at.first, kAdjective);
  if (adjective && text.follows(next)) {
    const std::string_view noun = text.lower(next);
    if (noun.starts_with("ulic") || noun.starts_with("náměst") || noun == "nám" || noun.starts_with("tříd"))
      return true;
    const bool house = text[next].kind == text::TokenKind::number && text.lower(at.first).ends_with("á");
    if (house && !is_place_preposition(at.before)) return true;
  }
  return at.before == "ul" || (adjective && at.before.starts_with("ulic"));
}

// "baziliky sv. Vavřince"
bool is_saint(const AnnotatedText& text, std::size_t i) {
  return i > 0 && ((text.lower(i - 1) == "sv" && trim(text.gap_before(i)) == ".") ||
                   (text.follows(i) && text.lower(i - 1).starts_with("svat")));
}

// "Dolní Smrčné", "Slezské Ostravě": with the adjective it is called otherwise.
bool is_told_apart(const AnnotatedText& text, std::size_t i) {
  if (i == 0 || !text.follows(i) || !text[i - 1].capitalised || !text.is(i - 1, kAdjective)) return false;
  for (const std::string_view adjective : {"doln", "horn", "slezsk", "předn", "zadn", "prostředn"}) {
    if (text.lower(i - 1).starts_with(adjective)) return true;
  }
  return false;
}

// "BÍLINA - Kuriózní případ řeší policisté": a piece of news begins.
bool begins_news(const AnnotatedText& text, const TownMention& at) {
  const std::size_t next = at.last + 1;
  if (!text[at.first].all_caps || at.first != text.line_of(at.first).first_word || next >= text.size())
    return false;
  const std::string_view mark = text.gap_before(next);
  const bool word =
      text[next].capitalised && (!text[next].all_caps || text[next].end - text[next].begin == 1);
  return word && (mark == " - " || mark == " – " || mark == ". ");
}

// "do malých obcí (Kaliště, Vojslavice)"
bool is_named_in_brackets(const AnnotatedText& text, std::size_t i) {
  return i > 0 && text.gap_before(i) == " (" && text.is(i - 1, kTownNoun) && !text.is(i - 1, kAdjective) &&
         !text[i - 1].capitalised;
}

// By what stands around it alone.
double worth_by_context(const AnnotatedText& text, const TownMention& at, const TownName& name) {
  const std::size_t i = at.first;
  const Line& line = text.line_of(i);
  const bool compound = at.last > at.first;
  if (at.town_noun || at.mayor || at.dateline || at.in_series || at.address || is_behind_adjective(text, i))
    return kSure;
  if (begins_news(text, at) || is_named_in_brackets(text, i)) return kSure;
  if (names_noble_or_river(text, i)) return kPossible;
  if (is_place_preposition(at.before)) return is_sure_preposition(at.before) ? kSure : kLikely;
  if (compound && at.follows) return 0.8;
  if (at.office || compound) return kLikely;
  if (i == line.first_word && at.last + 1 >= line.end_word) return line.is_item ? kLikely : kPossible;
  if (text[i].sentence_start || i == line.first_word)
    return name.known_by_all || is_subject(text, at.last) ? kLikely : kPossible;
  if (text[i].is_organization && !text[i - 1].is_organization) return kPossible;
  return kLikely;
}

}  // namespace

bool is_sure_preposition(std::string_view word) {
  return word == "v" || word == "ve" || word == "do" || word == "z" || word == "ze" || word == "u" ||
         word == "přes";
}

TownMention mention_at(const AnnotatedText& text, std::size_t first, std::size_t words) {
  TownMention at;
  const std::size_t i = first;
  at.first = first;
  at.last = first + words - 1;
  at.follows = i > text.line_of(i).first_word && text.follows(i);
  if (at.follows) {
    at.before = text.lower(i - 1);
    at.town_noun = text.is(i - 1, kTownNoun) && !text.is(i - 1, kAdjective);
    at.office = text.is(i - 1, kOrganHead);
    at.district = text.is(i - 1, kDistrictNoun);
    at.mayor = text.is(i - 1, kRole) && is_mayor(at.before);
  }
  at.dateline = is_dateline(text, i, at.last);
  at.address = is_behind_postcode(text, i);
  at.venue = is_venue(text, i);
  return at;
}

double worth_of(const Section& section, const TownMention& at, const TownName& name) {
  const AnnotatedText& text = section.text;
  if (is_street(text, at) || is_saint(text, at.first) || is_told_apart(text, at.first)) return kNoTown;
  const Line& line = text.line_of(at.first);
  double worth = worth_by_context(text, at, name);
  if (section.is_title && worth < kLikely && !name.common) worth = kLikely;
  // A capitalised word follows: part of a longer name that is no town's (Česká Třebová Invest).
  const std::size_t next = at.last + 1;
  const bool inside_name = next < line.end_word && text.next_is_adjacent(at.last) && text[next].capitalised &&
                           !text[next].sentence_start && !text[next].is_person && at.last == at.first &&
                           !at.town_noun && !section.is_title;
  if (inside_name) worth = std::min(worth, kPossible);
  if (name.common && goes_on_as_name(text, at.last)) return 0.1;
  const bool subject = (text[at.first].sentence_start || at.first == line.first_word) &&
                       at.first == at.last && is_done_by_people(text, at.last);
  if (name.common && subject) return std::max(worth, kLikely);
  if (name.common && is_of_people(at.before) && !text[at.first].is_organization)
    return std::max(worth, kLikely);
  if (name.common && worth < kSure && !(section.is_title && at.follows))
    worth = ends_official_name(text, at.first) || is_house_of_town(text, at.first) ? kLikely
            : at.office                                                            ? 0.4
                                                                                   : 0.1;
  return name.abroad && !at.town_noun && !at.dateline ? 0.1 : worth;
}

double score_of(const Section& section, const TownMention& at, double worth) {
  const AnnotatedText& text = section.text;
  if (section.is_title) return worth * (is_origin(at.before) ? kInTitleAsOrigin : kInTitle);
  if (at.dateline) return kInDateline;
  if (only_sits_there(text, at.first)) return worth * kSeat;
  if (is_origin_of_person(text, at)) return worth * kOriginOfPerson;
  double score = worth;
  if (is_of_people(at.before)) score += kTownHall;
  if (plays_at_home(text, at)) score += kSender;
  const bool near_top =
      text.line_of(at.first).begin < kTop && worth >= kLikely && !is_origin(at.before) && !at.from;
  if (near_top) score += kNearTop;
  if (at.address && is_at_edge(text, at.first)) score += kHead;
  const bool acts = (text[at.first].sentence_start || text.line_of(at.first).first_word == at.first) &&
                    is_done_by_people(text, at.last);
  if (acts) score += kTownHall;  // Polička se rozloučila s létem
  const bool town_hall = at.office && at.first >= 2 && text.is(at.first - 2, kTownNoun);
  if (is_affiliation(text, at.first)) return score * 0.5;
  if (at.town_noun || at.mayor || town_hall) score += kTownHall;
  if (at.district) score *= 0.3;
  if (at.venue && worth >= kLikely) score += kVenue;
  const bool acts_itself = at.town_noun && !text.line_of(at.first).is_item;  // no member of a list
  if (!text[at.first].is_organization || acts_itself) return score;
  if (at.before == "v" || at.before == "ve") return score;  // Muzeum jihovýchodní Moravy ve Zlíně
  if (is_sender(text, at.last) || is_named_sender(text, at.first)) return score + kSender;
  if (is_subject_of_sentence(text, at) || is_house_of_person(text, at)) score += kSubject;
  return score * 0.7 + (is_of_ours(text, at.first) ? kOurs : 0);
}

}  // namespace tvar::facts
