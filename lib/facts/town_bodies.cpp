// SPDX-License-Identifier: GPL-2.0-or-later
#include "lib/facts/town_bodies.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lib/facts/gazetteer.h"
#include "lib/facts/name_forms.h"
#include "lib/facts/noun_phrases.h"
#include "lib/text/fold.h"

namespace tvar::facts {
namespace {

struct Noun {
  std::string_view nominative;
  std::string_view instrumental;
  std::string_view past;  // how verbs end in the past behind or before it
};

constexpr Noun kNouns[] = {{"město", "městem", "lo"}, {"obec", "obcí", "la"}, {"městys", "městysem", "l"}};

// What a place does as well: it lies somewhere, has people, is large.
bool is_said_of_places(const AnnotatedText& text, std::size_t i) {
  const std::string_view word = text.lower(i);
  if (text.is(i, kBeingVerb | kFoundingWord)) return true;
  for (const std::string_view verb :
       {"má", "měl", "lež", "nacház", "čít", "žij", "pročil", "patř", "rozkl", "rozprost"}) {
    if (word.starts_with(verb)) return true;
  }
  return false;
}

// The verb of the clause that the name begins, a few words behind it.
bool acts_behind(const AnnotatedText& text, std::size_t last) {
  constexpr std::size_t kFar = 8;  // words
  for (std::size_t i = last + 1; i <= last + kFar && i < text.size(); ++i) {
    if (text[i].sentence_start || text.gap_before(i).find_first_of(".;:!?()|") != std::string_view::npos)
      return false;
    if (!text.follows(i) && trim(text.gap_before(i)) != ",") return false;
    if (!text[i].capitalised && is_verb(text, i)) return !is_said_of_places(text, i);
  }
  return false;
}

// "Zřizovatelem je město Kolín"
bool is_named_role(const AnnotatedText& text, std::size_t verb) {
  if (verb == 0 || verb >= text.size() || !text.is(verb, kBeingVerb) || !text.follows(verb)) return false;
  const std::string_view role = text.lower(verb - 1);
  return role.ends_with("telem") || role.ends_with("íkem") || role.ends_with("orem") ||
         role.ends_with("nerem");
}

// What has no town for its object: "Žádost podá město Krupka".
bool takes_no_town(std::string_view verb) {
  for (const std::string_view beginning :
       {"podá",   "zaplat",  "uhrad",   "hrad",        "prodá",   "vyčlen", "vyhl",     "zadá",
        "vypíš",  "vypisuj", "poskyt",  "přispěj",     "přispív", "zřizuj", "financuj", "chystá",
        "pronaj", "zajist",  "zajišť",  "pořád",       "uspořád", "vydá",   "koup",     "kupuj",
        "schval", "schvál",  "připrav", "spolufinanc", "následuj"}) {
    if (verb.starts_with(beginning)) return true;
  }
  return false;
}

// "pořádá město Kolín", "opravilo město Kolín": the verb before agrees with it, or takes no town as its object.
bool acts_before(const AnnotatedText& text, std::size_t i, const Noun& noun) {
  std::size_t verb = i - 1;
  for (const std::string_view pronoun : {"ho", "ji", "jej", "jim", "mu", "to", "se", "si"}) {
    if (verb > 0 && verb < text.size() && text.lower(verb) == pronoun && text.follows(verb)) {
      --verb;  // zaplatí ho město Kolín
      break;
    }
  }
  if (is_named_role(text, verb)) return true;
  if (verb >= text.size() || !text.follows(i) || text[verb].is_organization || !is_verb(text, verb))
    return false;
  if (is_said_of_places(text, verb)) return false;
  return text.is(verb, kVerb) || takes_no_town(text.lower(verb)) || text.lower(verb).ends_with(noun.past);
}

// Who takes part in a contract or a grant: zadavatel, žadatel, příjemce.
bool is_party(std::string_view word) {
  if (word.ends_with("tel")) return true;
  for (const std::string_view party : {"příjemce", "partner", "investor", "sponzor", "garant", "vlastník",
                                       "majitel", "správce", "nájemce", "nositel"}) {
    if (word == party) return true;
  }
  return false;
}

// "Zadavatel: město Písek", or in the next cell of a table.
bool is_labelled_role(const AnnotatedText& text, std::size_t i) {
  if (i == 0 || text.follows(i) || !is_party(text.lower(i - 1))) return false;
  const std::string_view mark = trim(text.gap_before(i));
  return mark == ":" || mark == "|" || mark.empty();
}

// "podporují Ministerstvo kultury a město Telč"
bool follows_organization(const AnnotatedText& text, std::size_t i) {
  return i > 1 && text.follows(i) && text.follows(i - 1) && text.lower(i - 1) == "a" &&
         text[i - 2].is_organization;
}

// Places are approached behind these: "za městem Kolín".
bool is_before_places(std::string_view word) {
  return word == "za" || word == "před" || word == "nad" || word == "pod" || word == "mezi";
}

// The noun at word i, when the town acts there.
const Noun* body_at(const AnnotatedText& text, std::size_t i, std::size_t last) {
  const std::string_view word = text.lower(i);
  if (i > 0 && text.lower(i - 1).starts_with("statutární") && text.follows(i)) --i;
  const std::string_view before = i > 0 && text.follows(i) ? text.lower(i - 1) : std::string_view();
  for (const Noun& noun : kNouns) {
    if (word == noun.instrumental) return is_before_places(before) ? nullptr : &noun;
    if (word != noun.nominative) continue;
    if (is_preposition(before)) return nullptr;
    if (is_labelled_role(text, i) || follows_organization(text, i)) return &noun;
    if (text[i].capitalised && !before.empty() && !text[i].sentence_start) return &noun;  // written as a name
    const bool joined = before == "a" || before == "i";
    if (before == "i" && i > 1 && acts_before(text, i - 1, noun)) return &noun;  // dostala i obec Lipová
    const bool subject = joined || before.empty() || text[i].sentence_start
                             ? acts_behind(text, last)
                             : acts_before(text, i, noun) || acts_behind(text, last);
    return subject ? &noun : nullptr;
  }
  return nullptr;
}

constexpr Noun kRegionNoun = {"kraj", "krajem", "l"};

struct RegionStem {
  std::string stem;  // "libereck"
  std::string_view name;
};

std::vector<RegionStem> region_stems() {
  std::vector<RegionStem> stems;
  for (const District& district : districts()) {
    const std::string name = text::fold_case(district.region);
    const std::size_t end = name.find("ý kraj");
    const bool is_new = std::none_of(stems.begin(), stems.end(),
                                     [&](const RegionStem& known) { return known.name == district.region; });
    if (end != std::string::npos && is_new) stems.push_back({name.substr(0, end), district.region});
  }
  return stems;
}

// "Libereckého" → "Liberecký kraj", "Vysočina"… of the words at i, or nothing.
std::string_view region_at(const AnnotatedText& text, std::size_t i) {
  if (!text[i].capitalised || !text.is(i, kAdjective) || !text.follows(i + 1) ||
      !text.lower(i + 1).starts_with("kraj"))
    return {};
  static const std::vector<RegionStem> kStems = region_stems();
  const std::string_view adjective = text.lower(i);
  for (const RegionStem& region : kStems) {
    if (adjective.size() > region.stem.size() && adjective.starts_with(region.stem)) return region.name;
  }
  return {};
}

// What a region gives: "za podpory Jihomoravského kraje".
bool is_given_by(std::string_view word) {
  for (const std::string_view gift :
       {"podpor", "dotac", "příspěv", "přispěn", "grant", "prostředk", "peněz", "financí"}) {
    if (word.starts_with(gift)) return true;
  }
  return false;
}

// Whether the region at word i, "… kraj", acts there and is not only a place.
bool region_acts(const AnnotatedText& text, std::size_t i) {
  const std::string_view noun = text.lower(i + 1);
  const std::string_view before = i > 0 && text.follows(i) ? text.lower(i - 1) : std::string_view();
  if (noun == "kraje") return is_given_by(before);
  if (noun == kRegionNoun.instrumental) return !is_before_places(before) && before != "mezi";
  if (noun != kRegionNoun.nominative || is_preposition(before)) return false;
  if (is_labelled_role(text, i) || follows_organization(text, i)) return true;
  const bool begins = before.empty() || text[i].sentence_start;
  return begins ? acts_behind(text, i + 1) : acts_before(text, i, kRegionNoun) || acts_behind(text, i + 1);
}

// "Projekt podporuje Hlavní město Praha"
bool is_capital_city(const AnnotatedText& text, std::size_t i) {
  return text.lower(i) == "hlavní" && text[i].capitalised && is_word(text, i + 1, "město") &&
         is_word(text, i + 2, "praha") && text.follows(i + 1) && text.follows(i + 2);
}

bool is_council(const AnnotatedText& text, std::size_t i) {
  return text.is(i, kPublicBody) && (text.lower(i).starts_with("rad") || text.lower(i).starts_with("zastup"));
}

// "Zastupitelstva městyse Svitávka", "Rada Zlínského kraje": the last word, or i.
std::size_t end_of_council(const AnnotatedText& text, std::size_t i) {
  if (!text[i].capitalised || !is_council(text, i) || !text.follows(i + 1) || !text.follows(i + 2)) return i;
  std::size_t of = i + 1;
  if (text.lower(of) == "statutárního") ++of;
  const std::string_view noun = text.lower(of);
  const bool of_town = noun == "města" || noun == "obce" || noun == "městyse";
  if (of_town && text.follows(of + 1)) {
    const TownWords town = town_at(text, of + 1);
    return town.words == 0 ? i : of + town.words;
  }
  const bool of_region = text[of].capitalised && text.is(of, kAdjective) && is_word(text, of + 1, "kraje");
  return of_region ? of + 1 : i;
}

std::string nominative_of_council(std::string_view noun) {
  return noun.starts_with("zast") ? "Zastupitelstvo" : "Rada";
}

}  // namespace

void TownBodyExtractor::extract(Page& page, FactSink& sink) const {
  for (Section& section : page.sections) {
    if (section.is_title) continue;
    AnnotatedText& text = section.text;
    for (std::size_t i = 0; i + 1 < text.size(); ++i) {
      if (text[i].is_organization) continue;
      if (!text[i].capitalised && !text.is(i, kTownNoun)) continue;  // none of the below
      if (const std::string_view region = region_at(text, i); !region.empty()) {
        if (region_acts(text, i))
          sink.add("organization", std::string(region), section, text.range(i, i + 1), 0.6);
        ++i;
        continue;
      }
      if (is_capital_city(text, i)) {
        sink.add("organization", "Hlavní město Praha", section, text.range(i, i + 2), 0.6);
        i += 2;
        continue;
      }
      if (const std::size_t end = end_of_council(text, i); end > i) {
        const std::string name =
            nominative_of_council(text.lower(i)) + " " + std::string(text.raw(i + 1, end));
        sink.add("organization", name, section, text.range(i, end), 0.6);
        i = end;
        continue;
      }
      if (!text.is(i, kTownNoun) || text[i].is_organization || !text.follows(i + 1)) continue;
      const TownWords town = town_at(text, i + 1);
      if (town.words == 0 || text[i + 1].is_organization) continue;
      const std::size_t last = i + town.words;
      const Noun* noun = body_at(text, i, last);
      if (noun == nullptr) continue;
      const bool statutory = i > 0 && text.follows(i) && text.lower(i - 1).starts_with("statutární");
      const std::string name =
          (statutory ? "statutární " : "") + std::string(noun->nominative) + " " + std::string(town.name);
      sink.add("organization", name, section, text.range(statutory ? i - 1 : i, last), 0.6);
      for (std::size_t w = i; w <= last; ++w) text[w].is_organization = true;  // no place
      i = last;
    }
  }
}

}  // namespace tvar::facts
