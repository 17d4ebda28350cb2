// SPDX-License-Identifier: GPL-2.0-or-later
#include "lib/indexing/file_walk.h"

#include <sys/stat.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <memory>
#include <optional>
#include <string_view>
#include <system_error>
#include <unordered_map>
#include <utility>

#include "lib/indexing/ignore_rules.h"
#include "lib/text/utf8.h"

namespace tvar::indexing {
namespace {

namespace fs = std::filesystem;

std::string shown(const fs::path& path) {
  return text::repair_utf8(path.string());
}

constexpr const char* kIgnoreFile = ".tvarignore";

/// The rules of a folder, and of those above it, which its own overrule.
struct Rules {
  IgnoreRules own;
  std::size_t prefix;  // bytes of an id before the path relative to the folder of the rules
  std::shared_ptr<const Rules> above;
};

bool is_ignored(const Rules* rules, std::string_view id, bool is_folder) {
  for (; rules != nullptr; rules = rules->above.get()) {
    if (const std::optional<bool> said = rules->own.ignores(id.substr(rules->prefix), is_folder))
      return *said;
  }
  return false;
}

class Walk {
 public:
  Walk(FoundFiles& found, const ProblemSink& problems) : found_(found), problems_(problems) {}

  void start(const fs::path& path) {
    if (!is_wanted(path)) return;
    std::error_code error;
    const fs::file_status status = fs::status(path, error);
    if (status.type() == fs::file_type::not_found) {
      problem(path, "No such file or directory");
    } else if (fs::is_directory(status)) {
      found_.roots.push_back(path);
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
    std::shared_ptr<const Rules> rules;
  };

  // Also the folders on the way to what is wanted.
  [[nodiscard]] bool is_wanted(const fs::path& path) const {
    return found_.scope.is_everything() || found_.scope.touches(whole_path(path));
  }

  /// Keeps the entries to be visited itself: no folder is too deep, and links can't lead in circles.
  void walk(const fs::path& root) {
    std::vector<Entry> open;
    push_sorted({root, "", nullptr}, "", open);
    while (!open.empty()) {
      const Entry entry = std::move(open.back());
      open.pop_back();
      visit(entry, open);
    }
  }

  void visit(const Entry& entry, std::vector<Entry>& open) {
    std::error_code error;
    const bool is_folder = fs::is_directory(fs::symlink_status(entry.path, error));
    if (is_ignored(entry.rules.get(), entry.id, is_folder)) {
      ++found_.excluded;
    } else if (is_folder) {
      push_sorted(entry, entry.id + "/", open);
    } else if (fs::is_directory(fs::status(entry.path, error))) {
      ++found_.links;  // to a folder
    } else if (is_readable(entry.path)) {
      add(entry.path, entry.id);
    } else {
      ++found_.ignored;
    }
  }

  void push_sorted(const Entry& folder, const std::string& prefix, std::vector<Entry>& open) {
    std::vector<std::string> names;
    std::error_code error;
    bool has_rules = false;
    fs::directory_iterator entry(folder.path, error);
    for (; !error && entry != fs::directory_iterator(); entry.increment(error)) {
      std::string name = entry->path().filename().string();
      if (name == kIgnoreFile) {
        has_rules = true;
      } else if (!is_wanted(folder.path / name)) {
        continue;
      } else if (name.starts_with('.')) {
        ++found_.hidden;
      } else {
        names.push_back(std::move(name));
      }
    }
    if (error) {
      problem(folder.path, "can't be listed: " + error.message());
      found_.unlisted.push_back(folder.path);
    }
    const auto rules = has_rules ? read_rules(folder, prefix) : folder.rules;
    // The last one pushed is the first one visited.
    std::sort(names.begin(), names.end(), std::greater<>());
    for (const std::string& name : names) {
      open.push_back({folder.path / name, prefix + text::repair_utf8(name), rules});
    }
  }

  std::shared_ptr<const Rules> read_rules(const Entry& folder, const std::string& prefix) {
    const fs::path path = folder.path / kIgnoreFile;
    std::error_code error;
    std::ifstream file;
    if (fs::is_regular_file(path, error)) file.open(path, std::ios::binary);
    if (!file.is_open()) {
      problem(path, "can't be read");
      return folder.rules;
    }
    const std::string text{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
    return std::make_shared<const Rules>(Rules{IgnoreRules(text), prefix.size(), folder.rules});
  }

  void add(const fs::path& path, std::string id) {
    const auto [first, is_new] = ids_.try_emplace(id, found_.files.size());
    if (!is_new) {
      problems_({ReadProblem::Severity::warning, shown(path),
                 "has the id '" + id + "', as " + shown(found_.files[first->second].path) +
                     " has, and replaces it"});
    }
    FoundFile file{.path = path, .id = std::move(id)};
    struct stat status {};
    if (::stat(path.c_str(), &status) == 0 && S_ISREG(status.st_mode)) {
      file.bytes = static_cast<std::uint64_t>(status.st_size);
      file.changed = std::int64_t{status.st_mtim.tv_sec} * 1'000'000'000 + status.st_mtim.tv_nsec;
    }
    found_.files.push_back(std::move(file));
  }

  void problem(const fs::path& path, std::string message) {
    problems_({ReadProblem::Severity::error, shown(path), std::move(message)});
  }

  FoundFiles& found_;
  const ProblemSink& problems_;
  std::unordered_map<std::string, std::size_t> ids_;
};

}  // namespace

FoundFiles find_files(const std::vector<fs::path>& paths, const ProblemSink& problems,
                      const LoadScope& scope) {
  FoundFiles found;
  found.scope = scope;
  Walk walk(found, problems);
  for (const fs::path& path : paths) walk.start(path);
  return found;
}

}  // namespace tvar::indexing
