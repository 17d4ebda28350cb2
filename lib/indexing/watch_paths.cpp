// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <utility>

#include "index/store.h"
#include "lib/indexing/folder_watcher.h"
#include "tvar/watch.h"

namespace tvar {
inline namespace v1 {
namespace {

using std::chrono::milliseconds;
using std::chrono::steady_clock;

constexpr milliseconds kBetweenQuestions{200};

class Watch {
 public:
  Watch(const std::filesystem::path& index, const std::vector<std::filesystem::path>& paths,
        const WatchOptions& options)
      : index_(index),
        paths_(paths),
        options_(options),
        watcher_(paths, {index, store::scratch_path(index)}) {}

  void run() {
    pending_.everything = true;
    while (goes_on()) {
      if (is_due() && update()) continue;
      // While another program writes, changes are collected without a hurry.
      const bool told = watcher_.wait(pause(), pending_);
      const auto now = steady_clock::now();
      if (!told) continue;
      if (!first_) first_ = now;
      last_ = now;
    }
  }

 private:
  bool goes_on() const { return !stopped_ && (!options_.go_on || options_.go_on()); }

  bool is_due() const {
    const auto now = steady_clock::now();
    if (pending_.empty() || now < not_before_) return false;
    return !first_ || now >= last_ + options_.quiet || now >= *first_ + options_.patience;
  }

  milliseconds pause() const {
    if (pending_.empty()) return kBetweenQuestions;
    const auto now = steady_clock::now();
    auto due = first_ ? std::min(last_ + options_.quiet, *first_ + options_.patience) : now;
    due = std::max(due, not_before_);
    const auto left = std::chrono::ceil<milliseconds>(due - now);
    return std::clamp(left, milliseconds(0), kBetweenQuestions);
  }

  // Returns false when another program has the index.
  bool update() {
    std::optional<LoadReport> report;
    try {
      report = load();
    } catch (const Error& error) {
      if (error.code() == ErrorCode::cancelled) {
        stopped_ = true;
        return true;
      }
      if (error.code() != ErrorCode::locked) throw;
      if (options_.waiting && !told_of_lock_) options_.waiting(error);
      told_of_lock_ = true;
      not_before_ = steady_clock::now() + kBetweenQuestions;
      return false;
    }
    const bool is_news = !report->changes.empty() || !report->problems.empty() || is_first_;
    is_first_ = false;
    if (options_.updated && is_news) options_.updated(*report);
    return true;
  }

  LoadReport load() {
    IndexWriter writer = options_.schema ? IndexWriter::open(index_, *options_.schema, options_.writer)
                                         : IndexWriter::open(index_, options_.writer);
    told_of_lock_ = false;
    const indexing::FolderChanges changes = std::exchange(pending_, {});
    first_.reset();
    LoadOptions options{
        .progress = options_.progress, .reader = options_.reader, .synchronise = true, .only = {}};
    if (!changes.everything) options.only.emplace(changes.paths.begin(), changes.paths.end());
    LoadReport report = load_paths(writer, paths_, options);
    writer.commit();
    return report;
  }

  const std::filesystem::path& index_;
  const std::vector<std::filesystem::path>& paths_;
  const WatchOptions& options_;
  indexing::FolderWatcher watcher_;
  indexing::FolderChanges pending_;
  std::optional<steady_clock::time_point> first_;  // of the changes that are pending
  steady_clock::time_point last_;
  steady_clock::time_point not_before_;
  bool is_first_ = true;
  bool told_of_lock_ = false;
  bool stopped_ = false;
};

}  // namespace

void watch_paths(const std::filesystem::path& index, const std::vector<std::filesystem::path>& paths,
                 const WatchOptions& options) {
  Watch(index, paths, options).run();
}

}  // namespace v1
}  // namespace tvar
