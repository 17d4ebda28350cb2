// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// Which forms of an index begin with some letters, or look like a word: what "prefix*" and "word~" stand for.
///
/// The sorted list of terms is walked as a tree of letters: where no form can match any more, the walk jumps to the
/// next one that could. It reads a bounded number of terms, whatever is asked for.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "index/store.h"

namespace tvar::search {

/// A form that was found, without the prefix it was looked for under.
struct ExpandedForm {
  std::string form;
  std::uint64_t documents = 0;
  std::size_t distance = 0;  ///< letters that differ
};

struct Expansion {
  std::vector<ExpandedForm>
      forms;             ///< nearest spelling first when it is the word itself, then most frequent first
  bool complete = true;  ///< false: there may be more, or there were more than asked for
};

/// What may still be spent on expansions. One for all of a query, so that a hundred of "a*" cost no more than one.
struct ExpansionBudget {
  std::size_t scanned = 0;  ///< terms to read
  std::size_t forms = 0;    ///< forms to return
};

struct ExpansionRequest {
  std::string_view
      space;  ///< prefix of the terms that are forms: that of the field, and the mark of exact forms
  std::string_view word;    ///< lower case, NFC
  bool diacritics = false;  ///< whether letters with other marks are other letters
  std::size_t most_forms = 0;
};

/// The forms that begin with `request.word`.
[[nodiscard]] Expansion expand_prefix(const store::Reader& reader, const ExpansionRequest& request,
                                      ExpansionBudget& budget);

/// The forms that at most `edits` letters were dropped from, put into, changed or swapped with their neighbour. Those
/// that begin with the same letter are looked for first, as few mistakes are made there.
[[nodiscard]] Expansion expand_similar(const store::Reader& reader, const ExpansionRequest& request,
                                       std::size_t edits, ExpansionBudget& budget);

}  // namespace tvar::search
