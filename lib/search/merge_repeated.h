// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// Reads what stands in a query several times once.
#pragma once

#include "index/store.h"

namespace tvar::search {

/// Equal children of a conjunction or an alternative become one whose score counts as often, so that a word that was
/// pasted five hundred times costs no more than one; equal conditions and exclusions become one. Matches and scores stay
/// what they were.
void merge_repeated(store::Node& node);

}  // namespace tvar::search
