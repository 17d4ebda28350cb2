// SPDX-License-Identifier: GPL-2.0-or-later
#include "lib/text/czech_tables.h"

#include <algorithm>
#include <array>

#include "lib/text/fold.h"

namespace tvar::text {
namespace {

using std::string_view;

/// Lists are short and asked seldom: each question is asked only behind a dot, a digit or a hyphen.
template <std::size_t n>
constexpr bool contains(const std::array<string_view, n>& sorted, string_view word) {
  return std::binary_search(sorted.begin(), sorted.end(), word);
}

template <std::size_t n>
constexpr std::array<string_view, n> sort(std::array<string_view, n> words) {
  std::sort(words.begin(), words.end());
  return words;
}

/// o. s., z. s., p. s., o. p. s., z. ú., n. f., s. r. o., a. s., v. o. s., k. s., s. p., n. p., p. o., o. s. s., v. v. i.,
/// z. p. s., z. s. p. o., š. p. o.
constexpr auto kLegalForms =
    sort(std::to_array<string_view>({"os", "zs", "ps", "ops", "zú",  "zu",  "nf",  "sro",  "as",  "vos",
                                     "ks", "sp", "np", "po",  "oss", "vvi", "zps", "zspo", "špo", "spo"}));

/// číslo popisné, jednací, evidenční, účtu; katastrální území, rodné číslo, toho času, to je, mimo jiné, téhož roku,
/// vlastní rukou, metrů nad mořem
constexpr auto kOtherLetterAbbreviations = sort(std::to_array<string_view>(
    {"čp", "cp", "čj", "cj", "če", "čú", "cu", "kú", "ku", "rč", "tč", "tj", "mj", "tr", "vr", "mnm"}));

/// Something follows these in the same sentence. Left out are those that are whole words as well ("kraj.", "nám.",
/// "měst.", "gen.", "let."): at the end of a sentence they are more often that.
constexpr auto kOpenAbbreviations = sort(std::to_array<string_view>(
    {// titles before a name
     "mgr", "mga", "bc", "bca", "ing", "mudr", "mddr", "mvdr", "judr", "phdr", "phmr", "rndr", "paeddr",
     "pharmdr", "thdr", "thlic", "rsdr", "dr", "prof", "doc", "arch", "kpt", "plk", "pplk", "mjr", "sv", "fa",
     "mons", "npor", "ppor", "nprap", "pprap", "nstržm", "stržm", "genmjr", "genpor",
     // numbers and places in texts
     "č", "čl", "čís", "odst", "písm", "str", "kap", "obr", "tab", "příl", "roč", "bl", "zn", "ev", "ul",
     "tř", "nábř", "sídl", "okr", "kr", "hl", "tel", "mob",
     // connecting words
     "tzv", "tzn", "tj", "např", "popř", "příp", "resp", "zejm", "ca", "cca", "srov", "vč", "event", "angl",
     "něm", "franc", "řec", "mj", "vyd", "nakl", "zák", "vyhl", "nař", "max", "min", "odp", "dop", "pozn",
     "spol", "soukr", "zákl", "tis", "mil", "mld"}));

/// A sentence may end with these.
constexpr auto kClosedAbbreviations =
    sort(std::to_array<string_view>({"atd", "apod", "aj", "atp", "ap", "sb", "hod", "kč", "csc", "drsc",
                                     "phd", "dis", "mba", "ml", "st", "př", "stol", "zkr"}));

/// And "Sb." (of the collection of laws), glued to its number as often. Letters that number sections and houses are left
/// out: 35a, 12c.
constexpr auto kUnits = sort(std::to_array<string_view>(
    {"mm",  "cm",  "dm",  "m",   "km",  "g",   "dkg", "kg",  "t",    "ml",   "cl", "dl", "l",   "hl", "ha",
     "s",   "min", "h",   "hod", "kw",  "mw",  "gw",  "kwh", "mwh",  "w",    "v",  "kv", "wh",  "kj", "mj",
     "hz",  "khz", "mhz", "ghz", "kb",  "mb",  "gb",  "tb",  "kbps", "mbps", "px", "pt", "dpi", "kč", "kc",
     "eur", "czk", "usd", "ks",  "kpa", "mpa", "pa",  "bar", "db",   "mg",   "µg", "μg", "sb"}));

/// -tý, -tá, -tých …, -tého, -ti, -mi, -krát is a word of its own and not here.
constexpr auto kNumeralEndings = sort(std::to_array<string_view>(
    {"tý", "tá",   "té",   "tí",  "tého", "tému", "tém", "tým", "tých", "tými", "tou", "tej", "ty", "ta",
     "te", "teho", "tych", "tym", "tymi", "ti",   "mi",  "ým",  "ých",  "ého",  "ém",  "ému", "ou"}));

constexpr auto kDomains = sort(std::to_array<string_view>({"cz", "sk", "eu", "com", "org"}));

struct Month {
  string_view form;  // without diacritics
  int number;
};

/// The singular cases of the month names.
constexpr std::array kMonths = {
    Month{"leden", 1},       Month{"ledna", 1},     Month{"lednu", 1},     Month{"lednem", 1},
    Month{"unor", 2},        Month{"unora", 2},     Month{"unoru", 2},     Month{"unorem", 2},
    Month{"brezen", 3},      Month{"brezna", 3},    Month{"breznu", 3},    Month{"breznem", 3},
    Month{"duben", 4},       Month{"dubna", 4},     Month{"dubnu", 4},     Month{"dubnem", 4},
    Month{"kveten", 5},      Month{"kvetna", 5},    Month{"kvetnu", 5},    Month{"kvetnem", 5},
    Month{"cerven", 6},      Month{"cervna", 6},    Month{"cervnu", 6},    Month{"cervnem", 6},
    Month{"cervenec", 7},    Month{"cervence", 7},  Month{"cervenci", 7},  Month{"cervencem", 7},
    Month{"srpen", 8},       Month{"srpna", 8},     Month{"srpnu", 8},     Month{"srpnem", 8},
    Month{"zari", 9},        Month{"zarim", 9},     Month{"rijen", 10},    Month{"rijna", 10},
    Month{"rijnu", 10},      Month{"rijnem", 10},   Month{"listopad", 11}, Month{"listopadu", 11},
    Month{"listopadem", 11}, Month{"prosinec", 12}, Month{"prosince", 12}, Month{"prosinci", 12},
    Month{"prosincem", 12}};

struct JoinedPair {
  string_view first;
  string_view second_begins;  // what follows is an ending: off-linový
};

constexpr std::array kJoinedPairs = {
    JoinedPair{"on", "lin"}, JoinedPair{"off", "lin"}, JoinedPair{"in", "lin"},  JoinedPair{"wi", "fi"},
    JoinedPair{"hi", "fi"},  JoinedPair{"sci", "fi"},  JoinedPair{"start", "up"}};

}  // namespace

bool is_legal_form(string_view letters) {
  return contains(kLegalForms, letters);
}

bool is_letter_abbreviation(string_view letters) {
  return is_legal_form(letters) || contains(kOtherLetterAbbreviations, letters);
}

bool is_bare_legal_form(string_view word) {
  // Asked for every short word: sizes are compared before bytes.
  return word == "ops" || word == "sro" || word == "vvi" || word == "zspo";
}

bool is_abbreviation(string_view word) {
  return contains(kOpenAbbreviations, word) || contains(kClosedAbbreviations, word);
}

bool never_ends_sentence(string_view word) {
  return contains(kOpenAbbreviations, word) && !contains(kClosedAbbreviations, word);
}

int month_number(string_view word) {
  const std::string folded = fold_diacritics(word);
  const auto* const month =
      std::find_if(kMonths.begin(), kMonths.end(), [&](const Month& m) { return m.form == folded; });
  return month == kMonths.end() ? 0 : month->number;
}

bool is_unit(string_view letters) {
  return contains(kUnits, letters);
}

bool is_numeral_ending(string_view letters) {
  return contains(kNumeralEndings, letters);
}

bool is_joined_pair(string_view first, string_view second) {
  return std::any_of(kJoinedPairs.begin(), kJoinedPairs.end(), [&](const JoinedPair& pair) {
    return first == pair.first && second.starts_with(pair.second_begins);
  });
}

bool is_known_domain(string_view label) {
  return contains(kDomains, label);
}

}  // namespace tvar::text
