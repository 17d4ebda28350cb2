// SPDX-License-Identifier: GPL-2.0-or-later
#include "lib/text/word_scanner.h"

#include <array>
#include <cstring>

#include "lib/text/icu.h"
#include "lib/text/latin_table.h"
#include "lib/text/tokenizer.h"
#include "lib/text/utf8.h"

namespace tvar::text {
namespace {

/// Signs beyond the Latin table that never belong to a word: general punctuation, currency, arrows, mathematics,
/// boxes, shapes, dingbats. The circled letters (U+24B6 …) between them are letters to UAX #29.
bool is_sign(char32_t c) {
  return (c >= 0x2010 && c <= 0x205E) || (c >= 0x20A0 && c <= 0x20CF) || (c >= 0x2190 && c <= 0x23FF) ||
         (c >= 0x2500 && c <= 0x2BFF) || c == kReplacement;
}

bool is_wide_space(char32_t c) {
  return c == 0x1680 || (c >= 0x2000 && c <= 0x200B) || c == 0x2028 || c == 0x2029 || c == 0x202F ||
         c == 0x205F || c == 0x3000;
}

bool is_mark(UChar32 c) {
  return (U_GET_GC_MASK(c) & U_GC_M_MASK) != 0;
}

constexpr Gap single_byte_gap(char byte) noexcept {
  switch (byte) {
    case ' ':
      return Gap::space;
    case '\n':
      return Gap::line;
    case '.':
      return Gap::dot;
    case ',':
      return Gap::comma;
    case '-':
      return Gap::hyphen;
    case '/':
      return Gap::slash;
    case '\'':
      return Gap::apostrophe;
    case '@':
      return Gap::at;
    default:
      return Gap::other;
  }
}

/// NO-BREAK SPACE, THIN SPACE, NARROW NO-BREAK SPACE: what typesetters put inside numbers and dates.
bool is_narrow_space(std::string_view bytes) noexcept {
  return bytes == "\xC2\xA0" || bytes == "\xE2\x80\x89" || bytes == "\xE2\x80\xAF";
}

constexpr std::array<Gap, 256> make_gaps() {
  std::array<Gap, 256> gaps{};
  for (std::size_t byte = 0; byte < gaps.size(); ++byte)
    gaps[byte] = single_byte_gap(static_cast<char>(byte));
  return gaps;
}

/// Between two words there is mostly one byte: a table answers without a branch.
constexpr std::array<Gap, 256> kGaps = make_gaps();

/// The case of a word: one bit a letter, the last letter lowest. Of an overlong word the last 64 letters count.
class ShapeCounter {
 public:
  void add(bool upper, bool lower) {
    upper_ = upper_ << 1U | (upper ? 1U : 0U);
    lower_ = lower_ << 1U | (lower ? 1U : 0U);
    first_is_upper_ = first_is_upper_ || (upper && letters_ == 0);
    ++letters_;
  }
  /// A whole word of letters that are upper-case or lower-case, as its bits say.
  void set_word(std::uint64_t upper, std::size_t letters, bool first_is_upper) {
    upper_ = upper;
    lower_ = ~upper & (letters < 64 ? (std::uint64_t{1} << letters) - 1 : ~std::uint64_t{0});
    letters_ = letters;
    first_is_upper_ = first_is_upper;
  }
  /// Letters whose case does not matter.
  void add_letters(std::size_t count) { letters_ += count; }

  [[nodiscard]] std::size_t letters() const { return letters_; }
  [[nodiscard]] bool first_is_upper() const { return first_is_upper_; }
  [[nodiscard]] Shape shape() const {
    if (upper_ == 0) return Shape::lower;
    if ((upper_ & lower_ >> 1U) != 0) return Shape::mixed;  // upper directly behind lower
    return lower_ != 0 ? Shape::capitalised : Shape::all_caps;
  }

