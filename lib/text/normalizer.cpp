// SPDX-License-Identifier: GPL-2.0-or-later
#include "lib/text/normalizer.h"

#include <algorithm>
#include <array>

#include "lib/text/icu.h"
#include "lib/text/latin_table.h"
#include "lib/text/utf8.h"

namespace tvar::text {
namespace {

/// Characters nobody sees: they join, forbid a break, or choose a direction or a glyph. U+200B (zero width
/// space) is not among them: it separates words.
bool is_removed(char32_t c) {
  return c == 0xAD || c == 0x34F || c == 0x61C || (c >= 0x200C && c <= 0x200F) ||
         (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) || (c >= 0xFE00 && c <= 0xFE0F) ||
         c == 0xFEFF || (c >= 0xE0000 && c <= 0xE0FFF);
}

/// Signs that are typed one for the other; 0 when there is nothing to unify.
char32_t unified(char32_t c) {
  switch (c) {
    case 0xB4:    // ´ acute accent
    case 0x2019:  // ’ right single quotation mark
    case 0x2BC:   // ʼ modifier letter apostrophe
    case 0xFF07:  // ＇ fullwidth
      return U'\'';
    case 0x2010:  // ‐ hyphen
    case 0x2011:  // ‑ non-breaking hyphen
      return U'-';
    case 0xBA:  // º, typed for the degree sign
      return U'°';
    default:
      return 0;
  }
}

/// Letters and digits that are only another look of letters: ﬁ, ǆ, ſ, fullwidth and mathematical alphabets.
/// Below U+0100 nothing is: ª and µ are left alone.
bool is_compatibility_letter(char32_t c) {
  const auto code_point = static_cast<UChar32>(c);
  return c >= 0x100 && u_isalnum(code_point) != 0 &&
         u_getIntPropertyValue(code_point, UCHAR_NFKC_QUICK_CHECK) == UNORM_NO;
}

bool is_plain(char32_t c) {
  const auto code_point = static_cast<UChar32>(c);
  return !is_removed(c) && unified(c) == 0 && !is_compatibility_letter(c) &&
         u_getIntPropertyValue(code_point, UCHAR_NFC_QUICK_CHECK) == UNORM_YES &&
         u_getCombiningClass(code_point) == 0;
}

constexpr std::size_t kBlock = 32;

/// What a byte says of its neighbours: two bytes in a row need a closer look when their bits meet. ASCII and the letters
/// from U+00C0 to U+017F need none, but for the ligatures among them (Ĳ ĳ Ŀ ŀ ŉ ſ).
struct PairTable {
  std::array<unsigned char, 256> first{};
  std::array<unsigned char, 256> second{};
};

constexpr PairTable make_pairs() {
  PairTable pairs;
  for (std::size_t byte = 0xC0; byte < 256; ++byte) pairs.first[byte] = byte == 0xC3 ? 0 : 2;
  pairs.first[0xC4] = pairs.first[0xC5] = 1;
  pairs.second.fill(2);
  for (const unsigned byte : {0x80U, 0x89U, 0xB2U, 0xB3U, 0xBFU}) pairs.second[byte] = 3;
  return pairs;
}

constexpr PairTable kPairs = make_pairs();

/// True when a block needs no closer look: most blocks of a Czech text. Without branches, which would be mispredicted
/// at every accented letter.
bool is_common_block(const char* block) {
  const auto* const bytes = reinterpret_cast<const unsigned char*>(block);
  unsigned found = kPairs.first[bytes[kBlock - 1]] & 2U;
  for (std::size_t i = 1; i < kBlock; ++i) found |= kPairs.first[bytes[i - 1]] & kPairs.second[bytes[i]];
  return found == 0;
}

/// Skips common blocks from `at` on; ends on a code-point boundary.
std::size_t skip_common(std::string_view text, std::size_t at) {
  const std::size_t begin = at;
  while (at + kBlock <= text.size() && is_common_block(text.data() + at)) {
    at += kBlock;
    // A letter may go on in the next block.
    if (static_cast<unsigned char>(text[at - 1]) >= 0xC3) --at;
  }
  return std::max(at, begin);
}

/// The first byte at or behind `at` that may need work; the end when none does.
std::size_t find_work(std::string_view text, std::size_t at) {
  const LatinTable& table = latin_table();
  std::size_t next_skip = at;
  while (at < text.size()) {
    if (at >= next_skip) {
      at = skip_common(text, at);
      next_skip = at + kBlock;  // the block that stopped the skip is read character by character
      if (at == text.size()) break;
    }
    if (static_cast<unsigned char>(text[at]) < 0x80) {
      ++at;
    } else if (is_two_byte_latin(text, at)) {
      if ((table.flags[two_byte_value(text[at], text[at + 1])] & kChanged) != 0) return at;
      at += 2;
    } else {
      const CodePoint point = code_point_at(text, at);
      if (!is_plain(point.value)) return at;
      at += point.length;
    }
  }
  return text.size();
}

}  // namespace

/// One run over a text. Characters are gathered into segments that no later character can change (a starter
/// and its marks); each is composed on its own, and remembered only when that changed its bytes.
class NormalizerPass {
 public:
  NormalizerPass(std::string_view text, std::string& buffer, std::vector<Normalizer::Span>& spans)
      : text_(text), buffer_(buffer), spans_(spans) {}

