// SPDX-License-Identifier: GPL-2.0-or-later
// tvar similar ID
#include "cli/commands.h"
#include "cli/json.h"
#include "cli/search_request.h"
#include "cli/text.h"

namespace tvar::cli {
namespace {

constexpr std::size_t kMaxHits = 100'000;  // what SearchOptions::limit allows

}  // namespace

int run_similar(Context& context, const Invocation& invocation) {
  const Searcher searcher = open_searcher(context, invocation.scanned);
  const Arguments arguments = parse_arguments(Command::similar, invocation.tokens, &searcher.schema());
  if (arguments.words().empty()) throw UsageError{MessageId::needs_id, {}, {}};
  if (arguments.words().size() > 1) {
    throw UsageError{MessageId::unwanted_argument, {printable(arguments.words()[1])}, {}};
  }
  const std::string& id = arguments.words().front();
  if (!searcher.find(id)) return report_no_document(context, arguments, id);
  const ResultPage page = searcher.similar(
      id, {.filters = arguments.filters(), .limit = arguments.number(OptionId::limit, kMaxHits)});
  if (page.query_error()) return report_wrong_query(context, arguments, {}, *page.query_error());
  if (wants_json(arguments)) {
    print_json(context.out, similar_to_json(page, id, searcher.schema()));
  } else {
    print_page(context, arguments, searcher, page);
    report_total(context, page);
  }
  return exit_code(page);
}

}  // namespace tvar::cli
