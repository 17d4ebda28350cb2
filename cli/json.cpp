// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/json.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "cli/explanation.h"

namespace tvar::cli {
namespace {

// A float printed as a double shows digits that it does not have.
double rounded(float value) {
  return std::round(static_cast<double>(value) * 1e4) / 1e4;
}

Json range_to_json(const TextRange& range) {
  return Json::array({range.begin, range.end});
}

Json to_json(const Snippet& snippet) {
  Json highlights = Json::array();
  for (const TextRange& range : snippet.highlights) highlights.push_back(range_to_json(range));
  return {{"text", snippet.text}, {"highlights", std::move(highlights)}, {"html", snippet.to_html()}};
}

Json to_json(const ScorePart& part) {
  return {{"word", part.word},   {"kind", kind_name(part.kind)},    {"field", part.field},
          {"forms", part.forms}, {"occurrences", part.occurrences}, {"score", part.score}};
}

Json to_json(const Hit& hit, const Schema& schema) {
  Json json = {{"id", hit.id},
               {"rank", hit.rank},
               {"score", hit.score},
               {"fields", fields_to_json(hit.fields, schema)},
               {"snippet", to_json(hit.snippet)},
               {"collapsed", hit.collapsed}};
  if (!hit.missing.empty()) json["missing"] = hit.missing;
  // Every hit with a score has parts when an explanation was asked for.
  if (hit.explanation.empty()) return json;
  Json parts = Json::array();
  for (const ScorePart& part : hit.explanation) parts.push_back(to_json(part));
  json["explanation"] = std::move(parts);
  return json;
}

Json to_json(const std::vector<QueryNote>& notes) {
  Json list = Json::array();
  for (const QueryNote& note : notes) {
    list.push_back({{"code", query_note_code(note.code)},
                    {"arguments", note.arguments},
                    {"message", note.message},
                    {"begin", note.range.begin},
                    {"end", note.range.end}});
  }
  return list;
}

Json values_to_json(const FacetResult& facet) {
  Json list = Json::array();
  for (const FacetCount& count : facet.values) {
    list.push_back({{"value", count.value}, {"count", count.count}});
  }
  return list;
}

void add_totals(Json& json, const ResultPage& page, std::string_view query) {
  const TotalHits& total = page.total();
  json["query"] = query;
  json["total"] = total.estimate;
  json["total_exact"] = total.exact();
  json["total_lower"] = total.lower;
  json["total_upper"] = total.upper;
  json["any_word"] = page.any_word();
  json["notes"] = to_json(page.notes());
  Json corrections = Json::array();
  for (const SpellingCorrection& correction : page.corrections()) {
    corrections.push_back({{"typed", correction.typed}, {"used", correction.used}});
  }
  json["corrections"] = std::move(corrections);
  Json unknown = Json::array();
  for (const UnknownValue& value : page.unknown_values()) {
    unknown.push_back({{"field", value.field}, {"value", value.value}, {"nearest", value.nearest}});
  }
  json["unknown_values"] = std::move(unknown);
}

void add_facets(Json& json, const ResultPage& page) {
  Json facets = Json::object();
  Json info = Json::object();
  for (const FacetResult& facet : page.facets()) {
    facets[facet.request] = values_to_json(facet);
    Json& facts = info[facet.request] = {{"distinct", facet.distinct}, {"exact", facet.exact}};
    if (facet.imprecise > 0) facts["imprecise"] = facet.imprecise;
  }
  json["facets"] = std::move(facets);
  json["facet_info"] = std::move(info);
}

Json to_json(const Schema& schema) {
  Json fields = Json::array();
  for (const Field& field : schema.fields) {
    fields.push_back({{"name", field.name},
                      {"kind", to_string(field.kind)},
                      {"facet", field.facet},
                      {"multi", field.multi},
                      {"boost", field.boost},
                      {"facts", field.facts}});
    if (field.hierarchy) fields.back()["hierarchy"] = true;
    if (!field.from.empty()) fields.back()["from"] = field.from;
    if (field.words) fields.back()["words"] = true;
  }
  Json json = {
      {"stemmer", schema.stemmer}, {"merge_negation", schema.merge_negation}, {"fields", std::move(fields)}};
  if (!schema.organizations.empty()) json["organizations"] = schema.organizations.size();
  return json;
}

Json to_json(const std::vector<AnalyzedTerm>& terms) {
  Json list = Json::array();
  for (const AnalyzedTerm& term : terms) {
    list.push_back({{"term", term.text}, {"kind", kind_name(term.kind)}, {"weight", rounded(term.weight)}});
  }
  return list;
}

// Metadata may hold anything as a year.
Json year_to_json(const std::string& value) {
  int year = 0;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), year);
  return error == std::errc() && end == value.data() + value.size() ? Json(year) : Json(value);
}

std::string_view kind_name(Suggestion::Kind kind) {
  switch (kind) {
    case Suggestion::Kind::word:
      return "word";
    case Suggestion::Kind::phrase:
      return "phrase";
    case Suggestion::Kind::title:
      return "title";
    case Suggestion::Kind::value:
      return "value";
  }
  return "unknown";
}

}  // namespace

Json fields_to_json(const std::vector<FieldValue>& fields, const Schema& schema) {
  Json json = Json::object();
  for (const FieldValue& field : fields) {
    const Field* known = schema.find(field.name);
    const auto present = json.find(field.name);
    if (present == json.end()) {
      json[field.name] = known != nullptr && known->multi ? Json::array({field.value}) : Json(field.value);
    } else if (present->is_array()) {
      present->push_back(field.value);
    } else {
      *present = Json::array({*present, field.value});
    }
  }
  return json;
}

