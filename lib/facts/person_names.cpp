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

// The names that most people in the Czech Republic have, sorted, the more common spelling of two first; about 97 of a
// hundred people have one of them.
constexpr std::string_view kMen[] = {
    "adam",       "adolf",     "alan",      "albert",    "aleš",      "alexandr",  "alexander", "alexej",
    "alois",      "andrej",    "antonín",   "arnold",    "arnošt",    "artur",     "august",    "bedřich",
    "benjamin",   "blahoslav", "bohdan",    "bohumil",   "bohumír",   "bohuslav",  "boris",     "bořivoj",
    "bronislav",  "bruno",     "břetislav", "ctibor",    "ctirad",    "cyril",     "čeněk",     "čestmír",
    "dalibor",    "dalimil",   "dan",       "daniel",    "david",     "denis",     "dobromil",  "dobroslav",
    "dominik",    "drahomír",  "drahoslav", "dušan",     "eduard",    "eliáš",     "emanuel",   "emil",
    "erich",      "erik",      "evžen",     "felix",     "ferdinand", "filip",     "františek", "gabriel",
    "gejza",      "gerhard",   "gustav",    "hanuš",     "heřman",    "hubert",    "hugo",      "hynek",
    "ignác",      "igor",      "imrich",    "ivan",      "ivo",       "jáchym",    "jakub",     "jan",
    "jarmil",     "jarolím",   "jaromil",   "jaromír",   "jaroslav",  "jeroným",   "jindřich",  "jiří",
    "jonáš",      "josef",     "julius",    "kamil",     "karel",     "kašpar",    "kilián",    "klement",
    "kornel",     "kristián",  "kryštof",   "květoslav", "kvido",     "ladislav",  "lambert",   "leo",
    "leopold",    "leoš",      "lešek",     "lev",       "libor",     "lotar",     "lubomír",   "lubor",
    "luboš",      "luděk",     "ludvík",    "lukáš",     "lumír",     "marcel",    "marek",     "marian",
    "mario",      "martin",    "matěj",     "matouš",    "matyáš",    "maxmilián", "mečislav",  "medard",
    "metoděj",    "michael",   "michal",    "mikoláš",   "mikuláš",   "milan",     "miloň",     "miloslav",
    "miloš",      "miroslav",  "mojmír",    "nikolas",   "norbert",   "oldřich",   "oleg",      "oliver",
    "ondřej",     "oskar",     "ota",       "otakar",    "oto",       "otto",      "pankrác",   "patrik",
    "pavel",      "petr",      "přemysl",   "radan",     "radek",     "radim",     "radko",     "radomil",
    "radomír",    "radoslav",  "radovan",   "rajmund",   "rené",      "richard",   "robert",    "robin",
    "roman",      "rostislav", "rudolf",    "rupert",    "samuel",    "sáva",      "sebastian", "sebastián",
    "servác",     "silvestr",  "slavoj",    "slavomír",  "soběslav",  "stanislav", "svatomír",  "svatopluk",
    "svatoslav",  "šebestián", "šimon",     "štefan",    "štěpán",    "tadeáš",    "tadeusz",   "teodor",
    "theodor",    "tibor",     "tichomír",  "tobias",    "tobiáš",    "tomáš",     "urban",     "václav",
    "valdemar",   "valentin",  "valtr",     "vasil",     "vavřinec",  "viktor",    "vilém",     "vincenc",
    "vít",        "vítek",     "vítězslav", "vladan",    "vladimír",  "vladislav", "vladivoj",  "vlastimil",
    "vlastislav", "vojtěch",   "vratislav", "walter",    "záviš",     "zbislav",   "zbyněk",    "zbyšek",
    "zdeněk",     "zdenko",    "zdislav",   "zikmund",   "zoltán",    "žibřid",    "ľuboš"};

