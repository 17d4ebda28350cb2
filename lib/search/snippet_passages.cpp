// SPDX-License-Identifier: GPL-2.0-or-later
#include "lib/search/snippet_passages.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <iterator>

#include "lib/text/character.h"
#include "lib/text/sentences.h"
#include "lib/text/utf8.h"

namespace tvar::search {
namespace {

using text::ByteRange;
using Matches = std::span<const MatchedToken>;

constexpr std::size_t kWholeText = 16 * 1024;  // bytes up to which a text is split as a whole
constexpr std::size_t kMargin = 1024;          // bytes around a place: nearly every sentence is shorter
constexpr std::size_t kMaxRegions = 12;

// The weights. A word of the query counts 1, so that nothing else outweighs it but a menu or a bare title.
constexpr double kRepetition = 0.15;  // for each doubling of the matches beyond one a word
constexpr double kProximity = 0.3;    // all words side by side
constexpr double kEarly = 0.2;        // at the beginning of the text; half of it 2 KB later
constexpr double kEarlyHalf = 2048.0;
constexpr double kTitle = 0.85;
constexpr double kMenu = 0.4;
constexpr double kNothingElse = 0.7;  // says no more than the query does
constexpr double kNearGap = 16.0;     // bytes between two matches that halve their proximity

/// A run of matches that one snippet could show.
struct Cluster {
  std::size_t begin = 0;  // bytes
  std::size_t end = 0;
  std::size_t words = 0;
  std::size_t matches = 0;
};

bool is_better(const Cluster& a, const Cluster& b) noexcept {
  if (a.words != b.words) return a.words > b.words;
  return a.matches != b.matches ? a.matches > b.matches : a.begin < b.begin;
}

/// For each stretch of `length` bytes the best cluster that begins there; two pointers, so linear.
std::vector<Cluster> find_clusters(Matches matches, std::size_t length) {
  std::vector<Cluster> clusters;
  std::array<std::uint32_t, 64> counts{};
  std::size_t words = 0;
  std::size_t last = 0;
  for (std::size_t first = 0; first < matches.size(); ++first) {
    for (; last < matches.size() && (last == first || matches[last].end <= matches[first].begin + length);
         ++last) {
      words += counts[std::min(matches[last].word, 63U)]++ == 0 ? 1U : 0U;
    }
    const std::size_t end = std::max(matches[last - 1].end, matches[first].end);
    const Cluster cluster{matches[first].begin, std::min(end, matches[first].begin + length), words,
                          last - first};
    const bool same_stretch = !clusters.empty() && clusters.back().begin / length == cluster.begin / length;
    if (!same_stretch) {
      clusters.push_back(cluster);
    } else if (is_better(cluster, clusters.back())) {
      clusters.back() = cluster;
    }
    words -= --counts[std::min(matches[first].word, 63U)] == 0 ? 1U : 0U;
  }
  return clusters;
}

/// The best clusters. Where too many have the most words, half of the places go to clusters from all over the text,
/// so that a menu that repeats on every page of a long document does not take them all.
std::vector<Cluster> keep_best(std::vector<Cluster> clusters) {
  if (clusters.size() <= kMaxRegions) return clusters;
  const auto top = std::min_element(clusters.begin(), clusters.end(), is_better)->words;
  std::vector<Cluster> tied;
  std::copy_if(clusters.begin(), clusters.end(), std::back_inserter(tied),
               [top](const Cluster& c) { return c.words == top; });
  std::partial_sort(clusters.begin(), clusters.begin() + kMaxRegions, clusters.end(), is_better);
  clusters.resize(kMaxRegions);
  if (tied.size() > kMaxRegions) {
    constexpr std::size_t kSpread = kMaxRegions / 2;
    for (std::size_t i = 0; i < kSpread; ++i) clusters[kMaxRegions - 1 - i] = tied[i * tied.size() / kSpread];
  }
  return clusters;
}

/// The place behind the first white space in `[at, limit)`; `at` when there is none.
std::size_t word_begin_after(std::string_view text, std::size_t at, std::size_t limit) {
  for (std::size_t i = at; i < limit;) {
    const text::CodePoint point = text::code_point_at(text, i);
    i += point.length;
    if (text::is_space(point.value)) return i;
  }
  return at;
}

/// The place of the last white space in `[limit, at)`; `at` when there is none.
std::size_t word_end_before(std::string_view text, std::size_t at, std::size_t limit) {
  for (std::size_t i = at; i > limit;) {
    i = text::previous_code_point(text, i);
    if (text::is_space(text::code_point_at(text, i).value)) return i;
  }
  return at;
}

/// A cluster with its margins, cut between words where there are any.
ByteRange region_around(std::string_view text, const Cluster& cluster) {
  ByteRange region{0, text.size()};
  if (cluster.begin > kMargin) {
    region.begin = word_begin_after(text, code_point_floor(text, cluster.begin - kMargin), cluster.begin);
  }
  if (cluster.end + kMargin < text.size()) {
    region.end = word_end_before(text, code_point_floor(text, cluster.end + kMargin), cluster.end);
  }
  return region;
}

/// How near the matches of different words stand, from 0 to 1.
double proximity(Matches matches, std::size_t words) {
  double sum = 0.0;
  for (std::size_t i = 1; i < matches.size(); ++i) {
    if (matches[i].word == matches[i - 1].word) continue;
    const std::size_t gap = matches[i].begin - std::min(matches[i - 1].end, matches[i].begin);
    sum += 1.0 / (1.0 + static_cast<double>(gap) / kNearGap);
  }
  return words < 2 ? 0.0 : std::min(1.0, sum / static_cast<double>(words - 1));
}

double kind_factor(std::string_view passage) {
  switch (passage_kind(passage)) {
    case PassageKind::prose:
      return 1.0;
    case PassageKind::title:
      return kTitle;
    case PassageKind::menu:
      break;
  }
  return kMenu;
}

double score(std::string_view text, const Passage& passage) {
  const auto words = static_cast<std::size_t>(std::popcount(words_of(passage.matches)));
  if (words == 0) return 0.0;
  std::size_t matched = 0;
  for (const MatchedToken& match : passage.matches) matched += match.end - match.begin;
  const auto extra = static_cast<double>(passage.matches.size() - words);
  double factor = kind_factor(passage.range.of(text));
  if (4 * matched > 3 * passage.range.size()) factor *= kNothingElse;
  const double value = static_cast<double>(words) + kRepetition * std::log2(1.0 + extra) +
                       kProximity * proximity(passage.matches, words);
  return factor * value + kEarly / (1.0 + static_cast<double>(passage.range.begin) / kEarlyHalf);
}

/// Gives `passage` the matches from `next` on that begin in it. Matches between passages (bullets) are left out.
void take_matches(Passage& passage, Matches matches, std::size_t& next) {
  while (next < matches.size() && matches[next].begin < passage.range.begin) ++next;
  const std::size_t first = next;
  while (next < matches.size() && matches[next].begin < passage.range.end) ++next;
  passage.matches = matches.subspan(first, next - first);
}

bool reaches_over(const Passage& passage) {
  return std::any_of(passage.matches.begin(), passage.matches.end(),
                     [&](const MatchedToken& match) { return match.end > passage.range.end; });
}

void add_passages(std::string_view text, const ByteRange& region, std::size_t ordinal, Matches matches,
                  std::size_t& next, std::vector<Passage>& out) {
  std::vector<ByteRange> ranges;
  text::split_sentences(region.of(text), ranges);
  bool joins = false;
  for (const ByteRange& range : ranges) {
    const ByteRange place{region.begin + range.begin, region.begin + range.end};
    if (!joins) {
      out.push_back({.range = place, .matches = {}, .region = ordinal});
      take_matches(out.back(), matches, next);
    } else {
      out.back().range.end = place.end;
      const std::size_t first = static_cast<std::size_t>(out.back().matches.data() - matches.data());
      while (next < matches.size() && matches[next].begin < place.end) ++next;
      out.back().matches = matches.subspan(first, next - first);
    }
    joins = reaches_over(out.back());
    out.back().cut_front = out.back().range.begin == region.begin && region.begin > 0;
    out.back().cut_back = place.end == region.end && region.end < text.size();
  }
}

/// "FacebookOdkaz": text of two buttons without the space that the page showed.
std::size_t count_glued_words(std::string_view passage) {
  std::size_t count = 0;
  bool after_lower = false;
  for (std::size_t at = 0; at < passage.size();) {
    const text::CodePoint point = text::code_point_at(passage, at);
    if (after_lower && text::is_upper(point.value)) ++count;
    after_lower = text::is_lower(point.value);
    at += point.length;
  }
  return count;
}

std::size_t count_separators(std::string_view passage) {
  std::size_t count = 0;
  for (const std::string_view mark : {" | ", " » ", " › ", " > ", " :: ", " · "}) {
    for (std::size_t at = passage.find(mark); at != std::string_view::npos; at = passage.find(mark, at + 1))
      ++count;
  }
  return count;
}

bool ends_sentence(std::string_view passage) {
  constexpr std::string_view kClosers = "\"')]“”’«»";
  for (std::size_t end = passage.size(); end > 0;) {
    end = text::previous_code_point(passage, end);
    const std::string_view last = passage.substr(end, text::code_point_at(passage, end).length);
    if (last == "." || last == "!" || last == "?" || last == "…" || last == ":" || last == ";") return true;
    if (kClosers.find(last) == std::string_view::npos) return false;
  }
  return false;
}

}  // namespace

std::size_t code_point_floor(std::string_view text, std::size_t at) noexcept {
  while (at > 0 && at < text.size() && !text::is_code_point_start(text[at])) --at;
  return std::min(at, text.size());
}

WordSet words_of(Matches matches) noexcept {
  WordSet words = 0;
  for (const MatchedToken& match : matches) words |= word_bit(match.word);
  return words;
}

PassageKind passage_kind(std::string_view passage) {
  if (ends_sentence(passage)) return PassageKind::prose;
  const bool is_menu = count_glued_words(passage) > 0 || count_separators(passage) > 1;
  return is_menu ? PassageKind::menu : PassageKind::title;
}

std::vector<ByteRange> find_regions(std::string_view text, Matches matches, std::size_t length) {
  if (text.size() <= kWholeText) return {{0, text.size()}};
  std::vector<ByteRange> regions;
  for (const Cluster& cluster : keep_best(find_clusters(matches, length)))
    regions.push_back(region_around(text, cluster));
  std::sort(regions.begin(), regions.end(),
            [](const ByteRange& a, const ByteRange& b) { return a.begin < b.begin; });
  std::vector<ByteRange> joined;
  for (const ByteRange& region : regions) {
    if (!joined.empty() && region.begin <= joined.back().end) {
      joined.back().end = std::max(joined.back().end, region.end);
    } else {
      joined.push_back(region);
    }
  }
  return joined;
}

std::vector<Passage> find_passages(std::string_view text, std::span<const ByteRange> regions,
                                   Matches matches) {
  std::vector<Passage> passages;
  std::size_t next = 0;
  for (std::size_t i = 0; i < regions.size(); ++i) add_passages(text, regions[i], i, matches, next, passages);
  for (Passage& passage : passages) passage.score = score(text, passage);
  return passages;
}

}  // namespace tvar::search
