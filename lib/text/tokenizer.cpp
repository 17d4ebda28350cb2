// SPDX-License-Identifier: GPL-2.0-or-later
#include "lib/text/tokenizer.h"

#include <algorithm>

#include "lib/text/normalizer.h"
#include "lib/text/text_arena.h"
#include "lib/text/token_rules.h"
#include "lib/text/utf8.h"
#include "lib/text/word_scanner.h"

namespace tvar::text {
namespace {

/// A text is treated in stretches of at most this size, cut where no rule looks across if there is such a place.
constexpr std::size_t kStretchBytes = std::size_t{32} << 10U;

/// A small letter, or a byte of a character beyond ASCII, which mostly is one.
bool is_wordlike(char c) {
  return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
}

/// The last line end of the second half; else the last space between two words in small letters, so that no
/// date or abbreviation is cut; else any space.
std::size_t find_cut(std::string_view text) {
  const std::string_view half = text.substr(text.size() / 2);
  const std::size_t offset = text.size() - half.size();
  if (const std::size_t line = half.rfind('\n'); line != std::string_view::npos) return offset + line + 1;
  std::size_t any = std::string_view::npos;
  for (std::size_t at = half.size(); at-- > 2;) {
    if (half[at - 1] != ' ') continue;
    if (any == std::string_view::npos) any = at;
    const bool word_before = is_wordlike(half[at - 2]) && at > 2 && is_wordlike(half[at - 3]);
    if (word_before && is_wordlike(half[at])) return offset + at;
  }
  return any == std::string_view::npos ? text.size() : offset + any;
}

/// How many bytes to treat next.
std::size_t stretch_length(std::string_view rest) {
  if (rest.size() <= kStretchBytes) return rest.size();
  const std::string_view window = truncate_utf8(rest, kStretchBytes);
  return window.empty() ? kStretchBytes : find_cut(window);
}

}  // namespace

struct Tokenizer::Impl {
  Normalizer normalizer;
  WordScanner scanner;
  TextArena arena;
  std::vector<Piece> pieces;
  std::vector<Address> addresses;
  std::vector<Token> batch;
  std::uint32_t position = 0;
  bool continues_cut_piece = false;

  void start() {
    arena.clear();
    position = 0;
    continues_cut_piece = false;
  }

  /// Appends the tokens of `text`, which begins at byte `offset` of the whole, to `out`.
  void treat(std::string_view text, std::size_t offset, std::vector<Token>& out) {
    const std::string_view normal = normalizer.normalize(text);
    char* const lower = arena.allocate(normal.size());
    scanner.scan(normal, lower, pieces);
    const bool skip = continues_cut_piece && !pieces.empty() && pieces.front().begin == 0;
    continues_cut_piece = scanner.ended_in_cut_piece() || (skip && pieces.front().end == normal.size());
    Stretch stretch;
    stretch.text = normal;
    stretch.lower = {lower, normal.size()};
    stretch.pieces = std::span(pieces).subspan(skip ? 1 : 0);
    find_addresses(stretch.text, stretch.lower, stretch.pieces, addresses);
    stretch.addresses = addresses;
    stretch.source = &normalizer;
    stretch.source_offset = offset;
    TokenRules(stretch, arena, out, position).run();
  }
};

Tokenizer::Tokenizer() : impl_(std::make_unique<Impl>()) {}
Tokenizer::~Tokenizer() = default;
Tokenizer::Tokenizer(Tokenizer&&) noexcept = default;
Tokenizer& Tokenizer::operator=(Tokenizer&&) noexcept = default;

void Tokenizer::tokenize(std::string_view utf8, std::vector<Token>& out) {
  out.clear();
  impl_->start();
  for (std::size_t at = 0; at < utf8.size();) {
    const std::size_t length = stretch_length(utf8.substr(at));
    impl_->treat(utf8.substr(at, length), at, out);
    at += length;
  }
}

void Tokenizer::tokenize(std::string_view utf8, const Sink& sink) {
  impl_->start();
  for (std::size_t at = 0; at < utf8.size();) {
    const std::size_t length = stretch_length(utf8.substr(at));
    impl_->batch.clear();
    impl_->arena.clear();
    impl_->treat(utf8.substr(at, length), at, impl_->batch);
    if (!impl_->batch.empty() && !sink(impl_->batch)) return;
    at += length;
  }
}

}  // namespace tvar::text
