// SPDX-License-Identifier: GPL-2.0-or-later
#include "tvar/maintenance.h"

#include <limits>
#include <optional>
#include <string>
#include <utility>

#include "index/store.h"
#include "lib/analysis/analyzer_impl.h"
#include "lib/indexing/bulk_feeder.h"
#include "lib/indexing/document_codec.h"
#include "lib/indexing/open_analyzer.h"
#include "tvar/error.h"
#include "tvar/version.h"

namespace tvar {
inline namespace v1 {
namespace {

// Writer::open would make an index where there is none.
store::Writer open_existing(const std::filesystem::path& index) {
  if (!store::is_index(index)) static_cast<void>(store::Reader::open(index));  // throws, and says why
  return store::Writer::open(index, {});
}

std::uint64_t size_of(const Document& document) {
  std::uint64_t bytes = document.id.size();
  for (const FieldValue& field : document.fields) bytes += field.value.size();
  return bytes;
}

}  // namespace

void optimize(const std::filesystem::path& index, const std::function<bool()>& go_on) {
  store::Writer writer = open_existing(index);
  writer.finish_load(writer.begin_load(), [&] {
    if (go_on && !go_on())
      throw Error(ErrorCode::cancelled, index.string() + ": writing it anew was stopped");
  });
  writer.commit();
}

std::uint64_t reindex(const std::filesystem::path& index, const WriterOptions& options,
                      const std::function<bool(std::uint64_t)>& progress) {
  store::Writer writer = open_existing(index);
  const store::Reader reader = store::Reader::open(index);
  store::IndexInfo info = reader.info();
  const Analyzer analyzer = indexing::make_analyzer(info.schema, options.lexicon);
  info.analyzer = analyzer.id();
  info.program = std::string(version());

  std::uint64_t documents = 0;
  store::BulkLoad load = writer.begin_load(indexing::load_limits(options));
  const store::Tick tick = [&] {
    if (!progress || progress(documents)) return;
    throw Error(ErrorCode::cancelled, index.string() + ": building it anew was stopped");
  };
  {
    const indexing::FoundFile no_file;
    indexing::BulkFeeder feeder(
        load, options,
        [&] {
          // What the index has is kept, whatever memory that takes.
          constexpr std::uint64_t kAnySize = std::numeric_limits<std::uint64_t>::max() / 4;
          return indexing::BatchProcessor(info.schema, *analyzer.impl().stemmer, kAnySize, false);
        },
        [&](indexing::BatchResult&& result) {
          // The index took these documents before; one that it refuses now must not get lost on the way.
          if (!result.problems.empty()) {
            throw Error(ErrorCode::internal, index.string() + ": " + result.problems.front().message);
          }
          for (const indexing::FileOutcome& outcome : result.files) documents += outcome.documents;
          tick();
        });
    reader.documents([&](const store::StoredDocument& stored) {
      Document document = indexing::decode_document(stored.id, stored.data, info.schema);
      const std::uint64_t bytes = size_of(document);
      feeder.add({indexing::BatchItem::Placed{std::move(document), stored.id, stored.file_term}, &no_file, 0},
                 bytes);
      return true;
    });
    feeder.finish();
  }
  writer.finish_rebuild(std::move(load), info, tick);
  writer.commit();
  return documents;
}

void for_each_document(const std::filesystem::path& index,
                       const std::function<bool(const Document&)>& visit) {
  const store::Reader reader = store::Reader::open(index);
  reader.documents([&](const store::StoredDocument& stored) {
    return visit(indexing::decode_document(stored.id, stored.data, reader.info().schema));
  });
}

}  // namespace v1
}  // namespace tvar
