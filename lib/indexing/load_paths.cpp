// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <chrono>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "lib/analysis/analyzer_impl.h"
#include "lib/indexing/bulk_feeder.h"
#include "lib/indexing/document_batch.h"
#include "lib/indexing/file_walk.h"
#include "lib/indexing/index_writer_impl.h"
#include "lib/indexing/learn_boilerplate.h"
#include "lib/indexing/sync_plan.h"
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

// Larger files are read here and handed out document by document; smaller ones are read by the thread that analyses them.
constexpr std::uint64_t kHandedOutBytes = std::uint64_t{512} << 10U;
// Below this a bulk load is not worth its files; above it is, when the index that has to be copied is small for it. Where
// both ways take the same was measured: see "Small updates" in docs/performance.md.
constexpr std::uint64_t kBulkBytes = std::uint64_t{128} << 10U;
constexpr std::uint64_t kIndexBytesALoadedByte = 250;

std::int64_t now() {
  return std::chrono::duration_cast<std::chrono::nanoseconds>(
             std::chrono::system_clock::now().time_since_epoch())
      .count();
}

store::NoteVisitor record_collector(indexing::FileRecords& records) {
  return [&records](std::string_view, std::string_view note) {
    std::optional<indexing::FileRecord> record = indexing::decode_record(note);
    if (!record) return;
    std::string id = record->id;
    records.emplace(std::move(id), std::move(*record));
  };
}

void count_skipped(const indexing::FoundFiles& found, LoadReport& report) {
  report.ignored = found.ignored;
  report.hidden = found.hidden;
  report.links = found.links;
  report.excluded = found.excluded;
}

/// One run over the files.
class Load {
 public:
  Load(IndexWriter& writer, const LoadOptions& options)
      : writer_(writer.impl()),
        options_(options),
        max_document_bytes_(indexing::max_document_bytes(writer_.options)),
        boilerplate_(writer_.boilerplate) {}

  LoadReport run(const std::vector<std::filesystem::path>& paths) {
    found_ = indexing::find_files(
        paths, [this](ReadProblem&& problem) { report_.problems.push_back(std::move(problem)); },
        options_.only ? indexing::LoadScope(*options_.only) : indexing::LoadScope());
    count_skipped(found_, report_);
    if (options_.synchronise) plan();
    progress_.files_total = found_.files.size();
    for (const FoundFile& file : found_.files) progress_.bytes_total += file.bytes;
    outcomes_.resize(found_.files.size());
    learn();
    if (stopped_) {  // before anything was read
      report_.stopped = true;
      return std::move(report_);
    }
    if (is_bulk()) {
      run_bulk();
    } else {
      run_direct();
    }
    if (options_.synchronise) record();
    report_.stopped = stopped_;
    indexing::remember(writer_.writer, learned_);
    writer_.boilerplate = std::move(boilerplate_);
    return std::move(report_);
  }

 private:
  void plan() {
    indexing::FileRecords records;
    writer_.writer.notes(store::kFileKeyPrefix, record_collector(records));
    plan_ = indexing::make_plan(found_, std::move(records), now());
    found_.files = std::move(plan_.files);
    report_.unchanged = plan_.unchanged;
    report_.changes = plan_.changes;
    std::unordered_map<std::string_view, std::size_t> numbers;
    for (std::size_t i = 0; i < found_.files.size(); ++i) numbers[found_.files[i].id] = i;
    for (const indexing::FileRecord& record : plan_.outdated) {
      const auto number = numbers.find(record.id);
      if (number == numbers.end()) {
        gone_.push_back(&record);
      } else {
        changed_.emplace(number->second, &record);
      }
    }
  }

  // A document is analysed when it is read, so what the files repeat must be known before the first one.
  // What was set aside has learned it from all of them.
  void learn() {
    if (boilerplate_.keeps_all() || writer_.writer.resumed()) return;
    const std::string field = indexing::boilerplate_field(writer_.writer.info().schema);
    try {
      learned_ = indexing::learn_from_files(found_.files, field, max_document_bytes_, [this] {
        constexpr const char* kWhere = "loading was stopped while it looked at what the files repeat";
        ask(kWhere);
        if (stopped_) throw Error(ErrorCode::cancelled, kWhere);
        return true;
      });
    } catch (const Error&) {
      if (!stopped_) throw;
    }
    if (stopped_) return;
    indexing::merge_known(writer_.writer, learned_);
    for (const auto& [name, source] : learned_) boilerplate_.set(name, source);
  }

  // Calls `remove` with the documents of a file that are not there any more, or may not be. That which has its id is replaced
  // when the file is read.
  template <class Remove>
  void remove_documents(const indexing::FileRecord& record, bool with_own_id, const Remove& remove) const {
    if (record.own_id && with_own_id) remove(record.id);
    if (!record.other_ids) return;
    for (const std::string& id : writer_.writer.ids_with(store::file_term(record.id))) remove(id);
  }

