// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// Private to lib/text: a text cut into pieces, the runs of letters and of digits that tokens are made of.
///
/// Pieces refine the words of UAX #29 as ICU finds them: those are cut further at . , : ' _ @ and between
/// letters and digits, because whether such parts belong together is Czech grammar, decided by TokenRules.
/// Equal to ICU by test.
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

namespace tvar::text {

enum class PieceKind : std::uint8_t {
  letters,
  digits,
  fraction  ///< ¼ ½ ¾, which no word rule sees
};

/// What lies between a piece and the next one.
enum class Gap : std::uint8_t {
  none,       ///< nothing: letters and digits touch
  space,      ///< one space of any width, breaking or not
  line,       ///< one line end
  dot,        ///< a dot and nothing else
  dot_space,  ///< a dot and one space
  dot_line,   ///< a dot and one line end
  comma,
  hyphen,
  slash,
  apostrophe,
  at,
  other,  ///< anything else
  end     ///< this is the last piece
};

/// How a piece is written.
enum class Shape : std::uint8_t {
  lower,        ///< no upper-case letter, or no letters with case
  capitalised,  ///< the first letter upper-case, no capital behind a small letter
  all_caps,     ///< upper-case only; also a single upper-case letter
  mixed         ///< a capital behind a small letter somewhere: FacebookOdkaz
};

/// Offsets are bytes of the scanned text.
struct Piece {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  PieceKind kind = PieceKind::letters;
  Gap gap = Gap::end;
  Shape shape = Shape::lower;
  std::uint8_t length = 0;  ///< code points, 1 to kMaxTokenCodePoints
  bool slow = false;        ///< its lower case is not in the scanner's copy: ICU has to be asked
  bool first_is_upper = false;
};

/// Cuts normalised text. One object serves one thread; reuses its buffers.
class WordScanner {
 public:
  WordScanner();
  ~WordScanner();
  WordScanner(WordScanner&&) noexcept;
  WordScanner& operator=(WordScanner&&) noexcept;

  /// Replaces `pieces` by those of `text`, and writes the text with its Latin letters lower-cased to `lower`, byte for
  /// byte of the same length. A piece is cut behind kMaxTokenCodePoints, what follows of it is skipped.
  /// @param text   UTF-8 as the Normalizer leaves it, less than 4 GiB
  /// @param lower  room for `text.size()` bytes
  void scan(std::string_view text, char* lower, std::vector<Piece>& pieces);

  /// The same by ICU alone: the yardstick that tests hold `scan` against.
  void scan_by_icu(std::string_view text, char* lower, std::vector<Piece>& pieces);

  /// True when the last text ended inside a piece that was cut: what continues it must be skipped as well.
  [[nodiscard]] bool ended_in_cut_piece() const noexcept { return ended_in_cut_piece_; }

 private:
  class Run;
  struct Icu;

  std::unique_ptr<Icu> icu_;
  bool ended_in_cut_piece_ = false;
};

/// What a gap is, from its bytes.
[[nodiscard]] Gap classify_gap(std::string_view bytes) noexcept;

}  // namespace tvar::text
