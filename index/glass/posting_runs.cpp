// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <future>
#include <utility>

#include "index/glass/posting_run.h"

namespace tvar::store::glass {
namespace {

// Of each run in the file, twice: the tables that are made of them read at their own pace.
constexpr std::size_t kMostReadBytes = std::size_t{256} << 10U;
constexpr std::size_t kLeastReadBytes = std::size_t{4} << 10U;
// However much memory there is: places in a ByteLists are numbers of 32 bits.
constexpr std::size_t kMostRunBytes = std::size_t{1} << 30U;

/// A part of a file.
class FileStream : public ByteStream {
 public:
  FileStream(int fd, std::uint64_t begin, std::uint64_t end, std::size_t buffer,
             const std::filesystem::path& path)
      : fd_(fd), next_(begin), end_of_file_(end), buffer_(buffer, '\0'), path_(path) {}

  [[nodiscard]] bool done() const { return at_ == end_ && next_ == end_of_file_; }
  [[nodiscard]] std::uint64_t place() const { return next_ - static_cast<std::uint64_t>(end_ - at_); }

 protected:
  void refill() override {
    const auto size = static_cast<std::size_t>(std::min<std::uint64_t>(buffer_.size(), end_of_file_ - next_));
    read_at(fd_, next_, buffer_.data(), size, path_);
    next_ += size;
    at_ = buffer_.data();
    end_ = at_ + size;
  }

 private:
  int fd_;
  std::uint64_t next_;
  std::uint64_t end_of_file_;
  std::string buffer_;
  const std::filesystem::path& path_;
};

}  // namespace

class PostingRuns::FileCursor : public RunCursor {
 public:
  FileCursor(int fd, const Written& run, std::size_t buffer, const std::filesystem::path& path)
      : stream_(fd, run.begin, run.end, buffer, path), end_of_key_(run.begin) {
    postings = &stream_;
  }
  // Keys share their beginning with the one before, as they do in a dictionary.
  bool next() override {
    if (stream_.place() < end_of_key_) stream_.skip(static_cast<std::size_t>(end_of_key_ - stream_.place()));
    if (stream_.done()) return false;
    whole_.resize(static_cast<std::size_t>(stream_.number()));
    const std::uint64_t rest = stream_.number();
    stream_.read(static_cast<std::size_t>(rest), whole_);
    key_ = whole_;
    documents = static_cast<std::uint32_t>(stream_.number());
    occurrences = stream_.number();
    size = static_cast<std::size_t>(stream_.number());
    end_of_key_ = stream_.place() + size;
    return true;
  }

 private:
  FileStream stream_;
  std::uint64_t end_of_key_;
  std::string whole_;
};

std::unique_ptr<PostingRun> PostingRuns::take(std::size_t batch) {
  const std::lock_guard<std::mutex> lock(mutex_);
  for (auto run = idle_.begin(); run != idle_.end(); ++run) {
    if (!(*run)->may_begin(batch)) continue;
    std::unique_ptr<PostingRun> found = std::move(*run);
    idle_.erase(run);
    found->begin_batch(batch);
    return found;
  }
  ++open_;
  auto fresh = std::make_unique<PostingRun>();
  fresh->begin_batch(batch);
  return fresh;
}

void PostingRuns::put_back(std::unique_ptr<PostingRun> run) {
  {
    const std::lock_guard<std::mutex> lock(mutex_);
    if (run->bytes() <= std::min(memory_ / open_, kMostRunBytes)) {
      idle_.push_back(std::move(run));
      return;
    }
    --open_;
  }
  write(*run);
}

void PostingRuns::write(PostingRun& run) {
  run.sort();
  const std::lock_guard<std::mutex> lock(file_mutex_);
  if (!file_) file_ = std::make_unique<OutputFile>(path_);
  const std::uint64_t begin = file_->size();
  std::string before;
  std::string out;
  std::string bytes;
  for (const std::unique_ptr<RunCursor> cursor = run.cursor(); cursor->next();) {
    const std::string_view key = cursor->key();
    const auto shared = static_cast<std::size_t>(
        std::mismatch(before.begin(), before.end(), key.begin(), key.end()).first - before.begin());
    out.clear();
    append_number(shared, out);
    append_string(key.substr(shared), out);
    append_number(cursor->documents, out);
    append_number(cursor->occurrences, out);
    append_number(cursor->size, out);
    file_->append(out);
    for (std::size_t left = cursor->size; left > 0;) {
      constexpr std::size_t kPiece = std::size_t{64} << 10U;
      bytes.clear();
      cursor->postings->read(std::min(left, kPiece), bytes);
      file_->append(bytes);
      left -= bytes.size();
    }
    before = key;
  }
  written_.push_back({begin, file_->size(), run.batches()});
}

void PostingRuns::close(unsigned threads) {
  if (file_) file_->flush();
  std::vector<std::future<void>> others;
  for (std::size_t i = 0; i < idle_.size(); ++i) {
    const auto sort = [run = idle_[i].get()] { run->sort(); };
    if (threads > 1 && i + 1 < idle_.size() && i % threads != 0) {
      others.push_back(std::async(std::launch::async, sort));
    } else {
      sort();
    }
  }
  for (std::future<void>& other : others) other.get();
}

std::vector<std::unique_ptr<RunCursor>> PostingRuns::cursors() const {
  std::vector<std::unique_ptr<RunCursor>> cursors;
  for (const std::unique_ptr<PostingRun>& run : idle_) cursors.push_back(run->cursor());
  if (written_.empty()) return cursors;
  const std::size_t buffer = std::clamp(memory_ / 4 / written_.size(), kLeastReadBytes, kMostReadBytes);
  for (const Written& run : written_) {
    cursors.push_back(std::make_unique<FileCursor>(file_->descriptor(), run, buffer, path_));
  }
  return cursors;
}

std::vector<const std::vector<PostingRun::BatchStart>*> PostingRuns::batches() const {
  std::vector<const std::vector<PostingRun::BatchStart>*> batches;
  for (const std::unique_ptr<PostingRun>& run : idle_) batches.push_back(&run->batches());
  for (const Written& run : written_) batches.push_back(&run.batches);
  return batches;
}

}  // namespace tvar::store::glass
