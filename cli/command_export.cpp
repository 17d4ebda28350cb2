// SPDX-License-Identifier: GPL-2.0-or-later
// tvar export
#include "cli/commands.h"
#include "cli/json.h"
#include "cli/text.h"
#include "tvar/analyzer.h"
#include "tvar/maintenance.h"

namespace tvar::cli {
namespace {

// The members that `tvar index` reads: id, and one for each field.
Json to_line(const Document& document, const Schema& schema) {
  Json json = {{"id", document.id}};
  const Json fields = fields_to_json(document.fields, schema);
  for (const auto& [name, value] : fields.items()) {
    if (name != "id") json[name] = value;
  }
  return json;
}

// All terms of a text, in its order, as a field with the analyzer "whitespace" takes them.
std::string terms_of(std::string_view text, const Analyzer& analyzer) {
  std::string terms;
  for (const AnalyzedToken& token : analyzer.analyze(text, Purpose::document)) {
    for (const AnalyzedTerm& term : token.terms) terms += (terms.empty() ? "" : " ") + term.text;
  }
  return terms;
}

void print_bulk_request(Output& out, const Document& document, const Schema& schema,
                        const Analyzer& analyzer) {
  print_json(out, {{"index", {{"_id", document.id}}}});
  Json json = to_line(document, schema);
  for (const Field& field : schema.fields) {
    if (field.kind != FieldKind::text || !document.has(field.name)) continue;
    std::string text;
    for (const std::string_view value : document.values(field.name)) text.append(value).append("\n\n");
    json[field.name + "_terms"] = terms_of(text, analyzer);
  }
  print_json(out, json);
}

}  // namespace

int run_export(Context& context, const Invocation& invocation) {
  const Arguments arguments = parse_arguments(Command::export_documents, invocation.tokens);
  if (!arguments.words().empty()) {
    throw UsageError{MessageId::unwanted_argument, {printable(arguments.words().front())}, {}};
  }
  const std::filesystem::path index = index_path(context, arguments);
  const Searcher searcher = open_searcher(context, arguments);
  const Schema& schema = searcher.schema();
  if (arguments.value(OptionId::export_format) == "opensearch") {
    const Analyzer analyzer({.stemmer = schema.stemmer,
                             .merge_negation = schema.merge_negation,
                             .lexicon = lexicon_path(arguments)});
    for_each_document(index, [&](const Document& document) {
      print_bulk_request(context.out, document, schema, analyzer);
      return true;
    });
  } else {
    for_each_document(index, [&](const Document& document) {
      print_json(context.out, to_line(document, schema));
      return true;
    });
  }
  return kFound;
}

}  // namespace tvar::cli
