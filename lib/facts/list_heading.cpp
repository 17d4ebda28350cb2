// SPDX-License-Identifier: GPL-2.0-or-later
#include "lib/facts/list_heading.h"

#include <algorithm>
#include <initializer_list>
#include <string_view>

#include "lib/facts/list_lines.h"
#include "lib/facts/name_forms.h"

namespace tvar::facts {
namespace {

bool begins_with_one_of(std::string_view word, std::initializer_list<std::string_view> beginnings) {
  if (word.empty()) return false;
  return std::any_of(beginnings.begin(), beginnings.end(), [word](std::string_view beginning) {
    return beginning.front() == word.front() && word.starts_with(beginning);
  });
}

// Whether a word begins with one of these letters, in a moment.
bool begins_with_letter_of(std::string_view word, std::string_view letters) {
  return !word.empty() && letters.find(word.front()) != std::string_view::npos;
}

// členové, členy, partneři
bool plural_member(std::string_view word) {
  return word.ends_with("y") || word.ends_with("i") || word.ends_with("é") || word.ends_with("mi") ||
         word.ends_with("ři");
}

// "pět členů", "těchto členů"
bool counted_members(const AnnotatedText& text, std::size_t i) {
  if (i == 0 || !text.lower(i).ends_with("ů") || !text.follows(i)) return false;
  const std::string_view before = text.lower(i - 1);
  return text[i - 1].kind == text::TokenKind::number || before == "těchto" || before == "následujících" ||
         before == "pět" || before == "šest" || before == "sedm" || before == "osm" || before == "devět" ||
         before == "deset" || before.ends_with("náct");
}

// Členové, Členy jsou, Partnerské organizace; seznam členů. But not "priority partnerů": there partners have a list.
bool heads_list(const AnnotatedText& text, std::size_t i, std::size_t first) {
  if (!text.is(i, kMemberWord)) return false;
  const std::string_view word = text.lower(i);
  if (text.is(i, kAdjective))
    return i + 1 < text.size() && (text.is(i + 1, kListHeader | kOrganHead | kOrganNoun | kTownNoun) ||
                                   text.lower(i + 1).starts_with("základn"));  // Členská základna
  if (plural_member(word) || word.ends_with("em") || i == first) return true;  // Kdo je členem
  if (counted_members(text, i)) return true;
  return begins_with_one_of(text.lower(i - 1), {"seznam", "přehled", "výčet"});
}

// "Složení partnerství", "Zapojené organizace", "jsou zapojeny tyto subjekty"
bool is_composition(const AnnotatedText& text, std::size_t i) {
  const std::string_view word = text.lower(i);
  if (!begins_with_letter_of(word, "szp")) return false;
  if (word == "složení") return true;
  const bool takes_part =
      begins_with_one_of(word, {"zapojen", "zúčastněn", "zastoupen", "spolupracující", "sdružen", "přidružen"});
  for (std::size_t next = i + 1; takes_part && next <= i + 3 && next < text.size(); ++next) {
    if (text.is(next, kListHeader | kMemberWord)) return true;
  }
  return false;
}

// What has members: partnerství, síť, svazek.
bool is_body(const AnnotatedText& text, std::size_t i) {
  const std::string_view word = text.lower(i);
  // Asked of each word of a text; most are no nouns of that kind.
  if (text[i].all_caps) return word == "mas" || word == "ps" || word == "lp";
  if (word.starts_with("rad") && word.size() <= 5 && word.size() >= 4) {  // not radnice
    for (const std::string_view form : {"rada", "radě", "rady", "radu"}) {
      if (word == form) return true;
    }
  }
  if (!text.is(i, kOrganHead | kOrganNoun | kGroupWord))
    return word.starts_with("memorand") || word.starts_with("uskupení");
  if (word == "síť" || word == "sítě" || word == "síti") return true;
  return begins_with_one_of(word, {"partnerství", "platform", "koalic", "alianc", "sdružení", "memorand",
                                   "svaz", "mikroregion", "konsorci", "spolku", "spolek", "společenstv",
                                   "uskupení", "skupin", "asociac", "federac", "uni", "komis", "výbor"});
}

// What it does that names its members: "Partnerství tvoří", "Koalici založily", "Memorandum podepsali".
bool has_members(std::string_view verb) {
  if (!begins_with_letter_of(verb, "tszp")) return false;
  return begins_with_one_of(
      verb, {"tvoř", "sdruž", "zahrnuj", "skládá", "sestáv", "spojuj", "založil", "podepsal"});
}

// What members do with it: "Do partnerství vstoupily", "V platformě jsou zastoupeny".
bool joins(std::string_view verb, std::string_view preposition) {
  if (!begins_with_letter_of(verb, "zvpsp")) return false;
  if (preposition == "do" || preposition == "k" || preposition == "ke")
    return begins_with_one_of(verb,
                              {"zapoj", "vstoupil", "přistoupil", "připojil", "přidal", "patř", "spadaj"});
  return begins_with_one_of(verb, {"zapoj", "zastoup", "sdruž", "zased", "pracuj", "působí", "spolupracuj"});
}

// "Partnerství tvoří", "Platforma sdružuje", "Do sítě patří": a list of organisations may follow, but anything else as well.
bool may_head_list(const AnnotatedText& text, std::size_t i) {
  const std::string_view word = text.lower(i);
  return text.is(i, kBeingVerb) && !text.is(i, kOrganNoun) &&  // sdružení
         begins_with_one_of(word, {"tvoř", "sdruž", "zahrnuj", "skládá", "sestáv", "patř"});
}

bool is_possessive(std::string_view word) {
  return word == "jeho" || word == "její" || word == "jejími" || word == "jejich" || word == "jejím";
}

// The preposition or the bare beginning that opens the clause of word i, with adjectives between them; or i + 1.
std::size_t begin_of_clause(const AnnotatedText& text, std::size_t i, std::size_t line_first) {
  constexpr std::size_t kMostWords = 5;
  for (std::size_t first = i; i - first < kMostWords; --first) {
    if (text[first].sentence_start || first == line_first) return first;
    const std::string_view gap = text.gap_before(first);
    if (gap.starts_with(":") || gap.ends_with("(")) return first;  // kdo to je: partnery platformy jsou
    const bool modifies = text.is(first - 1, kAdjective) || is_preposition(text.lower(first - 1)) ||
                          text.lower(first - 1) == "mezi" || text.lower(first - 1).starts_with("naš") ||
                          is_possessive(text.lower(first - 1));
    if (!modifies || !text.follows(first)) break;
  }
  return i + 1;
}

bool is_filler(std::string_view word) {
  constexpr std::string_view kFillers[] = {
      "dále",     "také",          "i",          "se",          "nyní",       "tyto",     "například",
      "zejména",  "následující",   "v",          "současnosti", "současné",   "době",     "dnes",
      "dosud",    "rovněž",        "především",  "celkem",      "organizace", "subjekty", "instituce",
      "zástupci", "představitelé", "zástupkyně", "tito",        "hlavně",      "jako",     "partneři",
      "členové",  "členy",         "partnery"};
  return std::find(std::begin(kFillers), std::end(kFillers), word) != std::end(kFillers);
}

// "kromě města také": up to the word behind which the others come.
std::size_t behind_exception(const AnnotatedText& text, std::size_t i, std::size_t end) {
  constexpr std::size_t kMostWords = 7;
  const std::string_view word = text.lower(i);
  if (word != "kromě" && word != "vedle" && word != "mimo") return i;
  for (std::size_t at = i + 1; at < end && at < i + kMostWords; ++at) {
    const std::string_view also = text.lower(at);
    if (also == "také" || also == "i" || also == "ještě" || also == "dále" || also == "rovněž") return at + 1;
  }
  return i;
}

// "podle podepsaných memorand", "ke dnešku": up to the name that the list begins with.
std::size_t behind_proviso(const AnnotatedText& text, std::size_t i, std::size_t end) {
  constexpr std::size_t kMostWords = 6;
  const std::string_view word = text.lower(i);
  if (word != "podle" && word != "k" && word != "ke" && word != "od") return i;
  for (std::size_t at = i + 1; at < end && at <= i + kMostWords; ++at) {
    const bool ends = text.gap_before(at).find_first_of(".,;:") != std::string_view::npos;
    if (ends && text[at - 1].kind != text::TokenKind::number) return i;  // k 31. 12. 2017
    const bool announced = text.is(at, kTownNoun | kOrganHead) && at + 1 < end && text[at + 1].capitalised;
    if (text[at].capitalised || announced) return at;
  }
  return i;
}

// "jedenáct členů (město Frýdlant, Charita)", "Skupina Zaměstnanost (členové: úřad práce, Charita)"
bool opens_bracketed_list(const AnnotatedText& text, std::size_t i) {
  if (counted_members(text, i)) return trim(text.gap_before(i + 1)) == "(";
  return text.gap_before(i).ends_with("(") && text.gap_before(i + 1).starts_with(":");
}

// "skupina Děti a mládež, již tvořily škola a Charita"
bool is_relative_object(std::string_view word) {
  for (const std::string_view pronoun : {"již", "jíž", "jejž", "jež", "kterou", "který", "které"}) {
    if (word == pronoun) return true;
  }
  return false;
}

bool tells_of_body(const AnnotatedText& text, std::size_t i, std::size_t end) {
  constexpr std::size_t kFarthest = 6;  // words
  for (std::size_t at = i + 1; at < end && at < i + kFarthest; ++at) {
    const std::string_view gap = text.gap_before(at);
    if (gap.starts_with(",") && is_relative_object(text.lower(at))) return true;
    if (gap.find_first_of(".;:") != std::string_view::npos) return false;
  }
  return false;
}

bool is_list_verb(const AnnotatedText& text, std::size_t i, bool of_members, std::string_view preposition) {
  if (of_members) return text.is(i, kBeingVerb);
  return preposition.empty() ? has_members(text.lower(i)) : joins(text.lower(i), preposition);
}

// "Memorandum podepsali", "Do partnerství vstoupily", "Kdo je v síti"
bool tells_who_joins(const AnnotatedText& text, std::size_t first, std::size_t end) {
  bool body = false;
  const bool asks = text.lower(first) == "kdo";
  for (std::size_t i = first; i < end && !body; ++i) {
    const std::string_view word = text.lower(i);
    body = is_body(text, i) || (asks && (word == "něm" || word == "ní" || word == "nich"));
  }
  if (!body) return false;
  if (asks) return true;
  for (std::size_t i = first; i < end; ++i) {
    if (text.is(i, kOrganNoun)) continue;  // sdružení is no verb
    if (has_members(text.lower(i)) || joins(text.lower(i), "do") || joins(text.lower(i), "v")) return true;
  }
  return false;
}

// "… pracovní skupina Vzdělávání. Její členové jsou": what the pronoun stands for.
bool are_of_group_before(const AnnotatedText& text, std::size_t first, std::size_t end) {
  constexpr std::size_t kFarthest = 40;  // words
  bool pronoun = false;
  for (std::size_t i = first; i < end && i < text.size(); ++i) pronoun = pronoun || is_possessive(text.lower(i));
  for (std::size_t i = first; pronoun && i > 0 && first - i < kFarthest; --i) {
    if (is_body(text, i - 1) && !text.is(i - 1, kGroupWord)) return false;
    if (text.is(i - 1, kGroupWord) && i > 1) return text.is(i - 2, kWorkingWord);
  }
  return false;
}

}  // namespace

bool heads_others(const AnnotatedText& text, std::size_t first, std::size_t end) {
  for (std::size_t i = first; i < end; ++i) {
    const std::string_view word = text.lower(i);
    if (word == "kontakt" || word == "kontakty") return true;
    if (begins_with_one_of(word, {"host", "přizvan", "pozvan", "omluven", "nepřítom"})) return true;
  }
  return false;
}

Heading heading_of(const AnnotatedText& text, std::size_t first, std::size_t end) {
  Heading heading;
  bool group = false;
  bool working = false;
  bool open = false;
  bool counted = false;
  for (std::size_t i = first; i < end; ++i) {
    heading.is_certain = heading.is_certain || heads_list(text, i, first) || is_composition(text, i);
    // PS Bydlení, but not the pump PS 8
    const bool letters = text[i].all_caps && text.lower(i) == "ps" &&
                         !(i + 1 < text.size() && text[i + 1].kind == text::TokenKind::number);
    group = group || text.is(i, kGroupWord) || letters;
    working = working || text.is(i, kWorkingWord) || letters;
    open = open || may_head_list(text, i);
    counted = counted || (text.is(i, kMemberWord) && counted_members(text, i));
  }
  heading.is_certain = heading.is_certain || (text.lower(first) == "kdo" && tells_who_joins(text, first, end));
  const bool decided = heading.is_certain || open || (working && group);
  if (!decided && !tells_who_joins(text, first, end)) return heading;
  heading.kind =
      working && (group || heading.is_certain || !decided) ? ListKind::working_group : ListKind::members;
  const std::string_view last = text.lower(end - 1);
  heading.is_oblique =
      counted || (last.starts_with("zástupc") && end > first + 1 && text.lower(end - 2) != "jejich");
  return heading;
}

// The nearest line above a table that is no paragraph.
Heading heading_above(const AnnotatedText& text, std::size_t at) {
  constexpr int kFarthest = 6;  // lines that are not empty
  const std::vector<Line>& lines = text.lines();
  for (int seen = 0; at > 0 && seen < kFarthest;) {
    const Line& line = lines[--at];
    if (line.empty() || is_rule(text, line)) continue;
    ++seen;
    if (line.end - line.begin > kLongestHeading || shown_line(text, line).ends_with(".")) continue;
    return heading_of(text, line.first_word, line.end_word);
  }
  return {};
}

Heading enclosing_heading(const AnnotatedText& text, std::size_t at) {
  constexpr int kFarthest = 24;  // lines that are not empty
  const std::vector<Line>& lines = text.lines();
  for (int seen = 0; at > 0 && seen < kFarthest;) {
    const Line& line = lines[--at];
    if (line.empty() || is_rule(text, line)) continue;
    ++seen;
    const std::string_view shown = shown_line(text, line);
    const bool is_heading = shown.size() <= kLongestHeading && !line.has_cells &&
                            (!line.is_item || is_numbered(text, line)) && !shown.ends_with(".") &&
                            shown.find(": ") == std::string_view::npos && line.first_word + 1U < line.end_word;
    if (!is_heading) continue;
    const Heading heading = heading_of(text, line.first_word, line.end_word);
    if (heading.kind != ListKind::none) return heading;
  }
  return {};
}

// Plain "Členové:", and members of "the group", are of the working group that the heading above names.
Heading heading_at(const AnnotatedText& text, std::size_t at, std::size_t first, std::size_t end) {
  constexpr std::size_t kBare = 2;  // words
  Heading heading = heading_of(text, first, end);
  bool of_group = end - first <= kBare;
  for (std::size_t i = first; i < end && i < text.size(); ++i) of_group = of_group || text.is(i, kGroupWord);
  if (heading.kind != ListKind::members) return heading;
  if ((of_group && enclosing_heading(text, at).kind == ListKind::working_group) ||
      are_of_group_before(text, first, end))
    heading.kind = ListKind::working_group;
  return heading;
}

LeadIn lead_in_at(const AnnotatedText& text, std::size_t i, std::size_t end) {
  constexpr std::size_t kFarthestVerb = 7;  // words
  const bool of_members = text.is(i, kMemberWord);
  if (!of_members && !is_body(text, i)) return {};
  if (of_members && i + 1 < end && opens_bracketed_list(text, i))
    return {i + 1, {ListKind::members, true, false}, false};
  std::size_t first = begin_of_clause(text, i, text.line_of(i).first_word);
  if (first > i && tells_of_body(text, i, end)) first = i;
  if (first > i) return {};
  const std::string_view opening = text.lower(first);
  const std::string_view preposition = is_preposition(opening) ? opening : std::string_view();
  const bool singular = of_members && !plural_member(text.lower(i));
  if (singular && !text.lower(i).ends_with("em")) return {};
  std::size_t verb = i + 1;
  for (; verb < end && verb <= i + kFarthestVerb; ++verb) {
    const bool apart = text.gap_before(verb).find_first_of(".,;:") != std::string_view::npos;
    if (apart && !is_relative_object(text.lower(verb))) return {};
    if (is_list_verb(text, verb, of_members, preposition)) break;
  }
  if (verb >= end || verb > i + kFarthestVerb) return {};
  LeadIn lead;
  lead.is_strict = !of_members || singular;
  bool oblique = begins_with_one_of(text.lower(verb), {"sdruž", "zahrnuj", "skládá", "sestáv", "spojuj"}) &&
                 preposition.empty();
  std::size_t list = verb + 1;
  for (; list < end; ++list) {
    const std::string_view word = text.lower(list);
    oblique = oblique || word.starts_with("zástup") || word.starts_with("představitel");
    if (const std::size_t behind = behind_exception(text, list, end); behind > list) list = behind;
    if (const std::size_t behind = behind_proviso(text, list, end); behind > list) list = behind;
    if (list >= end || (!is_filler(text.lower(list)) && !text.is(list, kBeingVerb) &&
                        !begins_with_one_of(text.lower(list), {"zapojen", "zastoupen", "sdružen"})))
      break;
  }
  if (list >= end) return {};
  lead.heading = heading_of(text, first, verb + 1);
  lead.heading.is_oblique = oblique;
  if (lead.heading.kind != ListKind::none) lead.list = list;
  return lead;
}

}  // namespace tvar::facts
