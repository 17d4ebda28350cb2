// SPDX-License-Identifier: GPL-2.0-or-later
#include "lib/search/term_expansion.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "lib/text/fold.h"
#include "lib/text/utf8.h"

namespace tvar::search {
namespace {

// A letter without its marks. Letters that fold to two (ß) stand for themselves.
char32_t unmarked(char32_t letter) {
  if (letter < 0x80) return letter;
  std::string one;
  text::append_utf8(one, letter);
  const std::string folded = text::fold_diacritics(one);
  const text::CodePoint point = text::code_point_at(folded, 0);
  return point.length == folded.size() && point.valid ? point.value : letter;
}

// Latin letters with marks are looked up for every form of an index; the others are rare enough to be computed.
class LetterFolder {
 public:
  explicit LetterFolder(bool keeps_marks) : keeps_marks_(keeps_marks) {
    for (char32_t letter = 0; letter < table_.size(); ++letter) table_[letter] = unmarked(letter);
  }
  [[nodiscard]] char32_t operator()(char32_t letter) const {
    if (keeps_marks_) return letter;
    return letter < table_.size() ? table_[letter] : unmarked(letter);
  }
  [[nodiscard]] std::u32string operator()(std::string_view word) const {
    std::u32string letters;
    for (std::size_t at = 0; at < word.size();) {
      const text::CodePoint point = text::code_point_at(word, at);
      letters += (*this)(point.value);
      at += point.length;
    }
    return letters;
  }

 private:
  bool keeps_marks_;
  std::array<char32_t, 0x180> table_;
};

// The least text behind all that begin with `text`. UTF-8 has no byte 0xFF.
std::string behind_all(std::string_view text) {
  std::string next(text);
  next.back() = static_cast<char>(static_cast<unsigned char>(next.back()) + 1U);
  return next;
}

// What a pattern says of a form: its distance, or from where on a form may match again.
struct Verdict {
  std::optional<std::size_t> distance;
  std::string next;  // empty: the next term
};

// A letter other than the wanted one stands at `at`. Marked letters are no ASCII, so that a wanted ASCII letter has at
// most two stretches in which it can still come: itself, and all that is not ASCII.
std::string next_candidate(std::string_view form, std::size_t at, const text::CodePoint& found,
                           char32_t wanted) {
  std::string next(form.substr(0, at));
  if (found.value < wanted) {
    text::append_utf8(next, wanted < 0x80 ? wanted : std::max<char32_t>(0x80, found.value + 1));
    return next;
  }
  if (found.value < 0x80) return next += '\xC2';
  return behind_all(form.substr(0, at + found.length));
}

const LetterFolder& letter_folder(bool keeps_marks) {
  static const LetterFolder kUnmarked(false);
  static const LetterFolder kAsSpelled(true);
  return keeps_marks ? kAsSpelled : kUnmarked;
}

class PrefixPattern {
 public:
  PrefixPattern(const LetterFolder& fold, std::string_view prefix) : fold_(fold), wanted_(fold(prefix)) {}

  Verdict operator()(std::string_view form) const {
    std::size_t at = 0;
    for (const char32_t wanted : wanted_) {
      const text::CodePoint point = text::code_point_at(form, at);
      if (point.length == 0) return {};
      if (fold_(point.value) != wanted) return {std::nullopt, next_candidate(form, at, point, wanted)};
      at += point.length;
    }
    return {0, {}};
  }

 private:
  const LetterFolder& fold_;
  std::u32string wanted_;
};

// Rows of the table of edit distances (Damerau's, restricted to one swap of two neighbours), one for each letter of the
// form. Sorted forms share their beginnings, and with them the rows.
class SimilarPattern {
 public:
  enum class First : std::uint8_t { same, other };

  SimilarPattern(const LetterFolder& fold, std::string_view word, std::size_t edits, First first)
      : fold_(fold), wanted_(fold(word)), edits_(edits), first_(first) {
    rows_.emplace_back();
    for (std::size_t j = 0; j <= wanted_.size(); ++j) rows_[0].push_back(j);
  }

