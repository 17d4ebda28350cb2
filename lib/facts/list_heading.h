// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// Which words head a list of organisations, and of which kind.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "lib/facts/annotated_text.h"

namespace tvar::facts {

enum class ListKind : std::uint8_t { none, members, working_group };

/// What a stretch of words says about the list that it heads.
struct Heading {
  ListKind kind = ListKind::none;
  bool is_certain = false;  ///< names members, not only a working group
};

/// What the words from `first` to before `end` say.
[[nodiscard]] Heading heading_of(const AnnotatedText& text, std::size_t first, std::size_t end);

/// Whether a form of a member word stands for several: členové, členy, partneři.
[[nodiscard]] bool plural_member(std::string_view word);

}  // namespace tvar::facts
