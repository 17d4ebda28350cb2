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
         !text.is(i, kLegalForm);
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
// noun; once more behind "a", and behind commas before that, when `joined` allows it. Returns the last word, or
// `from - 1`.
std::size_t noun_phrase(const AnnotatedText& text, std::size_t from, bool joined) {
  const auto is_noun = [&](std::size_t i) {
    return i < text.size() && !text[i].capitalised && text[i].kind == text::TokenKind::word &&
           !text.is(i, kVerb | kBeingVerb) && text.lower(i).size() > 3 && !is_preposition(text.lower(i)) &&
           !analysis::is_stop_word(text.lower(i));
  };
  const auto phrase = [&](std::size_t i) {
    const std::size_t start = i;
    while (i < text.size() && adjacent(text, i) && !text[i].capitalised && text.is(i, kAdjective)) ++i;
    return is_noun(i) && adjacent(text, i) ? i : start - 1;
  };
  std::size_t last = phrase(from);
  if (last < from || !joined) return last;
  const auto behind_and = [&](std::size_t end) {
    if (end + 2 >= text.size() || text.lower(end + 1) != "a" || !adjacent(text, end + 1)) return end;
    const std::size_t next = phrase(end + 2);
    return next > end + 1 ? next : end;
  };
  if (last + 1 < text.size() && text.gap_before(last + 1) == ", " &&
      is_noun(last + 1)) {  // školství, mládeže a …
    const std::size_t joined_end = behind_and(last + 1);
    if (joined_end > last + 1) return joined_end;
  }
  return behind_and(last);
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
    if (text[i].all_caps || (i < head && !text.is(i, kAdjective))) {
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
    if (i < head && lemma.ends_with("ý")) {
      if (text.is(head, kFeminine)) lemma.replace(lemma.size() - 2, 2, "á");
      if (text.is(head, kNeuter)) lemma.replace(lemma.size() - 2, 2, "é");
    }
    const std::size_t letter = text::code_point_at(raw, 0).length;
    const std::size_t lower_letter = text::code_point_at(lemma, 0).length;
    const bool same = text::fold_case(raw.substr(0, letter)) == lemma.substr(0, lower_letter);
    if (text[i].capitalised && same) {
      out += raw.substr(0, letter);
      out += lemma.substr(lower_letter);
    } else {
      out += text[i].capitalised ? std::string(raw) : lemma;
    }
  }
  return out;
}

bool is_taken(const AnnotatedText& text, std::size_t i) {
  return text[i].is_person || text[i].is_organization || text[i].in_reference;
}

// The head of the name that begins at `first`: "Oblastní charita", "Rodinné a kulturní centrum". Or `text.size()`.
std::size_t head_of(const AnnotatedText& text, std::size_t first) {
  if (text.is(first, kRole)) return text.size();  // Vedoucí azylového domu
  for (std::size_t i = first; i < first + 5 && i < text.size(); ++i) {
    if (i > first && !adjacent(text, i)) break;
    if (text.is(i, kOrganHead)) return i > first && text[i].sentence_start ? text.size() : i;
    const bool joins = i > first && text.lower(i) == "a" && text.is(i + 1, kAdjective);
    if (!text.is(i, kAdjective) && !joins) break;
  }
  return text.size();
}

