// SPDX-License-Identifier: GPL-2.0-or-later
#include "lib/indexing/document_preparer.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "lib/analysis/abbreviations.h"
#include "lib/indexing/derived_values.h"
#include "lib/indexing/document_codec.h"
#include "lib/indexing/field_value.h"
#include "lib/indexing/learn_boilerplate.h"
#include "lib/indexing/text_places.h"
#include "lib/text/collation.h"
#include "lib/text/fold.h"
#include "lib/text/utf8.h"
#include "tvar/error.h"

namespace tvar::indexing {
namespace {

constexpr std::size_t kMaxIdBytes = 64 * 1024;
// No phrase reaches from one value of a text field into the next.
constexpr std::uint32_t kGapBetweenValues = 100;
// Enough of a title to order by; longer ones differ earlier.
constexpr std::size_t kSortedTextBytes = 128;
// Memory is looked at that often: a token takes some hundred bytes at most.
constexpr std::uint32_t kTokensACheck = 4096;

void check_id(const std::string& id) {
  if (!id.empty() && id.size() <= kMaxIdBytes) return;
  throw Error(ErrorCode::invalid_argument,
              id.empty() ? "a document has no id"
                         : "the id of a document is " + std::to_string(id.size()) +
                               " bytes long, beginning '" + id.substr(0, 40) + "'",
              "Give it an id of 1 to 65536 bytes.");
}

[[noreturn]] void throw_bad_value(const Document& document, const Field& field, std::string_view value) {
  throw Error(ErrorCode::invalid_argument,
              "document '" + document.id + "': the field '" + field.name + "' holds '" + std::string(value) +
                  "', which is not a " + std::string(to_string(field.kind)),
              field.kind == FieldKind::date ? "Write dates as 2016-04-14, 2016-04 or 2016."
                                            : "Write numbers with digits and a decimal point.");
}

void add_order(const store::FieldPlace& place, std::string key, store::PreparedDocument& out) {
  if (key.empty()) {
    out.set_value(place.ascending_slot, std::string(store::kNoValueKey));
    return;
  }
  out.set_value(place.ascending_slot, key);
  out.set_value(place.sort_slot, std::move(key));
}

std::string joined(const std::vector<std::string>& values) {
  std::string list;
  for (const std::string& value : values) {
    if (!list.empty()) list += store::kListSeparator;
    list += value;
  }
  return list;
}

// Keywords are ordered as a Czech reader expects, the others by value.
std::string order_key(FieldKind kind, const std::string& value, const std::string& key) {
  return kind == FieldKind::keyword ? text::collation_key(text::truncate_utf8(value, kSortedTextBytes)) : key;
}

}  // namespace

StemMode document_mode(const Document& document, const Schema& schema) {
  std::string sample;
  for (const FieldValue& value : document.fields) {
    const Field* field = schema.find(value.name);
    if (field == nullptr || field->kind != FieldKind::text) continue;
    sample.append(value.value, 0, 16 * 1024).append(" ");
  }
  return analysis::is_written_without_diacritics(sample) ? StemMode::folded_document : StemMode::document;
}

DocumentPreparer::DocumentPreparer(const Schema& schema, const Stemmer& stemmer,
                                   const BoilerplateLines* boilerplate, ExactForms exact_forms,
                                   std::size_t max_bytes)
    : schema_(schema),
      known_(schema.organizations),
      places_(schema),
      analyzer_(stemmer),
      boilerplate_(boilerplate),
      boilerplate_field_(boilerplate_field(schema)),
      exact_forms_(exact_forms),
      forms_(stemmer),
      max_bytes_(max_bytes) {
  std::vector<std::string> wanted;
  for (const Field& field : schema.fields) {
    if (field.facts > 0) wanted.push_back(field.name);
  }
  const bool derives = std::any_of(schema.fields.begin(), schema.fields.end(),
                                   [](const Field& field) { return !field.from.empty(); });
  if (!wanted.empty()) {
    if (derives) wanted.emplace_back("region");  // tells towns of one name apart
    facts_.emplace(stemmer, FactOptions{.threshold = 0, .organizations = schema.organizations}, wanted);
  }
}

void DocumentPreparer::prepare(const Document& document, store::PreparedDocument& out) {
  check_id(document.id);
  out.clear();
  forms_.clear();
  out.id = document.id;
  // What the document says; what is stored is the whole of it.
  std::optional<Document> blanked;
  if (boilerplate_ != nullptr && boilerplate_->may_concern(document, boilerplate_field_)) {
    boilerplate_->blank(blanked.emplace(document), boilerplate_field_);
  }
  const Document& content = blanked ? *blanked : document;
  const StemMode mode = document_mode(content, schema_);
  const bool with_facts = wants_facts(document);
  if (with_facts) facts_->start(content, mode);
  for (std::size_t i = 0; i < schema_.fields.size(); ++i) {
    if (schema_.fields[i].kind == FieldKind::text) add_text_field(i, content, mode, with_facts, out);
  }
  Document values;  // of the fields that are not text
  for (const FieldValue& value : document.fields) {
    const Field* field = schema_.find(value.name);
    if (field == nullptr || field->kind == FieldKind::text || field->kind == FieldKind::stored) continue;
    values.fields.push_back(value);
  }
  values.id = document.id;
  std::vector<FieldValue> facts;
  std::string region(document.value("region"));
  if (with_facts) add_facts(facts, region, document);
  add_derived_values(schema_, known_, document, region, facts);
  values.fields.insert(values.fields.end(), facts.begin(), facts.end());
  for (std::size_t i = 0; i < schema_.fields.size(); ++i) {
    const FieldKind kind = schema_.fields[i].kind;
    if (kind == FieldKind::keyword || kind == FieldKind::number || kind == FieldKind::date) {
      add_value_field(i, values, out);
    }
  }
  encode_document(document, facts, schema_, out.data);
}

bool DocumentPreparer::wants_facts(const Document& document) const {
  return facts_ && std::any_of(schema_.fields.begin(), schema_.fields.end(), [&](const Field& field) {
           return field.facts > 0 && !document.has(field.name);
         });
}

// Appends values; they stand behind those that the document was given. The region, unless it is known, is that of the town,
// whether or not the schema has a field for it.
void DocumentPreparer::add_facts(std::vector<FieldValue>& values, std::string& region,
                                 const Document& document) {
  for (Fact& fact : facts_->finish()) {
    if (fact.field == "region" && region.empty()) region = fact.value;
    const Field* field = schema_.find(fact.field);
    const bool is_given = fact.confidence == 1.0F && fact.source < document.fields.size() &&
                          document.fields[fact.source].name == fact.field;
    if (field == nullptr || field->facts <= 0 || is_given || fact.confidence < field->facts) continue;
    values.push_back({std::move(fact.field), std::move(fact.value)});
  }
}

// Whether places in the text were noted.
bool DocumentPreparer::add_text(const store::FieldPlace& place, std::string_view text, StemMode mode,
                                std::uint32_t& position, bool is_main, store::PreparedDocument& out) {
  std::uint32_t last = 0;
  // Only the first value of the main text is shown in snippets.
  const bool needs_places = is_main && position == kFirstPosition && text.size() > store::kMostWholeData / 2;
  std::string text_places;
  TextPlace place_before;
  const auto note_place = [&](std::size_t byte) {
    append_place({last, byte}, place_before, text_places);
    place_before = {last, byte};
  };
  const auto in_field = [this, &place]() -> const std::string& {
    full_term_.clear();
    store::append_text_term(place, term_, full_term_);
    return full_term_;
  };
  analyzer_.analyze(text, mode, [&](const text::Token& token, const Readings& readings) {
    last = token.position + 1;
    if (needs_places && token.begin >= place_before.byte + kPlaceBytes) note_place(token.begin);
    if (++unchecked_tokens_ == kTokensACheck) check_size(out);
    if (reading_facts_) facts_->add(token, readings, analyzer_.note());
    lemmas_.clear();
    for (const Reading& reading : readings) {
      term_.clear();
      analysis::append_term(reading, term_);
      lemmas_.push_back(out.add_posting(in_field(), position + token.position));
    }
    if (exact_forms_ == ExactForms::none) return true;
    term_.clear();
    analysis::append_exact_term(token.text, term_);
    if (exact_forms_ == ExactForms::with_positions) {
      forms_.add(token, mode, place, out.add_posting(in_field(), position + token.position), lemmas_, out);
    } else {
      out.add_term(in_field());
    }
    return true;
  });
  if (needs_places) {
    ++last;
    note_place(text.size());
    out.set_value(store::kTextPlacesSlot, std::move(text_places));
  }
  position += last + kGapBetweenValues;
  return needs_places;
}

void DocumentPreparer::check_size(const store::PreparedDocument& out) {
  unchecked_tokens_ = 0;
  if (out.bytes() + forms_.bytes() <= max_bytes_) return;
  throw Error(ErrorCode::invalid_argument,
              "document '" + out.id + "' has too many different words: they take more than " +
                  std::to_string(max_bytes_ >> 20U) + " MiB of memory",
              "Split it into several documents, or allow more memory.");
}

void DocumentPreparer::add_abbreviations(std::string_view text, StemMode mode, store::PreparedDocument& out) {
  for (const analysis::AbbreviationDefinition& found : analysis::find_abbreviations(text)) {
    const std::string name = text::fold_case(found.abbreviation);
    const std::string term = store::abbreviation_term(name, text::fold_case(found.expansion));
    const std::string reverse = store::expansion_term(analyzer_.name_key(found.expansion, mode), name);
    if (!term.empty()) out.add_boolean_term(term);
    if (!reverse.empty()) out.add_boolean_term(reverse);
  }
}

// Values that the document was given, as further values of its text.
void DocumentPreparer::add_metadata_words(const store::FieldPlace& place, const Document& document,
                                          StemMode mode, std::uint32_t position,
                                          store::PreparedDocument& out) {
  for (const FieldValue& value : document.fields) {
    const Field* const field = schema_.find(value.name);
    if (field != nullptr && field->words) add_text(place, value.value, mode, position, false, out);
  }
}

void DocumentPreparer::add_text_field(std::size_t ordinal, const Document& document, StemMode mode,
                                      bool with_facts, store::PreparedDocument& out) {
  const store::FieldPlace& place = places_[ordinal];
  const std::string& name = schema_.fields[ordinal].name;
  std::uint32_t position = kFirstPosition;
  bool has_text_places = false;
  reading_facts_ = with_facts && facts::FactReader::reads(name);
  for (std::size_t i = 0; i < document.fields.size(); ++i) {
    if (document.fields[i].name != name) continue;
    const std::string_view value = document.fields[i].value;
    if (reading_facts_) facts_->begin(i);
    if (add_text(place, value, mode, position, ordinal == places_.main_field(), out)) has_text_places = true;
    if (reading_facts_) facts_->end();
    add_abbreviations(value, mode, out);
  }
  reading_facts_ = false;
  if (ordinal == places_.main_field()) add_metadata_words(place, document, mode, position, out);
  // Where the words of a long text are is read one by one: see lib/search/long_document.
  forms_.finish(place, has_text_places, out);
  if (ordinal == places_.main_field()) return;
  const std::string_view first = document.value(name);
  add_order(place, first.empty() ? "" : text::collation_key(text::truncate_utf8(first, kSortedTextBytes)),
            out);
}

// The organisation of the schema that a value names, or nullptr.
const Organization* DocumentPreparer::known_organization(const Field& field, std::string_view value) const {
  const bool may_be =
      field.kind == FieldKind::keyword && !field.hierarchy && facts::names_organizations(field.name);
  return may_be ? known_.find(value) : nullptr;
}

void DocumentPreparer::add_value_field(std::size_t ordinal, const Document& document,
                                       store::PreparedDocument& out) {
  const Field& field = schema_.fields[ordinal];
  const store::FieldPlace& place = places_[ordinal];
  std::vector<std::string> values;
  std::string order;
  for (const std::string_view value : document.values(field.name)) {
    // Counted under the name that was listed, found under all of its names.
    const Organization* const known = known_organization(field, value);
    const std::string shown = canonical_value(field, known != nullptr ? known->name : value);
    if (shown.empty()) continue;
    std::vector<std::string> keys = filter_keys(field, shown);
    if (keys.empty() && field.kind != FieldKind::keyword) throw_bad_value(document, field, value);
    if (keys.empty()) continue;
    if (values.empty()) order = order_key(field.kind, shown, keys.front());
    if (known != nullptr) {
      for (const std::string& alias : known->aliases) {
        for (std::string& key : filter_keys(field, canonical_value(field, alias)))
          keys.push_back(std::move(key));
      }
    }
    values.push_back(shown);
    for (const std::string& key : keys) out.add_boolean_term(store::value_term(place, key));
    if (!field.multi) break;
  }
  add_order(place, std::move(order), out);
  if (!field.facet || values.empty()) return;
  std::sort(values.begin(), values.end());
  values.erase(std::unique(values.begin(), values.end()), values.end());
  out.set_value(place.list_slot, joined(values));
}

}  // namespace tvar::indexing