  void run() {
    for (std::size_t at = 0; at < text_.size();) {
      const std::size_t work = find_work(text_, at);
      // The character before the work may have to be composed with it; all before that are copied at once.
      const std::size_t safe =
          work == text_.size() ? work : previous_code_point(text_, std::max(work, at + 1));
      if (safe > at) {
        flush();
        copy(at, safe);
        at = safe;
      }
      while (at < text_.size() && at <= work) at += take(at);
    }
    flush();
  }

 private:
  /// Treats the character at `at` and returns its length.
  std::size_t take(std::size_t at) {
    const CodePoint point = code_point_at(text_, at);
    if (!point.valid) {
      flush();
      if (point.length != 0) copy(at, at + point.length);
    } else if (point.length != 0 && !is_removed(point.value)) {
      add(point, at);
    }
    return point.length;
  }

  /// Stream-safe text (UAX #15) has at most 30 marks in a row. More are dropped: sorting them would take quadratic time.
  static constexpr std::size_t kMaxSegment = 32;

  void add(const CodePoint& point, std::size_t at) {
    if (unorm2_hasBoundaryBefore(icu::nfc(), static_cast<UChar32>(point.value)) != 0) flush();
    if (size_ == 0) begin_ = at;
    contiguous_ = contiguous_ && (size_ == 0 || end_ == at);
    end_ = at + point.length;
    if (size_ < kMaxSegment) segment_[size_++] = point.value;
  }

  void flush() {
    if (size_ == 0) return;
    const bool alone = size_ == 1 && is_plain(segment_[0]);
    if (alone && contiguous_) {
      copy(begin_, end_);
    } else {
      replace();
    }
    size_ = 0;
    contiguous_ = true;
  }

  /// Composes the segment and writes it as a replacement, unless it came out as it was.
  void replace() {
    std::u16string units;
    for (std::size_t i = 0; i < size_; ++i) append_segment(units, segment_[i]);
    units = icu::normalize(icu::nfc(), units);
    unify(units);
    composed_.clear();
    icu::append_utf8(composed_, units);
    if (contiguous_ && composed_ == text_.substr(begin_, end_ - begin_)) return copy(begin_, end_);
    spans_.push_back({offset(), static_cast<std::uint32_t>(begin_), static_cast<std::uint32_t>(end_), false});
    buffer_.append(composed_);
  }

  /// The plain letters of a character.
  static void append_segment(std::u16string& units, char32_t c) {
    std::string utf8;
    text::append_utf8(utf8, unified(c) != 0 ? unified(c) : c);
    const std::u16string utf16 = icu::to_utf16(utf8);
    units += is_compatibility_letter(c) ? icu::normalize(icu::nfkc(), utf16) : utf16;
  }

  /// Once more behind the normal forms, which make such signs: ŉ becomes ʼn, the Greek oxia becomes ´.
  static void unify(std::u16string& units) {
    for (char16_t& unit : units) {
      if (const char32_t sign = unified(unit); sign != 0) unit = static_cast<char16_t>(sign);
    }
  }

  void copy(std::size_t begin, std::size_t end) {
    const bool continues = !spans_.empty() && spans_.back().copied && spans_.back().source_end == begin;
    if (continues) {
      spans_.back().source_end = static_cast<std::uint32_t>(end);
    } else {
      spans_.push_back({offset(), static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end), true});
    }
    buffer_.append(text_.substr(begin, end - begin));
  }

  [[nodiscard]] std::uint32_t offset() const { return static_cast<std::uint32_t>(buffer_.size()); }

  std::string_view text_;
  std::string& buffer_;
  std::vector<Normalizer::Span>& spans_;
  std::array<char32_t, kMaxSegment> segment_{};
  std::size_t size_ = 0;
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
  bool contiguous_ = true;  // no removed character lies inside the segment
  std::string composed_;
};

std::string_view Normalizer::normalize(std::string_view text) {
  buffer_.clear();
  spans_.clear();
  hint_ = 0;
  if (find_work(text, 0) == text.size()) return text;
  NormalizerPass(text, buffer_, spans_).run();
  // A text of removed characters only: one empty span keeps is_identity() false.
  if (spans_.empty()) spans_.push_back({0, 0, static_cast<std::uint32_t>(text.size()), false});
  return buffer_;
}

std::size_t Normalizer::span_at(std::size_t offset) const {
  const auto contains = [&](std::size_t i) {
    return i < spans_.size() && spans_[i].begin <= offset &&
           (i + 1 == spans_.size() || offset < spans_[i + 1].begin);
  };
  if (contains(hint_)) return hint_;
  if (contains(hint_ + 1)) return ++hint_;
  const auto next = std::upper_bound(spans_.begin(), spans_.end(), offset,
                                     [](std::size_t at, const Span& span) { return at < span.begin; });
  hint_ = static_cast<std::size_t>(next - spans_.begin()) - 1;
  return hint_;
}

ByteRange Normalizer::source(ByteRange part) const {
  if (spans_.empty()) return part;
  const Span& first = spans_[span_at(part.begin)];
  const std::size_t begin = first.source_begin + (first.copied ? part.begin - first.begin : 0);
  const Span& last = spans_[span_at(part.end - 1)];
  const std::size_t end = last.copied ? last.source_begin + (part.end - last.begin) : last.source_end;
  return {begin, end};
}

bool is_normalized(std::string_view text) {
  return find_work(text, 0) == text.size();
}

}  // namespace tvar::text