constexpr std::string_view kWomen[] = {
    "adéla",      "adriana",    "agáta",     "alena",      "alexandra",  "alice",      "aloisie",
    "alžběta",    "amálie",     "amanda",    "amélie",     "anastázie",  "andělka",    "andrea",
    "aneta",      "anežka",     "anita",     "anna",       "antonie",    "apolena",    "barbora",
    "beáta",      "běla",       "berta",     "blanka",     "blažena",    "bohumila",   "bohuslava",
    "božena",     "bronislava", "cecílie",   "dagmar",     "dana",       "daniela",    "darina",
    "denisa",     "dita",       "dobromila", "dobroslava", "dominika",   "dora",       "dorota",
    "drahomíra",  "edita",      "ela",       "elena",      "eleonora",   "eliška",     "ella",
    "elvíra",     "ema",        "emanuela",  "emília",     "emílie",     "emilie",     "emma",       "erika",
    "ester",      "eva",        "evelína",   "evženie",    "filoména",   "flóra",      "františka",
    "gabriela",   "gertruda",   "gita",      "gizela",     "halina",     "hana",       "hanka",
    "hedvika",    "helena",     "hermína",   "hortenzie",  "ida",        "ilona",      "ilza",
    "ingrid",     "inka",       "irena",     "irma",       "isabela",    "iva",        "ivana",
    "ivanka",     "iveta",      "ivona",     "izabela",    "jadwiga",    "jája",       "jana",
    "jarmila",    "jaromila",   "jaromíra",  "jaroslava",  "jasmína",    "jindřiška",  "jiřina",
    "jitka",      "johana",     "jolana",    "josefa",     "judita",     "julia",      "juliana",
    "julie",      "justýna",    "kamélie",   "kamila",     "karin",      "karla",      "karmen",
    "karolína",   "kateřina",   "klára",     "klaudie",    "kornélie",   "kristina",   "kristýna",
    "květa",      "květoslava", "květuše",   "květuška",   "lada",       "ladislava",  "laura",
    "lea",        "lenka",      "leona",     "libuše",     "lidie",      "lidmila",    "lilian",
    "liliana",    "linda",      "livie",     "lucie",      "ludmila",    "ludvika",    "luisa",
    "lýdie",      "magda",      "magdalena", "magdaléna",  "mahulena",   "marcela",    "margareta",
    "margita",    "mariana",    "marie",     "marieta",    "marika",     "markéta",    "marta",
    "martina",    "matylda",    "mečislava", "melanie",    "mia",        "michaela",   "milada",
    "milena",     "miloslava",  "miluše",    "mirela",     "miriam",     "mirka",      "miroslava",
    "monika",     "naďa",       "naděžda",   "natálie",    "nataša",     "nela",       "nicole",
    "nikola",     "nina",       "noemi",     "nora",       "ofélie",     "oldřicha",   "oldřiška",
    "olena",      "olga",       "otilie",    "otylie",     "otýlie",     "oxana",      "patricie",
    "pavla",      "pavlína",    "petra",     "petronela",  "radana",     "radka",      "radmila",
    "radoslava",  "rebeka",     "regina",    "renata",     "renáta",     "rita",       "romana",
    "rostislava", "rozálie",    "rut",       "růžena",     "sabina",     "sandra",     "sára",
    "saskie",     "silvie",     "simona",    "slavěna",    "slavomíra",  "sofia",      "sofie",
    "soňa",       "stanislava", "stela",     "svatava",    "světlana",   "sylva",      "sylvie",
    "šárka",      "štefanie",   "štěpánka",  "tamara",     "táňa",       "taťána",     "tatiana",
    "tatiána",    "tekla",      "teodora",   "tereza",     "terezie",    "theodora",   "valentýna",
    "valerie",    "vanda",      "vanesa",    "vanessa",    "vendula",    "vendulka",   "věra",
    "veronika",   "viktoria",   "viktorie",  "viléma",     "vilma",      "vincencie",  "viola",
    "vítězslava", "vladěna",    "vladimíra", "vlasta",     "vlastimila", "vratislava", "xenie",
    "yveta",      "yvona",      "zbyňka",    "zdena",      "zdenka",     "zdeňka",     "zdislava",
    "zita",       "zlata",      "zora",      "zuzana",     "žaneta",     "žofia",      "žofie"};

// What people are called by at home: Honza, Bára.
constexpr std::string_view kShortMen[] = {"franta", "honza", "jarda", "jarek", "jirka", "kuba",  "láďa",
                                          "luďa",   "mirek", "míša",  "ondra", "pepa",  "péťa",  "slávek",
                                          "standa", "tonda", "vašek", "vláďa", "vojta", "zdenda"};
constexpr std::string_view kShortWomen[] = {"anička", "bára", "bětka", "evička", "jiřka",    "katka",
                                            "káťa",   "lída", "lucka", "majka",  "martinka", "maruška",
                                            "máša",   "míla", "terka", "týna",   "zlatuše"};

