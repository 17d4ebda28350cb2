// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// The explanation of a hit, in words and in JSON.
#pragma once

#include <string>
#include <string_view>

#include "cli/messages.h"
#include "tvar/result.h"

namespace tvar::cli {

/// The spelling of the kind in JSON, for example "folded_stem".
[[nodiscard]] std::string_view kind_name(MatchKind kind);

/// One sentence, safe to print.
[[nodiscard]] std::string explained(const Messages& messages, const ScorePart& part);

}  // namespace tvar::cli
