// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// Filling an index.
///
///     tvar::IndexWriter writer = tvar::IndexWriter::open("pages.tvar");
///     writer.upsert({.id = "breclav", .fields = {{"title", "…"}, {"text", "…"}}});
///     writer.commit();                       // visible to searchers and safe on disk from here on
///
/// An index has one writer at a time, over all processes; opening a second one fails with `locked`. Changes that
/// were not committed disappear with the writer, also when the process dies. One thread at a time. A writer that was
/// moved from can only be assigned to or destroyed.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string_view>

#include "tvar/document.h"
#include "tvar/export.h"
#include "tvar/schema.h"

namespace tvar {
inline namespace v1 {

/// What becomes of the lines that most pages of a site repeat: menus, footers, what scripts leave behind.
enum class Boilerplate : std::uint8_t {
  as_before,  ///< as the index was told before; a new one learns
  learn,  ///< load_paths() and reindex() learn them; they are not searched, no facts are read from them, and no snippet
  ///< shows them. The stored text has them still
  keep,  ///< they are text like any other
};

struct WriterOptions {
  /// The compiled lexicon; see AnalyzerOptions::lexicon.
  std::filesystem::path lexicon = {};
  /// Threads that load_paths() may use; 0: as many as the machine has processors.
  unsigned threads = 0;
  /// Bytes of memory that load_paths() may use, roughly; 64 MiB at least. A document larger than a fifth of it, or with
  /// more different words than fit into two fifths, is a problem in the report.
  std::size_t memory = std::size_t{512} << 20U;
  /// The index remembers it. Documents that are in the index already change only when they are written again:
  /// reindex().
  Boilerplate boilerplate = Boilerplate::as_before;
  /// Go on from what set_aside() left, if there is something. Otherwise a writer that opens the index removes it.
  bool resume = false;
};

class TVAR_EXPORT IndexWriter {
 public:
  /// Opens the index in the directory `index`, or creates it there with the default schema.
  /// @throws Error locked, corrupt, format_too_new, format_too_old, analyzer_mismatch, already_exists (a directory
  ///         with other files in it), unsupported (an index made of several), invalid_argument, io or disk_full;
  ///         not_found when the lexicon is missing
  [[nodiscard]] static IndexWriter open(const std::filesystem::path& index,
                                        const WriterOptions& options = {});

  /// As above, created with `schema`. @throws Error invalid_argument also when the index exists with another schema
  [[nodiscard]] static IndexWriter open(const std::filesystem::path& index, const Schema& schema,
                                        const WriterOptions& options = {});

  IndexWriter(IndexWriter&&) noexcept;
  IndexWriter& operator=(IndexWriter&&) noexcept;
  /// Does not commit.
  ~IndexWriter();

  /// Adds the document, or replaces the one with its id.
  /// @throws Error invalid_argument when the id is empty or longer than 64 KiB, or a number or date field holds
  ///         something else; the writer stays usable. io, disk_full
  void upsert(const Document& document);

  /// @return whether there was a document with this id @throws Error io, disk_full
  bool remove(std::string_view id);

  /// Makes all changes durable and visible at once. @throws Error io, disk_full; nothing is visible then
  void commit();

  /// Keeps what load_paths() has loaded in bulk, durable but visible to nobody, for a writer that is opened with
  /// WriterOptions::resume: what an interrupted load does instead of commit(). Destroy the writer afterwards.
  /// @return whether there was a bulk load; changes of other kinds can't be kept apart and disappear with the writer
  /// @throws Error io, disk_full; nothing is kept then
  bool set_aside();
  /// Whether this writer goes on from what was set aside.
  [[nodiscard]] bool resumed() const noexcept;

  /// Documents in the index, uncommitted changes included.
  [[nodiscard]] std::uint64_t document_count() const;
  /// Valid as long as the writer.
  [[nodiscard]] const Schema& schema() const noexcept;

  struct Impl;
  /// For the library itself: the working parts, valid as long as the writer.
  [[nodiscard]] Impl& impl() noexcept { return *impl_; }

 private:
  explicit IndexWriter(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace v1
}  // namespace tvar
