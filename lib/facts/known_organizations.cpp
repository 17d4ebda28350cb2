// SPDX-License-Identifier: GPL-2.0-or-later
#include "lib/facts/known_organizations.h"

#include <algorithm>
#include <utility>

#include "lib/facts/organization_names.h"
#include "lib/text/fold.h"
#include "lib/text/utf8.h"

namespace tvar::facts {
namespace {

constexpr double kConfidence = 0.95;

// Two letters that all cases of a word share, but for the vowel of the second: dům and domu, kůň and koně.
std::string beginning_of(std::string_view lower) {
  constexpr std::size_t kLetters = 2;
  std::string folded = text::fold_key(lower);
  std::size_t end = 0;
  for (std::size_t i = 0; i < kLetters && end < folded.size(); ++i)
    end += text::code_point_at(folded, end).length;
  folded.resize(end);
  if (folded.ends_with('u')) folded.back() = 'o';
  return folded;
}

// ASZ, IQ: declined by nobody, and another word when it is written otherwise.
bool is_abbreviation(std::string_view name) {
  if (name.find(' ') != std::string_view::npos) return false;
  std::size_t capitals = 0;
  for (std::size_t at = 0; at < name.size();) {
    const text::CodePoint point = text::code_point_at(name, at);
    const std::string_view letter = name.substr(at, point.length);
    if (text::fold_case(letter) != letter) ++capitals;
    at += std::max<std::uint32_t>(point.length, 1);
  }
  return capitals > 1;
}

bool joins_words(std::string_view gap) {
  return is_space(gap) || gap == "-" || gap == ", ";
}

// A word in capitals behind the last one of a name, which belongs to it as far as anybody can tell.
bool goes_on(const AnnotatedText& text, std::size_t last) {
  const std::size_t next = last + 1;
  if (next >= text.size() || !text.next_is_adjacent(last)) return false;
  return (text[next].capitalised || text[next].all_caps) && !text[next].is_person &&
         !text[next].sentence_start && !text.is(next, kLegalForm);
}

}  // namespace

bool names_organizations(std::string_view field) noexcept {
  return field == "organization" || field == "member" || field == "working_group_member";
}

std::string organization_key(std::string_view name) {
  const std::string key = text::fold_key(name);
  return std::string(key_without_legal_form(key));
}

KnownOrganizations::KnownOrganizations(std::vector<Organization> organizations)
    : organizations_(std::move(organizations)) {
  for (std::size_t i = 0; i < organizations_.size(); ++i) {
    add(organizations_[i].name, i);
    for (const std::string& alias : organizations_[i].aliases) add(alias, i);
  }
}

void KnownOrganizations::add(std::string_view name, std::size_t organization) {
  by_key_.emplace(organization_key(name), organization);
  const std::string shown = canonical_name(name);
  Entry entry{.lower = text::fold_case(shown), .raw = {}, .declension = {}, .organization = organization};
  if (is_abbreviation(shown)) entry.raw = shown;
  entry.first_word = std::min(entry.lower.find_first_of(" -"), entry.lower.size());
  entry.declension = decline(std::string_view(entry.lower).substr(0, entry.first_word));
  by_beginning_[beginning_of(entry.lower)].push_back(entries_.size());
  entries_.push_back(std::move(entry));
}

const Organization* KnownOrganizations::find(std::string_view name) const {
  if (empty()) return nullptr;
  const auto found = by_key_.find(organization_key(name));
  return found == by_key_.end() ? nullptr : &organizations_[found->second];
}

// The last word of the longest stretch from word i on that is a form of the name; `text.size()` when there is none.
std::size_t KnownOrganizations::end_of(const Entry& entry, const AnnotatedText& text, std::size_t i) const {
  constexpr std::size_t kLongestEndings = 12;  // bytes that the cases of a name add to it
  if (!entry.raw.empty()) return text.raw(i) == entry.raw ? i : text.size();
  const std::string_view first = std::string_view(entry.lower).substr(0, entry.first_word);
  std::size_t last = text.size();
  if (!is_form_of(text.lower(i), first, entry.declension)) return last;
  std::string phrase;
  for (std::size_t w = i; w < text.size() && phrase.size() <= entry.lower.size() + kLongestEndings; ++w) {
    if (w > i && !joins_words(text.gap_before(w))) break;
    if (w > i) phrase += text.gap_before(w) == ", " ? ", " : " ";
    phrase += text.lower(w);
    if (is_form_of_phrase(phrase, entry.lower)) last = w;
  }
  return last;
}

std::optional<KnownOrganizations::Found> KnownOrganizations::at(const AnnotatedText& text,
                                                                std::size_t i) const {
  const auto candidates = by_beginning_.find(beginning_of(text.lower(i)));
  if (candidates == by_beginning_.end()) return std::nullopt;
  std::optional<Found> best;
  for (const std::size_t number : candidates->second) {
    const std::size_t last = end_of(entries_[number], text, i);
    if (last == text.size() || (best && last <= best->last)) continue;
    best = Found{entries_[number].organization, last};
  }
  return best;
}

void KnownOrganizations::mark_section(Section& section, FactSink& sink) const {
  AnnotatedText& text = section.text;
  const auto is_taken = [&text](std::size_t i) {
    return text[i].is_person || text[i].is_organization || text[i].in_reference;
  };
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (is_taken(i) || (!text[i].capitalised && !text[i].all_caps)) continue;
    const std::optional<Found> found = at(text, i);
    if (!found || goes_on(text, found->last)) continue;
    for (std::size_t w = i; w <= found->last; ++w) text[w].is_organization = true;
    sink.add("organization", organizations_[found->organization].name, section, text.range(i, found->last),
             kConfidence);
    i = found->last;
  }
}

// The title is not read: it names what the page is about, in the index as a field of its own.
void KnownOrganizations::mark(Page& page, FactSink& sink) const {
  if (empty()) return;
  for (Section& section : page.sections) {
    if (!section.is_title) mark_section(section, sink);
  }
}

void KnownOrganizations::rename(FactSink& sink) const {
  if (empty()) return;
  for (Fact& fact : sink.facts()) {
    if (!names_organizations(fact.field)) continue;
    if (const Organization* known = find(fact.value)) fact.value = known->name;
  }
}

}  // namespace tvar::facts
