// SPDX-License-Identifier: GPL-2.0-or-later
#include "lib/search/match_marker.h"

#include <algorithm>

namespace tvar::search {

MatchMarker::MatchMarker(const std::vector<MarkedItem>& items, analysis::TextAnalyzer& analyzer)
    : items_(items), analyzer_(analyzer) {
  for (std::size_t item = 0; item < items.size(); ++item) {
    seen_.emplace_back(items[item].words.size());
    for (std::size_t word = 0; word < items[item].words.size(); ++word) {
      for (const std::string& term : items[item].words[word]) places_[term].push_back({item, word});
    }
  }
}

void MatchMarker::note(const std::string& term, const text::Token& token) {
  const auto found = places_.find(term);
  if (found == places_.end()) return;
  for (const Place& place : found->second) {
    if (items_[place.item].field != kAllFields && items_[place.item].field != field_) continue;
    std::vector<Occurrence>& list = seen_[place.item][place.word];
    // Several readings of one token may meet the same word.
    if (list.empty() || list.back().begin != token.begin || list.back().end != token.end) {
      list.push_back({token.begin, token.end, token.position});
    }
  }
}

std::vector<MatchedToken> MatchMarker::find(std::string_view text, std::size_t field, StemMode mode) {
  std::vector<MatchedToken> matches;
  if (places_.empty()) return matches;
  field_ = field;
  for (auto& item : seen_) {
    for (auto& word : item) word.clear();
  }
  std::string term;
  analyzer_.analyze(text, mode, [&](const text::Token& token, const Readings& readings) {
    for (const Reading& reading : readings) {
      term.clear();
      analysis::append_term(reading, term);
      note(term, token);
    }
    term.clear();
    analysis::append_exact_term(token.text, term);
    note(term, token);
    return true;
  });
  add_phrases(matches);
  std::sort(matches.begin(), matches.end(), [](const MatchedToken& a, const MatchedToken& b) {
    return a.begin != b.begin ? a.begin < b.begin : a.end > b.end;
  });
  return matches;
}

// Words in a row: every occurrence of the first word whose followers stand at the following positions.
void MatchMarker::add_phrases(std::vector<MatchedToken>& out) const {
  const auto before = [](const Occurrence& occurrence, std::uint32_t position) {
    return occurrence.position < position;
  };
  for (std::size_t item = 0; item < seen_.size(); ++item) {
    for (const Occurrence& first : seen_[item].front()) {
      std::size_t end = first.end;
      bool whole = true;
      for (std::size_t word = 1; whole && word < seen_[item].size(); ++word) {
        const std::vector<Occurrence>& list = seen_[item][word];
        const std::uint32_t wanted = first.position + static_cast<std::uint32_t>(word);
        const auto next = std::lower_bound(list.begin(), list.end(), wanted, before);
        whole = next != list.end() && next->position == wanted;
        if (whole) end = std::max(end, next->end);
      }
      if (whole) out.push_back({first.begin, end, static_cast<std::uint32_t>(item)});
    }
  }
}

}  // namespace tvar::search
