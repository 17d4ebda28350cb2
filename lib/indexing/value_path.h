// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// Values of hierarchical fields: paths such as "Jihomoravský kraj > Břeclav > Mikulov".
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace tvar::indexing {

/// Stands between the names of a path, as it is written.
inline constexpr std::string_view kPathSeparator = " > ";

/// The names of a path, trimmed. Spaces around ">" do not matter, and empty names are left out. Views into `path`.
[[nodiscard]] std::vector<std::string_view> split_path(std::string_view path);

/// The node that the first `count` names lead to, as it is shown.
[[nodiscard]] std::string join_path(const std::vector<std::string_view>& names, std::size_t count);

/// The key of that node: folded, without legal forms.
[[nodiscard]] std::string path_key(const std::vector<std::string_view>& names, std::size_t count);

/// What names of nodes are compared by. Nothing when there is nothing but marks and spaces.
[[nodiscard]] std::string node_key(std::string_view name);

/// The key under which nodes of that name are found wherever they hang below another one. No path begins like it.
[[nodiscard]] std::string name_key(std::string_view name);

/// What every name_key begins with.
inline constexpr std::string_view kNameKeyMark = "> ";

/// The name in a key, when it stands for a single one: of a node at the top, or from name_key. Empty for longer paths.
[[nodiscard]] std::string_view name_in_key(std::string_view key);

/// Whether a value of a filter stands for one node: a path of several names, or "Praha >", the one at the top.
[[nodiscard]] bool is_rooted(std::string_view value);

}  // namespace tvar::indexing
