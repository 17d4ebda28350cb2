// SPDX-License-Identifier: GPL-2.0-or-later
#include "lib/facts/organizations.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "lib/analysis/abbreviations.h"
#include "lib/analysis/stop_words.h"
#include "lib/facts/announced_names.h"
#include "lib/facts/gazetteer.h"
#include "lib/facts/legal_forms.h"
#include "lib/facts/name_forms.h"
#include "lib/facts/organization_names.h"
#include "lib/facts/organization_phrase.h"
#include "lib/facts/organization_units.h"
#include "lib/facts/short_names.h"
#include "lib/text/fold.h"
#include "lib/text/utf8.h"

namespace tvar::facts {
namespace {

// Names that hold words in lower case, where nothing in a text says how far they go.
constexpr std::string_view kWellKnown[] = {"Člověk v tísni",
                                           "Armáda spásy",
                                           "Lékaři bez hranic",
                                           "Český červený kříž",
                                           "Liga lidských práv",
                                           "Slezská diakonie",
                                           "Slovo 21",
                                           "Nová škola",
                                           "Bílý kruh bezpečí",
                                           "Probační a mediační služba",
                                           "Česká školní inspekce",
                                           "Policie ČR",
                                           "Policie České republiky",
                                           "Úřad vlády ČR",
                                           "Úřad vlády",
                                           "Úřad práce ČR",
                                           "Úřad práce",
                                           "Agentura pro sociální začleňování",
                                           "Agentura pro sociální začleňování v romských lokalitách",
                                           "Hasičský záchranný sbor",
                                           "Evropská komise",
                                           "Evropská unie",
                                           "Český statistický úřad",
                                           "Státní fond rozvoje bydlení",
                                           "Dům dětí a mládeže",
                                           "Diakonie ČCE",
                                           "Romodrom",
                                           "YMCA",
                                           "Organizace pro pomoc uprchlíkům",
                                           "Český rozhlas",
                                           "Česká televize",
                                           "Masarykova univerzita",
                                           "Univerzita Karlova",
                                           "České dráhy",
                                           "Česká obec sokolská",
                                           "Junák – český skaut",
                                           "Strana zelených",
                                           "Úřad pro zastupování státu ve věcech majetkových",
                                           "Poradna při finanční tísni",
                                           "IQ Roma servis",
                                           "Podané ruce",
                                           "Rubikon Centrum",
                                           "Sananim",
                                           "Senát Parlamentu ČR",
                                           "Všeobecná zdravotní pojišťovna",
                                           "Senát",
                                           "Poslanecká sněmovna",
                                           "Valašské muzeum v přírodě",
                                           "České vysoké učení technické v Praze",
                                           "Vysoké učení technické v Brně",
                                           "Lesy České republiky",
                                           "Lesy ČR"};

// Those that are words as well, where no sentence begins with them.
struct NamedWord {
  std::string_view lower, name;
};
constexpr NamedWord kWellKnownWords[] = {
    {"naděje", "Naděje"}, {"drom", "Drom"}, {"junák", "Junák"}, {"pionýr", "Pionýr"}, {"rytmus", "Rytmus"}};

// At the beginning of a line or a sentence, behind a year as well: "… v roce 2021. Šternberská poradna".
bool begins_sentence(const AnnotatedText& text, std::size_t i) {
  if (text[i].sentence_start || i == text.line_of(i).first_word) return true;
  return text.gap_before(i).starts_with(".") && text[i - 1].kind == text::TokenKind::number;
}

// A house that is called so, or a team.
bool is_building(const AnnotatedText& text, std::size_t head) {
  const std::string_view word = text.lower(head);
  return word.starts_with("dům") || word.starts_with("dom") || word.starts_with("družstv") ||
         word.starts_with("zahrad") || word.starts_with("les") || word.starts_with("vodovod") ||
         word.starts_with("díl") || word.starts_with("ubytov") || word.starts_with("soubor") ||
         word.starts_with("orchestr");
}

bool is_home_for_old(const AnnotatedText& text, std::size_t head, std::size_t last) {
  return text.lower(head).starts_with("domov") && last == head + 2 && text.lower(last) == "seniory";
}

// As adjectives of what there is in any town or district begin.
constexpr std::string_view kLocal[] = {"lokáln",  "sociáln",  "městsk",   "obecní",  "krajsk",
                                       "okresní", "základní", "mateřsk",  "střední", "vysok",
                                       "farní",   "oblastní", "místní",   "obvodní", "stavební",
                                       "školní",  "technick", "zdravotn", "komunáln"};

// Below the name of an office or in front of one: "Brněnská organizace Podané dlaně" is called "Podané dlaně".
bool is_place_adjective(const AnnotatedText& text, std::size_t i) {
  const std::string_view word = text.lower(i);
  for (const std::string_view hobby :
       {"mysliv", "rybář", "včelař", "zahrádkář", "chovatel", "turistic", "hasič", "pěveck", "uměleck",
        "dětsk", "žensk", "občansk", "vojensk", "technick"}) {
    if (word.starts_with(hobby)) return false;  // Myslivecký spolek Háj
  }
  return text[i].capitalised && text.is(i, kAdjective) && !text.is(i, kOfficial) &&
         (word.find("sk") != std::string_view::npos || word.find("ck") != std::string_view::npos);
}

// A heading of a table, with columns of spaces, or what a value follows: "organizace   Zástupce", "Adresa: …".
bool is_column_or_label(const AnnotatedText& text, std::size_t i) {
  const std::string_view gap = text.gap_before(i);
  if (gap.size() > 1 && gap.find('\n') == std::string_view::npos) return trim(gap).empty();
  return i == text.line_of(i).first_word && text.gap_after(i).starts_with(":");
}

// "Brněnská liga": a competition.
bool is_league(const AnnotatedText& text, std::size_t first, std::size_t head) {
  return text.lower(head).starts_with("lig") && is_place_adjective(text, first);
}

bool is_capital_at(std::string_view text, std::size_t at) {
  if (at >= text.size()) return false;
  const std::string_view letter = text.substr(at, text::code_point_at(text, at).length);
  return text::fold_case(letter) != letter;
}

// "(ČAS", "(dále jen ČAS": most texts have none, and looking for what they stand for costs.
bool has_letters_in_brackets(std::string_view text) {
  for (std::size_t at = text.find('('); at != std::string_view::npos; at = text.find('(', at + 1)) {
    const std::size_t first = at + 1;
    if (text.substr(first).starts_with("dále")) return true;
    if (is_capital_at(text, first) && is_capital_at(text, first + text::code_point_at(text, first).length))
      return true;
  }
  return false;
}

// "Slavonice" among the members of a union of towns is a place wherever else it stands.
bool is_town(std::string_view name) {
  const std::string lower = text::fold_case(name);
  std::vector<std::string_view> words;
  for (std::size_t at = 0; at < lower.size();) {
    const std::size_t end = std::min(lower.find(' ', at), lower.size());
    if (end > at) words.push_back(std::string_view(lower).substr(at, end - at));
    at = end + 1;
  }
  bool found = false;
  Gazetteer::instance().find(words,
                             [&](const Gazetteer::Found& town) { found = found || town.lower == lower; });
  return found;
}

void drop_persons(const Section& section, const TextRange& range, FactSink& sink) {
  std::erase_if(sink.facts(), [&](const Fact& fact) {
    return fact.field == "person" && fact.source == section.source && fact.range.begin >= range.begin &&
           fact.range.end <= range.end;
  });
}

// As is_form_of_phrase() parts them. Behind the last letter none begins.
std::size_t count_words(std::string_view phrase) {
  const auto parts = [](char c) { return c == ' ' || c == '-'; };
  return 1 + static_cast<std::size_t>(std::count_if(phrase.begin(), phrase.end() - 1, parts));
}

}  // namespace

// By name. Made once: folding them again for each document costs more than reading it.
const std::vector<OrganizationExtractor::Known>& OrganizationExtractor::well_known_names() {
  static const std::vector<Known> names = [] {
    OrganizationExtractor made;
    for (const std::string_view name : kWellKnown) made.learn(std::string(name));
    std::sort(made.known_.begin(), made.known_.end(),
              [](const Known& a, const Known& b) { return a.lower < b.lower; });
    return made.known_;
  }();
  return names;
}

void OrganizationExtractor::learn(std::string name) {
  if (name.empty()) return;
  std::string lower = text::fold_case(name);
  const bool is_new =
      std::none_of(known_.begin(), known_.end(), [&](const Known& known) { return known.lower == lower; });
  if (!is_new) return;
  const std::size_t first_word = std::min(lower.find_first_of(" -"), lower.size());
  const NameDeclension declension = decline(std::string_view(lower).substr(0, first_word));
  const std::size_t words = count_words(lower);
  known_.push_back({std::move(lower), std::move(name), first_word, declension, words});
}

void OrganizationExtractor::learn_names_with_legal_forms(const AnnotatedText& text, const Stemmer& stemmer) {
  for (std::size_t i = 1; i < text.size(); ++i) {
    const bool may_be_form = text.is(i, kLegalForm) || text[i].gap == Gap::comma || text.lower(i) == "spol";
    if (!may_be_form || !is_form_behind(text, i)) continue;
    const std::size_t first = name_before(text, i);
    if (first == i) continue;
    formal_.push_back(name_of(text, first, i - 1, stemmer));
    learn(formal_.back());
  }
}

// "společnost Tatra Kopřivnice": elsewhere the noun may be missing. Words that are other names as well are left alone.
void OrganizationExtractor::learn_announced_names(const AnnotatedText& text, const Stemmer& stemmer) {
  for (std::size_t i = 0; i + 1 < text.size(); ++i) {
    if (!text.is(i, kGenericOrgan) || !text[i + 1].capitalised) continue;
    const std::optional<Found> found = announced_at(text, i, stemmer);
    if (!found) continue;
    const bool may_be_another = found->first == found->last && text.is(found->first, kTownStart | kGivenName);
    if (!may_be_another) learn(found->name);
    for (const auto& [first, last] : series_behind(text, found->last))
      learn(canonical_name(text.raw(first, last)));
  }
  for (std::size_t i = 0; i + 2 < text.size(); ++i) {
    if (text[i].capitalised && text[i + 1].gap == Gap::comma && is_explained(text, i))
      learn(std::string(text.raw(i)));
  }
}

// "Dvacet let Domácího hospice Jabloň", "Síť Rodina doma: kdo k nám patří": what the page is about.
void OrganizationExtractor::learn_names_of_title(const AnnotatedText& title, const Stemmer& stemmer) {
  constexpr std::size_t kMostWords = 6;
  for (std::size_t i = 0; i < title.size(); ++i) {
    if (!is_name_word(title, i) || title[i].all_caps) continue;
    const std::size_t head = head_of(title, i);
    if (head >= title.size() || title.is(head, kGenericOrgan)) continue;
    std::size_t last = end_of_name(title, head);
    if (last == head || !title[last].capitalised) continue;
    std::size_t part = last;  // up to the colon
    while (title.follows(part + 1) && is_lower_word(title, part + 1) && !is_verb(title, part + 1)) ++part;
    const bool ends = trim(title.gap_after(part)).starts_with(":");
    if (i == 0 && ends && part < kMostWords) last = part;
    titled_.push_back(name_of(title, i, last, stemmer));
    learn(titled_.back());
    i = last;
  }
}

// "Česká asociace streetwork (ČAS)": the letters tell how far the name goes.
void OrganizationExtractor::learn_names_with_letters(const AnnotatedText& text, const Stemmer& stemmer) {
  if (!has_letters_in_brackets(text.text())) return;
  for (const analysis::AbbreviationDefinition& found : analysis::find_abbreviations(text.text())) {
    const auto begin = static_cast<std::size_t>(found.expansion.data() - text.text().data());
    const std::size_t first = text.word_at(begin);
    const std::size_t end = text.word_at(begin + found.expansion.size());
    if (first + 1 >= end || end > text.size() || !is_name_word(text, first)) continue;
    const std::size_t head = head_of(text, first);
    if (head < end && !text.is(head, kGenericOrgan)) learn(name_of(text, first, end - 1, stemmer));
  }
}

// "Sbor dobrovolných hasičů" on the page of the Sbor dobrovolných hasičů Sloupnice.
const std::string& OrganizationExtractor::in_full(const std::string& name) const {
  if (std::find(formal_.begin(), formal_.end(), name) != formal_.end())
    return name;  // it ends at its legal form
  const auto fuller = [&](const std::string& title) { return title.starts_with(name + " "); };
  const auto found = std::find_if(titled_.begin(), titled_.end(), fuller);
  return found != titled_.end() && std::none_of(found + 1, titled_.end(), fuller) ? *found : name;
}

// Takes the longest run of words from i that is a form of the name, if it is longer than the best so far.
void OrganizationExtractor::match(const Known& known, const AnnotatedText& text, std::size_t i,
                                  std::optional<Found>& best) {
  const std::string_view first = std::string_view(known.lower).substr(0, known.first_word);
  if (!is_form_of(text.lower(i), first, known.declension)) return;
  std::string phrase;
  for (std::size_t w = i; w < text.size() && phrase.size() <= known.lower.size() + 12; ++w) {
    const std::string_view gap = text.gap_before(w);
    if (w > i && !text.follows(w) && gap != "-" && gap != ", " && gap != "." && gap != " – " && !gap.empty())
      break;
    if (w > i) phrase += gap == ", " || gap == " – " ? gap : gap.empty() || gap == "." ? gap : " ";
    phrase += text.lower(w);
    if (best && w <= best->last) continue;
    if (count_words(phrase) == known.words && is_form_of_phrase(phrase, known.lower))
      best = Found{known.name, i, w, 0.85};
  }
}

std::optional<OrganizationExtractor::Found> OrganizationExtractor::known_at(const AnnotatedText& text,
                                                                            std::size_t i) const {
  std::optional<Found> best;
  if (text.lower(i).empty()) return best;
  const auto begin = static_cast<unsigned char>(text.lower(i).front());  // no case changes the first letter
  const auto first_byte = [](const Known& name) { return static_cast<unsigned char>(name.lower.front()); };
  for (const Known& known : known_) {
    if (first_byte(known) == begin) match(known, text, i, best);
  }
  const std::vector<Known>& names = well_known_names();
  auto known = std::lower_bound(names.begin(), names.end(), begin,
                                [&](const Known& a, unsigned char b) { return first_byte(a) < b; });
  for (; known != names.end() && first_byte(*known) == begin; ++known) match(*known, text, i, best);
  return best;
}

// "Městského úřadu Broumov", "Sboru dobrovolných hasičů Slaný"
std::optional<OrganizationExtractor::Found> OrganizationExtractor::headed_at(const AnnotatedText& text,
                                                                             std::size_t i,
                                                                             const Stemmer& stemmer) const {
  const std::size_t head = head_of(text, i);
  if (head == text.size()) return short_at(text, i);
  const bool in_place = head > i && is_place_adjective(text, i);
  // Pražská Nadace Občanská věc: the name begins with the second capital.
  if (in_place && text[head].capitalised && !text[head].all_caps) return std::nullopt;
  // "PLÁN SOCIÁLNÍCH SLUŽEB"
  if (text[i].all_caps && i > 0 && text.follows(i) && text[i - 1].all_caps) return std::nullopt;
  const bool generic = text.is(head, kGenericOrgan);
  const bool ends_in_town = head > i && town_at(text, head + 1).words > 0;  // Včelařský spolek Hranice
  // "s tím skončil Spolek Na Výsluní": a capital inside a sentence makes the noun a part of the name.
  const bool own_noun = head == i && text[i].capitalised && !text[i].all_caps && !begins_sentence(text, i) &&
                        text.follows(head + 1);
  const bool announces = generic && (head == i || in_place) && !ends_in_town && !own_noun;
  if (announces && head + 1 < text.size() && (text[head + 1].capitalised || !text.follows(head + 1))) {
    return announced_at(text, head, stemmer);  // Spolek Horizont
  }
  std::size_t last = end_of_name(text, head);
  if (last > head) last = text[last].capitalised ? end_of_own_name(text, last) : last;
  const bool begins = begins_sentence(text, i);
  bool has_name = false;  // another capital than the one that a sentence begins with
  for (std::size_t w = i + 1; w <= last; ++w) has_name = has_name || text[w].capitalised;
  if (last > head) {
    // "Sdružení rodičů" that begins a sentence may be any, and "Policie řidiče" go on with a verb.
    const std::string_view tail = text.lower(last);
    const bool may_be_object =
        (tail.ends_with("e") && !tail.ends_with("ce") && tail != "péče" && !tail.ends_with("ie")) ||
        tail.ends_with("a");
    // Of those any town has one.
    if (!has_name && (text.lower(last) == "části" || is_home_for_old(text, head, last))) return std::nullopt;
    // "Terénní služba pro rodiny", "Odbor správy majetku", "Archiv čísel" are of some town or page.
    const bool of_some = begins && !has_name &&
                         (text.lower(head).starts_with("služb") || text.lower(head).starts_with("odbor") ||
                          text.lower(head).starts_with("archiv"));
    if (of_some) return std::nullopt;
    const bool weak = begins && !has_name && head == i && last == head + 1 &&
                      (text.is(head, kOrganNoun) || may_be_object || text.lower(head).ends_with("y"));
    return weak ? std::nullopt : std::optional<Found>(Found{name_of(text, i, last, stemmer), i, last, 0.8});
  }
  const bool of_place = head > i + 1 && is_place_adjective(text, i);  // Karlovarský symfonický orchestr
  // Any town has a Městský úřad; there is one Nejvyšší soud.
  const bool is_local = std::any_of(std::begin(kLocal), std::end(kLocal), [&](std::string_view adjective) {
    return text.lower(i).starts_with(adjective);
  });
  // Česká alzheimerovská společnost
  const bool of_country = generic && head > i + 1 && text.is(i, kOfficial) && !text.is(head - 1, kOfficial);
  const bool stands_alone = head > i && !is_local && !is_league(text, i, head) && (!generic || of_country) &&
                            (!text.is(head, kOrganNoun) || text.is(i, kOfficial)) &&
                            (!is_building(text, head) || of_place) && (text.is(i, kOfficial) || !begins);
  return stands_alone ? std::optional<Found>(Found{name_of(text, i, head, stemmer), i, head, 0.6})
                      : std::nullopt;
}

// "ZŠ Boženy Němcové", "Sokola Písek", "ČHMÚ"
std::optional<OrganizationExtractor::Found> OrganizationExtractor::short_at(const AnnotatedText& text,
                                                                            std::size_t i) {
  const std::size_t lettered = end_of_lettered_name(text, i);
  if (lettered > i) return Found{std::string(text.raw(i, lettered)), i, lettered, 0.75};
  ClubName club = club_name(text, i);
  if (!club.name.empty()) return Found{std::move(club.name), i, club.last, 0.7};
  const std::size_t business = end_of_business_name(text, i);
  if (business > i) return Found{std::string(text.raw(i, business)), i, business, 0.6};
  const std::size_t last = end_of_abbreviated_name(text, i);
  if (last == text.size()) return std::nullopt;
  return Found{std::string(text.raw(i, last)), i, last, 0.7};
}

// "společností Interwork", "organizace „Naše věc“": i is the noun.
std::optional<OrganizationExtractor::Found> OrganizationExtractor::announced_at(
    const AnnotatedText& text, std::size_t i, const Stemmer& stemmer) const {
  const std::size_t first = i + 1;
  if (!is_announcer(text, i) || first >= text.size()) return std::nullopt;
  const std::size_t quoted = end_of_quotation(text, first);
  if ((!text.follows(first) && quoted < first) || !is_name_word(text, first) || text[first].is_organization)
    return std::nullopt;
  if (is_column_or_label(text, first)) return std::nullopt;
  if (std::optional<Found> known = known_at(text, first)) return known;
  if (quoted >= first) return Found{canonical_name(text.raw(first, quoted)), first, quoted, 0.75};
  const std::size_t head = head_of(text, first);
  std::size_t last = first;
  if (head < text.size()) {
    last = end_of_name(text, head);
    if (last > head && text[last].capitalised) last = end_of_own_name(text, last);
  } else {
    last = end_of_announced_name(text, first);
  }
  return Found{name_of(text, first, last, stemmer), first, last, 0.75};
}

// "Karel Hřib a synové", known by the legal form that stands behind it somewhere.
std::optional<OrganizationExtractor::Found> OrganizationExtractor::named_after_persons(
    const AnnotatedText& text, std::size_t i) const {
  std::optional<Found> found = known_at(text, i);
  return found && !text[found->last].is_person ? found : std::nullopt;
}

// "noclehárna Naděje", but no "Naděje umírá poslední".
std::optional<OrganizationExtractor::Found> OrganizationExtractor::word_at(const AnnotatedText& text,
                                                                           std::size_t i) {
  if (begins_sentence(text, i) || text.is(i, kAdjective)) return std::nullopt;
  const bool goes_on = text.follows(i + 1) && text[i + 1].capitalised;
  if (goes_on) return std::nullopt;
  for (const NamedWord& word : kWellKnownWords) {
    if (text.lower(i).front() != word.lower.front() || !is_form_of(text.lower(i), word.lower)) continue;
    const bool purpose = is_word(text, i + 1, "pro") && text.follows(i + 1) && text.follows(i + 2) &&
                         is_name_word(text, i + 2);
    if (!purpose) return Found{std::string(word.name), i, i, 0.7};
    const std::size_t last = std::max(i + 2, capitalised_run(text, i + 3));  // Naděje pro Kamenici
    return Found{std::string(word.name) + " " + std::string(text.raw(i + 1, last)), i, last, 0.7};
  }
  return std::nullopt;
}

// "přešel na základní školu Šromotovo", "zazpíval sbor Lománek": of the latter the noun is no part.
std::optional<OrganizationExtractor::Found> OrganizationExtractor::named_behind(const AnnotatedText& text,
                                                                                std::size_t head,
                                                                                const Stemmer& stemmer) {
  const std::size_t first = is_choir(text.lower(head)) ? head + 1 : head - 1;
  const std::size_t last = end_of_own_name(text, std::max(head + 1, capitalised_run(text, head + 2)));
  return Found{name_of(text, first, last, stemmer), first, last, 0.6};
}

OrganizationExtractor::Found OrganizationExtractor::with_unit(const AnnotatedText& text, Found found,
                                                              const Stemmer& stemmer) {
  const std::size_t end = end_of_unit_behind_comma(text, found.first, found.last);
  if (end == found.last) return found;
  found.name += ", " + name_of(text, found.last + 1, end, stemmer);
  found.last = end;
  return found;
}

std::optional<OrganizationExtractor::Found> OrganizationExtractor::found_at(const AnnotatedText& text,
                                                                            std::size_t i,
                                                                            const Stemmer& stemmer) const {
  if (!is_name_word(text, i)) return announced_at(text, i, stemmer);
  const std::optional<Found> known = known_at(text, i);
  std::optional<Found> headed = headed_at(text, i, stemmer);
  if (known && (!headed || known->last >= headed->last)) return with_unit(text, *known, stemmer);
  if (headed) return with_unit(text, *headed, stemmer);
  if (text.is(i, kGenericOrgan)) return announced_at(text, i, stemmer);  // Firma Siemens
  return word_at(text, i);
}

// "Sociální služby, Krnov, z.s. a …" is one name, "Salinger, z.s." another behind a comma: names in a series come as
// known names, because learn_names_with_legal_forms has seen each of them.
void OrganizationExtractor::extract(Page& page, const std::vector<std::string>& given, FactSink& sink) {
  known_.clear();
  titled_.clear();
  formal_.clear();
  const Stemmer& stemmer = *page.stemmer;
  for (const Fact& fact : sink.facts()) {
    const bool is_member = fact.field == "member" || fact.field == "working_group_member";
    if (is_member && !is_town(fact.value)) learn(fact.value);
  }
  for (const std::string& name : given) learn(canonical_name(name));
  for (const Section& section : page.sections) {
    if (section.is_title) {
      learn_names_of_title(section.text, stemmer);
      continue;
    }
    learn_names_with_legal_forms(section.text, stemmer);
    learn_names_with_letters(section.text, stemmer);
    learn_announced_names(section.text, stemmer);
  }
  for (Section& section : page.sections) {
    if (section.is_title) continue;
    AnnotatedText& text = section.text;
    for (std::size_t i = 0; i < text.size(); ++i) {
      if (text[i].is_organization || text[i].in_reference) continue;
      const bool small_head = !text[i].capitalised && !is_announcer(text, i);
      if (small_head && !names_what_follows(text, i)) continue;
      const std::optional<Found> found = text[i].is_person ? named_after_persons(text, i)
                                         : small_head      ? named_behind(text, i, stemmer)
                                                           : found_at(text, i, stemmer);
      if (!found) continue;
      bool has_person = false;
      for (std::size_t w = found->first; w <= found->last; ++w) {
        has_person = has_person || text[w].is_person;
        text[w].is_organization = true;
      }
      if (has_person) drop_persons(section, text.range(i, found->last), sink);
      i = found->last;
      sink.add("organization", in_full(found->name), section, text.range(found->first, found->last),
               found->confidence);
    }
  }
}

}  // namespace tvar::facts
