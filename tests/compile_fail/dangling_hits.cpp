// SPDX-License-Identifier: GPL-2.0-or-later
// The hits of a page that is gone after the first iteration: C++20 would compile it without a word.
// EXPECT: deleted
#include "tvar/searcher.h"

std::size_t count(const tvar::Searcher& searcher) {
  std::size_t marked = 0;
#ifdef MISUSE
  for (const tvar::Hit& hit : searcher.search("dům").hits()) marked += hit.snippet.highlights.size();
#else
  const tvar::ResultPage page = searcher.search("dům");
  for (const tvar::Hit& hit : page.hits()) marked += hit.snippet.highlights.size();
#endif
  return marked;
}
