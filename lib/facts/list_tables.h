// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// Tables with a column of organisations.
///
///     Členové partnerství                    Člen                  Zástupce        účast
///     1. | Město Most | Jana Malá            Město Krnov           R. Hýbl         3/3
///     2. | Charita Most | neobsazeno         Charita Krnov         L. Malá         2/3
#pragma once

#include <cstddef>

#include "lib/facts/annotated_text.h"
#include "lib/facts/list_heading.h"
#include "lib/facts/list_items.h"

namespace tvar::facts {

struct FoundTable {
  ListKind kind = ListKind::none;
  ListItems items;      ///< the cells of the column that names the organisations
  std::size_t end = 0;  ///< the line behind the last row; 0: no such table
};

/// The table whose first row is line `at`: its header or the heading above says that it lists members. Columns are cells, or
/// stand below each other with three spaces or more between them.
[[nodiscard]] FoundTable table_at(const AnnotatedText& text, std::size_t at);

}  // namespace tvar::facts
