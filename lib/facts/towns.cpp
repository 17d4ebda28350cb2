// SPDX-License-Identifier: GPL-2.0-or-later
#include "lib/facts/towns.h"

#include <algorithm>
#include <functional>

#include "lib/facts/name_forms.h"
#include "lib/facts/organization_names.h"
#include "lib/text/fold.h"

namespace tvar::facts {
namespace {

// What a mention is worth.
constexpr double kSure = 1.0;      // v Břeclavi, město Břeclav
constexpr double kLikely = 0.6;    // a capital inside a sentence, or behind the name of an office
constexpr double kPossible = 0.3;  // at the beginning of a sentence
constexpr double kInTitle = 4.0;
constexpr double kInDateline = 4.0;
constexpr double kNearTop = 0.5;
constexpr double kInId = 2.0;
constexpr double kTownHall = 0.8;  // "město Břeclav", "Městský úřad Břeclav"
constexpr double kAdjectiveHint = 0.15;
constexpr double kAdjectiveInTitle = 1.5;
constexpr double kEnoughForTown = 1.5;
constexpr double kClearlyMore = 1.15;  // times the score of the next town
constexpr std::size_t kTop = 600;      // bytes
constexpr std::uint32_t kPeopleKnownByAll = 3000;

bool is_place_preposition(std::string_view word) {
  constexpr std::string_view kWords[] = {"v",     "ve",  "do",   "z",      "ze",  "u",
                                         "na",    "k",   "ke",   "od",     "pro", "kolem",
                                         "okolo", "nad", "mezi", "poblíž", "za",  "mimo"};
  return std::find(std::begin(kWords), std::end(kWords), word) != std::end(kWords);
}

bool is_sure_preposition(std::string_view word) {
  return word == "v" || word == "ve" || word == "do" || word == "z" || word == "ze" || word == "u";
}

bool is_mayor(std::string_view word) {
  return word.starts_with("starost") || word.starts_with("místostarost") || word.starts_with("primátor");
}

// "Brno, 14. 4. 2016" or "Brno (ČTK) –" at the beginning of a line.
bool is_dateline(const AnnotatedText& text, std::size_t first, std::size_t last) {
  const Line& line = text.line_of(first);
  const bool begins = first == line.first_word ||
                      (first == line.first_word + 1U && is_sure_preposition(text.lower(first - 1)));
  if (!begins || line.is_item || last + 1 >= line.end_word) return false;
  const std::string_view gap = trim(text.gap_before(last + 1));
  const std::size_t next = last + 1;
  if (gap == "." && text[first].all_caps) return true;  // BRNO. Krajský úřad …
  if (gap == "–" || gap == "—") return line.end - line.begin > 120;
  if (gap != "," && !gap.empty()) return false;
  const std::size_t number = text.lower(next) == "dne" ? next + 1 : next;
  return std::any_of(text.dates().begin(), text.dates().end(),
                     [number](const DateMark& date) { return date.word == number; });
}

bool is_known_by_all(const std::vector<const Municipality*>& towns) {
  return std::any_of(towns.begin(), towns.end(),
                     [](const Municipality* one) { return one->population >= kPeopleKnownByAll; });
}

// What a page calls the town in short: Lysá of Lysá nad Labem, Brod of Uherský Brod. Empty when there is no such part.
std::string short_name_of(std::string_view lower) {
  const std::size_t space = lower.find(' ');
  if (space == std::string_view::npos) return {};
  const std::string_view rest = lower.substr(space + 1);
  const std::string_view second = rest.substr(0, rest.find(' '));
  if (is_preposition(second)) return std::string(lower.substr(0, space));
  return rest.find(' ') == std::string_view::npos ? std::string(rest) : std::string();
}

std::string folded_tokens(std::string_view text) {
  std::string out = "-" + text::fold_key(text) + "-";
  for (char& c : out) {
    const bool keep = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (!keep) c = '-';
  }
  return out;
}

}  // namespace

bool TownExtractor::match(const AnnotatedText& text, std::size_t i, Match& out) {
  if (!text[i].capitalised || text[i].is_person || text[i].in_reference ||
      text[i].kind != text::TokenKind::word)
    return false;
  if (!text.is(i, kTownStart)) return false;
  words_.clear();
  for (std::size_t w = i; w < text.size() && words_.size() < Gazetteer::instance().max_words(); ++w) {
    const std::string_view gap = w > i ? text.gap_before(w) : " ";
    if (!is_space(gap) && gap != "-" && trim(gap) != "–") break;
    if (text[w].is_person) break;
    words_.push_back(text.lower(w));
  }
  out = {};
  std::string_view lower;  // of the match so far
  const std::string_view first = words_.front();
  const auto population = [](const std::vector<const Municipality*>& list) {
    std::uint32_t most = 0;
    for (const Municipality* one : list) most = std::max(most, one->population);
    return most;
  };
  const auto take = [&](const Gazetteer::Found& found) {
    const Municipality& town = found.municipality;
    // The words of names begin with capitals, but for prepositions.
    std::size_t capitals = 0;
    for (std::size_t w = i; w < i + found.words; ++w) capitals += text[w].capitalised ? 1U : 0U;
    if (found.words > 1 && capitals < 2 && found.words < 3) return;
    const bool exact = found.lower.starts_with(first);
    const bool same_length = found.words == out.words;
    const bool better = found.words > out.words ||
                        (same_length && found.lower != lower && exact && !lower.starts_with(first));
    if (!better && same_length && found.lower == lower) {
      out.municipalities.push_back(&town);
      return;
    }
    const bool larger = same_length && town.population > population(out.municipalities) &&
                        (!lower.starts_with(first) || exact);
    if (!better && !larger) return;
    out = {town.name, found.words, {&town}};
    lower = found.lower;
  };
  Gazetteer::instance().find(words_, std::ref(take));
  if (out.words == 0) return false;
  Gazetteer::instance().find_namesakes(lower, out.municipalities);
  return true;
}

TownExtractor::Town& TownExtractor::town_of(const Match& match) {
  for (Town& town : towns_) {
    if (town.name == match.name) return town;
  }
  Town town;
  town.name = match.name;
  town.municipalities = match.municipalities;
  towns_.push_back(std::move(town));
  return towns_.back();
}

// What stands around a mention.
struct TownExtractor::Mention {
  std::size_t first;  // words
  std::size_t last;
  std::string_view before;  // the word that it follows directly, or nothing
  bool follows;
  bool town_noun;  // město Břeclav
  bool office;     // Charita Břeclav
  bool district;   // okres Břeclav
  bool mayor;      // primátor Mostu
  bool dateline;
};

TownExtractor::Mention TownExtractor::mention_at(const AnnotatedText& text, std::size_t i,
                                                 const Match& match) {
  Mention at{};
  at.first = i;
  at.last = i + match.words - 1;
  at.follows = i > text.line_of(i).first_word && text.follows(i);
  if (at.follows) {
    at.before = text.lower(i - 1);
    at.town_noun = text.is(i - 1, kTownNoun) && !text.is(i - 1, kAdjective);
    at.office = text.is(i - 1, kOrganHead);
    at.district = text.is(i - 1, kDistrictNoun);
    at.mayor = text.is(i - 1, kRole) && is_mayor(at.before);
  }
  at.dateline = is_dateline(text, i, at.last);
  return at;
}

// How sure it is that a town is meant: kSure, kLikely, kPossible or less.
double TownExtractor::worth_of(const Section& section, const Mention& at, const Match& match) const {
  const AnnotatedText& text = section.text;
  const std::size_t i = at.first;
  const Line& line = text.line_of(i);
  const bool common = match.words == 1 && match.municipalities.front()->kind == NameKind::common_word;
  const bool compound = match.words > 1;
  // Brno is Brno at the beginning of a sentence, too.
  const bool known_by_all = is_known_by_all(match.municipalities);
  double worth = kLikely;
  if (at.town_noun || at.mayor || at.dateline || continues_series(text, i)) {
    worth = kSure;
  } else if (is_place_preposition(at.before)) {
    worth = is_sure_preposition(at.before) ? kSure : kLikely;
  } else if (compound && at.follows) {
    worth = 0.8;
  } else if (at.office || compound) {
    worth = kLikely;
  } else if (i == line.first_word && at.last + 1 >= line.end_word) {
    worth = line.is_item ? kLikely : kPossible;
  } else if (text[i].sentence_start || i == line.first_word) {
    worth = known_by_all ? kLikely : kPossible;
  } else if (text[i].is_organization && !text[i - 1].is_organization) {
    worth = kPossible;
  }
  if (section.is_title && worth < kLikely && !common) worth = kLikely;
  // A capitalised word follows: part of a longer name that is no town's (Česká Třebová Invest).
  const std::size_t next = at.last + 1;
  const bool inside_name = next < line.end_word && text.next_is_adjacent(at.last) && text[next].capitalised &&
                           !text[next].sentence_start && !text[next].is_person && match.words == 1 &&
                           !at.town_noun && !section.is_title;
  if (inside_name) worth = std::min(worth, kPossible);
  if (common && worth < kSure && !(section.is_title && at.follows)) worth = at.office ? 0.4 : 0.1;
  const bool abroad = match.municipalities.front()->kind == NameKind::city_abroad;
  return abroad && !at.town_noun && !at.dateline ? 0.1 : worth;
}

// How much the mention says that the page is about the town.
double TownExtractor::score_of(const Section& section, const Mention& at, double worth) {
  const AnnotatedText& text = section.text;
  if (section.is_title) return worth * kInTitle;
  if (at.dateline) return kInDateline;
  double score = worth;
  if (text.line_of(at.first).begin < kTop && worth >= kLikely) score += kNearTop;
  const bool town_hall = at.office && at.first >= 2 && text.is(at.first - 2, kTownNoun);
  if (at.town_noun || at.mayor || town_hall) score += kTownHall;
  if (at.district) score *= 0.3;
  return text[at.first].is_organization ? score * 0.7 : score;
}

void TownExtractor::add_mention(const Section& section, std::size_t i, const Match& match) {
  const AnnotatedText& text = section.text;
  const Mention at = mention_at(text, i, match);
  const double worth = worth_of(section, at, match);
  if (at.district) districts_.push_back(match.name);
  if (worth >= kSure) sure_until_ = at.last + 1;
  Town& town = town_of(match);
  town.in_title = town.in_title || section.is_title;
  town.has_dateline = town.has_dateline || at.dateline;
  town.score += score_of(section, at, worth);
  town.evidence = std::max(town.evidence, worth);
  const bool in_name = text[i].is_organization && i > 0 && text[i - 1].is_organization && !at.town_noun;
  town.is_place = town.is_place || !in_name;
  if (town.section == nullptr) {
    town.section = &section;
    town.range = text.range(i, at.last);
  }
}

// "v Teplicích, Duchcově a Krupce": one preposition for all.
bool TownExtractor::continues_series(const AnnotatedText& text, std::size_t i) const {
  if (sure_until_ == 0 || i == 0) return false;
  if (sure_until_ == i) return text.gap_before(i) == ", ";
  const std::string_view word = text.lower(i - 1);
  return sure_until_ == i - 1 && (word == "a" || word == "i" || word == "nebo" || word == "či") &&
         text.next_is_adjacent(i - 1) && text.next_is_adjacent(i - 2);
}

void TownExtractor::merge(std::size_t from, std::size_t into) {
  towns_[into].score += towns_[from].score;
  towns_[into].in_title = towns_[into].in_title || towns_[from].in_title;
  towns_.erase(towns_.begin() + static_cast<std::ptrdiff_t>(from));
}

// A page that names Ústí nad Labem means it by Ústí, and Uherský Brod by Brod.
void TownExtractor::merge_into_longer_names() {
  for (std::size_t i = 0; i < towns_.size();) {
    const std::string start = std::string(towns_[i].name) + " ";
    const std::string end = " " + std::string(towns_[i].name);
    const bool weak = towns_[i].evidence < kLikely || !towns_[i].in_title;
    const auto longer = std::find_if(towns_.begin(), towns_.end(), [&](const Town& town) {
      return town.name.starts_with(start) || (weak && is_known_by_all(town.municipalities) &&
                                              town.evidence >= kLikely && town.name.ends_with(end));
    });
    if (longer == towns_.end()) {
      ++i;
    } else {
      merge(i, static_cast<std::size_t>(longer - towns_.begin()));
    }
  }
}

// "do Lysé" on a page that names Lysá nad Labem: words that are no municipality of their own.
void TownExtractor::add_short_names(const Page& page) {
  for (Town& town : towns_) {
    if (town.evidence < kLikely || !is_known_by_all(town.municipalities)) continue;
    const std::string name = short_name_of(text::fold_case(town.name));
    if (name.empty()) continue;
    const NameDeclension declension = decline(name);
    for (const Section& section : page.sections) {
      const AnnotatedText& text = section.text;
      for (std::size_t i = 1; i < text.size(); ++i) {
        if (!text[i].capitalised || text[i].is_person || !text.follows(i)) continue;
        if (!is_sure_preposition(text.lower(i - 1)) || !is_form_of(text.lower(i), name, declension)) continue;
        const bool goes_on = i + 1 < text.size() && text.follows(i + 1) &&
                             is_preposition(text.lower(i + 1)) && i + 2 < text.size() &&
                             text[i + 2].capitalised;
        if (!goes_on) town.score += kSure;
      }
    }
  }
}

// A page that names Ostrava means its part by Vítkovice.
void TownExtractor::merge_parts() {
  for (std::size_t i = 0; i < towns_.size();) {
    std::size_t into = towns_.size();
    for (const TownPart& part : town_parts()) {
      if (part.name != towns_[i].name) continue;
      for (std::size_t k = 0; k < towns_.size(); ++k) {
        if (towns_[k].name == part.town && towns_[k].evidence >= kLikely) into = k;
      }
    }
    if (into == towns_.size()) {
      ++i;
    } else {
      merge(i, into);
    }
  }
}

// "brněnské zastupitelstvo" hints at Brno, which the page must name as well.
void TownExtractor::add_adjectives(const Page& page) {
  for (Town& town : towns_) {
    if (town.evidence < kLikely) continue;
    std::string adjective;
    for (const RelatedTerm& related : page.stemmer->related_to(text::fold_case(town.name))) {
      if (related.relation == Relation::ski_adjective) adjective = page.stemmer->lemma_of(related.term);
    }
    if (adjective.size() < 6) continue;
    const std::string_view stem = std::string_view(adjective).substr(0, adjective.size() - 2);
    int hints = 0;
    bool in_title = false;  // Turnovská nemocnice má nový přístroj
    for (const Section& section : page.sections) {
      for (std::size_t i = 0; i < section.text.size(); ++i) {
        if (!section.text.lower(i).starts_with(stem)) continue;
        ++hints;
        in_title = in_title || section.is_title;
      }
    }
    town.score += kAdjectiveHint * std::min(hints, 5) + (in_title ? kAdjectiveInTitle : 0);
  }
}

// The title says "Plzeňská poradna" and nothing names a town: the adjective has to do.
void TownExtractor::add_towns_of_adjectives(const Page& page) {
  constexpr std::uint32_t kWellKnown = 10000;  // people
  if (page.sections.empty() || !page.sections.front().is_title) return;
  const Section& title = page.sections.front();
  for (std::size_t i = 0; i < title.text.size(); ++i) {
    const std::string_view word = title.text.lower(i);
    if (!title.text.is(i, kAdjective) ||
        (word.find("sk") == std::string_view::npos && word.find("ck") == std::string_view::npos)) {
      continue;
    }
    for (const Municipality& one : municipalities()) {
      if (one.population < kWellKnown || one.kind != NameKind::town) continue;
      const std::string name = text::fold_case(one.name);
      if (name.substr(0, 3) != word.substr(0, 3)) continue;
      for (const RelatedTerm& related : page.stemmer->related_to(name)) {
        const std::string adjective = page.stemmer->lemma_of(related.term);
        if (related.relation != Relation::ski_adjective || adjective.size() < 6) continue;
        if (!word.starts_with(std::string_view(adjective).substr(0, adjective.size() - 2))) continue;
        Town& town = town_of({one.name, 1, {&one}});
        town.score += kEnoughForTown;
        town.evidence = kLikely;
        town.is_guess = true;
        town.section = &title;
        town.range = title.text.range(i, i);
      }
    }
  }
}

const Municipality& TownExtractor::choose(const Town& town, bool& sure) const {
  const Municipality* largest = town.municipalities.front();
  std::uint32_t second = 0;
  for (const Municipality* one : town.municipalities) {
    const std::string_view district = facts::districts()[one->district].name;
    if (town.municipalities.size() > 1 &&
        std::find(districts_.begin(), districts_.end(), district) != districts_.end()) {
      sure = true;
      return *one;
    }
    if (one->population > largest->population) {
      second = largest->population;
      largest = one;
    } else if (one != largest) {
      second = std::max(second, one->population);
    }
  }
  sure = second == 0 || largest->population > 3 * second;
  return *largest;
}

void TownExtractor::extract(const Page& page, std::string_view id, std::string_view source, FactSink& sink) {
  towns_.clear();
  districts_.clear();
  Match found;
  for (const Section& section : page.sections) {
    sure_until_ = 0;
    for (std::size_t i = 0; i < section.text.size(); ++i) {
      if (!match(section.text, i, found)) continue;
      add_mention(section, i, found);
      i += found.words - 1;
    }
  }
  merge_into_longer_names();
  add_short_names(page);
  merge_parts();
  const bool any =
      std::any_of(towns_.begin(), towns_.end(), [](const Town& town) { return town.evidence >= kLikely; });
  if (!any) add_towns_of_adjectives(page);
  const std::string names = folded_tokens(id) + folded_tokens(source);
  for (Town& town : towns_) {
    if (town.evidence >= kLikely && names.find(folded_tokens(town.name)) != std::string::npos)
      town.score += kInId;
  }
  add_adjectives(page);
  std::stable_sort(towns_.begin(), towns_.end(),
                   [](const Town& a, const Town& b) { return a.score > b.score; });
  const std::size_t about = add_town(sink);
  for (std::size_t i = 0; i < towns_.size(); ++i) {
    const Town& town = towns_[i];
    if (i == about || town.evidence < kLikely || !town.is_place) continue;
    sink.add("place", std::string(town.name), *town.section, town.range, town.evidence >= kSure ? 0.9 : 0.6);
  }
}

// Adds the town that the page is about, the first of the sorted ones that is sure to be one, when it is clearly ahead of the
// next. Returns which it is, or how many there are.
std::size_t TownExtractor::add_town(FactSink& sink) const {
  const auto found =
      std::find_if(towns_.begin(), towns_.end(), [](const Town& town) { return town.evidence >= kLikely; });
  if (found == towns_.end()) return towns_.size();
  const Town& best = *found;
  const double second = found + 1 != towns_.end() ? (found + 1)->score : 0;
  const auto datelines =
      std::count_if(towns_.begin(), towns_.end(), [](const Town& town) { return town.has_dateline; });
  const bool is_roundup = datelines > 1 && !best.in_title;
  if (is_roundup || best.score < kEnoughForTown || best.score < kClearlyMore * second) return towns_.size();
  bool sure = false;
  const Municipality& one = choose(best, sure);
  const double limit = best.is_guess ? 0.55 : 0.98;
  const double confidence =
      std::min(limit, 0.55 + 0.4 * (best.score - second) / best.score + 0.02 * best.score);
  sink.add("town", std::string(one.name), *best.section, best.range, confidence);
  sink.add("region", std::string(facts::districts()[one.district].region), *best.section, best.range,
           sure ? confidence : std::min(confidence, 0.55));
  return static_cast<std::size_t>(found - towns_.begin());
}

}  // namespace tvar::facts
