// SPDX-License-Identifier: GPL-2.0-or-later
#include "tvar/stemmer.h"

namespace tvar {
inline namespace v1 {

// Out of line, so that the vtable and the type information have one home.
Stemmer::~Stemmer() = default;

std::string Stemmer::lemma_of(std::string_view term) const {
  return std::string(term);
}

std::vector<std::string> Stemmer::forms_of(std::string_view /*term*/) const {
  return {};
}

std::vector<std::string> Stemmer::family_of(std::string_view /*term*/) const {
  return {};
}

std::vector<RelatedTerm> Stemmer::related_to(std::string_view /*term*/) const {
  return {};
}

}  // namespace v1
}  // namespace tvar
