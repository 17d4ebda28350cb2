// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// Where in a stored text the query matches. The text is analysed again in the way it was indexed, which costs less
/// than keeping offsets for every posting, and works with any store.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "lib/analysis/text_analyzer.h"
#include "lib/search/query_compiler.h"
#include "lib/search/snippet.h"

namespace tvar::search {

/// Made once for a query, used for the text of every hit. One thread at a time.
class MatchMarker {
 public:
  /// Both arguments must outlive it.
  MatchMarker(const std::vector<MarkedItem>& items, analysis::TextAnalyzer& analyzer);

  /// The matches in the text of field `field`, ascending by begin. A phrase is one match from its first word to its
  /// last. Word numbers are those of the items.
  std::vector<MatchedToken> find(std::string_view text, std::size_t field, StemMode mode);

 private:
  struct Place {
    std::size_t item;
    std::size_t word;
  };
  struct Occurrence {
    std::size_t begin;
    std::size_t end;
    std::uint32_t position;
  };
  void note(const std::string& term, const text::Token& token);
  void add_phrases(std::vector<MatchedToken>& out) const;

  const std::vector<MarkedItem>& items_;
  analysis::TextAnalyzer& analyzer_;
  std::unordered_map<std::string, std::vector<Place>> places_;
  std::vector<std::vector<std::vector<Occurrence>>> seen_;  // item → word → occurrences
  std::size_t field_ = 0;
};

}  // namespace tvar::search
