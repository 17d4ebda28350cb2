// SPDX-License-Identifier: GPL-2.0-or-later
// tvar search [QUERY...]
#include <algorithm>

#include "cli/commands.h"
#include "cli/explanation.h"
#include "cli/json.h"
#include "cli/search_batch.h"
#include "cli/search_request.h"
#include "cli/terminal.h"
#include "cli/text.h"

namespace tvar::cli {
namespace {

constexpr std::size_t kMaxHits = 100'000;  // what SearchOptions::limit allows
constexpr std::size_t kDetailFields = 2;   // facet fields that are shown beside the id
constexpr std::size_t kDetailValues = 3;   // values of each

bool wants_color(const Context& context, const Arguments& arguments) {
  const auto asked = arguments.last_of(OptionId::color, OptionId::no_color);
  if (asked) return *asked == OptionId::color;
  const Environment& environment = context.environment;
  return !environment.no_color && !environment.dumb_terminal && is_terminal(context.out.descriptor());
}

// "Břeclav", "2009, 2010, 2011, …": the values of the field in the hit; empty when it has none.
std::string values_of(const Hit& hit, const std::string& field) {
  std::string text;
  std::size_t count = 0;
  for (const FieldValue& value : hit.fields) {
    if (value.name != field) continue;
    if (++count > kDetailValues) return text + ", …";
    text += (count == 1 ? "" : ", ") + printable(value.value);
  }
  return text;
}

// The id, and what the schema's first facets say of the hit: with the built-in schema its town and years.
std::string detail_line(const Hit& hit, const Schema& schema) {
  std::string line = printable(hit.id);
  std::size_t shown = 0;
  for (const Field& field : schema.fields) {
    if (!field.facet) continue;
    if (++shown > kDetailFields) break;
    const std::string values = values_of(hit, field.name);
    if (!values.empty()) line += " · " + values;
  }
  return line;
}

std::string marked(const Snippet& snippet, const Style& style) {
  const std::string_view text = snippet.text;
  std::string out;
  std::size_t end = 0;
  for (const TextRange& range : snippet.highlights) {
    out += printable(text.substr(end, range.begin - end)) + style.match(printable(range.of(text)));
    end = range.end;
  }
  return out + printable(text.substr(end));
}

std::string_view title_of(const Hit& hit) {
  const auto title = std::find_if(hit.fields.begin(), hit.fields.end(),
                                  [](const FieldValue& field) { return field.name == "title"; });
  if (title == hit.fields.end()) return {};
  return title->value;
}

// "and more with Přerov: 3". Hits with the same value were left out because of the first one.
std::string collapsed_line(const Context& context, const Hit& hit, const std::string& field) {
  const auto value = std::find_if(hit.fields.begin(), hit.fields.end(),
                                  [&](const FieldValue& candidate) { return candidate.name == field; });
  const std::string shared = value == hit.fields.end() ? field : printable(value->value);
  return context.messages(MessageId::collapsed, {shared, std::to_string(hit.collapsed)});
}

// "without: matky, Břeclav"
std::string missing_line(const Context& context, const Hit& hit) {
  std::string words;
  for (const std::string& word : hit.missing) words += (words.empty() ? "" : ", ") + printable(word);
  return context.messages(MessageId::missing, {words});
}

void print_hit(Output& out, const Hit& hit, const Schema& schema, const Style& style) {
  const std::string title = printable(title_of(hit));
  if (!title.empty()) out.line(style.title(title));
  out.line(style.detail(detail_line(hit, schema)));
  if (!hit.snippet.text.empty()) out.line("  " + marked(hit.snippet, style));
}

}  // namespace

void print_page(const Context& context, const Arguments& arguments, const Searcher& searcher,
                const ResultPage& page) {
  const Style style(wants_color(context, arguments));
  // `similar`, which prints its page here as well, has no such option.
  const std::vector<std::string> collapses = arguments.values(OptionId::collapse);
  const std::string collapse = collapses.empty() ? std::string() : collapses.back();
  bool first = true;
  for (const Hit* hit : hits_by_rank(page)) {
    if (!first) context.out.line();
    print_hit(context.out, *hit, searcher.schema(), style);
    if (!hit->missing.empty()) context.out.line("  " + style.detail(missing_line(context, *hit)));
    if (hit->collapsed > 0) context.out.line("  " + style.detail(collapsed_line(context, *hit, collapse)));
    for (const ScorePart& part : hit->explanation)
      context.out.line("    " + style.detail(explained(context.messages, part)));
    first = false;
  }
  if (!page.facets().empty() && !first) context.out.line();
  print_facets(context, page);
}

void report_total(const Context& context, const ResultPage& page) {
  const std::string total = total_text(page.total());
  if (exit_code(page) == kNothingFound) {
    context.say(MessageId::nothing_found);
  } else if (page.hits().empty()) {
    context.say(MessageId::found, {total});
  } else {
    const std::size_t before = hits_by_rank(page).front()->rank;
    context.say(MessageId::shown,
                {total, std::to_string(before + 1), std::to_string(before + page.hits().size())});
  }
  const std::string partial = total_text(page.partial_total());
  if (!page.partial_hits().empty()) context.say(MessageId::partial_hits, {partial});
}

namespace {

SearchOptions options_of(const Arguments& arguments) {
  return {.filters = arguments.filters(),
          .facets = facet_requests(arguments.values(OptionId::facet)),
          .offset = arguments.number(OptionId::offset, kMostDocuments),
          .limit = arguments.number(OptionId::limit, kMaxHits),
          .sort = sort_of(arguments),
          .collapse = arguments.value(OptionId::collapse).value_or(std::string()),
          .match = match_of(arguments),
          .correct_spelling = !arguments.has(OptionId::no_correction),
          .derivations = arguments.has(OptionId::derivations),
          .explain = arguments.has(OptionId::explain),
          .facet_limit = arguments.number(OptionId::facet_limit, kMostDocuments)};
}

int search_batch(Context& context, const Arguments& arguments, const Searcher& searcher,
                 SearchOptions options) {
  const std::vector<std::string> formats = arguments.values(OptionId::format);
  const bool other_format = !formats.empty() && formats.back() != "trec";
  if (other_format || arguments.has(OptionId::json)) throw UsageError{MessageId::batch_needs_trec, {}, {}};
  if (!arguments.words().empty()) throw UsageError{MessageId::batch_takes_no_query, {}, {}};
  if (!arguments.has(OptionId::limit)) options.limit = kBatchLimit;
  return run_batch(context, searcher, *arguments.value(OptionId::batch_queries), std::move(options));
}

}  // namespace

int run_search(Context& context, const Invocation& invocation) {
  const Searcher searcher = open_searcher(context, invocation.scanned);
  const Arguments arguments = parse_arguments(Command::search, invocation.tokens, &searcher.schema());
  const SearchOptions options = options_of(arguments);
  check_fields(options, searcher.schema());
  if (arguments.has(OptionId::batch_queries)) return search_batch(context, arguments, searcher, options);
  if (arguments.value(OptionId::format) == "trec") throw UsageError{MessageId::trec_needs_batch, {}, {}};

  const std::string query = arguments.text();
  const bool narrowed = !options.filters.empty() || !options.facets.empty();
  const bool is_blank = query.find_first_not_of(" \t\r\n") == std::string::npos;
  if (is_blank && !narrowed) throw UsageError{MessageId::needs_query, {}, {}};
  const ResultPage page = run_query(searcher, query, options);
  if (page.query_error()) return report_wrong_query(context, arguments, query, *page.query_error());
  report_reading(context, page);
  if (wants_json(arguments)) {
    print_json(context.out, to_json(page, query, searcher.schema()));
  } else {
    print_page(context, arguments, searcher, page);
    report_total(context, page);
  }
  return exit_code(page);
}

}  // namespace tvar::cli
