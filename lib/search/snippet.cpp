// SPDX-License-Identifier: GPL-2.0-or-later
#include "lib/search/snippet.h"

#include <algorithm>
#include <bit>
#include <iterator>
#include <optional>
#include <utility>
#include <vector>

#include "lib/search/snippet_fragment.h"
#include "lib/search/snippet_passages.h"
#include "lib/text/character.h"
#include "lib/text/graphemes.h"
#include "lib/text/sentences.h"
#include "lib/text/utf8.h"

namespace tvar::search {
namespace {

using text::ByteRange;
using Matches = std::span<const MatchedToken>;

constexpr std::size_t kMinLength = 20;          // code points of a snippet
constexpr std::size_t kSeparator = 3;           // " … ", code points
constexpr std::size_t kMinSecond = 40;          // code points left for a second passage
constexpr std::size_t kMaxBlank = 1024 * 1024;  // bytes of white space to skip in search of the beginning
constexpr std::size_t kBeginning = 2048;        // bytes looked at beyond those that can be shown

bool is_valid(std::string_view text, const MatchedToken& match) noexcept {
  const auto is_boundary = [text](std::size_t at) {
    return at == text.size() || text::is_code_point_start(text[at]);
  };
  return match.begin < match.end && match.end <= text.size() && is_boundary(match.begin) &&
         is_boundary(match.end);
}

std::vector<MatchedToken> valid_matches(std::string_view text, Matches matches) {
  std::vector<MatchedToken> valid;
  valid.reserve(matches.size());
  std::copy_if(matches.begin(), matches.end(), std::back_inserter(valid),
               [text](const MatchedToken& match) { return is_valid(text, match); });
  return valid;
}

bool has_blank_line(std::string_view gap) noexcept {
  return std::count(gap.begin(), gap.end(), '\n') > 1;
}

/// Chooses the passages of one snippet.
class Composer {
 public:
  Composer(std::string_view text, std::span<const Passage> passages, std::size_t length)
      : text_(text), passages_(passages), length_(length) {}

  std::vector<Fragment> compose() {
    const auto best = std::max_element(passages_.begin(), passages_.end(),
                                       [](const Passage& a, const Passage& b) { return a.score < b.score; });
    if (best == passages_.end() || best->score <= 0.0) return {};
    first_ = static_cast<std::size_t>(best - passages_.begin());
    last_ = first_;
    fragments_ = {fit(text_, *best, length_)};
    add_second();
    if (fragments_.size() == 1) add_neighbours();
    if (fragments_.size() == 1) add_prose();
    return std::move(fragments_);
  }

 private:
  /// The passage that has most of the words that are still missing, or nothing.
  [[nodiscard]] std::optional<std::size_t> find_second(WordSet seen) const {
    std::optional<std::size_t> found;
    int most = 0;
    for (std::size_t i = 0; i < passages_.size(); ++i) {
      const int words = std::popcount(words_of(passages_[i].matches) & ~seen);
      if (i == first_ || words == 0 || words < most) continue;
      if (words == most && passages_[i].score <= passages_[*found].score) continue;
      found = i;
      most = words;
    }
    return found;
  }

  /// Adds a second passage when that shows more words, if need be at the cost of the first one's length.
  void add_second() {
    const Fragment whole = fragments_[0];
    const std::optional<std::size_t> second = find_second(whole.words);
    if (!second || length_ < 2 * kMinSecond) return;
    const Passage& other = passages_[*second];
    if (kind(*second) == PassageKind::menu) return;
    const std::size_t ellipses = (other.cut_front ? 2U : 0U) + (other.cut_back ? 2U : 0U);
    const std::size_t wanted =
        std::min(displayed_length(text_, other.range) + ellipses, length_ / 2 - kSeparator);
    Fragment kept = whole;
    if (kept.length + kSeparator + wanted > length_) {
      kept = fit(text_, passages_[first_], length_ - kSeparator - std::max(wanted, kMinSecond));
    }
    const Fragment added = fit(text_, other, length_ - kSeparator - kept.length);
    if (std::popcount(kept.words | added.words) <= std::popcount(whole.words)) return;
    fragments_ = {kept, added};
    if (*second < first_) std::swap(fragments_[0], fragments_[1]);
    join_adjacent(std::min(first_, *second), std::max(first_, *second));
  }

  /// Two neighbours that are whole read on without an ellipsis.
  void join_adjacent(std::size_t left, std::size_t right) {
    if (right != left + 1 || !are_close(left) || fragments_[0].cut_back || fragments_[1].cut_front) return;
    Fragment joined = fragments_[0];
    joined.range.end = fragments_[1].range.end;
    joined.cut_back = fragments_[1].cut_back;
    joined.length =
        displayed_length(text_, joined.range) + (joined.cut_front ? 2U : 0U) + (joined.cut_back ? 2U : 0U);
    if (joined.length > length_) return;
    fragments_[0] = joined;
    fragments_.pop_back();
    first_ = left;
    last_ = right;
  }

