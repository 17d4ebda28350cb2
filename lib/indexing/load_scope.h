// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// The part of the named folders that a load looks at.
#pragma once

#include <filesystem>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace tvar::indexing {

/// Absolute and without "." and "..", but with links as they are; no slash at the end. Paths are compared in this form.
[[nodiscard]] std::string whole_path(const std::filesystem::path& path);

/// Whether a whole path lies below a whole folder.
[[nodiscard]] bool is_below(std::string_view path, std::string_view folder);

/// Everything, or some paths and what is below them.
class LoadScope {
 public:
  /// Everything.
  LoadScope() = default;
  /// None at all when there are no paths.
  explicit LoadScope(const std::vector<std::filesystem::path>& paths);

  [[nodiscard]] bool is_everything() const noexcept { return everything_; }
  /// Whether this path is to be looked at. @param path  a whole path, as is the next one
  [[nodiscard]] bool has(std::string_view path) const;
  /// Whether it, or something below it, is to be looked at.
  [[nodiscard]] bool touches(const std::string& folder) const;

 private:
  bool everything_ = true;
  std::set<std::string, std::less<>> paths_;
};

}  // namespace tvar::indexing