// The words behind a head that belong to the name, by what the head is. Returns the last one.
std::size_t tail_of_head(const AnnotatedText& text, std::size_t head) {
  const std::size_t next = head + 1;
  if (next >= text.size() || !adjacent(text, next)) return head;
  const std::string_view word = text.lower(next);
  std::size_t last = head;
  if (text.lower(head).starts_with("ministerstv")) {
    last = word == "pro" ? noun_phrase(text, next + 1, true) : noun_phrase(text, next, true);
    if (word == "pro" && last == next) last = head;
  } else if (word == "pro") {
    last = noun_phrase(text, next + 1, true);
    if (last == next) last = head;
  } else if (word == "práce" || word == "vlády" || word == "městyse" || word == "obce") {
    last = next;
  } else if (word.starts_with("městsk") && next + 1 < text.size() &&
             text.lower(next + 1).starts_with("část")) {
    last = next + 1;
  } else if ((word == "města" || word == "statutárního") && !text[next].capitalised) {
    last = word == "města" ? next : next + 1;
    if (!is_name_word(text, last + 1)) last = head;
  } else if (text.is(head, kNeuter) && text[head].capitalised && text.is(next, kAdjective) &&
             !text[next].capitalised) {
    last = noun_phrase(text, next, false);  // Centrum komunitní práce
  }
  // Adjectives that stand behind: Střední škola živnostenská, Charita ostravsko-opavská
  std::size_t end = last;
  while (end == last && end + 1 < text.size() && adjacent(text, end + 1) && !text[end + 1].capitalised) {
    std::size_t i = end + 1;
    if (i + 1 < text.size() && text.gap_before(i + 1) == "-") ++i;
    if (!text.is(i, kAdjective) || text.is(i, kVerb | kBeingVerb)) break;
    const bool ends = i + 1 >= text.size() || !adjacent(text, i + 1) || text[i + 1].capitalised ||
                      analysis::is_stop_word(text.lower(i + 1)) || is_preposition(text.lower(i + 1));
    if (!ends) break;
    end = i;
    break;
  }
  return std::max(last, end);
}

// A name before a legal form. Returns its first word, or `form` when there is none.
std::size_t name_before(const AnnotatedText& text, std::size_t form) {
  constexpr std::size_t kLongestTail = 6;
  std::size_t first = form;
  std::size_t lower_run = 0;
  for (std::size_t i = form; i-- > 0;) {
    const std::string_view gap = text.gap_before(i + 1);
    // "Poradna pro občanství, občanská a lidská práva, z.s.": a comma inside, as long as no capital was seen.
    const bool comma = trim(gap) == "," && (i + 1 == form || first == form);
    if (!comma && !is_space(gap) && gap != "-" && gap != ".") break;
    if (is_taken(text, i)) break;
    if (text[i].kind == text::TokenKind::number) continue;
    if (text[i].capitalised) {
      first = i;
      lower_run = 0;
      continue;
    }
    if (text.is(i, kVerb | kBeingVerb | kGenericOrgan)) break;
    const std::string_view word = text.lower(i);
    const bool small = is_preposition(word) || word == "a";
    const bool head = text.is(i, kOrganHead);
    // Before the first capital words in lower case may be the tail of the name; behind it, only what joins names.
    if (first != form && !small && !head) break;
    if (first != form && small &&
        (i == 0 || !text[i - 1].capitalised || word == "v" || word == "ve" || word == "s" || word == "z" ||
         word == "a"))
      break;
    if (++lower_run > kLongestTail) return form;
  }
  while (first + 1 < form && text.is(first, kGenericOrgan) && text[first + 1].capitalised) ++first;
  while (first < form && text[first].sentence_start && is_preposition(text.lower(first))) ++first;
  return first;
}

// The name from `first` to `last`, its head in the nominative.
std::string name_of(const AnnotatedText& text, std::size_t first, std::size_t last, const Stemmer& stemmer) {
  const std::size_t head = head_of(text, first);
  if (head > last) return canonical_name(text.raw(first, last));
  std::string name = nominative_of_head(text, first, head, stemmer);
  name += text.text().substr(text[head].end, text[last].end - text[head].end);
  return canonical_name(name);
}

bool is_dotted(const AnnotatedText& text, std::size_t i) {
  return text.raw(i).find('.') != std::string_view::npos;
}

std::string_view title_of(const Page& page) {
  return page.sections.empty() || !page.sections.front().is_title ? std::string_view()
                                                                  : trim(page.sections.front().text.text());
}

}  // namespace