  /// Passages that stand next to the best one, the following first, while they fit. Half of the length is enough for
  /// two; short list items may be more.
  void add_neighbours() {
    while (last_ == first_ || 2 * fragments_[0].length < length_) {
      const bool grown = (last_ + 1 < passages_.size() && grow(last_, last_ + 1)) ||
                         (first_ > 0 && grow(first_ - 1, first_ - 1));
      if (!grown) return;
    }
  }

  /// A heading or list item alone says little: the best sentence with a match follows or precedes it.
  void add_prose() {
    if (2 * fragments_[0].length > length_ || length_ < 2 * kMinSecond || kind(first_) == PassageKind::prose)
      return;
    std::optional<std::size_t> best;
    for (std::size_t i = 0; i < passages_.size(); ++i) {
      const bool is_better = passages_[i].score > (best ? passages_[*best].score : 0.0);
      if (is_better && (i < first_ || i > last_) && kind(i) == PassageKind::prose) best = i;
    }
    if (!best) return;
    fragments_.push_back(fit(text_, passages_[*best], length_ - kSeparator - fragments_[0].length));
    if (*best < first_) std::swap(fragments_[0], fragments_[1]);
  }

  /// Adds the passage `added` to the fragment when it is one that may follow the gap behind passage `gap`.
  bool grow(std::size_t gap, std::size_t added) {
    Fragment& fragment = fragments_[0];
    const Passage& passage = passages_[added];
    if (fragment.cut_front || fragment.cut_back || passage.cut_front || passage.cut_back || !are_close(gap))
      return false;
    if (kind(added) != kind(first_) || kind(added) == PassageKind::menu) return false;
    const ByteRange joined{std::min(fragment.range.begin, passage.range.begin),
                           std::max(fragment.range.end, passage.range.end)};
    if (joined.size() > 8 * length_) return false;
    const std::size_t length = displayed_length(text_, joined);
    if (length > length_) return false;
    fragment.range = joined;
    fragment.length = length;
    first_ = std::min(first_, added);
    last_ = std::max(last_, added);
    return true;
  }

  [[nodiscard]] PassageKind kind(std::size_t passage) const {
    return passage_kind(passages_[passage].range.of(text_));
  }

  /// Whether no blank line and no unread text lie between this passage and the next one.
  [[nodiscard]] bool are_close(std::size_t left) const {
    const Passage& a = passages_[left];
    const Passage& b = passages_[left + 1];
    if (a.region != b.region) return false;
    return !has_blank_line(text_.substr(a.range.end, b.range.begin - a.range.end));
  }

  std::string_view text_;
  std::span<const Passage> passages_;
  std::size_t length_;
  std::size_t first_ = 0;  // passages of a single fragment
  std::size_t last_ = 0;
  std::vector<Fragment> fragments_;
};

std::size_t skip_blank(std::string_view text) noexcept {
  std::size_t at = 0;
  while (at < std::min(text.size(), kMaxBlank)) {
    const text::CodePoint point = text::code_point_at(text, at);
    if (!text::is_space(point.value)) break;
    at += point.length;
  }
  return at;
}

/// The first passages, but for menus at the top of the page, to the end of a sentence or of a word.
Snippet beginning(std::string_view text, std::size_t length) {
  const std::size_t begin = skip_blank(text);
  const std::size_t end = code_point_floor(text, begin + 8 * length + kBeginning);
  std::vector<ByteRange> passages;
  text::split_sentences(text.substr(begin, end - begin), passages);
  if (passages.empty()) return {};
  for (ByteRange& passage : passages) passage = {begin + passage.begin, begin + passage.end};
  auto first = std::find_if(passages.begin(), passages.end(), [&](const ByteRange& p) {
    return passage_kind(p.of(text)) != PassageKind::menu;
  });
  if (first == passages.end()) first = passages.begin();
  ByteRange shown = *first;
  for (auto next = first + 1; next != passages.end(); ++next) {
    const ByteRange longer{first->begin, next->end};
    if (displayed_length(text, longer) > length || (next->end == end && end < text.size())) break;
    shown = longer;
  }
  const Passage rest{
      .range = {first->begin, passages.back().end}, .matches = {}, .cut_back = end < text.size()};
  Fragment fragment{.range = shown};
  if (2 * displayed_length(text, shown) < length || displayed_length(text, shown) > length)
    fragment = fit(text, rest, length);
  return render(text, {&fragment, 1}, {});
}

}  // namespace

Snippet make_snippet(std::string_view text, Matches matches, const SnippetOptions& options) {
  const std::size_t length = std::max(options.max_code_points, kMinLength);
  const std::vector<MatchedToken> valid = valid_matches(text, matches);
  if (valid.empty()) return beginning(text, length);
  const std::vector<ByteRange> regions = find_regions(text, valid, length);
  const std::vector<Passage> passages = find_passages(text, regions, valid);
  const std::vector<Fragment> fragments = Composer(text, passages, length).compose();
  if (fragments.empty()) return beginning(text, length);
  return render(text, fragments, valid);
}

}  // namespace tvar::search
