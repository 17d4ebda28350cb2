// SPDX-License-Identifier: GPL-2.0-or-later
// Phrases and NEAR against reading every document: forms of one lemma, forms of several, words without diacritics, numbers,
// dates and compounds, in texts that are made of few words so that they meet in every way.
#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <iterator>
#include <random>
#include <set>

#include "lib/analysis/analyzer_impl.h"
#include "lib/analysis/text_analyzer.h"
#include "lib/text/fold.h"
#include "tests/support/pages.h"
#include "tests/support/seed.h"
#include "tests/support/temp_dir.h"
#include "tvar/tvar.hpp"

namespace tvar {
namespace {

using testing::Ids;
using testing::TempDir;

// Forms of one word beside each other; "ženu", "stane", "tři", "je" and "hrady" are forms of several.
constexpr const char* kWords[] = {"dům",
                                  "domu",
                                  "domech",
                                  "domem",
                                  "domy",
                                  "domek",
                                  "domku",
                                  "město",
                                  "města",
                                  "měst",
                                  "městech",
                                  "žena",
                                  "ženu",
                                  "ženy",
                                  "hnát",
                                  "ženou",
                                  "stane",
                                  "stát",
                                  "stanou",
                                  "stanout",
                                  "státu",
                                  "tři",
                                  "třít",
                                  "tře",
                                  "byt",
                                  "být",
                                  "bytu",
                                  "je",
                                  "jsou",
                                  "hrad",
                                  "hradu",
                                  "hrady",
                                  "hradit",
                                  "hradí",
                                  "kotlet",
                                  "kotletu",
                                  "tlachapoud",
                                  "tlachapouda",
                                  "tlachapoudem",
                                  "se",
                                  "s",
                                  "a",
                                  "i",
                                  "2016",
                                  "2016-04-14",
                                  "14. dubna 2016",
                                  "dubna",
                                  "Karel IV.",
                                  "iv",
                                  "4",
                                  "česko-německý",
                                  "českoněmecký",
                                  "německý",
                                  "o. p. s.",
                                  "ops",
                                  "C++",
                                  "24letý",
                                  "letý",
                                  "www.domy.cz",
                                  "domy.cz",
                                  "108/2006 Sb.",
                                  "2,5"};

struct Token {
  std::string form;
  std::set<std::string> terms;
  std::uint32_t position;
};
/// The tokens of one field.
using Text = std::vector<Token>;
using Word = std::function<bool(const Token&)>;

struct Row {
  std::string query;
  std::vector<Word> words;
  std::uint32_t window;
  bool in_order;
};

std::vector<std::uint32_t> places(const Text& text, const Word& word) {
  std::vector<std::uint32_t> found;
  for (const Token& token : text) {
    if (word(token) && (found.empty() || found.back() != token.position)) found.push_back(token.position);
  }
  return found;
}

// Whether there is a place for each word from `next` on: in order, or at least no two at one place, within the window.
bool fits(const Text& text, const Row& row, std::vector<std::uint32_t>& taken) {
  if (taken.size() == row.words.size()) return true;
  for (const std::uint32_t place : places(text, row.words[taken.size()])) {
    if (row.in_order && !taken.empty() && place <= taken.back()) continue;
    if (std::find(taken.begin(), taken.end(), place) != taken.end()) continue;
    taken.push_back(place);
    const auto [least, most] = std::minmax_element(taken.begin(), taken.end());
    if (*most - *least < row.window && fits(text, row, taken)) return true;
    taken.pop_back();
  }
  return false;
}

class RowPropertyTest : public ::testing::Test {
 protected:
  std::uint64_t below(std::uint64_t limit) { return random_() % limit; }
  std::string random_text(std::size_t words) {
    std::string text;
    for (std::size_t i = 0; i < words; ++i)
      text.append(i > 0 ? " " : "").append(kWords[below(std::size(kWords))]);
    return text;
  }
  // How the index reads a text: values of a field are 100 positions apart.
  void read(const Document& document, std::string_view field, StemMode mode, Text& out) {
    std::uint32_t position = 0;
    for (const std::string_view value : document.values(field)) {
      std::uint32_t last = 0;
      worker_.analyze(value, mode, [&](const text::Token& token, const Readings& readings) {
        last = token.position + 1;
        Token& read = out.emplace_back();
        read.form = token.text;
        read.position = position + last;
        for (const Reading& reading : readings) {
          std::string term;
          analysis::append_term(reading, term);
          read.terms.insert(term);
        }
        return true;
      });
      position += last + 100;
    }
  }
  void add_documents(std::size_t count) {
    IndexWriter writer = IndexWriter::open(directory_ / "pages.tvar");
    for (std::size_t i = 0; i < count; ++i) {
      Document document =
          testing::page_of("d" + std::to_string(i), random_text(1 + below(4)), random_text(1 + below(30)));
      if (below(3) == 0) document.fields.push_back({"title", random_text(1 + below(4))});
      if (below(3) == 0) document.fields.push_back({"text", random_text(1 + below(10))});
      const bool is_folded = below(4) == 0;
      if (is_folded) {
        for (FieldValue& value : document.fields) value.value = text::fold_diacritics(value.value);
        document.fields[1].value += " xxxxxxxxxxxxxxxxxxxxxxxxxxxxxx xxxxxxxxxxxxxxxxxxxxxxxxxxxxxx";
      } else {
        document.fields[1].value += " žluťoučký kůň";
      }
      writer.upsert(document);
      std::vector<Text>& texts = documents_[document.id];
      for (const char* const field : {"title", "text"})
        read(document, field, is_folded ? StemMode::folded_document : StemMode::document,
             texts.emplace_back());
    }
    writer.commit();
    searcher_.emplace(Searcher::open(directory_ / "pages.tvar"));
  }
  Ids expected(const Row& row) const {
    Ids found;
    for (const auto& [id, texts] : documents_) {
      const bool fitting = std::any_of(texts.begin(), texts.end(), [&](const Text& text) {
        std::vector<std::uint32_t> taken;
        return fits(text, row, taken);
      });
      if (fitting) found.push_back(id);
    }
    return found;
  }
  // Xapian's NEAR may miss words that stand apart somewhere when they stand at one place, too: 24letý is also letý.
  bool may_be_missed(const Row& row) const {
    const auto is_shared = [&row](const Text& text) {
      const std::vector<std::uint32_t> first = places(text, row.words[0]);
      const std::vector<std::uint32_t> second = places(text, row.words[1]);
      return std::find_first_of(first.begin(), first.end(), second.begin(), second.end()) != first.end();
    };
    return !row.in_order && std::any_of(documents_.begin(), documents_.end(), [&](const auto& document) {
      return std::any_of(document.second.begin(), document.second.end(), is_shared);
    });
  }
  void expect_found(const Row& row) {
    if (may_be_missed(row)) return;
    const Ids wanted = expected(row);
    const ResultPage page =
        searcher_->search(row.query, {.limit = 1000, .match = Match::all, .correct_spelling = false});
    EXPECT_EQ(testing::sorted_ids(page), wanted) << row.query;
    EXPECT_EQ(page.total().lower, wanted.size()) << row.query;
    EXPECT_EQ(page.total().upper, wanted.size()) << row.query;
    found_ += wanted.size();
  }
  /// A form of a document that is one plain token when it is asked for.
  std::string random_form() {
    for (;;) {
      const std::string text = text::fold_case(kWords[below(std::size(kWords))]);
      const bool folded = below(4) == 0;
      const std::string form = folded ? text::fold_diacritics(text) : text;
      if (analyzer_.analyze(form, Purpose::query).size() == 1)
        return analyzer_.analyze(form, Purpose::query)[0].exact.substr(1);
    }
  }
  static Word exactly(std::string form) {
    return [form = std::move(form)](const Token& token) { return token.form == form; };
  }
  /// Any inflection of a word that is typed with its diacritics.
  Word inflected(const std::string& form) {
    std::set<std::string> terms;
    const std::vector<AnalyzedToken> tokens = analyzer_.analyze(form + " ř", Purpose::query);
    for (const AnalyzedTerm& term : tokens.front().terms) terms.insert(term.text);
    return [terms = std::move(terms)](const Token& token) {
      return std::any_of(terms.begin(), terms.end(),
                         [&](const std::string& term) { return token.terms.contains(term); });
    };
  }

