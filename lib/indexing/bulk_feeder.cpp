// SPDX-License-Identifier: GPL-2.0-or-later
#include "lib/indexing/bulk_feeder.h"

#include <algorithm>
#include <memory>
#include <optional>
#include <thread>
#include <utility>

#include "lib/readers/reader.h"

namespace tvar::indexing {
namespace {

// Small enough that a short load keeps all threads busy to its end.
constexpr std::uint64_t kBatchBytes = std::uint64_t{64} << 10U;
constexpr std::size_t kBatchItems = 200;
constexpr std::size_t kLeastMemory = std::size_t{64} << 20U;
// A document takes up to four times its size while its terms are made and written, and there are the postings of others.
constexpr std::size_t kMemoryADocument = 5;
// Batches on their way to the threads; one large document goes alone.
constexpr std::size_t kMemoryAQueue = 16;
// Each collects postings of its own, in its share of the memory.
constexpr unsigned kMaxThreads = 32;

unsigned thread_count(const WriterOptions& options) {
  const unsigned processors = std::max(1U, std::thread::hardware_concurrency());
  return std::min(options.threads == 0 ? processors : options.threads, kMaxThreads);
}

std::size_t memory(const WriterOptions& options) {
  return std::max(options.memory, kLeastMemory);
}

}  // namespace

std::uint64_t max_document_bytes(const WriterOptions& options) {
  return std::min<std::uint64_t>(readers::kMaxDocumentBytes, memory(options) / kMemoryADocument);
}

store::LoadLimits load_limits(const WriterOptions& options) {
  return {.memory = memory(options), .threads = thread_count(options)};
}

BulkFeeder::BulkFeeder(store::BulkLoad& load, const WriterOptions& options,
                       const std::function<BatchProcessor()>& make_processor, Results results)
    : results_(std::move(results)),
      queue_(thread_count(options), memory(options) / kMemoryAQueue,
             [make_processor, &load]() -> BatchQueue::Work {
               return [processor = std::make_shared<BatchProcessor>(make_processor()), &load](Batch& batch) {
                 store::BulkLoad::Segment segment = load.segment(batch.number);
                 BatchResult result = processor->process(
                     batch, [&segment](const store::PreparedDocument& document) { segment.add(document); });
                 segment.finish();
                 return result;
               };
             }) {}

void BulkFeeder::add(BatchItem&& item, std::uint64_t bytes) {
  if (batch_.bytes > 0 && batch_.bytes + bytes > kBatchBytes) submit();
  batch_.items.push_back(std::move(item));
  batch_.bytes += bytes;
  if (batch_.items.size() >= kBatchItems) submit();
}

void BulkFeeder::finish() {
  submit();
  while (std::optional<BatchResult> result = queue_.wait()) arrive(std::move(*result));
}

void BulkFeeder::stop() {
  batch_ = {};
  queue_.drop_waiting();
  while (std::optional<BatchResult> result = queue_.wait()) arrive(std::move(*result));
}

void BulkFeeder::submit() {
  while (!queue_.has_room(batch_.bytes)) {
    if (std::optional<BatchResult> result = queue_.wait()) arrive(std::move(*result));
  }
  while (std::optional<BatchResult> result = queue_.poll()) arrive(std::move(*result));
  const std::size_t next = batch_.number + 1;
  queue_.push(std::move(batch_));
  batch_ = {.number = next, .items = {}, .bytes = 0};
}

// Threads finish as they please; everything is reported in the order of the files.
void BulkFeeder::arrive(BatchResult&& result) {
  early_.emplace(result.number, std::move(result));
  while (!early_.empty() && early_.begin()->first == next_result_) {
    ++next_result_;
    results_(std::move(early_.extract(early_.begin()).mapped()));
  }
}

}  // namespace tvar::indexing
