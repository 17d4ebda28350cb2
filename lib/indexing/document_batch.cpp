// SPDX-License-Identifier: GPL-2.0-or-later
#include "lib/indexing/document_batch.h"

#include <utility>

#include "lib/indexing/index_writer_impl.h"
#include "lib/readers/reader.h"
#include "tvar/error.h"

namespace tvar::indexing {
namespace {

// Terms and positions of ordinary text take up to twice its size. Words that are all different take ten times that and more,
// which the size of a text does not show.
std::size_t terms_memory(std::uint64_t max_document_bytes) {
  return static_cast<std::size_t>(2 * max_document_bytes);
}

}  // namespace

BatchProcessor::BatchProcessor(const Schema& schema, const Stemmer& stemmer,
                               const BoilerplateLines& boilerplate, std::uint64_t max_document_bytes,
                               bool marked, const std::filesystem::path& helper)
    : preparer_(schema, stemmer, &boilerplate, ExactForms::with_positions, terms_memory(max_document_bytes)),
      max_document_bytes_(max_document_bytes),
      marked_(marked),
      helper_(helper) {}

BatchResult BatchProcessor::process(Batch& batch, const PreparedSink& sink) {
  result_ = {.number = batch.number, .bytes = batch.bytes, .files = {}, .problems = {}};
  for (BatchItem& item : batch.items) {
    if (result_.files.empty() || result_.files.back().file != item.number) {
      result_.files.push_back({.file = item.number});
    }
    if (auto* placed = std::get_if<BatchItem::Placed>(&item.what)) {
      take(std::move(*placed), *item.file, sink);
    } else if (auto* problem = std::get_if<ReadProblem>(&item.what)) {
      take(std::move(*problem));
    } else {
      if (std::holds_alternative<BatchItem::Unread>(item.what)) read(*item.file, sink);
      result_.files.back().complete = true;
    }
  }
  return std::move(result_);
}

void BatchProcessor::read(const FoundFile& file, const PreparedSink& sink) {
  const readers::Source source{
      .path = file.path, .id = file.id, .max_document_bytes = max_document_bytes_, .helper = helper_};
  readers::read_placed(
      source,
      [this, &file, &sink](Document&& document, const std::string& where) {
        take({std::move(document), where}, file, sink);
        return true;
      },
      [this](ReadProblem&& problem) { take(std::move(problem)); });
}

// A document that the index can't take is a problem of that document; anything else is one of the index.
void BatchProcessor::take(BatchItem::Placed&& placed, const FoundFile& file, const PreparedSink& sink) {
  try {
    prepare_repaired(preparer_, placed.document, prepared_);
  } catch (const Error& error) {
    if (error.code() != ErrorCode::invalid_argument) throw;
    take({ReadProblem::Severity::error, placed.where, error.what()});
    return;
  }
  // Its text is among the prepared bytes now, and may be large.
  placed.document = {};
  if (prepared_.id == file.id) {
    result_.files.back().own_id = true;
  } else {
    result_.files.back().other_ids = true;
    if (marked_) prepared_.add_boolean_term(store::file_term(file.id));
  }
  if (!placed.file_term.empty()) prepared_.add_boolean_term(placed.file_term);
  sink(prepared_);
  ++result_.files.back().documents;
}

void BatchProcessor::take(ReadProblem problem) {
  if (problem.severity == ReadProblem::Severity::error) result_.files.back().failed = true;
  result_.problems.push_back(std::move(problem));
}

}  // namespace tvar::indexing
