// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// Joins the forms of irregular words to their dictionary form. The dictionary lists "vedu", "vedl" and "vést" as
/// three entries; the tables of paradigms say that they are one verb, and so in every verb with a prefix.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "stemmers/lexicon/analysis_source.h"
#include "stemmers/lexicon/hunspell_reader.h"
#include "stemmers/lexicon/tables.h"

namespace tvar::stemmers::lexicon {

/// What the dictionary knows: the lower-cased words of its entries with the union of their flags.
class Vocabulary {
 public:
  explicit Vocabulary(const Dictionary& dictionary);

  [[nodiscard]] bool has(const std::string& word) const { return flags_.count(word) != 0; }
  [[nodiscard]] bool has_any(const std::string& word, std::u32string_view flags) const;
  /// An entry in lower case, no name.
  [[nodiscard]] bool is_common(const std::string& word) const { return common_.count(word) != 0; }
  /// An infinitive with the flags of a verb.
  [[nodiscard]] bool is_verb(const std::string& word) const;
  [[nodiscard]] bool is_noun(const std::string& word) const;
  [[nodiscard]] bool is_adjective(const std::string& word) const;
  /// An entry without flags, or with that of negation only: the dictionary lists its forms one by one.
  [[nodiscard]] bool is_bare(const std::string& word) const;

  [[nodiscard]] const std::unordered_map<std::string, std::u32string>& words() const { return flags_; }

 private:
  std::unordered_map<std::string, std::u32string> flags_;
  std::unordered_set<std::string> common_;
};

/// The word that a form belongs to, and as which of its forms.
struct Owner {
  std::string lemma;
  WordClass word_class = WordClass::other;
  std::string cell;  ///< place in the paradigm, "v:" verbs, "n:" nouns, "p:" pronouns, with the ending

  bool operator==(const Owner& other) const {
    return lemma == other.lemma && word_class == other.word_class && cell == other.cell;
  }
};

/// All forms that the tables make, with their owners.
class Paradigms {
 public:
  Paradigms(const Tables& tables, const Vocabulary& vocabulary);

  /// Owners of a lower-cased form; empty when no table has it.
  [[nodiscard]] const std::vector<Owner>& owners(const std::string& form) const;
  [[nodiscard]] const std::unordered_map<std::string, std::vector<Owner>>& all() const { return owners_; }

  /// All words that the general rules of endings allow, by the longest ending that fits.
  [[nodiscard]] std::vector<Owner> owners_by_ending(const std::string& form, std::string_view kind) const;

  /// The owner of a word that only the general rules of endings explain; empty lemma when there is none.
  [[nodiscard]] Owner owner_by_ending(const std::string& form, std::string_view kind) const;

  /// Whether a form has a meaning of its own beside its owners.
  [[nodiscard]] bool stands_alone(const std::string& form) const { return own_.count(form) != 0; }

  /// The spelling variant in a word whose standard spelling the dictionary has (filosofie: "filosof", "filozof").
  [[nodiscard]] std::pair<std::string, std::string> variant_in(const std::string& word) const;

  /// Positive degree of an irregular comparative (větší → velký, déle → dlouho); empty when it is none.
  [[nodiscard]] std::string positive_of(const std::string& comparative) const;

  /// The adjective of a place by its lower-cased name (brno → brněnský); empty when the dictionary has none.
  [[nodiscard]] std::string adjective_of_place(const std::string& place) const;

  /// Full form of the short adjective or participle in the masculine (uveden → uvedený, povinen → povinný).
  [[nodiscard]] std::string long_adjective(const std::string& short_form) const;

 private:
  struct Ending {
    std::string form_end, lemma_end;
  };

  void add(const std::string& form, Owner owner);
  void read_verbs(const std::string& text);
  void read_nouns(const std::string& text);
  void read_closed(const std::string& text);
  void add_verb(const std::vector<std::string>& parts, const std::string& prefix,
                const std::string& infinitive);
  void add_verb_part(const std::string& prefix, const std::string& part, std::size_t column,
                     const std::string& infinitive);
  [[nodiscard]] std::string fitting_prefix(const std::string& prefix, const std::string& part,
                                           const std::string& infinitive) const;
  [[nodiscard]] bool fits(const std::string& lemma, std::string_view kind) const;

  const Vocabulary& vocabulary_;
  std::unordered_map<std::string, std::vector<Owner>> owners_;
  std::unordered_map<std::string, std::vector<Ending>> endings_;  // by kind
  std::unordered_map<std::string, std::string> positives_;
  std::vector<std::pair<std::string, std::string>> variants_;
  std::vector<Ending> places_;
  std::unordered_set<std::string> own_;
  std::unordered_set<std::string> prefixes_;
};

}  // namespace tvar::stemmers::lexicon
