// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// The threads of a load, and the way of batches to them and of results back.
#pragma once

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <exception>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

#include "lib/indexing/document_batch.h"

namespace tvar::indexing {

/// Hands batches to threads. What one of them throws comes out of the next call of the owner, and the others stop.
class BatchQueue {
 public:
  /// Does one batch. Each thread has its own.
  using Work = std::function<BatchResult(Batch&)>;

  /// @param make_work  called once in each thread
  /// @param max_bytes  of the batches that wait or are worked on; a larger one goes alone
  BatchQueue(unsigned threads, std::uint64_t max_bytes, const std::function<Work()>& make_work);
  BatchQueue(const BatchQueue&) = delete;
  BatchQueue& operator=(const BatchQueue&) = delete;
  /// Drops what was not begun, and waits for the rest.
  ~BatchQueue();

  /// Whether there is room for a batch of that size. @throws what a thread has thrown
  [[nodiscard]] bool has_room(std::uint64_t bytes);
  /// @pre has_room
  void push(Batch&& batch);
  /// The next result, in the order in which they come; nothing when no batch is under way any more.
  /// @throws what a thread has thrown
  [[nodiscard]] std::optional<BatchResult> wait();
  /// Forgets the batches that no thread has begun; all of these came after those that one has.
  void drop_waiting();
  /// The same as wait() without waiting.
  [[nodiscard]] std::optional<BatchResult> poll();

 private:
  void run(const std::function<Work()>& make_work);
  void work_loop(const Work& work);
  std::optional<BatchResult> take_result();

  std::mutex mutex_;
  std::condition_variable work_;     // there is something to do, or to stop for
  std::condition_variable results_;  // there is a result or a failure
  std::deque<Batch> waiting_;
  std::deque<BatchResult> done_;
  std::exception_ptr failure_;
  std::uint64_t max_bytes_;
  std::uint64_t bytes_ = 0;    // of batches whose result is not there yet
  std::size_t under_way_ = 0;  // those batches
  std::size_t max_waiting_;
  bool stop_ = false;
  std::vector<std::thread> threads_;
};

}  // namespace tvar::indexing