 private:
  std::uint64_t upper_ = 0;
  std::uint64_t lower_ = 0;
  std::size_t letters_ = 0;
  bool first_is_upper_ = false;
};

}  // namespace

Gap classify_gap(std::string_view bytes) noexcept {
  if (bytes.empty()) return Gap::none;
  if (bytes.size() == 1) return kGaps[static_cast<unsigned char>(bytes[0])];
  if (bytes.size() > 4) return Gap::other;
  if (is_narrow_space(bytes)) return Gap::space;
  if (bytes == "\r\n") return Gap::line;
  if (bytes[0] != '.') return Gap::other;
  const std::string_view rest = bytes.substr(1);
  if (rest == " " || is_narrow_space(rest)) return Gap::dot_space;
  return rest == "\n" || rest == "\r\n" ? Gap::dot_line : Gap::other;
}

/// ICU's iterator and the buffers to feed it.
struct WordScanner::Icu {
  icu::BreakIterator words = icu::open_word_iterator();
  std::u16string units;
  std::vector<std::uint32_t> offsets;  // UTF-16 index → byte; one more than units
};

/// One scan. The fast path reads Latin letters by table. Whatever it does not know sends the stretch between
/// two spaces to ICU: no rule of UAX #29 that makes words looks across a space.
class WordScanner::Run {
 public:
  Run(WordScanner& owner, std::string_view text, char* lower, std::vector<Piece>& pieces)
      : owner_(owner), table_(latin_table()), text_(text), lower_(lower), pieces_(pieces) {
    if (!text.empty()) std::memcpy(lower, text.data(), text.size());
    pieces.clear();
  }

  void fast() {
    std::size_t at = 0;
    while (at < text_.size()) {
      const std::uint8_t flags = flags_at(at);
      if ((flags & kLetter) != 0) {
        at = letters(at);
      } else if ((flags & kDigit) != 0) {
        at = digits(at);
      } else {
        at = between(at, flags);
      }
    }
  }

  /// Stretch by stretch as well: where a space has a mark on it, or a script that needs a dictionary is near, ICU 72 at
  /// times forgets that a word elsewhere in the text is one.
  void by_icu() {
    for (std::size_t at = 0; at < text_.size();) {
      std::size_t end = at;
      while (end < text_.size() && !is_space_at(end)) end += code_point_at(text_, end).length;
      if (end > at) icu_words(at, end);
      at = end < text_.size() ? end + code_point_at(text_, end).length : end;
    }
  }

 private:
  /// The flags of the character at `at`; kSlow when the table does not know it.
  [[nodiscard]] std::uint8_t flags_at(std::size_t at) const {
    const auto byte = static_cast<unsigned char>(text_[at]);
    if (byte < 0x80) return table_.flags[byte];
    if (is_two_byte_latin(text_, at)) return table_.flags[two_byte_value(text_[at], text_[at + 1])];
    return kSlow;
  }

  [[nodiscard]] std::size_t length_at(std::size_t at) const {
    return static_cast<unsigned char>(text_[at]) < 0x80 ? 1 : 2;
  }

  /// A run of letters. This loop is where scanning spends its time; it works on copies, because to the compiler a
  /// write to `lower_` might change any member.
  std::size_t letters(std::size_t begin) {
    const std::string_view text = text_;
    const LatinTable& table = table_;
    std::uint64_t upper_bits = 0;
    std::size_t count = 0;
    std::size_t at = begin;
    for (; at < text.size(); ++count) {
      const auto byte = static_cast<unsigned char>(text[at]);
      const std::uint8_t flags = byte < 0x80 ? table.flags[byte] : flags_at(at);
      if ((flags & (kLetter | kSlow)) != kLetter) {
        if ((flags & kSlow) != 0 && !is_known_sign(at)) return icu_stretch(at);
        break;
      }
      const bool upper = (flags & kUpper) != 0;
      if (upper) lower_letter(at);
      upper_bits = upper_bits << 1U | (upper ? 1U : 0U);
      at += byte < 0x80 ? 1 : 2;
    }
    ShapeCounter shape;
    shape.set_word(upper_bits, count, (flags_at(begin) & kUpper) != 0);
    const std::size_t cut = count <= kMaxTokenCodePoints ? at : letters_cut(begin);
    push(begin, cut, PieceKind::letters, shape, false);
    return note_cut(cut, at);
  }

  /// Where an overlong run of Latin letters is cut.
  [[nodiscard]] std::size_t letters_cut(std::size_t at) const {
    for (std::size_t i = 0; i < kMaxTokenCodePoints; ++i) at += length_at(at);
    return at;
  }

