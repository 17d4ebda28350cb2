// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// Query tree + analysis → a tree of terms for the store, and what to mark in the texts that it finds.
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "index/store.h"
#include "lib/analysis/text_analyzer.h"
#include "lib/search/spelling.h"
#include "lib/search/synonyms.h"
#include "lib/search/term_expansion.h"
#include "lib/search/value_compiler.h"
#include "tvar/query.h"
#include "tvar/result.h"
#include "tvar/schema.h"
#include "tvar/searcher.h"

namespace tvar::search {

/// Stands for "every text field".
inline constexpr std::size_t kAllFields = std::numeric_limits<std::size_t>::max();

/// Something that is marked in a text: one word, or the words of a phrase in a row.
struct MarkedItem {
  /// For each word of the item the terms, any of which matches it. Field prefixes are not part of them.
  std::vector<std::vector<std::string>> words;
  std::size_t field = kAllFields;  ///< ordinal of the text field it was asked for in
};

/// Something that adds to the score, in one field, for explanations.
struct QueryPart {
  std::string word;  ///< see ScorePart
  MatchKind kind;
  std::size_t field;                            ///< ordinal; kAllFields when it has none of its own
  store::Node node;                             ///< scores as the part does inside the query
  std::vector<std::vector<std::string>> words;  ///< as in MarkedItem
  std::size_t contest =
      0;  ///< of parts with the same number in one field only the best one counts; 0: it counts always
};

/// A word, phrase or alternative that a document should have.
struct QueryWord {
  std::string text;  ///< as typed
  store::Node node;
};

struct CompiledQuery {
  store::Node node;
  std::vector<MarkedItem> marks;
  std::vector<QueryPart> parts;  ///< with Options::explain only
  std::size_t wanted = 0;        ///< parts that must all match; with fewer than two there is nothing to relax
  /// With Options::incomplete only: what documents with neighbouring words gain. Too dear to look for in all that have any word.
  std::vector<store::Node> pairs;
  std::vector<QueryWord> words;     ///< with Options::incomplete only: the wanted parts
  bool scores = false;              ///< false: only filters, every score is 0
  bool excludes = false;            ///< something must not be in what is found
  std::optional<QueryError> error;  ///< a value that its field can't have, or a tree that is too large
  std::vector<QueryNote> notes;     ///< what was left out
};

/// A word of a query and the forms that it is to be read as instead, the most probable first.
struct WordCorrection {
  std::string word;  ///< lower-cased, as its token
  std::vector<SpellingCandidate> candidates;
  bool keep = false;  ///< the word itself is searched as well
};

/// What a search has looked up in the index: the next compilation of its query, for a relaxation, asks for the same.
struct LookedUp {
  /// What a word was expanded to, and what was left of the budget then; by all that it depends on.
  std::unordered_map<std::string, std::pair<Expansion, ExpansionBudget>> expansions;
  std::unordered_map<std::string, std::vector<std::string>> long_forms;     ///< of abbreviations
  std::unordered_map<std::string, std::vector<std::string>> abbreviations;  ///< of names
};

/// How the words of a query are read; see analysis::query_mode.
StemMode mode_of(const Query& query, const Stemmer& stemmer);

/// The plain tokens of a query text; extra readings stand beside them.
std::vector<text::Token> plain_tokens(const std::vector<text::Token>& tokens);

/// Compiles queries for one index. One thread at a time; all arguments must outlive it.
class QueryCompiler {
 public:
  QueryCompiler(const Schema& schema, const Stemmer& stemmer, const store::Reader& reader);

  struct Options {
    bool any = false;  ///< one word is enough; exclusions and values of fields still hold
    bool incomplete =
        false;  ///< no document that has all words matters: signals of all words at once are left out
    bool derivations = false;  ///< see SearchOptions
    bool explain = false;      ///< fill CompiledQuery::parts
    std::vector<WordCorrection> corrections = {};
    LookedUp* looked_up = nullptr;  ///< read and added to; without it nothing is kept
  };
  CompiledQuery compile(const Query& query, const Options& options);

  /// A word that the query asks for in any inflection.
  struct Word {
    std::string text;  ///< lower-cased
    std::uint64_t documents =
        0;  ///< that have any of its readings, at most in one field; 0: the index has no such word
    bool in_lexicon = false;  ///< a word of the language: no slip, even when the index does not have it
  };
  /// All content words that the query asks for, not those that it excludes.
  std::vector<Word> words(const Query& query);

  /// Compiles the values that queries name; filters are compiled by it too.
  ValueCompiler& values() { return values_; }

 private:
  // Words of the query that stand or fall together: a word, a date and its parts, a name with its abbreviation.
  struct Unit {
    store::Node node;
    std::size_t begin = 0;  // of the tokens
    std::size_t end = 0;
    bool is_stop = false;
  };
  store::Node build(const Query& query);
  void want(std::string_view text, const store::Node& node);
  store::Node build_any(const Query& query);
  store::Node build_all(const Query& query);
  store::Node build_unwanted(const Query& none_of);
  store::Node build_words(const Query& query);
  Unit build_unit(const std::vector<text::Token>& tokens, std::size_t& at, std::size_t field);
  static std::string_view text_of(const std::vector<text::Token>& tokens, const Unit& unit,
                                  std::string_view text);
  void join_names(const std::vector<text::Token>& tokens, std::string_view text, std::size_t field,
                  std::vector<Unit>& units);
  std::vector<store::Node> abbreviation_nodes(std::string_view name, std::size_t field);
  std::vector<store::Node> expansion_nodes(const text::Token& token, std::size_t field);
  store::Node build_phrase(const Query& query);
  store::Node build_exact(const Query& query, const std::vector<text::Token>& tokens);
  store::Node build_value(const Query& query);

