// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/explanation.h"

#include <cstddef>
#include <iterator>

#include "cli/format.h"
#include "cli/text.h"

namespace tvar::cli {
namespace {

struct KindName {
  MatchKind kind;
  std::string_view spelling;
  MessageId text;
};

constexpr KindName kKindNames[] = {
    {MatchKind::lemma, "lemma", MessageId::as_lemma},
    {MatchKind::guess, "guess", MessageId::as_guess},
    {MatchKind::folded_stem, "folded_stem", MessageId::as_folded_stem},
    {MatchKind::restored, "restored", MessageId::as_restored},
    {MatchKind::exact, "exact", MessageId::as_exact},
    {MatchKind::synonym, "synonym", MessageId::as_synonym},
    {MatchKind::spelling, "spelling", MessageId::as_spelling},
    {MatchKind::derivation, "derivation", MessageId::as_derivation},
    {MatchKind::family, "family", MessageId::as_family},
    {MatchKind::prefix, "prefix", MessageId::as_prefix},
    {MatchKind::fuzzy, "fuzzy", MessageId::as_fuzzy},
    {MatchKind::phrase, "phrase", MessageId::as_phrase},
    {MatchKind::all_words, "all_words", MessageId::as_all_words},
    {MatchKind::other, "other", MessageId::as_other},
};

constexpr bool kinds_are_in_order() {
  for (std::size_t i = 0; i < std::size(kKindNames); ++i) {
    if (static_cast<std::size_t>(kKindNames[i].kind) != i) return false;
  }
  return std::size(kKindNames) == static_cast<std::size_t>(MatchKind::other) + 1;
}
static_assert(kinds_are_in_order(), "kKindNames is indexed by MatchKind");

const KindName& row_of(MatchKind kind) {
  return kKindNames[static_cast<std::size_t>(kind)];
}

std::string joined(const std::vector<std::string>& forms) {
  std::string text;
  for (const std::string& form : forms) text += (text.empty() ? "" : ", ") + printable(form);
  return text;
}

}  // namespace

std::string_view kind_name(MatchKind kind) {
  return row_of(kind).spelling;
}

std::string explained(const Messages& messages, const ScorePart& part) {
  constexpr int kDecimals = 3;
  const std::string score = format_number(part.score, kDecimals);
  const std::string as = messages(row_of(part.kind).text);
  if (part.field.empty()) return messages(MessageId::explained_whole, {as, score});
  const std::string word = printable(part.word);
  if (part.forms.empty()) return messages(MessageId::explained_place, {word, part.field, as, score});
  return messages(MessageId::explained_forms,
                  {word, joined(part.forms), part.field, std::to_string(part.occurrences), as, score});
}

}  // namespace tvar::cli