  void lower_letter(std::size_t at) {
    if (static_cast<unsigned char>(text_[at]) < 0x80) {
      lower_[at] = static_cast<char>(text_[at] + ('a' - 'A'));
      return;
    }
    const unsigned value = table_.lower[two_byte_value(text_[at], text_[at + 1])];
    lower_[at] = static_cast<char>(0xC0U | (value >> 6U));
    lower_[at + 1] = static_cast<char>(0x80U | (value & 0x3FU));
  }

  std::size_t digits(std::size_t begin) {
    std::size_t at = begin;
    while (at < text_.size() && text_[at] >= '0' && text_[at] <= '9') ++at;
    if (at < text_.size() && (flags_at(at) & kSlow) != 0 && !is_known_sign(at)) return icu_stretch(at);
    const std::size_t cut = std::min(at, begin + kMaxTokenCodePoints);
    ShapeCounter shape;
    shape.add_letters(cut - begin);
    push(begin, cut, PieceKind::digits, shape, false);
    return note_cut(cut, at);
  }

  /// A character that is neither letter nor digit.
  std::size_t between(std::size_t at, std::uint8_t flags) {
    if ((flags & kSlow) != 0) {
      const CodePoint point = code_point_at(text_, at);
      if (is_wide_space(point.value)) return stretch_ = at + point.length;
      return is_sign(point.value) ? at + point.length : icu_stretch(at);
    }
    const std::size_t next = at + length_at(at);
    if ((flags & kFraction) != 0) push_fraction(at, next);
    if ((flags & kSpace) != 0) stretch_ = next;
    return next;
  }

  [[nodiscard]] bool is_known_sign(std::size_t at) const {
    const char32_t value = code_point_at(text_, at).value;
    return is_sign(value) || is_wide_space(value);
  }

  void push_fraction(std::size_t begin, std::size_t end) {
    ShapeCounter shape;
    shape.add_letters(1);
    push(begin, end, PieceKind::fraction, shape, false);
  }

  void push(std::size_t begin, std::size_t end, PieceKind kind, const ShapeCounter& shape, bool slow) {
    if (!pieces_.empty()) {
      pieces_.back().gap = classify_gap(text_.substr(pieces_.back().end, begin - pieces_.back().end));
    }
    Piece& piece = pieces_.emplace_back();
    piece.begin = static_cast<std::uint32_t>(begin);
    piece.end = static_cast<std::uint32_t>(end);
    piece.kind = kind;
    piece.shape = shape.shape();
    piece.length = static_cast<std::uint8_t>(std::min(shape.letters(), kMaxTokenCodePoints));
    piece.slow = slow;
    piece.first_is_upper = shape.first_is_upper();
  }

  /// Skips what an overlong piece has left and remembers whether it reached the end of the text.
  std::size_t note_cut(std::size_t cut, std::size_t end) {
    owner_.ended_in_cut_piece_ = cut != end && end == text_.size();
    return end;
  }

  /// Takes back the pieces of the stretch around `at` and gives it to ICU. A stretch is taken back at most once.
  std::size_t icu_stretch(std::size_t at) {
    while (!pieces_.empty() && pieces_.back().begin >= stretch_) pieces_.pop_back();
    if (!pieces_.empty()) pieces_.back().gap = Gap::end;  // until a piece is pushed again
    std::size_t end = at;
    while (end < text_.size() && !is_space_at(end)) end += code_point_at(text_, end).length;
    icu_words(stretch_, end);
    stretch_ = end;
    return end;
  }

  [[nodiscard]] bool is_space_at(std::size_t at) const {
    const std::uint8_t flags = flags_at(at);
    if ((flags & kSpace) != 0) return true;
    return (flags & kSlow) != 0 && is_wide_space(code_point_at(text_, at).value);
  }

  void icu_words(std::size_t begin, std::size_t end) {
    load_utf16(begin, end);
    Icu& icu = *owner_.icu_;
    UErrorCode status = U_ZERO_ERROR;
    ubrk_setText(icu.words.get(), icu.units.data(), static_cast<int32_t>(icu.units.size()), &status);
    icu::check(status, "cut a text into words");
    int32_t from = ubrk_first(icu.words.get());
    for (int32_t to = ubrk_next(icu.words.get()); to != UBRK_DONE; to = ubrk_next(icu.words.get())) {
      icu_word(icu.offsets[static_cast<std::size_t>(from)], icu.offsets[static_cast<std::size_t>(to)],
               ubrk_getRuleStatus(icu.words.get()) >= UBRK_WORD_NONE_LIMIT);
      from = to;
    }
  }

