// SPDX-License-Identifier: GPL-2.0-or-later
// The walk over the terms finds what a look at each of them finds, and stops in time.
#include "lib/search/term_expansion.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "index/store.h"
#include "lib/query/lexer.h"
#include "lib/text/fold.h"
#include "tests/support/seed.h"
#include "tests/support/temp_dir.h"

namespace tvar::search {
namespace {

using Forms = std::vector<std::string>;

class TermExpansion : public ::testing::Test {
 protected:
  store::Reader reader_of(const std::vector<Forms>& documents) {
    store::Writer writer = store::Writer::open(
        directory_ / "i.tvar", {.schema = Schema::default_schema(), .analyzer = "a", .program = "p"});
    int number = 0;
    for (const Forms& forms : documents) {
      store::PreparedDocument document;
      document.id = std::to_string(++number);
      for (const std::string& form : forms) document.add_term("=" + form);
      // Neighbours in the order of terms, which no expansion may reach.
      document.add_term("<azyl");
      document.add_term("azyl");
      writer.upsert(document);
    }
    writer.commit();
    return store::Reader::open(directory_ / "i.tvar");
  }

  testing::TempDir directory_;
};

Forms forms_of(const Expansion& expansion) {
  Forms forms;
  for (const ExpandedForm& found : expansion.forms) forms.push_back(found.form);
  return forms;
}

Forms prefixed(const store::Reader& reader, std::string_view word, bool diacritics = false) {
  ExpansionBudget budget{.scanned = 100'000, .forms = 1000};
  return forms_of(expand_prefix(
      reader, {.space = "=", .word = word, .diacritics = diacritics, .most_forms = 1000}, budget));
}

Forms similar(const store::Reader& reader, std::string_view word, std::size_t edits,
              bool diacritics = false) {
  ExpansionBudget budget{.scanned = 100'000, .forms = 1000};
  return forms_of(expand_similar(
      reader, {.space = "=", .word = word, .diacritics = diacritics, .most_forms = 1000}, edits, budget));
}

TEST_F(TermExpansion, PrefixTakesTheMostFrequentFirst) {
  const store::Reader reader =
      reader_of({{"práce", "pracovat", "prach"}, {"práce", "prachu", "prst", "o"}, {"práce"}});
  EXPECT_EQ(prefixed(reader, "prac"), (Forms{"práce", "prach", "prachu", "pracovat"}));
  EXPECT_EQ(prefixed(reader, "prác"), (Forms{"práce", "prach", "prachu", "pracovat"}));
  EXPECT_EQ(prefixed(reader, "prác", true), Forms{"práce"});
  EXPECT_EQ(prefixed(reader, "prac", true), (Forms{"prach", "prachu", "pracovat"}));
  EXPECT_EQ(prefixed(reader, "x"), Forms{});
}

TEST_F(TermExpansion, TheWordItselfComesBeforeFrequentSimilarOnes) {
  const store::Reader reader = reader_of({{"misto", "město", "mesta"}, {"misto", "mesta"}, {"misto"}});
  EXPECT_EQ(similar(reader, "mesto", 1), (Forms{"město", "misto", "mesta"}));
  EXPECT_EQ(similar(reader, "mesto", 1, true), (Forms{"misto", "mesta", "město"}));
  EXPECT_EQ(similar(reader, "mesto", 0), Forms{"město"});
}

TEST_F(TermExpansion, EndsOfTheBudgetAreTold) {
  const store::Reader reader = reader_of({{"aa", "ab", "ac", "ad"}});
  const ExpansionRequest request{.space = "=", .word = "a", .diacritics = false, .most_forms = 3};
  ExpansionBudget budget{.scanned = 100, .forms = 5};
  const Expansion first = expand_prefix(reader, request, budget);
  EXPECT_EQ(first.forms.size(), 3U);
  EXPECT_FALSE(first.complete);
  EXPECT_EQ(budget.forms, 2U);
  EXPECT_EQ(expand_prefix(reader, request, budget).forms.size(), 2U);
  EXPECT_EQ(expand_prefix(reader, request, budget).forms.size(), 0U);

  ExpansionBudget short_walk{.scanned = 2, .forms = 100};
  EXPECT_EQ(expand_prefix(reader, request, short_walk).forms.size(), 2U);
  EXPECT_EQ(short_walk.scanned, 0U);
  ExpansionBudget enough{.scanned = 100, .forms = 100};
  EXPECT_TRUE(expand_prefix(reader, {.space = "=", .word = "a", .diacritics = false, .most_forms = 4}, enough)
                  .complete);
}

// Few letters, so that all kinds of edits meet; letters with marks and beyond Latin among them.
std::string random_form(std::mt19937& random, std::size_t longest) {
  static const Forms kLetters = {"a", "a", "b", "á", "ä", "č", "c",  "š",
                                 "s", "z", "ž", "я", "й", "ß", "漢", "1"};
  std::string form;
  for (std::size_t letters = 1 + random() % longest; letters > 0; --letters)
    form += kLetters[random() % kLetters.size()];
  return form;
}

// ß folds to two letters, which the walk leaves as one.
std::string folded(const std::string& form) {
  std::string kept;
  for (std::size_t begin = 0; begin < form.size();) {
    const std::size_t sharp = std::min(form.find("ß", begin), form.size());
    kept += text::fold_diacritics(form.substr(begin, sharp - begin));
    if (sharp < form.size()) kept += "ß";
    begin = sharp + 2;
  }
  return kept;
}

TEST_F(TermExpansion, FindsWhatALookAtEachFormFinds) {
  std::mt19937 random(test_seed());
  std::set<std::string> vocabulary;
  for (int i = 0; i < 3000; ++i) vocabulary.insert(random_form(random, 7));
  const store::Reader reader = reader_of({Forms(vocabulary.begin(), vocabulary.end())});
  for (int i = 0; i < 100; ++i) {
    const std::string word = random_form(random, 6);
    const bool diacritics = i % 4 == 0;
    const auto key = [&](const std::string& form) { return diacritics ? form : folded(form); };
    Forms begun;
    std::vector<Forms> near(3);
    for (const std::string& form : vocabulary) {
      if (key(form).starts_with(key(word))) begun.push_back(form);
      for (std::size_t edits = 0; edits < near.size(); ++edits) {
        if (query::edit_distance(key(form), key(word), edits) <= edits) near[edits].push_back(form);
      }
    }
    const auto sorted = [](Forms forms) {
      std::sort(forms.begin(), forms.end());
      return forms;
    };
    EXPECT_EQ(sorted(prefixed(reader, word, diacritics)), begun) << word;
    for (std::size_t edits = 0; edits < near.size(); ++edits) {
      EXPECT_EQ(sorted(similar(reader, word, edits, diacritics)), near[edits]) << word << ' ' << edits;
    }
  }
}

}  // namespace
}  // namespace tvar::search