Json to_json(const ResultPage& page, std::string_view query, const Schema& schema) {
  Json json;
  add_totals(json, page, query);
  Json hits = Json::array();
  for (const Hit& hit : page.hits()) hits.push_back(to_json(hit, schema));
  json["hits"] = std::move(hits);
  Json partial = Json::array();
  for (const Hit& hit : page.partial_hits()) partial.push_back(to_json(hit, schema));
  json["partial_hits"] = std::move(partial);
  json["partial_total"] = page.partial_total().estimate;
  add_facets(json, page);
  return json;
}

Json counts_to_json(const ResultPage& page, std::string_view query) {
  Json json;
  add_totals(json, page, query);
  add_facets(json, page);
  return json;
}

Json to_json(const std::vector<Suggestion>& suggestions, std::string_view typed) {
  Json list = Json::array();
  for (const Suggestion& suggestion : suggestions) {
    Json item = {{"kind", kind_name(suggestion.kind)},
                 {"text", suggestion.text},
                 {"query", suggestion.query},
                 {"documents", suggestion.documents}};
    if (!suggestion.field.empty()) item["field"] = suggestion.field;
    list.push_back(std::move(item));
  }
  return {{"typed", typed}, {"suggestions", std::move(list)}};
}

Json similar_to_json(const ResultPage& page, std::string_view id, const Schema& schema) {
  Json hits = Json::array();
  for (const Hit& hit : page.hits()) hits.push_back(to_json(hit, schema));
  return {{"id", id},
          {"total", page.total().estimate},
          {"total_exact", page.total().exact()},
          {"hits", std::move(hits)}};
}

Json to_json(const IndexStats& stats) {
  return {{"documents", stats.documents}, {"bytes_on_disk", stats.bytes_on_disk},
          {"terms", stats.terms},         {"average_length", stats.average_length},
          {"format", stats.format},       {"analyzer", stats.analyzer},
          {"program", stats.program},     {"schema", to_json(stats.schema)}};
}

Json to_json(const AnalyzedToken& token) {
  return {{"token", token.text},        {"begin", token.range.begin}, {"end", token.range.end},
          {"position", token.position}, {"exact", token.exact},       {"terms", to_json(token.terms)}};
}

Json to_json(const WordInfo& info) {
  Json lemmas = Json::array();
  for (const WordInfo::Lemma& lemma : info.lemmas) {
    lemmas.push_back({{"lemma", lemma.lemma}, {"forms", lemma.forms}, {"derivations", lemma.derivations}});
  }
  return {{"readings", to_json(info.readings)}, {"lemmas", std::move(lemmas)}};
}

Json facts_to_json(const std::vector<Fact>& facts, const Document& document) {
  Json list = Json::array();
  for (const Fact& fact : facts) {
    const bool in_field = fact.source < document.fields.size();
    list.push_back({{"field", fact.field},
                    {"value", fact.value},
                    {"raw", fact.raw},
                    {"source", in_field ? document.fields[fact.source].name : "id"},
                    {"begin", fact.range.begin},
                    {"end", fact.range.end},
                    {"confidence", rounded(fact.confidence)}});
  }
  return list;
}

Json facts_summary(const std::vector<Fact>& facts, const Document& document) {
  // Field of a fact → member; the plural says that it is a list.
  constexpr struct {
    std::string_view field;
    std::string_view member;
    bool is_list;
  } kMembers[] = {{"town", "town", false},
                  {"region", "region", false},
                  {"place", "places", true},
                  {"published", "published", false},
                  {"founded", "founded", false},
                  {"year", "years", true},
                  {"member", "members", true},
                  {"working_group_member", "working_group_members", true},
                  {"organization", "organizations", true},
                  {"person", "persons", true}};
  Json json = Json::object();
  if (!document.value("title").empty()) json["title"] = document.value("title");
  for (const auto& [field, member, is_list] : kMembers) {
    for (const Fact& fact : facts) {
      if (fact.field != field) continue;
      if (!is_list) {
        json[std::string(member)] = fact.value;
      } else if (field == "year") {
        json[std::string(member)].push_back(year_to_json(fact.value));
      } else {
        json[std::string(member)].push_back(fact.value);
      }
    }
  }
  if (const auto years = json.find("years"); years != json.end()) std::sort(years->begin(), years->end());
  for (const Fact& fact : facts) {
    if (fact.field == "abbreviation") json["abbreviations"][fact.raw] = fact.value;
  }
  return json;
}

Json to_json(const QueryError& error, std::string_view query) {
  return {{"error",
           {{"code", query_error_code(error.code)},
            {"message", error.message},
            {"query", query},
            {"begin", error.range.begin},
            {"end", error.range.end}}}};
}

Json to_json(const Error& error) {
  return {{"error", {{"code", to_string(error.code())}, {"message", error.what()}, {"hint", error.hint()}}}};
}

std::string_view kind_name(ReadingKind kind) {
  switch (kind) {
    case ReadingKind::lemma:
      return "lemma";
    case ReadingKind::guess:
      return "guess";
    case ReadingKind::folded_stem:
      return "folded_stem";
  }
  return "unknown";
}

void print_json(Output& out, const Json& json) {
  out.line(json.dump(-1, ' ', false, Json::error_handler_t::replace));
}

}  // namespace tvar::cli
