// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// Boilerplate: the lines that most pages of a site repeat. They are stored with the page, but they are not what it says:
/// whatever reads a document for what it says (the index, facts, snippets) reads it with these lines blanked.
///
/// What counts as one site is the *source* of a document: the host of its address, or the first folder of its id. A line
/// is boilerplate for a source or, learned over all documents, for the whole index. It is so only where boilerplate
/// stands: at the begin or the end of a page, or among its like. A menu may say "Kontakt", and a page have a chapter
/// of that name.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "lib/text/byte_range.h"
#include "tvar/document.h"

namespace tvar::indexing {

/// The source of a document: the host of its id, or else of its field `url` or `source`, without "www."; or else the
/// folder that its id begins with. Empty when there is none.
[[nodiscard]] std::string source_of(const Document& document);
/// The same for what is not read yet.
[[nodiscard]] std::string source_of(std::string_view id);
/// All names under which boilerplate of the document may be known: a load learns by id, before it has read the address. The
/// first is the empty one, of the whole index.
[[nodiscard]] std::vector<std::string> sources_of(const Document& document);

/// A line with anything in it.
struct PageLine {
  text::ByteRange range;   ///< without the white space around it
  std::uint64_t hash = 0;  ///< of its bytes
  bool is_short = false;   ///< a heading, an item, a date: no sentence of prose
  bool is_item = false;    ///< of a list
  bool is_label = false;   ///< ends with a colon
};

/// Replaces `lines`.
void split_page(std::string_view text, std::vector<PageLine>& lines);

/// Where a repeated line stands.
enum class Frame : std::uint8_t {
  none,  ///< in the content
  head,  ///< at the begin of the page: nothing before it but other repeated lines and a few short ones, such as the title
  tail,  ///< likewise at its end
  run,   ///< among several repeated ones
};

/// Replaces `frames` by one for each line. Lines that are not repeated have none.
void find_frames(std::span<const PageLine> lines, const std::vector<bool>& repeated,
                 std::vector<Frame>& frames);

struct LearnedLine {
  std::uint64_t hash = 0;
  std::uint64_t documents = 0;  ///< of the sample that had it
  std::string text;             ///< for people: the beginning
};

struct LearnedSource {
  std::uint64_t documents = 0;     ///< that it had when it was learned
  std::uint64_t sample = 0;        ///< of them that were compared
  std::vector<LearnedLine> lines;  ///< those of most documents first
};

/// By source; that of all documents has the empty name.
using LearnedSources = std::map<std::string, LearnedSource>;

/// A source as a note in the index, and back. Nothing for a note that is none.
[[nodiscard]] std::string encode_source(std::string_view name, const LearnedSource& source);
[[nodiscard]] std::optional<std::pair<std::string, LearnedSource>> decode_source(std::string_view note);

/// Which lines are boilerplate. Several threads may ask at once, as long as none changes it.
class BoilerplateLines {
 public:
  /// Nothing is boilerplate from now on, not even what scripts leave behind.
  void keep_all();
  [[nodiscard]] bool keeps_all() const { return keep_all_; }
  void clear() { *this = {}; }
  void set(const std::string& source, const LearnedSource& learned);
  /// Whether set() was called for the source.
  [[nodiscard]] bool has(const std::string& source) const { return sources_.contains(source); }

  /// Whether blank() could change anything.
  [[nodiscard]] bool may_concern(const Document& document, std::string_view field) const;
  /// Writes spaces over the boilerplate in the values of the field, so that all other bytes stay where they are.
  void blank(Document& document, std::string_view field) const;

 private:
  using Hashes = std::unordered_set<std::uint64_t>;
  [[nodiscard]] const Hashes* find(const std::string& source) const;

  std::unordered_map<std::string, Hashes> sources_;
  bool keep_all_ = false;
};

}  // namespace tvar::indexing
