// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// All municipalities of the Czech Republic, with their districts and regions. The tables are in lib/facts/data, and
/// compiled in.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lib/facts/annotated_text.h"
#include "lib/facts/name_forms.h"

namespace tvar::facts {

struct District {
  std::string_view name;    ///< okres: "Břeclav"
  std::string_view region;  ///< kraj: "Jihomoravský kraj"
};

/// What else a name can be.
enum class NameKind : std::uint8_t {
  town,
  common_word,  ///< Most, Písek
  city_abroad,  ///< Vídeň
};

struct Municipality {
  std::string_view name;
  std::uint16_t district;    ///< index into districts()
  std::uint32_t population;  ///< 0 where nobody votes
  NameKind kind;
};

[[nodiscard]] std::span<const District> districts() noexcept;
[[nodiscard]] std::span<const Municipality> municipalities() noexcept;

/// A part of a big town that shares its name with a municipality elsewhere: Vítkovice of Ostrava.
struct TownPart {
  std::string_view name;
  std::string_view town;
};

[[nodiscard]] std::span<const TownPart> town_parts() noexcept;

/// Looks names up in any case. Immutable; made once for the process.
class Gazetteer {
 public:
  static const Gazetteer& instance();

  /// A name that words can be a form of.
  struct Found {
    const Municipality& municipality;
    std::string_view lower;  ///< its name in lower case; valid as long as the program
    std::size_t words;       ///< how many of them it takes
  };
  using Take = std::function<void(const Found&)>;

  /// Calls `take` with each name that the words at the beginning of `words` can be a form of. The names of one length
  /// come together; those of the same name are one call each.
  /// @param words  in lower case, with diacritics
  void find(std::span<const std::string_view> words, const Take& take) const;

  /// Whether a name of one word or more can begin with this one.
  [[nodiscard]] bool begins_name(std::string_view word) const;

  /// All municipalities of that name, given in lower case. Replaces `out`.
  void find_namesakes(std::string_view lower, std::vector<const Municipality*>& out) const;

  /// The words of the longest name.
  [[nodiscard]] std::size_t max_words() const noexcept { return max_words_; }

 private:
  Gazetteer();

  // Small, since the words of any text lead all over the table, and push out of the processor's cache what the analyzer
  // needs there.
  struct Entry {
    std::uint32_t name_at;       // its name in lower case, in names_
    std::uint8_t name_size;      // bytes
    std::uint8_t first_word;     // bytes
    std::uint8_t stem;           // of the first word, what stays of it in all cases
    std::uint8_t words;          // of the name
    std::uint16_t forms;         // of the first word, in forms_
    std::uint16_t municipality;  // its number
  };
  /// Those whose names begin so, or of which the first 8 bytes do. @pre start is not empty
  [[nodiscard]] std::span<const Entry> entries_from(std::string_view start) const;
  [[nodiscard]] std::string_view name_of(const Entry& entry) const {
    return {names_.data() + entry.name_at, entry.name_size};
  }
  [[nodiscard]] bool may_begin(const Entry& entry, std::string_view word) const {
    return is_form_of(word, name_of(entry).substr(0, entry.first_word), {entry.stem, forms_[entry.forms]});
  }
  void add_entry(std::string_view name, std::size_t municipality);

  std::string names_;                        // one behind the other
  std::vector<std::string_view> forms_;      // each once
  std::vector<Entry> entries_;               // by name
  std::vector<std::uint64_t> keys_;          // the first 8 bytes of each name, as a number
  std::array<std::uint16_t, 257> begins_{};  // where the names with each first byte begin
  std::size_t max_words_ = 0;
};

struct TownWords {
  std::string_view name;  ///< in the nominative; valid as long as the program
  std::size_t words = 0;  ///< of the text that it takes, 0 when there is none
};
/// The longest name of a municipality that begins at word i of the text, of equals the one that is written so.
[[nodiscard]] TownWords town_at(const AnnotatedText& text, std::size_t i);

}  // namespace tvar::facts
