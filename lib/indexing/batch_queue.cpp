// SPDX-License-Identifier: GPL-2.0-or-later
#include "lib/indexing/batch_queue.h"

#include <system_error>
#include <utility>

namespace tvar::indexing {

BatchQueue::BatchQueue(unsigned threads, std::uint64_t max_bytes, const std::function<Work()>& make_work)
    : max_bytes_(max_bytes), max_waiting_(std::size_t{2} * threads) {
  try {
    for (unsigned i = 0; i < threads; ++i) threads_.emplace_back([this, make_work] { run(make_work); });
  } catch (const std::system_error&) {
    // Some are as good as all, as long as there is one.
    if (threads_.empty()) throw;
  }
}

BatchQueue::~BatchQueue() {
  {
    const std::lock_guard<std::mutex> lock(mutex_);
    stop_ = true;
    waiting_.clear();
  }
  work_.notify_all();
  for (std::thread& thread : threads_) thread.join();
}

bool BatchQueue::has_room(std::uint64_t bytes) {
  const std::lock_guard<std::mutex> lock(mutex_);
  if (failure_) std::rethrow_exception(failure_);
  return under_way_ == 0 || (waiting_.size() < max_waiting_ && bytes_ + bytes <= max_bytes_);
}

void BatchQueue::push(Batch&& batch) {
  {
    const std::lock_guard<std::mutex> lock(mutex_);
    bytes_ += batch.bytes;
    ++under_way_;
    waiting_.push_back(std::move(batch));
  }
  work_.notify_one();
}

std::optional<BatchResult> BatchQueue::wait() {
  std::unique_lock<std::mutex> lock(mutex_);
  results_.wait(lock, [this] { return failure_ || !done_.empty() || under_way_ == 0; });
  return take_result();
}

void BatchQueue::drop_waiting() {
  const std::lock_guard<std::mutex> lock(mutex_);
  for (const Batch& batch : waiting_) bytes_ -= batch.bytes;
  under_way_ -= waiting_.size();
  waiting_.clear();
}

std::optional<BatchResult> BatchQueue::poll() {
  const std::lock_guard<std::mutex> lock(mutex_);
  return take_result();
}

std::optional<BatchResult> BatchQueue::take_result() {
  if (failure_) std::rethrow_exception(failure_);
  if (done_.empty()) return std::nullopt;
  BatchResult result = std::move(done_.front());
  done_.pop_front();
  return result;
}

void BatchQueue::run(const std::function<Work()>& make_work) {
  try {
    work_loop(make_work());
  } catch (...) {
    const std::lock_guard<std::mutex> lock(mutex_);
    if (!failure_) failure_ = std::current_exception();
    stop_ = true;
    waiting_.clear();
  }
  work_.notify_all();
  results_.notify_all();
}

void BatchQueue::work_loop(const Work& work) {
  for (;;) {
    std::unique_lock<std::mutex> lock(mutex_);
    work_.wait(lock, [this] { return stop_ || !waiting_.empty(); });
    if (stop_) return;
    Batch batch = std::move(waiting_.front());
    waiting_.pop_front();
    lock.unlock();
    BatchResult result = work(batch);
    lock.lock();
    bytes_ -= batch.bytes;
    --under_way_;
    done_.push_back(std::move(result));
    results_.notify_all();
  }
}

}  // namespace tvar::indexing