// Of neighbours, and of those who moved here.
constexpr std::string_view kForeignMen[] = {
    "ahmed",     "alexandru",  "ali",       "anatolij",  "anders",    "andreas",  "andrew",    "andrij",
    "andrzej",   "andrás",     "anton",     "antonio",   "arne",      "artem",    "bernd",     "björn",
    "carlos",    "charles",    "christian", "christoph", "denys",     "dezider",  "dieter",    "dirk",
    "dmitrij",   "dmytro",     "dominic",   "dragan",    "fedor",     "ferenc",   "francesco", "franz",
    "friedrich", "georg",      "george",    "giovanni",  "giuseppe",  "goran",    "grzegorz",  "gábor",
    "günter",    "günther",    "hans",      "heinrich",  "heinz",     "helmut",   "ihor",      "istván",
    "jakob",     "james",      "jean",      "jens",      "jerzy",     "johannes", "john",      "josé",
    "jozef",     "juraj",      "jurij",     "ján",       "jános",     "jörg",     "jürgen",    "karl",
    "klaus",     "konstantin", "krzysztof", "lars",      "leszek",    "luca",     "lászló",    "maksym",
    "manfred",   "marco",      "markus",    "mateusz",   "matthias",  "miguel",   "milorad",   "mohamed",
    "mykola",    "nikolaj",    "olaf",      "oleh",      "oleksandr", "omar",     "paolo",     "paul",
    "paweł",     "pedro",      "peter",     "pierre",    "piotr",     "péter",    "ralf",      "ruslan",
    "sergej",    "serhij",     "stefan",    "stefano",   "stephan",   "stephen",  "sven",      "sándor",
    "taras",     "thomas",     "tomasz",    "uwe",       "vasyl",     "vitalij",  "volodymyr", "werner",
    "william",   "wojciech",   "wolfgang",  "yuriy",     "zbigniew",  "zoran",    "ľubomír",   "ľudovít"};

constexpr std::string_view kForeignWomen[] = {
    "agnieszka",  "aisha",     "alina",     "angela",    "anja",     "anne",      "antje",    "birgit",
    "bohdana",    "brigitte",  "camille",   "charlotte", "chiara",   "christine", "claire",   "claudia",
    "darja",      "elisabeth", "elizabeth", "emily",     "erzsébet", "ewa",       "fatima",   "francesca",
    "galina",     "giulia",    "greta",     "halyna",    "hanna",    "heike",     "inge",     "inna",
    "irina",      "iryna",     "isabelle",  "ivanna",    "jelena",   "joanna",    "julija",   "katalin",
    "katarzyna",  "katarína",  "kristína",  "larisa",    "lesja",    "ljudmila",  "maria",    "mary",
    "małgorzata", "monica",    "nadija",    "nadja",     "natalija", "oksana",    "olesja",   "olha",
    "renate",     "sabine",    "sarah",     "sari",      "silvia",   "sophie",    "svitlana", "taťjana",
    "tetiana",    "ursula",    "valentina", "yulia",     "zuzanna"};

constexpr std::string_view kTitles[] = {
    "arch", "bc",      "bca",  "doc",   "dr",   "genmjr", "ing",    "judr", "kpt",   "mga",
    "mgr",  "mjr",     "mudr", "mvdr",  "npor", "nprap",  "paeddr", "phdr", "phmr",  "plk",
    "por",  "ppor",    "pplk", "prap",  "prof", "rndr",   "rsdr",   "thdr", "thlic", "thmgr",
    "mddr", "pharmdr", "akad", "pprap", "rtn",  "nstržm", "stržm",  "prim", "p"};

std::string without_last(std::string_view text, std::size_t bytes) {
  return std::string(text.substr(0, text.size() - bytes));
}

// Endings of masculine animates in -consonant, in dative and locative, which places do not have.
bool is_man_form(std::string_view form, std::string_view name, const NameDeclension& declension) {
  // What only places and women have: na Ivaně, Marie.
  if (form != name && (form.ends_with("ě") || (name.ends_with("o") && form.ends_with("e")))) return false;
  if (is_form_of(form, name, declension)) return true;
  if (name.ends_with("ek") || name.ends_with("ěk")) {  // Marek: Markovi; Zdeněk: Zdeňkem
    if (form.find('k') == std::string_view::npos) return false;
    std::string stem = without_last(name, name.ends_with("ek") ? 2 : 3);
    if (name.ends_with("něk")) stem = without_last(stem, 1) + "ň";
    for (const std::string_view ending : {"ka", "ku", "kovi", "kem"}) {
      if (form == stem + std::string(ending)) return true;
    }
    return false;
  }
  if (!form.ends_with("ovi")) return false;
  if (name.ends_with("el") && form == without_last(name, 2) + "lovi")
    return true;  // Pavel: Pavlovi; Daniel: Danielovi
  return form ==
         (name.ends_with("o") || name.ends_with("a") ? without_last(name, 1) : std::string(name)) + "ovi";
}

