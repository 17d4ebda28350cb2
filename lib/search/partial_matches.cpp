// SPDX-License-Identifier: GPL-2.0-or-later
#include "lib/search/partial_matches.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <utility>

#include "lib/search/ranking.h"

namespace tvar::search {
namespace {

using store::Match;
using store::MatchRequest;
using store::Node;

// Pages must not depend on their size, so as many are ordered anew whatever page is asked for.
constexpr std::size_t kWindow = 100;

MatchRequest request_among(const std::vector<Match>& matches, Node query) {
  MatchRequest request;
  request.query = std::move(query);
  request.limit = matches.size();
  request.with_data = false;
  request.among = &matches;
  return request;
}

double factor(std::size_t present, std::size_t words) {
  return std::pow(static_cast<double>(present) / static_cast<double>(words), ranking::kCoordination);
}

class PartialSearch {
 public:
  PartialSearch(const store::Reader& reader, const MatchRequest& request, const CompiledQuery& query)
      : reader_(reader), request_(request), words_(query.words), pairs_(query.pairs) {
    out_.by_coverage = words_.size() >= ranking::kFewestCoordinated && words_.size() <= ranking::kMostWords &&
                       !request.sort_slot && !request.collapse_slot;
  }

  PartialMatches run() {
    if (!out_.by_coverage || request_.limit == 0) {
      out_.found = reader_.match(request_);
      out_.coverage = coverage_of(out_.found.matches);
      for (Coverage& coverage : out_.coverage) coverage.factor = 1.0;
      return std::move(out_);
    }
    take_from_window();
    take_from_behind();
    return std::move(out_);
  }

 private:
  void take_from_window() {
    MatchRequest request = request_;
    request.offset = 0;
    request.limit = kWindow;
    request.with_data = false;
    out_.found = reader_.match(request);
    std::vector<Match> window = std::exchange(out_.found.matches, {});
    is_full_ = window.size() == kWindow;
    add_pairs(window);
    std::vector<Coverage> coverage = coverage_of(window);
    std::vector<std::size_t> order(window.size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
      return window[a].score * coverage[a].factor > window[b].score * coverage[b].factor;
    });
    const std::size_t end = std::min(order.size(), std::min(request_.offset, kWindow) + request_.limit);
    for (std::size_t i = request_.offset; i < end; ++i) {
      out_.found.matches.push_back(std::move(window[order[i]]));
      out_.coverage.push_back(std::move(coverage[order[i]]));
    }
    if (request_.with_data) add_data();
  }

  void add_pairs(std::vector<Match>& matches) const {
    if (matches.empty() || pairs_.empty()) return;
    std::map<std::string_view, double*> scores;
    for (Match& match : matches) scores.emplace(match.id, &match.score);
    const MatchRequest request = request_among(matches, Node::make(Node::Op::any_of, pairs_));
    for (const Match& match : reader_.match(request).matches) {
      const auto score = scores.find(match.id);
      if (score != scores.end()) *score->second += match.score;
    }
  }

  void add_data() {
    if (out_.found.matches.empty()) return;
    MatchRequest request = request_among(out_.found.matches, Node::everything());
    request.with_data = true;
    std::map<std::string, Match> loaded;
    for (Match& match : reader_.match(request).matches) {
      std::string id = match.id;
      loaded.emplace(std::move(id), std::move(match));
    }
    for (Match& match : out_.found.matches) {
      const auto found = loaded.find(match.id);
      if (found == loaded.end()) continue;  // a writer was faster
      match.data = std::move(found->second.data);
      match.long_data = std::move(found->second.long_data);
    }
  }

  void take_from_behind() {
    const std::size_t begin = std::max(request_.offset, kWindow);
    const std::size_t end = request_.offset + request_.limit;
    if (!is_full_ || end <= begin) return;
    MatchRequest request = request_;
    request.offset = begin;
    request.limit = end - begin;
    request.count_slots.clear();
    for (Match& match : reader_.match(request).matches) {
      out_.found.matches.push_back(std::move(match));
      out_.coverage.push_back({{}, factor(1, words_.size())});
    }
  }

  std::vector<Coverage> coverage_of(const std::vector<Match>& matches) const {
    std::vector<Coverage> coverage(matches.size());
    if (matches.empty() || matches.size() > kWindow || words_.size() > ranking::kMostWords) return coverage;
    std::map<std::string_view, std::size_t> places;
    for (std::size_t i = 0; i < matches.size(); ++i) places.emplace(matches[i].id, i);
    for (const QueryWord& word : words_) {
      std::vector<bool> has(matches.size());
      const MatchRequest request = request_among(matches, Node::unscored(word.node));
      for (const Match& match : reader_.match(request).matches) {
        const auto place = places.find(match.id);
        if (place != places.end()) has[place->second] = true;
      }
      for (std::size_t i = 0; i < matches.size(); ++i) {
        if (!has[i]) coverage[i].missing.push_back(word.text);
      }
    }
    for (Coverage& one : coverage) {
      const std::size_t present = words_.size() - one.missing.size();
      one.factor = factor(std::max<std::size_t>(present, 1), words_.size());
    }
    return coverage;
  }

  const store::Reader& reader_;
  const MatchRequest& request_;
  const std::vector<QueryWord>& words_;
  const std::vector<Node>& pairs_;
  bool is_full_ = false;  // there may be matches behind the window
  PartialMatches out_;
};

}  // namespace

PartialMatches find_partial(const store::Reader& reader, const MatchRequest& request,
                            const CompiledQuery& query) {
  return PartialSearch(reader, request, query).run();
}

void add_coverage(std::vector<Coverage>&& coverage, std::vector<Hit>& hits) {
  for (std::size_t i = 0; i < coverage.size(); ++i) {
    hits[i].score *= coverage[i].factor;
    hits[i].missing = std::move(coverage[i].missing);
  }
}

Joined join(std::vector<Match>& whole, PartialMatches& partial, double scale, std::size_t skipped,
            std::size_t begin, std::size_t end) {
  const auto score_of = [&](std::size_t i) {
    return partial.found.matches[i].score * scale * partial.coverage[i].factor;
  };
  const std::size_t count = partial.found.matches.size();
  const std::size_t most_before = ranking::kFewHits - std::min(ranking::kFewHits, whole.size());
  Joined ranks;
  std::vector<Match> kept_whole;
  std::vector<Match> kept_partial;
  std::vector<Coverage> kept_coverage;
  const auto is_on_page = [&](std::size_t rank) { return rank >= begin && rank < end; };
  std::size_t i = 0;
  std::size_t w = 0;
  while (i < count || w < whole.size()) {
    const std::size_t rank = skipped + i + w;
    const bool is_due =
        w < whole.size() && (i == count || skipped + i >= most_before || whole[w].score >= score_of(i));
    if (is_due) {
      if (is_on_page(rank)) {
        ranks.whole.push_back(rank);
        kept_whole.push_back(std::move(whole[w]));
      }
      ++w;
    } else {
      if (is_on_page(rank)) {
        ranks.partial.push_back(rank);
        kept_partial.push_back(std::move(partial.found.matches[i]));
        kept_coverage.push_back(std::move(partial.coverage[i]));
      }
      ++i;
    }
  }
  whole = std::move(kept_whole);
  partial.found.matches = std::move(kept_partial);
  partial.coverage = std::move(kept_coverage);
  return ranks;
}

}  // namespace tvar::search
