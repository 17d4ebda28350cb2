// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lib/facts/date_reader.h"
#include "lib/facts/dates.h"
#include "lib/facts/founding_event.h"
#include "lib/facts/founding_sentence.h"
#include "lib/text/sentences.h"

namespace tvar::facts {
namespace {

// "2013  Ustavující schůze spolku, 20. dubna": the year of a row of a chronicle, and the day behind it.
void complete_row(const Sentence& s, FoundDate& date) {
  if (date.iso.size() != 4 || date.first != s.first) return;
  for (std::size_t i = s.verb + 1; i + 1 < s.end; ++i) {
    const std::string_view day = s.text.lower(i);
    const int month =
        s.text[i].kind == text::TokenKind::number && day.size() <= 2 ? month_of(s.text.lower(i + 1)) : 0;
    if (month == 0) continue;
    date.iso +=
        (month < 10 ? "-0" : "-") + std::to_string(month) + (day.size() < 2 ? "-0" : "-") + std::string(day);
    return;
  }
}

// Adds what a sentence says about its founding words.
void add_founded(Sentence& s, const YearReader& years, const Section& section, std::vector<Fact>& working,
                 FactSink& sink) {
  for (s.verb = s.first; s.verb < s.end; ++s.verb) {
    if (!s.text.is(s.verb, kFoundingWord | kWorkingVerb)) continue;
    std::optional<FoundDate> date = date_of_founding(s, years);
    if (!date) return;
    complete_row(s, *date);
    const bool founds = s.text.is(s.verb, kFoundingWord);
    const double confidence = founds ? confidence_of_founding(s, years) : confidence_of_working(s, *date);
    if (confidence == 0) continue;
    const TextRange range = s.text.range(date->first, date->last);
    if (founds) {
      sink.add("founded", date->iso, section, range, confidence);
      return;
    }
    if (working.empty())
      working.push_back({"founded", date->iso, std::string(range.of(s.text.text())), section.source, range,
                         static_cast<float>(confidence)});
  }
}

// Headings are no sentences.
bool is_whole(std::string_view passage) {
  return passage.ends_with('.') || passage.ends_with('!') || passage.ends_with('?') || passage.ends_with("“");
}

// A sentence may have been cut where a full line ends.
void join_lines(const AnnotatedText& text, std::vector<text::ByteRange>& sentences) {
  std::size_t kept = 0;
  for (std::size_t i = 1; i < sentences.size(); ++i) {
    const std::size_t word = text.word_at(sentences[i].begin);
    const bool goes_on =
        word < text.size() && text[word].continues_line && trim(text.gap_before(word)).empty();
    if (goes_on) {
      sentences[kept].end = sentences[i].end;
    } else {
      sentences[++kept] = sentences[i];
    }
  }
  if (!sentences.empty()) sentences.resize(kept + 1);
}

// "od", "poprvé" near a verb that people use of themselves all the time.
bool has_beginning_beside(const AnnotatedText& text, std::size_t verb) {
  constexpr std::size_t kNear = 8;  // words
  const std::size_t end = std::min(text.size(), verb + kNear);
  for (std::size_t i = verb > kNear ? verb - kNear : 0; i < end; ++i) {
    const std::string_view word = text.lower(i);
    if (word == "od" || word == "ode" || word == "poprvé") return true;
  }
  return false;
}

// A founding word with a number not far from it, as no sentence with a date is without.
bool has_founding_word(const AnnotatedText& text) {
  constexpr std::size_t kFarthest = 60;  // words
  std::size_t number = text.size();      // the last one seen
  std::size_t founding = text.size();
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool is_number = text[i].kind == text::TokenKind::number;
    const bool is_founding =
        text.is(i, kFoundingWord) || (text.is(i, kWorkingVerb) && has_beginning_beside(text, i));
    if (is_founding && number < i && i - number <= kFarthest) return true;
    if (is_number && founding < i && i - founding <= kFarthest) return true;
    if (is_number) number = i;
    if (is_founding) founding = i;
  }
  return false;
}

bool has_founded(FactSink& sink) {
  return std::any_of(sink.facts().begin(), sink.facts().end(),
                     [](const Fact& fact) { return fact.field == "founded"; });
}

}  // namespace

void FoundedExtractor::extract(const Page& page, FactSink& sink) const {
  const AnnotatedText* const title =
      page.sections.empty() || !page.sections.front().is_title ? nullptr : &page.sections.front().text;
  std::vector<text::ByteRange> sentences;
  std::vector<Fact> working;  // when it began to work, in case nothing tells when it was founded
  for (const Section& section : page.sections) {
    if (section.is_title) continue;
    const AnnotatedText& text = section.text;
    if (!has_founding_word(text)) continue;  // as most have none, and cutting sentences costs
    const YearReader years(text);
    text::split_sentences(text.text(), sentences);
    join_lines(text, sentences);
    const PageHead head = head_of(title, text);
    std::size_t ordinal = 0;
    std::size_t before = 0;
    for (const text::ByteRange& range : sentences) {
      ordinal += is_whole(text.text().substr(range.begin, range.end - range.begin)) ? 1U : 0U;
      Sentence sentence{text, head, text.word_at(range.begin), text.word_at(range.end), 0, ordinal, before};
      add_founded_by_event(sentence, years, page, section, sink);
      if (!has_founded(sink)) add_founded(sentence, years, section, working, sink);
      if (has_founded(sink)) return;
      before = sentence.first;
    }
  }
  if (working.empty()) add_founded_by_agreement(page, sink);
  for (Fact& fact : working) sink.facts().push_back(std::move(fact));
}

}  // namespace tvar::facts
