// SPDX-License-Identifier: GPL-2.0-or-later
#include "lib/facts/organizations.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "lib/analysis/stop_words.h"
#include "lib/facts/name_forms.h"
#include "lib/facts/organization_names.h"
#include "lib/text/fold.h"
#include "lib/text/utf8.h"

namespace tvar::facts {
namespace {

// Names that hold words in lower case, where nothing in a text says how far they go.
constexpr std::string_view kWellKnown[] = {"Člověk v tísni",
                                           "Armáda spásy",
                                           "Lékaři bez hranic",
                                           "Český červený kříž",
                                           "Liga lidských práv",
                                           "Slezská diakonie",
                                           "Slovo 21",
                                           "Nová škola",
                                           "Bílý kruh bezpečí",
                                           "Probační a mediační služba",
                                           "Česká školní inspekce",
                                           "Policie ČR",
                                           "Policie České republiky",
                                           "Úřad vlády ČR",
                                           "Úřad vlády",
                                           "Úřad práce ČR",
                                           "Úřad práce",
                                           "Agentura pro sociální začleňování",
                                           "Hasičský záchranný sbor",
                                           "Evropská komise",
                                           "Evropská unie",
                                           "Český statistický úřad",
                                           "Státní fond rozvoje bydlení",
                                           "Dům dětí a mládeže",
                                           "Diakonie ČCE",
                                           "Romodrom",
                                           "YMCA",
                                           "Organizace pro pomoc uprchlíkům",
                                           "Český rozhlas",
                                           "Česká televize",
                                           "Masarykova univerzita",
                                           "Univerzita Karlova"};

// What a head in the table of words is when it stands alone in lower case: no name.
bool is_name_word(const AnnotatedText& text, std::size_t i) {
  return i < text.size() && (text[i].capitalised || text[i].all_caps) && !text[i].is_person &&
         !text[i].in_reference &&
         (text[i].kind == text::TokenKind::word || text[i].kind == text::TokenKind::abbreviation) &&
         !is_legal_form(text.lower(i));
}

bool adjacent(const AnnotatedText& text, std::size_t i) {  // i follows i - 1
  if (i == 0 || i >= text.size()) return false;
  const std::string_view gap = text.gap_before(i);
  return is_space(gap) || gap == "-";
}

// The names behind a head: "Ústí nad Labem", "ČR". Returns the last word, or `from - 1` when there is none.
std::size_t capitalised_run(const AnnotatedText& text, std::size_t from) {
  std::size_t last = from - 1;
  for (std::size_t i = from; i < text.size() && adjacent(text, i); ++i) {
    if (is_name_word(text, i) && !text[i].sentence_start) {
      last = i;
    } else if (text[i].kind == text::TokenKind::number && last == i - 1 && last >= from) {
      last = i;
    } else if (is_preposition(text.lower(i)) && last == i - 1 && i > from && is_name_word(text, i + 1) &&
               adjacent(text, i + 1)) {
      const std::string_view word = text.lower(i);  // Ústí nad Labem, but not "Charita v Brně"
      if (word != "nad" && word != "pod" && word != "u" && word != "na") break;
    } else if (text.lower(i) == "a" && is_name_word(text, i + 1) && adjacent(text, i + 1) &&
               text[i + 1].all_caps) {
      break;
    } else {
      break;
    }
  }
  return last;
}

// "pro sociální začleňování", "práce a sociálních věcí": words in lower case that belong to a name. Adjectives, then a
// noun; once more behind "a" when an adjective or a noun of the same kind follows and `joined` allows it.
std::size_t noun_phrase(const AnnotatedText& text, std::size_t from, bool joined) {
  std::size_t i = from;
  while (i < text.size() && adjacent(text, i) && !text[i].capitalised && text.is(i, kAdjective)) ++i;
  if (i >= text.size() || !adjacent(text, i) || text[i].kind != text::TokenKind::word ||
      text.is(i, kVerb | kBeingVerb) || is_preposition(text.lower(i)) || text.lower(i).size() < 3) {
    return from - 1;
  }
  std::size_t last = i;
  const bool comma =
      joined && last + 1 < text.size() && text.gap_before(last + 1) == ", " && !text[last + 1].capitalised;
  if (comma) {  // školství, mládeže a tělovýchovy
    const std::size_t next = last + 1;
    if (next + 2 < text.size() && text.lower(next + 1) == "a" && !text[next + 2].capitalised) return next + 2;
  }
  if (joined && last + 2 < text.size() && text.lower(last + 1) == "a" && adjacent(text, last + 1) &&
      adjacent(text, last + 2) && !text[last + 2].capitalised) {
    std::size_t next = last + 2;
    while (next < text.size() && text.is(next, kAdjective) && !text[next].capitalised && adjacent(text, next))
      ++next;
    const bool is_noun = next < text.size() && adjacent(text, next) &&
                         text[next].kind == text::TokenKind::word && !text.is(next, kVerb | kBeingVerb) &&
                         text.lower(next).size() > 3 && !analysis::is_stop_word(text.lower(next));
    if (is_noun) last = next;
  }
  return last;
}

// "Městského úřadu" → "Městský úřad": the lemma of each word, the adjectives in the gender of the head.
std::string nominative_of_head(const AnnotatedText& text, std::size_t first, std::size_t head,
                               const Stemmer& stemmer) {
  std::string out;
  Readings readings;
  for (std::size_t i = first; i <= head; ++i) {
    if (i > first) out += text.gap_before(i);
    const std::string_view raw = text.raw(i);
    const std::string lower(text.lower(i));
    if (text[i].all_caps) {
      out += raw;
      continue;
    }
    stemmer.stem(lower, StemMode::document, readings);
    std::string lemma = lower;
    for (const Reading& reading : readings) {
      if (reading.kind == ReadingKind::folded_stem) continue;
      lemma = stemmer.lemma_of(reading.term);
      break;
    }
    if (i < head && lemma.ends_with("ý") && !text.is(head, 0)) {
      if (text.is(head, kFeminine)) lemma.replace(lemma.size() - 2, 2, "á");
      if (text.is(head, kNeuter)) lemma.replace(lemma.size() - 2, 2, "é");
    }
    if (i < head && !text.is(i, kAdjective)) lemma = lower;
    const std::size_t letter = text::code_point_at(raw, 0).length;
    const std::size_t lower_letter = text::code_point_at(lemma, 0).length;
    if (text[i].capitalised && text::fold_case(raw.substr(0, letter)) == lemma.substr(0, lower_letter)) {
      out += raw.substr(0, letter);
      out += lemma.substr(lower_letter);
    } else {
      out += text[i].capitalised ? std::string(raw) : lemma;
    }
  }
  return out;
}

bool is_dead(const AnnotatedText& text, std::size_t i) {
  return text[i].is_person || text[i].is_organization || text[i].in_reference;
}

// A name before a legal form. Returns its first word, or `form` when there is none.
std::size_t name_before(const AnnotatedText& text, std::size_t form) {
  std::size_t first = form;
  std::size_t lower_run = 0;
  for (std::size_t i = form; i-- > 0;) {
    const std::string_view gap = text.gap_before(i + 1);
    const bool comma = i + 1 == form && trim(gap) == ",";
    if (!comma && !is_space(gap) && gap != "-" && gap != ".") break;
    if (is_dead(text, i) || text[i].kind == text::TokenKind::number) {
      if (text[i].kind != text::TokenKind::number || is_dead(text, i)) break;
      continue;
    }
    if (text[i].capitalised) {
      first = i;
      lower_run = 0;
      continue;
    }
    if (text.is(i, kVerb | kBeingVerb)) break;
    const bool small = is_preposition(text.lower(i)) || text.lower(i) == "a";
    const bool head = text.is(i, kOrganHead) && !text.is(i, kOrganNoun);
    // Before the first capital words in lower case may be the tail of the name; behind it, only what joins names.
    if (first != form && !small && !head) break;
    if (first != form && small &&
        (i == 0 || !text[i - 1].capitalised || text.lower(i) == "v" || text.lower(i) == "ve" ||
         text.lower(i) == "s"))
      break;
    if (++lower_run > 3) break;
  }
  while (first < form && text[first].capitalised && text.is(first, kOrganNoun) && first + 1 < form &&
         text[first + 1].capitalised)
    ++first;
  while (first < form && text[first].sentence_start && is_preposition(text.lower(first))) ++first;
  return first;
}

std::string trimmed_name(const AnnotatedText& text, std::size_t first, std::size_t last) {
  return canonical_name(text.raw(first, last));
}

}  // namespace

void OrganizationExtractor::learn(std::string name) {
  std::string lower = text::fold_case(name);
  const bool is_new =
      std::none_of(known_.begin(), known_.end(), [&](const Known& known) { return known.lower == lower; });
  if (is_new) known_.push_back({std::move(lower), std::move(name)});
}

void OrganizationExtractor::learn_names_with_legal_forms(const AnnotatedText& text) {
  for (std::size_t i = 1; i < text.size(); ++i) {
    if (!is_legal_form(text.lower(i)) || text[i].all_caps) continue;
    const bool dotted = text[i].end > text[i].begin && text.raw(i).find('.') != std::string_view::npos;
    if (!dotted) continue;
    const std::size_t first = name_before(text, i);
    if (first == i) continue;
    learn(trimmed_name(text, first, i - 1));
  }
}

std::optional<OrganizationExtractor::Found> OrganizationExtractor::known_at(const AnnotatedText& text,
                                                                            std::size_t i) const {
  const Known* best = nullptr;
  std::size_t best_last = 0;
  for (const Known& known : known_) {
    if (known.lower.substr(0, 2) != text.lower(i).substr(0, 2)) continue;
    const std::size_t first_end = std::min(known.lower.find_first_of(" -"), known.lower.size());
    if (!is_form_of(text.lower(i), std::string_view(known.lower).substr(0, first_end))) continue;
    std::string phrase;
    const auto words =
        static_cast<std::size_t>(1 + std::count_if(known.lower.begin(), known.lower.end(),
                                                   [](char c) { return c == ' ' || c == '-'; }));
    const std::size_t last = i + words - 1;
    if (last >= text.size()) continue;
    for (std::size_t w = i; w <= last; ++w) {
      if (w > i && !adjacent(text, w)) break;
      phrase += (w > i ? " " : "") + std::string(text.lower(w));
    }
    if (!is_form_of_phrase(phrase, known.lower)) continue;
    if (best == nullptr || last > best_last) {
      best = &known;
      best_last = last;
    }
  }
  if (best == nullptr) return std::nullopt;
  return Found{best->name, i, best_last, 0.85};
}

void OrganizationExtractor::extract(Page& page, FactSink& sink) {
  known_.clear();
  for (const Fact& fact : sink.facts()) {
    if (fact.field == "member" || fact.field == "working_group_member") learn(fact.value);
  }
  for (const Section& section : page.sections) {
    if (!section.is_title) learn_names_with_legal_forms(section.text);
  }
  for (const std::string_view name : kWellKnown) learn(std::string(name));
  const Stemmer& stemmer = *page.stemmer;
  for (Section& section : page.sections) {
    if (section.is_title) continue;
    AnnotatedText& text = section.text;
    for (std::size_t i = 0; i < text.size(); ++i) {
      if (is_dead(text, i)) continue;
      std::optional<Found> found;
      if (is_name_word(text, i)) {
        found = known_at(text, i);
        // A head, or an adjective or school's letters before it.
        std::size_t head = i;
        while (head < i + 3 && head + 1 < text.size() && !text.is(head, kOrganHead) &&
               text.is(head, kAdjective) && adjacent(text, head + 1))
          ++head;
        if (text.is(head, kOrganHead) && !(head > i && text[head].sentence_start)) {
          const std::string lower_head(text.lower(head));
          std::size_t last = head;
          if (text.is(head, kNeuter) && lower_head.starts_with("minister")) {
            last = noun_phrase(text, head + 1, true);
            if (last == head && is_preposition(text.lower(head + 1)))
              last = noun_phrase(text, head + 2, true);
          } else if (head + 1 < text.size() && adjacent(text, head + 1) && text.lower(head + 1) == "pro") {
            last = noun_phrase(text, head + 2, true);
            if (last == head + 1) last = head;
          } else if (head + 1 < text.size() && adjacent(text, head + 1) &&
                     (text.lower(head + 1) == "práce" || text.lower(head + 1) == "vlády")) {
            last = head + 1;
          } else if (head + 2 < text.size() && (text.lower(head + 1).starts_with("městské")) &&
                     adjacent(text, head + 1)) {
            last = text.lower(head + 2).starts_with("část") ? head + 2 : head;
          } else if (text.lower(head + 1 < text.size() ? head + 1 : head) == "města" &&
                     adjacent(text, head + 1)) {
            last = is_name_word(text, head + 2) ? head + 1 : head;
          } else if (text.is(head, kNeuter) && text[head].capitalised && head == i &&
                     head + 1 < text.size() && adjacent(text, head + 1) && !text[head + 1].capitalised &&
                     text.is(head + 1, kAdjective)) {
            last = noun_phrase(text, head + 1, false);  // Centrum komunitní práce
          }
          const std::size_t end = capitalised_run(text, last + 1);
          const bool has_tail = end > head;
          const bool has_adjective = head > i;
          if ((has_tail || has_adjective) && (!found || end > found->last)) {
            std::string name = nominative_of_head(text, i, head, stemmer);
            if (end > head)
              name += std::string(text.text().substr(text[head].end, text[end].end - text[head].end));
            found = Found{canonical_name(name), i, end, has_tail ? 0.8 : 0.65};
            // "Oblastní charita" alone may be the page's longer name.
            if (const std::optional<Found> known = known_at(text, i); known && known->last == end)
              found->name = known->name;
          }
        }
        const std::string_view raw = text.raw(i);
        if (!found &&
            (raw == "ZŠ" || raw == "MŠ" || raw == "SŠ" || raw == "SOU" || raw == "NZDM" || raw == "MAS")) {
          std::size_t last = i;
          for (std::size_t w = i + 1;
               w < text.size() && adjacent(text, w) && text[w].capitalised && !text[w].sentence_start; ++w)
            last = w;
          if (last > i) found = Found{std::string(text.raw(i, last)), i, last, 0.75};
        }
      } else if (text.is(i, kOrganNoun) && i + 1 < text.size() && !text.is(i, kAdjective)) {
        // "společnost Interwork", "organizací „Naše věc“"
        const std::string_view gap = text.gap_before(i + 1);
        const bool quoted = trim(gap) == "„" || trim(gap) == "\"";
        if ((is_space(gap) || quoted) && is_name_word(text, i + 1) && !text.is(i + 1, kMonth)) {
          if (const std::optional<Found> known = known_at(text, i + 1)) {
            found = known;
          } else {
            std::size_t last = i + 1;
            if (quoted) {
              while (last + 1 < text.size() && last < i + 8 && is_space(text.gap_before(last + 1))) ++last;
            } else {
              last = std::max(last, capitalised_run(text, i + 2));
              const bool dash = last + 2 < text.size() && trim(text.gap_before(last + 1)) == "–" &&
                                is_name_word(text, last + 1) && !text.gap_before(last + 1).ends_with(" ");
              if (dash) ++last;
            }
            found = Found{trimmed_name(text, i + 1, last), i + 1, last, 0.75};
          }
        }
      }
      if (!found) continue;
      const std::size_t last = std::min(found->last, text.size() - 1);
      for (std::size_t w = found->first; w <= last; ++w) text[w].is_organization = true;
      sink.add("organization", std::move(found->name), section, text.range(found->first, last),
               found->confidence);
      i = last;
    }
  }
}

}  // namespace tvar::facts
