// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// Facts in columns, for `tvar facts` and `tvar show --facts`.
#pragma once

#include <vector>

#include "cli/commands.h"
#include "tvar/facts.h"

namespace tvar::cli {

void print_facts_table(const Context& context, const std::vector<Fact>& facts);

}  // namespace tvar::cli
