// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// The spelling that all later steps see, and the way back to the bytes it came from.
///
/// Normalised text is NFC. Soft hyphens, joiners, byte order marks and other invisible controls are gone;
/// ligatures and other letters that are only another look of letters are spelled out (ﬁ → fi); the
/// apostrophes ’ ʼ ´ are ', the hyphens ‐ ‑ are -, º is °. Spaces of all kinds stay as they are. Of more than
/// 31 marks on one letter, the rest is dropped. Normalising twice changes nothing.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "lib/text/byte_range.h"

namespace tvar::text {

/// Normalises texts and answers where their parts came from. One object serves one thread and one text at a
/// time; its buffers are reused.
///
///     Normalizer normalizer;
///     std::string_view text = normalizer.normalize(original);   // "největší" from "nej\u00ADvětší"
///     ByteRange source = normalizer.source({0, text.size()});   // the whole, the soft hyphen inside
class Normalizer {
 public:
  /// The normalised text. When the text needs nothing, this is `text` itself and nothing is copied; otherwise it is
  /// a buffer of this object. Valid until the next call, and as long as `text`.
  /// @param text  UTF-8 below 4 GiB; malformed bytes are passed on as they are
  std::string_view normalize(std::string_view text);

  /// Where a non-empty part of the normalised text stands in the original. Invisible characters inside the part are
  /// inside the range, those at its edges are not. A part that begins or ends inside a character's
  /// replacement (fi inside ﬁ) covers the whole character.
  [[nodiscard]] ByteRange source(ByteRange part) const;

  /// True when the last text was returned without copying, so that offsets are equal.
  [[nodiscard]] bool is_identity() const noexcept { return spans_.empty(); }

 private:
  /// From `begin` in the normalised text up to the next span: either a copy of as many original bytes from
  /// `source_begin` on, or what the bytes up to `source_end` were replaced with.
  struct Span {
    std::uint32_t begin;
    std::uint32_t source_begin;
    std::uint32_t source_end;
    bool copied;
  };
  friend class NormalizerPass;

  [[nodiscard]] std::size_t span_at(std::size_t offset) const;

  std::string buffer_;
  std::vector<Span> spans_;
  mutable std::size_t hint_ = 0;  // the span of the last answer: questions mostly come in order
};

/// True when `normalize` returns the text without a look at its marks. A text with marks that cannot be composed
/// comes out as it is, but this says false.
[[nodiscard]] bool is_normalized(std::string_view text);

}  // namespace tvar::text