// Made once: folding them again for each document costs more than reading it.
const std::vector<OrganizationExtractor::Known>& OrganizationExtractor::well_known_names() {
  static const std::vector<Known> names = [] {
    OrganizationExtractor made;
    for (const std::string_view name : kWellKnown) made.learn(std::string(name));
    return made.known_;
  }();
  return names;
}

void OrganizationExtractor::learn(std::string name) {
  std::string lower = text::fold_case(name);
  const bool is_new =
      std::none_of(known_.begin(), known_.end(), [&](const Known& known) { return known.lower == lower; });
  if (!is_new) return;
  const std::size_t first_word = std::min(lower.find_first_of(" -"), lower.size());
  const NameDeclension declension = decline(std::string_view(lower).substr(0, first_word));
  known_.push_back({std::move(lower), std::move(name), first_word, declension});
}

void OrganizationExtractor::learn_names_with_legal_forms(const AnnotatedText& text, const Stemmer& stemmer) {
  for (std::size_t i = 1; i < text.size(); ++i) {
    if (!text.is(i, kLegalForm) || text[i].all_caps || !is_dotted(text, i)) continue;
    const std::size_t first = name_before(text, i);
    if (first != i) learn(name_of(text, first, i - 1, stemmer));
  }
}

std::optional<OrganizationExtractor::Found> OrganizationExtractor::known_at(const AnnotatedText& text,
                                                                            std::size_t i) const {
  std::optional<Found> best;
  std::string phrase;
  const std::string_view word = text.lower(i);
  for (const Known& known : known_) {
    if (!is_form_of(word, std::string_view(known.lower).substr(0, known.first_word), known.declension))
      continue;
    phrase.clear();
    for (std::size_t w = i; w < text.size() && phrase.size() <= known.lower.size() + 12; ++w) {
      if (w > i && !is_space(text.gap_before(w)) && text.gap_before(w) != "-" && text.gap_before(w) != ", ")
        break;
      if (w > i) phrase += text.gap_before(w) == ", " ? ", " : " ";
      phrase += text.lower(w);
      if (best && w <= best->last) continue;
      if (is_form_of_phrase(phrase, known.lower)) best = Found{known.name, i, w, 0.85};
    }
  }
  return best;
}

// "Městského úřadu Broumov", "ZŠ Boženy Němcové"
std::optional<OrganizationExtractor::Found> OrganizationExtractor::headed_at(const AnnotatedText& text,
                                                                             std::size_t i,
                                                                             const Stemmer& stemmer) const {
  const std::size_t head = head_of(text, i);
  if (head < text.size()) {
    if (text.is(head, kGenericOrgan) && head == i) {  // Spolek Horizont
      if (!is_name_word(text, i + 1) || !text.next_is_adjacent(i)) return std::nullopt;
      return announced_at(text, i, stemmer);
    }
    const std::size_t tail = tail_of_head(text, head);
    const std::size_t last = std::max(tail, capitalised_run(text, tail + 1));
    const bool begins = text[i].sentence_start || i == text.line_of(i).first_word;
    if (last > head) return Found{name_of(text, i, last, stemmer), i, last, 0.8};
    const bool stands_alone = head > i && !text.is(head, kGenericOrgan) && (text.is(i, kOfficial) || !begins);
    return stands_alone ? std::optional<Found>(Found{name_of(text, i, head, stemmer), i, head, 0.6})
                        : std::nullopt;
  }
  constexpr std::string_view kLetters[] = {"ZŠ", "MŠ", "SŠ", "SOU", "SOŠ", "NZDM", "MAS", "ZUŠ", "DDM"};
  if (std::find(std::begin(kLetters), std::end(kLetters), text.raw(i)) == std::end(kLetters))
    return std::nullopt;
  std::size_t last = i;
  while (last + 1 < text.size() && adjacent(text, last + 1) && text[last + 1].capitalised &&
         !text[last + 1].sentence_start && !text[last + 1].is_person) {
    ++last;
  }
  return last > i ? std::optional<Found>(Found{std::string(text.raw(i, last)), i, last, 0.75}) : std::nullopt;
}

