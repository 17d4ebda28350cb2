// SPDX-License-Identifier: GPL-2.0-or-later
#include "lib/facts/person_names.h"

#include <algorithm>
#include <array>
#include <iterator>

#include "lib/facts/name_forms.h"
#include "lib/text/fold.h"
#include "lib/text/utf8.h"

namespace tvar::facts {
namespace {

// The names that most people in the Czech Republic have, sorted; about 97 of a hundred people have one of them.
constexpr std::string_view kMen[] = {
    "adam",      "adolf",     "albert",   "aleš",     "alexandr",  "alexander", "alois",      "andrej",
    "antonín",   "arnošt",    "artur",    "august",   "bedřich",   "benjamin",  "bohdan",     "bohumil",
    "bohumír",   "bohuslav",  "boris",    "bořivoj",  "břetislav", "bronislav", "čeněk",      "čestmír",
    "cyril",     "dalibor",   "dan",      "daniel",   "david",     "denis",     "dobromil",   "dominik",
    "dušan",     "eduard",    "emanuel",  "emil",     "erik",      "evžen",     "felix",      "ferdinand",
    "filip",     "františek", "gabriel",  "gustav",   "hubert",    "hugo",      "hynek",      "ignác",
    "igor",      "ivan",      "ivo",      "jáchym",   "jakub",     "jan",       "jaromír",    "jaroslav",
    "jeroným",   "jindřich",  "jiří",     "jonáš",    "josef",     "julius",    "kamil",      "karel",
    "kryštof",   "květoslav", "kristián", "ladislav", "leoš",      "libor",     "lubomír",    "lubor",
    "luboš",     "luděk",     "ludvík",   "lukáš",    "lumír",     "marcel",    "marek",      "marian",
    "mario",     "martin",    "matěj",    "matouš",   "matyáš",    "maxmilián", "metoděj",    "michael",
    "michal",    "mikuláš",   "milan",    "miloš",    "miloslav",  "miroslav",  "mojmír",     "norbert",
    "oldřich",   "oleg",      "oliver",   "ondřej",   "oskar",     "otakar",    "oto",        "otto",
    "patrik",    "pavel",     "petr",     "přemysl",  "radan",     "radek",     "radim",      "radko",
    "radomír",   "radoslav",  "radovan",  "rené",     "richard",   "robert",    "robin",      "roman",
    "rostislav", "rudolf",    "samuel",   "šimon",    "slavomír",  "stanislav", "štefan",     "štěpán",
    "svatopluk", "svatoslav", "tadeáš",   "theodor",  "teodor",    "tibor",     "tobiáš",     "tomáš",
    "václav",    "valentin",  "vasil",    "vavřinec", "viktor",    "vilém",     "vincenc",    "vít",
    "vítek",     "vítězslav", "vladan",   "vladimír", "vladislav", "vlastimil", "vlastislav", "vojtěch",
    "vratislav", "walter",    "zbyněk",   "zbyšek",   "zdeněk",    "zdenko",    "zikmund",    "tadeusz"};

constexpr std::string_view kWomen[] = {
    "adéla",     "adriana",   "agáta",     "alena",     "alexandra",  "alice",      "alžběta",   "amálie",
    "anastázie", "andrea",    "aneta",     "anežka",    "anna",       "antonie",    "apolena",   "barbora",
    "běla",      "beáta",     "blanka",    "blažena",   "bohumila",   "bohuslava",  "božena",    "dagmar",
    "dana",      "daniela",   "darina",    "dita",      "dominika",   "dora",       "drahomíra", "eliška",
    "ela",       "elena",     "ema",       "emília",    "emilie",     "erika",      "ester",     "eva",
    "evelína",   "františka", "gabriela",  "hana",      "hedvika",    "helena",     "ida",       "ilona",
    "ingrid",    "irena",     "iva",       "ivana",     "iveta",      "ivona",      "izabela",   "jana",
    "jarmila",   "jaromíra",  "jaroslava", "jindřiška", "jiřina",     "jitka",      "johana",    "jolana",
    "josefa",    "judita",    "julie",     "kamila",    "karin",      "karla",      "karolína",  "kateřina",
    "klára",     "klaudie",   "kristina",  "kristýna",  "květa",      "květoslava", "květuše",   "lada",
    "ladislava", "laura",     "lea",       "lenka",     "leona",      "libuše",     "lidie",     "lidmila",
    "linda",     "lucie",     "ludmila",   "magda",     "magdaléna",  "marcela",    "margita",   "marie",
    "marika",    "markéta",   "marta",     "martina",   "matylda",    "michaela",   "milada",    "milena",
    "miloslava", "miloslava", "miluše",    "mirka",     "miroslava",  "monika",     "naďa",      "naděžda",
    "natálie",   "nela",      "nikola",    "nina",      "nora",       "olga",       "otýlie",    "patricie",
    "pavla",     "pavlína",   "petra",     "radka",     "radmila",    "radana",     "regina",    "renata",
    "renáta",    "romana",    "rozálie",   "růžena",    "sabina",     "sandra",     "sára",      "silvie",
    "simona",    "slavěna",   "sofie",     "soňa",      "stanislava", "štefanie",   "štěpánka",  "šárka",
    "tamara",    "táňa",      "tatiana",   "tereza",    "terezie",    "valerie",    "vanda",     "vendula",
    "vendulka",  "věra",      "veronika",  "viktorie",  "viola",      "vladimíra",  "vlasta",    "xenie",
    "yveta",     "yvona",     "zdena",     "zdeňka",    "zdenka",     "žaneta",     "žofie",     "zlata",
    "zora",      "zuzana"};

constexpr std::string_view kTitles[] = {
    "arch", "bc",      "bca",  "doc",   "dr",   "genmjr", "ing",    "judr", "kpt",   "mga",
    "mgr",  "mjr",     "mudr", "mvdr",  "npor", "nprap",  "paeddr", "phdr", "phmr",  "plk",
    "por",  "ppor",    "pplk", "prap",  "prof", "rndr",   "rsdr",   "thdr", "thlic", "thmgr",
    "mddr", "pharmdr", "akad", "pprap", "rtn",  "nstržm", "stržm",  "prim", "p"};

std::string without_last(std::string_view text, std::size_t bytes) {
  return std::string(text.substr(0, text.size() - bytes));
}

// Endings of masculine animates in -consonant, in dative and locative, which places do not have.
bool is_man_form(std::string_view form, std::string_view name) {
  if (is_form_of(form, name)) return true;
  if (name.ends_with("el")) {  // Pavel: Pavlovi; Daniel: Danielovi
    return form == without_last(name, 2) + "lovi" || form == std::string(name) + "ovi";
  }
  if (name.ends_with("ek") || name.ends_with("ěk")) {  // Marek: Markovi; Zdeněk: Zdeňkem
    std::string stem = without_last(name, name.ends_with("ek") ? 2 : 3);
    if (name.ends_with("něk")) stem = without_last(stem, 1) + "ň";
    for (const std::string_view ending : {"ka", "ku", "kovi", "kem"}) {
      if (form == stem + std::string(ending)) return true;
    }
    return false;
  }
  if (name.ends_with("o")) return form == without_last(name, 1) + "ovi";
  return form == std::string(name) + "ovi";
}

std::string capitalised_like(std::string_view written, const std::string& lower) {
  // The form and its nominative begin with the same letters; those are taken as written.
  std::size_t same = 0;
  const std::string folded = text::fold_case(written);
  if (folded.size() != written.size()) return std::string(written);
  while (same < folded.size() && same < lower.size() && folded[same] == lower[same]) ++same;
  while (same > 0 && same < lower.size() && !text::is_code_point_start(lower[same])) --same;
  return std::string(written.substr(0, same)) + lower.substr(same);
}

struct Replacement {
  std::string_view ending;
  std::string_view nominative;
};

bool replace_ending(std::string_view word, std::initializer_list<Replacement> rows, std::string& out) {
  for (const Replacement& row : rows) {
    if (!word.ends_with(row.ending) || word.size() <= row.ending.size() + 1) continue;
    out = without_last(word, row.ending.size()) + std::string(row.nominative);
    return true;
  }
  return false;
}

std::string womans_nominative(std::string_view form, bool is_nominative) {
  if (is_nominative) {
    // Pavla Dvořáka is a man in the genitive. Foreign surnames stay as they are.
    return std::string(form);
  }
  std::string out;
  if (replace_ending(form, {{"ové", "ová"}, {"ovou", "ová"}, {"é", "á"}, {"ou", "á"}}, out)) return out;
  return std::string(form);
}

bool is_vowel_byte(char c) {
  return std::string_view("aeiouy").find(c) != std::string_view::npos ||
         static_cast<unsigned char>(c) >= 0x80;
}

// Nováka → Novák, Hájka → Hájek, Němce → Němec, Dvořákem → Dvořák, by the endings alone.
std::string mans_nominative_by_rule(std::string_view form) {
  std::string out;
  if (replace_ending(form,
                     {{"ckého", "cký"},
                      {"ského", "ský"},
                      {"ého", "ý"},
                      {"ému", "ý"},
                      {"ým", "ý"},
                      {"ém", "ý"},
                      {"ího", "í"},
                      {"ímu", "í"},
                      {"ím", "í"}},
                     out)) {
    return out;
  }
  if (!replace_ending(
          form, {{"ovi", ""}, {"em", ""}, {"ou", "a"}, {"y", "a"}, {"a", ""}, {"e", ""}, {"u", ""}}, out)) {
    return std::string(form);
  }
  const std::size_t size = out.size();
  if (size > 3 && (out.ends_with("k") || out.ends_with("c")) && !is_vowel_byte(out[size - 2])) {
    out.insert(size - 1, "e");
  }
  return out;
}

std::string mans_nominative(std::string_view form, const Stemmer& stemmer) {
  Readings readings;
  const std::string lower = text::fold_case(form);
  const bool is_adjective = lower.ends_with("ého") || lower.ends_with("ému") || lower.ends_with("ým");
  if (!is_adjective) {
    stemmer.stem(lower, StemMode::document, readings);
    for (const Reading& reading : readings) {
      if (reading.kind == ReadingKind::folded_stem) continue;
      const std::string lemma = stemmer.lemma_of(reading.term);
      if (lemma.ends_with("ův") || lemma.ends_with("in") || lemma == lower) continue;
      if (is_man_form(lower, lemma)) return capitalised_like(form, lemma);
    }
  }
  return capitalised_like(form, text::fold_case(mans_nominative_by_rule(form)));
}

}  // namespace

void find_given_names(std::string_view form, std::vector<GivenName>& out) {
  out.clear();
  // Inflection leaves the first two letters alone, and both tables are short.
  const auto collect = [&](const auto& table, Gender gender, auto&& matches) {
    for (const std::string_view name : table) {
      if (name[0] != form[0] || name.substr(0, 2) != form.substr(0, 2)) continue;
      if (matches(form, name)) out.push_back({name, gender, form == name});
    }
  };
  if (form.size() < 2) return;
  collect(kMen, Gender::masculine, is_man_form);
  collect(kWomen, Gender::feminine, [](std::string_view f, std::string_view name) {
    return is_form_of(f, name) || (name.ends_with("r") && f == std::string(name) + "y");
  });
}

bool is_given_name(std::string_view form) {
  std::vector<GivenName> readings;
  find_given_names(form, readings);
  return !readings.empty();
}

bool is_title_before_name(std::string_view word) noexcept {
  return std::find(std::begin(kTitles), std::end(kTitles), word) != std::end(kTitles);
}

std::string surname_nominative(std::string_view form, Gender gender, bool is_nominative,
                               const Stemmer& stemmer) {
  const std::string lower = text::fold_case(form);
  const bool womans = lower.ends_with("ová") || lower.ends_with("ové") || lower.ends_with("ovou");
  const bool adjective = lower.ends_with("á") || lower.ends_with("é") || lower.ends_with("ou");
  if (gender == Gender::feminine) {
    const bool mans_only = lower.ends_with("ého") || lower.ends_with("ému") || lower.ends_with("ovi") ||
                           lower.ends_with("ým") || lower.ends_with("ý");
    if (mans_only) return {};
    if (is_nominative)
      return lower.ends_with("ové") || lower.ends_with("ovou") || lower.ends_with("ého")
                 ? std::string()
                 : womans_nominative(form, true);
    return womans || adjective ? womans_nominative(form, false) : womans_nominative(form, false);
  }
  if (womans) return {};
  if (is_nominative) {
    const bool oblique = lower.ends_with("ého") || lower.ends_with("ému") || lower.ends_with("ovi");
    return oblique ? std::string() : std::string(form);
  }
  if (lower.ends_with("á") || lower.ends_with("ý")) return {};
  return mans_nominative(form, stemmer);
}

}  // namespace tvar::facts