  Verdict operator()(std::string_view form) {
    const text::CodePoint begin = text::code_point_at(form, 0);
    if (begin.length == 0) return {};
    if ((fold_(begin.value) == wanted_[0]) != (first_ == First::same)) {
      return {std::nullopt, first_ == First::same ? next_candidate(form, 0, begin, wanted_[0])
                                                  : behind_all(form.substr(0, begin.length))};
    }
    std::size_t letters = 0;
    for (std::size_t at = 0; at < form.size(); ++letters) {
      const text::CodePoint point = text::code_point_at(form, at);
      at += point.length;
      set_letter(letters, fold_(point.value));
      if (is_hopeless(letters + 1)) return {std::nullopt, behind_all(form.substr(0, at))};
    }
    const std::size_t distance = rows_[letters].back();
    return distance <= edits_ ? Verdict{distance, {}} : Verdict{};
  }

 private:
  void set_letter(std::size_t index, char32_t letter) {
    if (index < letters_.size() && letters_[index] == letter) return;
    letters_.resize(index);
    letters_ += letter;
    rows_.resize(index + 1);
    std::vector<std::size_t> row = {index + 1};
    const std::vector<std::size_t>& above = rows_[index];
    for (std::size_t j = 1; j <= wanted_.size(); ++j) {
      const std::size_t change = letter == wanted_[j - 1] ? 0U : 1U;
      row.push_back(std::min({above[j] + 1, row[j - 1] + 1, above[j - 1] + change}));
      const bool swapped =
          index > 0 && j > 1 && letter == wanted_[j - 2] && letters_[index - 1] == wanted_[j - 1];
      if (swapped) row[j] = std::min(row[j], rows_[index - 1][j - 2] + 1);
    }
    rows_.push_back(std::move(row));
  }

  // No row after this one has a smaller number. A swap takes its number from two rows above, but adds the edit by which
  // that row can be better than this one.
  [[nodiscard]] bool is_hopeless(std::size_t row) const {
    return *std::min_element(rows_[row].begin(), rows_[row].end()) > edits_;
  }

  const LetterFolder& fold_;
  std::u32string wanted_;
  std::size_t edits_;
  First first_;
  std::u32string letters_;
  std::vector<std::vector<std::size_t>> rows_;
};

// Walking over a few terms costs less than looking up another place.
constexpr std::size_t kTermsBeforeAJump = 8;

template <class Pattern>
void scan(const store::Reader& reader, std::string_view space, Pattern& pattern, ExpansionBudget& budget,
          Expansion& out) {
  std::string from;
  std::size_t skipped = 0;
  reader.walk_terms(space, space, [&](std::string_view term, const auto& documents) -> store::TermStep {
    if (budget.scanned == 0) {
      out.complete = false;
      return {.stop = true};
    }
    --budget.scanned;
    const std::string_view form = term.substr(space.size());
    if (form < from) {
      if (++skipped <= kTermsBeforeAJump) return {};
      return {.next = std::string(space) + from};
    }
    skipped = 0;
    Verdict verdict = pattern(form);
    if (verdict.distance) out.forms.push_back({std::string(form), documents(), *verdict.distance});
    if (!verdict.next.empty()) from = std::move(verdict.next);
    return {};
  });
}

void keep_best(std::size_t most, ExpansionBudget& budget, Expansion& out) {
  const auto better = [](const ExpandedForm& a, const ExpandedForm& b) {
    if ((a.distance == 0) != (b.distance == 0)) return a.distance == 0;
    return a.documents != b.documents ? a.documents > b.documents : a.form < b.form;
  };
  most = std::min(most, budget.forms);
  if (out.forms.size() > most) {
    // Thousands of forms begin with a letter, and to sort them all took longer than to read them.
    std::nth_element(out.forms.begin(), out.forms.begin() + static_cast<std::ptrdiff_t>(most),
                     out.forms.end(), better);
    out.forms.resize(most);
    out.complete = false;
  }
  std::sort(out.forms.begin(), out.forms.end(), better);
  budget.forms -= out.forms.size();
}

}  // namespace

Expansion expand_prefix(const store::Reader& reader, const ExpansionRequest& request,
                        ExpansionBudget& budget) {
  Expansion result;
  PrefixPattern pattern(letter_folder(request.diacritics), request.word);
  scan(reader, request.space, pattern, budget, result);
  keep_best(request.most_forms, budget, result);
  return result;
}

Expansion expand_similar(const store::Reader& reader, const ExpansionRequest& request, std::size_t edits,
                         ExpansionBudget& budget) {
  Expansion result;
  for (const SimilarPattern::First first : {SimilarPattern::First::same, SimilarPattern::First::other}) {
    SimilarPattern pattern(letter_folder(request.diacritics), request.word, edits, first);
    scan(reader, request.space, pattern, budget, result);
  }
  keep_best(request.most_forms, budget, result);
  return result;
}

}  // namespace tvar::search
