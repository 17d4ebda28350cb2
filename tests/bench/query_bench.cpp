// SPDX-License-Identifier: GPL-2.0-or-later
// What answering costs on an index of 50,000 documents of 150 words, made of the texts below $TVAR_BENCH_CORPUS in
// another order, with three words in each that nobody else has. It is made once, which takes a minute or two, and kept
// in the build directory beside a plain Xapian database of the same documents and an index of one long document.
//
// bm_hostile: everything that people may paste or attackers send, up to a megabyte. Each has to be answered, refused, or
// answered in part (said_so counts what the answer says about that) within 100 ms of the processor and 64 MB; what is not is marked.
// bm_search: ordinary queries, ten hits with snippets. bm_xapian: the same words through Xapian's own QueryParser and on
// its own database: all words, forms as typed, the bytes of ten documents fetched; no stemming, snippets, corrections.
// bm_snippets: what the snippets of a page of a hundred hits cost, each. bm_suggest: completion. bm_large: a document of
// 100 MB found and shown.
//
// "peak_MB" is what the memory of the process rose by at most during the calls.
#include <benchmark/benchmark.h>
#include <malloc.h>
#include <xapian.h>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <map>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tvar/tvar.hpp"

namespace {

using Words = std::vector<std::string>;

// Numbers that are the same on every machine.
class Random {
 public:
  std::uint64_t below(std::uint64_t limit) {
    state_ += 0x9E3779B97F4A7C15U;
    std::uint64_t z = state_;
    z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9U;
    z = (z ^ (z >> 27U)) * 0x94D049BB133111EBU;
    return (z ^ (z >> 31U)) % limit;
  }

 private:
  std::uint64_t state_ = 1;
};

std::filesystem::path corpus() {
  const char* const folder = std::getenv("TVAR_BENCH_CORPUS");
  return folder == nullptr ? TVAR_SOURCE_DIR "/docs/examples/corpus" : folder;
}

Words corpus_words() {
  constexpr std::size_t kEnough = 5'000'000;
  Words words;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(corpus())) {
    if (!entry.is_regular_file() || !tvar::is_readable(entry.path())) continue;
    const auto keep = [&words](tvar::Document&& document) {
      std::istringstream text{std::string(document.value("text"))};
      for (std::string word; text >> word;) words.push_back(word);
      return words.size() < kEnough;
    };
    tvar::read_file(entry.path(), entry.path().filename().string(), keep, [](tvar::ReadProblem&&) {});
  }
  return words;
}

std::string row_of(const Words& words, std::size_t begin, std::size_t count) {
  std::string text;
  for (std::size_t i = begin; i < begin + count && i < words.size(); ++i) text += words[i] + ' ';
  return text;
}

std::string made_up_word(Random& random) {
  static constexpr const char* kSyllables[] = {"ba", "ko", "lí", "mě", "nov", "po",  "ra",  "sta",
                                               "tu", "vý", "ze", "či", "da",  "hra", "pří", "se"};
  std::string word;
  for (int i = 0; i < 4; ++i) word += kSyllables[random.below(std::size(kSyllables))];
  return word;
}

constexpr int kDocuments = 50'000;

struct Page {
  std::string title;
  std::string text;
  std::string town;
  std::string year;
};

/// The documents of the index, one after the other.
template <class Take>
void make_pages(const Take& take) {
  const Words words = corpus_words();
  Random random;
  for (int i = 0; i < kDocuments; ++i) {
    Page page;
    for (int part = 0; part < 3; ++part)
      page.text += row_of(words, random.below(words.size()), 50) + made_up_word(random) + ".\n\n";
    page.title = row_of(words, random.below(words.size()), 5);
    page.town = words[random.below(words.size() / 20)];
    page.year = std::to_string(2000 + random.below(25));
    take("d" + std::to_string(i), page);
  }
}

/// Where an index of the corpus is kept between runs.
std::filesystem::path kept(const char* name) {
  const std::size_t key = std::hash<std::string>()(corpus().lexically_normal().string());
  return std::filesystem::path(TVAR_BUILD_DIR) / "bench" / std::to_string(key) / name;
}

void build_index(const std::filesystem::path& path) {
  std::filesystem::remove_all(path);
  const std::filesystem::path lines = path.string() + ".jsonl";
  {
    std::ofstream file(lines);
    make_pages([&file](const std::string& id, const Page& page) {
      file << nlohmann::json{{"id", id},
                             {"title", page.title},
                             {"text", page.text},
                             {"town", page.town},
                             {"year", page.year}}
                  .dump(-1, ' ', false, nlohmann::json::error_handler_t::replace)
           << "\n";
    });
  }
  tvar::IndexWriter writer = tvar::IndexWriter::open(path, {.lexicon = TVAR_LEXICON_IMAGE});
  tvar::load_paths(writer, {lines});
  writer.commit();
  std::filesystem::remove(lines);
}

