// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/glass/posting_tables.h"

#include <memory>
#include <string_view>

namespace tvar::store::glass {
namespace {

// A chunk fits into one item of the table with its key.
constexpr std::size_t kChunkBytes = 1900;
constexpr std::string_view kMetadataKey{"\0\xc0", 2};
constexpr std::string_view kValueStatisticsKey{"\0\xd0", 2};

/// One list of documents, with the number that each has, cut into chunks.
class PostlistWriter {
 public:
  /// @param documents, occurrences  what the first chunk says of the whole list
  PostlistWriter(TableWriter& table, const std::string& key, std::uint32_t documents,
                 std::uint64_t occurrences)
      : table_(table), key_(key) {
    append_number(documents, head_);
    append_number(occurrences, head_);
  }

  void add(DocId id, std::uint32_t number) {
    if (!chunk_.empty() && chunk_.size() + key_.size() >= kChunkBytes) write(false);
    if (chunk_.empty()) {
      first_ = id;
    } else {
      append_number(id - last_ - 1, chunk_);
    }
    append_number(number, chunk_);
    last_ = id;
  }
  void finish() { write(true); }

 private:
  void write(bool last) {
    std::string key = key_;
    std::string tag;
    if (is_first_) {
      append_number(first_ - 1, head_);
      tag = head_;
    } else {
      if (key_ != kLengthKey) key += '\0';
      append_docid(first_, key);
    }
    tag += last ? '1' : '0';
    append_number(last_ - first_, tag);
    table_.add(key, tag += chunk_);
    chunk_.clear();
    is_first_ = false;
  }

  TableWriter& table_;
  const std::string& key_;
  std::string head_;
  std::string chunk_;
  DocId first_ = 0;
  DocId last_ = 0;
  bool is_first_ = true;
};

void write_metadata(const Metadata& metadata, TableWriter& table) {
  for (const auto& [key, value] : metadata) {
    if (!value.empty()) table.add(std::string(kMetadataKey) + key, value);
  }
}

void write_value_statistics(const Statistics& statistics, TableWriter& table) {
  Metadata entries;  // the order of the keys is not that of the slots
  for (const auto& [slot, values] : statistics.values) {
    std::string key(kValueStatisticsKey);
    append_last_number(slot, key);
    std::string& tag = entries[key];
    append_number(values.documents, tag);
    append_string(values.least, tag);
    if (values.greatest != values.least) tag += values.greatest;
  }
  for (const auto& [key, tag] : entries) table.add(key, tag);
}

void write_values(MergedPostings& postings, TableWriter& table) {
  std::string chunk;
  std::string value;
  std::string key;
  DocId last = 0;
  while (postings.next_posting()) {
    if (!chunk.empty() && chunk.size() >= kChunkBytes) {
      table.add(key, chunk);
      chunk.clear();
    }
    if (chunk.empty()) {
      key = postings.key();
      append_docid(postings.id(), key);
    } else {
      append_number(postings.id() - last - 1, chunk);
    }
    last = postings.id();
    value.clear();
    postings.read_bytes(value);
    append_string(value, chunk);
  }
  table.add(key, chunk);
}

}  // namespace

TableInfo write_postlist(const std::filesystem::path& path, MergedPostings& postings,
                         const Metadata& metadata, const Statistics& statistics,
                         const std::function<void(std::string_view term, std::uint32_t documents)>& visit) {
  TableWriter table(path);
  write_metadata(metadata, table);
  write_value_statistics(statistics, table);
  while (postings.next_key()) {
    const std::string& key = postings.key();
    if (is_value_key(key)) {
      write_values(postings, table);
      continue;
    }
    const bool lengths = key == kLengthKey;
    if (!lengths) visit(key, postings.documents());
    // The list of lengths says nothing of itself: the version file does.
    PostlistWriter list(table, key, lengths ? 0 : postings.documents(), lengths ? 0 : postings.occurrences());
    while (postings.next_posting()) list.add(postings.id(), postings.number());
    list.finish();
  }
  return table.finish();
}

TableInfo write_positions(const std::filesystem::path& path, MergedPostings& postings,
                          const std::function<bool()>& wanted) {
  constexpr std::uint32_t kPostingsACall = 1U << 14U;
  std::uint32_t count = 0;
  std::unique_ptr<TableWriter> table;
  std::string key;
  std::string tag;
  while (postings.next_key()) {
    if (is_value_key(postings.key()) || postings.key() == kLengthKey) continue;
    key = postings.key();
    key += '\0';
    const std::size_t term_size = key.size();
    while (postings.next_posting()) {
      tag.clear();
      postings.read_bytes(tag);
      if (tag.empty()) continue;
      if (++count % kPostingsACall == 0 && !wanted()) return {};
      key.resize(term_size);
      append_docid(postings.id(), key);
      if (!table) table = std::make_unique<TableWriter>(path);
      table->add(key, tag);
    }
  }
  return table ? table->finish() : TableInfo();
}

}  // namespace tvar::store::glass
