// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// The store: everything that the rest of Tvar may see of the database on disk. It knows terms, positions, value
/// slots and bytes, nothing of Czech, and no type of the backend appears here.
///
/// All functions throw tvar::Error for what goes wrong in the world.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "index/byte_lists.h"
#include "index/field_map.h"
#include "index/long_data.h"
#include "index/slot_counts.h"
#include "index/term_table.h"
#include "tvar/schema.h"

namespace tvar::store {

/// What an index says about itself. Written once, when it is created.
struct IndexInfo {
  int format = 0;  ///< see index/format.h
  Schema schema;
  std::string analyzer;  ///< Analyzer::id
  std::string program;   ///< version of tvar
};

/// A document as the store writes it. Reuse one object for many documents. Terms are kept once and positions as bytes,
/// so that a document of a hundred megabytes takes no more than it has itself.
class PreparedDocument {
 public:
  void clear();
  /// One occurrence of a term at a position (1-based; counted within the field).
  /// @return the number of the term in terms()
  std::uint32_t add_posting(std::string_view term, std::uint32_t position);
  /// One occurrence without a position.
  void add_term(std::string_view term);
  /// A term that only filters: no occurrence, no influence on scores.
  void add_boolean_term(std::string_view term);
  /// The positions of a term stand under another one from now on, beside those that it may have; occurrences do not.
  void move_positions(std::uint32_t from, std::string_view to);
  /// The term has occurrences, but no positions any more.
  void drop_positions(std::uint32_t term);
  void set_value(Slot slot, std::string value);

  std::string id;
  std::string data;  ///< opaque bytes, given back by the reader

  /// For the store: what is stored as the data of the document; see long_data.h.
  [[nodiscard]] std::string_view stored_data() const noexcept;
  /// For the store: all terms but that of the id, each once.
  [[nodiscard]] const TermTable& terms() const noexcept { return terms_; }
  [[nodiscard]] std::uint32_t occurrences(std::uint32_t term) const { return counts_[term].occurrences; }
  /// In ascending order, none twice.
  void positions(std::uint32_t term, std::vector<std::uint32_t>& positions) const;
  /// By slot, none of them empty, that of the id included, but without the parts of long data.
  [[nodiscard]] std::map<Slot, std::string> values() const;
  /// Memory that it takes, without values.
  [[nodiscard]] std::size_t bytes() const noexcept;

 private:
  struct Counts {
    ByteLists::List positions;
    std::uint32_t last_position = 0;
    std::uint32_t occurrences = 0;
    std::uint32_t positions_count = 0;
    bool ascending = true;
  };
  std::uint32_t number_of(std::string_view term);
  void add_position(Counts& counts, std::uint32_t position);
  TermTable terms_;
  std::vector<Counts> counts_;  // of each term
  ByteLists positions_;
  std::vector<std::pair<Slot, std::string>> values_;
};

/// A query in terms. Built by lib/search, turned into the backend's query by index/query_builder.
struct Node {
  enum class Op : std::uint8_t {
    everything,  ///< all documents, no score
    nothing,
    term,         ///< `term`
    all_of,       ///< children; scores added
    any_of,       ///< children; scores added
    best_of,      ///< any child (term, or synonym terms, scaled or not); the best score counts
    synonym,      ///< any child, scored as if they were one term
    phrase,       ///< children (term, or any_of terms) at positions that follow each other, within `window`
    near,         ///< the same in any order
    and_not,      ///< first child without the others
    and_maybe,    ///< first child; the others only add to the score
    filter,       ///< first child, and all others, which do not score
    scale,        ///< the child's score times `factor`
    value_range,  ///< `slot` between `low` and `high` (inclusive; empty = open)
  };
  Op op = Op::nothing;
  std::string term;
  std::vector<Node> children;
  double factor = 1.0;
  std::size_t window = 0;  ///< of phrase and near: positions from the first word to the last, both included
  Slot slot = 0;
  std::string low;
  std::string high;

