// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// The schema that the query tests share: a field of each kind.
#pragma once

#include "tvar/schema.h"

namespace tvar::query_test {

inline Schema schema() {
  Schema result;
  result.fields = {
      {.name = "title", .kind = FieldKind::text},     {.name = "text", .kind = FieldKind::text},
      {.name = "town", .kind = FieldKind::keyword},   {.name = "year", .kind = FieldKind::number},
      {.name = "published", .kind = FieldKind::date}, {.name = "source", .kind = FieldKind::stored}};
  return result;
}

}  // namespace tvar::query_test