  // How the words of a row may be placed: in order or not, with `slack` other words among them.
  struct Window {
    store::Node::Op op = store::Node::Op::phrase;
    std::size_t slack = 0;
  };
  struct Phrase {
    std::vector<std::vector<std::string>> words;
    std::size_t slack = 0;
  };
  store::Node build_expansion(const Query& query);
  bool is_value_prefix(const Query& query) const;
  store::Node build_value_prefix(const Query& query, std::size_t field);
  Expansion expand(const Query& query, const std::string& space, const std::string& word);
  Expansion look_up(const Query& query, const std::string& space, const std::string& word);
  void note_incomplete(const Query& query);
  std::vector<std::string> long_forms_of(const std::string& abbreviation);
  std::vector<std::string> abbreviations_of(std::string_view name);
  struct ExpandedTerm {
    std::string term;
    std::size_t distance = 0;
  };
  std::vector<ExpandedTerm> expanded_terms(const Query& query, std::size_t field);
  static store::Node expanded_node(const store::FieldPlace& place, const std::vector<ExpandedTerm>& terms);
  store::Node unknown_word(const Query& query) const;
  store::Node build_near(const Query& query);
  store::Node near_in_fields(const std::vector<std::vector<std::string>>& words,
                             const std::vector<Phrase>& phrases, std::size_t slack, std::size_t field);
  std::vector<std::vector<std::string>> rows_of(const Query& query);
  std::vector<std::string> expansion_of(const Query& query);
  void mark_words(const std::vector<std::vector<std::string>>& words, std::size_t field, bool apart);
  void record(std::string_view word, MatchKind kind, const std::vector<std::vector<std::string>>& words,
              std::size_t field, const store::Node& node, double factor = 1.0, std::size_t contest = 0);
  std::vector<std::string> lemmas_as_typed(const text::Token& token);
  void record_word(const text::Token& token, const std::vector<std::string>& terms,
                   const std::vector<float>& weights, std::size_t field);
  store::Node derivations_node(std::string_view word, const std::vector<std::string>& terms,
                               std::size_t field);
  store::Node family_node(std::string_view word, const std::vector<std::string>& terms, std::size_t field);
  std::vector<std::string> relatives_of(const std::string& term) const;
  store::Node token_node(const text::Token& token, std::size_t field);
  // What a word of a row may be: any of these terms, in documents that have one of these forms, if there are any.
  struct Choice {
    std::vector<std::string> terms;
    std::vector<std::string> forms;
    std::uint64_t documents = 0;  // with one of the terms, about
  };
  store::Node row_node(const store::FieldPlace& place, const std::vector<std::vector<std::string>>& words,
                       Window window);
  std::vector<Choice> choices_of(const std::vector<std::string>& word) const;
  // The forms of a prefix; see choices_of().
  struct PrefixForms {
    std::vector<std::string> terms;
    std::string prefix;  // without diacritics, when they do not count
    bool diacritics;
  };
  void limit_choices(std::vector<std::vector<Choice>>& rows);
  void limit_positions(std::vector<std::vector<Choice>>& rows);
  store::Node in_fields(const std::vector<std::vector<std::string>>& words, const std::vector<float>& weights,
                        std::size_t field, Window window);
  store::Node in_fields(const std::vector<std::vector<std::string>>& words, const std::vector<float>& weights,
                        std::size_t field) {
    return in_fields(words, weights, field, {});
  }
  std::vector<text::Token> tokens_of(const Query& query);
  void note_left_out(const Query& query);
  std::vector<std::string> terms_of(const text::Token& token, std::vector<float>* weights);
  std::vector<std::string> corrected_terms(const WordCorrection& correction, std::vector<float>* weights);
  void collect_words(const Query& query, std::vector<Word>& out);
  std::uint64_t documents_with(std::string_view term) const;
  store::Node ranked(store::Node node, const std::vector<text::Token>& tokens, std::string_view text,
                     std::size_t field);
  void add_pairs(const std::vector<text::Token>& tokens, std::string_view text, std::size_t field,
                 std::vector<store::Node>& parts);
  store::Node nearness_node(const std::vector<std::vector<std::string>>& words, std::size_t field);
  const WordCorrection* correction_of(const text::Token& token) const;
  std::size_t field_of(const Query& query) const;

  const Schema& schema_;
  const Stemmer& stemmer_;
  const store::Reader& reader_;
  bool has_dictionary_;
  store::FieldMap places_;
  ValueCompiler values_;
  analysis::TextAnalyzer analyzer_;
  analysis::TextAnalyzer expansion_analyzer_;  // has buffers of its own: the query's tokens stay valid
  Synonyms synonyms_;
  StemMode mode_ = StemMode::query;
  bool any_ = false;
  bool ranks_ = true;  // the part that is built adds to scores
  std::size_t ranked_words_left_ = 0;
  bool incomplete_ = false;
  bool derivations_ = false;
  bool explain_ = false;
  std::size_t contests_ = 0;  // parts of one word that compete
  std::vector<WordCorrection> corrections_;
  bool shouting_ = false;
  std::size_t tokens_left_ = 0;  // of the query
  bool out_of_tokens_ = false;
  ExpansionBudget expansion_budget_;
  LookedUp* looked_up_ = nullptr;
  std::vector<PrefixForms> prefixes_;  // in NEAR
  bool lists_left_out_ = false;        // of rows, since they are read too often
  bool choices_left_out_ = false;      // of the row that was built last
  CompiledQuery result_;
};

}  // namespace tvar::search
