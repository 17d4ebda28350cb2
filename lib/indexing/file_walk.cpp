// SPDX-License-Identifier: GPL-2.0-or-later
#include "lib/indexing/file_walk.h"

#include <algorithm>
#include <string_view>
#include <system_error>
#include <unordered_map>
#include <utility>

#include "lib/text/utf8.h"

namespace tvar::indexing {
namespace {

namespace fs = std::filesystem;

std::string shown(const fs::path& path) {
  return text::repair_utf8(path.string());
}

class Walk {
 public:
  Walk(FoundFiles& found, const ProblemSink& problems) : found_(found), problems_(problems) {}

  void start(const fs::path& path) {
    std::error_code error;
    const fs::file_status status = fs::status(path, error);
    if (status.type() == fs::file_type::not_found) {
      problem(path, "No such file or directory");
    } else if (fs::is_directory(status)) {
      walk(path);
    } else {  // whatever it is: its reader says what is wrong with it
      add(path, shown(path.filename()));
    }
  }

 private:
  /// A folder or file still to be visited, and its path below the folder that was named.
  struct Entry {
    fs::path path;
    std::string id;
  };

  /// Keeps the entries to be visited itself: no folder is too deep, and links can't lead in circles.
  void walk(const fs::path& root) {
    std::vector<Entry> open;
    push_sorted(root, "", open);
    while (!open.empty()) {
      const Entry entry = std::move(open.back());
      open.pop_back();
      visit(entry, open);
    }
  }

  void visit(const Entry& entry, std::vector<Entry>& open) {
    std::error_code error;
    if (fs::is_directory(fs::symlink_status(entry.path, error))) {
      push_sorted(entry.path, entry.id + "/", open);
    } else if (fs::is_directory(fs::status(entry.path, error))) {
      return;  // a link to a folder
    } else if (is_readable(entry.path)) {
      add(entry.path, entry.id);
    } else {
      ++found_.ignored;
    }
  }

  void push_sorted(const fs::path& folder, const std::string& prefix, std::vector<Entry>& open) {
    std::vector<std::string> names;
    std::error_code error;
    fs::directory_iterator entry(folder, error);
    for (; !error && entry != fs::directory_iterator(); entry.increment(error)) {
      std::string name = entry->path().filename().string();
      if (!name.starts_with('.')) names.push_back(std::move(name));
    }
    if (error) problem(folder, "can't be listed: " + error.message());
    // The last one pushed is the first one visited.
    std::sort(names.begin(), names.end(), std::greater<>());
    for (const std::string& name : names) open.push_back({folder / name, prefix + text::repair_utf8(name)});
  }

  void add(const fs::path& path, std::string id) {
    const auto [first, is_new] = ids_.try_emplace(id, found_.files.size());
    if (!is_new) {
      problems_({ReadProblem::Severity::warning, shown(path),
                 "has the id '" + id + "', as " + shown(found_.files[first->second].path) +
                     " has, and replaces it"});
    }
    std::error_code error;
    const std::uintmax_t bytes = fs::file_size(path, error);
    found_.files.push_back({path, std::move(id), error ? 0 : bytes});
  }

  void problem(const fs::path& path, std::string message) {
    problems_({ReadProblem::Severity::error, shown(path), std::move(message)});
  }

  FoundFiles& found_;
  const ProblemSink& problems_;
  std::unordered_map<std::string, std::size_t> ids_;
};

}  // namespace

FoundFiles find_files(const std::vector<fs::path>& paths, const ProblemSink& problems) {
  FoundFiles found;
  Walk walk(found, problems);
  for (const fs::path& path : paths) walk.start(path);
  return found;
}

}  // namespace tvar::indexing
