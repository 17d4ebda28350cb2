// SPDX-License-Identifier: GPL-2.0-or-later
// Schema::parse_yaml and Schema::to_yaml. Both walk the same three tables of keys, so that what is written is read.
#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <set>
#include <span>
#include <utility>

#include "lib/indexing/organization_list.h"
#include "tvar/error.h"
#include "tvar/schema.h"

namespace tvar {
inline namespace v1 {
namespace {

constexpr std::array kKinds = {FieldKind::text, FieldKind::keyword, FieldKind::number, FieldKind::date,
                               FieldKind::stored};
constexpr std::array<std::string_view, 4> kSchemaKeys = {"stemmer", "merge_negation", "fields",
                                                         "organizations"};
constexpr std::array<std::string_view, 9> kFieldKeys = {"name",  "kind",      "facet", "multi", "boost",
                                                        "facts", "hierarchy", "from",  "words"};

[[noreturn]] void refuse(const YAML::Mark& mark, const std::string& why, std::string hint = {}) {
  const std::string line = mark.is_null() ? "" : ", line " + std::to_string(mark.line + 1);
  throw Error(ErrorCode::invalid_argument, "schema" + line + ": " + why, std::move(hint));
}

std::string listed(std::span<const std::string_view> words) {
  std::string list;
  for (std::string_view word : words) list.append(list.empty() ? "" : ", ").append(word);
  return list;
}

std::string scalar(const YAML::Node& node, const std::string& key) {
  if (!node.IsScalar()) refuse(node.Mark(), "'" + key + "' must be a single value");
  return node.Scalar();
}

bool parse_bool(const YAML::Node& node, const std::string& key) {
  bool value = false;
  if (!node.IsScalar() || !YAML::convert<bool>::decode(node, value)) {
    refuse(node.Mark(), "'" + key + "' must be true or false");
  }
  return value;
}

double parse_number(const YAML::Node& node, const std::string& key) {
  const std::string text = scalar(node, key);
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size())
    refuse(node.Mark(), "'" + key + "' must be a number");
  return value;
}

/// true, false, or a confidence.
double parse_facts(const YAML::Node& node) {
  bool on = false;
  if (node.IsScalar() && YAML::convert<bool>::decode(node, on)) return on ? Schema::kFactThreshold : 0;
  return parse_number(node, "facts");
}

FieldKind parse_kind(const YAML::Node& node) {
  const std::string text = scalar(node, "kind");
  std::vector<std::string_view> names;
  for (FieldKind kind : kKinds) {
    if (to_string(kind) == text) return kind;
    names.push_back(to_string(kind));
  }
  refuse(node.Mark(), "unknown kind '" + text + "'", "Choose one of " + listed(names));
}

/// Calls `take(key, value)` for each pair; keys that are not in the table, and repeated ones, are refused.
template <typename Take>
void for_each_pair(const YAML::Node& map, std::span<const std::string_view> known, const Take& take) {
  std::set<std::string> seen;
  for (const auto& pair : map) {
    const std::string key = pair.first.IsScalar() ? pair.first.Scalar() : "";
    if (std::find(known.begin(), known.end(), key) == known.end()) {
      refuse(pair.first.Mark(), "unknown key '" + key + "'", "Choose one of " + listed(known));
    }
    if (!seen.insert(key).second) refuse(pair.first.Mark(), "'" + key + "' stands twice");
    take(key, pair.second);
  }
}

Field parse_field(const YAML::Node& node) {
  if (!node.IsMap()) refuse(node.Mark(), "a field must be a mapping such as {name: town, kind: keyword}");
  Field field;
  std::set<std::string> given;
  for_each_pair(node, kFieldKeys, [&](const std::string& key, const YAML::Node& value) {
    given.insert(key);
    if (key == "name") field.name = scalar(value, key);
    if (key == "kind") field.kind = parse_kind(value);
    if (key == "facet") field.facet = parse_bool(value, key);
    if (key == "multi") field.multi = parse_bool(value, key);
    if (key == "boost") field.boost = parse_number(value, key);
    if (key == "facts") field.facts = parse_facts(value);
    if (key == "hierarchy") field.hierarchy = parse_bool(value, key);
    if (key == "from") field.from = scalar(value, key);
    if (key == "words") field.words = parse_bool(value, key);
  });
  if (given.count("name") == 0) refuse(node.Mark(), "a field has no name");
  if (given.count("kind") == 0) refuse(node.Mark(), "field '" + field.name + "' has no kind");
  return field;
}

std::vector<Field> parse_fields(const YAML::Node& node) {
  if (!node.IsSequence()) refuse(node.Mark(), "'fields' must be a list");
  std::vector<Field> fields;
  for (const YAML::Node& field : node) fields.push_back(parse_field(field));
  return fields;
}

Schema parse_schema(const YAML::Node& root) {
  if (!root.IsMap()) refuse(root.Mark(), "not a mapping with the keys " + listed(kSchemaKeys));
  Schema schema;
  for_each_pair(root, kSchemaKeys, [&](const std::string& key, const YAML::Node& value) {
    if (key == "stemmer") schema.stemmer = scalar(value, key);
    if (key == "merge_negation") schema.merge_negation = parse_bool(value, key);
    if (key == "fields") schema.fields = parse_fields(value);
    if (key == "organizations") schema.organizations = indexing::read_list(value, nullptr);
  });
  return schema;
}

/// The shortest spelling that reads back to the same number, in any locale.
std::string spelled(double number) {
  std::array<char, 32> buffer{};
  const auto [end, error] = std::to_chars(buffer.data(), buffer.data() + buffer.size(), number);
  return error == std::errc() ? std::string(buffer.data(), end) : std::string("1");
}

/// What has its default is left out.
void emit_field(YAML::Emitter& out, const Field& field) {
  const Field defaults;
  out << YAML::Flow << YAML::BeginMap;
  out << YAML::Key << "name" << YAML::Value << field.name;
  out << YAML::Key << "kind" << YAML::Value << std::string(to_string(field.kind));
  if (field.facet) out << YAML::Key << "facet" << YAML::Value << true;
  if (field.multi) out << YAML::Key << "multi" << YAML::Value << true;
  if (field.boost != defaults.boost) out << YAML::Key << "boost" << YAML::Value << spelled(field.boost);
  if (field.facts != defaults.facts) out << YAML::Key << "facts" << YAML::Value << spelled(field.facts);
  if (field.hierarchy) out << YAML::Key << "hierarchy" << YAML::Value << true;
  if (!field.from.empty()) out << YAML::Key << "from" << YAML::Value << field.from;
  if (field.words) out << YAML::Key << "words" << YAML::Value << true;
  out << YAML::EndMap;
}

}  // namespace

Schema Schema::parse_yaml(std::string_view yaml) {
  Schema schema;
  try {
    schema = parse_schema(YAML::Load(std::string(yaml)));
  } catch (const indexing::ListMistake& mistake) {
    refuse(mistake.mark, mistake.why);
  } catch (const YAML::Exception& error) {
    refuse(error.mark, "broken YAML: " + error.msg);
  }
  schema.validate();
  return schema;
}

std::string Schema::to_yaml() const {
  YAML::Emitter out;
  out << YAML::BeginMap;
  out << YAML::Key << "stemmer" << YAML::Value << stemmer;
  out << YAML::Key << "merge_negation" << YAML::Value << merge_negation;
  out << YAML::Key << "fields" << YAML::Value << YAML::BeginSeq;
  for (const Field& field : fields) emit_field(out, field);
  out << YAML::EndSeq;
  if (!organizations.empty()) {
    out << YAML::Key << "organizations" << YAML::Value;
    indexing::write_list(organizations, out);
  }
  out << YAML::EndMap;
  return std::string(out.c_str()) + "\n";
}

}  // namespace v1
}  // namespace tvar
