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
constexpr Noun kCityPart = {"městská část", "městskou částí", "la"};

// "bude vyrozuměna", "je povinno": what is said behind "být" of those who can act alone.
bool is_said_of_actors(const AnnotatedText& text, std::size_t i) {
  constexpr std::size_t kFar = 6;  // words
  for (std::size_t w = i + 1; w < i + kFar && text.follows(w); ++w) {
    for (const std::string_view said :
         {"vyrozuměn", "informován", "vyzván", "povin", "oprávněn", "pověřen"}) {
      if (text.lower(w).starts_with(said)) return true;
    }
  }
  return false;
}

// What a place does as well: it lies somewhere, has people, is large.
bool is_said_of_places(const AnnotatedText& text, std::size_t i) {
  const std::string_view word = text.lower(i);
  if (text.is(i, kBeingVerb | kFoundingWord)) return !is_said_of_actors(text, i);
  for (const std::string_view verb :
       {"má", "měl", "lež", "nacház", "čít", "žij", "pročil", "patř", "rozkl", "rozprost"}) {
    if (word.starts_with(verb)) return true;
  }
  return false;
}

enum class Said : std::uint8_t { nothing, of_places, of_actors };

// The verb of the clause that the name begins, a few words behind it.
Said said_behind(const AnnotatedText& text, std::size_t last) {
  constexpr std::size_t kFar = 8;  // words
  for (std::size_t i = last + 1; i <= last + kFar && i < text.size(); ++i) {
    if (text[i].sentence_start || text.gap_before(i).find_first_of(".;:!?()|") != std::string_view::npos)
      return Said::nothing;
    if (!text.follows(i) && trim(text.gap_before(i)) != ",") return Said::nothing;
    if (!text[i].capitalised && is_verb(text, i))
      return is_said_of_places(text, i) ? Said::of_places : Said::of_actors;
  }
  return Said::nothing;
}

