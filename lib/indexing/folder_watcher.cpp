// SPDX-License-Identifier: GPL-2.0-or-later
#include "lib/indexing/folder_watcher.h"

#include <poll.h>
#include <sys/inotify.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <map>
#include <string>
#include <system_error>
#include <utility>

#include "lib/indexing/load_scope.h"
#include "lib/text/utf8.h"
#include "tvar/error.h"
#include "tvar/reader.h"

namespace tvar::indexing {
namespace {

namespace fs = std::filesystem;

// A file counts when it is closed, not with each piece that is written.
constexpr std::uint32_t kEvents = IN_CLOSE_WRITE | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO |
                                  IN_ATTRIB | IN_ONLYDIR | IN_EXCL_UNLINK;
constexpr std::string_view kIgnoreFile = ".tvarignore";

Error failure(const std::string& what, int error_number) {
  const bool too_many = error_number == ENOSPC || error_number == EMFILE;
  return {
      ErrorCode::io, what + ": can't be watched: " + std::generic_category().message(error_number),
      too_many
          ? "There are more folders than the system watches for a user: raise fs.inotify.max_user_watches "
            "(or max_user_instances) by sysctl."
          : ""};
}

// What was created and is never going to be closed: a link of either kind.
bool is_link(const fs::path& path) {
  struct stat status {};
  return ::lstat(path.c_str(), &status) == 0 && (S_ISLNK(status.st_mode) || status.st_nlink > 1);
}

}  // namespace

struct FolderWatcher::Impl {
  int fd = ::inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
  std::vector<fs::path> named;
  std::vector<std::string> left_out;  // whole paths
  std::map<int, fs::path> folders;    // by watch
  std::map<fs::path, int> watches;    // by folder

  ~Impl() {
    if (fd >= 0) ::close(fd);
  }

  // The folder of each path too, so that one that comes back is noticed, and a file by its name.
  void watch_all() {
    for (const fs::path& path : named) {
      watch(parent_of(path));
      watch_below(path);
    }
  }

  void forget_all() {
    for (const auto& [folder, number] : watches) ::inotify_rm_watch(fd, number);
    watches.clear();
    folders.clear();
  }

  static fs::path parent_of(const fs::path& path) { return fs::path(whole_path(path)).parent_path(); }

  [[nodiscard]] bool is_left_out(const std::string& whole) const {
    return std::find(left_out.begin(), left_out.end(), whole) != left_out.end();
  }

  // What vanishes meanwhile is told by its folder.
  void watch(const fs::path& folder) {
    const int number = ::inotify_add_watch(fd, folder.c_str(), kEvents);
    if (number < 0) {
      if (errno == ENOENT || errno == ENOTDIR || errno == EACCES) return;
      throw failure(text::repair_utf8(folder.string()), errno);
    }
    // Two names of one folder share a watch: the one by which it was found first stays.
    const std::string name = whole_path(folder);
    if (folders.try_emplace(number, name).second) watches[name] = number;
  }

  // Keeps the folders to be visited itself: no folder is too deep.
  void watch_below(const fs::path& top) {
    std::vector<fs::path> open{top};
    while (!open.empty()) {
      const fs::path folder = std::move(open.back());
      open.pop_back();
      std::error_code error;
      if (is_left_out(whole_path(folder)) || !fs::is_directory(folder, error)) continue;
      // First, so that what comes after the listing is told.
      watch(folder);
      fs::directory_iterator entry(folder, error);
      for (; !error && entry != fs::directory_iterator(); entry.increment(error)) {
        if (entry->path().filename().string().starts_with('.')) continue;
        std::error_code gone;
        if (fs::is_directory(entry->symlink_status(gone))) open.push_back(entry->path());
      }
    }
  }

  void forget_below(const fs::path& top) {
    const std::string whole = top.string();
    for (auto entry = watches.begin(); entry != watches.end();) {
      const std::string folder = entry->first.string();
      if (folder != whole && !is_below(folder, whole)) {
        ++entry;
        continue;
      }
      ::inotify_rm_watch(fd, entry->second);
      folders.erase(entry->second);
      entry = watches.erase(entry);
    }
  }

  // Named itself, or below a folder that is: the folders of named paths are watched for these alone.
  [[nodiscard]] bool is_named(const std::string& whole) const {
    return std::any_of(named.begin(), named.end(),
                       [&whole](const fs::path& path) { return whole_path(path) == whole; });
  }
  [[nodiscard]] bool is_within(const std::string& whole) const {
    return std::any_of(named.begin(), named.end(),
                       [&whole](const fs::path& path) { return is_below(whole, whole_path(path)); });
  }

  void take(const inotify_event& event, FolderChanges& changes) {
    if ((event.mask & IN_Q_OVERFLOW) != 0) {
      // Folders may have come and gone unseen, too.
      forget_all();
      watch_all();
      changes.everything = true;
      return;
    }
    const auto folder = folders.find(event.wd);
    if (folder == folders.end()) return;
    if ((event.mask & IN_IGNORED) != 0) {
      watches.erase(folder->second);
      folders.erase(folder);
      return;
    }
    if (event.len == 0) return;
    const std::string name(event.name);
    take_entry(folder->second / name, name, event.mask, changes);
  }

  void take_entry(const fs::path& path, const std::string& name, std::uint32_t mask, FolderChanges& changes) {
    const std::string whole = path.string();
    const bool named_itself = is_named(whole);
    if (is_left_out(whole) || (!named_itself && !is_within(whole))) return;
    if (name == kIgnoreFile) {
      changes.paths.insert(path.parent_path());
      return;
    }
    if (name.starts_with('.') && !named_itself) return;
    if ((mask & IN_ISDIR) != 0) {
      if ((mask & IN_ATTRIB) != 0 && watches.contains(path))
        return;  // its times; a new permission lets it be watched
      if ((mask & (IN_MOVED_FROM | IN_DELETE)) != 0) {
        forget_below(path);
      } else {
        watch_below(path);
      }
      changes.paths.insert(path);
    } else if ((is_readable(path) || named_itself) && ((mask & IN_CREATE) == 0 || is_link(path))) {
      changes.paths.insert(path);
    }
  }
};

FolderWatcher::FolderWatcher(std::vector<fs::path> paths, std::vector<fs::path> left_out)
    : impl_(std::make_unique<Impl>()) {
  if (impl_->fd < 0) throw failure("folders", errno);
  impl_->named = std::move(paths);
  for (const fs::path& path : left_out) impl_->left_out.push_back(whole_path(path));
  impl_->watch_all();
}

FolderWatcher::~FolderWatcher() = default;

bool FolderWatcher::wait(std::chrono::milliseconds timeout, FolderChanges& changes) {
  pollfd ready{impl_->fd, POLLIN, 0};
  if (::poll(&ready, 1, static_cast<int>(timeout.count())) <= 0) return false;
  alignas(inotify_event) std::array<char, std::size_t{64} << 10U> buffer{};
  const ssize_t size = ::read(impl_->fd, buffer.data(), buffer.size());
  if (size < 0 && errno != EAGAIN && errno != EINTR) throw failure("folders", errno);
  FolderChanges found;
  for (ssize_t place = 0; place < size;) {
    const auto* event = reinterpret_cast<const inotify_event*>(buffer.data() + place);
    impl_->take(*event, found);
    place += static_cast<ssize_t>(sizeof *event + event->len);
  }
  changes.everything |= found.everything;
  changes.paths.insert(found.paths.begin(), found.paths.end());
  return !found.empty();
}

}  // namespace tvar::indexing
