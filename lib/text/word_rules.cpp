// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// The rules for pieces of letters.
#include <algorithm>
#include <array>

#include "lib/text/character.h"
#include "lib/text/czech_tables.h"
#include "lib/text/token_rules.h"
#include "lib/text/utf8.h"

namespace tvar::text {
namespace {

/// Canonical Roman numerals up to 39, of I, V and X only. The other letters would make numerals of words:
/// "lvi" (lions), "mix", "dl".
int roman_value(std::string_view lower) {
  int total = 0;
  int before = 0;
  for (auto letter = lower.rbegin(); letter != lower.rend(); ++letter) {
    const int value = *letter == 'i' ? 1 : *letter == 'v' ? 5 : *letter == 'x' ? 10 : 0;
    if (value == 0) return 0;
    total += value < before ? -value : value;
    before = std::max(before, value);
  }
  return total;
}

std::string roman_numeral(int value) {
  static constexpr std::array<const char*, 10> kOnes = {"",  "i",  "ii",  "iii",  "iv",
                                                        "v", "vi", "vii", "viii", "ix"};
  return std::string(static_cast<std::size_t>(value / 10), 'x') + kOnes[static_cast<std::size_t>(value % 10)];
}

/// The value when `lower` is the one right way to write it, else 0: "iiv" and "vx" are none.
int strict_roman_value(std::string_view lower) {
  const int value = roman_value(lower);
  return value > 0 && value < 40 && roman_numeral(value) == lower ? value : 0;
}

bool ends_with_any(std::string_view word, std::initializer_list<std::string_view> endings) {
  return std::any_of(endings.begin(), endings.end(),
                     [&](std::string_view ending) { return word.ends_with(ending); });
}

/// The first part of a compound adjective: česko-, politicko-, sociálně-.
bool is_linking_form(std::string_view word) {
  return ends_with_any(word, {"o", "ě"});
}

/// An adjective or its adverb in any form, also without diacritics. Keeps Brno-střed and Frýdek-Místek out.
bool has_adjective_ending(std::string_view word) {
  return ends_with_any(
      word, {"ý",   "á",  "é", "í", "ého", "ího", "ému", "ímu", "ém",  "ím",  "ým",  "ých", "ích", "ými",
             "ími", "ou", "ě", "y", "a",   "e",   "i",   "eho", "emu", "ych", "ich", "ymi", "imi"});
}

/// Where capitals stand behind small letters, counted from the begin of the word in code points.
struct Rise {
  std::size_t byte;
  std::size_t letter;
};

std::vector<Rise> find_rises(std::string_view word) {
  std::vector<Rise> rises;
  std::size_t letter = 0;
  bool after_lower = false;
  for (std::size_t at = 0; at < word.size(); ++letter) {
    const CodePoint point = code_point_at(word, at);
    const bool upper = is_upper(point.value);
    if (upper && after_lower) rises.push_back({at, letter});
    after_lower = !upper;
    at += point.length;
  }
  rises.push_back({word.size(), letter});
  return rises;
}

constexpr std::size_t kMinGlued = 3;   // letters: below lie PhDr., McDonald, iPhone, WiFi, LinkedIn
constexpr std::size_t kMaxGlued = 4;   // parts whose every combination is a reading
constexpr std::size_t kMaxJoined = 8;  // pieces of one token: a4, h2o, rock'n'roll

/// The words that a word with capitals inside is glued of; one when it is not glued.
std::vector<ByteRange> glued_parts(std::string_view word, std::size_t offset) {
  const std::vector<Rise> rises = find_rises(word);
  std::vector<ByteRange> parts;
  Rise begin{0, 0};
  for (std::size_t i = 0; i + 1 < rises.size(); ++i) {
    if (rises[i].letter - begin.letter < kMinGlued || rises[i + 1].letter - rises[i].letter < kMinGlued)
      continue;
    parts.push_back({offset + begin.byte, offset + rises[i].byte});
    begin = rises[i];
  }
  parts.push_back({offset + begin.byte, offset + word.size()});
  return parts;
}

}  // namespace

std::size_t TokenRules::letters(std::size_t i) {
  const Piece& p = piece(i);
  // Nine of ten words are of this kind: no rule can apply to them.
  const bool ordinary = p.length > 5 && p.shape != Shape::mixed &&
                        (p.gap == Gap::space || p.gap == Gap::line || p.gap == Gap::dot_space);
  if (!ordinary) {
    if (p.length == 1) {
      if (const std::size_t used = single_letter(i)) return used;
    }
    if (p.gap == Gap::none) {
      if (const std::size_t used = letters_and_digits(i)) return used;
    }
    if (p.shape == Shape::mixed) {
      if (const std::size_t used = glued_words(i)) return used;
    }
    if (p.gap == Gap::hyphen) {
      if (const std::size_t used = hyphenated(i)) return used;
    }
    if (p.gap == Gap::apostrophe) {
      if (const std::size_t used = apostrophe(i)) return used;
    }
    if (const std::size_t used = rare_word(i)) return used;
  }
  plain_word(i);
  return 1;
}

/// The rules that short words may come under whatever stands behind them. Their first letter rules most out.
std::size_t TokenRules::rare_word(std::size_t i) {
  switch (s_.lower[piece(i).begin]) {
    case 'i':
    case 'v':
    case 'x':
      return roman(i);
    case 'n':
      return dot_net(i);
    case 'c':
    case 'd':
    case 'k':
    case 'm':
      return gap(i) == Gap::other || gap(i) == Gap::end ? powered_unit(i) : 0;
    default:
      return 0;
  }
}

std::size_t TokenRules::single_letter(std::size_t i) {
  if (const std::size_t used = programming_language(i)) return used;
  if (const std::size_t used = letter_abbreviation(i)) return used;
  if (const std::size_t used = number_sign(i)) return used;
  return gap(i) == Gap::hyphen ? letter_hyphen_word(i) : 0;
}

/// o. p. s., s.r.o., z. ú., č.p. → ops, sro, zú, čp over the whole range, the last dot included.
std::size_t TokenRules::letter_abbreviation(std::size_t i) {
  const std::size_t count = abbreviation_length(i);
  if (count == 0 || are_initials(i, count)) return 0;
  ByteRange whole = range(i, i + count - 1);
  if (after(i + count - 1).starts_with('.')) ++whole.end;
  plain(joined(i, i + count - 1), whole, TokenKind::abbreviation, i);
  return count;
}

/// How many single letters from `i` on, a dot behind each, are a known abbreviation; the longest counts. The
/// dot of the last may be missing (o.p.s); and that of the s in "s r.o.", which is one letter to many.
std::size_t TokenRules::abbreviation_length(std::size_t i) const {
  std::string letters;
  std::size_t longest = 0;
  for (std::size_t count = 1; count <= kMaxAbbreviationLetters; ++count) {
    const std::size_t at = i + count - 1;
    if (!is_letters(at) || piece(at).length != 1) break;
    letters.append(lower(at));
    const bool dotted = gap(at) == Gap::dot || gap(at) == Gap::dot_space || gap(at) == Gap::dot_line;
    const bool last_without_dot = gap_before(at) == Gap::dot && !dotted && gap(at) != Gap::none;
    const bool closes = dotted || last_without_dot || after(at).starts_with('.') || gap(at) == Gap::end;
    if (count > 1 && closes && is_letter_abbreviation(letters)) longest = count;
    const bool s_of_sro = count == 1 && letters == "s" && gap(at) == Gap::space && is_letters(at + 1) &&
                          lower(at + 1) == "r" && gap(at + 1) != Gap::space;
    if (!dotted && !s_of_sro) break;
  }
  return longest;
}

/// "A. S. Puškin" is a person, "a. s. Puškin" and "AGROFERT A. S. Praha" are companies.
bool TokenRules::are_initials(std::size_t first, std::size_t count) const {
  for (std::size_t i = first; i < first + count; ++i) {
    if (piece(i).shape != Shape::all_caps) return false;
  }
  const bool heading = first > 0 && piece(first - 1).shape == Shape::all_caps && piece(first - 1).length > 1;
  const std::size_t next = first + count;
  return !heading && is_letters(next) && piece(next).shape == Shape::capitalised;
}

/// č. 108/2006 (or c. 108/2006) → 108/2006: the sign of a number is no word, so that "zákona 108/2006" is the same phrase.
std::size_t TokenRules::number_sign(std::size_t i) {
  const bool dotted = gap(i) == Gap::dot || gap(i) == Gap::dot_space || gap(i) == Gap::dot_line;
  return dotted && is_digits(i + 1) && (lower(i) == "č" || lower(i) == "c") ? 1 : 0;
}

/// C++, C#, F#.
std::size_t TokenRules::programming_language(std::size_t i) {
  const std::string_view behind = after(i);
  const std::string_view letter = lower(i);
  const bool plus = behind.starts_with("++") && letter == "c";
  const bool sharp = behind.starts_with('#') && (letter == "c" || letter == "f") && gap_text(i) != "#";
  if (gap_before(i) == Gap::none || !(plus || sharp)) return 0;
  scratch_.assign(letter).append(plus ? "++" : "#");
  const std::size_t begin = piece(i).begin;
  plain(arena_.store(scratch_), {begin, begin + scratch_.size()}, TokenKind::other, i);
  return 1;
}

/// e-mail → email, K-centrum → kcentrum and centrum.
std::size_t TokenRules::letter_hyphen_word(std::size_t i) {
  if (!is_letters(i + 1) || piece(i + 1).length < 3 || gap_before(i) == Gap::hyphen) return 0;
  plain(joined(i, i + 1), range(i, i + 1), TokenKind::word, i);
  if (lower(i) != "e") extra(lower(i + 1), range(i + 1, i + 1), TokenKind::word, 1);
  return 2;
}

/// .NET; but the net of ASP.NET is only a word.
std::size_t TokenRules::dot_net(std::size_t i) {
  const std::string_view front = before(i);
  if (piece(i).length != 3 || !front.ends_with('.') || gap_before(i) == Gap::dot || lower(i) != "net")
    return 0;
  plain(".net", {piece(i).begin - 1, piece(i).end}, TokenKind::other, i);
  return 1;
}

/// FacebookOdkaz → facebook, odkaz, and facebookodkaz: web pages lose the spaces between menu items.
std::size_t TokenRules::glued_words(std::size_t i) {
  const std::vector<ByteRange> parts = glued_parts(raw(i), piece(i).begin);
  const std::size_t count = parts.size();
  if (count < 2) return 0;
  for (std::size_t first = 0; first < count; ++first) {
    Token& token = plain(lower_of(parts[first]), parts[first], TokenKind::word, i);
    token.capitalised = first > 0 || piece(i).first_is_upper;
    for (std::size_t last = first + 1; last < count; ++last) {
      const bool whole = first == 0 && last + 1 == count;
      if (!whole && count > kMaxGlued) continue;
      const ByteRange range{parts[first].begin, parts[last].end};
      extra(lower_of(range), range, TokenKind::word, last - first + 1);
    }
  }
  return 1;
}

/// Letters and digits that touch are one token: a4, h2o, covid19.
std::size_t TokenRules::letters_and_digits(std::size_t i) {
  std::size_t last = i;
  while (touches_next(last) && last - i + 1 < kMaxJoined && piece(last).kind != piece(last + 1).kind) ++last;
  if (last == i || piece(i + 1).kind == PieceKind::fraction) return 0;
  plain(joined(i, last), range(i, last), TokenKind::word, i);
  return last - i + 1;
}

std::size_t TokenRules::hyphenated(std::size_t i) {
  if (const std::size_t used = particle_li(i)) return used;
  if (const std::size_t used = joined_pair(i)) return used;
  if (const std::size_t used = word_and_number(i)) return used;
  return compound(i);
}

/// bude-li → bude: the particle "if" hangs on the verb. Bruce-Lee's brother would have a capital.
std::size_t TokenRules::particle_li(std::size_t i) {
  if (!is_letters(i + 1) || lower(i + 1) != "li" || piece(i + 1).shape == Shape::capitalised) return 0;
  if (gap(i + 1) == Gap::hyphen || gap(i + 1) == Gap::none || gap_before(i) == Gap::hyphen) return 0;
  plain_word(i);
  return 2;
}

/// on-line → online, wi-fi → wifi.
std::size_t TokenRules::joined_pair(std::size_t i) {
  if (!is_letters(i + 1) || piece(i).length > 5 || !is_joined_pair(lower(i), lower(i + 1))) return 0;
  plain(joined(i, i + 1), range(i, i + 1), TokenKind::word, i);
  return 2;
}

/// Covid-19 → covid-19, covid. Long numbers and what goes on behind them are reference numbers, not names.
std::size_t TokenRules::word_and_number(std::size_t i) {
  if (!is_digits(i + 1) || piece(i + 1).length > 4 || gap_before(i) == Gap::hyphen) return 0;
  const Gap next = gap(i + 1);
  if (next == Gap::none || next == Gap::hyphen || (next == Gap::slash || next == Gap::dot)) return 0;
  plain(joined(i, i + 1, "-"), range(i, i + 1), TokenKind::word, i);
  if (piece(i).length > 1) extra(lower(i), range(i, i), TokenKind::word, 1);
  return 2;
}

/// česko-německý → česko, německý, and českoněmecký over both.
std::size_t TokenRules::compound(std::size_t i) {
  if (!is_letters(i + 1) || piece(i).length < 3 || piece(i + 1).length < 3) return 0;
  const bool names = piece(i).shape == Shape::capitalised && piece(i + 1).shape == Shape::capitalised;
  if (names || !is_linking_form(lower(i)) || !has_adjective_ending(lower(i + 1))) return 0;
  plain_word(i);
  extra(joined(i, i + 1), range(i, i + 1), TokenKind::word, 2);
  return 1;
}

/// O'Neill → o'neill, oneill; ty's → ty: a single s behind the apostrophe is the verb "are" or a possessive.
std::size_t TokenRules::apostrophe(std::size_t i) {
  std::size_t last = i;
  while (gap(last) == Gap::apostrophe && is_letters(last + 1) && last - i + 1 < kMaxJoined) ++last;
  if (last == i) return 0;
  const std::size_t used = last - i + 1;
  if (last > i && lower(last) == "s" && piece(last).length == 1) --last;
  if (last == i) {
    plain_word(i);
  } else {
    plain(joined(i, last, "'"), range(i, last), TokenKind::word, i);
    extra(joined(i, last), range(i, last), TokenKind::word, 1);
  }
  return used;
}

/// IV → iv, 4. A single letter is a numeral only in "V. ročník": a capital, its dot, a small letter behind.
std::size_t TokenRules::roman(std::size_t i) {
  const Piece& p = piece(i);
  if (p.length > 7 || p.end - p.begin != p.length) return 0;
  const int value = strict_roman_value(lower(i));
  if (value == 0) return 0;
  const bool ordinal = p.shape == Shape::all_caps && p.gap == Gap::dot_space && is_letters(i + 1) &&
                       piece(i + 1).shape == Shape::lower;
  if (p.length == 1 && !ordinal) return 0;
  plain(lower(i), range(i, i), TokenKind::roman, i);
  extra(arena_.store(std::to_string(value)), range(i, i), TokenKind::number, 1);
  return 1;
}

/// m², km³ → m2, km3. Behind other words a raised figure is the mark of a footnote.
std::size_t TokenRules::powered_unit(std::size_t i) {
  const std::string_view behind = after(i);
  const bool square = behind.starts_with("\xC2\xB2");
  if (piece(i).length > 2 || !(square || behind.starts_with("\xC2\xB3"))) return 0;
  static constexpr std::array<std::string_view, 5> kUnits = {"m", "km", "cm", "dm", "mm"};
  if (std::find(kUnits.begin(), kUnits.end(), lower(i)) == kUnits.end()) return 0;
  scratch_.assign(lower(i)).append(square ? "2" : "3");
  plain(arena_.store(scratch_), {piece(i).begin, piece(i).end + 2}, TokenKind::word, i);
  return 1;
}

}  // namespace tvar::text
