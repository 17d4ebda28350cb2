// SPDX-License-Identifier: GPL-2.0-or-later
#include "lib/indexing/form_positions.h"

#include <algorithm>
#include <optional>

namespace tvar::indexing {

std::string mixed_term(std::string_view lemma_term) {
  return std::string(1, analysis::kMixedMark).append(lemma_term);
}

FormPositions::State& FormPositions::state(std::uint32_t term) {
  if (term >= states_.size()) states_.resize(std::max<std::size_t>(term + 1, states_.size() * 2));
  return states_[term];
}

void FormPositions::claim(std::uint32_t lemma, std::uint32_t form) {
  State& found = state(lemma);
  if (found.owner == 0) {
    found.owner = form + 1;
    lemmas_.push_back(lemma);
  } else if (found.owner != form + 1) {
    found.is_mixed = true;
  }
}

void FormPositions::add(const text::Token& token, StemMode mode, const store::FieldPlace& place,
                        std::uint32_t form, const std::vector<std::uint32_t>& lemmas,
                        const store::PreparedDocument& out) {
  const bool is_new = !state(form).is_form;
  if (is_new) {
    states_[form].is_form = true;
    forms_.push_back(form);
  }
  for (const std::uint32_t lemma : lemmas) claim(lemma, form);
  const bool is_known_kind =
      analysis::is_stemmed(token.kind) == analysis::is_stemmed(analysis::kind_of_form(token.text));
  if (is_known_kind && mode == StemMode::document) {
    for (const std::uint32_t lemma : lemmas) states_[lemma].tells = true;
  } else if (is_new || !is_known_kind) {
    // Of another kind it is read in another way than elsewhere in the document.
    if (!is_known_kind) states_[form].needs_places = true;
    read_unknown(token.text, place, form, lemmas, out);
  }
}

// What a query takes the form for may be more or less than what it is in this document.
void FormPositions::read_unknown(std::string_view text, const store::FieldPlace& place, std::uint32_t form,
                                 const std::vector<std::uint32_t>& lemmas,
                                 const store::PreparedDocument& out) {
  text::Token token;
  token.text = text;
  token.kind = analysis::kind_of_form(text);
  for (const Reading& reading : cache_.readings(stemmer_, token, StemMode::document)) {
    term_.clear();
    analysis::append_term(reading, term_);
    full_term_.clear();
    store::append_text_term(place, term_, full_term_);
    const auto has = [&](std::uint32_t lemma) { return out.terms()[lemma] == full_term_; };
    const auto found = std::find_if(lemmas.begin(), lemmas.end(), has);
    if (found != lemmas.end()) {
      states_[*found].tells = true;
    } else {
      foreign_.emplace_back(form, full_term_);
    }
  }
}

void FormPositions::finish(const store::FieldPlace& place, bool keep_forms, store::PreparedDocument& out) {
  for (const auto& [form, term] : foreign_) {
    const std::optional<std::uint32_t> lemma = out.terms().find(term);
    if (lemma && state(*lemma).owner != 0) claim(*lemma, form);
  }
  for (const std::uint32_t lemma : lemmas_) {
    const State& found = states_[lemma];
    if (!found.is_mixed) {
      if (found.tells) states_[found.owner - 1].has_places = true;
      continue;
    }
    full_term_.clear();
    store::append_text_term(place, mixed_term(out.terms()[lemma].substr(place.prefix.size())), full_term_);
    out.move_positions(lemma, full_term_);
  }
  for (const std::uint32_t form : forms_) {
    if (states_[form].has_places && !states_[form].needs_places && !keep_forms) out.drop_positions(form);
  }
  clear();
}

void FormPositions::clear() {
  for (const std::uint32_t lemma : lemmas_) states_[lemma] = State();
  for (const std::uint32_t form : forms_) states_[form] = State();
  lemmas_.clear();
  forms_.clear();
  foreign_.clear();
  constexpr std::size_t kKeptStates = std::size_t{1} << 16U;
  if (states_.size() > kKeptStates) {
    states_.clear();
    states_.shrink_to_fit();
  }
}

std::size_t FormPositions::bytes() const noexcept {
  return states_.capacity() * sizeof(State) +
         (lemmas_.capacity() + forms_.capacity()) * sizeof(std::uint32_t);
}

}  // namespace tvar::indexing
