// SPDX-License-Identifier: GPL-2.0-or-later
// What a search has looked up is used when its query is compiled again, and changes nothing.
#include "lib/search/query_compiler.h"

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

#include "stemmers/registry.h"
#include "tests/support/temp_dir.h"

namespace tvar::search {
namespace {

using store::Node;

std::string printed(const Node& node) {
  std::string text = std::to_string(static_cast<int>(node.op)) + node.term;
  if (node.factor != 1.0) text += "*" + std::to_string(node.factor);
  if (node.children.empty()) return text;
  text += "(";
  for (const Node& child : node.children) text += printed(child) + " ";
  return text + ")";
}

class QueryCompilerTest : public ::testing::Test {
 protected:
  QueryCompilerTest() {
    schema_.stemmer = "none";
    schema_.fields = {{.name = "text"}};
    store::Writer writer =
        store::Writer::open(directory_ / "i.tvar", {.schema = schema_, .analyzer = "a", .program = "p"});
    store::PreparedDocument document;
    document.id = "1";
    for (const char* const form : {"kolo", "kolona", "kolej", "pole", "police"}) {
      document.add_term("=" + std::string(form));
      document.add_term(form);
    }
    writer.upsert(document);
    writer.commit();
    reader_ = std::make_unique<store::Reader>(store::Reader::open(directory_ / "i.tvar"));
    for (const stemmers::StemmerEntry& entry : stemmers::registry()) {
      if (std::string_view(entry.name) == "none") stemmer_ = entry.make({});
    }
    compiler_ = std::make_unique<QueryCompiler>(schema_, *stemmer_, *reader_);
  }

  std::string compiled(std::string_view text, LookedUp* looked_up) {
    const Query query = parse_query(text, schema_).query;
    return printed(compiler_->compile(query, {.looked_up = looked_up}).node);
  }

  testing::TempDir directory_;
  Schema schema_;
  std::unique_ptr<store::Reader> reader_;
  std::unique_ptr<const Stemmer> stemmer_;
  std::unique_ptr<QueryCompiler> compiler_;
};

TEST_F(QueryCompilerTest, ExpansionsAreLookedUpOnce) {
  LookedUp looked_up;
  const std::string text = "kol* polr~ =kol*";
  const std::string alone = compiled(text, nullptr);
  EXPECT_NE(alone.find("=kolej"), std::string::npos);
  EXPECT_NE(alone.find("=pole"), std::string::npos);
  EXPECT_EQ(compiled(text, &looked_up), alone);
  EXPECT_EQ(looked_up.expansions.size(), 3U);
  EXPECT_EQ(compiled(text, &looked_up), alone);
  EXPECT_EQ(looked_up.expansions.size(), 3U);
  // They are not looked up again:
  for (auto& [key, found] : looked_up.expansions) found.first.forms.clear();
  EXPECT_EQ(compiled(text, &looked_up).find("=kolej"), std::string::npos);
}

TEST_F(QueryCompilerTest, WhatIsLookedUpDependsOnWhatIsLeftToSpend) {
  LookedUp looked_up;
  EXPECT_EQ(compiled("kol* kol*", &looked_up), compiled("kol* kol*", nullptr));
  EXPECT_EQ(looked_up.expansions.size(), 2U);
}

TEST_F(QueryCompilerTest, AbbreviationsAndNamesAreLookedUpOnce) {
  LookedUp looked_up;
  const std::string alone = compiled("kolo MPSV pole", nullptr);
  EXPECT_EQ(compiled("kolo MPSV pole", &looked_up), alone);
  ASSERT_TRUE(looked_up.long_forms.contains("mpsv"));
  EXPECT_TRUE(looked_up.abbreviations.contains("kolo MPSV pole"));
  looked_up.long_forms["mpsv"] = {"zkouška"};
  EXPECT_NE(compiled("kolo MPSV pole", &looked_up).find("zkouška"), std::string::npos);
}

}  // namespace
}  // namespace tvar::search
