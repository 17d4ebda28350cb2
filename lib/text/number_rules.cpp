// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// The rules for pieces of digits.
#include <array>

#include "lib/text/calendar.h"
#include "lib/text/czech_tables.h"
#include "lib/text/token_rules.h"
#include "lib/text/utf8.h"

namespace tvar::text {
namespace {

constexpr std::size_t kMaxGroups = 5;   // 999 999 999 999 999
constexpr std::size_t kMaxDotted = 8;   // 1.2.3.4.5.6.7.8
constexpr std::size_t kMaxSlashed = 7;  // digits of a file or law number
constexpr std::string_view kParagraph = "\xC2\xA7";

bool is_dotted(Gap gap) {
  return gap == Gap::dot || gap == Gap::dot_space || gap == Gap::dot_line;
}

bool exists(int year, int month, int day) {
  return year >= 1000 && year < 3000 && month >= 1 && month <= 12 && day >= 1 &&
         day <= days_in_month(year, month);
}

/// Skips back over one space, ordinary or not, at the end of `text`.
std::string_view without_space(std::string_view text) {
  if (text.ends_with(' ')) text.remove_suffix(1);
  if (text.ends_with("\xC2\xA0")) text.remove_suffix(2);
  return text;
}

/// Czech post codes begin with 1 to 7.
bool begins_postcode(std::string_view digits) {
  return digits[0] >= '1' && digits[0] <= '7';
}

}  // namespace

std::size_t TokenRules::digits(std::size_t i) {
  if (piece(i).slow) {
    plain(lower(i), range(i, i), TokenKind::number, i);
    return 1;
  }
  if (const std::size_t used = iso_date(i)) return used;
  if (const std::size_t used = date(i)) return used;
  if (const std::size_t used = phone(i)) return used;
  if (const std::size_t used = postcode(i)) return used;
  if (const std::size_t used = spaced_groups(i)) return used;
  if (const std::size_t used = dotted(i)) return used;
  if (const std::size_t used = comma_groups(i)) return used;
  if (const std::size_t used = slashed(i)) return used;
  if (const std::size_t used = digits_and_letters(i)) return used;
  if (const std::size_t used = digits_hyphen_letters(i)) return used;
  number(raw(i), range(i, i));
  return 1;
}

/// ½ is written 1/2.
std::size_t TokenRules::fraction(std::size_t i) {
  const char last = raw(i).back();
  plain(last == '\xBC' ? "1/4" : last == '\xBD' ? "1/2" : "3/4", range(i, i), TokenKind::number, i);
  return 1;
}

/// The plain token of a number, and §35 beside it when the sign stands before.
void TokenRules::number(std::string_view text, ByteRange range) {
  std::string_view front = without_space(s_.text.substr(0, range.begin));
  if (front.ends_with(kParagraph)) {
    while (front.ends_with(kParagraph)) front.remove_suffix(kParagraph.size());
    scratch_.assign(kParagraph).append(text);
    extra_ahead(arena_.store(truncate_utf8(scratch_, kMaxTokenBytes)), {front.size(), range.end},
                TokenKind::law, 1);
  }
  Token& token = push(text, range, TokenKind::number);
  token.position = position_++;
}

void TokenRules::number_or_word(std::size_t i) {
  if (is_digits(i)) return number(raw(i), range(i, i));
  plain_word(i);
}

/// Emits the pieces `first` to `last` and, beside the first, the day over all of them.
void TokenRules::emit_day(const Day& day, std::size_t first, std::size_t last) {
  const auto two = [](int value) { return std::string(value < 10 ? "0" : "") + std::to_string(value); };
  const std::string iso = std::to_string(day.year) + "-" + two(day.month) + "-" + two(day.day);
  for (std::size_t i = first; i <= last; ++i) {
    number_or_word(i);
    if (i == first) extra(arena_.store(iso), range(first, last), TokenKind::date, last - first + 1);
  }
}

/// 2016-04-14
std::size_t TokenRules::iso_date(std::size_t i) {
  const bool form = is_digits(i, 4) && gap(i) == Gap::hyphen && is_digits(i + 1, 2) &&
                    gap(i + 1) == Gap::hyphen && is_digits(i + 2, 2) && gap(i + 2) != Gap::hyphen &&
                    gap_before(i) != Gap::hyphen;
  if (!form || !exists(value(i), value(i + 1), value(i + 2))) return 0;
  emit_day({value(i), value(i + 1), value(i + 2)}, i, i + 2);
  return 3;
}

/// 14. 4. 2016, 14.4.2016, 25. července 2008, 25.července 2008
std::size_t TokenRules::date(std::size_t i) {
  if (piece(i).length > 2 || !is_dotted(gap(i)) || !has(i + 2) || !is_digits(i + 2, 4)) return 0;
  int month = 0;
  if (is_digits(i + 1) && piece(i + 1).length <= 2 && is_dotted(gap(i + 1))) {
    month = value(i + 1);
  } else if (is_letters(i + 1) && (gap(i + 1) == Gap::space || gap(i + 1) == Gap::line)) {
    month = month_number(lower(i + 1));
  }
  if (month == 0 || gap_before(i) == Gap::dot || touches_next(i + 2)) return 0;
  if (!exists(value(i + 2), month, value(i))) return 0;
  emit_day({value(i + 2), month, value(i)}, i, i + 2);
  return 3;
}

/// +420 777 123 456, 00420 777 123 456, +420777123456 → 777123456
std::size_t TokenRules::phone(std::size_t i) {
  const bool plus = before(i).ends_with('+');
  std::string_view prefix = raw(i);
  if (!plus && !prefix.starts_with("00")) return 0;
  if (!plus) prefix.remove_prefix(2);
  if (!prefix.starts_with("420") && !prefix.starts_with("421")) return 0;
  scratch_.assign(prefix.substr(3));
  std::size_t last = i;
  while (scratch_.size() < 9 && gap(last) == Gap::space && is_digits(last + 1)) scratch_.append(raw(++last));
  if (scratch_.size() != 9) return 0;
  const std::size_t begin = piece(i).begin - (plus ? 1U : 0U);
  const std::string_view text = arena_.store(scratch_);
  number(text, {begin, piece(last).end});
  return last - i + 1;
}

/// 602 00 → 60200; not when more figures follow (541 21 11 12) or the second is a time, a date or an amount.
std::size_t TokenRules::postcode(std::size_t i) {
  if (piece(i).length != 3 || gap(i) != Gap::space || !is_digits(i + 1, 2) || !begins_postcode(raw(i)))
    return 0;
  const bool more_before = gap_before(i) == Gap::space && is_digits(i - 1) && piece(i - 1).length >= 2;
  if (more_before || gap_before(i) == Gap::none || touches_next(i + 1)) return 0;
  const std::string_view behind = after(i + 1);
  const bool more_behind =
      is_digits(i + 2) && (gap(i + 1) == Gap::space || gap(i + 1) == Gap::dot_space ||
                           behind.substr(0, piece(i + 2).begin - piece(i + 1).end).size() == 1);
  if (more_behind || behind.starts_with('%') || behind.starts_with(" %")) return 0;
  number(joined(i, i + 1), range(i, i + 1));
  return 2;
}

/// 1 000 000, 777 123 456, 1 000 000,50. Not when other figures stand before or behind: a row of a table.
std::size_t TokenRules::spaced_groups(std::size_t i) {
  if (piece(i).length > 3 || gap(i) != Gap::space || !is_digits(i + 1, 3) || raw(i)[0] == '0') return 0;
  if (gap_before(i) == Gap::space && is_digits(i - 1)) return 0;
  std::size_t last = i;
  while (gap(last) == Gap::space && is_digits(last + 1, 3)) ++last;
  const bool row = gap(last) == Gap::space && is_digits(last + 1);
  const bool reference = gap(last) == Gap::slash && is_digits(last + 1);
  if (row || reference || last - i + 1 > kMaxGroups) return 0;
  if (touches_next(last) && !is_unit(lower(last + 1))) return 0;
  return amount(i, last);
}

/// The piece with the decimals behind `last`; `last` when there are none.
std::size_t TokenRules::decimals_end(std::size_t last) const {
  const bool mark = gap(last) == Gap::comma || gap(last) == Gap::dot;
  if (!mark || !is_digits(last + 1) || gap(last + 1) == Gap::comma) return last;
  return piece(last + 1).length == 3 ? last : last + 1;
}

/// Emits groups of thousands as one number, with the decimals if any.
std::size_t TokenRules::amount(std::size_t first, std::size_t last) {
  const std::size_t end = decimals_end(last);
  scratch_.clear();
  for (std::size_t i = first; i <= last; ++i) scratch_.append(raw(i));
  if (end != last) scratch_.append(".").append(raw(end));
  const std::string_view text = arena_.store(truncate_utf8(scratch_, kMaxTokenBytes));
  number(text, range(first, end));
  return end - first + 1;
}

/// The last of the digits that dots and nothing else connect with `i`.
std::size_t TokenRules::dot_chain_end(std::size_t i) const {
  std::size_t last = i;
  while (last - i + 1 < kMaxDotted && gap(last) == Gap::dot && is_digits(last + 1)) ++last;
  return last;
}

/// 1.000.000 but not 0.125 and not 12.34
bool TokenRules::are_thousands(std::size_t first, std::size_t last) const {
  if (first == last || piece(first).length > 3 || raw(first)[0] == '0') return false;
  for (std::size_t i = first + 1; i <= last; ++i) {
    if (piece(i).length != 3) return false;
  }
  return true;
}

/// 1.000.000,- → 1000000; 3.1.b → 3.1.b, 3.1; 3.5 → 3.5; 1.2.3 as it is.
std::size_t TokenRules::dotted(std::size_t i) {
  const std::size_t last = dot_chain_end(i);
  if (last == i) return 0;
  if (are_thousands(i, last)) return amount(i, last);
  if (const std::size_t used = section(i, last)) return used;
  if (const std::size_t used = day_and_month(i)) return used;
  number(joined(i, last, "."), range(i, last));
  return last - i + 1;
}

/// 3.1.b, unless the letter is a preposition or a conjunction glued to what goes before ("3.5.v Brně").
std::size_t TokenRules::section(std::size_t i, std::size_t last) {
  if (gap(last) != Gap::dot || !is_letters(last + 1) || piece(last + 1).length != 1) return 0;
  const Gap behind = gap(last + 1);
  if (behind == Gap::none || behind == Gap::dot) return 0;
  const bool glued_word =
      behind == Gap::space && std::string_view("vkszou").find(lower(last + 1)) != std::string_view::npos;
  if (glued_word) return 0;
  plain(joined(i, last + 1, "."), range(i, last + 1), TokenKind::number, i);
  extra(joined(i, last, "."), range(i, last), TokenKind::number, 1);
  return last - i + 2;
}

/// "14.4." is a day and a month to the reader; "3.5." may as well be a number at the end of a sentence.
std::size_t TokenRules::day_and_month(std::size_t i) {
  if (dot_chain_end(i) != i + 1 || !after(i + 1).starts_with('.')) return 0;
  if (piece(i).length > 2 || piece(i + 1).length > 2 || !exists(2000, value(i + 1), value(i))) return 0;
  number(raw(i), range(i, i));
  extra(joined(i, i + 1, "."), range(i, i + 1), TokenKind::number, 2);
  number(raw(i + 1), range(i + 1, i + 1));
  return 2;
}

/// 3,5 → 3.5; 1,000,000 → 1000000; but 3,5,7 are three numbers.
std::size_t TokenRules::comma_groups(std::size_t i) {
  if (gap(i) != Gap::comma || !is_digits(i + 1)) return 0;
  std::size_t last = i;
  while (last - i + 1 < kMaxDotted && gap(last) == Gap::comma && is_digits(last + 1)) ++last;
  if (gap_before(i) == Gap::comma && is_digits(i - 1)) return 0;
  if (last > i + 1) return are_thousands(i, last) ? amount(i, last) : 0;
  number(joined(i, i + 1, "."), range(i, i + 1));
  return 2;
}

/// 108/2006 → 108, 2006, and 108/2006 over both; also with spaces around the slash.
std::size_t TokenRules::slashed(std::size_t i) {
  const bool slash = gap(i) == Gap::slash || (gap(i) == Gap::other && gap_text(i) == " / ");
  if (!slash || !is_digits(i + 1) || piece(i).length > kMaxSlashed || piece(i + 1).length > kMaxSlashed)
    return 0;
  const bool chain = gap_before(i) == Gap::slash || (gap(i + 1) == Gap::slash && is_digits(i + 2));
  if (chain || (touches_next(i + 1) && !is_unit(lower(i + 2)))) return 0;
  number(raw(i), range(i, i));
  extra(joined(i, i + 1, "/"), range(i, i + 1), TokenKind::law, 2);
  number(raw(i + 1), range(i + 1, i + 1));
  return 2;
}

/// 10km → 10 (the unit is the next token); 60tých → 60; 24letý → 24letý, letý; 35a as it is.
std::size_t TokenRules::digits_and_letters(std::size_t i) {
  if (!touches_next(i) || !is_letters(i + 1)) return 0;
  const std::string_view word = lower(i + 1);
  const bool longer = touches_next(i + 1) && piece(i + 2).kind == PieceKind::digits;
  if (longer) return letters_and_digits(i);
  if (is_unit(word)) return 0;
  if (is_numeral_ending(word)) {
    number(raw(i), range(i, i));
    return 2;
  }
  number(joined(i, i + 1), range(i, i + 1));
  out_.back().kind = TokenKind::word;
  if (piece(i + 1).length > 2) extra(word, range(i + 1, i + 1), TokenKind::word, 1);
  return 2;
}

/// 60-tých → 60; 24-letý → 24, letý, and 24letý over both.
std::size_t TokenRules::digits_hyphen_letters(std::size_t i) {
  if (gap(i) != Gap::hyphen || !is_letters(i + 1)) return 0;
  if (piece(i + 1).shape != Shape::lower && piece(i + 1).shape != Shape::all_caps) return 0;
  number(raw(i), range(i, i));
  if (is_numeral_ending(lower(i + 1))) return 2;
  if (piece(i + 1).length > 2) extra(joined(i, i + 1), range(i, i + 1), TokenKind::word, 2);
  return 1;
}

}  // namespace tvar::text
