// SPDX-License-Identifier: GPL-2.0-or-later
// Any text as a title and a page, with a list of known organisations: facts are of the fields that there are, stand in the
// text on the bounds of characters, and have a confidence from 0 to 1 that reaches the threshold.
//
// Input: first byte which threshold; up to the first line end the title, the rest is the text.
#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "lib/facts/fact_reader.h"
#include "lib/text/utf8.h"
#include "tvar/facts.h"

namespace {

[[noreturn]] void fail(const tvar::Fact& fact, const char* what) {
  std::fprintf(stderr, "%s \"%s\" (\"%s\", %zu to %zu): %s\n", fact.field.c_str(), fact.value.c_str(),
               fact.raw.c_str(), fact.range.begin, fact.range.end, what);
  std::abort();
}

bool is_boundary(std::string_view text, std::size_t at) {
  return at == text.size() || (at < text.size() && tvar::text::is_code_point_start(text[at]));
}

void check(const tvar::Fact& fact, const tvar::Document& document) {
  const auto fields = tvar::facts::fact_fields();
  if (std::find(fields.begin(), fields.end(), fact.field) == fields.end()) fail(fact, "no such field");
  if (fact.value.empty()) fail(fact, "has no value");
  if (tvar::text::repair_utf8(fact.value) != fact.value) fail(fact, "the value is no UTF-8");
  if (!(fact.confidence >= 0 && fact.confidence <= 1)) fail(fact, "confidence out of range");
  if (fact.source > document.fields.size()) fail(fact, "stands in no field");
  const std::string_view text =
      fact.source < document.fields.size() ? document.fields[fact.source].value : document.id;
  if (fact.range.begin >= fact.range.end || fact.range.end > text.size())
    fail(fact, "stands outside of the text");
  if (!is_boundary(text, fact.range.begin) || !is_boundary(text, fact.range.end))
    fail(fact, "cuts a character");
  if (fact.range.of(text) != fact.raw) fail(fact, "is not what stands there");
}

// Made once: what extractors need costs more than reading a page. One that has read other pages reads the next one as well.
constexpr std::array kThresholds = {0.0F, 0.5F, 0.85F, 1.0F};

std::vector<tvar::FactExtractor>& extractors() {
  static const tvar::Analyzer analyzer({.lexicon = TVAR_LEXICON_IMAGE});
  static std::vector<tvar::FactExtractor> made = [] {
    std::vector<tvar::FactExtractor> all;
    tvar::FactOptions options;
    options.organizations = {{.name = "Člověk v tísni", .aliases = {"ČvT", "Člověk"}},
                             {.name = "Dům dětí", .aliases = {"DDM"}}};
    for (const float threshold : kThresholds) {
      options.threshold = threshold;
      all.emplace_back(analyzer, options);
    }
    return all;
  }();
  return made;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size < 1) return 0;
  const std::string text =
      tvar::text::repair_utf8(std::string_view(reinterpret_cast<const char*>(data + 1), size - 1));
  const std::size_t line = std::min(text.find('\n'), text.size());
  const tvar::Document document{
      .id = "web/breclav-2008.html",
      .fields = {{"title", text.substr(0, line)}, {"text", text.substr(std::min(line + 1, text.size()))}}};
  const std::size_t chosen = data[0] % kThresholds.size();
  for (const tvar::Fact& fact : extractors()[chosen].extract(document)) {
    check(fact, document);
    if (fact.confidence < kThresholds.at(chosen)) fail(fact, "is below the threshold");
  }
  return 0;
}
