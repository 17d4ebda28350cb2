// SPDX-License-Identifier: GPL-2.0-or-later
#include "lib/search/snippet_fragment.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include "lib/text/character.h"
#include "lib/text/graphemes.h"
#include "lib/text/utf8.h"

namespace tvar::search {
namespace {

using text::ByteRange;
using Matches = std::span<const MatchedToken>;

constexpr std::size_t kEllipsis = 2;          // "… " or " …", in code points
constexpr std::size_t kMaxClusterSteps = 32;  // code points to go on for the end of a cluster

/// White space, and what a terminal or a page would not show as text.
bool is_blank(char32_t c) noexcept {
  return text::is_space(c) || c < 0x20 || (c >= 0x7F && c < 0xA0);
}

bool is_blank_at(std::string_view text, std::size_t at) noexcept {
  return is_blank(text::code_point_at(text, at).value);
}

/// Where each displayed code point begins: one for a run of white space. The last entry is the end of the range.
std::vector<std::size_t> displayed_points(std::string_view text, const ByteRange& range) {
  std::vector<std::size_t> points;
  points.reserve(range.size() + 1);
  bool after_blank = false;
  for (std::size_t at = range.begin; at < range.end;) {
    const text::CodePoint point = text::code_point_at(text, at);
    const bool blank = is_blank(point.value);
    if (!blank || !after_blank) points.push_back(at);
    after_blank = blank;
    at += point.length;
  }
  points.push_back(range.end);
  return points;
}

/// Chooses a part of a passage. All numbers but those of ranges and matches are ordinals of displayed code points.
class Cutter {
 public:
  Cutter(std::string_view text, const Passage& passage)
      : text_(text), passage_(passage), points_(displayed_points(text, passage.range)) {}

  [[nodiscard]] std::size_t size() const noexcept { return points_.size() - 1; }

  /// At most `length` code points around the best matches, fewer than size().
  ByteRange cut(std::size_t length) {
    choose_core(length);
    const std::size_t slack = length - (core_end_ - core_begin_);
    std::size_t begin = core_begin_ - std::min(core_begin_, slack / 3);
    if (begin + length > size()) begin = size() - length;
    begin = snap_begin(begin, length);
    const std::size_t end = snap_end(begin, std::min(begin + length, size()));
    return {points_[begin], points_[end]};
  }

 private:
  [[nodiscard]] std::size_t ordinal(std::size_t byte) const {
    return static_cast<std::size_t>(std::lower_bound(points_.begin(), points_.end(), byte) - points_.begin());
  }
  [[nodiscard]] bool blank(std::size_t i) const { return i < size() && is_blank_at(text_, points_[i]); }

  /// The matches with most words, then most matches, then least room, that fit into `length`; two pointers.
  void choose_core(std::size_t length) {
    core_begin_ = core_end_ = 0;
    std::array<std::uint32_t, 64> counts{};
    std::array<std::size_t, 3> best{};
    std::size_t words = 0;
    std::size_t last = 0;
    const Matches matches = passage_.matches;
    for (std::size_t first = 0; first < matches.size(); ++first) {
      const std::size_t begin = ordinal(matches[first].begin);
      for (; last < matches.size() && (last == first || ordinal(matches[last].end) <= begin + length);
           ++last) {
        words += counts[std::min(matches[last].word, 63U)]++ == 0 ? 1U : 0U;
      }
      const std::size_t end =
          std::min({std::max(ordinal(matches[last - 1].end), begin), begin + length, size()});
      const std::array<std::size_t, 3> value{words, last - first, size() - (end - begin)};
      if (value > best) {
        best = value;
        core_begin_ = begin;
        core_end_ = end;
      }
      words -= --counts[std::min(matches[first].word, 63U)] == 0 ? 1U : 0U;
    }
  }

  /// The begin of a word: the first one from `begin` on, not behind the core; else the one before, when the core fits.
  [[nodiscard]] std::size_t snap_begin(std::size_t begin, std::size_t length) const {
    if (begin == 0) return 0;
    for (std::size_t i = begin; i <= core_begin_; ++i) {
      if (blank(i - 1) && !blank(i)) return i;
    }
    for (std::size_t i = begin; i > 0 && core_end_ - (i - 1) <= length; --i) {
      if (i == 1 || blank(i - 2)) return i - 1;
    }
    for (std::size_t i = begin; i < std::min(core_begin_, begin + kMaxClusterSteps); ++i) {
      if (text::grapheme_floor(text_, points_[i]) == points_[i]) return i;
    }
    return std::max(begin, std::min(core_begin_, begin + kMaxClusterSteps));
  }

  /// The end of a word: the last one up to `end`, not before the core, which reaches no further than that.
  [[nodiscard]] std::size_t snap_end(std::size_t begin, std::size_t end) const {
    if (end == size()) return end;
    const std::size_t least = core_end_ < end ? core_end_ : 0;  // a core that is too long is cut as well
    for (std::size_t i = end; i > begin && i >= least; --i) {
      if (blank(i) && !blank(i - 1)) return i;
    }
    const std::size_t floor = ordinal(text::grapheme_floor(text_, points_[end]));
    return floor > begin ? floor : end;
  }

