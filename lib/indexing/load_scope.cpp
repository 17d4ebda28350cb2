// SPDX-License-Identifier: GPL-2.0-or-later
#include "lib/indexing/load_scope.h"

#include <system_error>

namespace tvar::indexing {

namespace fs = std::filesystem;

std::string whole_path(const fs::path& path) {
  std::error_code error;
  const fs::path whole = fs::absolute(path, error);
  std::string text = (error ? path : whole).lexically_normal().string();
  if (text.size() > 1 && text.back() == '/') text.pop_back();
  return text;
}

bool is_below(std::string_view path, std::string_view folder) {
  if (folder == "/") return true;
  return path.size() > folder.size() && path.starts_with(folder) && path[folder.size()] == '/';
}

LoadScope::LoadScope(const std::vector<fs::path>& paths) : everything_(false) {
  for (const fs::path& path : paths) paths_.insert(whole_path(path));
}

bool LoadScope::has(std::string_view path) const {
  if (everything_ || paths_.contains("/")) return true;
  for (;;) {
    if (paths_.contains(path)) return true;
    const std::size_t slash = path.rfind('/');
    if (slash == std::string_view::npos) return false;
    path = path.substr(0, slash);
  }
}

bool LoadScope::touches(const std::string& folder) const {
  if (has(folder)) return true;
  const auto first = paths_.lower_bound(folder + "/");
  return first != paths_.end() && is_below(*first, folder);
}

}  // namespace tvar::indexing
