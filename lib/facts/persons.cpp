// SPDX-License-Identifier: GPL-2.0-or-later
#include "lib/facts/persons.h"

#include <algorithm>
#include <utility>

#include "lib/facts/gazetteer.h"
#include "lib/facts/short_names.h"
#include "lib/text/fold.h"
#include "lib/text/utf8.h"

namespace tvar::facts {
namespace {

bool is_name_word(const AnnotatedText& text, std::size_t i) {
  return i < text.size() && text[i].capitalised && text[i].kind == text::TokenKind::word &&
         !text[i].in_reference && text.lower(i).size() > 1;
}

bool is_initial(const AnnotatedText& text, std::size_t i) {
  constexpr std::size_t kLongestLetter = 4;  // bytes
  return i < text.size() && text[i].capitalised && text[i].lower_size <= kLongestLetter &&
         text::count_code_points(text.lower(i)) == 1 && text.gap_after(i).starts_with(".");
}

bool is_title(const AnnotatedText& text, std::size_t i) {
  return text.is(i, kTitle) && text.gap_after(i).starts_with(".");
}

// "NOVÁK" → "Novák"
std::string in_title_case(std::string_view word) {
  const std::string lower = text::fold_case(word);
  const std::size_t first = text::code_point_at(word, 0).length;
  return std::string(word.substr(0, first)) + lower.substr(std::min(first, lower.size()));
}

std::string written(const AnnotatedText& text, std::size_t i) {
  return text[i].all_caps ? in_title_case(text.raw(i)) : std::string(text.raw(i));
}

// Whether what stands before word i is another line, not the rest of a full one.
bool ends_line(const AnnotatedText& text, std::size_t i) {
  return !text[i].continues_line && text.gap_before(i).find('\n') != std::string_view::npos;
}

// Both are surnames of women in the same case: Vaňková Jílková, Vaňkové Jílkové, Vaňkovou Jílkovou. Or the first is kept
// from a man: Dvořák Hanzalová.
bool is_double_surname(std::string_view first, std::string_view second) {
  const bool is_mans = !first.ends_with("á") && !first.ends_with("é") && !first.ends_with("ou");
  for (const std::string_view ending : {"ová", "ové", "ovou"}) {
    if (is_mans && second.ends_with(ending)) return true;
  }
  for (const std::string_view ending : {"á", "é", "ou"}) {
    if (first.ends_with(ending)) return second.ends_with(ending) && second.size() > ending.size() + 2;
  }
  return false;
}

// The evidence before a name: a title, "pan", or a role. Behind it: a comma and a role.
bool stands_by_role(const AnnotatedText& text, std::size_t first, std::size_t last) {
  for (std::size_t back = 1; back <= 6 && back <= first; ++back) {
    const std::string_view gap = text.gap_before(first - back + 1);
    if (ends_line(text, first - back + 1) || gap.find(". ") != std::string_view::npos) break;
    if (text.is(first - back, kRole | kPersonNoun)) return true;
  }
  for (std::size_t next = last + 1; next <= last + 3 && next < text.size(); ++next) {
    if (ends_line(text, next)) break;
    if (text.is(next, kRole)) return true;
  }
  return false;
}

// Obchodní akademie Tomáše Bati, but not "Okresní soud Petra Nováka odsoudil": what acts on persons is not named after them.
bool heads_name(const AnnotatedText& text, std::size_t head) {
  const std::string_view word = text.lower(head);
  for (const std::string_view noun : {"soud", "polici", "úřad", "inspekc", "zastupitelstv", "komor"}) {
    if (word.starts_with(noun)) return false;
  }
  return text[head].capitalised ||
         (head > 0 && text[head - 1].capitalised && text.is(head - 1, kAdjective) && text.follows(head));
}

// ZŠ Boženy Němcové, náměstí Jana Palacha, Univerzita Tomáše Bati: named after somebody.
bool is_named_after(const AnnotatedText& text, std::size_t first) {
  for (std::size_t back = 1; back <= 2 && back <= first; ++back) {
    const std::string_view gap = text.gap_before(first - back + 1);
    if (gap.find_first_not_of(" .") != std::string_view::npos && gap != "\u00A0") return false;
    if (text.is(first - back, kNamedThing)) return true;
    if (back == 1 && text.is(first - 1, kOrganHead) && heads_name(text, first - 1)) return true;
    if (text.is(first - back, kPersonNoun | kRole)) return false;
    if (back == 1 && !text[first - 1].capitalised && !text.is(first - 1, kAdjective)) return false;
  }
  return false;
}

// Domov Barbora Kutná Hora, azylový dům Anna Beroun: a house with the name of a saint, and its town.
bool is_house_in_town(const AnnotatedText& text, std::size_t first, std::size_t last) {
  return first > 0 && last == first + 1 && text.follows(first) && text.is(first - 1, kOrganHead) &&
         !text.is(first - 1, kRole) && town_at(text, last).words > 0;
}

// "firma Daně Pošumaví": the names of traders stand in the nominative there.
bool is_announced_firm(const AnnotatedText& text, std::size_t first) {
  return first > 0 && text.follows(first) && text.is(first - 1, kGenericOrgan);
}

// "pan Wang Li"
bool is_addressed(const AnnotatedText& text, std::size_t first) {
  return first > 0 && text.follows(first) && text.is(first - 1, kPersonNoun) && !text.is(first, kTownStart) &&
         !text.is(first + 1, kTownStart);
}

bool ends_item(const AnnotatedText& text, std::size_t last) {
  const std::string_view gap = text.gap_after(last);
  if (last + 1 >= text.size() || gap.find('\n') != std::string_view::npos) return true;
  const std::string_view mark = trim(gap);
  return !mark.empty() && std::string_view(",;()–-|:").find(mark.front()) != std::string_view::npos;
}

bool begins_item(const AnnotatedText& text, std::size_t first) {
  const std::string_view gap = text.gap_before(first);
  if (first == 0 || gap.find('\n') != std::string_view::npos) return true;
  const std::string_view mark = trim(gap);
  return !mark.empty() && std::string_view(",;(|:").find(mark.back()) != std::string_view::npos;
}

// Pavla Nováková, Pavla Nováka: the surname decides which of the readings of the first name it is. Null when none fits.
const GivenName* reading_that_fits(const AnnotatedText& text, std::size_t last,
                                   const std::vector<GivenName>& readings, const Stemmer& stemmer) {
  const std::string form = text::fold_case(text.raw(last));
  const bool may_be_man = std::any_of(readings.begin(), readings.end(), [](const GivenName& given) {
    return given.gender == Gender::masculine;
  });
  for (const bool is_nominative : {true, false}) {
    for (const GivenName& given : readings) {
      if (given.is_nominative != is_nominative) continue;
      if (surname_nominative(written(text, last), given.gender, given.is_nominative, stemmer).empty())
        continue;
      const bool womans =
          form.ends_with("á") || form.ends_with("é") || form.ends_with("ou") ||
          (is_nominative && (form.ends_with("ů") || form.ends_with("í") ||  // Jana Janů, Krejčí
                             form.ends_with("ska") || form.ends_with("cka")));
      if (given.gender == Gender::feminine && may_be_man && !womans) continue;
      return &given;
    }
  }
  return nullptr;
}

// The name in the nominative.
std::string name_in_nominative(const AnnotatedText& text, const NameWords& words, const GivenName& given,
                               const Stemmer& stemmer) {
  std::string name = written(text, words.first);
  if (!given.is_nominative) {
    const std::string_view raw = text.raw(words.first);
    name = in_title_case(raw.substr(0, text::code_point_at(raw, 0).length));
    name += given.nominative.substr(text::code_point_at(given.nominative, 0).length);
  }
  const bool hyphened = text.gap_before(words.last) == "-";
  for (std::size_t w = words.first + 1; w <= words.last; ++w) {
    name += text.gap_before(w) == "-" ? "-" : " ";
    const bool is_first_name = w < words.surname || (w == words.surname && words.last > w && !hyphened);
    if (is_initial(text, w)) {
      name += std::string(text.raw(w)) + ".";
    } else if (is_first_name && w != words.first_surname) {
      name += written(text, w);
    } else {
      name += surname_nominative(written(text, w), given.gender, given.is_nominative, stemmer);
    }
  }
  return name;
}

// "Minh Anh Nguyenová": her surname tells that the words before it, which no list has, are her names. The first of them, or
// `last`.
std::size_t names_before_womans(const AnnotatedText& text, std::size_t last) {
  constexpr std::size_t kMost = 2;
  const auto is_unknown_name = [&](std::size_t i) {
    return is_name_word(text, i) && !text[i].sentence_start && !text[i].all_caps && !text[i].is_person &&
           !text.is(i, kAdjective | kOrganHead | kOrganNoun | kTownNoun | kTownStart | kRole | kPersonNoun |
                           kGivenName | kNamedThing | kMonth | kTitle);
  };
  if (!is_name_word(text, last) || !text.lower(last).ends_with("ová") || text.is(last, kTownStart))
    return last;
  std::size_t first = last;
  while (first > 0 && last - first < kMost && text.follows(first) && is_unknown_name(first - 1)) --first;
  return first;
}

struct Name {
  std::string value;
  const Section* section;
  TextRange range;
  double confidence;
};

}  // namespace

std::optional<PersonExtractor::Found> PersonExtractor::first_name_and_surname(const AnnotatedText& text,
                                                                              std::size_t i,
                                                                              bool has_evidence,
                                                                              const Stemmer& stemmer) {
  if (!is_name_word(text, i) || (!has_evidence && !text.is(i, kGivenName))) return std::nullopt;
  std::size_t surname = i + 1;
  const bool hyphened = text.is(i, kGivenName) && text.is(i + 1, kGivenName) && text.gap_before(i + 1) == "-";
  if (hyphened && text.follows(i + 2)) ++surname;  // Anna-Marie Nováková
  if (surname < text.size() && is_initial(text, surname) && text.follows(surname)) ++surname;  // Jan A. Novák
  if (!is_name_word(text, surname) || text[surname].sentence_start) return std::nullopt;
  if (!text.follows(surname) && !(surname == i + 2 && trim(text.gap_before(surname)) == "."))
    return std::nullopt;
  find_given_names(text.lower(i), readings_);
  const std::vector<GivenName>& readings = readings_;
  NameWords words{i, surname, surname + 1, surname};
  find_last_word(text, readings, words);
  if (readings.empty()) {
    if (!has_evidence) return std::nullopt;
    return Found{written(text, i) + " " + written(text, surname), i, surname, 0.6};
  }
  const GivenName* given = reading_that_fits(text, words.last, readings, stemmer);
  if (given == nullptr) return std::nullopt;
  return Found{name_in_nominative(text, words, *given, stemmer), i, words.last,
               given->is_nominative ? 0.8 : 0.7, given->is_nominative};
}

// A second first name, or the second half of a double surname: Marie Anna Nováková, Jana Nová Malá
void PersonExtractor::find_last_word(const AnnotatedText& text, const std::vector<GivenName>& readings,
                                     NameWords& words) {
  const std::size_t next = words.surname + 1;
  if (is_name_word(text, next) && text.follows(next) && !text[next].all_caps) {
    find_given_names(text.lower(words.surname), given_);
    const bool second_first_name = !given_.empty() && !readings.empty() &&
                                   given_.front().gender == readings.front().gender &&
                                   given_.front().is_nominative == readings.front().is_nominative;
    const bool womans = std::any_of(readings.begin(), readings.end(),
                                    [](const GivenName& given) { return given.gender == Gender::feminine; });
    const bool double_surname = given_.empty() && womans && !text[next].sentence_start &&
                                is_double_surname(text.lower(words.surname), text.lower(next));
    if (second_first_name || double_surname) words.last = next;
    if (double_surname) words.first_surname = words.surname;
  }
  const std::size_t behind = words.last + 1;
  if (behind < text.size() && text.gap_before(behind) == "-" && is_name_word(text, behind))
    words.last = behind;
}

std::optional<PersonExtractor::Found> PersonExtractor::surname_first(const AnnotatedText& text,
                                                                     std::size_t i) {
  if (text.is(i, kGivenName) || !text.is(i + 1, kGivenName)) return std::nullopt;
  if (!is_name_word(text, i) || !is_name_word(text, i + 1) || !text.follows(i + 1)) return std::nullopt;
  if (!begins_item(text, i) || !ends_item(text, i + 1)) return std::nullopt;
  if (text.is(i, kOrganHead | kOrganNoun | kTownNoun)) return std::nullopt;
  find_given_names(text.lower(i + 1), given_);
  const bool womans = text.lower(i).ends_with("á");
  for (const GivenName& given : given_) {
    if (!given.is_nominative || (given.gender == Gender::feminine) != womans) continue;
    return Found{written(text, i + 1) + " " + written(text, i), i, i + 1, 0.6};
  }
  return std::nullopt;
}

std::optional<PersonExtractor::Found> PersonExtractor::unknown_name_of_woman(const AnnotatedText& text,
                                                                             std::size_t i) {
  for (const std::size_t last : {i + 1, i + 2}) {
    if (last >= text.size() || names_before_womans(text, last) != i) continue;
    std::string name = written(text, i);
    for (std::size_t w = i + 1; w <= last; ++w) name += " " + written(text, w);
    return Found{std::move(name), i, last, 0.55, true};
  }
  return std::nullopt;
}

std::optional<PersonExtractor::Found> PersonExtractor::name_at(const AnnotatedText& text, std::size_t i,
                                                               const Stemmer& stemmer) {
  std::size_t first = i;
  bool titled = false;
  while (first + 1 < text.size() && is_title(text, first)) {  // Ing. arch. Jan Novák
    titled = true;
    ++first;
    if (ends_line(text, first)) return std::nullopt;
  }
  if (!is_name_word(text, first) && !is_initial(text, first)) return std::nullopt;
  if (!titled && !club_name(text, first).name.empty()) return std::nullopt;  // Viktorii Plzeň
  std::optional<Found> found;
  if (is_initial(text, first)) {  // J. Novák, only where it is sure that this is a person
    if (titled && is_name_word(text, first + 1)) {
      found = Found{std::string(text.raw(first)) + ". " + written(text, first + 1), first, first + 1, 0.7};
    }
  } else {
    found = first_name_and_surname(text, first, titled || is_addressed(text, first), stemmer);
    if (!found) found = surname_first(text, first);
    if (!found) found = unknown_name_of_woman(text, first);
  }
  if (!found) return std::nullopt;
  if (titled) {
    found->confidence = 0.95;
  } else if (!found->is_nominative && is_announced_firm(text, found->first)) {
    found->confidence = 0;
  } else if (found->is_nominative && is_house_in_town(text, found->first, found->last)) {
    found->confidence = 0;
  } else if ((!found->is_nominative || text.lower(found->last).ends_with("ů")) &&
             is_named_after(text, found->first)) {
    found->confidence = 0;
  } else if (stands_by_role(text, found->first, found->last)) {
    found->confidence = std::max(found->confidence, 0.9);
  }
  return found;
}

// "Jana a Petr Dvořákovi": both names, or none.
std::vector<std::string> PersonExtractor::couple_at(const AnnotatedText& text, std::size_t i,
                                                    const Stemmer& stemmer) {
  constexpr std::string_view kEnding = "ovi";
  const std::size_t surname = i + 3;
  std::vector<std::string> names;
  if (surname >= text.size() || !text.is(i, kGivenName) || text.lower(i + 1) != "a") return names;
  if (!text.is(i + 2, kGivenName) || !is_name_word(text, surname) || !text.lower(surname).ends_with(kEnding))
    return names;
  for (std::size_t w = i + 1; w <= surname; ++w) {
    if (!text.follows(w)) return names;
  }
  const std::string shown = written(text, surname);
  for (const std::size_t first : {i, i + 2}) {
    find_given_names(text.lower(first), given_);
    const auto given =
        std::find_if(given_.begin(), given_.end(), [](const GivenName& name) { return name.is_nominative; });
    if (given == given_.end()) return {};
    const std::string own = given->gender == Gender::feminine
                                ? shown.substr(0, shown.size() - kEnding.size()) + "ová"
                                : surname_nominative(shown, Gender::masculine, false, stemmer);
    names.push_back(written(text, first) + " " + own);
  }
  return names;
}

void PersonExtractor::extract(Page& page, FactSink& sink) {
  std::vector<Name> names;
  for (Section& section : page.sections) {
    AnnotatedText& text = section.text;
    for (std::size_t i = 0; i < text.size(); ++i) {
      if (!text[i].capitalised && !is_title(text, i)) continue;
      std::optional<Found> found = name_at(text, i, *page.stemmer);
      if (!found) {
        std::vector<std::string> couple = couple_at(text, i, *page.stemmer);
        if (couple.empty()) continue;
        for (std::size_t w = i; w <= i + 3; ++w) text[w].is_person = text[w].capitalised;
        for (std::string& name : couple)
          names.push_back({std::move(name), &section, text.range(i, i + 3), 0.7});
        i += 3;
        continue;
      }
      if (found->confidence > 0) {
        for (std::size_t w = i; w <= found->last; ++w) text[w].is_person = true;
        names.push_back(
            {std::move(found->name), &section, text.range(found->first, found->last), found->confidence});
      }
      i = found->last;
    }
  }
  for (Name& name : names)
    sink.add("person", std::move(name.value), *name.section, name.range, name.confidence);
}

}  // namespace tvar::facts
