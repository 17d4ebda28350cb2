// SPDX-License-Identifier: GPL-2.0-or-later
#include "lib/facts/fact_reader.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <memory>
#include <unordered_map>
#include <utility>

#include "lib/analysis/abbreviations.h"
#include "lib/facts/dates.h"
#include "lib/facts/members.h"
#include "lib/facts/organization_names.h"
#include "lib/facts/town_bodies.h"
#include "lib/text/fold.h"
#include "lib/text/utf8.h"

namespace tvar::facts {
namespace {

// The order of the facts, and all fields there are.
constexpr std::array<std::string_view, 11> kFields = {
    "town",         "region", "place",       "published", "founded", "year", "member", "working_group_member",
    "organization", "person", "abbreviation"};

// All words of what is read are kept until finish(). What a document of a hundred pages is about stands at its beginning.
constexpr std::size_t kMostTextBytes = std::size_t{2} << 20U;

std::size_t place_of(std::string_view field) {
  return static_cast<std::size_t>(std::find(kFields.begin(), kFields.end(), field) - kFields.begin());
}

bool is_single(std::string_view field) {
  return field == "town" || field == "region" || field == "published" || field == "founded";
}

// Whether the longer name is the fuller one of the same: "Městský úřad Broumov" of "Městský úřad", "Oblastní charita Náchod"
// of "Charita Náchod".
bool is_fuller(std::string_view longer, std::string_view shorter) {
  if (longer.size() <= shorter.size() + 1) return false;
  const std::string_view begin = longer.substr(0, shorter.size());
  if (begin == shorter && longer[shorter.size()] == ' ') return true;
  const std::size_t at = longer.size() - shorter.size();
  if (longer[at - 1] != ' ') return false;
  // Poutník of the Spolek pro záchranu památek Poutník; else its noun is in lower case there.
  if (longer[at] == shorter[0]) return longer.starts_with("Spolek ") && longer.substr(at) == shorter;
  return text::fold_case(longer.substr(at)) == text::fold_case(shorter);
}

std::vector<std::string_view> words_of(std::string_view name) {
  std::vector<std::string_view> words;
  for (std::size_t at = 0; at < name.size();) {
    const std::size_t end = std::min(name.find_first_of(" ,", at), name.size());
    if (end > at) words.push_back(name.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

// Most names do not begin with two capitals.
bool may_be_letters(std::string_view name) {
  const std::size_t first = text::code_point_at(name, 0).length;
  if (first >= name.size()) return false;
  const std::string_view second = name.substr(first, text::code_point_at(name, first).length);
  return second != " " && second != "." && text::fold_case(second) != second;
}

// Whether the letters stand for the name: "ÚP ČR" and "Úřad práce ČR", "ZŠ Lípa" and "Základní škola Lípa".
bool are_letters_of(std::string_view letters, std::string_view name) {
  std::vector<std::string_view> shorter = words_of(letters);
  std::vector<std::string_view> longer = words_of(name);
  while (!shorter.empty() && !longer.empty() && shorter.back() == longer.back()) {
    shorter.pop_back();
    longer.pop_back();
  }
  if (shorter.size() != 1 || longer.size() < 2) return false;
  std::string initials;
  for (const std::string_view word : longer) {
    const std::size_t first = text::code_point_at(word, 0).length;
    const bool small =
        word == "a" || word == "pro" || word == "v" || word == "ve" || word == "na" || word == "o";
    if (!small) initials += text::fold_key(word.substr(0, first));
  }
  return text::fold_case(shorter.front()) != shorter.front() && text::fold_key(shorter.front()) == initials;
}

// The members come in full in their list, and as letters or in short in the text.
void join_with_members(std::vector<Fact>& facts) {
  std::vector<std::string> members;
  for (const Fact& fact : facts) {
    if (fact.field == "member") members.push_back(fact.value);
  }
  for (Fact& fact : facts) {
    if (members.empty() || fact.field != "organization") continue;
    const bool letters = may_be_letters(fact.value);
    const auto is_in_full = [&](const std::string& name) {
      return (letters && are_letters_of(fact.value, name)) || is_fuller(name, fact.value);
    };
    const auto member = std::find_if(members.begin(), members.end(), is_in_full);
    if (member != members.end() && std::none_of(member + 1, members.end(), is_in_full)) fact.value = *member;
  }
}

// A page calls an organisation in full once, and in short from then on. When several could be meant, none is.
void join_shorter_names(std::vector<Fact>& facts) {
  const auto fuller = [&](const Fact& fact) {
    return std::count_if(facts.begin(), facts.end(),
                         [&](const Fact& other) { return is_fuller(other.value, fact.value); });
  };
  for (std::size_t i = facts.size(); i-- > 0;) {
    const bool lettered =
        may_be_letters(facts[i].value) && std::any_of(facts.begin(), facts.end(), [&](const Fact& other) {
          return are_letters_of(facts[i].value, other.value);
        });
    if (fuller(facts[i]) == 1 || lettered) facts.erase(facts.begin() + static_cast<std::ptrdiff_t>(i));
  }
}

}  // namespace

std::span<const std::string_view> fact_fields() noexcept {
  return kFields;
}

void FactSink::add(std::string_view field, std::string value, const Section& section, TextRange range,
                   double confidence) {
  const bool is_needed =
      field == "member" || field == "working_group_member";  // names known to the organisations
  if (!is_needed && !wanted_[place_of(field)]) return;
  const std::string_view raw = range.of(section.text.text());
  facts_.push_back({std::string(field), std::move(value), std::string(raw), section.source, range,
                    static_cast<float>(confidence)});
}

FactReader::FactReader(const Stemmer& stemmer, const FactOptions& options,
                       std::span<const std::string> fields)
    : options_(options),
      known_(options.organizations),
      marker_(std::make_shared<const Vocabulary>(stemmer, options.member_words)) {
  page_.stemmer = &stemmer;
  if (fields.empty()) wanted_.set();
  for (const std::string& field : fields) {
    if (place_of(field) < kFields.size()) wanted_.set(place_of(field));
  }
}

FactReader::FactReader(const Stemmer& stemmer, const FactOptions& options,
                       std::shared_ptr<const Vocabulary> vocabulary, std::size_t words)
    : options_(options), known_(options.organizations), marker_(std::move(vocabulary), words) {
  page_.stemmer = &stemmer;
  wanted_.set();
}

bool FactReader::wants(std::string_view field) const {
  return wanted_[place_of(field)];
}

void FactReader::start(const Document& document, StemMode mode) {
  document_ = &document;
  constexpr std::size_t kMostSpare = 4;
  for (Section& section : page_.sections) {
    if (spare_.size() < kMostSpare) spare_.push_back(std::move(section.text));
  }
  page_.sections.clear();
  page_.mode = mode;
}

void FactReader::begin(std::size_t source) {
  Section& section = page_.sections.emplace_back();
  if (!spare_.empty()) {
    section.text = std::move(spare_.back());
    spare_.pop_back();
  }
  section.source = source;
  section.is_title = document_->fields[source].name == "title";
  section.text.start(text::truncate_utf8(document_->fields[source].value, kMostTextBytes));
}

void FactReader::add(const text::Token& token, const Readings& readings, std::uint64_t& note) {
  Section& section = page_.sections.back();
  if (token.end > section.text.text().size()) return;
  section.text.add(token, token.is_extra ? WordClass{0} : marker_.mark(token, readings, page_.mode, note));
}

void FactReader::end() {
  page_.sections.back().text.finish();
}

std::vector<Fact> FactReader::finish() {
  std::stable_partition(page_.sections.begin(), page_.sections.end(),
                        [](const Section& section) { return section.is_title; });
  FactSink sink(wanted_);
  persons_.extract(page_, sink);  // the others are told which words are names
  if (wants("published")) PublishedExtractor().extract(page_, sink);
  if (wants("founded")) FoundedExtractor().extract(page_, sink);
  if (wants("year")) YearExtractor().extract(page_, sink);
  MemberExtractor().extract(page_, sink);  // the organisations are told their names
  known_.rename(sink);                     // before names of members are looked for in the text
  known_.mark(page_, sink);
  std::vector<std::string> given;
  for (const FieldValue& field : document_->fields) {
    const bool is_organization = field.name == "member" || field.name == "organization";
    if (is_organization && !may_be_filled(field.name)) given.push_back(field.value);
  }
  organizations_.extract(page_, given, sink);
  join_with_members(sink.facts());
  if (wants("organization") || wants("place")) TownBodyExtractor().extract(page_, sink);
  known_.rename(sink);
  if (wants("town") || wants("region") || wants("place"))
    towns_.extract(page_, document_->id, document_->value("source"), sink);
  if (wants("abbreviation")) add_abbreviations(sink);
  return arranged(std::move(sink.facts()));
}

void FactReader::add_abbreviations(FactSink& sink) const {
  for (const Section& section : page_.sections) {
    const std::string_view text = section.text.text();
    for (const analysis::AbbreviationDefinition& found : analysis::find_abbreviations(text)) {
      const auto begin = static_cast<std::size_t>(found.abbreviation.data() - text.data());
      sink.add("abbreviation", std::string(found.expansion), section,
               {begin, begin + found.abbreviation.size()}, 0.9);
    }
  }
}

// What was found for a field, each value once, under its most official spelling.
std::vector<Fact> FactReader::joined(std::string_view field, std::vector<Fact>& found) const {
  std::vector<Fact> out;
  std::vector<std::string> keys;
  std::unordered_map<std::string, std::size_t> spellings;  // most facts repeat one letter by letter
  for (Fact& fact : found) {
    if (fact.field != field || fact.confidence < options_.threshold) continue;
    if (is_single(field) && !out.empty()) continue;
    std::string spelling = field == "abbreviation" ? fact.raw + " " + fact.value : fact.value;
    if (const auto seen = spellings.find(spelling); seen != spellings.end()) {
      out[seen->second].confidence = std::max(out[seen->second].confidence, fact.confidence);
      if (is_more_official(fact.value, out[seen->second].value))
        out[seen->second].value = std::move(fact.value);
      continue;
    }
    const std::string key = text::fold_key(spelling);
    const auto known = std::find(keys.begin(), keys.end(), key);
    spellings.emplace(std::move(spelling), static_cast<std::size_t>(known - keys.begin()));
    if (known == keys.end()) {
      keys.push_back(key);
      out.push_back(std::move(fact));
      continue;
    }
    Fact& first = out[static_cast<std::size_t>(known - keys.begin())];
    first.confidence = std::max(first.confidence, fact.confidence);
    if (is_more_official(fact.value, first.value)) first.value = std::move(fact.value);
  }
  if (field == "organization") join_shorter_names(out);
  return out;
}

bool FactReader::may_be_filled(std::string_view field) const {
  return std::find(options_.filled.begin(), options_.filled.end(), field) != options_.filled.end();
}

std::vector<Fact> FactReader::given(std::string_view field) const {
  std::vector<Fact> out;
  for (std::size_t i = 0; i < document_->fields.size(); ++i) {
    const FieldValue& value = document_->fields[i];
    if (value.name == field)
      out.push_back({value.name, value.value, value.value, i, {0, value.value.size()}, 1.0F});
  }
  return out;
}

// Grouped by field; metadata in place of what was found.
std::vector<Fact> FactReader::arranged(std::vector<Fact>&& found) const {
  std::vector<Fact> out;
  for (const std::string_view field : kFields) {
    if (!wants(field)) continue;
    std::vector<Fact> facts = given(field);
    if (facts.empty() || may_be_filled(field)) {
      std::vector<Fact> read = joined(field, found);
      const auto same = [](const Fact& a, const Fact& b) { return a.value == b.value; };
      const bool is_found_again = std::equal(read.begin(), read.end(), facts.begin(), facts.end(), same);
      if (facts.empty() || is_found_again) facts = std::move(read);
    }
    std::move(facts.begin(), facts.end(), std::back_inserter(out));
  }
  return out;
}

}  // namespace tvar::facts