/// Made when it is not there, or of another analyzer.
const tvar::Searcher& searcher() {
  static const tvar::Searcher kSearcher = [] {
    const std::filesystem::path path = kept("pages.tvar");
    std::filesystem::create_directories(path.parent_path());
    try {
      return tvar::Searcher::open(path, {.lexicon = TVAR_LEXICON_IMAGE});
    } catch (const tvar::Error&) {
      build_index(path);
    }
    return tvar::Searcher::open(path, {.lexicon = TVAR_LEXICON_IMAGE});
  }();
  return kSearcher;
}

/// The same documents as Xapian's own indexer takes them.
const Xapian::Database& plain_database() {
  static const Xapian::Database kDatabase = [] {
    const std::filesystem::path path = kept("plain.xapian");
    if (!std::filesystem::exists(path / "made")) {
      std::filesystem::remove_all(path);
      std::filesystem::create_directories(path.parent_path());
      Xapian::WritableDatabase database(path.string(), Xapian::DB_CREATE);
      Xapian::TermGenerator generator;
      make_pages([&](const std::string& id, const Page& page) {
        Xapian::Document document;
        generator.set_document(document);
        generator.index_text(page.title, 1, "S");
        generator.index_text(page.title);
        generator.increase_termpos();
        generator.index_text(page.text);
        document.set_data(page.title + "\n" + page.text);
        document.add_boolean_term("Q" + id);
        database.add_document(document);
      });
      database.commit();
      std::ofstream(path / "made");
    }
    return Xapian::Database(path.string());
  }();
  return kDatabase;
}

// Frequent, less frequent and rare words of the index, lower case, evenly over its list of forms.
const Words& forms() {
  static const Words kForms = [] {
    Words all;
    const Xapian::Database& database = plain_database();
    for (auto term = database.allterms_begin(""); term != database.allterms_end(""); ++term) {
      const std::string word = *term;
      if (word.size() > 3 && word[0] >= 'a' && word[0] <= 'z') all.push_back(word);
    }
    return all;
  }();
  return kForms;
}

std::string repeated(std::string_view unit, std::size_t bytes) {
  std::string text;
  while (text.size() + unit.size() <= bytes) text += unit;
  return text;
}

std::string different_words(std::string_view between, std::size_t bytes) {
  std::string text;
  for (std::size_t i = 0; text.size() + 40 < bytes; ++i) {
    text += forms()[i * 7919 % forms().size()];
    text += between;
  }
  return text;
}

// Each in a few documents only.
std::string rare_words(std::string_view between, std::size_t bytes) {
  Random random;
  std::string text;
  while (text.size() + 40 < bytes) (text += made_up_word(random)) += between;
  return text;
}

std::string bytes_at_random(std::size_t bytes) {
  Random random;
  std::string text;
  while (text.size() < bytes) text += static_cast<char>(random.below(256));
  return text;
}

/// A line of /proc/self/status, kB.
std::uint64_t status_kb(std::string_view key) {
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);) {
    if (line.starts_with(key)) return std::strtoull(line.c_str() + key.size() + 1, nullptr, 10);
  }
  return 0;
}

constexpr double kMostMilliseconds = 100.0;
constexpr double kMostMegabytes = 64.0;

template <class Call>
void measure(benchmark::State& state, const Call& call) {
  call();  // fills the caches
  ::malloc_trim(0);
  std::ofstream("/proc/self/clear_refs") << 5;  // the peak begins anew
  const std::uint64_t before = status_kb("VmRSS");
  const std::clock_t begin = std::clock();
  for (auto _ : state) call();
  const double milliseconds = 1000.0 * static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
  const std::uint64_t peak = status_kb("VmHWM");
  const double megabytes = static_cast<double>(peak - std::min(before, peak)) / 1024.0;
  state.counters["peak_MB"] = megabytes;
  const double each = milliseconds / static_cast<double>(state.iterations());
  if (each > kMostMilliseconds || megabytes > kMostMegabytes) state.SetLabel("OVER THE LIMIT");
}

struct Hostile {
  const char* name;
  std::string (*make)();
};
constexpr std::size_t kMega = std::size_t{1} << 20U;

