// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// The texts of --help, made from the tables of commands and options.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "cli/commands.h"

namespace tvar::cli {

/// The help of the whole tool.
[[nodiscard]] std::string general_help(const Messages& messages);

/// The few lines for somebody who typed no command.
[[nodiscard]] std::string short_help(const Messages& messages);

/// The help of a command. `fields`: options from the schema of the index at hand, if there is one.
[[nodiscard]] std::string command_help(const CommandSpec& command, const Messages& messages,
                                       const std::vector<std::string>& fields);

/// What the option does and its default, as --help and the documentation say it.
[[nodiscard]] std::string option_summary(const OptionSpec& spec, const Messages& messages);

}  // namespace tvar::cli
