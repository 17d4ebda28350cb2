// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// Private to lib/text: what turns pieces into tokens. One small rule for each habit of written Czech.
///
/// A rule looks at the piece `i` and those behind it. When it applies, it emits its tokens and returns how many pieces it
/// has used; 0 means "not mine". The first rule that applies wins; the last one takes a piece as it is.
/// Rules look a bounded number of pieces ahead, so the whole is linear.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lib/text/normalizer.h"
#include "lib/text/text_arena.h"
#include "lib/text/tokenizer.h"
#include "lib/text/word_scanner.h"

namespace tvar::text {

/// A URL, a host name or an e-mail address. Offsets in the normalised text.
struct Address {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::uint32_t host_begin = 0;
  std::uint32_t host_end = 0;
  bool is_email = false;
};

/// Replaces `out` by the addresses of a text in order, not overlapping.
void find_addresses(std::string_view text, std::string_view lower, std::span<const Piece> pieces,
                    std::vector<Address>& out);

/// One stretch of a text, scanned.
struct Stretch {
  std::string_view text;   ///< normalised
  std::string_view lower;  ///< the same bytes, Latin letters in lower case
  std::span<const Piece> pieces;
  std::span<const Address> addresses;
  const Normalizer* source = nullptr;  ///< the way back to the bytes of the stretch
  std::size_t source_offset = 0;       ///< where the stretch begins in the original text
};

class TokenRules {
 public:
  /// Emits the tokens of the stretch. `position` is that of the next plain token and is moved on. What is not
  /// a view of `stretch.lower` is stored in `arena`.
  TokenRules(const Stretch& stretch, TextArena& arena, std::vector<Token>& out, std::uint32_t& position)
      : s_(stretch), arena_(arena), out_(out), position_(position) {}

  void run();

 private:
  /// A calendar day as read from a text.
  struct Day {
    int year;
    int month;
    int day;
  };

  // The pieces (token_rules.cpp).
  [[nodiscard]] bool has(std::size_t i) const { return i < s_.pieces.size(); }
  [[nodiscard]] const Piece& piece(std::size_t i) const { return s_.pieces[i]; }
  [[nodiscard]] Gap gap(std::size_t i) const { return piece(i).gap; }
  [[nodiscard]] Gap gap_before(std::size_t i) const { return i == 0 ? Gap::end : piece(i - 1).gap; }
  [[nodiscard]] bool is_digits(std::size_t i) const;
  [[nodiscard]] bool is_digits(std::size_t i, std::size_t count) const;
  [[nodiscard]] bool is_letters(std::size_t i) const;
  [[nodiscard]] std::string_view raw(std::size_t i) const;
  [[nodiscard]] std::string_view lower(std::size_t i) const;
  [[nodiscard]] std::string_view gap_text(std::size_t i) const;
  [[nodiscard]] std::string_view after(std::size_t i) const { return s_.text.substr(piece(i).end); }
  [[nodiscard]] std::string_view before(std::size_t i) const { return s_.text.substr(0, piece(i).begin); }
  [[nodiscard]] bool touches_next(std::size_t i) const { return has(i + 1) && gap(i) == Gap::none; }
  [[nodiscard]] int value(std::size_t i) const;
  [[nodiscard]] std::string_view joined(std::size_t first, std::size_t last, std::string_view between = {});

  // Output (token_rules.cpp). Ranges are in the normalised text.
  Token& push(std::string_view text, ByteRange range, TokenKind kind);
  Token& plain(std::string_view text, ByteRange range, TokenKind kind, std::size_t shape_of);
  void plain_word(std::size_t i);
  /// Another reading of the `span` positions from that of the last plain token on.
  void extra(std::string_view text, ByteRange range, TokenKind kind, std::size_t span);
  /// The same, but for the plain tokens that come next.
  void extra_ahead(std::string_view text, ByteRange range, TokenKind kind, std::size_t span);
  [[nodiscard]] ByteRange range(std::size_t first, std::size_t last) const;
  [[nodiscard]] bool begins_sentence(std::size_t i) const;

  // Words (word_rules.cpp).
  std::size_t letters(std::size_t i);
  std::size_t rare_word(std::size_t i);
  std::size_t single_letter(std::size_t i);
  std::size_t letter_abbreviation(std::size_t i);
  [[nodiscard]] std::size_t abbreviation_length(std::size_t i) const;
  [[nodiscard]] bool are_initials(std::size_t first, std::size_t count) const;
  std::size_t number_sign(std::size_t i);
  std::size_t programming_language(std::size_t i);
  std::size_t letter_hyphen_word(std::size_t i);
  std::size_t dot_net(std::size_t i);
  std::size_t glued_words(std::size_t i);
  std::size_t letters_and_digits(std::size_t i);
  std::size_t hyphenated(std::size_t i);
  std::size_t particle_li(std::size_t i);
  std::size_t joined_pair(std::size_t i);
  std::size_t word_and_number(std::size_t i);
  std::size_t compound(std::size_t i);
  std::size_t apostrophe(std::size_t i);
  std::size_t roman(std::size_t i);
  std::size_t powered_unit(std::size_t i);

  // Numbers (number_rules.cpp).
  std::size_t digits(std::size_t i);
  std::size_t fraction(std::size_t i);
  std::size_t iso_date(std::size_t i);
  std::size_t date(std::size_t i);
  std::size_t day_and_month(std::size_t i);
  std::size_t phone(std::size_t i);
  std::size_t postcode(std::size_t i);
  std::size_t slashed(std::size_t i);
  std::size_t spaced_groups(std::size_t i);
  std::size_t dotted(std::size_t i);
  std::size_t section(std::size_t i, std::size_t last);
  std::size_t comma_groups(std::size_t i);
  std::size_t digits_and_letters(std::size_t i);
  std::size_t digits_hyphen_letters(std::size_t i);
  [[nodiscard]] std::size_t dot_chain_end(std::size_t i) const;
  [[nodiscard]] bool are_thousands(std::size_t first, std::size_t last) const;
  [[nodiscard]] std::size_t decimals_end(std::size_t last) const;
  std::size_t amount(std::size_t first, std::size_t last);
  void number(std::string_view text, ByteRange range);
  void emit_day(const Day& day, std::size_t first, std::size_t last);
  void number_or_word(std::size_t i);

  // Addresses (address_rules.cpp).
  std::size_t address(const Address& address, std::size_t first);
  void address_part(const Address& address, ByteRange part, std::size_t i);
  void address_extras(const Address& address, std::size_t i);
  [[nodiscard]] std::size_t count_address_words(const Address& address, ByteRange range, std::size_t i) const;
  [[nodiscard]] bool is_address_noise(const Address& address, std::size_t i) const;
  [[nodiscard]] std::string_view lower_of(ByteRange range);

  const Stretch& s_;
  TextArena& arena_;
  std::vector<Token>& out_;
  std::uint32_t& position_;
  mutable std::string scratch_;
};

}  // namespace tvar::text
