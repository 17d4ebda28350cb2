// SPDX-License-Identifier: GPL-2.0-or-later
#include "lib/search/word_sample.h"

#include <algorithm>
#include <iterator>

#include "lib/analysis/stop_words.h"
#include "lib/text/fold.h"

namespace tvar::search {

struct WordSample::Row {
  std::string key;
  std::string lemma;
  std::string form;      // lower case
  std::string spelling;  // as written
  bool tells_case = false;
};

namespace {

// Function words that join two words to one name: domov pro seniory, dům na půl cesty. Conjunctions join two names.
constexpr std::string_view kJoining[] = {"bez", "do", "k",  "ke",  "mezi", "na",  "nad",
                                         "o",   "od", "po", "pod", "pro",  "při", "proti",
                                         "s",   "u",  "v",  "ve",  "z",    "za",  "ze"};

bool joins(std::string_view word) {
  return std::find(std::begin(kJoining), std::end(kJoining), word) != std::end(kJoining);
}

// Nothing but a space between them: no full stop, no end of a line.
bool are_adjacent(std::string_view text, const text::Token& left, const text::Token& right) {
  if (right.begin <= left.end || right.begin - left.end > 2) return false;
  const std::string_view gap = text.substr(left.end, right.begin - left.end);
  return gap == " " || gap == "\xC2\xA0";
}

void append_word(std::string& row, std::string_view word) {
  if (!row.empty()) row += ' ';
  row += word;
}

}  // namespace

bool WordBeginning::begins(std::string_view word) const {
  if (word.size() < letters.size() && diacritics) return false;
  // Folding is dear, and most words begin with another plain letter.
  const auto is_ascii = [](char c) { return static_cast<unsigned char>(c) < 0x80; };
  if (word.empty() || (is_ascii(word[0]) && is_ascii(letters[0]) && word[0] != letters[0])) return false;
  if (diacritics) return word.starts_with(letters);
  return text::fold_diacritics(word).starts_with(letters);
}

std::string natural_form(const std::map<std::string, std::uint64_t>& times, const std::string& lemma) {
  // A basic form that hardly anybody writes looks odd: sociální služba where all texts speak of sociální služby.
  constexpr std::uint64_t kRare = 4;
  const auto best = std::max_element(times.begin(), times.end(),
                                     [](const auto& a, const auto& b) { return a.second < b.second; });
  const auto basic = times.find(lemma);
  if (basic != times.end() && basic->second * kRare >= best->second) return basic->first;
  return best->first;
}

// The term of the best reading, and the word that it is a form of.
std::string WordSample::best_term(const text::Token& token, StemMode mode, std::string& lemma) {
  std::string term;
  const Readings& readings = analyzer_.readings(token, mode);
  if (readings.empty()) {
    append_word(lemma, token.text);
    return std::string(token.text);
  }
  analysis::append_term(readings[0], term);
  append_word(lemma, analyzer_.lemma(readings[0]));
  return term;
}

WordSample::Row WordSample::row_of(std::string_view text, std::size_t first, std::size_t last,
                                   StemMode mode) {
  Row row;
  bool capital_inside = false;
  bool all_caps = true;
  for (std::size_t i = first; i <= last; ++i) {
    const text::Token& token = tokens_[i];
    append_word(row.form, token.text);
    append_word(row.spelling, text.substr(token.begin, token.end - token.begin));
    append_word(row.key, joins(token.text) ? std::string(token.text) : best_term(token, mode, row.lemma));
    if (joins(token.text)) append_word(row.lemma, token.text);
    capital_inside = capital_inside || (i > first && token.capitalised);
    all_caps = all_caps && token.all_caps;
  }
  // A capital says nothing at the beginning of a sentence, nor capitals in a heading of nothing else.
  const bool heading = all_caps && last > first;
  row.tells_case = !heading && (!tokens_[first].sentence_start || capital_inside || all_caps);
  return row;
}

bool WordSample::is_verb(const text::Token& token, StemMode mode) {
  const Readings& readings = analyzer_.readings(token, mode);
  return !readings.empty() && analyzer_.is_verb(readings[0]);
}

// The last word of the phrase that begins at `first`, or `first` when it is none. What something is called has no verb
// in it: azylový dům, not azyl získal.
std::size_t WordSample::phrase_end(std::string_view text, std::size_t first, StemMode mode) {
  const auto follows = [&](std::size_t at) {
    return at < tokens_.size() && tokens_[at].kind == text::TokenKind::word &&
           are_adjacent(text, tokens_[at - 1], tokens_[at]);
  };
  std::size_t end = first + 1;
  if (!follows(end)) return first;
  if (joins(tokens_[end].text)) ++end;
  if (!follows(end) || analysis::is_stop_word(tokens_[end].text)) return first;
  return is_verb(tokens_[first], mode) || is_verb(tokens_[end], mode) ? first : end;
}

// Whether the word before it is the one that was typed before.
WordSample::Behind WordSample::what_precedes(std::string_view text, std::size_t at, StemMode mode) {
  if (at == 0 || beginning_.before.empty()) return Behind::other;
  if (!are_adjacent(text, tokens_[at - 1], tokens_[at])) return Behind::other;
  if (tokens_[at - 1].text == beginning_.form_before) return Behind::form;
  std::string term;
  for (const Reading& reading : analyzer_.readings(tokens_[at - 1], mode)) {
    term.clear();
    analysis::append_term(reading, term);
    const auto& before = beginning_.before;
    if (std::find(before.begin(), before.end(), term) != before.end()) return Behind::word;
  }
  return Behind::other;
}

Sighting& WordSample::note(std::map<std::string, Sighting>& map, const Row& row, bool agrees) {
  Sighting& sighting = map[row.key];
  sighting.lemma = row.lemma;
  if (sighting.last_document != document_) ++sighting.documents;
  sighting.last_document = document_;
  Sighting::Form& form = sighting.forms[row.form];
  ++form.times;
  if (agrees) ++form.agreeing;
  if (!row.tells_case) return sighting;
  if (row.spelling == row.form) {
    ++form.lower;
  } else {
    ++form.written;
    form.spelling = row.spelling;
  }
  return sighting;
}

void WordSample::read_word(std::string_view text, std::size_t at, StemMode mode) {
  const Behind behind = what_precedes(text, at, mode);
  const std::size_t end = phrase_end(text, at, mode);
  Sighting& word = note(words_, row_of(text, at, at, mode));
  if (end > at) note(phrases_, row_of(text, at, end, mode));
  if (behind == Behind::other) return;
  ++word.following;
  const bool agrees = behind == Behind::form;
  note(continuations_, row_of(text, at - 1, at, mode), agrees);
  if (end > at) note(continuations_, row_of(text, at - 1, end, mode), agrees).is_long = true;
}

void WordSample::read(std::string_view text, StemMode mode) {
  tokens_.clear();
  for (const text::Token& token : analyzer_.tokens(text)) {
    if (!token.is_extra) tokens_.push_back(token);
  }
  for (std::size_t i = 0; i < tokens_.size(); ++i) {
    const bool wanted = beginning_.begins(tokens_[i].text) && !analysis::is_stop_word(tokens_[i].text);
    if (wanted) read_word(text, i, mode);
  }
}

namespace {

std::string spelled(const std::string& text, const Sighting::Form& form) {
  return form.written > form.lower ? form.spelling : text;
}

}  // namespace

void WordSample::read_label(std::string_view value) {
  for (const text::Token& token : analyzer_.tokens(value)) {
    if (beginning_.begins(token.text)) labels_.emplace(token.text);
  }
}

bool WordSample::is_label_only(const std::string& form) const {
  return labels_.contains(form) && std::none_of(words_.begin(), words_.end(), [&](const auto& word) {
           return word.second.forms.contains(form);
         });
}

std::string WordSample::with_capitals(const std::string& form) const {
  for (const auto& [key, sighting] : words_) {
    const auto found = sighting.forms.find(form);
    if (found != sighting.forms.end()) return spelled(form, found->second);
  }
  return form;
}

std::string WordSample::shown(const Sighting& sighting) {
  std::map<std::string, std::uint64_t> times;
  std::map<std::string, std::uint64_t> agreeing;
  for (const auto& [text, form] : sighting.forms) {
    times[text] = form.times;
    if (form.agreeing > 0) agreeing[text] = form.agreeing;
  }
  if (!agreeing.empty()) times = std::move(agreeing);
  const std::string form = natural_form(times, sighting.lemma);
  return spelled(form, sighting.forms.at(form));
}

}  // namespace tvar::search
