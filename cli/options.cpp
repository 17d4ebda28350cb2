// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/options.h"

#include <algorithm>
#include <cassert>
#include <initializer_list>

namespace tvar::cli {
namespace {

constexpr std::uint16_t in(std::initializer_list<Command> commands) {
  unsigned bits = 0;
  for (const Command command : commands) bits |= 1U << static_cast<unsigned>(command);
  return static_cast<std::uint16_t>(bits);
}

constexpr std::uint16_t kIndexed =
    in({Command::index, Command::watch, Command::search, Command::facets, Command::suggest, Command::similar,
        Command::show, Command::stats, Command::analyze, Command::remove, Command::optimize, Command::reindex,
        Command::export_documents});
constexpr std::uint16_t kAll = kIndexed | in({Command::facts});
constexpr std::uint16_t kAllWithJson = kAll & static_cast<std::uint16_t>(~in({Command::export_documents}));
constexpr std::uint16_t kBulk = in({Command::index, Command::watch, Command::reindex});
constexpr std::uint16_t kSearch = in({Command::search});
constexpr std::uint16_t kFacets = in({Command::facets});
constexpr std::uint16_t kIndex = in({Command::index});
constexpr std::uint16_t kReindex = in({Command::reindex});
constexpr std::uint16_t kLoads = in({Command::index, Command::watch});
constexpr std::uint16_t kAnalyze = in({Command::analyze});
constexpr std::uint16_t kShow = in({Command::show});
constexpr std::uint16_t kStats = in({Command::stats});

// clang-format off
constexpr OptionSpec kOptions[] = {
    {OptionId::dry_run, '\0', kIndex, "dry-run", "", "",
     {"only say which files are new, changed, moved or gone; nothing is written",
      "jen říct, které soubory jsou nové, změněné, přesunuté či pryč; nic se nezapíše"}},
    {OptionId::resume, '\0', kIndex, "resume", "", "",
     {"go on with a load that was interrupted", "pokračovat v načítání, které bylo přerušeno"}},
    {OptionId::threads, '\0', kBulk, "threads", "N", "0",
     {"threads to load with; 0 means as many as there are processors",
      "kolika vlákny načítat; 0 znamená kolik je procesorů"}},
    {OptionId::memory, '\0', kBulk, "memory", "MIB", "512",
     {"memory to use, about, in MiB, 64 at least; a document may have a fifth of it",
      "kolik paměti použít, přibližně, v MiB, nejméně 64; dokument smí mít její pětinu"}},
    {OptionId::boilerplate, '\0', kBulk, "boilerplate", "as-before|learn|keep", "as-before",
     {"what becomes of menus and footers, lines that most pages repeat: learn: out of the answers, keep: text as any other; a new index learns",
      "co s menu a patičkami, řádky opakovanými na většině stránek: learn: mimo odpovědi, keep: text jako každý jiný; nový index se je učí"}},
    {OptionId::schema, '\0', kLoads, "schema", "FILE", "",
     {"fields of a new index, as YAML; the built-in schema without it",
      "pole nového indexu v YAML; jinak vestavěné schéma"}},
    {OptionId::schema, '\0', kReindex, "schema", "FILE", "",
     {"build the index with these fields, as YAML; with those that it has without it",
      "sestavit index s těmito poli v YAML; jinak s těmi, která má"}},
    {OptionId::authority, '\0', in({Command::index, Command::watch, Command::facts}), "authority", "FILE", "",
     {"names, aliases and classes of organisations, as CSV or YAML; an index remembers those it was made with",
      "jména, další jména a třídy organizací v CSV nebo YAML; index si pamatuje ty, se kterými vznikl"}},
    {OptionId::input_format, '\0', kIndex, "format", "EXTENSION", "",
     {"format of standard input, such as html or csv; told by its beginning without it",
      "formát standardního vstupu, třeba html nebo csv; jinak se pozná podle začátku"}},
    {OptionId::reader, '\0', kLoads, "reader", "FILE", "",
     {"the program that reads formats such as PDF, not the installed one",
      "program, který čte formáty jako PDF, místo toho nainstalovaného"}},

    {OptionId::limit, 'n', kSearch, "limit", "N", "10",
     {"hits to print, at most; with --batch of each query, 100 unless given",
      "kolik nálezů nejvýš vypsat; s --batch u každého dotazu, a není-li řečeno jinak, 100"}},
    {OptionId::offset, '\0', kSearch, "offset", "N", "0",
     {"hits to skip before the first one printed", "kolik nálezů přeskočit před prvním vypsaným"}},
    {OptionId::facet, '\0', kSearch, "facet", "FIELD", "",
     {"count the values of this field among all hits; FIELD/year, FIELD/month, FIELD@A,B count intervals and ranges, "
      "FIELD:NODE what is below a node of a hierarchy; repeatable, or several with commas",
      "spočítat hodnoty tohoto pole ve všech nálezech; POLE/year, POLE/month, POLE@A,B spočítají období a rozmezí, "
      "POLE:UZEL to, co je pod uzlem hierarchie; lze opakovat nebo psát víc polí s čárkami"}},
    {OptionId::facet_limit, '\0', kSearch, "facet-limit", "N", "20",
     {"values to print of each --facet, at most; 0 means all",
      "kolik hodnot nejvýš vypsat u každého --facet; 0 znamená všechny"}},
    {OptionId::limit, 'n', kFacets, "limit", "N", "20",
     {"values to print of each field, at most; 0 means all",
      "kolik hodnot nejvýš vypsat u každého pole; 0 znamená všechny"}},
    {OptionId::contains, '\0', kFacets, "contains", "TEXT", "",
     {"only values that contain this", "jen hodnoty, které tohle obsahují"}},
    {OptionId::by_value, '\0', kFacets, "by-value", "", "",
     {"in the order of the values, not by count", "v pořadí hodnot, ne podle počtu"}},
    {OptionId::limit, 'n', in({Command::suggest}), "limit", "N", "10",
     {"suggestions to print, at most; up to 100", "kolik návrhů nejvýš vypsat; do 100"}},
    {OptionId::limit, 'n', in({Command::similar}), "limit", "N", "10",
     {"documents to print, at most", "kolik dokumentů nejvýš vypsat"}},
    {OptionId::query_text, 'q', kFacets, "query", "QUERY", "",
     {"count among the documents that this query finds, not in the whole index",
      "počítat v dokumentech, které najde tento dotaz, ne v celém indexu"}},
    {OptionId::sort, '\0', kSearch, "sort", "ORDER", "score",
     {"order of the hits: score, or FIELD, FIELD:asc, FIELD:desc",
      "pořadí nálezů: score, nebo POLE, POLE:asc, POLE:desc"}},
    {OptionId::collapse, '\0', kSearch, "collapse", "FIELD", "",
     {"of the hits that share the value of this field print the first one only, and how many more there are",
      "z nálezů se stejnou hodnotou tohoto pole vypsat jen první a kolik je dalších"}},
    {OptionId::match, '\0', in({Command::search, Command::facets}), "match", "all|any|auto", "auto",
     {"which documents match several words: those with all, with any, or those with all and, when they are few, also those with some",
      "které dokumenty vyhoví více slovům: se všemi, s kterýmkoli, nebo se všemi a, je-li jich málo, i s některými"}},
    {OptionId::derivations, '\0', in({Command::search, Command::facets}), "derivations", "", "",
     {"words derived from those of the query count too, a little: Brno finds brněnský",
      "slova odvozená od slov dotazu se také trochu počítají: Brno najde brněnský"}},
    {OptionId::no_correction, '\0', in({Command::search, Command::facets}), "no-correction", "", "",
     {"search misspelled words as they are typed", "hledat i slova s překlepy tak, jak jsou napsána"}},
    {OptionId::explain, '\0', kSearch, "explain", "", "",
     {"say of each hit which words matched, as what, and what they gave to the score",
      "u každého nálezu říct, která slova mu odpovídají, jako co a čím přispěla ke skóre"}},
    {OptionId::format, '\0', kSearch, "format", "text|json|trec", "text",
     {"form of the output; trec goes with --batch", "tvar výstupu; trec patří k --batch"}},
    {OptionId::export_format, '\0', in({Command::export_documents}), "format", "jsonl|opensearch", "jsonl",
     {"form of the output: a document a line, or the bulk requests of OpenSearch with our terms",
      "tvar výstupu: dokument na řádek, nebo hromadné požadavky pro OpenSearch s našimi termy"}},
    {OptionId::batch_queries, '\0', kSearch, "batch", "FILE", "",
     {"run the queries of a file (- is stdin) with lines \"name<TAB>query\", and print a TREC run",
      "provést dotazy ze souboru (- je stdin) s řádky „jméno<TAB>dotaz“ a vypsat běh pro TREC"}},

    {OptionId::word, 'w', kAnalyze, "word", "WORD", "",
     {"say what the lexicon knows about a word: lemmas, their forms, derived words",
      "říct, co o slově ví slovník: lemmata, jejich tvary, odvozená slova"}},
    {OptionId::batch_words, '\0', kAnalyze, "batch", "[FILE]", "",
     {"read a word a line (of stdin without FILE) and print its index terms, one line each",
      "číst po slově na řádek (bez SOUBORU ze stdin) a ke každému vypsat řádek s jeho termy"}},
    {OptionId::query_side, '\0', kAnalyze, "query", "", "",
     {"analyse as a query, not as a document", "rozebrat jako dotaz, ne jako dokument"}},
    {OptionId::stemmer, '\0', kAnalyze, "stemmer", "NAME", "",
     {"this stemmer, not that of the index or the built-in schema",
      "tento stemmer místo toho, který má index nebo vestavěné schéma"}},
    {OptionId::merge_negation, '\0', kAnalyze, "merge-negation", "", "",
     {"negated nouns and adjectives are forms of their positive",
      "záporná podstatná a přídavná jména jsou tvary kladných"}},

    {OptionId::show_facts, '\0', kShow, "facts", "", "",
     {"add what is read from the prose of the document: town, dates, members, persons",
      "přidat, co se vyčte z textu dokumentu: obec, data, členové, osoby"}},

    {OptionId::show_boilerplate, '\0', kStats, "boilerplate", "", "",
     {"add the lines that most pages repeat, which are kept out of the answers",
      "přidat řádky opakované na většině stránek, které jsou mimo odpovědi"}},

    {OptionId::json, '\0', kAllWithJson, "json", "", "",
     {"print one JSON object", "vypsat jeden objekt JSON"}},
    {OptionId::color, '\0', in({Command::search, Command::similar}), "color", "", "",
     {"mark the matched words by colour also when the output is no terminal",
      "zvýraznit nalezená slova barvou, i když výstup není terminál"}},
    {OptionId::no_color, '\0', in({Command::search, Command::similar}), "no-color", "", "",
     {"no colour, not even on a terminal", "žádné barvy, ani na terminálu"}},
    {OptionId::index, 'i', kIndexed, "index", "DIR", "",
     {"the index; else $TVAR_INDEX, else the nearest .tvar here or above",
      "index; jinak $TVAR_INDEX, jinak nejbližší .tvar zde nebo výš"}},
    {OptionId::lexicon, '\0', kAll, "lexicon", "FILE", "",
     {"the compiled lexicon, not the installed one", "přeložený slovník místo toho nainstalovaného"}},
    {OptionId::help, 'h', kAll, "help", "", "",
     {"print this help", "vypsat tuto nápovědu"}},
};
// clang-format on

// The words that stand for what a user gives.
constexpr Text kPlaceholders[] = {
    {"COMMAND", "PŘÍKAZ"}, {"DIR", "SLOŽKA"},    {"EXTENSION", "PŘÍPONA"}, {"FIELD", "POLE"},
    {"FILE", "SOUBOR"},    {"NAME", "JMÉNO"},    {"ORDER", "POŘADÍ"},      {"PATH", "CESTA"},
    {"QUERY", "DOTAZ"},    {"VALUE", "HODNOTA"}, {"WORD", "SLOVO"},
};

std::string_view placeholder(std::string_view word, Language language) {
  const auto* found = std::find_if(std::begin(kPlaceholders), std::end(kPlaceholders),
                                   [word](const Text& text) { return text.english == word; });
  return found == std::end(kPlaceholders) ? word : found->in(language);
}

}  // namespace

std::string localized(std::string_view notation, Language language) {
  constexpr std::string_view kCapitals = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  std::string text;
  while (!notation.empty()) {
    const std::size_t begin = std::min(notation.find_first_of(kCapitals), notation.size());
    const std::size_t end = std::min(notation.find_first_not_of(kCapitals, begin), notation.size());
    text.append(notation.substr(0, begin)).append(placeholder(notation.substr(begin, end - begin), language));
    notation.remove_prefix(end);
  }
  return text;
}

std::string OptionSpec::usage(Language language) const {
  std::string text = letter != '\0' ? std::string{'-', letter, ',', ' '} : std::string();
  text.append("--").append(name);
  if (!is_switch()) text.append(" ").append(localized(value, language));
  return text;
}

std::span<const OptionSpec> options() {
  return kOptions;
}

const OptionSpec& option(Command command, OptionId id) {
  const auto* found = std::find_if(std::begin(kOptions), std::end(kOptions), [&](const OptionSpec& spec) {
    return spec.id == id && spec.belongs_to(command);
  });
  assert(found != std::end(kOptions));
  return *found;
}

}  // namespace tvar::cli
