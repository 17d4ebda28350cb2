// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// What `tvar search`, `tvar facets` and `tvar similar` share: from options to SearchOptions, and what is said about a page.
#pragma once

#include <string>
#include <vector>

#include "cli/arguments.h"
#include "cli/commands.h"
#include "tvar/result.h"
#include "tvar/searcher.h"

namespace tvar::cli {

/// --json, or its other spelling --format json.
[[nodiscard]] bool wants_json(const Arguments& arguments);

/// all, any or auto. @throws UsageError
[[nodiscard]] Match match_of(const Arguments& arguments);

/// "score", "FIELD", "FIELD:asc" or "FIELD:desc". @throws UsageError
[[nodiscard]] Sort sort_of(const Arguments& arguments);

/// "a,b" and "c" as a, b, c, each once.
[[nodiscard]] std::vector<std::string> split_lists(const std::vector<std::string>& lists);

/// What --facet and the words of `tvar facets` ask for: "town,year", "published/month", "year@2000,2005".
/// @throws Error invalid_argument for an unknown interval or an empty edge
std::vector<FacetRequest> facet_requests(const std::vector<std::string>& lists);

/// A field to sort, count or collapse by that the schema does not have.
struct NoSuchField {
  std::string field;
  std::string suggestion;  ///< the field that was meant, perhaps; may be empty
};

/// @throws NoSuchField
void check_fields(const SearchOptions& options, const Schema& schema);

/// An empty query asks for everything that passes the filters.
[[nodiscard]] ResultPage run_query(const Searcher& searcher, const std::string& query,
                                   const SearchOptions& options);

/// A page with an error: the message, and with --json the object of the error. @return kFailure
int report_wrong_query(Context& context, const Arguments& arguments, const std::string& query,
                       const QueryError& error);

/// There is no document with the id that was named: the message, and with --json the object of the error.
/// @return kNothingFound
int report_no_document(Context& context, const Arguments& arguments, const std::string& id);

/// Messages about how the query was understood.
void report_reading(const Context& context, const ResultPage& page);

/// A count that is not known exactly is marked with "~".
[[nodiscard]] std::string total_text(const TotalHits& total);

/// kFound or kNothingFound.
[[nodiscard]] int exit_code(const ResultPage& page);

/// Hits and partial hits as one list. Valid as long as the page.
[[nodiscard]] std::vector<const Hit*> hits_by_rank(const ResultPage& page);

/// The hits and facets of a page as text.
void print_page(const Context& context, const Arguments& arguments, const Searcher& searcher,
                const ResultPage& page);

/// The message that says how many there are and which are shown.
void report_total(const Context& context, const ResultPage& page);

/// The counts of a page as tables; a message for a field that no document of the page has.
void print_facets(const Context& context, const ResultPage& page);

}  // namespace tvar::cli