  static Node make_term(std::string term);
  static Node make(Op op, std::vector<Node> children);
  static Node scaled(double factor, Node child);
  static Node range(Slot slot, std::string low, std::string high);
  static Node everything();
  /// A condition that adds nothing to the score.
  static Node unscored(Node condition);
};

/// What to match and what to bring back.
struct Match;

struct MatchRequest {
  Node query;
  std::size_t offset = 0;
  std::size_t limit = 10;
  bool exact_total = true;        ///< look at every match, as exact facet counts need
  std::vector<Slot> count_slots;  ///< value slots whose contents are counted
  std::optional<Slot> sort_slot;  ///< nothing: by score
  bool descending = false;
  std::optional<Slot> collapse_slot;  ///< one match for each value of the slot; without a value all stay
  bool with_data = true;
  /// Only these documents, matches of other requests to this reader; `limit` is no less than they are. By score only.
  const std::vector<Match>* among = nullptr;
};

struct Match {
  std::string id;
  double score = 0.0;
  std::string data;                           ///< of long data only the beginning
  std::shared_ptr<const LongData> long_data;  ///< null when `data` is all
  std::uint64_t collapsed = 0;                ///< further matches that were left out for this one, at least
  std::uint32_t number = 0;                   ///< of the document, in this snapshot
  std::uint64_t snapshot = 0;                 ///< of the reader
};

struct MatchResult {
  std::vector<Match> matches;
  std::uint64_t lower = 0;
  std::uint64_t estimate = 0;
  std::uint64_t upper = 0;
  /// For each of count_slots: how many of the matching documents have which content. Documents without one are left out.
  std::vector<SlotCounts> counts;
};

/// A document as the index has it.
struct StoredDocument {
  std::string id;
  std::string data;
  std::string file_term;  ///< see field_map.h; may be empty
};

using NoteVisitor = std::function<void(std::string_view key, std::string_view note)>;

/// A term of one document.
struct DocumentTerm {
  std::string term;
  std::uint32_t occurrences = 0;  ///< in the document; 0 for boolean terms
  std::uint64_t documents = 0;    ///< that have the term
};

/// What the visitor of a walk over terms wants next.
struct TermStep {
  bool stop = false;
  std::string next = {};  ///< the first term that is wanted again; empty: the one behind this
};

/// Is given a term, and what counts its documents, which takes longer than to come to the term.
using TermVisitor =
    std::function<TermStep(std::string_view term, const std::function<std::uint64_t()>& documents)>;

/// One snapshot of an index. One thread at a time. Outrun by the writer, it moves on to the newest commit and repeats
/// the call, unseen by the caller.
class Reader {
 public:
  /// @throws Error not_found, corrupt, format_too_new, format_too_old, io
  static Reader open(const std::filesystem::path& index);
  Reader(Reader&&) noexcept;
  Reader& operator=(Reader&&) noexcept;
  ~Reader();

  [[nodiscard]] const IndexInfo& info() const noexcept;
  [[nodiscard]] MatchResult match(const MatchRequest& request) const;
  [[nodiscard]] std::optional<std::string> find(std::string_view id) const;
  /// Calls `visit` with each term that begins with `prefix` and its number of documents, in byte order, from the first
  /// one that is not less than `from`, until `visit` returns false.
  void terms(std::string_view prefix, std::string_view from,
             const std::function<bool(std::string_view, std::uint64_t)>& visit) const;
  /// The same for visitors that need not see all terms, or not all numbers.
  void walk_terms(std::string_view prefix, std::string_view from, const TermVisitor& visit) const;
  /// All terms of a document in byte order, or nothing when there is none with this id.
  [[nodiscard]] std::optional<std::vector<DocumentTerm>> document_terms(std::string_view id) const;
  /// The number of documents that have the term; 0 for a term that there is not.
  [[nodiscard]] std::uint64_t frequency(std::string_view term) const;
  /// Calls `visit` with the key and the content of each note whose key begins with `prefix`; see Writer::set_note.
  void notes(std::string_view prefix, const NoteVisitor& visit) const;
  /// Calls `visit` with each document until it returns false. Not repeated for a writer that is faster.
  void documents(const std::function<bool(const StoredDocument&)>& visit) const;
  [[nodiscard]] std::uint64_t document_count() const;
  [[nodiscard]] double average_length() const;
  [[nodiscard]] std::uint64_t bytes_on_disk() const;
  bool reopen();

