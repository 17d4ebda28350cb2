// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/search_request.h"

#include <algorithm>

#include "cli/json.h"
#include "cli/table.h"
#include "cli/text.h"

namespace tvar::cli {
namespace {

void print_facet(const Context& context, const FacetResult& facet) {
  context.out.line(facet.request);
  Table table({Align::left, Align::right});
  for (const FacetCount& count : facet.values) table.add({count.value, std::to_string(count.count)});
  table.print(context.out, 2);
  if (facet.distinct > facet.values.size()) {
    const std::string left = std::to_string(facet.distinct - facet.values.size());
    context.out.line("  " + context.messages(MessageId::more_values, {left}));
  }
  if (!facet.exact) context.say(MessageId::inexact_counts, {facet.request});
  if (facet.imprecise > 0)
    context.say(MessageId::imprecise_dates, {facet.request, std::to_string(facet.imprecise)});
}

void report_unknown(const Context& context, const UnknownValue& unknown) {
  std::string nearest;
  for (const std::string& value : unknown.nearest)
    nearest.append(nearest.empty() ? "" : ", ").append(printable(value));
  const std::string value = printable(unknown.value);
  if (nearest.empty()) {
    context.say(MessageId::unknown_value, {unknown.field, value});
  } else {
    context.say(MessageId::unknown_value_nearest, {unknown.field, value, nearest});
  }
}

}  // namespace

bool wants_json(const Arguments& arguments) {
  const std::vector<std::string> formats = arguments.values(OptionId::format);
  return arguments.has(OptionId::json) || (!formats.empty() && formats.back() == "json");
}

Match match_of(const Arguments& arguments) {
  const std::string value = arguments.value(OptionId::match).value_or(std::string());
  if (value == "all") return Match::all;
  return value == "any" ? Match::any : Match::automatic;
}

Sort sort_of(const Arguments& arguments) {
  const std::string value = arguments.value(OptionId::sort).value_or(std::string());
  if (value == "score") return {};
  const std::size_t colon = value.find(':');
  const std::string field = value.substr(0, colon);
  const std::string direction = colon == std::string::npos ? "asc" : value.substr(colon + 1);
  const bool known = direction == "asc" || direction == "desc";
  if (field.empty() || field == "score" || !known) {
    throw UsageError{MessageId::bad_sort, {printable(value)}, {}};
  }
  return {.field = field, .descending = direction == "desc"};
}

std::vector<std::string> split_lists(const std::vector<std::string>& lists) {
  std::vector<std::string> items;
  for (const std::string& list : lists) {
    for (std::size_t begin = 0; begin <= list.size();) {
      const std::size_t end = std::min(list.find(',', begin), list.size());
      std::string item = list.substr(begin, end - begin);
      const bool is_new = std::find(items.begin(), items.end(), item) == items.end();
      if (!item.empty() && is_new) items.push_back(std::move(item));
      begin = end + 1;
    }
  }
  return items;
}

std::vector<FacetRequest> facet_requests(const std::vector<std::string>& lists) {
  std::vector<std::string> items;
  for (const std::string& list : lists) {
    // Behind an @ commas stand between edges, behind a colon in names.
    const std::size_t at = list.find_first_of("@:");
    const std::size_t comma = at == std::string::npos ? std::string::npos : list.rfind(',', at);
    const std::size_t begin = at == std::string::npos      ? list.size()
                              : comma == std::string::npos ? 0
                                                           : comma + 1;
    for (std::string& item : split_lists({list.substr(0, begin)})) items.push_back(std::move(item));
    if (begin < list.size()) items.push_back(list.substr(begin));
  }
  std::vector<FacetRequest> requests;
  for (std::size_t i = 0; i < items.size(); ++i) {
    const auto here = items.begin() + static_cast<std::ptrdiff_t>(i);
    if (std::find(items.begin(), here, items[i]) == here) requests.push_back(FacetRequest::parse(items[i]));
  }
  return requests;
}

void check_fields(const SearchOptions& options, const Schema& schema) {
  const auto check = [&schema](const std::string& name) {
    if (name.empty() || schema.find(name) != nullptr) return;
    std::vector<std::string> names;
    for (const Field& field : schema.fields) names.push_back(field.name);
    throw NoSuchField{name, nearest(name, names).value_or(std::string())};
  };
  for (const FacetRequest& request : options.facets) check(request.field);
  check(options.sort.field);
  check(options.collapse);
}

ResultPage run_query(const Searcher& searcher, const std::string& query, const SearchOptions& options) {
  return query.empty() ? searcher.search(Query::everything(), options) : searcher.search(query, options);
}

int report_wrong_query(Context& context, const Arguments& arguments, const std::string& query,
                       const QueryError& error) {
  report_query_error(context, query, error);
  if (wants_json(arguments)) {
    print_json(context.out, to_json(error, query));
  }
  return kFailure;
}

int report_no_document(Context& context, const Arguments& arguments, const std::string& id) {
  context.say(MessageId::no_document, {printable(id)});
  context.say(MessageId::hint, {context.messages(MessageId::ids_are_shown)});
  if (wants_json(arguments)) {
    const Messages english(Language::english);
    print_json(context.out,
               to_json(Error(ErrorCode::not_found, english(MessageId::no_document, {repair_utf8(id)}),
                             english(MessageId::ids_are_shown))));
  }
  return kNothingFound;
}

void report_reading(const Context& context, const ResultPage& page) {
  for (const QueryNote& note : page.notes()) {
    context.say(MessageId::note, {query_note_text(note, context.messages.language())});
  }
  for (const SpellingCorrection& correction : page.corrections()) {
    context.say(MessageId::corrected, {printable(correction.typed), printable(correction.used)});
  }
  for (const UnknownValue& unknown : page.unknown_values()) report_unknown(context, unknown);
  if (page.any_word() && !page.hits().empty()) context.say(MessageId::any_word);
}

std::string total_text(const TotalHits& total) {
  return (total.exact() ? "" : "~") + std::to_string(total.estimate);
}

int exit_code(const ResultPage& page) {
  return page.total().estimate > 0 || !page.hits().empty() ? kFound : kNothingFound;
}

std::vector<const Hit*> hits_by_rank(const ResultPage& page) {
  std::vector<const Hit*> hits;
  for (const Hit& hit : page.hits()) hits.push_back(&hit);
  for (const Hit& hit : page.partial_hits()) hits.push_back(&hit);
  std::sort(hits.begin(), hits.end(), [](const Hit* a, const Hit* b) { return a->rank < b->rank; });
  return hits;
}

void print_facets(const Context& context, const ResultPage& page) {
  if (exit_code(page) == kNothingFound) return;
  std::string without_values;
  bool first = true;
  for (const FacetResult& facet : page.facets()) {
    if (facet.values.empty()) {
      without_values.append(without_values.empty() ? "" : ", ").append(facet.request);
      continue;
    }
    if (!first) context.out.line();
    print_facet(context, facet);
    first = false;
  }
  if (!without_values.empty()) context.say(MessageId::no_values, {without_values});
}

}  // namespace tvar::cli
