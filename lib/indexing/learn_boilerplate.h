// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// Learning boilerplate from the files of a load, and remembering it in the index.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>

#include "index/store.h"
#include "lib/indexing/boilerplate.h"
#include "lib/indexing/file_walk.h"
#include "tvar/index_writer.h"
#include "tvar/schema.h"

namespace tvar::indexing {

/// The text field whose lines are looked at; empty when the schema has none.
[[nodiscard]] std::string boilerplate_field(const Schema& schema);

/// Reads a sample of the files, those that hold many documents as a whole. Formats that are read in another process are left
/// out, and so are problems: the load itself will report them.
/// @param go_on  asked now and then
[[nodiscard]] LearnedSources learn_from_files(std::span<const FoundFile> files, const std::string& field,
                                              std::uint64_t max_document_bytes,
                                              const std::function<bool()>& go_on);

/// Adds what the index knew of these sources, and leaves those out of which it knew more than so few documents can tell: a
/// handful of changed pages may all have the same news.
void merge_known(const store::Writer& writer, LearnedSources& learned);

/// Which lines documents are to be written without: all that the index knows, or none when it is to keep them.
[[nodiscard]] BoilerplateLines known_boilerplate(const store::Writer& writer, Boilerplate choice);
/// What an index is to do after this choice.
[[nodiscard]] bool is_to_keep(const store::Writer& writer, Boilerplate choice);

/// Written with the next commit. A load that is under way must be finished before.
void remember(store::Writer& writer, const LearnedSources& learned);
void remember_keeping(store::Writer& writer, bool keep);
/// Takes all that was remembered away, but for the keeping.
void forget(store::Writer& writer);

/// Whether the index was told to keep boilerplate. `Index` is a store::Reader or a store::Writer.
template <class Index>
[[nodiscard]] bool keeps_boilerplate(const Index& index) {
  bool keeps = false;
  index.notes(store::kKeepBoilerplateKey, [&keeps](std::string_view, std::string_view) { keeps = true; });
  return keeps;
}

/// What the index knows, of the sources whose keys begin with `prefix`.
template <class Index>
void read_boilerplate(const Index& index, std::string_view prefix, LearnedSources& sources) {
  index.notes(prefix, [&sources](std::string_view, std::string_view note) {
    if (auto source = decode_source(note)) sources.insert(std::move(*source));
  });
}

}  // namespace tvar::indexing
