// SPDX-License-Identifier: GPL-2.0-or-later
#include "lib/indexing/sync_plan.h"

#include <algorithm>
#include <string_view>
#include <unordered_set>
#include <utility>

namespace tvar::indexing {
namespace {

// Clocks of file systems are coarse: a file written twice within this may show one time.
constexpr std::int64_t kClockStep = 2'000'000'000;

bool is_below_one(std::string_view path, const std::vector<std::string>& folders) {
  return std::any_of(folders.begin(), folders.end(),
                     [path](const std::string& folder) { return is_below(path, folder); });
}

std::vector<std::string> whole_paths(const std::vector<std::filesystem::path>& paths) {
  std::vector<std::string> whole;
  for (const std::filesystem::path& path : paths) whole.push_back(whole_path(path));
  return whole;
}

class Planner {
 public:
  Planner(FileRecords records, std::int64_t now) : records_(std::move(records)), now_(now) {}

  SyncPlan run(FoundFiles& found) {
    for (FoundFile& file : found.files) {
      if (file.id.empty()) continue;
      compare(std::move(file));
    }
    find_removed(found);
    find_moved();
    return std::move(plan_);
  }

 private:
  void compare(FoundFile&& file) {
    FileRecord now{
        .id = file.id, .path = whole_path(file.path), .bytes = file.bytes, .changed = file.changed};
    const auto known = records_.find(file.id);
    const bool is_known = known != records_.end();
    const FileRecord before = is_known ? known->second : FileRecord{};
    if (is_known) records_.erase(known);
    const bool same_place = is_known && before.path == now.path && before.bytes == now.bytes;
    if (same_place && before.changed != 0 && before.changed == now.changed) {
      ++plan_.unchanged;
      return;
    }
    // Before it is read: a change while it is read then looks like a change.
    now.hash = content_hash(file.path);
    if (now.changed > now_ - kClockStep) now.changed = 0;
    if (same_place && !now.hash.empty() && before.hash == now.hash) {
      ++plan_.unchanged;
      now.own_id = before.own_id;
      now.other_ids = before.other_ids;
      if (now.changed != before.changed) plan_.touched.push_back(std::move(now));
      return;
    }
    // What can't be read now may be readable next time: its documents stay until then.
    if (is_known && !now.hash.empty()) plan_.outdated.push_back(before);
    plan_.changes.push_back({is_known ? FileState::changed : FileState::added, file.id});
    plan_.files.push_back(std::move(file));
    plan_.records.push_back(std::move(now));
  }

  void find_removed(const FoundFiles& found) {
    const std::vector<std::string> roots = whole_paths(found.roots);
    const std::vector<std::string> unlisted = whole_paths(found.unlisted);
    std::vector<std::string> ids;
    for (const auto& [id, record] : records_) {
      if (found.scope.has(record.path) && is_below_one(record.path, roots) &&
          !is_below_one(record.path, unlisted)) {
        ids.push_back(id);
      }
    }
    std::sort(ids.begin(), ids.end());
    for (const std::string& id : ids) {
      removed_.emplace(records_[id].hash, id);
      plan_.changes.push_back({FileState::removed, id});
      plan_.outdated.push_back(records_[id]);
    }
  }

  void find_moved() {
    std::unordered_set<std::string> sources;
    for (std::size_t i = 0; i < plan_.files.size(); ++i) {
      FileChange& change = plan_.changes[i];
      const auto same = removed_.find(plan_.records[i].hash);
      if (change.state != FileState::added || plan_.records[i].hash.empty() || same == removed_.end())
        continue;
      change.state = FileState::moved;
      change.from = same->second;
      sources.insert(same->second);
      removed_.erase(same);
    }
    std::erase_if(plan_.changes, [&sources](const FileChange& change) {
      return change.state == FileState::removed && sources.contains(change.id);
    });
  }

  FileRecords records_;
  std::int64_t now_;
  std::unordered_map<std::string, std::string> removed_;  // hash → id
  SyncPlan plan_;
};

}  // namespace

SyncPlan make_plan(FoundFiles& found, FileRecords records, std::int64_t now) {
  return Planner(std::move(records), now).run(found);
}

}  // namespace tvar::indexing