  std::string_view text_;
  const Passage& passage_;
  std::vector<std::size_t> points_;
  std::size_t core_begin_ = 0;
  std::size_t core_end_ = 0;
};

WordSet visible_words(const Passage& passage, const ByteRange& range) noexcept {
  WordSet words = 0;
  for (const MatchedToken& match : passage.matches) {
    if (match.begin >= range.begin && match.end <= range.end) words |= word_bit(match.word);
  }
  return words;
}

/// Appends pieces of the text, squeezing white space and moving the highlights along.
class Renderer {
 public:
  Renderer(std::string_view text, Matches matches) : text_(text), matches_(matches) {}

  void add(const Fragment& fragment) {
    const bool first = snippet_.text.empty();
    if (!first) snippet_.text += " … ";
    if (first && fragment.cut_front) snippet_.text += "… ";
    append(fragment.range);
    ends_cut_ = fragment.cut_back;
  }

  Snippet finish() {
    if (ends_cut_) snippet_.text += " …";
    return std::move(snippet_);
  }

 private:
  void append(const ByteRange& range) {
    while (next_ < matches_.size() && matches_[next_].end <= range.begin) ++next_;
    open_ = open_end_ > range.begin;  // a match that began in the piece before
    begin_ = snippet_.text.size();
    bool after_blank = true;  // control characters may stand at the ends of a passage
    for (std::size_t at = range.begin; at < range.end;) {
      const text::CodePoint point = text::code_point_at(text_, at);
      const bool blank = is_blank(point.value);
      update_highlight(at);
      if (!blank) {
        snippet_.text.append(text_, at, point.length);
      } else if (!after_blank) {
        snippet_.text += ' ';
      }
      after_blank = blank;
      at += point.length;
    }
    update_highlight(range.end);
    close();
    if (!snippet_.text.empty() && snippet_.text.back() == ' ') snippet_.text.pop_back();
  }

  /// Opens and closes highlights at source byte `at`. Matches that overlap or touch the open one prolong it.
  void update_highlight(std::size_t at) {
    if (open_ && at >= open_end_ && !(next_ < matches_.size() && matches_[next_].begin <= open_end_)) close();
    for (; next_ < matches_.size() && matches_[next_].begin <= at; ++next_) {
      if (matches_[next_].end <= at) continue;
      if (!open_) begin_ = snippet_.text.size();
      open_end_ = std::max(open_ ? open_end_ : 0, matches_[next_].end);
      open_ = true;
    }
    if (open_ && at >= open_end_) close();
  }

  /// White space at the ends of a match is not marked.
  void close() {
    std::size_t end = snippet_.text.size();
    while (open_ && begin_ < end && snippet_.text[begin_] == ' ') ++begin_;
    while (open_ && end > begin_ && snippet_.text[end - 1] == ' ') --end;
    if (open_ && end > begin_) snippet_.highlights.push_back({begin_, end});
    open_ = false;
  }

  std::string_view text_;
  Matches matches_;
  Snippet snippet_;
  std::size_t next_ = 0;
  bool open_ = false;
  std::size_t begin_ = 0;
  std::size_t open_end_ = 0;
  bool ends_cut_ = false;
};

}  // namespace

std::size_t displayed_length(std::string_view text, const ByteRange& range) {
  std::size_t length = 0;
  bool after_blank = false;
  for (std::size_t at = range.begin; at < range.end;) {
    const text::CodePoint point = text::code_point_at(text, at);
    const bool blank = is_blank(point.value);
    length += blank && after_blank ? 0U : 1U;
    after_blank = blank;
    at += point.length;
  }
  return length;
}

Fragment fit(std::string_view text, const Passage& passage, std::size_t budget) {
  Fragment fragment{.range = passage.range, .cut_front = passage.cut_front, .cut_back = passage.cut_back};
  Cutter cutter(text, passage);
  const auto ellipses = [&] {
    return kEllipsis * ((fragment.cut_front ? 1U : 0U) + (fragment.cut_back ? 1U : 0U));
  };
  if (cutter.size() + ellipses() > budget) {
    fragment.range = cutter.cut(std::min(budget - 2 * kEllipsis, cutter.size()));
    fragment.cut_front = fragment.cut_front || fragment.range.begin > passage.range.begin;
    fragment.cut_back = fragment.cut_back || fragment.range.end < passage.range.end;
  }
  fragment.length = displayed_length(text, fragment.range) + ellipses();
  fragment.words = visible_words(passage, fragment.range);
  return fragment;
}

Snippet render(std::string_view text, std::span<const Fragment> fragments, Matches matches) {
  Renderer renderer(text, matches);
  for (const Fragment& fragment : fragments) renderer.add(fragment);
  return renderer.finish();
}

}  // namespace tvar::search
