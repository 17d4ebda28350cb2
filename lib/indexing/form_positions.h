// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// Where the exact forms of a document stand, without a list of positions for each of them.
///
/// In most documents a lemma occurs in one form only. Where the form is in the document at all, the positions of such a lemma
/// are those of the form, so that the form needs none. Only what is ambiguous has more:
///
///   lemma of one form           has its positions under its own term:       dům
///   lemma of several forms      has them under the mixed term instead:      !dům
///   form with a lemma of its own    is where that lemma is: no positions
///   form all of whose lemmas are mixed    has positions itself:             =domech
///
/// So the places of a lemma are those of `dům` and `!dům`, one of which is empty. The places of a form are those of its lemmas
/// without the mixed terms, and of the form, in documents that have the term of the form. For what a query may take as the
/// lemmas of a form, whatever the document is like, see analysis::read_form.
///
/// Positions are counted from kFirstPosition. When a phrase is looked for, Xapian 1.4 asks each list of positions for the place that its
/// word would have, and a term without positions says that it is at 0 when it is asked for 0. No phrase is so long that it
/// could begin there.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "index/store.h"
#include "lib/analysis/text_analyzer.h"

namespace tvar::indexing {

/// The position of the first token of a field.
inline constexpr std::uint32_t kFirstPosition = 32;

/// The term that has the positions of a mixed lemma. Without the prefix of a field.
std::string mixed_term(std::string_view lemma_term);

/// One for each thread; looks at the tokens of one text field of a document at a time.
class FormPositions {
 public:
  explicit FormPositions(const Stemmer& stemmer) : stemmer_(stemmer) {}

  /// A token in a document that is read in this mode. All terms were added to `out` with its position.
  /// @param form    number of the term of its exact form
  /// @param lemmas  numbers of the terms of its readings
  void add(const text::Token& token, StemMode mode, const store::FieldPlace& place, std::uint32_t form,
           const std::vector<std::uint32_t>& lemmas, const store::PreparedDocument& out);
  /// Leaves in `out` the positions that are needed.
  /// @param keep_forms  all forms keep theirs
  void finish(const store::FieldPlace& place, bool keep_forms, store::PreparedDocument& out);
  /// Forgets what was added: the document is given up.
  void clear();
  /// Memory that it takes.
  [[nodiscard]] std::size_t bytes() const noexcept;

 private:
  // Of a term, whichever it is.
  struct State {
    std::uint32_t owner = 0;    // of a lemma: number of the only form that has it, plus 1
    bool is_mixed = false;      // of a lemma: several forms have it
    bool tells = false;         // of a lemma: read_form() knows it of its owner
    bool is_form = false;       // of a form: it was seen
    bool needs_places = false;  // of a form: it stands also where none of its lemmas does
    bool has_places = false;    // of a form: those of a lemma are its own
  };
  State& state(std::uint32_t term);
  void claim(std::uint32_t lemma, std::uint32_t form);
  void read_unknown(std::string_view text, const store::FieldPlace& place, std::uint32_t form,
                    const std::vector<std::uint32_t>& lemmas, const store::PreparedDocument& out);

  const Stemmer& stemmer_;
  analysis::WordCache cache_;
  std::vector<State> states_;          // by number of the term
  std::vector<std::uint32_t> lemmas_;  // those that have an owner
  std::vector<std::uint32_t> forms_;   // those that were seen
  // Lemmas that a query takes a form for, but that it does not have in this document.
  std::vector<std::pair<std::uint32_t, std::string>> foreign_;
  std::string term_;
  std::string full_term_;
};

}  // namespace tvar::indexing
