// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// The file `.tvarignore`: which files of its folder, and of those below, are not to be indexed. A part of git's
/// language:
///
///   # a comment, as are empty lines
///   drafts          everything of this name, at any depth
///   *.bak.txt       `*` any bytes but '/', `?` one, `[a-z]` one of these, `[!a-z]` none of them
///   archive/        folders only
///   /todo.txt       a slash at the beginning or in the middle: counted from the folder of the .tvarignore
///   old/**/*.md     `**` any number of folders
///   !keep.md        not ignored after all; the last line that matches decides. Nothing comes back from within an ignored folder
///   \#name, \!name  a name that begins so
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tvar::indexing {

/// Whether a name matches `pattern`, which holds no '/'. Linear in practice, quadratic at worst.
[[nodiscard]] bool matches_name(std::string_view pattern, std::string_view name);

class IgnoreRules {
 public:
  explicit IgnoreRules(std::string_view text);

  /// What the rules say of a path relative to their folder; nothing when no line matches.
  [[nodiscard]] std::optional<bool> ignores(std::string_view path, bool is_folder) const;

 private:
  struct Rule {
    std::vector<std::string> segments;
    bool keeps = false;         // '!'
    bool folders_only = false;  // trailing '/'
  };
  static std::optional<Rule> parse(std::string_view line);
  std::vector<Rule> rules_;
};

}  // namespace tvar::indexing
