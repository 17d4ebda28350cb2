// SPDX-License-Identifier: GPL-2.0-or-later
#include "lib/search/spelling.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <limits>

#include "lib/analysis/text_analyzer.h"
#include "lib/text/fold.h"
#include "lib/text/utf8.h"

namespace tvar::search {
namespace {

constexpr double kInfinite = std::numeric_limits<double>::infinity();
constexpr std::size_t kLongestWord = 40;  // letters; nobody mistypes a longer word, machines write them

// Costs of slips, in letters. Only their order matters: a mark is forgotten most easily, a whole letter least.
constexpr double kMark = 0.25;
constexpr double kSameSound = 0.4;
constexpr double kDoubled = 0.6;
constexpr double kSwap = 0.8;
constexpr double kNearKey = 0.8;
constexpr double kFirstLetter = 0.3;  // more, since people look at the beginning of what they type

/// The letter without its mark; only those of Czech and its neighbours matter here.
constexpr char32_t find_base(char32_t letter) {
  constexpr std::u32string_view kMarked = U"áäâčćďéěëíîňńóöôřŕšśťúůüýžźľĺłđ";
  constexpr std::u32string_view kPlain = U"aaaccdeeeiinnooorrsstuuuyzzllld";
  static_assert(kMarked.size() == kPlain.size());
  if (letter < 0x80) return letter;
  const std::size_t at = kMarked.find(letter);
  return at == std::u32string_view::npos ? letter : kPlain[at];
}

constexpr std::size_t kTabled = 0x180;

/// Of every letter of every form of an index, so that it is worth a table.
constexpr std::array<char32_t, kTabled> kBases = [] {
  std::array<char32_t, kTabled> table{};
  for (char32_t letter = 0; letter < kTabled; ++letter) table[letter] = find_base(letter);
  return table;
}();

char32_t base(char32_t letter) {
  return letter < kTabled ? kBases[letter] : letter;
}

/// The letter as a small number, mark apart: a to z are 1 to 26, all others 0.
std::uint8_t code_of(char32_t letter) {
  const char32_t plain = base(letter);
  return plain >= U'a' && plain <= U'z' ? static_cast<std::uint8_t>(plain - U'a' + 1) : 0;
}

constexpr std::size_t kCodes = 27;
using CostTable = std::array<std::array<double, kCodes>, kCodes>;

constexpr void set_cost(CostTable& table, char a, char b, double cost) {
  table[static_cast<std::size_t>(a - 'a' + 1)][static_cast<std::size_t>(b - 'a' + 1)] = cost;
  table[static_cast<std::size_t>(b - 'a' + 1)][static_cast<std::size_t>(a - 'a' + 1)] = cost;
}

/// What it costs to type one plain letter for another: neighbours on a keyboard (y and z stand in either place), and
/// letters that sound alike.
constexpr CostTable make_costs() {
  CostTable table{};
  for (auto& row : table) row.fill(1.0);
  for (const std::string_view row : {"qwertzuiop", "asdfghjkl", "yxcvbnm", "qwertyuiop", "zxcvbnm"}) {
    for (std::size_t i = 1; i < row.size(); ++i) set_cost(table, row[i - 1], row[i], kNearKey);
  }
  set_cost(table, 'i', 'y', kSameSound);
  set_cost(table, 's', 'z', kSameSound);
  return table;
}

constexpr CostTable kCosts = make_costs();

/// A word with the numbers of its letters.
struct Coded {
  explicit Coded(std::u32string_view word) : letters(word) {
    for (std::size_t i = 0; i < word.size(); ++i) codes[i] = code_of(word[i]);
  }
  [[nodiscard]] std::size_t size() const { return letters.size(); }
  std::u32string_view letters;
  std::array<std::uint8_t, kLongestWord> codes{};
};

double substitution(const Coded& a, std::size_t i, const Coded& b, std::size_t j) {
  if (a.letters[i] == b.letters[j]) return 0.0;
  if (a.codes[i] == b.codes[j] && a.codes[i] != 0) return kMark;
  return kCosts[a.codes[i]][b.codes[j]];
}

/// A letter of `word` that the other spelling does not have.
double surplus(const Coded& word, std::size_t at) {
  const std::uint8_t code = word.codes[at];
  const bool has_next = at + 1 < word.size();
  if ((at > 0 && word.codes[at - 1] == code) || (has_next && word.codes[at + 1] == code)) return kDoubled;
  // vjec for věc, mně for mě
  const bool soft = code == code_of(U'j') || code == code_of(U'n');
  return soft && has_next && word.codes[at + 1] == code_of(U'e') ? kSameSound : 1.0;
}

constexpr std::uint32_t find_bit(char32_t letter) {
  const char32_t plain = find_base(letter);
  if (plain == U'j' || plain == U'n') return 0;
  const char32_t sound = plain == U'y' ? U'i' : plain == U'z' ? U's' : plain;
  return 1U << (sound >= U'a' && sound <= U'z' ? sound - U'a' + 1 : 0);
}

constexpr std::array<std::uint32_t, kTabled> kBits = [] {
  std::array<std::uint32_t, kTabled> table{};
  for (char32_t letter = 0; letter < kTabled; ++letter) table[letter] = find_bit(letter);
  return table;
}();

/// The set of letters that no cheap slip adds or removes: i and y are one, so are s and z; j and n are left out. Whatever
/// changes the set costs at least kNearKey.
std::uint32_t signature_of(std::u32string_view word) {
  std::uint32_t signature = 0;
  for (const char32_t letter : word) signature |= letter < kTabled ? kBits[letter] : 1U;
  return signature;
}

void append_letters(std::string_view utf8, std::u32string& out) {
  for (std::size_t at = 0; at < utf8.size();) {
    const auto byte = static_cast<unsigned char>(utf8[at]);
    if (byte < 0x80) {
      out += byte;
      ++at;
      continue;
    }
    const text::CodePoint point = text::code_point_at(utf8, at);
    out += point.value;
    at += std::max<std::size_t>(point.length, 1);
  }
}

std::string utf8_of(std::u32string_view letters) {
  std::string out;
  for (const char32_t letter : letters) text::append_utf8(out, letter);
  return out;
}

}  // namespace

std::u32string letters_of(std::string_view utf8) {
  std::u32string letters;
  append_letters(utf8, letters);
  return letters;
}

double typing_cost(std::u32string_view typed_letters, std::u32string_view meant_letters, double limit) {
  if (typed_letters.size() > kLongestWord || meant_letters.size() > kLongestWord) return kInfinite;
  const Coded typed(typed_letters);
  const Coded meant(meant_letters);
  using Row = std::array<double, kLongestWord + 1>;
  std::array<Row, 3> rows;
  std::array<double, kLongestWord> missing;
  for (std::size_t j = 0; j < meant.size(); ++j) missing[j] = surplus(meant, j);
  Row* before = &rows[0];
  Row* last = &rows[1];
  Row* row = &rows[2];
  (*last)[0] = 0.0;
  for (std::size_t j = 1; j <= meant.size(); ++j) {
    (*last)[j] = (*last)[j - 1] + missing[j - 1] + (j == 1 ? kFirstLetter : 0.0);
  }
  for (std::size_t i = 1; i <= typed.size(); ++i) {
    const double too_much = surplus(typed, i - 1);
    (*row)[0] = (*last)[0] + too_much + (i == 1 ? kFirstLetter : 0.0);
    double best = (*row)[0];
    for (std::size_t j = 1; j <= meant.size(); ++j) {
      const double replaced = substitution(typed, i - 1, meant, j - 1);
      const bool at_first = i == 1 && j == 1 && replaced > kSameSound;
      double cost = (*last)[j - 1] + replaced + (at_first ? kFirstLetter : 0.0);
      cost = std::min(cost, (*last)[j] + too_much);
      cost = std::min(cost, (*row)[j - 1] + missing[j - 1]);
      const bool swapped = i > 1 && j > 1 && typed.codes[i - 1] == meant.codes[j - 2] &&
                           typed.codes[i - 2] == meant.codes[j - 1];
      if (swapped) {
        const double marks =
            substitution(typed, i - 1, meant, j - 2) + substitution(typed, i - 2, meant, j - 1);
        cost = std::min(cost, (*before)[j - 2] + kSwap + marks);
      }
      (*row)[j] = cost;
      best = std::min(best, cost);
    }
    // A swap reaches back two rows, so a row above the limit is the end only when its price is above it as well.
    if (best > limit + kSwap) return kInfinite;
    Row* const oldest = before;
    before = last;
    last = row;
    row = oldest;
  }
  const double cost = (*last)[meant.size()];
  return cost > limit ? kInfinite : cost;
}

double allowed_cost(std::size_t letters) {
  if (letters < 3) return 0.0;
  if (letters == 3) return 2 * kMark;
  if (letters < 6) return 1.0 + kFirstLetter;
  return letters < 9 ? 1.5 : 2.0;
}

// Forms as they stand in texts, and lemmas, which are what people type even where a text has other forms only.
void Spelling::read() {
  is_read_ = true;
  const store::FieldMap places(schema_);
  for (std::size_t i = 0; i < schema_.fields.size(); ++i) {
    if (schema_.fields[i].kind != FieldKind::text) continue;
    const std::string& field = places[i].prefix;
    add_terms(field + analysis::kExactMark, "");
    add_terms(field, field + "a");
  }
}

void Spelling::add_terms(const std::string& prefix, const std::string& from) {
  std::u32string letters;
  reader_.terms(prefix, from, [&](std::string_view term, std::uint64_t documents) {
    term.remove_prefix(prefix.size());
    letters.clear();
    append_letters(term, letters);
    if (letters.size() < 3 || letters.size() > kLongestWord) return true;
    // Numbers, dates, addresses, and terms of other name spaces.
    const bool is_word = std::all_of(letters.begin(), letters.end(),
                                     [](char32_t letter) { return letter >= U'a' || letter == U'\''; });
    if (!is_word || letters.front() == U'~') return true;
    forms_.push_back({.documents = documents,
                      .begin = static_cast<std::uint32_t>(letters_.size()),
                      .length = static_cast<std::uint32_t>(letters.size()),
                      .signature = signature_of(letters)});
    letters_ += letters;
    return true;
  });
}

std::vector<SpellingCandidate> Spelling::candidates(std::string_view word, std::size_t most) {
  if (!is_read_) read();
  const std::u32string typed = letters_of(word);
  const double limit = allowed_cost(typed.size());
  std::vector<SpellingCandidate> found;
  if (limit == 0.0 || typed.size() > kLongestWord) return found;
  const std::uint32_t signature = signature_of(typed);
  const int most_changed = static_cast<int>(limit / kNearKey);
  for (const Form& form : forms_) {
    const std::size_t longer = std::max<std::size_t>(form.length, typed.size());
    if (longer - std::min<std::size_t>(form.length, typed.size()) > 2) continue;
    if (std::popcount(signature & ~form.signature) > most_changed) continue;
    if (std::popcount(form.signature & ~signature) > most_changed) continue;
    const std::u32string_view letters = std::u32string_view(letters_).substr(form.begin, form.length);
    const double cost = typing_cost(typed, letters, limit);
    if (cost == kInfinite || cost == 0.0) continue;
    found.push_back({utf8_of(letters), cost, form.documents});
  }
  // A letter's worth of difference outweighs a form that is some thirty times as frequent.
  const auto value = [](const SpellingCandidate& c) {
    return std::log2(1.0 + static_cast<double>(c.documents)) - 5.0 * c.cost;
  };
  std::sort(found.begin(), found.end(), [&](const SpellingCandidate& a, const SpellingCandidate& b) {
    const double left = value(a);
    const double right = value(b);
    return left != right ? left > right : a.form < b.form;
  });
  // The same form in two fields.
  std::vector<SpellingCandidate> unique;
  for (SpellingCandidate& candidate : found) {
    const bool is_new = std::none_of(unique.begin(), unique.end(), [&](const SpellingCandidate& other) {
      return other.form == candidate.form;
    });
    if (is_new) unique.push_back(std::move(candidate));
    if (unique.size() == most) break;
  }
  return unique;
}

}  // namespace tvar::search
