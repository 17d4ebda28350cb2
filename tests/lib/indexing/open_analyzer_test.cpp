// SPDX-License-Identifier: GPL-2.0-or-later
#include "lib/indexing/open_analyzer.h"

#include <gtest/gtest.h>

#include "tvar/analyzer.h"
#include "tvar/error.h"

namespace tvar::indexing {
namespace {

TEST(OpenAnalyzer, IsThatOfTheIndexOrSaysWhatToDo) {
  store::IndexInfo info;
  info.schema.stemmer = "none";
  info.analyzer = make_analyzer(info.schema, {}).id();
  EXPECT_EQ(open_analyzer(info, "pages.tvar", {}).id(), info.analyzer);

  const std::string mine = info.analyzer;
  info.analyzer = "none/0 analysis/1";
  try {
    open_analyzer(info, "pages.tvar", {});
    ADD_FAILURE() << "nothing was thrown";
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::analyzer_mismatch);
    EXPECT_EQ(error.what(),
              "pages.tvar: the index was built with the analyzer 'none/0 analysis/1', this program has '" +
                  mine + "'");
    EXPECT_EQ(error.hint(), "'tvar reindex' builds the index anew from the documents that it stores.");
  }
}

}  // namespace
}  // namespace tvar::indexing