  void load_utf16(std::size_t begin, std::size_t end) {
    Icu& icu = *owner_.icu_;
    icu.units.clear();
    icu.offsets.clear();
    for (std::size_t at = begin; at < end;) {
      const CodePoint point = code_point_at(text_, at);
      std::array<char16_t, 2> units{};
      std::size_t size = 0;
      U16_APPEND_UNSAFE(units, size, point.value);
      icu.units.append(units.data(), size);
      icu.offsets.insert(icu.offsets.end(), size, static_cast<std::uint32_t>(at));
      at += point.length;
    }
    icu.offsets.push_back(static_cast<std::uint32_t>(end));
  }

  /// Cuts one word of ICU into pieces; of what ICU does not call a word, only fractions are kept.
  void icu_word(std::size_t begin, std::size_t end, bool is_word) {
    for (std::size_t at = begin; at < end;) {
      const CodePoint point = code_point_at(text_, at);
      const auto c = static_cast<UChar32>(point.value);
      if (point.value >= 0xBC && point.value <= 0xBE) {
        push_fraction(at, at + point.length);
      } else if (is_word && is_letter(c)) {
        at = icu_piece(at, end, PieceKind::letters);
        continue;
      } else if (is_word && u_isdigit(c) != 0) {
        at = icu_piece(at, end, PieceKind::digits);
        continue;
      }
      at += point.length;
    }
  }

  /// Letters, and the few symbols with a word break property of letters.
  static bool is_letter(UChar32 c) {
    return u_hasBinaryProperty(c, UCHAR_ALPHABETIC) != 0 ||
           u_getIntPropertyValue(c, UCHAR_WORD_BREAK) == U_WB_ALETTER;
  }

  /// The longest run of one kind, with the marks on it.
  std::size_t icu_piece(std::size_t begin, std::size_t end, PieceKind kind) {
    ShapeCounter shape;
    std::size_t at = begin;
    std::size_t cut = begin;
    while (at < end) {
      const CodePoint point = code_point_at(text_, at);
      const auto c = static_cast<UChar32>(point.value);
      const bool belongs = kind == PieceKind::digits ? u_isdigit(c) != 0 : is_letter(c);
      if (!belongs && !is_mark(c)) break;
      shape.add(u_isUUppercase(c) != 0 || u_istitle(c) != 0, u_isULowercase(c) != 0);
      at += point.length;
      if (shape.letters() <= kMaxTokenCodePoints) cut = at;
    }
    const bool ascii_digits = kind == PieceKind::digits && is_ascii(begin, cut);
    push(begin, cut, kind, shape, !ascii_digits);
    return note_cut(cut, at);
  }

  [[nodiscard]] bool is_ascii(std::size_t begin, std::size_t end) const {
    for (std::size_t i = begin; i < end; ++i) {
      if (static_cast<unsigned char>(text_[i]) >= 0x80) return false;
    }
    return true;
  }

  WordScanner& owner_;
  const LatinTable& table_;
  std::string_view text_;
  char* lower_;
  std::vector<Piece>& pieces_;
  std::size_t stretch_ = 0;  // behind the last space
};

WordScanner::WordScanner() : icu_(std::make_unique<Icu>()) {}
WordScanner::~WordScanner() = default;
WordScanner::WordScanner(WordScanner&&) noexcept = default;
WordScanner& WordScanner::operator=(WordScanner&&) noexcept = default;

void WordScanner::scan(std::string_view text, char* lower, std::vector<Piece>& pieces) {
  ended_in_cut_piece_ = false;
  Run(*this, text, lower, pieces).fast();
}

void WordScanner::scan_by_icu(std::string_view text, char* lower, std::vector<Piece>& pieces) {
  ended_in_cut_piece_ = false;
  Run(*this, text, lower, pieces).by_icu();
}

}  // namespace tvar::text
