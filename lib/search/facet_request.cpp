// SPDX-License-Identifier: GPL-2.0-or-later
// FacetRequest: its spelling as text.
#include <array>
#include <utility>

#include "tvar/error.h"
#include "tvar/searcher.h"

namespace tvar {
inline namespace v1 {
namespace {

constexpr std::string_view kMarks = "/@:";

struct IntervalName {
  FacetInterval interval;
  std::string_view name;
};
constexpr std::array kIntervals = {IntervalName{FacetInterval::year, "year"},
                                   IntervalName{FacetInterval::month, "month"}};

[[noreturn]] void refuse(std::string_view text, std::string hint) {
  throw Error(ErrorCode::invalid_argument, "can't count '" + std::string(text) + "'", std::move(hint));
}

FacetInterval interval_of(std::string_view text, std::string_view name) {
  for (const IntervalName& known : kIntervals) {
    if (known.name == name) return known.interval;
  }
  refuse(text, "Behind the slash stands year or month.");
}

std::vector<std::string> split_edges(std::string_view text, std::string_view list) {
  std::vector<std::string> edges;
  while (true) {
    const std::size_t end = list.find(',');
    edges.emplace_back(list.substr(0, end));
    if (edges.back().empty()) refuse(text, "Write values with commas between them: year@2000,2005");
    if (end == std::string_view::npos) return edges;
    list.remove_prefix(end + 1);
  }
}

}  // namespace

FacetRequest FacetRequest::histogram(std::string field_name, FacetInterval interval) {
  FacetRequest request(std::move(field_name));
  request.interval = interval;
  return request;
}

FacetRequest FacetRequest::ranges(std::string field_name, std::vector<std::string> edges) {
  FacetRequest request(std::move(field_name));
  request.edges = std::move(edges);
  return request;
}

FacetRequest FacetRequest::children(std::string field_name, std::string node) {
  FacetRequest request(std::move(field_name));
  request.node = std::move(node);
  return request;
}

FacetRequest FacetRequest::parse(std::string_view text) {
  const std::size_t mark = text.find_first_of(kMarks);
  const std::string field(text.substr(0, mark));
  if (field.empty()) refuse(text, "Name a field first.");
  if (mark == std::string_view::npos) return {field};
  const std::string_view rest = text.substr(mark + 1);
  if (text[mark] == ':') {
    if (rest.empty()) refuse(text, "Behind the colon stands a node: area:Jihomoravský kraj");
    return children(field, std::string(rest));
  }
  if (text[mark] == '/') return histogram(field, interval_of(text, rest));
  return ranges(field, split_edges(text, rest));
}

std::string FacetRequest::to_string() const {
  std::string text = field;
  for (const IntervalName& known : kIntervals) {
    if (known.interval == interval) text.append("/").append(known.name);
  }
  for (std::size_t i = 0; i < edges.size(); ++i) text.append(i == 0 ? "@" : ",").append(edges[i]);
  if (!node.empty()) text.append(":").append(node);
  return text;
}

}  // namespace v1
}  // namespace tvar
