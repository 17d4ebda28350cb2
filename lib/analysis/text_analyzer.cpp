// SPDX-License-Identifier: GPL-2.0-or-later
#include "lib/analysis/text_analyzer.h"

#include <algorithm>
#include <utility>

#include "lib/analysis/stop_words.h"
#include "lib/text/fold.h"
#include "lib/text/utf8.h"

namespace tvar::analysis {
namespace {

bool has_term(const Readings& readings, std::string_view term) {
  return std::any_of(readings.begin(), readings.end(), [term](const Reading& r) { return r.term == term; });
}

// A word typed without marks may be a content word as it is spelled, and a function word with marks: byt is a flat, or
// "to be". Whoever types it as a query means the content word; the function word would find nearly every document.
void drop_function_words(const Stemmer& stemmer, std::string_view word, Readings& readings) {
  const auto is_function_word = [&stemmer](const Reading& reading) {
    return is_stop_word(stemmer.lemma_of(reading.term));
  };
  if (readings.size() < 2 || std::none_of(readings.begin(), readings.end(), is_function_word)) return;
  Readings as_typed;
  stemmer.stem(word, StemMode::query, as_typed);
  const bool is_content = std::any_of(as_typed.begin(), as_typed.end(), [&](const Reading& reading) {
    return reading.kind == ReadingKind::lemma && !is_function_word(reading);
  });
  if (!is_content) return;
  std::size_t kept = 0;
  float dropped = 0;
  for (std::size_t i = 0; i < readings.size(); ++i) {
    if (is_function_word(readings[i]) && !has_term(as_typed, readings[i].term)) {
      dropped += readings[i].kind == ReadingKind::lemma ? readings[i].weight : 0.0F;
      continue;
    }
    if (kept != i) std::swap(readings[kept], readings[i]);
    ++kept;
  }
  readings.truncate(kept);
  // The lemmas that are left are all that is meant: their shares make one again.
  for (Reading& reading : readings) {
    if (reading.kind == ReadingKind::lemma && dropped < 1) reading.weight /= 1 - dropped;
  }
}

// Whether a word lacks the marks of its letters: as it stands it is none, or one so rare (dum, a form of duma) that what
// it is with marks (dům) leaves nothing of it. A stemmer without a dictionary takes everything for a word.
bool lacks_marks(const Stemmer& stemmer, const text::Token& token) {
  if (token.is_extra || token.kind != text::TokenKind::word || text::has_diacritics(token.text)) return false;
  Readings typed;
  Readings restored;
  stemmer.stem(token.text, StemMode::query, typed);
  stemmer.stem(token.text, StemMode::folded_query, restored);
  if (restored.empty() || restored[0].kind != ReadingKind::lemma) return false;
  return std::none_of(typed.begin(), typed.end(), [&restored](const Reading& reading) {
    return reading.kind == ReadingKind::lemma && has_term(restored, reading.term);
  });
}

}  // namespace

// Numbers, dates, addresses and symbols are found as they stand. Abbreviations and Roman numerals are stemmed like
// words, because a query need not show what they are: "ops" must meet "o. p. s.", "karel iv" must meet "Karel IV.".
bool is_stemmed(text::TokenKind kind) {
  return kind == text::TokenKind::word || kind == text::TokenKind::abbreviation ||
         kind == text::TokenKind::roman;
}

text::TokenKind kind_of_form(std::string_view form) {
  const bool is_number = !form.empty() && form.front() >= '0' && form.front() <= '9';
  return is_number ? text::TokenKind::number : text::TokenKind::word;
}

void read_form(const Stemmer& stemmer, std::string_view form, Readings& out) {
  text::Token token;
  token.text = form;
  token.kind = kind_of_form(form);
  read_token(stemmer, token, StemMode::document, out);
}

void append_term(const Reading& reading, std::string& out) {
  if (reading.kind == ReadingKind::guess) out += kGuessMark;
  if (reading.kind == ReadingKind::folded_stem) out += kFoldedMark;
  out += reading.term;
}

void append_exact_term(std::string_view token, std::string& out) {
  out += kExactMark;
  out += token;
}

bool is_written_without_diacritics(std::string_view text) {
  // One letter in seven of Czech prose bears a mark (measured on 6 M words): of 30 letters none does in 1 % of texts.
  // A foreign name may bring a mark into a text without, so a share is asked for and not none at all.
  constexpr std::size_t kSample = 4096;
  constexpr std::size_t kFewest = 30;
  constexpr std::size_t kOneIn = 100;
  constexpr std::size_t kEnoughMarks = kSample / kOneIn + 1;  // whatever follows
  std::size_t letters = 0;
  std::size_t marked = 0;
  for (std::size_t at = 0; at < text.size() && at < kSample && marked < kEnoughMarks;) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte < 0x80U) {
      const unsigned lower = byte | 0x20U;
      letters += lower >= 'a' && lower <= 'z' ? 1U : 0U;
      ++at;
      continue;
    }
    const text::CodePoint point = text::code_point_at(text, at);
    if (point.valid && text::has_diacritics(text.substr(at, point.length))) {
      ++letters;
      ++marked;
    }
    at += point.length;
  }
  return letters >= kFewest && marked * kOneIn < letters;
}

