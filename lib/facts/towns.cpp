// SPDX-License-Identifier: GPL-2.0-or-later
#include "lib/facts/towns.h"

#include <algorithm>
#include <array>
#include <functional>
#include <span>
#include <utility>

#include "lib/facts/name_forms.h"
#include "lib/facts/noun_phrases.h"
#include "lib/facts/organization_names.h"
#include "lib/facts/page_scope.h"
#include "lib/facts/town_adjectives.h"
#include "lib/facts/town_mentions.h"
#include "lib/facts/web_hosts.h"
#include "lib/text/fold.h"

namespace tvar::facts {
namespace {

constexpr double kInId = 2.0;
constexpr double kAdjectiveHint = 0.15;
constexpr double kAdjectiveInTitle = 1.5;
constexpr double kHostOfTown = 1.5;
constexpr double kHostInTown = 0.7;
constexpr double kEnoughForTown = 1.5;
constexpr double kClearlyMore = 1.05;  // times the score of the next town
constexpr std::uint32_t kPeopleKnownByAll = 3000;

// Whether a name behind the preposition can stand in its nominative: "do Višňové" is of Višňová, not of Višňové.
bool may_be_nominative(std::string_view preposition, std::string_view form) {
  constexpr std::string_view kOfOtherCases[] = {"v", "ve", "do", "z",   "ze",   "od",
                                                "u", "k",  "ke", "bez", "kolem"};
  if (std::find(std::begin(kOfOtherCases), std::end(kOfOtherCases), preposition) == std::end(kOfOtherCases))
    return true;
  return form.ends_with("í") || form.ends_with("e") || form.ends_with("ě");
}

// "na Vysočině", "Vysočina – Vítr …": the region, whose name a village has.
bool is_region_as_well(std::string_view name) {
  return name == "Vysočina";
}

bool is_known_by_all(const std::vector<const Municipality*>& towns) {
  return std::any_of(towns.begin(), towns.end(),
                     [](const Municipality* one) { return one->population >= kPeopleKnownByAll; });
}

// Broumovský zpravodaj
bool is_periodical(const AnnotatedText& text, std::size_t i) {
  if (i >= text.size() || !text.follows(i) || !text[i - 1].capitalised) return false;
  for (const std::string_view noun :
       {"zpravodaj", "novin", "listy", "měsíčník", "občasník", "týdeník", "deník", "radnice"}) {
    if (text.lower(i).starts_with(noun)) return true;
  }
  return false;
}

// The parts of towns of that name.
std::span<const TownPart> parts_called(std::string_view name) {
  static const std::vector<TownPart> kByName = [] {
    std::vector<TownPart> parts(town_parts().begin(), town_parts().end());
    std::stable_sort(parts.begin(), parts.end(),
                     [](const TownPart& a, const TownPart& b) { return a.name < b.name; });
    return parts;
  }();
  const auto begin = std::lower_bound(kByName.begin(), kByName.end(), name,
                                      [](const TownPart& a, std::string_view b) { return a.name < b; });
  return {begin, std::find_if(begin, kByName.end(), [&](const TownPart& part) { return part.name != name; })};
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
  bool is_exact = false;   // it is written as here
  const std::string_view first = words_.front();
  const std::string_view preposition = governs(text, i);
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
    const bool exact = found.lower.starts_with(first) && may_be_nominative(preposition, first);
    const bool same_length = found.words == out.words;
    if (same_length && found.lower == lower) {
      out.municipalities.push_back(&town);
      return;
    }
    const bool better = found.words > out.words || (same_length && exact && !is_exact);
    const bool larger =
        same_length && town.population > population(out.municipalities) && (!is_exact || exact);
    if (!better && !larger) return;
    out = {town.name, found.words, {&town}};
    lower = found.lower;
    is_exact = exact;
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

void TownExtractor::add_mention(const Section& section, std::size_t i, const Match& match) {
  const AnnotatedText& text = section.text;
  TownMention at = mention_at(text, i, match.words);
  if (is_region_as_well(match.name) && !at.town_noun && !at.address) return;
  at.in_series = continues_series(text, i);
  at.from = at.in_series && (series_preposition_ == "z" || series_preposition_ == "ze");
  const NameKind kind = match.municipalities.front()->kind;
  const double worth = worth_of(section, at,
                                {.common = match.words == 1 && kind == NameKind::common_word,
                                 .abroad = kind == NameKind::city_abroad,
                                 .known_by_all = is_known_by_all(match.municipalities)});
  if (at.district) districts_.push_back(match.name);
  const bool by_preposition =
      is_preposition(at.before) && worth >= kLikely;  // s Litvínovem, Duchcovem a Osekem
  if (by_preposition || !at.in_series) series_preposition_ = by_preposition ? at.before : std::string_view();
  if (worth >= kSure || by_preposition) sure_until_ = at.last + 1;
  Town& town = town_of(match);
  town.in_title = town.in_title || section.is_title;
  town.has_dateline = town.has_dateline || at.dateline;
  const double score = score_of(section, at, worth);
  town.score += score;
  if (!at.venue && !text.line_of(i).is_item) town.told += score;
  if (worth >= kLikely) {
    town.in_items = town.in_items || text.line_of(i).is_item;
    town.in_heading = town.in_heading || (!section.is_title && is_heading(text, text.line_of(i)));
  }
  town.evidence = std::max(town.evidence, worth);
  const bool in_name = text[i].is_organization && i > 0 && text[i - 1].is_organization;
  town.is_place = town.is_place || !in_name;
  if (town.section == nullptr) {
    town.section = &section;
    town.range = text.range(i, at.last);
  }
}

// The preposition before word i, or before the series that it goes on.
std::string_view TownExtractor::governs(const AnnotatedText& text, std::size_t i) const {
  if (i > 0 && text.follows(i) && is_preposition(text.lower(i - 1))) return text.lower(i - 1);
  return continues_series(text, i) ? series_preposition_ : std::string_view();
}

// "v Teplicích, Duchcově a Krupce": one preposition for all.
bool TownExtractor::continues_series(const AnnotatedText& text, std::size_t i) const {
  if (sure_until_ == 0 || i == 0) return false;
  if (sure_until_ == i) return text.gap_before(i) == ", ";
  const bool counted =
      text[sure_until_].kind == text::TokenKind::number && text.gap_before(sure_until_) == " (";
  if (counted && sure_until_ + 1 == i) return text.gap_before(i) == "), ";  // v Kopřivnici (31), Příboře (19)
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
    const bool titled = towns_[i].in_title && towns_[i].evidence >= kLikely;  // Lhota, not Lhota u Příbramě
    const auto longer = std::find_if(towns_.begin(), towns_.end(), [&](const Town& town) {
      const bool may_be_meant = !titled || town.in_title || is_known_by_all(town.municipalities);
      return (town.name.starts_with(start) && may_be_meant) ||
             (weak && is_known_by_all(town.municipalities) && town.evidence >= kLikely &&
              town.name.ends_with(end));
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
  if (towns_.size() < 2) return;
  for (std::size_t i = 0; i < towns_.size();) {
    std::size_t into = towns_.size();
    for (const TownPart& part : parts_called(towns_[i].name)) {
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

// "tel. 417 803 630, knihovna@krupka-mesto.cz"
void TownExtractor::add_hosts(const Page& page) {
  for (const Section& section : page.sections) {
    for (const std::string& host : czech_hosts(section.text.text())) {
      for (Town& town : towns_) {
        if (is_host_of_town(host, town.name)) {
          town.score += kHostOfTown;
          town.evidence = std::max(town.evidence, kLikely);
        } else if (town.evidence >= kLikely && is_host_in_town(host, town.name)) {
          town.score += kHostInTown;
        }
      }
    }
  }
}

// "brněnské zastupitelstvo" hints at Brno, which the page must name as well.
void TownExtractor::add_adjectives(const Page& page) {
  struct Hints {
    Town* town;
    std::string stem;
    bool in_title;
    int count = 0;
  };
  const std::vector<std::string> of_title = adjectives_of_title(page);
  std::vector<Hints> all;
  std::array<bool, 256> begins_stem{};  // by the first byte: most words begin no stem
  for (Town& town : towns_) {
    if (town.evidence < kLikely) continue;
    all.push_back({&town, adjective_stem(town.name, *page.stemmer), has_adjective_of(of_title, town.name)});
    if (const std::string& stem = all.back().stem; !stem.empty())
      begins_stem[static_cast<unsigned char>(stem.front())] = true;
  }
  for (const Section& section : page.sections) {
    for (std::size_t i = 0; i < section.text.size() && !all.empty(); ++i) {
      const std::string_view word = section.text.lower(i);
      if (word.empty() || !begins_stem[static_cast<unsigned char>(word.front())]) continue;
      for (Hints& hints : all) {
        if (hints.stem.empty() || hints.stem.front() != word.front() || !word.starts_with(hints.stem))
          continue;
        const bool in_name = i > 0 && section.text.follows(i) && section.text[i - 1].capitalised;
        if (in_name && section.text.lower(i - 1) == "u") continue;  // U Žatecké brány
        ++hints.count;
        hints.in_title = hints.in_title || section.is_title || is_periodical(section.text, i + 1);
      }
    }
  }
  for (const Hints& hints : all) {
    hints.town->score += kAdjectiveHint * std::min(hints.count, 5) + (hints.in_title ? kAdjectiveInTitle : 0);
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

// Of namesakes the one whose district, or else region, more of the other towns of the page lie in.
const Municipality& TownExtractor::neighbour_of_others(const Town& town, const Municipality& largest) const {
  const Municipality* best = &largest;
  int most = 0;
  for (const Municipality* one : town.municipalities) {
    int near = 0;
    for (const Town& other : towns_) {
      if (&other == &town || other.municipalities.size() != 1 || other.evidence < kLikely) continue;
      const std::size_t district = other.municipalities.front()->district;
      const bool same_region =
          facts::districts()[district].region == facts::districts()[one->district].region;
      near += district == one->district ? 3 : same_region ? 1 : 0;
    }
    if (near > most) {
      most = near;
      best = one;
    }
  }
  return *best;
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
  if (sure || town.municipalities.size() < 2) return *largest;
  return neighbour_of_others(town, *largest);
}

void TownExtractor::extract(const Page& page, std::string_view id, std::string_view source, FactSink& sink) {
  towns_.clear();
  districts_.clear();
  Match found;
  for (const Section& section : page.sections) {
    sure_until_ = 0;
    for (std::size_t i = 0; i < section.text.size(); ++i) {
      if (!section.text.is(i, kTownStart) || !match(section.text, i, found)) continue;
      add_mention(section, i, found);
      i += found.words - 1;
    }
  }
  merge_into_longer_names();
  add_short_names(page);
  merge_parts();
  const bool any = std::any_of(towns_.begin(), towns_.end(), [](const Town& town) {
    return town.evidence >= kLikely && town.score >= kEnoughForTown;
  });
  if (!any) add_towns_of_adjectives(page);
  const std::string names = folded_tokens(id) + folded_tokens(source);
  for (Town& town : towns_) {
    if (town.evidence >= kLikely && names.find(folded_tokens(town.name)) != std::string::npos)
      town.score += kInId;
  }
  add_hosts(page);
  add_adjectives(page);
  std::stable_sort(towns_.begin(), towns_.end(),
                   [](const Town& a, const Town& b) { return a.score > b.score; });
  const std::size_t about = add_town(page, sink);
  for (std::size_t i = 0; i < towns_.size(); ++i) {
    const Town& town = towns_[i];
    if (i == about || town.evidence < kLikely || !town.is_place) continue;
    sink.add("place", std::string(town.name), *town.section, town.range, town.evidence >= kSure ? 0.9 : 0.6);
  }
}

// A storm or a walk goes through many towns, and names one of them a little more often.
bool TownExtractor::is_one_of_many(const Town& best, double second) const {
  constexpr std::ptrdiff_t kMany = 7;
  constexpr double kAlike = 0.45;     // of the score of the best
  constexpr double kStandsOut = 1.6;  // times the second
  const auto alike = std::count_if(towns_.begin(), towns_.end(), [&](const Town& town) {
    return town.evidence >= kLikely && town.score >= kAlike * best.score;
  });
  const bool is_first = std::none_of(towns_.begin(), towns_.end(), [&](const Town& town) {
    return town.evidence >= kLikely && town.section == best.section && town.range.begin < best.range.begin;
  });
  return alike >= kMany && !is_first && !best.in_title && !best.has_dateline &&
         best.score < kStandsOut * second;
}

// A list with members from many towns, or parts that are each of another town.
bool TownExtractor::is_of_several(const Town& best) const {
  constexpr std::ptrdiff_t kManyInLists = 5;
  constexpr std::ptrdiff_t kManyHeadings = 2;
  const auto in_lists = std::count_if(towns_.begin(), towns_.end(), [](const Town& town) {
    return town.in_items && town.evidence >= kLikely;
  });
  const auto in_headings = std::count_if(towns_.begin(), towns_.end(), [](const Town& town) {
    return town.in_heading && town.evidence >= kLikely;
  });
  constexpr double kToldOf = 0.7;  // "Platforma pro bydlení Ostrava sdružuje"
  return (best.in_items && best.told < kToldOf && in_lists >= kManyInLists) ||
         (!best.in_heading && in_headings >= kManyHeadings);
}

// Adds the town that the page is about, the first of the sorted ones that is sure to be one, when it is clearly ahead of the
// next. Returns which it is, or how many there are.
std::size_t TownExtractor::add_town(const Page& page, FactSink& sink) const {
  const auto found =
      std::find_if(towns_.begin(), towns_.end(), [](const Town& town) { return town.evidence >= kLikely; });
  if (found == towns_.end()) return towns_.size();
  const Town& best = *found;
  const double second = found + 1 != towns_.end() ? (found + 1)->score : 0;
  const auto datelines =
      std::count_if(towns_.begin(), towns_.end(), [](const Town& town) { return town.has_dateline; });
  const bool is_roundup = datelines > 1 && !best.in_title;
  if (is_roundup || best.score < kEnoughForTown || best.score < kClearlyMore * second) return towns_.size();
  if (is_one_of_many(best, second)) return towns_.size();
  const PageScope scope = scope_of(page);
  if (scope == PageScope::some_towns && !best.in_title)
    return towns_.size();  // the dateline is of who tells of them
  if (!best.in_title && !best.has_dateline && (scope != PageScope::any || is_of_several(best)))
    return towns_.size();  // its seat, or one of its towns
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
