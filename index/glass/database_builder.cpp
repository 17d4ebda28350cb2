// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/glass/database_builder.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <future>
#include <utility>

#include "tvar/error.h"

namespace tvar::store::glass {
namespace {

// Of the memory of a load: postings, and documents that wait for an earlier batch. The rest is for texts, analysis and
// what is merged.
constexpr std::size_t kPostingsShare = 4;
constexpr std::size_t kWaitingShare = 16;
// A tag has at most 65,535 parts.
constexpr std::size_t kMaxTagBytes = std::size_t{120} << 20U;
constexpr std::size_t kDocIdBytes = 5;
constexpr std::uint32_t kTermsATick = 4096;
constexpr std::chrono::milliseconds kTimeATick{50};

const std::filesystem::path& make_directory(const std::filesystem::path& directory) {
  std::filesystem::create_directories(directory);
  return directory;
}

std::size_t escaped_size(std::string_view term) {
  return term.size() + static_cast<std::size_t>(std::count(term.begin(), term.end(), '\0'));
}

void check_term(const PreparedDocument& document, std::string_view term) {
  if (escaped_size(term) + 1 + kDocIdBytes <= kMaxKeyBytes) return;
  throw Error(ErrorCode::invalid_argument,
              "document '" + document.id + "': a term of " + std::to_string(term.size()) +
                  " bytes is too long, counting zero bytes twice",
              "Remove the zero bytes.");
}

}  // namespace

DatabaseBuilder::DatabaseBuilder(const std::filesystem::path& directory, const std::filesystem::path& runs,
                                 const LoadLimits& limits)
    : directory_(directory),
      limits_(limits),
      documents_(make_directory(directory), limits.memory / kWaitingShare),
      postings_(runs, limits.memory / kPostingsShare) {}

DatabaseBuilder::Batch::~Batch() {
  if (finished_) return;
  builder_.documents_.abandon(std::make_exception_ptr(Error(ErrorCode::cancelled, "the load was given up")));
}

void DatabaseBuilder::Batch::add(const PreparedDocument& document) {
  const std::string id = id_term(document.id);
  for (std::uint32_t i = 0; i < document.terms().size(); ++i) check_term(document, document.terms()[i]);
  check_term(document, id);
  const std::size_t before = records_.bytes.size();
  bytes_.clear();
  const bool data_compressed = deflater_.append(document.stored_data(), bytes_);
  if (bytes_.size() > kMaxTagBytes) {
    throw Error(ErrorCode::invalid_argument,
                "document '" + document.id +
                    "' is too large to be stored: " + std::to_string(bytes_.size() >> 20U) + " MB compressed",
                "Split it into several documents.");
  }
  const std::string data = std::exchange(bytes_, {});
  if (!run_) run_ = builder_.postings_.take(number_);
  run_->add_document();
  add_terms(document, id);
  DocumentRecords::Entry entry;
  entry.terms_compressed = deflater_.append(termlist_, records_.bytes);
  entry.terms = records_.bytes.size() - before;
  std::string slots;
  add_values(document, slots);
  entry.slots = slots.size();
  entry.data = data.size();
  entry.data_compressed = data_compressed;
  records_.bytes.append(slots).append(data);
  records_.entries.push_back(entry);
  run_->add(kLengthKey, length_, {});
  statistics_.add_document(length_);
}

// In the order of their bytes, as the termlist has them.
void DatabaseBuilder::Batch::add_terms(const PreparedDocument& document, const std::string& id_term) {
  const TermTable& terms = document.terms();
  terms.sorted(order_);
  const auto id_place = std::partition_point(order_.begin(), order_.end(),
                                             [&](std::uint32_t term) { return terms[term] < id_term; });
  const bool has_id = id_place != order_.end() && terms[*id_place] == id_term;
  length_ = 0;
  for (std::uint32_t term = 0; term < order_.size(); ++term) length_ += document.occurrences(term);
  last_term_.clear();
  termlist_.clear();
  append_number(length_, termlist_);
  append_number(order_.size() + (has_id ? 0 : 1), termlist_);
  for (auto term = order_.begin();; ++term) {
    if (term == id_place && !has_id) add_term(id_term, 0, {});
    if (term == order_.end()) break;
    document.positions(*term, positions_);
    add_term(terms[*term], document.occurrences(*term), positions_);
  }
}

void DatabaseBuilder::Batch::add_term(std::string_view term, std::uint32_t occurrences,
                                      const std::vector<std::uint32_t>& positions) {
  // In the termlist only what differs from the term before, whose length is known to the reader: a small number of
  // occurrences is packed into one byte with the length of what is shared.
  const auto shared = static_cast<std::size_t>(
      std::mismatch(last_term_.begin(), last_term_.end(), term.begin(), term.end()).first -
      last_term_.begin());
  if (last_term_.empty()) {
    termlist_ += static_cast<char>(term.size());
    termlist_ += term;
    append_number(occurrences, termlist_);
  } else {
    const std::size_t packed = occurrences < 127 ? (occurrences + 1) * (last_term_.size() + 1) + shared : 256;
    termlist_ += static_cast<char>(packed < 256 ? packed : shared);
    termlist_ += static_cast<char>(term.size() - shared);
    termlist_ += term.substr(shared);
    if (packed >= 256) append_number(occurrences, termlist_);
  }
  last_term_ = term;
  bytes_.clear();
  if (!positions.empty()) append_positions(positions, bytes_);
  if (term.find('\0') != std::string_view::npos) {
    key_.clear();
    append_escaped(term, key_);
    run_->add(key_, occurrences, bytes_);
  } else {
    run_->add(term, occurrences, bytes_);
  }
  statistics_.most_occurrences = std::max(statistics_.most_occurrences, occurrences);
}

void DatabaseBuilder::Batch::add_values(const PreparedDocument& document, std::string& slots) {
  std::uint32_t next = 0;
  for (const auto& [slot, value] : document.values()) {
    append_number(slot - next, slots);
    next = slot + 1;
    run_->add(value_key(slot), 0, value);
    statistics_.values[slot].add({1, value, value});
  }
  for (std::size_t part = 0; part < part_count(document.data.size()); ++part) {
    const Slot slot = kFirstPartSlot + static_cast<Slot>(part);
    append_number(slot - next, slots);
    next = slot + 1;
    run_->add(value_key(slot), 0, packed_part(document.data, part));
    // Nobody asks for a range of parts, so bounds that hold for all of them are as good as those of each, and shorter.
    statistics_.values[slot].add({1, std::string(1, '\0'), std::string(2, '\xff')});
  }
}

void DatabaseBuilder::Batch::finish() {
  if (run_) builder_.postings_.put_back(std::move(run_));
  {
    const std::lock_guard<std::mutex> lock(builder_.mutex_);
    builder_.statistics_.add(statistics_);
  }
  try {
    builder_.documents_.complete(number_, std::move(records_));
  } catch (...) {
    // Threads that wait for this batch must not be the first to say that something is wrong.
    builder_.documents_.abandon(std::current_exception());
    throw;
  }
  finished_ = true;
}

DatabaseBuilder::Summary DatabaseBuilder::finish(const Metadata& metadata,
                                                 const std::function<void()>& tick) {
  if (tick) tick();
  postings_.close(limits_.threads);
  const std::vector<DocId>& first_ids = documents_.first_ids();
  std::atomic<bool> stop = false;
  const bool parallel = limits_.threads > 1;
  const auto write_other = [&]() -> TableInfo {
    MergedPostings postings(postings_, first_ids);
    return write_positions(directory_ / "position.glass", postings, [&] {
      if (!parallel && tick) tick();
      return !stop;
    });
  };
  std::future<TableInfo> position =
      std::async(parallel ? std::launch::async : std::launch::deferred, write_other);
  Summary summary{.documents = statistics_.documents, .repeated = {}};
  Tables tables;
  try {
    tables.termlist = documents_.finish_termlist();
    tables.docdata = documents_.finish_docdata();
    MergedPostings postings(postings_, first_ids);
    std::uint32_t terms = 0;
    const auto visit = [&](std::string_view term, std::uint32_t documents) {
      if (tick && ++terms % kTermsATick == 0) tick();
      if (documents > 1 && term.front() == 'Q') summary.repeated.push_back(unescaped(term));
    };
    tables.postlist = write_postlist(directory_ / "postlist.glass", postings, metadata, statistics_, visit);
    // The larger table of the two.
    while (parallel && position.wait_for(kTimeATick) != std::future_status::ready) {
      if (tick) tick();
    }
  } catch (...) {
    stop = true;  // the destructor of `position` waits for its thread
    throw;
  }
  tables.position = position.get();
  write_version_file(directory_, tables, statistics_);
  return summary;
}

}  // namespace tvar::store::glass
