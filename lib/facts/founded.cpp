// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <optional>
#include <string_view>
#include <vector>

#include "lib/facts/date_reader.h"
#include "lib/facts/dates.h"
#include "lib/facts/name_forms.h"
#include "lib/text/sentences.h"

namespace tvar::facts {
namespace {

// A sentence that may say when the subject of the page was founded.
struct Sentence {
  const AnnotatedText& text;
  const AnnotatedText* title;  // or null
  std::size_t first = 0;       // words
  std::size_t end = 0;
  std::size_t verb = 0;     // the founding word
  std::size_t ordinal = 0;  // 1 for the first of the text
};

// Two words that may be forms of one: they share two thirds of the shorter, four bytes at least.
bool may_be_same(std::string_view word, std::string_view named) {
  const std::size_t stem = std::max<std::size_t>(std::min(named.size(), word.size()) * 2 / 3, 4);
  return named.substr(0, stem) == word.substr(0, stem);
}

bool is_in_title(const Sentence& s, std::size_t i, std::size_t shortest) {
  if (s.title == nullptr || s.text[i].kind != text::TokenKind::word) return false;
  const std::string_view word = s.text.lower(i);
  if (word.size() < shortest) return false;
  for (std::size_t t = 0; t < s.title->size(); ++t) {
    const std::string_view named = s.title->lower(t);
    if (named.size() >= shortest && may_be_same(word, named)) return true;
  }
  return false;
}

// Whose founding? A word of the title says that it is the subject's.
bool names_subject(const Sentence& s, std::size_t end) {
  for (std::size_t i = s.first; i < end; ++i) {
    if (is_in_title(s, i, 5)) return true;
  }
  return false;
}

// "Vznikli jsme", "hospic jsme zapsaly".
bool speaks_of_us(const Sentence& s) {
  const std::string_view verb = s.text.lower(s.verb);
  if (verb.ends_with("eme") || verb.ends_with("íme") || verb.ends_with("áme")) return true;  // působíme
  if (!verb.ends_with("li") && !verb.ends_with("ly")) return false;
  const std::size_t end = std::min(s.end, s.verb + 3);
  for (std::size_t i = s.verb > s.first + 6 ? s.verb - 6 : s.first; i < end; ++i) {
    if (s.text.lower(i) == "jsme") return true;
  }
  return false;
}

// "Spolek pro záchranu drobných památek Poutník vznikl": nothing but the name stands before the verb.
bool is_long_name(const Sentence& s) {
  constexpr std::size_t kLongest = 9;  // words
  if (!s.text.is(s.first, kGenericOrgan) || s.verb > s.first + kLongest || !s.text[s.verb - 1].capitalised)
    return false;
  for (std::size_t i = s.first + 1; i <= s.verb; ++i) {
    if (!s.text.follows(i)) return false;
  }
  return s.text.lower(s.verb).starts_with("vznikl");
}

bool is_pronoun(std::string_view word) {
  return word == "ji" || word == "jej" || word == "ho" || word == "je";
}

// "Spolek vznikl v březnu 2006", "Klub založily …": the one that the page has been speaking of.
bool speaks_of_the_one(const Sentence& s) {
  if (s.verb > s.first + 2) return is_long_name(s);
  if (s.verb == s.first) {  // "Vznikla 30. 9. 2010.": the date follows, and no other subject
    const std::string_view word = s.text.lower(s.verb);
    const bool pronoun =
        s.verb + 1 < s.end && (is_pronoun(s.text.lower(s.verb + 1)));  // Zřídila ji rada města
    return pronoun || word.starts_with("vznikl") || word.ends_with("na") || word.ends_with("no") ||
           word.ends_with("n");
  }
  const bool noun = s.text.is(s.first, kOrganHead | kOrganNoun);
  return s.text.is(s.first, kGenericOrgan) || (noun && is_in_title(s, s.first, 4));
}

// "První čtenářský spolek vznikl", "vznikl další klub": one of several.
bool speaks_of_another(const Sentence& s) {
  const std::size_t end = std::min(s.end, s.verb + 4);
  for (std::size_t i = s.first; i < end; ++i) {
    const std::string_view word = s.text.lower(i);
    const bool another = word.starts_with("první") || word.starts_with("druh") || word.starts_with("další") ||
                         word.starts_with("jiný") || word.starts_with("jiná") || word.starts_with("třetí");
    if (another && i + 1 < end && s.text.follows(i + 1) && !s.text[i + 1].capitalised &&
        s.text[i + 1].kind == text::TokenKind::word && !is_preposition(s.text.lower(i + 1)))
      return true;
  }
  return false;
}

bool is_about_group(const Sentence& s) {
  for (std::size_t i = s.first; i < s.end; ++i) {
    if (s.text.is(i, kGroupWord | kPublicBody)) return true;
  }
  return false;
}

// "byla založena pobočka": what was founded stands behind the verb, and it is no organisation that the text could be of.
bool names_another_behind(const Sentence& s) {
  const std::size_t i = s.verb + 1;
  if (i >= s.end || !s.text.follows(i) || s.text[i].capitalised || s.text[i].kind != text::TokenKind::word)
    return false;
  const std::string_view word = s.text.lower(i);
  const bool meets =
      s.text.lower(s.verb).starts_with("ustavující") || s.text.lower(s.verb).starts_with("zakládající");
  if (meets && (word.starts_with("schůz") || word.starts_with("jednání") || word.starts_with("setkání")))
    return false;
  const bool is_noun =
      !is_preposition(word) && word.size() > 4 &&
      !s.text.is(i, kOrganHead | kOrganNoun | kVerbForm | kBeingVerb | kAdjective | kMonth | kYearWord);
  return is_noun && !is_in_title(s, i, 4);
}

// "zahájila činnost": other things are begun as well.
bool begins_something_else(const Sentence& s) {
  if (!s.text.lower(s.verb).starts_with("zahá")) return false;
  const std::string_view what = s.verb + 1 < s.end ? s.text.lower(s.verb + 1) : std::string_view();
  return what != "činnost" && what != "provoz" && what != "svou" && what != "svoji";
}

// The date behind the verb, or else the last one before it: "V roce 1998 vznikl".
std::optional<FoundDate> date_of(const Sentence& s, const YearReader& years) {
  std::optional<FoundDate> date = first_date(s.text, years, s.verb, s.end);
  std::optional<FoundDate> before = first_date(s.text, years, s.first, s.verb);
  while (before) {
    const std::optional<FoundDate> next = first_date(s.text, years, before->last + 1, s.verb);
    if (!next) break;
    before = next;
  }
  const bool nearer = before && (!date || date->first - s.verb > s.verb - before->last);
  return nearer ? before : date;
}

// "Popudem k založení byl požár": something else has the date.
bool leads_to_founding(const Sentence& s) {
  if (s.verb == s.first) return false;
  const std::string_view before = s.text.lower(s.verb - 1);
  return before == "k" || before == "ke" || before == "před" || before == "o";
}

// 0 when the sentence does not tell when the subject was founded.
double confidence_of_founding(const Sentence& s) {
  if (leads_to_founding(s)) return 0;
  if (speaks_of_another(s) || begins_something_else(s)) return 0;
  const std::string_view word = s.text.lower(s.verb);
  if (word.starts_with("zaklád") && !word.starts_with("zakládal") && !word.starts_with("zakládající"))
    return 0;
  const bool ours = speaks_of_us(s);
  if (s.text.lower(s.verb).starts_with("zaps")) return ours ? 0.6 : 0;  // into the register
  const bool about_subject = names_subject(s, s.end) || ours;
  const bool group = is_about_group(s);
  const bool named_group = group && s.text.is(s.verb + 1, kWorkingWord | kGroupWord);
  if (about_subject) return named_group ? 0 : 0.85;
  const bool pronoun = s.verb == s.first && s.verb + 1 < s.end && is_pronoun(s.text.lower(s.verb + 1));
  if ((group && !pronoun) || names_another_behind(s)) return 0;
  // "Ministerstvo vzniklo": another one.
  if (s.title != nullptr && s.text.is(s.first, kOrganHead) && !s.text.is(s.first, kGenericOrgan) &&
      !is_in_title(s, s.first, 4))
    return 0;
  constexpr std::size_t kFirstSentences = 3;
  return s.ordinal <= kFirstSentences || speaks_of_the_one(s) ? 0.6 : 0;
}

// "Poradna funguje od roku 2005": as long as it works. The subject must be the one, since towns have many.
double confidence_of_working(const Sentence& s, const FoundDate& date) {
  const std::size_t year_word = date.first > s.first ? date.first - 1 : date.first;
  const std::size_t from = s.text.is(year_word, kYearWord) && year_word > s.first ? year_word - 1 : year_word;
  if (s.text.lower(from) != "od" && s.text.lower(from) != "ode") return 0;
  if (speaks_of_another(s) || is_about_group(s)) return 0;
  if (speaks_of_us(s)) return 0.6;
  for (std::size_t i = s.first; i < std::min(s.verb, s.first + 6); ++i) {
    // Of a partnership only the subject: "připomněla, že partnerství působí od ledna" is said beside something else.
    const bool inside = s.text.lower(i).starts_with("partnerstv") && i > s.first + 1;
    const bool organ = s.text.is(i, kOrganHead | kOrganNoun) && !s.text.is(i, kTownStart) && !inside;
    if (organ && is_in_title(s, i, 4)) return 0.6;
  }
  return 0;
}

// Adds what a sentence says about its founding words.
void add_founded(Sentence& s, const YearReader& years, const Section& section, std::vector<Fact>& working,
                 FactSink& sink) {
  for (s.verb = s.first; s.verb < s.end; ++s.verb) {
    if (!s.text.is(s.verb, kFoundingWord | kWorkingVerb)) continue;
    const std::optional<FoundDate> date = date_of(s, years);
    if (!date) return;
    const bool founds = s.text.is(s.verb, kFoundingWord);
    const double confidence = founds ? confidence_of_founding(s) : confidence_of_working(s, *date);
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

// A founding word with a number not far from it, as no sentence with a date is without.
bool has_founding_word(const AnnotatedText& text) {
  constexpr std::size_t kFarthest = 60;  // words
  std::size_t number = text.size();      // the last one seen
  std::size_t founding = text.size();
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool is_number = text[i].kind == text::TokenKind::number;
    const bool is_founding = text.is(i, kFoundingWord | kWorkingVerb);
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
  const AnnotatedText* title =
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
    std::size_t ordinal = 0;
    for (const text::ByteRange& range : sentences) {
      ordinal += is_whole(text.text().substr(range.begin, range.end - range.begin)) ? 1U : 0U;
      Sentence sentence{text, title, text.word_at(range.begin), text.word_at(range.end), 0, ordinal};
      add_founded(sentence, years, section, working, sink);
      if (has_founded(sink)) return;
    }
  }
  for (Fact& fact : working) sink.facts().push_back(std::move(fact));
}

}  // namespace tvar::facts
