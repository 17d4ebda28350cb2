// SPDX-License-Identifier: GPL-2.0-or-later
// tvar show ID
#include <optional>

#include "cli/commands.h"
#include "cli/fact_table.h"
#include "cli/json.h"
#include "cli/search_request.h"
#include "cli/text.h"

namespace tvar::cli {
namespace {

constexpr std::size_t kLongestLine = 200;  // bytes of a value that is shown beside its name

bool is_block(const std::string& value) {
  return value.size() > kLongestLine || value.find('\n') != std::string::npos;
}

// Short values first, one a line; then running text, each in a paragraph of its own.
void print_document(Output& out, const Document& document) {
  out.line("id: " + printable(document.id));
  for (const FieldValue& field : document.fields) {
    if (!is_block(field.value)) out.line(printable(field.name) + ": " + printable(field.value));
  }
  for (const FieldValue& field : document.fields) {
    if (!is_block(field.value)) continue;
    out.line();
    out.line(printable(field.name) + ":");
    out.line(printable_block(field.value));
  }
}

std::vector<Fact> read_facts(const Document& document, const Schema& schema,
                             const std::filesystem::path& lexicon) {
  FactOptions options;
  for (const Field& field : schema.fields) {
    if (field.facts > 0) options.filled.push_back(field.name);
  }
  options.organizations = schema.organizations;
  const Analyzer analyzer(
      {.stemmer = schema.stemmer, .merge_negation = schema.merge_negation, .lexicon = lexicon});
  return extract_facts(document, analyzer, options);
}

}  // namespace

int run_show(Context& context, const Invocation& invocation) {
  const Arguments arguments = parse_arguments(Command::show, invocation.tokens);
  if (arguments.words().empty()) throw UsageError{MessageId::needs_id, {}, {}};
  if (arguments.words().size() > 1) {
    throw UsageError{MessageId::unwanted_argument, {printable(arguments.words()[1])}, {}};
  }
  const Searcher searcher = open_searcher(context, arguments);
  const std::string& id = arguments.words().front();
  const std::optional<Document> document = searcher.find(id);
  if (!document) return report_no_document(context, arguments, id);
  std::vector<Fact> facts;
  if (arguments.has(OptionId::show_facts)) {
    facts = read_facts(searcher.without_boilerplate(*document), searcher.schema(), lexicon_path(arguments));
  }
  if (arguments.has(OptionId::json)) {
    Json json = {{"id", document->id}, {"fields", fields_to_json(document->fields, searcher.schema())}};
    if (arguments.has(OptionId::show_facts)) json["facts"] = facts_to_json(facts, *document);
    print_json(context.out, json);
  } else {
    print_document(context.out, *document);
    if (!facts.empty()) context.out.line();
    if (!facts.empty()) print_facts_table(context, facts);
  }
  return kFound;
}

}  // namespace tvar::cli
