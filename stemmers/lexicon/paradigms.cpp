// SPDX-License-Identifier: GPL-2.0-or-later
#include "stemmers/lexicon/paradigms.h"

#include <algorithm>
#include <map>
#include <utility>

#include "stemmers/lexicon/conjugation.h"
#include "stemmers/lexicon/letters.h"

namespace tvar::stemmers::lexicon {
namespace {

constexpr std::u32string_view kConjugation = U"ABJT";
constexpr std::u32string_view kNounFlags = U"HLSPUIVDZKMQCíé";
constexpr std::size_t kVerbColumns = 6;

bool contains(const std::u32string& flags, std::u32string_view wanted) {
  return flags.find_first_of(wanted) != std::u32string::npos;
}

bool is_infinitive(std::string_view word) {
  return ends_with(word, "t") || ends_with(word, "ci");
}

/// Vowels that Czech shortens or inserts in a stem (síla, sil; víra, věr): long to short.
constexpr std::pair<std::string_view, std::string_view> kShortened[] = {
    {"á", "a"}, {"í", "i"}, {"í", "ě"}, {"ou", "u"}, {"ů", "o"}, {"é", "e"}, {"ý", "y"}};

/// The stems that a stem of a form can have in the dictionary form: itself, or for kind "short_noun" the stem with
/// its last vowel long.
std::vector<std::string> stems_for(const std::string& stem, std::string_view kind) {
  if (kind != "short_noun") return {stem};
  std::vector<std::string> stems;
  for (const auto& [long_vowel, short_vowel] : kShortened) {
    const std::size_t at = stem.rfind(short_vowel);
    if (at == std::string::npos || at + short_vowel.size() + 2 < stem.size()) continue;
    stems.push_back(stem);
    stems.back().replace(at, short_vowel.size(), long_vowel);
  }
  return stems;
}

}  // namespace

Vocabulary::Vocabulary(const Dictionary& dictionary) {
  flags_.reserve(dictionary.entries.size());
  std::vector<std::pair<std::string, const std::u32string*>> names;
  for (const Entry& entry : dictionary.entries) {
    const std::string word = encode_utf8(entry.word);
    const std::string lower_case = lower(word);
    if (word != lower_case) {
      names.emplace_back(lower_case, &entry.flags);
      continue;
    }
    flags_[word] += entry.flags;
    common_.insert(word);
  }
  // A name adds a word only where no common word is spelled like it.
  for (const auto& [word, flags] : names) {
    if (common_.count(word) == 0) flags_[word] += *flags;
  }
}

bool Vocabulary::has_any(const std::string& word, std::u32string_view flags) const {
  const auto found = flags_.find(word);
  return found != flags_.end() && contains(found->second, flags);
}

bool Vocabulary::is_verb(const std::string& word) const {
  // Nouns in -t have flag I as well, for the nominative plural (pirát, piráti).
  return is_infinitive(word) &&
         (has_any(word, kConjugation) || (has_any(word, U"I") && !has_any(word, U"PUDHL")));
}

bool Vocabulary::is_noun(const std::string& word) const {
  return has_any(word, kNounFlags);
}

bool Vocabulary::is_adjective(const std::string& word) const {
  return (ends_with(word, "ý") || ends_with(word, "í")) && has_any(word, U"Y");
}

bool Vocabulary::is_bare(const std::string& word) const {
  const auto found = flags_.find(word);
  return found != flags_.end() && found->second.find_first_not_of(U"N") == std::u32string::npos;
}

Paradigms::Paradigms(const Tables& tables, const Vocabulary& vocabulary) : vocabulary_(vocabulary) {
  for (const TableRow& row : parse_table(tables.endings, "endings.tsv", 3)) {
    const auto end = [&row](std::size_t i) { return row.columns[i] == "0" ? std::string() : row.columns[i]; };
    endings_[row.columns[0]].push_back({end(1), end(2)});
  }
  for (auto& [kind, endings] : endings_) {
    std::stable_sort(endings.begin(), endings.end(),
                     [](const Ending& a, const Ending& b) { return a.form_end.size() > b.form_end.size(); });
  }
  for (const TableRow& row : parse_table(tables.uninflected, "uninflected.tsv", 1))
    own_.insert(row.columns[0]);
  for (const TableRow& row : parse_table(tables.degrees, "degrees.tsv", 2)) {
    for (const std::string& comparative : split(row.columns[1], ','))
      positives_[comparative] = row.columns[0];
  }
  for (const TableRow& row : parse_table(tables.variants, "variants.tsv", 2)) {
    variants_.emplace_back(row.columns[0], row.columns[1]);
  }
  for (const TableRow& row : parse_table(tables.places, "places.tsv", 2)) {
    places_.push_back({row.columns[0] == "0" ? std::string() : row.columns[0], row.columns[1]});
  }
  std::stable_sort(places_.begin(), places_.end(),
                   [](const Ending& a, const Ending& b) { return a.form_end.size() > b.form_end.size(); });
  read_verbs(tables.verbs);
  read_nouns(tables.nouns);
  read_closed(tables.closed);
}

const std::vector<Owner>& Paradigms::owners(const std::string& form) const {
  static const std::vector<Owner> kNone;
  const auto found = owners_.find(form);
  return found == owners_.end() ? kNone : found->second;
}

std::string Paradigms::positive_of(const std::string& comparative) const {
  const auto found = positives_.find(comparative);
  return found == positives_.end() ? std::string() : found->second;
}

std::pair<std::string, std::string> Paradigms::variant_in(const std::string& word) const {
  for (const auto& [variant, standard] : variants_) {
    const std::size_t at = word.find(variant);
    if (at == std::string::npos) continue;
    std::string standard_word = word;
    standard_word.replace(at, variant.size(), standard);
    if (vocabulary_.has(standard_word)) return {variant, standard};
  }
  return {};
}

void Paradigms::add(const std::string& form, Owner owner) {
  std::vector<Owner>& owners = owners_[form];
  const auto same = [&owner](const Owner& other) {
    return other.lemma == owner.lemma && other.word_class == owner.word_class;
  };
  if (std::none_of(owners.begin(), owners.end(), same)) owners.push_back(std::move(owner));
}

void Paradigms::read_verbs(const std::string& text) {
  std::vector<TableRow> rows = parse_table(text, "verbs.tsv", kVerbColumns);
  std::map<std::string, std::vector<const TableRow*>> by_infinitive;
  std::size_t longest = 0;
  for (const TableRow& row : rows) {
    if (row.columns[0] == "=prefixes") {
      for (const std::string& prefix : split(row.columns[1], ' ')) prefixes_.insert(prefix);
    } else {
      for (const std::string& infinitive : split(row.columns[0], ',')) {
        by_infinitive[infinitive].push_back(&row);
        longest = std::max(longest, infinitive.size());
      }
    }
  }
  const auto is_prefix = [this](const std::string& head) {
    if (prefixes_.count(head) != 0) return true;
    for (std::size_t cut = 1; cut < head.size(); ++cut) {
      if (prefixes_.count(head.substr(0, cut)) != 0 && prefixes_.count(head.substr(cut)) != 0) return true;
    }
    return false;
  };
  for (const auto& [word, flags] : vocabulary_.words()) {
    // Looser than is_verb: říci and růst have no flags of their own, and the table says that they are verbs.
    if (!is_infinitive(word) || !vocabulary_.has_any(word, U"ABJTIN")) continue;
    // Longest first, and a verb with a row of its own is not taken apart: stát is no s-tát.
    for (std::size_t size = std::min(longest, word.size()); size >= 2; --size) {
      const auto found = by_infinitive.find(word.substr(word.size() - size));
      if (found == by_infinitive.end()) continue;
      const std::string prefix = word.substr(0, word.size() - size);
      if (!prefix.empty() && !is_prefix(prefix)) continue;
      for (const TableRow* row : found->second) {
        const std::string standard = prefix + split(row->columns[0], ',')[0];
        add(word, {standard, WordClass::verb, "v:t"});
        add_verb(row->columns, prefix, standard);
      }
      if (prefix.empty()) break;
    }
  }
}

void Paradigms::add_verb(const std::vector<std::string>& parts, const std::string& prefix,
                         const std::string& infinitive) {
  add(infinitive, {infinitive, WordClass::verb, "v:t"});
  for (std::size_t column = 1; column < kVerbColumns; ++column) {
    for (const std::string& part : split(parts[column], ',')) {
      if (part != "-") add_verb_part(prefix, part, column, infinitive);
    }
  }
}

std::string Paradigms::fitting_prefix(const std::string& prefix, const std::string& part,
                                      const std::string& infinitive) const {
  const std::string head = part.substr(0, part.find_first_of("/|"));
  std::string other = prefix;
  if (ends_with(prefix, "e")) {
    other.pop_back();
  } else {
    other += 'e';
  }
  for (const std::string& candidate : {prefix, other}) {
    if (vocabulary_.has(candidate + head)) return candidate;
  }
  // A regular entry (dokázat/A) makes its forms by flags; no part of it is listed.
  if (vocabulary_.has_any(infinitive, U"ABJ")) return prefix;
  return "?";
}

void Paradigms::add_verb_part(const std::string& prefix, const std::string& part, std::size_t column,
                              const std::string& infinitive) {
  std::string head = prefix;
  if (!prefix.empty()) head = fitting_prefix(prefix, part, infinitive);
  if (head == "?") return;
  constexpr std::size_t kPassive = 3;
  static constexpr CellForms (*kMakers[])(const std::string&) = {present_forms, past_forms, passive_forms,
                                                                 imperative_forms, transgressive_forms};
  const std::string owner = column == kPassive ? long_adjective(head + part) : infinitive;
  const WordClass word_class = column == kPassive ? WordClass::other : WordClass::verb;
  for (const auto& [form, cell] : kMakers[column - 1](part)) {
    add(head + form, {owner, word_class, (column == kPassive ? "a:" : "v:") + cell});
  }
}

void Paradigms::read_nouns(const std::string& text) {
  std::map<std::string, std::string> models;
  std::map<std::string, std::vector<std::pair<std::string, std::string>>> forms_of;  // lemma → form, ending
  for (const TableRow& row : parse_table(text, "nouns.tsv", 0)) {
    if (row.columns[0][0] == '=') {
      models[row.columns[0]] = row.columns[1];
      continue;
    }
    auto& forms = forms_of[row.columns[0]];
    if (forms.empty()) forms.emplace_back(row.columns[0], "*");
    const std::string& endings = row.columns[2][0] == '=' ? models[row.columns[2]] : row.columns[2];
    for (const std::string& ending : split(endings, ' ')) {
      forms.emplace_back(row.columns[1] + (ending == "0" ? "" : ending), ending);
    }
  }
  for (const auto& [lemma, forms] : forms_of) {
    for (const auto& [form, ending] : forms) add(form, {lemma, WordClass::other, "n:" + ending});
  }
  // Compounds with an irregular head: both the compound and its form must be bare entries.
  for (const auto& [word, flags] : vocabulary_.words()) {
    for (std::size_t cut = 2; cut + 2 < word.size(); ++cut) {
      const auto found = forms_of.find(word.substr(cut));
      if (found == forms_of.end()) continue;
      for (const auto& [form, ending] : found->second) {
        const std::string compound = word.substr(0, cut) + form;
        if (vocabulary_.is_bare(compound)) add(compound, {word, WordClass::other, "n:" + ending});
      }
    }
  }
}

void Paradigms::read_closed(const std::string& text) {
  for (const TableRow& row : parse_table(text, "closed.tsv", 3)) {
    const WordClass word_class = row.columns[1] == "verb" ? WordClass::verb : WordClass::other;
    add(row.columns[0], {row.columns[0], word_class, "p:*"});
    for (const std::string& item : split(row.columns[2], ' ')) {
      const std::string form = item[0] == '+' ? item.substr(1) : item;
      if (item[0] == '+') own_.insert(form);
      add(form, {row.columns[0], word_class, "p:"});
    }
  }
}

bool Paradigms::fits(const std::string& lemma, std::string_view kind) const {
  if (!vocabulary_.is_common(lemma)) return false;
  if (kind == "verb") return vocabulary_.is_verb(lemma);
  if (kind == "adjective") return vocabulary_.is_adjective(lemma);
  return vocabulary_.is_noun(lemma);
}

std::vector<Owner> Paradigms::owners_by_ending(const std::string& form, std::string_view kind) const {
  std::vector<Owner> owners;
  const auto found = endings_.find(std::string(kind));
  if (found == endings_.end()) return owners;
  const WordClass word_class = kind == "verb" ? WordClass::verb : WordClass::other;
  std::size_t longest = 0;
  for (const Ending& ending : found->second) {
    const std::size_t size = ending.form_end.size();
    if (!owners.empty() && size < longest) break;
    if (!ends_with(form, ending.form_end) || form.size() < size + 2) continue;
    const std::string stem = replace_tail(form, ending.form_end, "");
    for (const std::string& lengthened : stems_for(stem, kind)) {
      const std::string lemma = lengthened + ending.lemma_end;
      if (lemma == form || !fits(lemma, kind)) continue;
      owners.push_back({lemma, word_class, "e:" + ending.form_end});
      longest = size;
    }
  }
  return owners;
}

Owner Paradigms::owner_by_ending(const std::string& form, std::string_view kind) const {
  const std::vector<Owner> owners = owners_by_ending(form, kind);
  return owners.empty() ? Owner() : owners.front();
}

std::string Paradigms::adjective_of_place(const std::string& place) const {
  for (const Ending& ending : places_) {
    if (!ends_with(place, ending.form_end) || place.size() < ending.form_end.size() + 2) continue;
    std::string adjective = replace_tail(place, ending.form_end, ending.lemma_end);
    if (vocabulary_.is_common(adjective) && vocabulary_.is_adjective(adjective)) return adjective;
  }
  return {};
}

std::string Paradigms::long_adjective(const std::string& short_form) const {
  std::vector<std::string> candidates;
  if (ends_with(short_form, "án")) candidates.push_back(replace_tail(short_form, "án", "aný"));
  candidates.push_back(short_form + "ý");
  if (ends_with(short_form, "en")) candidates.push_back(replace_tail(short_form, "en", "ný"));
  if (ends_with(short_form, "ev")) candidates.push_back(replace_tail(short_form, "ev", "vý"));
  for (const auto& [long_vowel, short_vowel] : kShortened) {
    const std::size_t at = short_form.rfind(long_vowel);
    if (at == std::string::npos) continue;
    std::string shortened = short_form + "ý";
    shortened.replace(at, long_vowel.size(), short_vowel);
    candidates.push_back(std::move(shortened));
  }
  for (const std::string& candidate : candidates) {
    if (vocabulary_.is_adjective(candidate)) return candidate;
  }
  const bool participle = ends_with(short_form, "n") || ends_with(short_form, "t");
  return participle ? candidates[0] : short_form;
}

}  // namespace tvar::stemmers::lexicon
