// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// From documents, one after the other, to a bulk load: batches for the threads, and results in order.
#pragma once

#include <cstdint>
#include <functional>
#include <map>

#include "index/store.h"
#include "lib/indexing/batch_queue.h"
#include "lib/indexing/document_batch.h"
#include "tvar/index_writer.h"

namespace tvar::indexing {

/// Bytes that a document may have: less than readers allow when there is less memory.
[[nodiscard]] std::uint64_t max_document_bytes(const WriterOptions& options);

/// What a load of these options may use.
[[nodiscard]] store::LoadLimits load_limits(const WriterOptions& options);

/// Called by one thread. Destroyed early, it stops the threads.
class BulkFeeder {
 public:
  using Results = std::function<void(BatchResult&&)>;

  /// @param make_processor  called in each thread
  /// @param results  called by add() and finish(), in the order of the batches; what it throws comes out there
  BulkFeeder(store::BulkLoad& load, const WriterOptions& options,
             const std::function<BatchProcessor()>& make_processor, Results results);

  /// @param bytes  of the document or file, about
  /// @throws what a thread has thrown
  void add(BatchItem&& item, std::uint64_t bytes);
  /// Waits for all.
  void finish();
  /// Drops what no thread has begun, and waits for the rest. What was done are the first batches, without a gap.
  void stop();

 private:
  void submit();
  void arrive(BatchResult&& result);

  Results results_;
  Batch batch_;                               // being filled
  std::map<std::size_t, BatchResult> early_;  // those before them are still under way
  std::size_t next_result_ = 0;
  BatchQueue queue_;
};

}  // namespace tvar::indexing
