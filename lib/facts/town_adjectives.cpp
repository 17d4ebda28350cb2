// SPDX-License-Identifier: GPL-2.0-or-later
#include "lib/facts/town_adjectives.h"

#include <algorithm>

#include "lib/facts/name_forms.h"
#include "lib/text/fold.h"

namespace tvar::facts {

std::string short_name_of(std::string_view lower) {
  const std::size_t space = lower.find(' ');
  if (space == std::string_view::npos) return {};
  const std::string_view rest = lower.substr(space + 1);
  const std::string_view second = rest.substr(0, rest.find(' '));
  if (is_preposition(second)) return std::string(lower.substr(0, space));
  return rest.find(' ') == std::string_view::npos ? std::string(rest) : std::string();
}

std::vector<std::string> adjectives_of_title(const Page& page) {
  std::vector<std::string> out;
  if (page.sections.empty() || !page.sections.front().is_title) return out;
  const AnnotatedText& text = page.sections.front().text;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!text.is(i, kAdjective)) continue;
    const std::string_view before = i > 0 && text.follows(i) ? text.lower(i - 1) : std::string_view();
    if (before == "u" || before == "na" || before == "pod" || before == "za") continue;  // U Žatecké brány
    std::string word = text::fold_key(text.lower(i));
    if (word.find("sk") != word.npos || word.find("ck") != word.npos) out.push_back(std::move(word));
  }
  return out;
}

bool has_adjective_of(const std::vector<std::string>& adjectives, std::string_view town) {
  if (adjectives.empty() || town.find(' ') != std::string_view::npos) return false;
  const std::string name = text::fold_key(town);
  const std::size_t shared = std::max<std::size_t>(4, name.size() > 3 ? name.size() - 3 : 4);
  return std::any_of(adjectives.begin(), adjectives.end(), [&](const std::string& word) {
    return word.size() > name.size() && word.compare(0, shared, name, 0, shared) == 0 &&
           std::max(word.rfind("sk") + 1, word.rfind("ck") + 1) > shared;
  });
}

std::string adjective_stem(std::string_view town, const Stemmer& stemmer) {
  constexpr std::size_t kEnding = std::string_view("ý").size();
  constexpr std::size_t kShortest = 6;
  std::string adjective;
  const std::string lower = text::fold_case(town);
  const std::string in_short = short_name_of(lower);  // lomnický of Lomnice nad Popelkou
  for (const RelatedTerm& related : stemmer.related_to(in_short.empty() ? lower : in_short)) {
    if (related.relation == Relation::ski_adjective) adjective = stemmer.lemma_of(related.term);
  }
  return adjective.size() < kShortest ? std::string() : adjective.substr(0, adjective.size() - kEnding);
}

}  // namespace tvar::facts
