// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/ranked_match.h"

#include <algorithm>
#include <cstdint>
#include <functional>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include "index/document_set.h"
#include "index/score_bound.h"
#include "index/weighting.h"

namespace tvar::store {

namespace {

using XQuery = Xapian::Query;

// Sums are rounded: what is better by less may not be better.
constexpr double kRounding = 1e-9;

/// Notes all matches with their scores.
class Scores : public Xapian::MatchSpy {
 public:
  void operator()(const Xapian::Document& document, double score) override {
    scores_.emplace_back(score, document.get_docid());
  }

  [[nodiscard]] std::size_t size() const { return scores_.size(); }

  /// The best `count` documents. @pre there are as many
  std::vector<Xapian::docid> best(std::size_t count) {
    const auto end = scores_.begin() + static_cast<std::ptrdiff_t>(count);
    std::nth_element(scores_.begin(), end - 1, scores_.end(), std::greater<>());
    return ids(scores_.begin(), end);
  }

  /// Those of at least this score, and those in `more`, each once.
  std::vector<Xapian::docid> at_least(double score, const Xapian::MSet& more) {
    std::vector<Xapian::docid> found = at_least(score);
    found.insert(found.end(), more.begin(), more.end());
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
  }

  std::vector<Xapian::docid> at_least(double score) {
    return ids(scores_.begin(), std::partition(scores_.begin(), scores_.end(),
                                               [score](const Row& row) { return row.first >= score; }));
  }

 private:
  using Row = std::pair<double, Xapian::docid>;
  using Rows = std::vector<Row>;

  static std::vector<Xapian::docid> ids(Rows::const_iterator begin, Rows::const_iterator end) {
    std::vector<Xapian::docid> found;
    std::transform(begin, end, std::back_inserter(found), [](const Row& row) { return row.second; });
    return found;
  }

  Rows scores_;
};

Xapian::Enquire ranking(const Xapian::Database& database, const XQuery& query) {
  Xapian::Enquire enquire(database);
  enquire.set_query(query);
  enquire.set_weighting_scheme(weighting());
  enquire.set_sort_by_relevance_then_value(kIdSlot, false);
  return enquire;
}

double greatest_weight(const Xapian::Database& database, const std::vector<XQuery>& queries) {
  if (queries.empty()) return 0.0;
  Xapian::Enquire enquire = ranking(database, XQuery(XQuery::OP_OR, queries.begin(), queries.end()));
  return enquire.get_mset(0, 0).get_max_possible();
}

}  // namespace

// The matches among some documents; none is left out for its score.
Xapian::MSet RankedMatch::among(DocumentSet& documents, Xapian::doccount offset,
                                Xapian::doccount limit) const {
  Xapian::Enquire enquire = ranking(database_, query_.among(XQuery(&documents)));
  return enquire.get_mset(offset, limit, documents.size());
}

// The matches that have any of the terms.
Xapian::MSet RankedMatch::with_any(const std::vector<std::string>& terms) const {
  std::vector<XQuery> queries;
  Xapian::doccount most = 0;  // memory is taken for so many
  for (const std::string& term : terms) {
    const Xapian::doccount frequency = frequencies_.of(database_, term);
    if (frequency > 0) queries.emplace_back(term);
    most += frequency;
  }
  if (queries.empty()) return {};
  const XQuery any(XQuery::OP_OR, queries.begin(), queries.end());
  Xapian::Enquire enquire(database_);
  enquire.set_query({XQuery::OP_SCALE_WEIGHT, XQuery(XQuery::OP_FILTER, query_.found, any), 0.0});
  enquire.set_docid_order(Xapian::Enquire::DONT_CARE);
  return enquire.get_mset(0, std::min(most, database_.get_doccount()));
}

std::optional<RankedMatch::Result> RankedMatch::page(Xapian::Enquire& all, Xapian::doccount offset,
                                                     Xapian::doccount limit) const {
  const Xapian::doccount wanted = offset + limit;
  if (query_.extras.empty() && query_.placed.empty()) return std::nullopt;
  if (limit == 0 || wanted > sizes_.most_wanted) return std::nullopt;
  const Work work =
      work_of(node_, [this](const std::string& term) { return frequencies_.of(database_, term); });
  if (static_cast<double>(work.extras) <= sizes_.least_work * static_cast<double>(work.found))
    return std::nullopt;
  all.set_query(query_.found);
  if (all.get_mset(0, 0).get_matches_estimated() < sizes_.least_matches) return std::nullopt;

  // Leaving out what scores too little is not left to the backend: Xapian 1.4 loses matches of an AND_MAYBE then, and
  // crashes where a MAX comes to its end.
  Scores scores;
  all.add_matchspy(&scores);
  all.set_sort_by_relevance();
  Result result;
  result.all = all.get_mset(0, 0, database_.get_doccount());
  const std::size_t first_look = std::max<std::size_t>(sizes_.first_look, 2 * wanted);
  if (scores.size() <= first_look) {
    DocumentSet documents(scores.at_least(0.0));
    result.page = among(documents, offset, limit);
    return result;
  }
  DocumentSet first(scores.best(first_look));
  const double least = among(first, 0, wanted).back().get_weight() * (1.0 - kRounding);
  // Terms are expected among the matches twice as often as anywhere.
  const double share = 2.0 * static_cast<double>(scores.size()) / database_.get_doccount();
  const auto frequency = [&](const std::string& term) {
    return static_cast<std::uint64_t>(std::min(share, 1.0) * frequencies_.of(database_, term));
  };
  const ScoreBound bound = bound_extras(node_, frequency, scores.size() / sizes_.rare_part);
  const double good_enough = (least - greatest_weight(database_, bound.others)) / (1.0 + bound.share);
  DocumentSet candidates(scores.at_least(good_enough, with_any(bound.rare)));
  result.page = among(candidates, offset, limit);
  return result;
}

}  // namespace tvar::store