bool acts_behind(const AnnotatedText& text, std::size_t last) {
  return said_behind(text, last) == Said::of_actors;
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
  const std::string_view modal = verb > 0 && text.follows(verb) ? text.lower(verb - 1) : std::string_view();
  if (text.lower(verb).ends_with("t") && text.is(verb - 1, kVerb) && modal.ends_with(noun.past))
    return true;  // mohl by dát Pardubický kraj
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

// "projevily město Rychvald a Charita Bohumín": the verb has several subjects.
bool acts_with_others(const AnnotatedText& text, std::size_t i, std::size_t last) {
  if (i == 0 || !text.follows(i) || !text.follows(last + 1) || !is_word(text, last + 1, "a")) return false;
  const std::string_view verb = text.lower(i - 1);
  return is_verb(text, i - 1) && (verb.ends_with("ly") || verb.ends_with("la") || verb.ends_with("li")) &&
         last + 2 < text.size() && text[last + 2].is_organization;
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

// Whether the town at word i is the subject of its clause.
bool acts_as(const AnnotatedText& text, std::size_t i, std::size_t last, const Noun& noun) {
  const std::string_view before = i > 0 && text.follows(i) ? text.lower(i - 1) : std::string_view();
  const bool joined = before == "a" || before == "i";
  const bool begins = joined || before.empty() || text[i].sentence_start;
  if (begins) return acts_behind(text, last);
  return acts_before(text, i, noun) || acts_behind(text, last) || acts_with_others(text, i, last);
}

const Noun* noun_of(std::string_view nominative) {
  for (const Noun& noun : kNouns) {
    if (noun.nominative == nominative) return &noun;
  }
  return nullptr;
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
    if (before == "i" && i > 1 && acts_before(text, i - 1, noun)) return &noun;  // dostala i obec Lipová
    return acts_as(text, i, last, noun) ? &noun : nullptr;
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

struct Region {
  std::string_view name;  // empty when there is none
  std::size_t noun = 0;   // the word "kraj" in some case
  std::size_t last = 0;
};

// "Libereckého kraje", "Kraje Vysočina".
Region region_at(const AnnotatedText& text, std::size_t i) {
  if (!text[i].capitalised || !text.follows(i + 1)) return {};
  if (text.lower(i).starts_with("kraj") && is_word(text, i + 1, "vysočina"))
    return {.name = "Kraj Vysočina", .noun = i, .last = i + 1};
  if (!text.is(i, kAdjective) || !text.lower(i + 1).starts_with("kraj")) return {};
  static const std::vector<RegionStem> kStems = region_stems();
  const std::string_view adjective = text.lower(i);
  for (const RegionStem& region : kStems) {
    if (adjective.size() > region.stem.size() && adjective.starts_with(region.stem))
      return {.name = region.name, .noun = i + 1, .last = i + 1};
  }
  return {};
}

// What a region gives: "za podpory Jihomoravského kraje".
bool is_given_by(std::string_view word) {
  for (const std::string_view gift :
       {"podpor", "dotac", "příspěv", "přispěn", "grant", "prostředk", "peněz", "peníz", "financí"}) {
    if (word.starts_with(gift)) return true;
  }
  for (const std::string_view gift : {"cena", "cenu", "ceny", "cenou", "dar", "daru", "darem", "dary"}) {
    if (word == gift) return true;
  }
  return false;
}

// "od Libereckého kraje", "dotace z Kraje Vysočina", "na dotaci Plzeňského kraje": the region in the genitive gives it.
bool gives(const AnnotatedText& text, std::size_t i) {
  if (i == 0 || !text.follows(i)) return false;
  const std::string_view before = text.lower(i - 1);
  if (before == "od" || is_given_by(before)) return true;
  if ((before != "z" && before != "ze") || i < 2 || !text.follows(i - 1)) return false;
  return is_given_by(text.lower(i - 2)) || text.lower(i - 2).starts_with("přiš");  // nejvíc přišlo z …
}

// A path of the site, "Databáze / Ústecký kraj / Jirkov", or an address: "okres Chomutov, Ústecký kraj".
bool is_in_path(const AnnotatedText& text, const Region& region, std::size_t i) {
  const std::string_view before = trim(text.gap_before(i));
  const std::string_view behind = trim(text.gap_after(region.last));
  for (const std::string_view mark : {"/", "›", "»", ">", "→"}) {
    if (before == mark || behind == mark) return true;
  }
  return before == "," && (text.is(i - 1, kTownStart) || text[i - 1].kind == text::TokenKind::number);
}

// "Nikola Nováková (Olomoucký kraj)"
bool is_of_person(const AnnotatedText& text, std::size_t i) {
  return i > 0 && text[i - 1].is_person && trim(text.gap_before(i)) == "(";
}

// "(dotace na lávku, Kraj Vysočina)"
bool is_giver_in_brackets(const AnnotatedText& text, const Region& region, std::size_t i) {
  constexpr std::size_t kFar = 6;  // words
  if (i == 0 || trim(text.gap_before(i)) != "," || !text.gap_after(region.last).starts_with(")"))
    return false;
  for (std::size_t w = i; w-- > 0 && i - w <= kFar;) {
    if (trim(text.gap_before(w)).ends_with("(")) return is_given_by(text.lower(w));
  }
  return false;
}

// Whether the region at word i acts there and is not only a place.
bool region_acts(const AnnotatedText& text, const Region& region, std::size_t i) {
  const std::string_view noun = text.lower(region.noun);
  const std::string_view before = i > 0 && text.follows(i) ? text.lower(i - 1) : std::string_view();
  if (noun == "kraje") return gives(text, i);
  if (noun == "kraji") return !before.empty() && !is_preposition(before);  // zašle se Olomouckému kraji
  if (noun == kRegionNoun.instrumental) return !is_before_places(before);
  if (noun != kRegionNoun.nominative || is_preposition(before)) return false;
  if (is_labelled_role(text, i) || follows_organization(text, i)) return true;
  if (is_in_path(text, region, i)) return false;
  if (before.empty() && (is_of_person(text, i) || is_giver_in_brackets(text, region, i))) return true;
  const Said said = said_behind(text, region.last);
  if (said == Said::of_actors) return true;
  if (before.empty() || text[i].sentence_start) return false;
  // "na stany Olomoucký kraj": the verb may be said before. What only lies in one is said with "v".
  return acts_before(text, i, kRegionNoun) || (said == Said::nothing && !is_verb(text, i - 1));
}

// "Projekt podporuje Hlavní město Praha"
bool is_capital_city(const AnnotatedText& text, std::size_t i) {
  return text.lower(i) == "hlavní" && text[i].capitalised && is_word(text, i + 1, "město") &&
         is_word(text, i + 2, "praha") && text.follows(i + 1) && text.follows(i + 2);
}

// "Městská část Praha 14", "MĚSTSKÁ ČÁST PRAHA-KOLOVRATY": the last word, or i. They are of Praha where they have a say.
std::size_t end_of_city_part(const AnnotatedText& text, std::size_t i) {
  if (text.lower(i) != "městská" || !is_word(text, i + 1, "část") || !is_word(text, i + 2, "praha") ||
      !text.follows(i + 1) || !text.follows(i + 2))
    return i;
  const std::size_t part = i + 3;
  if (part >= text.size()) return i;
  const bool numbered = text[part].kind == text::TokenKind::number && text.follows(part);
  const bool named = text.gap_before(part) == "-" && text[part].capitalised;
  return numbered || named ? part : i;
}

// A line of the head of the page that is nothing but the name: "MĚSTO OSTROV".
bool is_letterhead(const AnnotatedText& text, const Line& line, std::size_t last) {
  constexpr std::size_t kHead = 3;  // lines with words
  if (line.end_word != last + 1 || line.is_item) return false;
  std::size_t above = 0;
  for (const Line* at = text.lines().data(); at != &line && above < kHead; ++at)
    above += at->empty() ? 0U : 1U;
  return above < kHead;
}

// "Město Písek, Velké náměstí 114, 397 19 Písek": what stands behind the comma is where it sits.
bool has_address(const AnnotatedText& text, const Line& line, std::size_t last) {
  bool has_number = false;
  for (std::size_t i = last + 1; i < line.end_word; ++i) {
    if (i > last + 1 && text.gap_before(i).find_first_of(",;|") != std::string_view::npos) break;
    if (text.is(i, kTownNoun | kOrganHead | kDistrictNoun)) return false;
    has_number = has_number || text[i].kind == text::TokenKind::number;
  }
  return has_number;
}

// The town whose page it is: at its head, or with its address or department in the last lines.
bool is_publisher(const AnnotatedText& text, std::size_t i, std::size_t last) {
  const Line& line = text.line_of(i);
  if (i != line.first_word) return i > 0 && trim(text.gap_before(i)).ends_with("©");
  if (trim(text.gap_before(i)).ends_with("©") || is_letterhead(text, line, last)) return true;
  if (last + 1 >= line.end_word || line.is_item || trim(text.gap_after(last)) != ",") return false;
  constexpr std::size_t kFoot = 200;  // bytes
  const bool department = text.lower(last + 1) == "odbor" && line.begin + kFoot > text.text().size();
  return department || has_address(text, line, last);
}

bool is_council(const AnnotatedText& text, std::size_t i) {
  return text.is(i, kPublicBody) && (text.lower(i).starts_with("rad") || text.lower(i).starts_with("zastup"));
}

// "Kulturní komise města Kyjova", "Rada seniorů města Chrudimi": the noun, when such a body begins at word i, or
// `text.size()`.
std::size_t body_noun(const AnnotatedText& text, std::size_t i) {
  if (!text[i].capitalised) return text.size();
  if (text.is(i, kPublicBody)) return i;
  const bool adjective = text.is(i, kAdjective) && text.lower(i).ends_with("í") && text.follows(i + 1);
  return adjective && !text[i + 1].capitalised && text.is(i + 1, kPublicBody) ? i + 1 : text.size();
}

// "Rada nestátních neziskových organizací", "Výbor pro prevenci domácího násilí": a body that needs no town, by what it is
// there for in two words or more. The last one, or i.
std::size_t end_of_independent_body(const AnnotatedText& text, std::size_t i) {
  const bool board = text.lower(i).starts_with("rad") || text.lower(i).starts_with("výbor");
  if (!board || !text[i].capitalised || !text.is(i, kPublicBody) || !text.follows(i + 1)) return i;
  constexpr std::size_t kFewest = 2;  // words
  const std::size_t from = is_word(text, i + 1, "pro") ? i + 2 : i + 1;
  const std::size_t end = from == i + 1 ? genitive_phrase(text, from) : purpose(text, from);
  return end >= from + kFewest - 1 && !text.is(from, kTownNoun) ? end : i;
}

// "Zastupitelstva městyse Svitávka", "Rada Zlínského kraje": the last word, or i.
std::size_t end_of_council(const AnnotatedText& text, std::size_t i) {
  const std::size_t body = body_noun(text, i);
  if (body >= text.size()) return i;
  std::size_t of = body + 1;
  const bool own = body > i || is_council(text, i);
  const bool of_people =
      body == i && text.follows(of) && text.lower(of).ends_with("ů") && is_genitive_noun(text, of);
  if (of_people) ++of;
  if ((!own && !of_people) || !text.follows(of) || !text.follows(of + 1))
    return end_of_independent_body(text, i);
  if (text.lower(of) == "statutárního") ++of;
  const std::string_view noun = text.lower(of);
  const bool of_town = noun == "města" || noun == "obce" || noun == "městyse";
  if (of_town && text.follows(of + 1)) {
    const TownWords town = town_at(text, of + 1);
    return town.words == 0 ? i : of + town.words;
  }
  if (!is_council(text, i) || of != i + 1) return end_of_independent_body(text, i);
  const bool of_region = text[of].capitalised && text.is(of, kAdjective) && is_word(text, of + 1, "kraje");
  return of_region ? of + 1 : end_of_independent_body(text, i);
}

std::string nominative_of_council(std::string_view noun) {
  return noun.starts_with("zast")    ? "Zastupitelstvo"
         : noun.starts_with("výbor") ? "Výbor"
         : noun.starts_with("komis") ? "Komise"
                                     : "Rada";
}

// "Kulturní komise" in any case: adjectives in -í are the same in all cases of feminines.
std::string nominative_of_body(const AnnotatedText& text, std::size_t i) {
  const std::size_t noun = body_noun(text, i);
  std::string name = nominative_of_council(text.lower(noun));
  if (noun == i) return name;
  return std::string(text.raw(i)) + " " + text::fold_case(name);
}

// "Obec spisovatelů": no town, but people of a kind.
bool is_guild(const AnnotatedText& text, std::size_t i) {
  return text[i].capitalised && text.lower(i).starts_with("ob") && text.is(i, kTownNoun) &&
         text.follows(i + 1) && text.lower(i + 1).ends_with("ů") && is_genitive_noun(text, i + 1) &&
         !text.is(i + 1, kTownNoun | kOrganHead | kMemberWord | kCounted);
}

// The town at word i, if it acts. Returns the last word that was taken, or i.
std::size_t add_town(Section& section, std::size_t i, FactSink& sink) {
  AnnotatedText& text = section.text;
  const TownWords town = town_at(text, i + 1);
  if (town.words == 0 || text[i + 1].is_organization) return i;
  const std::size_t last = i + town.words;
  const bool statutory = i > 0 && text.follows(i) && text.lower(i - 1).starts_with("statutární");
  const std::size_t first = statutory ? i - 1 : i;
  const Noun* noun = body_at(text, i, last);
  const bool is_page_of = noun == nullptr && is_publisher(text, first, last);
  if (is_page_of) noun = noun_of(text.lower(i));
  if (noun == nullptr) return i;
  const std::string name =
      (statutory ? "statutární " : "") + std::string(noun->nominative) + " " + std::string(town.name);
  sink.add("organization", name, section, text.range(first, last), 0.6);
  if (is_page_of) return i;                                                // and the town of the page
  for (std::size_t w = i; w <= last; ++w) text[w].is_organization = true;  // no place
  return last;
}

}  // namespace

void TownBodyExtractor::extract(Page& page, FactSink& sink) const {
  for (Section& section : page.sections) {
    if (section.is_title) continue;
    AnnotatedText& text = section.text;
    for (std::size_t i = 0; i + 1 < text.size(); ++i) {
      if (text[i].is_organization) continue;
      if (!text[i].capitalised && !text.is(i, kTownNoun)) continue;  // none of the below
      if (const Region region = region_at(text, i); !region.name.empty()) {
        if (region_acts(text, region, i))
          sink.add("organization", std::string(region.name), section, text.range(i, region.last), 0.6);
        i = region.last;
        continue;
      }
      if (is_capital_city(text, i)) {
        sink.add("organization", "Hlavní město Praha", section, text.range(i, i + 2), 0.6);
        i += 2;
        continue;
      }
      if (const std::size_t end = end_of_council(text, i); end > i) {
        const std::string name =
            nominative_of_body(text, i) + " " + std::string(text.raw(body_noun(text, i) + 1, end));
        sink.add("organization", name, section, text.range(i, end), 0.6);
        i = end;
        continue;
      }
      if (const std::size_t end = end_of_city_part(text, i); end > i) {
        if (is_publisher(text, i, end) || acts_as(text, i, end, kCityPart))
          sink.add("organization", "Městská část " + std::string(text.raw(i + 2, end)), section,
                   text.range(i, end), 0.6);
        i = end;
        continue;
      }
      if (is_guild(text, i)) {
        sink.add("organization", "Obec " + std::string(text.raw(i + 1)), section, text.range(i, i + 1), 0.6);
        ++i;
        continue;
      }
      if (text.is(i, kTownNoun) && text.follows(i + 1)) i = add_town(section, i, sink);
    }
  }
}

}  // namespace tvar::facts