  TempDir directory_;
  Analyzer analyzer_{{.lexicon = TVAR_LEXICON_IMAGE}};
  analysis::TextAnalyzer worker_{*analyzer_.impl().stemmer};
  std::mt19937_64 random_{test_seed()};
  std::map<std::string, std::vector<Text>> documents_;
  std::optional<Searcher> searcher_;
  std::size_t found_ = 0;
};

TEST_F(RowPropertyTest, ExactPhrases) {
  SCOPED_TRACE(test_seed());
  add_documents(300);
  for (int i = 0; i < 1500; ++i) {
    Row row{.query = "=\"", .words = {}, .window = 0, .in_order = true};
    const std::size_t count = 2 + below(2);
    for (std::size_t word = 0; word < count; ++word) {
      const std::string form = random_form();
      row.query.append(word > 0 ? " " : "").append(form);
      row.words.push_back(exactly(form));
    }
    const std::uint64_t slack = below(2) * below(8);
    row.query += slack > 0 ? "\"~" + std::to_string(slack) : "\"";
    row.window = static_cast<std::uint32_t>(count + slack);
    expect_found(row);
  }
  EXPECT_GT(found_, 1000U);
}

TEST_F(RowPropertyTest, FormsAndWordsNearEachOther) {
  SCOPED_TRACE(test_seed());
  add_documents(300);
  for (int i = 0; i < 1000; ++i) {
    const std::uint64_t distance = 1 + below(5);
    Row row{.query = "", .words = {}, .window = static_cast<std::uint32_t>(distance + 1), .in_order = false};
    for (int word = 0; word < 2; ++word) {
      const std::string form = random_form();
      if (word > 0) row.query += " NEAR/" + std::to_string(distance) + " ";
      row.query += "=" + form;
      row.words.push_back(exactly(form));
    }
    expect_found(row);
  }
  EXPECT_GT(found_, 1000U);
}

TEST_F(RowPropertyTest, BeginningsNearForms) {
  SCOPED_TRACE(test_seed());
  add_documents(300);
  for (int i = 0; i < 400; ++i) {
    const std::uint64_t distance = 1 + below(5);
    Row row{.query = "", .words = {}, .window = static_cast<std::uint32_t>(distance + 1), .in_order = false};
    const char* const prefixes[] = {"dom", "domu", "mě", "žen", "st", "tř", "by", "hrad", "tlacha", "1", "2"};
    const std::string prefix = prefixes[below(std::size(prefixes))];
    const std::string form = random_form();
    row.query = "=" + prefix + "* NEAR/" + std::to_string(distance) + " =" + form;
    row.words = {[&](const Token& token) { return token.form.starts_with(prefix); }, exactly(form)};
    expect_found(row);
  }
  EXPECT_GT(found_, 1000U);
}

TEST_F(RowPropertyTest, PhrasesInAnyInflection) {
  SCOPED_TRACE(test_seed());
  add_documents(300);
  const char* const words[] = {"dům", "města", "ženu",        "státu",  "třít",
                               "být", "hradů", "tlachapoudů", "německý"};
  for (int i = 0; i < 400; ++i) {
    const std::uint64_t slack = below(4);
    Row row{.query = "", .words = {}, .window = static_cast<std::uint32_t>(2 + slack), .in_order = true};
    const std::string first = words[below(std::size(words))];
    const std::string second = words[below(std::size(words))];
    row.query = "\"" + first + " " + second + "\"" + (slack > 0 ? "~" + std::to_string(slack) : "");
    row.words = {inflected(first), inflected(second)};
    expect_found(row);
  }
  EXPECT_GT(found_, 1000U);
}

}  // namespace
}  // namespace tvar
