// SPDX-License-Identifier: GPL-2.0-or-later
// tvar facets [FACET...]
#include "cli/commands.h"
#include "cli/json.h"
#include "cli/search_request.h"
#include "cli/text.h"

namespace tvar::cli {
namespace {

std::vector<FacetRequest> fields_to_count(const Arguments& arguments, const Schema& schema) {
  std::vector<FacetRequest> fields = facet_requests(arguments.words());
  if (!fields.empty()) return fields;
  for (const Field& field : schema.fields) {
    if (field.facet) fields.emplace_back(field.name);
  }
  return fields;
}

}  // namespace

int run_facets(Context& context, const Invocation& invocation) {
  const Searcher searcher = open_searcher(context, invocation.scanned);
  const Arguments arguments = parse_arguments(Command::facets, invocation.tokens, &searcher.schema());
  const std::string query = repair_utf8(arguments.value(OptionId::query_text).value_or(std::string()));
  const SearchOptions options = {
      .filters = arguments.filters(),
      .facets = fields_to_count(arguments, searcher.schema()),
      .limit = 0,
      .match = match_of(arguments),
      .correct_spelling = !arguments.has(OptionId::no_correction),
      .derivations = arguments.has(OptionId::derivations),
      .facet_limit = arguments.number(OptionId::limit, kMostDocuments),
      .facet_contains = arguments.value(OptionId::contains).value_or(std::string()),
      .facets_by_value = arguments.has(OptionId::by_value),
  };
  check_fields(options, searcher.schema());
  const ResultPage page = run_query(searcher, query, options);
  if (page.query_error()) return report_wrong_query(context, arguments, query, *page.query_error());
  report_reading(context, page);
  if (wants_json(arguments)) {
    print_json(context.out, counts_to_json(page, query));
  } else {
    print_facets(context, page);
    if (exit_code(page) == kNothingFound) context.say(MessageId::nothing_found);
  }
  return exit_code(page);
}

}  // namespace tvar::cli