bool is_man_form(std::string_view form, std::string_view name) {
  return is_man_form(form, name, decline(name));
}

bool is_woman_form(std::string_view form, std::string_view name, const NameDeclension& declension) {
  return is_form_of(form, name, declension) || (name.ends_with("r") && form.size() == name.size() + 1 &&
                                                form.ends_with("y") && form.starts_with(name));
}

struct NameRow {
  std::string_view name;
  Gender gender;
  NameDeclension declension;
};

std::string_view first_letters(std::string_view word) {
  return word.substr(0, 2);
}

// Both tables by their first two bytes, which inflection leaves alone; men first, as they stand there.
const std::vector<NameRow>& given_name_rows() {
  static const std::vector<NameRow> kRows = [] {
    std::vector<NameRow> rows;
    for (const std::string_view name : kMen) rows.push_back({name, Gender::masculine, decline(name)});
    for (const std::string_view name : kShortMen) rows.push_back({name, Gender::masculine, decline(name)});
    for (const std::string_view name : kForeignMen) rows.push_back({name, Gender::masculine, decline(name)});
    for (const std::string_view name : kWomen) rows.push_back({name, Gender::feminine, decline(name)});
    for (const std::string_view name : kShortWomen) rows.push_back({name, Gender::feminine, decline(name)});
    for (const std::string_view name : kForeignWomen) rows.push_back({name, Gender::feminine, decline(name)});
    std::stable_sort(rows.begin(), rows.end(), [](const NameRow& a, const NameRow& b) {
      return first_letters(a.name) < first_letters(b.name);
    });
    return rows;
  }();
  return kRows;
}

// Calls `take` with each row whose name the form can be of, until it says that it has enough.
template <typename Take>
void for_each_given_name(std::string_view form, const Take& take) {
  if (form.size() < 2) return;
  const std::vector<NameRow>& rows = given_name_rows();
  auto row = std::lower_bound(rows.begin(), rows.end(), first_letters(form),
                              [](const NameRow& a, std::string_view b) { return first_letters(a.name) < b; });
  for (; row != rows.end() && first_letters(row->name) == first_letters(form); ++row) {
    const bool fits = row->gender == Gender::masculine ? is_man_form(form, row->name, row->declension)
                                                       : is_woman_form(form, row->name, row->declension);
    if (fits && take(*row)) return;
  }
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
  // Handke, Verdi, Kennedy: Handkeho, Verdimu
  if (replace_ending(
          form, {{"eho", "e"}, {"iho", "i"}, {"yho", "y"}, {"emu", "e"}, {"imu", "i"}, {"ymu", "y"}}, out))
    return out;
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
  for_each_given_name(form, [&](const NameRow& row) {
    out.push_back({row.name, row.gender, form == row.name});
    const bool also_genitive = row.gender == Gender::feminine && form == row.name && form.ends_with("e");
    if (also_genitive) out.push_back({row.name, row.gender, false});  // Marie, bez Marie
    return false;
  });
}

bool is_given_name(std::string_view form) {
  bool found = false;
  for_each_given_name(form, [&](const NameRow&) { return found = true; });
  return found;
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
      return lower.ends_with("é") || lower.ends_with("ovou") || lower.ends_with("ého")
                 ? std::string()
                 : womans_nominative(form, true);
    return womans || adjective ? womans_nominative(form, false) : womans_nominative(form, false);
  }
  if (womans || (!is_nominative && (lower.ends_with("é") || lower.ends_with("í")))) return {};
  if (is_nominative) {
    const bool oblique = lower.ends_with("ého") || lower.ends_with("ému") || lower.ends_with("ovi");
    return oblique ? std::string() : std::string(form);
  }
  // Maria Kowalska is a woman in the nominative, no Mario.
  const bool foreign_womans = lower.ends_with("ska") || lower.ends_with("cka");
  if (foreign_womans || lower.ends_with("á") || lower.ends_with("ý")) return {};
  return mans_nominative(form, stemmer);
}

}  // namespace tvar::facts
