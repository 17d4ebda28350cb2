// SPDX-License-Identifier: GPL-2.0-or-later
#include "tvar/schema.h"

#include <algorithm>
#include <set>
#include <utility>

#include "lib/facts/fact_reader.h"
#include "lib/indexing/derived_values.h"
#include "lib/indexing/organization_list.h"
#include "stemmers/registry.h"
#include "tvar/error.h"

namespace tvar {
inline namespace v1 {
namespace {

constexpr std::size_t kMaxFields = 64;
constexpr std::size_t kMaxNameBytes = 32;
constexpr double kMinBoost = 0.1;
constexpr double kMaxBoost = 100.0;

bool is_lower(char c) {
  return c >= 'a' && c <= 'z';
}

bool is_well_formed(std::string_view name) {
  if (name.empty() || name.size() > kMaxNameBytes || !is_lower(name.front())) return false;
  return std::all_of(name.begin(), name.end(),
                     [](char c) { return is_lower(c) || (c >= '0' && c <= '9') || c == '_'; });
}

[[noreturn]] void refuse(const Field& field, const std::string& why, std::string hint) {
  throw Error(ErrorCode::invalid_argument, "field '" + field.name + "' " + why, std::move(hint));
}

// Facts that are values of their own. Abbreviations are pairs.
bool is_fact(std::string_view name) {
  const std::span<const std::string_view> names = facts::fact_fields();
  return name != "abbreviation" && std::find(names.begin(), names.end(), name) != names.end();
}

void validate_field(const Field& field) {
  if (!is_well_formed(field.name)) {
    refuse(field, "has a malformed name",
           "Use lower-case ASCII letters, digits and '_', beginning with a letter, at most 32 bytes");
  }
  if (field.name == "id")
    refuse(field, "has a reserved name", "Every document has an id already; choose another name");
  const bool searched_whole = field.kind != FieldKind::text && field.kind != FieldKind::stored;
  if (field.facet && !searched_whole) {
    refuse(field, "is a facet but its kind is " + std::string(to_string(field.kind)),
           "Make it a keyword, a number or a date");
  }
  if (!(field.facts >= 0 && field.facts <= 1)) {
    refuse(field, "has a threshold for facts out of range", "Choose a confidence from 0 to 1");
  }
  if (field.facts > 0 && (field.kind == FieldKind::text || !is_fact(field.name))) {
    refuse(field, "cannot be filled with facts",
           "Call a keyword, number or date field town, year, member or the like");
  }
  if (field.hierarchy && field.kind != FieldKind::keyword) {
    refuse(field, "is a hierarchy but its kind is " + std::string(to_string(field.kind)),
           "Make it a keyword");
  }
  if (field.words && field.kind != FieldKind::keyword) {
    refuse(field, "has searched words but its kind is " + std::string(to_string(field.kind)),
           "Make it a keyword; the words of text are searched anyway");
  }
  // Written so that "not a number" is refused as well.
  if (!(field.boost >= kMinBoost && field.boost <= kMaxBoost)) {
    refuse(field, "has a boost out of range", "Choose a boost from 0.1 to 100");
  }
}

void validate_source(const Schema& schema, const Field& field) {
  if (field.from.empty()) return;
  if (!field.hierarchy) {
    refuse(field, "is from '" + field.from + "' but is no hierarchy", "Set 'hierarchy: true' for it");
  }
  const Field* const source = schema.find(field.from);
  if (source == nullptr || source->kind != FieldKind::keyword || source->hierarchy ||
      !indexing::has_paths(source->name)) {
    refuse(field, "can't be derived from '" + field.from + "'",
           "Name a keyword field of the schema called town, place, organization, member or "
           "working_group_member");
  }
}

std::string stemmer_names() {
  std::string names;
  for (const stemmers::StemmerEntry& entry : stemmers::registry()) {
    if (!names.empty()) names += ", ";
    names += entry.name;
  }
  return names;
}

}  // namespace

std::string_view to_string(FieldKind kind) noexcept {
  switch (kind) {
    case FieldKind::text:
      return "text";
    case FieldKind::keyword:
      return "keyword";
    case FieldKind::number:
      return "number";
    case FieldKind::date:
      return "date";
    case FieldKind::stored:
      return "stored";
  }
  return "unknown";
}

std::string_view Schema::default_stemmer() noexcept {
  return stemmers::registry().front().name;
}

Schema Schema::default_schema() {
  const auto named_in_prose = [](std::string name) {
    return Field{.name = std::move(name),
                 .kind = FieldKind::keyword,
                 .facet = true,
                 .multi = true,
                 .facts = kFactThreshold,
                 .words = true};
  };
  Schema schema;
  schema.fields = {
      {.name = "title", .kind = FieldKind::text, .boost = 0.5},
      {.name = "text", .kind = FieldKind::text},
      named_in_prose("town"),
      {.name = "year", .kind = FieldKind::number, .facet = true, .multi = true, .facts = kFactThreshold},
      named_in_prose("organization"),
      named_in_prose("member"),
      {.name = "published", .kind = FieldKind::date, .facet = true, .facts = kFactThreshold},
      {.name = "author", .kind = FieldKind::keyword, .facet = true, .multi = true, .words = true},
      {.name = "tags", .kind = FieldKind::keyword, .facet = true, .multi = true, .words = true},
      {.name = "source", .kind = FieldKind::stored},
  };
  return schema;
}

const Field* Schema::find(std::string_view name) const noexcept {
  const auto found =
      std::find_if(fields.begin(), fields.end(), [name](const Field& field) { return field.name == name; });
  return found == fields.end() ? nullptr : &*found;
}

void Schema::validate() const {
  if (fields.size() > kMaxFields) {
    throw Error(ErrorCode::invalid_argument,
                "schema has " + std::to_string(fields.size()) + " fields; at most 64 are possible");
  }
  std::set<std::string_view> seen;
  for (const Field& field : fields) {
    validate_field(field);
    validate_source(*this, field);
    if (!seen.insert(field.name).second) refuse(field, "stands twice in the schema", "Remove one of the two");
  }
  if (const auto mistake = indexing::find_mistake(organizations)) {
    throw Error(ErrorCode::invalid_argument, "the organisations of the schema: " + mistake->why,
                "Each organisation has a name, and shares none with another.");
  }
  if (std::none_of(fields.begin(), fields.end(), [](const Field& f) { return f.kind == FieldKind::text; })) {
    throw Error(ErrorCode::invalid_argument, "schema has no text field", "Add a field of kind text");
  }
  if (stemmers::find_stemmer(stemmer) == nullptr) {
    throw Error(ErrorCode::invalid_argument, "schema names the unknown stemmer '" + stemmer + "'",
                "Choose one of " + stemmer_names());
  }
}

}  // namespace v1
}  // namespace tvar