const Hostile kHostile[] = {
    {"one_word", [] { return repeated("město ", kMega); }},
    {"one_word_no_spaces", [] { return repeated("město", kMega); }},
    {"different_words", [] { return different_words(" ", kMega); }},
    {"different_words_commas", [] { return different_words(",", kMega); }},
    {"or_100000", [] { return different_words(" OR ", kMega); }},
    {"or_one_word", [] { return repeated("město OR ", kMega); }},
    {"or_500", [] { return different_words(" OR ", 8000); }},
    {"and_words_500", [] { return different_words(" AND ", 8000); }},
    {"rare_words", [] { return rare_words(" ", 8000); }},
    {"rare_words_or", [] { return rare_words(" OR ", 8000); }},
    {"rare_words_commas", [] { return rare_words(",", kMega); }},
    {"prefix_s", [] { return std::string("s*"); }},
    {"prefix_s_200", [] { return repeated("s* ", 600); }},
    {"prefix_all_letters",
     [] { return std::string("a* b* c* d* e* f* g* h* i* j* k* l* m* n* o* p* r* s* t*"); }},
    {"prefix_not", [] { return std::string("město -s* -p* -v* -n* -z*"); }},
    {"prefix_not_everywhere", [] { return std::string("* -s* -p* -v* -n* -z*"); }},
    {"prefix_near", [] { return std::string("s* NEAR/100 p* NEAR/100 v*"); }},
    {"star_tilde", [] { return std::string("*~"); }},
    {"fuzzy_100", [] { return different_words("~ ", 1500); }},
    {"fuzzy_1MB", [] { return repeated("městoo~ ", kMega); }},
    {"prefix_1MB", [] { return repeated("s* ", kMega); }},
    {"brackets_200000", [] { return std::string(200'000, '(') + "a" + std::string(200'000, ')'); }},
    {"brackets_pairs", [] { return repeated("(a) ", kMega); }},
    {"brackets_open", [] { return repeated("a(", kMega); }},
    {"quotes", [] { return std::string(kMega, '"'); }},
    {"phrases", [] { return repeated("\"na konci města\" ", kMega); }},
    {"phrase_of_500", [] { return "\"" + repeated("a se na v ", 5000) + "\""; }},
    {"phrase_slop", [] { return "\"" + repeated("a se na v ", 5000) + "\"~100"; }},
    {"phrases_of_stop_words", [] { return repeated("\"a se na\" ", 5000); }},
    {"minus", [] { return repeated("-město ", kMega); }},
    {"minus_signs", [] { return std::string(kMega, '-'); }},
    {"near_chain", [] { return repeated("a NEAR/100 ", kMega) + "v"; }},
    {"near_500", [] { return repeated("se NEAR/100 ", 6000) + "v"; }},
    {"near_of_alternatives", [] { return repeated("(a OR se OR na) NEAR/100 ", 12000) + "v"; }},
    {"field_of_field", [] { return repeated("title:(", kMega); }},
    {"field_values", [] { return repeated("year:2010 ", kMega); }},
    {"field_ranges", [] { return repeated("year:2001..2020 OR ", kMega); }},
    {"field_prefix", [] { return repeated("town:p* ", kMega); }},
    {"unknown_fields", [] { return repeated("twon2:a ", kMega); }},
    {"misspelled", [] { return std::string("mestoo vyhlaska rozpoctuu radnicee starostta"); }},
    {"misspelled_30", [] { return repeated("zxměstoq yradniceq qstarostaz ", 350); }},
    {"exact_words", [] { return repeated("=město ", kMega); }},
    {"backslashes", [] { return std::string(kMega, '\\'); }},
    {"random_bytes", [] { return bytes_at_random(kMega); }},
    {"chinese", [] { return repeated("中", kMega); }},
    {"emoji", [] { return repeated("😀", kMega); }},
    {"combining_marks", [] { return "a" + repeated("\u0301", kMega - 1); }},
    {"dots", [] { return repeated("a.", kMega); }},
    {"digits", [] { return std::string(kMega, '1'); }},
    {"capitals", [] { return repeated("MĚSTO NEBO ", kMega); }},
    {"spaces", [] { return std::string(kMega, ' '); }},
};

void bm_hostile(benchmark::State& state, const Hostile& hostile) {
  const std::string query = hostile.make();
  std::size_t notes = 0;
  measure(state, [&] {
    const tvar::ResultPage page = searcher().search(query);
    notes = page.notes().size() + (page.query_error() ? 1 : 0);
    benchmark::DoNotOptimize(page);
  });
  state.counters["said_so"] = static_cast<double>(notes);
}

constexpr const char* kOrdinary[] = {"město",      "azylový dům",     "mestsky urad",
                                     "nová škola", "rozpočet na rok", "péče o děti v rodině",
                                     "praha brno", "stavba silnice",  "dokument uložit"};

void bm_search(benchmark::State& state, const char* query) {
  measure(state, [&] { benchmark::DoNotOptimize(searcher().search(query)); });
}

void bm_xapian(benchmark::State& state, const char* query) {
  const Xapian::Database& database = plain_database();
  measure(state, [&] {
    Xapian::QueryParser parser;
    parser.set_default_op(Xapian::Query::OP_AND);
    Xapian::Enquire enquire(database);
    enquire.set_query(parser.parse_query(query));
    const Xapian::MSet found = enquire.get_mset(0, 10, database.get_doccount());
    for (auto hit = found.begin(); hit != found.end(); ++hit)
      benchmark::DoNotOptimize(hit.get_document().get_data().size());
  });
}

void bm_snippets(benchmark::State& state, const char* query) {
  const auto seconds = [&](std::size_t length, std::size_t& hits) {
    const auto begin = std::chrono::steady_clock::now();
    const tvar::ResultPage page = searcher().search(query, {.limit = 100, .snippet_length = length});
    hits = page.hits().size();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
  };
  std::size_t hits = 0;
  for (auto _ : state) {
    const double without = seconds(0, hits);
    const double with = seconds(240, hits);
    state.SetIterationTime(std::max(0.0, with - without) /
                           static_cast<double>(std::max<std::size_t>(hits, 1)));
  }
  state.counters["hits"] = static_cast<double>(hits);
}

void bm_suggest(benchmark::State& state, const char* typed) {
  measure(state, [&] { benchmark::DoNotOptimize(searcher().suggest(typed)); });
}

/// Of one document of so many megabytes. Made when it is not there, or of another analyzer.
const tvar::Searcher& large_searcher(std::size_t megabytes) {
  static std::map<std::size_t, tvar::Searcher> searchers;
  const auto known = searchers.find(megabytes);
  if (known != searchers.end()) return known->second;
  const std::filesystem::path path = kept(("large-" + std::to_string(megabytes) + ".tvar").c_str());
  const auto open = [&]() -> const tvar::Searcher& {
    return searchers.emplace(megabytes, tvar::Searcher::open(path, {.lexicon = TVAR_LEXICON_IMAGE}))
        .first->second;
  };
  try {
    return open();
  } catch (const tvar::Error&) {
    std::filesystem::remove_all(path);
  }
  const Words words = corpus_words();
  std::string text;
  Random random;
  while (text.size() < megabytes * kMega) text += row_of(words, random.below(words.size()), 200) + "\n\n";
  std::filesystem::create_directories(path.parent_path());
  tvar::IndexWriter writer = tvar::IndexWriter::open(path, {.lexicon = TVAR_LEXICON_IMAGE});
  writer.upsert({.id = "large", .fields = {{"text", std::move(text) + "Na konci je pštrosí vejce."}}});
  writer.commit();
  return open();
}

void bm_large(benchmark::State& state, std::size_t megabytes, const char* query) {
  const tvar::Searcher& large = large_searcher(megabytes);
  std::size_t marks = 0;
  measure(state, [&] {
    const tvar::ResultPage page = large.search(query);
    marks = page.hits().at(0).snippet.highlights.size();
  });
  state.counters["marks"] = static_cast<double>(marks);
}

void register_all() {
  const auto in_ms = [](benchmark::internal::Benchmark* made) { return made->Unit(benchmark::kMillisecond); };
  for (const Hostile& hostile : kHostile) {
    in_ms(benchmark::RegisterBenchmark((std::string("bm_hostile/") + hostile.name).c_str(), bm_hostile,
                                       hostile));
  }
  for (const char* const query : kOrdinary) {
    const std::string name = query;
    in_ms(benchmark::RegisterBenchmark(("bm_search/" + name).c_str(), bm_search, query));
    in_ms(benchmark::RegisterBenchmark(("bm_xapian/" + name).c_str(), bm_xapian, query));
  }
  for (const char* const query : {"město", "nová škola", "péče o děti v rodině"})
    in_ms(benchmark::RegisterBenchmark((std::string("bm_snippets/") + query).c_str(), bm_snippets, query))
        ->UseManualTime();
  for (const char* const typed : {"a", "s", "p", "v", "pra", "azyl", "městský ú", "nová š", "v p", "s p"}) {
    in_ms(benchmark::RegisterBenchmark((std::string("bm_suggest/") + typed).c_str(), bm_suggest, typed));
  }
  in_ms(benchmark::RegisterBenchmark("bm_large/1MB_everywhere", bm_large, 1, "v roce"));
  in_ms(benchmark::RegisterBenchmark("bm_large/100MB_everywhere", bm_large, 100, "v roce"));
  in_ms(benchmark::RegisterBenchmark("bm_large/100MB_at_the_end", bm_large, 100, "pštrosí"));
}

}  // namespace

int main(int argc, char** argv) {
  // There are eighty of them, so that half a second each, as it is without this, takes minutes.
  std::string seconds = "--benchmark_min_time=0.1";
  std::vector<char*> arguments(argv, argv + argc);
  arguments.insert(arguments.begin() + 1, seconds.data());
  int count = argc + 1;
  benchmark::Initialize(&count, arguments.data());
  register_all();
  benchmark::RunSpecifiedBenchmarks();
}