// "společností Interwork", "organizace „Naše věc“": i is the noun.
std::optional<OrganizationExtractor::Found> OrganizationExtractor::announced_at(
    const AnnotatedText& text, std::size_t i, const Stemmer& stemmer) const {
  const std::size_t first = i + 1;
  if (!text.is(i, kOrganNoun) || first >= text.size()) return std::nullopt;
  const std::string_view gap = text.gap_before(first);
  const bool quoted = trim(gap) == "„" || trim(gap) == "\"";
  if ((!is_space(gap) && !quoted) || !is_name_word(text, first) || text[first].is_organization)
    return std::nullopt;
  if (std::optional<Found> known = known_at(text, first)) return known;
  std::size_t last = first;
  if (quoted) {
    while (last + 1 < text.size() && last < first + 7 && is_space(text.gap_before(last + 1))) ++last;
  } else {
    const std::size_t head = head_of(text, first);
    const bool needs_noun = text.is(first, kAdjective) && text.next_is_adjacent(first) &&
                            !text[first + 1].capitalised && !analysis::is_stop_word(text.lower(first + 1)) &&
                            !is_preposition(text.lower(first + 1));
    if (head < text.size()) {
      last = tail_of_head(text, head);
    } else if (needs_noun) {
      last = first + 1;  // Třetí patro
    }
    last = std::max(last, capitalised_run(text, last + 1));
    const bool glued_dash =
        last + 1 < text.size() && text.gap_before(last + 1) == " –" && is_name_word(text, last + 1);
    if (glued_dash) ++last;
  }
  return Found{name_of(text, first, last, stemmer), first, last, 0.75};
}

std::optional<OrganizationExtractor::Found> OrganizationExtractor::found_at(const AnnotatedText& text,
                                                                            std::size_t i,
                                                                            const Stemmer& stemmer) const {
  if (!is_name_word(text, i)) return announced_at(text, i, stemmer);
  const std::optional<Found> known = known_at(text, i);
  std::optional<Found> headed = headed_at(text, i, stemmer);
  if (known && (!headed || known->last >= headed->last)) return known;
  return headed;
}

// "Sociální služby, Krnov, z.s. a …" is one name, "Salinger, z.s." another behind a comma: names in a series come as
// known names, because learn_names_with_legal_forms has seen each of them.
void OrganizationExtractor::extract(Page& page, const std::vector<std::string>& given, FactSink& sink) {
  known_.clear();
  const Stemmer& stemmer = *page.stemmer;
  for (const Fact& fact : sink.facts()) {
    if (fact.field == "member" || fact.field == "working_group_member") learn(fact.value);
  }
  for (const std::string& name : given) learn(canonical_name(name));
  for (const Section& section : page.sections) {
    if (!section.is_title) learn_names_with_legal_forms(section.text, stemmer);
  }
  const std::vector<Known>& well_known = well_known_names();
  known_.insert(known_.end(), well_known.begin(), well_known.end());
  const std::string_view title = title_of(page);
  for (Section& section : page.sections) {
    if (section.is_title) continue;
    AnnotatedText& text = section.text;
    for (std::size_t i = 0; i < text.size(); ++i) {
      if (is_taken(text, i) || (!text[i].capitalised && !text.is(i, kOrganNoun))) continue;
      const std::optional<Found> found = found_at(text, i, stemmer);
      if (!found) continue;
      for (std::size_t w = found->first; w <= found->last; ++w) text[w].is_organization = true;
      i = found->last;
      // The title once more, as plain texts have it: a heading, no sentence that names somebody.
      const Line& line = text.line_of(found->first);
      if (!title.empty() && text.text().substr(line.begin, line.end - line.begin) == title) continue;
      sink.add("organization", found->name, section, text.range(found->first, found->last),
               found->confidence);
    }
  }
}

}  // namespace tvar::facts
