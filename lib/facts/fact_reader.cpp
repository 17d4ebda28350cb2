// SPDX-License-Identifier: GPL-2.0-or-later
#include "lib/facts/fact_reader.h"

#include <algorithm>
#include <array>
#include <utility>

#include "lib/analysis/abbreviations.h"
#include "lib/facts/dates.h"
#include "lib/facts/members.h"
#include "lib/facts/organization_names.h"
#include "lib/text/fold.h"

namespace tvar::facts {
namespace {

// The order of the facts, and all fields there are.
constexpr std::array<std::string_view, 11> kFields = {
    "town",         "region", "place",       "published", "founded", "year", "member", "working_group_member",
    "organization", "person", "abbreviation"};

bool is_single(std::string_view field) {
  return field == "town" || field == "region" || field == "published" || field == "founded";
}

}  // namespace

void FactSink::add(std::string_view field, std::string value, const Section& section, TextRange range,
                   double confidence) {
  const std::string_view raw = range.of(section.text.text());
  facts_.push_back({std::string(field), std::move(value), std::string(raw), section.source, range,
                    static_cast<float>(confidence)});
}

FactReader::FactReader(const Stemmer& stemmer, const FactOptions& options)
    : options_(options), vocabulary_(stemmer, options.member_words) {
  page_.stemmer = &stemmer;
}

void FactReader::start(const Document& document, StemMode mode) {
  document_ = &document;
  page_.sections.clear();
  page_.mode = mode;
}

void FactReader::begin(std::size_t source) {
  Section& section = page_.sections.emplace_back();
  section.source = source;
  section.is_title = document_->fields[source].name == "title";
  section.text.start(document_->fields[source].value);
}

void FactReader::add(const text::Token& token, const Readings& readings) {
  page_.sections.back().text.add(token, readings, vocabulary_);
}

void FactReader::end() {
  page_.sections.back().text.finish();
}

std::vector<Fact> FactReader::finish() {
  std::stable_partition(page_.sections.begin(), page_.sections.end(),
                        [](const Section& section) { return section.is_title; });
  FactSink sink;
  PublishedExtractor().extract(page_, sink);
  FoundedExtractor().extract(page_, sink);
  YearExtractor().extract(page_, sink);
  persons_.extract(page_, sink);
  MemberExtractor().extract(page_, sink);
  std::vector<std::string> given;
  for (const FieldValue& field : document_->fields) {
    if (field.name == "member" || field.name == "organization") given.push_back(field.value);
  }
  organizations_.extract(page_, given, sink);
  towns_.extract(page_, document_->id, document_->value("source"), sink);
  add_abbreviations(sink);
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

// Grouped by field, each value once; metadata in place of what was found.
std::vector<Fact> FactReader::arranged(std::vector<Fact>&& found) const {
  std::vector<Fact> out;
  for (const std::string_view field : kFields) {
    const std::size_t begin = out.size();
    for (std::size_t i = 0; i < document_->fields.size(); ++i) {
      const FieldValue& given = document_->fields[i];
      if (given.name == field)
        out.push_back({given.name, given.value, given.value, i, {0, given.value.size()}, 1.0F});
    }
    if (out.size() > begin) continue;
    std::vector<std::string> keys;
    for (Fact& fact : found) {
      if (fact.field != field || fact.confidence < options_.threshold) continue;
      if (is_single(field) && out.size() > begin) continue;
      const std::string key =
          text::fold_key(field == "abbreviation" ? fact.raw + " " + fact.value : fact.value);
      const auto known = std::find(keys.begin(), keys.end(), key);
      if (known == keys.end()) {
        keys.push_back(key);
        out.push_back(std::move(fact));
        continue;
      }
      Fact& first = out[begin + static_cast<std::size_t>(known - keys.begin())];
      first.confidence = std::max(first.confidence, fact.confidence);
      if (is_more_official(fact.value, first.value)) first.value = std::move(fact.value);
    }
  }
  return out;
}

}  // namespace tvar::facts
