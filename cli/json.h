// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// The library's values as JSON. The shape is promised in docs/cli.md#json and pinned by tests: members may be
/// added, none may change its meaning or go.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "cli/messages.h"
#include "cli/output.h"
#include "tvar/analyzer.h"
#include "tvar/document.h"
#include "tvar/error.h"
#include "tvar/facts.h"
#include "tvar/result.h"
#include "tvar/schema.h"
#include "tvar/searcher.h"

namespace tvar::cli {

using Json = nlohmann::ordered_json;

/// Name → value, or list of values: always a list for fields that the schema calls multi, and for others when
/// there are several.
[[nodiscard]] Json fields_to_json(const std::vector<FieldValue>& fields, const Schema& schema);

/// The object of `tvar search`; without `hits` that of `tvar facets`.
[[nodiscard]] Json to_json(const ResultPage& page, std::string_view query, const Schema& schema);
[[nodiscard]] Json counts_to_json(const ResultPage& page, std::string_view query);

/// The objects of `tvar suggest` and `tvar similar`.
[[nodiscard]] Json to_json(const std::vector<Suggestion>& suggestions, std::string_view typed);
[[nodiscard]] Json similar_to_json(const ResultPage& page, std::string_view id, const Schema& schema);

[[nodiscard]] Json to_json(const IndexStats& stats);
[[nodiscard]] Json to_json(const AnalyzedToken& token);
[[nodiscard]] Json to_json(const WordInfo& info);

/// A list with every fact, its place and confidence: `facts` of `tvar show --facts`.
[[nodiscard]] Json facts_to_json(const std::vector<Fact>& facts, const Document& document);
/// One document of `tvar facts`: the canonical values by name, without those that were not found.
[[nodiscard]] Json facts_summary(const std::vector<Fact>& facts, const Document& document);

/// The object that is printed when a command fails under --json.
[[nodiscard]] Json to_json(const QueryError& error, std::string_view query);
[[nodiscard]] Json to_json(const Error& error);

/// "lemma", "guess", "folded_stem".
[[nodiscard]] std::string_view kind_name(ReadingKind kind);

/// One line. Bytes that are no UTF-8 become U+FFFD.
void print_json(Output& out, const Json& json);

}  // namespace tvar::cli
