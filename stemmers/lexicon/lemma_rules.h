// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// What the flags of cs_CZ.aff mean: which lemma a form has that an entry and its rules made. Hunspell knows
/// spellings only; that R makes an adverb and K behind -ý a noun in -ost are facts of its Czech affix file.
///
/// flag    on                     makes                                lemma
/// N W     any, comparatives      ne-, nejne-                          verbs: same; nominals: with ne-
/// E       comparatives           nej-                                 same
/// A J B I infinitive, present    conjugation, -ti                     the infinitive
/// O       -l; -n -t; -ý          gender and number; -o                infinitive; -ný, -tý; the adverb
/// T C     infinitive             short passive participle             the adjective in -ný, -tý
/// X       infinitive, present    transgressives; -ící, -vší           infinitive; the adjective
/// Y       -ý -í -ův -in          declension of adjectives             same
/// y       -ý -í                  comparative                          positive; its adverb
/// R       -ý -í; nouns           adverb; locative in -ě               the adverb; same
/// K C     -ý; -cký; nouns        noun in -ost; declension             the noun; same
/// P U     persons                declension; -ův                      same; the possessive
/// others  nouns                  declension                           same
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <unordered_map>
#include <vector>

#include "stemmers/lexicon/analysis_source.h"
#include "stemmers/lexicon/expander.h"
#include "stemmers/lexicon/paradigms.h"

namespace tvar::stemmers::lexicon {

/// The prefix of a form.
enum class Prefix : std::uint8_t { none, ne, nej, nejne, number };

/// One reading of one form, before ranking.
struct Reading {
  std::string form;
  std::string lemma;  ///< without ne-, also of nominals
  std::string slot;   ///< how the form is made: flag and ending; forms of one slot are about equally frequent
  std::string kind;   ///< sort of word, by its flags
  WordClass word_class = WordClass::other;
  Prefix prefix = Prefix::none;
  bool name = false;  ///< from a capitalised entry
  bool bare =
      false;  ///< the entry itself, which the dictionary lists without inflection; gives way to the same
              ///< spelling as a form of a common word
};

class LemmaRules {
 public:
  /// All must outlive the object.
  LemmaRules(const Dictionary& dictionary, const Expander& expander, const Vocabulary& vocabulary,
             const Paradigms& paradigms);

  using Visitor = std::function<void(const Reading&)>;
  using DerivationVisitor = std::function<void(const std::string&, const std::string&, DerivationKind)>;

  /// Calls `visit` for each reading of each form of the entry, and `derive` for its derivations.
  void read(const Entry& entry, const Visitor& visit, const DerivationVisitor& derive) const;

  /// Readings of the forms that only the tables of paradigms make.
  void read_tables(const Visitor& visit) const;

 private:
  struct Target {
    std::string lemma;
    WordClass word_class = WordClass::other;
    std::string cell;
  };
  struct Plan;

  [[nodiscard]] Plan plan(const Entry& entry) const;
  void plan_verb(Plan& plan) const;
  void plan_nominal(const Entry& entry, Plan& plan) const;
  void plan_bare(const Entry& entry, Plan& plan) const;
  void index_comparatives(const Dictionary& dictionary);
  void classify(const Plan& plan, const Expansion& made, const Target& target, Reading& reading) const;
  void read_unlisted(const Entry& entry, const Plan& plan, const Visitor& visit) const;
  static void derive_from(const Plan& plan, const Expansion& made, const Reading& reading,
                          const DerivationVisitor& derive);
  [[nodiscard]] const Owner* owner_of(const Reading& reading, const std::string& form) const;
  [[nodiscard]] std::string affirmative_of(const std::string& infinitive) const;
  [[nodiscard]] std::string adverb_of(const std::string& adjective) const;
  [[nodiscard]] std::vector<Target> targets(const Entry& entry, const Plan& plan,
                                            const Expansion& made) const;
  [[nodiscard]] Target suffixed_target(const Plan& plan, const Expansion& made) const;
  [[nodiscard]] Target participle_target(const Entry& entry, const AffixRule& rule) const;

  const Expander& expander_;
  const Vocabulary& vocabulary_;
  const Paradigms& paradigms_;
  std::unordered_map<std::string, std::string> positives_;  // novější → nový
};

}  // namespace tvar::stemmers::lexicon
