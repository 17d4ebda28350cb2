// SPDX-License-Identifier: GPL-2.0-or-later
#include "tvar/maintenance.h"

#include <limits>
#include <optional>
#include <string>
#include <utility>

#include "index/store.h"
#include "lib/analysis/analyzer_impl.h"
#include "lib/indexing/boilerplate_learner.h"
#include "lib/indexing/bulk_feeder.h"
#include "lib/indexing/document_codec.h"
#include "lib/indexing/learn_boilerplate.h"
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

using Progress = std::function<bool(std::uint64_t)>;

void report(const std::filesystem::path& index, const Progress& progress, std::uint64_t documents) {
  if (!progress || progress(documents)) return;
  throw Error(ErrorCode::cancelled, index.string() + ": building it anew was stopped");
}

indexing::LearnedSources learn_from(const store::Reader& reader, const Schema& next,
                                    const std::filesystem::path& index, const Progress& progress) {
  constexpr std::uint64_t kDocumentsBetweenReports = 1024;
  const Schema& schema = reader.info().schema;
  indexing::BoilerplateLearner learner(indexing::boilerplate_field(next));
  std::uint64_t seen = 0;
  reader.documents([&](const store::StoredDocument& stored) {
    learner.offer(indexing::decode_document(stored.id, stored.data, schema));
    if (++seen % kDocumentsBetweenReports == 0) report(index, progress, 0);
    return true;
  });
  return learner.learn();
}

// The index took these documents before; one that it refuses now must not get lost on the way.
[[noreturn]] void refuse(const std::filesystem::path& index, const std::string& why, bool other_schema) {
  if (!other_schema) throw Error(ErrorCode::internal, index.string() + ": " + why);
  throw Error(ErrorCode::invalid_argument,
              index.string() + ": a document does not fit the new schema: " + why,
              "Give the field the kind keyword, or mend the document first; the index is as it was.");
}

// @param schema  the one that the index has, when it is null
std::uint64_t rebuild(const std::filesystem::path& index, const Schema* schema, const WriterOptions& options,
                      const Progress& progress) {
  store::Writer writer = open_existing(index);
  const store::Reader reader = store::Reader::open(index);
  const Schema& stored_schema = reader.info().schema;
  store::IndexInfo info = reader.info();
  if (schema != nullptr) info.schema = *schema;
  const Analyzer analyzer = indexing::make_analyzer(info.schema, options.lexicon);
  info.analyzer = analyzer.id();
  info.program = std::string(version());

  const bool keep = indexing::is_to_keep(writer, options.boilerplate);
  const indexing::LearnedSources learned =
      keep ? indexing::LearnedSources() : learn_from(reader, info.schema, index, progress);
  indexing::BoilerplateLines boilerplate;
  if (keep) boilerplate.keep_all();
  for (const auto& [name, source] : learned) boilerplate.set(name, source);

  std::uint64_t documents = 0;
  store::BulkLoad load = writer.begin_load(indexing::load_limits(options));
  const store::Tick tick = [&] { report(index, progress, documents); };
  {
    const indexing::FoundFile no_file;
    indexing::BulkFeeder feeder(
        load, options,
        [&] {
          // What the index has is kept, whatever memory that takes.
          constexpr std::uint64_t kAnySize = std::numeric_limits<std::uint64_t>::max() / 4;
          return indexing::BatchProcessor(info.schema, *analyzer.impl().stemmer, boilerplate, kAnySize,
                                          false);
        },
        [&](indexing::BatchResult&& result) {
          if (!result.problems.empty()) refuse(index, result.problems.front().message, schema != nullptr);
          for (const indexing::FileOutcome& outcome : result.files) documents += outcome.documents;
          tick();
        });
    reader.documents([&](const store::StoredDocument& stored) {
      Document document = indexing::decode_given(stored.id, stored.data, stored_schema);
      const std::uint64_t bytes = size_of(document);
      feeder.add({indexing::BatchItem::Placed{std::move(document), stored.id, stored.file_term}, &no_file, 0},
                 bytes);
      return true;
    });
    feeder.finish();
  }
  writer.finish_rebuild(std::move(load), info, tick);
  indexing::forget(writer);
  indexing::remember(writer, learned);
  indexing::remember_keeping(writer, keep);
  writer.commit();
  return documents;
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
                      const Progress& progress) {
  return rebuild(index, nullptr, options, progress);
}

std::uint64_t change_schema(const std::filesystem::path& index, const Schema& schema,
                            const WriterOptions& options, const Progress& progress) {
  schema.validate();
  return rebuild(index, &schema, options, progress);
}

Schema schema_of(const std::filesystem::path& index) {
  return store::Reader::open(index).info().schema;
}

std::vector<FieldChange> compare_fields(const Schema& before, const Schema& after) {
  std::vector<FieldChange> changes;
  for (const Field& field : after.fields) {
    const Field* was = before.find(field.name);
    if (was == nullptr) {
      changes.push_back({FieldChange::Kind::added, field.name});
    } else if (!(*was == field)) {
      changes.push_back({FieldChange::Kind::changed, field.name});
    }
  }
  for (const Field& field : before.fields) {
    if (after.find(field.name) == nullptr) changes.push_back({FieldChange::Kind::removed, field.name});
  }
  return changes;
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