void read_token(const Stemmer& stemmer, const text::Token& token, StemMode mode, Readings& out) {
  if (is_stemmed(token.kind)) {
    stemmer.stem(token.text, mode, out);
    if (mode == StemMode::folded_query) drop_function_words(stemmer, token.text, out);
  } else {
    out.clear();
    out.add(ReadingKind::lemma, 1.0F).term = token.text;
  }
}

StemMode query_mode(const Stemmer& stemmer, std::span<const std::string_view> parts) {
  constexpr std::size_t kMostWords = 64;  // more are not typed but pasted
  if (std::none_of(parts.begin(), parts.end(), text::has_diacritics)) return StemMode::folded_query;
  text::Tokenizer tokenizer;
  std::size_t words = 0;
  bool lacks = false;
  for (const std::string_view part : parts) {
    if (words > kMostWords) break;
    tokenizer.tokenize(part, [&](std::span<const text::Token> batch) {
      for (const text::Token& token : batch) lacks = lacks || lacks_marks(stemmer, token);
      words += batch.size();
      return words <= kMostWords;
    });
  }
  return lacks && words <= kMostWords ? StemMode::folded_query : StemMode::query;
}

void TextAnalyzer::analyze(std::string_view utf8, StemMode mode, const Sink& sink) {
  tokenizer_.tokenize(utf8, [&](std::span<const text::Token> batch) {
    for (const text::Token& token : batch) {
      if (!sink(token, cache_.readings(stemmer_, token, mode))) return false;
    }
    return true;
  });
}

const std::vector<text::Token>& TextAnalyzer::tokens(std::string_view utf8) {
  tokenizer_.tokenize(utf8, tokens_);
  return tokens_;
}

std::string TextAnalyzer::name_key(std::string_view utf8, StemMode mode) {
  std::string key;
  for (const text::Token& token : tokens(utf8)) {
    if (token.is_extra) continue;
    const Readings& found = readings(token, mode);
    if (found.empty()) continue;
    if (!key.empty()) key += ' ';
    key += text::fold_diacritics(found[0].term);
  }
  return key;
}

const Readings& TextAnalyzer::readings(const text::Token& token, StemMode mode) {
  read_token(stemmer_, token, mode, readings_);
  return readings_;
}

const Readings& WordCache::readings(const Stemmer& stemmer, const text::Token& token, StemMode mode) {
  if (entries_.empty()) entries_.resize(kEntries);
  last_ = std::hash<std::string_view>{}(token.text) % kEntries;
  Entry& entry = entries_[last_];
  if (entry.word != token.text || entry.mode != mode || entry.kind != token.kind) {
    read_token(stemmer, token, mode, entry.readings);
    entry.word = token.text;
    entry.mode = mode;
    entry.kind = token.kind;
    entry.note = 0;
  }
  return entry.readings;
}

StemMode TextAnalyzer::query_mode(std::string_view utf8) const {
  return analysis::query_mode(stemmer_, {&utf8, 1});
}

std::string TextAnalyzer::lemma(const Reading& reading) const {
  return reading.kind == ReadingKind::folded_stem ? reading.term : stemmer_.lemma_of(reading.term);
}

bool TextAnalyzer::is_verb(const Reading& reading) const {
  return reading.kind == ReadingKind::lemma && lemma(reading) != reading.term;
}

}  // namespace tvar::analysis
