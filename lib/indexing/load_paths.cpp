// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <iterator>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <thread>
#include <utility>

#include "lib/analysis/analyzer_impl.h"
#include "lib/indexing/batch_queue.h"
#include "lib/indexing/document_batch.h"
#include "lib/indexing/file_walk.h"
#include "lib/indexing/index_writer_impl.h"
#include "lib/readers/reader.h"
#include "lib/text/utf8.h"
#include "tvar/error.h"
#include "tvar/reader.h"

namespace tvar {
inline namespace v1 {
namespace {

using indexing::Batch;
using indexing::BatchItem;
using indexing::BatchResult;
using indexing::FoundFile;

// A batch is one segment of the index while it is loaded. Its postings take some thirty times its size before they are
// written, and want to fit into a processor's cache: 64 KiB take two thirds of the time that 512 KiB do.
constexpr std::uint64_t kBatchBytes = std::uint64_t{64} << 10U;
constexpr std::size_t kBatchItems = 200;
// Larger files are read here and handed out document by document; smaller ones are read by the thread that analyses them.
constexpr std::uint64_t kHandedOutBytes = std::uint64_t{512} << 10U;
constexpr std::size_t kLeastMemory = std::size_t{64} << 20U;
// A document takes up to sixteen times its size while its terms are made and written.
constexpr std::size_t kMemoryADocument = 16;
// Below this a bulk load is not worth its files; above it is, when the index that has to be copied is small for it.
constexpr std::uint64_t kBulkBytes = std::uint64_t{1} << 20U;
constexpr std::uint64_t kIndexBytesALoadedByte = 40;

/// One run over the files.
class Load {
 public:
  Load(IndexWriter& writer, const LoadOptions& options)
      : writer_(writer.impl()),
        options_(options),
        memory_(std::max(writer_.options.memory, kLeastMemory)),
        max_document_bytes_(std::min<std::uint64_t>(readers::kMaxDocumentBytes, memory_ / kMemoryADocument)) {
  }

  LoadReport run(const std::vector<std::filesystem::path>& paths) {
    found_ = indexing::find_files(
        paths, [this](ReadProblem&& problem) { report_.problems.push_back(std::move(problem)); });
    report_.ignored = found_.ignored;
    progress_.files_total = found_.files.size();
    for (const FoundFile& file : found_.files) progress_.bytes_total += file.bytes;
    outcomes_.resize(found_.files.size());
    if (is_bulk()) {
      run_bulk();
    } else {
      run_direct();
    }
    return std::move(report_);
  }

 private:
  // Merging copies the index once, so it pays when the load is not much smaller. Changes that were not committed can't be
  // merged.
  [[nodiscard]] bool is_bulk() const {
    if (options_.method == LoadMethod::direct || writer_.writer.has_changes()) return false;
    if (options_.method == LoadMethod::bulk) return true;
    return progress_.bytes_total >= kBulkBytes &&
           progress_.bytes_total >= writer_.writer.bytes_on_disk() / kIndexBytesALoadedByte;
  }

  [[nodiscard]] indexing::BatchProcessor make_processor() const {
    return {writer_.writer.info().schema, *writer_.analyzer.impl().stemmer, max_document_bytes_};
  }

  void run_direct() {
    indexing::BatchProcessor processor = make_processor();
    for (std::size_t i = 0; i < found_.files.size(); ++i) {
      Batch batch{.number = i, .items = {}, .bytes = found_.files[i].bytes};
      batch.items.push_back({&found_.files[i], i});
      take(processor.process(
          batch, [this](const store::PreparedDocument& document) { writer_.writer.upsert(document); }));
    }
  }

  void run_bulk() {
    store::BulkLoad bulk = writer_.writer.begin_load();
    {
      const unsigned processors = std::max(1U, std::thread::hardware_concurrency());
      const unsigned threads = writer_.options.threads == 0 ? processors : writer_.options.threads;
      indexing::BatchQueue queue(std::min(threads, kMaxThreads), memory_ / kMemoryADocument,
                                 [this, &bulk] { return make_work(bulk); });
      queue_ = &queue;
      for (std::size_t i = 0; i < found_.files.size(); ++i) hand_out(i);
      submit();
      while (std::optional<BatchResult> result = queue.wait()) arrive(std::move(*result));
    }
    writer_.writer.finish_load(std::move(bulk));
  }

  [[nodiscard]] indexing::BatchQueue::Work make_work(store::BulkLoad& bulk) const {
    return [processor = std::make_shared<indexing::BatchProcessor>(make_processor()),
            &bulk](const Batch& batch) {
      store::BulkLoad::Segment segment = bulk.segment(batch.number);
      BatchResult result = processor->process(
          batch, [&segment](const store::PreparedDocument& document) { segment.add(document); });
      segment.finish();
      return result;
    };
  }

  void hand_out(std::size_t number) {
    const FoundFile& file = found_.files[number];
    if (file.bytes <= kHandedOutBytes) return add({&file, number}, file.bytes);
    const readers::Source source{.path = file.path, .id = file.id, .max_document_bytes = max_document_bytes_};
    readers::read_placed(
        source,
        [this, number](Document&& document, const std::string& where) {
          const std::uint64_t bytes = size_of(document);
          add({BatchItem::Placed{std::move(document), where}, number}, bytes);
          return true;
        },
        [this, number](ReadProblem&& problem) {
          add({std::move(problem), number}, 0);
        });
    add({BatchItem::FileEnd{}, number}, 0);
  }

  static std::uint64_t size_of(const Document& document) {
    std::uint64_t bytes = document.id.size();
    for (const FieldValue& field : document.fields) bytes += field.value.size();
    return bytes;
  }

  void add(BatchItem&& item, std::uint64_t bytes) {
    if (batch_.bytes > 0 && batch_.bytes + bytes > kBatchBytes) submit();
    batch_.items.push_back(std::move(item));
    batch_.bytes += bytes;
    if (batch_.items.size() >= kBatchItems) submit();
  }

  void submit() {
    while (!queue_->has_room(batch_.bytes)) {
      if (std::optional<BatchResult> result = queue_->wait()) arrive(std::move(*result));
    }
    while (std::optional<BatchResult> result = queue_->poll()) arrive(std::move(*result));
    const std::size_t next = batch_.number + 1;
    queue_->push(std::move(batch_));
    batch_ = {.number = next, .items = {}, .bytes = 0};
  }

  // Threads finish as they please; everything is reported in the order of the files.
  void arrive(BatchResult&& result) {
    early_.emplace(result.number, std::move(result));
    while (!early_.empty() && early_.begin()->first == next_result_) {
      ++next_result_;
      take(std::move(early_.extract(early_.begin()).mapped()));
    }
  }

  void take(BatchResult&& result) {
    std::move(result.problems.begin(), result.problems.end(), std::back_inserter(report_.problems));
    for (const indexing::FileOutcome& part : result.files) {
      indexing::FileOutcome& outcome = outcomes_[part.file];
      outcome.documents += part.documents;
      outcome.failed |= part.failed;
      report_.documents += part.documents;
      if (part.complete) finish(part.file);
    }
  }

  void finish(std::size_t number) {
    const FoundFile& file = found_.files[number];
    const indexing::FileOutcome& outcome = outcomes_[number];
    if (!outcome.failed || outcome.documents > 0) {
      ++report_.files;
      report_.bytes += file.bytes;
    }
    tell(file);
  }

  void tell(const FoundFile& file) {
    ++progress_.files;
    progress_.bytes += file.bytes;
    progress_.documents = report_.documents;
    if (!options_.progress) return;
    const std::string path = text::repair_utf8(file.path.string());
    progress_.current = path;
    const bool go_on = options_.progress(progress_);
    progress_.current = {};
    if (!go_on) throw Error(ErrorCode::cancelled, path + ": loading was stopped here");
  }

  static constexpr unsigned kMaxThreads =
      16;  // each merges up to eight databases of five files each at a time

  IndexWriter::Impl& writer_;
  const LoadOptions& options_;
  std::uint64_t memory_;
  std::uint64_t max_document_bytes_;
  indexing::FoundFiles found_;
  std::vector<indexing::FileOutcome> outcomes_;  // of each file
  indexing::BatchQueue* queue_ = nullptr;
  Batch batch_;                               // being filled
  std::map<std::size_t, BatchResult> early_;  // those before them are still under way
  std::size_t next_result_ = 0;
  LoadReport report_;
  LoadProgress progress_;
};

}  // namespace

LoadReport load_paths(IndexWriter& writer, const std::vector<std::filesystem::path>& paths,
                      const LoadOptions& options) {
  return Load(writer, options).run(paths);
}

}  // namespace v1
}  // namespace tvar
