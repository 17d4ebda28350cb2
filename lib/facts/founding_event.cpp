// SPDX-License-Identifier: GPL-2.0-or-later
#include "lib/facts/founding_event.h"

#include <chrono>
#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>

#include "lib/facts/dates.h"

namespace tvar::facts {
namespace {

std::string padded(unsigned number) {
  return (number < 10 ? "0" : "") + std::to_string(number);
}

// So many days before the day in ISO 8601.
std::string days_before(const std::string& iso, int days) {
  const auto number = [&](std::size_t at, std::size_t size) {
    return std::atoi(iso.substr(at, size).c_str());
  };
  const std::chrono::year_month_day day(std::chrono::year(number(0, 4)),
                                        std::chrono::month(static_cast<unsigned>(number(5, 2))),
                                        std::chrono::day(static_cast<unsigned>(number(8, 2))));
  if (!day.ok()) return iso;
  const std::chrono::year_month_day other(std::chrono::sys_days(day) - std::chrono::days(days));
  return std::to_string(static_cast<int>(other.year())) + "-" + padded(static_cast<unsigned>(other.month())) +
         "-" + padded(static_cast<unsigned>(other.day()));
}

// The fact that tells when the page was published, when it is a day.
std::optional<Fact> day_of(const Page& page) {
  FactSink own(WantedFields().set());
  PublishedExtractor().extract(page, own);
  for (Fact& fact : own.facts()) {
    if (fact.field == "published" && fact.value.size() == 10) return std::move(fact);
  }
  return std::nullopt;
}

// 0 for "dnes", 1 for "včera"; nothing when the words have neither.
std::optional<int> days_ago(const AnnotatedText& text, std::size_t first, std::size_t end) {
  for (std::size_t i = first; i < end; ++i) {
    const std::string_view word = text.lower(i);
    if (word == "dnes") return 0;
    if (word == "včera") return 1;
    if (word == "předevčírem") return 2;
  }
  return std::nullopt;
}

bool has_word_with(const AnnotatedText& text, std::size_t first, std::size_t end,
                   std::string_view beginning) {
  for (std::size_t i = first; i < end; ++i) {
    if (text.lower(i).starts_with(beginning)) return true;
  }
  return false;
}

void add_relative(const Page& page, int days, FactSink& sink) {
  std::optional<Fact> day = day_of(page);
  if (!day) return;
  day->field = "founded";
  day->value = days_before(day->value, days);
  day->confidence = 0.6F;
  sink.facts().push_back(std::move(*day));
}

// "Tak vznikla síť", "Formálně tak zahájilo činnost partnerství": what the sentence before tells of.
bool is_consequence(const Sentence& s) {
  constexpr std::size_t kFirstWords = 2;
  for (std::size_t i = s.first; i < s.end && i < s.first + kFirstWords; ++i) {
    if (s.text.lower(i) == "tak" || s.text.lower(i) == "tím") return true;
  }
  return false;
}

// "vznikla", "zahájilo činnost", not "vznikne"
bool is_done(std::string_view verb) {
  return verb.ends_with("l") || verb.ends_with("la") || verb.ends_with("lo") || verb.ends_with("li") ||
         verb.ends_with("ly") || verb.ends_with("na") || verb.ends_with("no");
}

std::size_t founding_word(const Sentence& s) {
  std::size_t i = s.first;
  while (i < s.end && !s.text.is(i, kFoundingWord)) ++i;
  return i;
}

// Only one date, for which of two it would be is not told.
std::optional<FoundDate> only_date(const AnnotatedText& text, const YearReader& years, std::size_t first,
                                   std::size_t end) {
  std::optional<FoundDate> date = first_date(text, years, first, end);
  if (date && first_date(text, years, date->last + 1, end)) return std::nullopt;
  return date;
}

}  // namespace

void add_founded_by_event(Sentence s, const YearReader& years, const Page& page, const Section& section,
                          FactSink& sink) {
  constexpr std::size_t kFirstSentences = 5;
  s.verb = founding_word(s);
  if (s.verb == s.end || s.ordinal > kFirstSentences) return;
  if (is_founded_by_signing(s)) {  // behind a dateline, which is the day of "dnes"
    if (const std::optional<int> days = days_ago(s.text, s.first, s.end)) add_relative(page, *days, sink);
    return;
  }
  if (first_date(s.text, years, s.first, s.end)) return;
  if (!is_done(s.text.lower(s.verb)) || s.text.lower(s.verb).starts_with("zaps")) return;
  const bool begins = !s.text.lower(s.verb).starts_with("zaháj") ||
                      (s.verb + 1 < s.end && s.text.lower(s.verb + 1) == "činnost");
  if (!is_consequence(s) || !begins || s.before_first >= s.first) return;
  if (const std::optional<int> days = days_ago(s.text, s.before_first, s.first)) {
    if (has_word_with(s.text, s.before_first, s.first, "podeps")) add_relative(page, *days, sink);
    return;
  }
  if (const std::optional<FoundDate> date = only_date(s.text, years, s.before_first, s.first))
    sink.add("founded", date->iso, section, s.text.range(date->first, date->last), 0.55);
}

void add_founded_by_agreement(const Page& page, FactSink& sink) {
  constexpr std::size_t kFirstWords = 12;
  constexpr std::size_t kFarthest = 5;  // words
  for (const Section& section : page.sections) {
    const AnnotatedText& text = section.text;
    const std::size_t head = std::min(text.size(), kFirstWords);
    if (section.is_title ||
        !(has_word_with(text, 0, head, "memorand") || has_word_with(text, 0, head, "dohoda") ||
          has_word_with(text, 0, head, "smlouva")))
      continue;
    for (std::size_t i = 0; i < text.size(); ++i) {
      const std::string_view word = text.lower(i);
      // "dohodli se na vytvoření Lokálního partnerství"
      const bool agrees =
          i > 0 && (text.lower(i - 1) == "na" || text.lower(i - 1) == "o") &&
          (word == "vytvoření" || word == "založení" || word == "ustavení" || word == "zřízení");
      const bool founds =
          agrees || word == "zakládají" || word == "zřizují" || word == "ustavují" || word == "ustanovují";
      if (!founds) continue;
      for (std::size_t w = i + 1; w < text.size() && w <= i + kFarthest; ++w) {
        if (text.is(w, kOrganHead | kOrganNoun)) return add_relative(page, 0, sink);
      }
    }
  }
}

}  // namespace tvar::facts
