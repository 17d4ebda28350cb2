// SPDX-License-Identifier: GPL-2.0-or-later
// Indexes a document and finds it; the index goes to the folder named on the command line.
#include <iostream>
#include <tvar/tvar.hpp>

#ifndef LEXICON
#define LEXICON ""
#endif

int main(int, char** argv) {
  tvar::IndexWriter writer = tvar::IndexWriter::open(argv[1], tvar::WriterOptions{.lexicon = LEXICON});
  writer.upsert({.id = "prerov", .fields = {{"text", "V Přerově vznikl azylový dům."}}});
  writer.commit();
  tvar::Searcher searcher = tvar::Searcher::open(argv[1], {.lexicon = LEXICON});
  tvar::ResultPage page = searcher.search("azylovy dum");
  for (const tvar::Hit& hit : page.hits()) std::cout << hit.id << ": " << hit.snippet.to_html() << '\n';
}
