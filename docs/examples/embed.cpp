// Indexes three documents and searches them. Build it against an installed tvar:
//   c++ -std=c++20 embed.cpp $(pkg-config --cflags --libs tvar) -o embed
#include <iostream>
#include <tvar/tvar.hpp>

int main(int argc, char** argv) try {
  const std::filesystem::path index = argc > 1 ? argv[1] : "example.tvar";

  tvar::IndexWriter writer = tvar::IndexWriter::open(index);
  writer.upsert({.id = "breclav",
                 .fields = {{"title", "Lokální partnerství Břeclav"},
                            {"text", "Partneři připravují výstavbu azylového domu. Začne příští rok."},
                            {"town", "Břeclav"}}});
  writer.upsert({.id = "prerov",
                 .fields = {{"title", "Zápis z jednání"},
                            {"text", "V Přerově chybějí místa v azylových domech pro rodiny s dětmi."},
                            {"town", "Přerov"}}});
  writer.upsert({.id = "brno",
                 .fields = {{"title", "Nová herna"}, {"text", "Dům dětí otevřel dílnu."}, {"town", "Brno"}}});
  writer.commit();

  const tvar::Searcher searcher = tvar::Searcher::open(index);
  const tvar::ResultPage page = searcher.search("azylovy dum", {.facets = {"town"}, .limit = 10});
  for (const tvar::Hit& hit : page.hits()) {
    std::cout << hit.id << ": " << hit.snippet.to_html("[", "]") << '\n';
  }
  for (const tvar::FacetCount& town : page.facet("town")->values) {
    std::cout << town.value << " (" << town.count << ")\n";
  }
  return page.hits().empty() ? 1 : 0;
} catch (const tvar::Error& error) {
  std::cerr << error.what() << ' ' << error.hint() << '\n';
  return 2;
}
