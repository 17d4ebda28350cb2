// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// Czech names of persons: which first name a form is of, in which case, and the surname that agrees with it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "tvar/stemmer.h"

namespace tvar::facts {

enum class Gender : std::uint8_t { masculine, feminine };

/// One way to read a form of a first name.
struct GivenName {
  std::string_view nominative;  ///< in lower case; valid as long as the program
  Gender gender = Gender::masculine;
  bool is_nominative = false;  ///< the form is the nominative itself
};

/// Replaces `out` by all readings of `form` (lower case): "pavla" is Pavla, or the genitive of Pavel.
void find_given_names(std::string_view form, std::vector<GivenName>& out);

/// Whether the word, in lower case, is a form of some first name: find_given_names() has readings of it.
[[nodiscard]] bool is_given_name(std::string_view form);

/// Whether the word is an academic title or a rank before a name, in lower case without dots: mgr, ing, judr.
[[nodiscard]] bool is_title_before_name(std::string_view word) noexcept;

/// Nominative of a surname in some case. The lexicon of the stemmer is asked for what endings don't tell: Němce is
/// Němec, Hájka Hájek.
/// @param form  as written; @return as written, or an empty string when the form can't agree with the first name
[[nodiscard]] std::string surname_nominative(std::string_view form, Gender gender, bool is_nominative,
                                             const Stemmer& stemmer);

}  // namespace tvar::facts
