// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/search_batch.h"

#include "cli/format.h"
#include "cli/lines.h"
#include "cli/search_request.h"
#include "cli/text.h"

namespace tvar::cli {
namespace {

constexpr std::string_view kDigits = "0123456789ABCDEF";

void print_run(Output& out, const std::string& name, const ResultPage& page) {
  for (const Hit* hit : hits_by_rank(page)) {
    out.write(name + " Q0 " + trec_id(hit->id) + " " + std::to_string(hit->rank + 1) + " " +
              format_number(hit->score, 6) + " tvar\n");
  }
}

struct Outcome {
  bool found = false;
  bool failed = false;
};

// Returns what is wrong with the line; empty: nothing.
std::string run_line(const Context& context, const Searcher& searcher, std::string_view line,
                     const SearchOptions& options, Outcome& outcome) {
  const std::size_t tab = line.find('\t');
  if (tab == std::string_view::npos) return context.messages(MessageId::batch_no_tab);
  const ResultPage page = searcher.search(repair_utf8(line.substr(tab + 1)), options);
  if (const auto& error = page.query_error()) {
    const Language language = context.messages.language();
    return std::string(query_error_name(error->code, language)) + ": " + query_error_text(*error, language);
  }
  outcome.found = outcome.found || !page.hits().empty();
  print_run(context.out, trec_id(line.substr(0, tab)), page);
  return {};
}

}  // namespace

std::string trec_id(std::string_view id) {
  std::string out;
  for (const char c : id) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte == ' ' || (byte >= 0x09 && byte <= 0x0D)) {
      out += {'%', kDigits[byte >> 4U], kDigits[byte & 0x0FU]};
    } else {
      out += c;
    }
  }
  return out;
}

int run_batch(Context& context, const Searcher& searcher, const std::string& file, SearchOptions options) {
  options.snippet_length = 0;
  options.fields = false;
  options.facets.clear();
  LineReader lines(file);
  Outcome outcome;
  std::size_t number = 0;
  for (std::string_view line; lines.next(line);) {
    ++number;
    const std::string problem =
        line.empty() ? std::string() : run_line(context, searcher, line, options, outcome);
    if (problem.empty()) continue;
    context.say(MessageId::batch_line, {file, std::to_string(number), problem});
    outcome.failed = true;
  }
  if (outcome.failed) return kFailure;
  return outcome.found ? kFound : kNothingFound;
}

}  // namespace tvar::cli
