// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/json.h"

#include <cmath>

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

Json to_json(const Hit& hit, const Schema& schema) {
  return {{"id", hit.id},
          {"rank", hit.rank},
          {"score", hit.score},
          {"fields", fields_to_json(hit.fields, schema)},
          {"snippet", to_json(hit.snippet)}};
}

Json to_json(const std::vector<QueryNote>& notes) {
  Json list = Json::array();
  for (const QueryNote& note : notes) {
    list.push_back({{"message", note.message}, {"begin", note.range.begin}, {"end", note.range.end}});
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
}

void add_facets(Json& json, const ResultPage& page) {
  Json facets = Json::object();
  Json info = Json::object();
  for (const FacetResult& facet : page.facets()) {
    facets[facet.field] = values_to_json(facet);
    info[facet.field] = {{"distinct", facet.distinct}, {"exact", facet.exact}};
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
                      {"boost", field.boost}});
  }
  return {
      {"stemmer", schema.stemmer}, {"merge_negation", schema.merge_negation}, {"fields", std::move(fields)}};
}

Json to_json(const std::vector<AnalyzedTerm>& terms) {
  Json list = Json::array();
  for (const AnalyzedTerm& term : terms) {
    list.push_back({{"term", term.text}, {"kind", kind_name(term.kind)}, {"weight", rounded(term.weight)}});
  }
  return list;
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
