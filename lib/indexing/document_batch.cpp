// SPDX-License-Identifier: GPL-2.0-or-later
#include "lib/indexing/document_batch.h"

#include <utility>

#include "lib/indexing/index_writer_impl.h"
#include "lib/readers/reader.h"
#include "tvar/error.h"

namespace tvar::indexing {

BatchProcessor::BatchProcessor(const Schema& schema, const Stemmer& stemmer, std::uint64_t max_document_bytes)
    : preparer_(schema, stemmer), max_document_bytes_(max_document_bytes) {}

BatchResult BatchProcessor::process(const Batch& batch, const PreparedSink& sink) {
  result_ = {.number = batch.number, .bytes = batch.bytes, .files = {}, .problems = {}};
  for (const BatchItem& item : batch.items) {
    if (result_.files.empty() || result_.files.back().file != item.file) {
      result_.files.push_back({.file = item.file});
    }
    if (const auto* file = std::get_if<const FoundFile*>(&item.what)) {
      const readers::Source source{
          .path = (*file)->path, .id = (*file)->id, .max_document_bytes = max_document_bytes_};
      readers::read_placed(
          source,
          [this, &sink](Document&& document, const std::string& where) {
            take(document, where, sink);
            return true;
          },
          [this](ReadProblem&& problem) { take(std::move(problem)); });
      result_.files.back().complete = true;
    } else if (const auto* placed = std::get_if<BatchItem::Placed>(&item.what)) {
      take(placed->document, placed->where, sink);
    } else if (const auto* problem = std::get_if<ReadProblem>(&item.what)) {
      take(*problem);
    } else {
      result_.files.back().complete = true;
    }
  }
  return std::move(result_);
}

// A document that the index can't take is a problem of that document; anything else is one of the index.
void BatchProcessor::take(const Document& document, const std::string& where, const PreparedSink& sink) {
  try {
    prepare_repaired(preparer_, document, prepared_);
  } catch (const Error& error) {
    if (error.code() != ErrorCode::invalid_argument) throw;
    take({ReadProblem::Severity::error, where, error.what()});
    return;
  }
  sink(prepared_);
  ++result_.files.back().documents;
}

void BatchProcessor::take(ReadProblem problem) {
  if (problem.severity == ReadProblem::Severity::error) result_.files.back().failed = true;
  result_.problems.push_back(std::move(problem));
}

}  // namespace tvar::indexing
