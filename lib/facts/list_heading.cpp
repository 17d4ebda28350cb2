// SPDX-License-Identifier: GPL-2.0-or-later
#include "lib/facts/list_heading.h"

#include <string_view>

namespace tvar::facts {
namespace {

// Členové, Členy jsou, Partnerské organizace; seznam členů. But not "priority partnerů": there partners have a list.
bool heads_list(const AnnotatedText& text, std::size_t i, std::size_t first) {
  if (!text.is(i, kMemberWord)) return false;
  const std::string_view word = text.lower(i);
  if (text.is(i, kAdjective))
    return i + 1 < text.size() && (text.is(i + 1, kListHeader | kOrganHead | kOrganNoun | kTownNoun) ||
                                   text.lower(i + 1).starts_with("základn"));  // Členská základna
  if (plural_member(word) || word.ends_with("em") || i == first) return true;  // Kdo je členem
  const std::string_view before = text.lower(i - 1);
  return before.starts_with("seznam") || before.starts_with("přehled") || before.starts_with("výčet");
}

// "Složení partnerství", "Zapojené organizace", "jsou zapojeny tyto subjekty"
bool is_composition(const AnnotatedText& text, std::size_t i) {
  const std::string_view word = text.lower(i);
  if (word == "složení") return true;
  const bool takes_part = word.starts_with("zapojen") || word.starts_with("zúčastněn") ||
                          word.starts_with("zastoupen") || word.starts_with("spolupracující");
  for (std::size_t next = i + 1; takes_part && next <= i + 3 && next < text.size(); ++next) {
    if (text.is(next, kListHeader | kMemberWord)) return true;
  }
  return false;
}

// "Partnerství tvoří", "Platforma sdružuje", "Do sítě patří": a list of organisations may follow, but anything else as well.
bool may_head_list(const AnnotatedText& text, std::size_t i) {
  const std::string_view word = text.lower(i);
  return text.is(i, kBeingVerb) &&
         (word.starts_with("tvoř") || word.starts_with("sdruž") || word.starts_with("zahrnuj") ||
          word.starts_with("skládá") || word.starts_with("sestáv") || word.starts_with("patř"));
}

}  // namespace

bool plural_member(std::string_view word) {
  return word.ends_with("y") || word.ends_with("i") || word.ends_with("é") || word.ends_with("mi") ||
         word.ends_with("ři");
}

Heading heading_of(const AnnotatedText& text, std::size_t first, std::size_t end) {
  Heading heading;
  bool group = false;
  bool working = false;
  bool open = false;
  for (std::size_t i = first; i < end; ++i) {
    heading.is_certain = heading.is_certain || heads_list(text, i, first) || is_composition(text, i);
    group = group || text.is(i, kGroupWord);
    working = working || text.is(i, kWorkingWord) || text.lower(i) == "ps";
    open = open || may_head_list(text, i);
  }
  if (working && (group || heading.is_certain))
    heading.kind = ListKind::working_group;
  else if (heading.is_certain || open)
    heading.kind = ListKind::members;
  return heading;
}

}  // namespace tvar::facts