  // When the load was stopped before it was begun, the index keeps what it has of the file.
  [[nodiscard]] bool is_untouched(std::size_t number) const {
    const indexing::FileOutcome& outcome = outcomes_[number];
    return !outcome.complete && !outcome.failed && !outcome.own_id && !outcome.other_ids;
  }

  // The files as they are in the index now.
  void record() {
    for (const indexing::FileRecord* gone : gone_) writer_.writer.set_note(store::file_key(gone->id), {});
    for (std::size_t i = 0; i < plan_.records.size(); ++i) {
      if (!is_untouched(i)) record(i);
    }
    for (const indexing::FileRecord& file : plan_.touched) {
      writer_.writer.set_note(store::file_key(file.id), indexing::encode_record(file));
    }
  }

  void record(std::size_t number) {
    indexing::FileRecord& file = plan_.records[number];
    const indexing::FileOutcome& outcome = outcomes_[number];
    const auto before = changed_.find(number);
    file.own_id = outcome.own_id;
    file.other_ids = outcome.other_ids;
    // It is read again, and complained about, until it is mended, or read to its end.
    const bool is_unfinished = outcome.failed || !outcome.complete;
    if (is_unfinished) {
      file.hash.clear();
      file.changed = 0;
    }
    if (!outcome.own_id && before != changed_.end() && before->second->own_id) {
      if (is_unfinished) {
        file.own_id = true;  // the version before stays
      } else {
        writer_.writer.remove(file.id);
      }
    }
    writer_.writer.set_note(store::file_key(file.id), indexing::encode_record(file));
  }

  // Merging copies the index once, so it pays when the load is not much smaller. Changes that were not committed can't be
  // merged.
  [[nodiscard]] bool is_bulk() const {
    if (options_.method == LoadMethod::direct || writer_.writer.has_changes()) return false;
    if (options_.method == LoadMethod::bulk) return true;
    return progress_.bytes_total >= kBulkBytes &&
           progress_.bytes_total >= writer_.writer.bytes_on_disk() / kIndexBytesALoadedByte;
  }

  [[nodiscard]] indexing::BatchProcessor make_processor() const {
    return {writer_.writer.info().schema,
            *writer_.analyzer.impl().stemmer,
            boilerplate_,
            max_document_bytes_,
            options_.synchronise,
            options_.reader};
  }

  void run_direct() {
    indexing::BatchProcessor processor = make_processor();
    const auto remove = [this](const std::string& id) { writer_.writer.remove(id); };
    for (const indexing::FileRecord* gone : gone_) remove_documents(*gone, true, remove);
    for (std::size_t i = 0; i < found_.files.size() && !stopped_; ++i) {
      if (const auto before = changed_.find(i); before != changed_.end()) {
        remove_documents(*before->second, false, remove);
      }
      Batch batch{.number = i, .items = {}, .bytes = found_.files[i].bytes};
      batch.items.push_back({BatchItem::Unread{}, &found_.files[i], i});
      take(processor.process(
          batch, [this](const store::PreparedDocument& document) { writer_.writer.upsert(document); }));
    }
  }

  void run_bulk() {
    store::BulkLoad bulk = writer_.writer.begin_load(indexing::load_limits(writer_.options));
    {
      indexing::BulkFeeder feeder(
          bulk, writer_.options, [this] { return make_processor(); },
          [this](BatchResult&& result) { take(std::move(result)); });
      for (std::size_t i = 0; i < found_.files.size() && !stopped_; ++i) hand_out(i, feeder);
      if (stopped_) {
        feeder.stop();
      } else {
        feeder.finish();
      }
    }
    const auto remove = [&bulk](const std::string& id) { bulk.remove(id); };
    for (const indexing::FileRecord* gone : gone_) remove_documents(*gone, true, remove);
    for (const auto& [number, before] : changed_) {
      if (!is_untouched(number)) remove_documents(*before, false, remove);
    }
    writer_.writer.finish_load(std::move(bulk),
                               [this] { ask("loading was stopped when all files had been read"); });
  }

  void hand_out(std::size_t number, indexing::BulkFeeder& feeder) const {
    const FoundFile& file = found_.files[number];
    if (file.bytes <= kHandedOutBytes) return feeder.add({BatchItem::Unread{}, &file, number}, file.bytes);
    const readers::Source source{.path = file.path,
                                 .id = file.id,
                                 .max_document_bytes = max_document_bytes_,
                                 .helper = options_.reader};
    readers::read_placed(
        source,
        [this, &feeder, &file, number](Document&& document, const std::string& where) {
          const std::uint64_t bytes = size_of(document);
          feeder.add({BatchItem::Placed{std::move(document), where}, &file, number}, bytes);
          return !stopped_;
        },
        [&feeder, &file, number](ReadProblem&& problem) {
          feeder.add({std::move(problem), &file, number}, 0);
        });
    if (!stopped_) feeder.add({BatchItem::FileEnd{}, &file, number}, 0);
  }

