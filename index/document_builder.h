// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// From a PreparedDocument to the backend's document, for the writer and the bulk loader alike.
#pragma once

#include <xapian.h>

#include "index/store.h"

namespace tvar::store {

class DocumentBuilder {
 public:
  static Xapian::Document build(const PreparedDocument& prepared);
};

}  // namespace tvar::store