 private:
  struct Impl;
  explicit Reader(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

/// What a load may use.
struct LoadLimits {
  std::size_t memory = std::size_t{512} << 20U;  ///< bytes, roughly; the store takes half of it at most
  unsigned threads = 2;                          ///< while it is finished
};

/// Long work calls it now and then; it throws to give the work up.
using Tick = std::function<void()>;

/// Many documents on their way into an index. Several threads add them, and they are written beside the index as a
/// database of their own (see index/bulk_loader.h). Nothing is seen before Writer::finish_load; a load that is destroyed
/// before leaves nothing behind. Must not outlive its writer.
class BulkLoad {
 public:
  /// A run of documents that one thread adds: some ten kilobytes of text are best.
  class Segment {
   public:
    Segment(Segment&&) noexcept;
    Segment& operator=(Segment&&) noexcept;
    ~Segment();
    /// @throws Error invalid_argument when the store can't hold the document; nothing of it is added then
    void add(const PreparedDocument& document);
    /// Call once, after the last document; also when there was none. Waits while very much is ahead of a segment of a
    /// lower number, which must be in the hands of another thread then. A segment that is destroyed without it ends
    /// the load.
    void finish();

   private:
    friend class BulkLoad;
    struct Impl;
    explicit Segment(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> impl_;
  };

  BulkLoad(BulkLoad&&) noexcept;
  BulkLoad& operator=(BulkLoad&&) noexcept;
  ~BulkLoad();

  /// Segment `number`, from 0, each once and none left out. A document replaces those of its id in segments of lower
  /// numbers, whenever they are written. Any thread may call this, and each fill its own.
  [[nodiscard]] Segment segment(std::size_t number);
  /// The document that the index has is removed, unless the load has one of the same id. One thread.
  void remove(std::string_view id);

 private:
  friend class Writer;
  struct Impl;
  explicit BulkLoad(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

/// What becomes of what Writer::set_aside left in an index that is opened.
enum class SetAside : std::uint8_t { removed, taken_up };

/// The one writer of an index. Nothing is visible or lasting before commit.
class Writer {
 public:
  /// Opens the index, or creates it when there is none; `info` is used only then.
  /// @throws Error locked, already_exists, corrupt, format_too_new, format_too_old, io, disk_full
  static Writer open(const std::filesystem::path& index, const IndexInfo& info,
                     SetAside set_aside = SetAside::removed);
  Writer(Writer&&) noexcept;
  Writer& operator=(Writer&&) noexcept;
  ~Writer();

  [[nodiscard]] const IndexInfo& info() const noexcept;
  void upsert(const PreparedDocument& document);
  bool remove(std::string_view id);
  void commit();
  /// Makes what finished loads hold lasting, but not visible: a writer that takes it up goes on from there. Without a
  /// finished load there is nothing that could be kept apart from what is visible. @return whether there was one
  bool set_aside();
  /// Whether this writer took up what was set aside, and has not committed since.
  [[nodiscard]] bool resumed() const noexcept;
  [[nodiscard]] std::uint64_t document_count() const;

  /// Something to be remembered beside the documents, committed with them. The key has at most kMaxTermBytes; an empty note
  /// takes it away.
  void set_note(std::string_view key, std::string_view note);
  /// As in Reader, uncommitted ones included.
  void notes(std::string_view prefix, const NoteVisitor& visit) const;
  /// Ids of the documents that have this term.
  [[nodiscard]] std::vector<std::string> ids_with(std::string_view term) const;

  /// Whether documents were written or removed since the last commit or finished load.
  [[nodiscard]] bool has_changes() const noexcept;
  /// Size of the generation that is written to.
  [[nodiscard]] std::uint64_t bytes_on_disk() const;
  /// Begins a load of many documents. @pre !has_changes()
  [[nodiscard]] BulkLoad begin_load(const LoadLimits& limits = {});
  /// Merges the index and the load into the next generation, which this writer works on from now on and commit()
  /// makes visible. When it throws, the writer is as it was before the load.
  void finish_load(BulkLoad load, const Tick& tick = {});
  /// The same, with nothing of the index before but its notes: the load is all there is, and described by `info`.
  void finish_rebuild(BulkLoad load, const IndexInfo& info, const Tick& tick = {});

 private:
  struct Impl;
  explicit Writer(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

/// Whether there is an index in this directory.
bool is_index(const std::filesystem::path& index);

/// Where a load builds what it writes: beside the index, on the same disk, never inside it.
std::filesystem::path scratch_path(const std::filesystem::path& index);

}  // namespace tvar::store