  static std::uint64_t size_of(const Document& document) {
    std::uint64_t bytes = document.id.size();
    for (const FieldValue& field : document.fields) bytes += field.value.size();
    return bytes;
  }

  void take(BatchResult&& result) {
    std::move(result.problems.begin(), result.problems.end(), std::back_inserter(report_.problems));
    for (const indexing::FileOutcome& part : result.files) {
      indexing::FileOutcome& outcome = outcomes_[part.file];
      outcome.documents += part.documents;
      outcome.failed |= part.failed;
      outcome.own_id |= part.own_id;
      outcome.other_ids |= part.other_ids;
      report_.documents += part.documents;
      if (part.complete) finish(part.file);
    }
    if (!result.files.empty() && !result.files.back().complete)
      tell_part(result.files.back().file, result.bytes);
  }

  void finish(std::size_t number) {
    const FoundFile& file = found_.files[number];
    indexing::FileOutcome& outcome = outcomes_[number];
    outcome.complete = true;
    if (!outcome.failed || outcome.documents > 0) {
      ++report_.files;
      report_.bytes += file.bytes;
    }
    tell(file);
  }

  void tell(const FoundFile& file) {
    ++progress_.files;
    complete_bytes_ += file.bytes;
    part_bytes_ = 0;
    show(file);
  }

  // Large files are handed out one at a time; what their documents take stands for what they take themselves.
  void tell_part(std::size_t number, std::uint64_t bytes) {
    const FoundFile& file = found_.files[number];
    part_bytes_ = std::min(part_bytes_ + bytes, file.bytes);
    show(file);
  }

  void show(const FoundFile& file) {
    progress_.bytes = complete_bytes_ + part_bytes_;
    progress_.documents = report_.documents;
    if (!options_.progress) return;
    const std::string path = text::repair_utf8(file.path.string());
    progress_.current = path;
    ask(path + ": loading was stopped here");
    progress_.current = {};
  }

  void ask(const std::string& where) {
    if (!options_.progress || options_.progress(progress_)) return;
    if (!options_.finish_when_stopped) throw Error(ErrorCode::cancelled, where);
    stopped_ = true;
  }

  IndexWriter::Impl& writer_;
  const LoadOptions& options_;
  std::uint64_t max_document_bytes_;
  indexing::BoilerplateLines boilerplate_;  // the writer's when all is done
  indexing::LearnedSources learned_;
  indexing::FoundFiles found_;
  indexing::SyncPlan plan_;
  std::vector<const indexing::FileRecord*> gone_;  // outdated ones of files that are not found
  std::unordered_map<std::size_t, const indexing::FileRecord*> changed_;  // and of those that are
  std::vector<indexing::FileOutcome> outcomes_;                           // of each file
  LoadReport report_;
  LoadProgress progress_;
  std::uint64_t complete_bytes_ = 0;  // of the files that are done
  std::uint64_t part_bytes_ = 0;      // of the one that is not
  bool stopped_ = false;
};

}  // namespace

std::uint64_t read_paths(const std::vector<std::filesystem::path>& paths, const DocumentSink& documents,
                         const ProblemSink& problems) {
  std::uint64_t files = 0;
  bool go_on = true;
  for (const indexing::FoundFile& file : indexing::find_files(paths, problems).files) {
    if (!go_on) break;
    go_on = readers::read_placed(
        {.path = file.path, .id = file.id},
        [&](Document&& document, const std::string&) { return documents(std::move(document)); }, problems);
    ++files;
  }
  return files;
}

LoadReport load_paths(IndexWriter& writer, const std::vector<std::filesystem::path>& paths,
                      const LoadOptions& options) {
  return Load(writer, options).run(paths);
}

LoadReport plan_load(const std::filesystem::path& index, const std::vector<std::filesystem::path>& paths) {
  LoadReport report;
  indexing::FoundFiles found = indexing::find_files(
      paths, [&report](ReadProblem&& problem) { report.problems.push_back(std::move(problem)); });
  count_skipped(found, report);
  indexing::FileRecords records;
  if (store::is_index(index)) {
    store::Reader::open(index).notes(store::kFileKeyPrefix, record_collector(records));
  }
  indexing::SyncPlan plan = indexing::make_plan(found, std::move(records), now());
  report.unchanged = plan.unchanged;
  report.changes = std::move(plan.changes);
  return report;
}

}  // namespace v1
}  // namespace tvar
