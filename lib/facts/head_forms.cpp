// SPDX-License-Identifier: GPL-2.0-or-later
#include "lib/facts/head_forms.h"

#include <string_view>

#include "lib/text/fold.h"
#include "lib/text/utf8.h"

namespace tvar::facts {
namespace {

// Of "technické služby" nobody has one.
bool is_plural(const AnnotatedText& text, std::size_t first, std::size_t head, std::string_view lemma) {
  const std::string_view form = text.lower(head);
  if (lemma == "novina") return true;
  if (!lemma.ends_with("a")) {  // Podniky města, z Podniků města
    const std::string_view stem = form.starts_with("dom") && lemma == "dům" ? "dom" : lemma;
    const bool masculine = !text.is(head, kFeminine | kNeuter) && form.starts_with(stem);
    const std::string_view ending = masculine ? form.substr(stem.size()) : std::string_view();
    return ending == "y" || ending == "ů" || ending == "ům";
  }
  for (const std::string_view ending : {"ám", "ách", "ami"}) {
    if (form.ends_with(ending)) return true;
  }
  if (head == first) return false;
  const std::string_view adjective = text.lower(head - 1);
  if (adjective.ends_with("ých") || adjective.ends_with("ích")) return true;
  const bool in_common = adjective.starts_with("technick") || adjective.starts_with("komunáln") ||
                         adjective.starts_with("sociáln");
  if (lemma.ends_with("írna") || lemma.ends_with("árna"))  // Poličské strojírny
    return form.ends_with("ny") && adjective.ends_with("é");
  return lemma == "služba" && in_common && form == "služby";
}

std::string lemma_of(const AnnotatedText& text, std::size_t i, const Stemmer& stemmer) {
  const std::string lower(text.lower(i));
  Readings readings;
  stemmer.stem(lower, StemMode::document, readings);
  const bool masculine = text.is(i, kOrganHead) && !text.is(i, kFeminine | kNeuter);
  for (const Reading& reading : readings) {
    if (reading.kind == ReadingKind::folded_stem) continue;
    std::string lemma = stemmer.lemma_of(reading.term);
    if (!masculine || !lemma.ends_with("a")) return lemma;  // ústavu is of ústav, not of ústava
  }
  return lower;
}

// The lemma in the gender and number of the noun that it belongs to.
std::string nominative_of(const AnnotatedText& text, std::size_t i, std::size_t noun, bool plural,
                          const Stemmer& stemmer) {
  constexpr std::size_t kLetter = std::string_view("ý").size();
  std::string lemma = lemma_of(text, i, stemmer);
  // Vyšší is no form of vysoký in the name of a school.
  const std::string_view form = text.lower(i);
  if (const std::size_t at = form.rfind("ší"); i != noun && at != form.npos && lemma.ends_with("ý"))
    lemma = form.substr(0, at + std::string_view("ší").size());
  if (i != noun && lemma.ends_with("ý")) {
    if (text.is(noun, kFeminine)) lemma.replace(lemma.size() - kLetter, kLetter, plural ? "é" : "á");
    if (text.is(noun, kNeuter) && form.ends_with("á")) return std::string(text.raw(i));  // Městská zařízení
    if (text.is(noun, kNeuter) || (plural && !text.is(noun, kFeminine)))
      lemma.replace(lemma.size() - kLetter, kLetter, "é");
  }
  // Of památkovým the lemma is památkový, an adjective.
  if (const std::size_t stem = i == noun || text.is(i, kAdjective) ? 0 : possessive_stem(form); stem > 0) {
    lemma = std::string(form.substr(0, stem)) + (plural                     ? "ovy"
                                                 : text.is(noun, kFeminine) ? "ova"
                                                 : text.is(noun, kNeuter)   ? "ovo"
                                                                            : "ův");
  }
  if (i == noun && plural && lemma == "dům") lemma = "dom";
  if (i == noun && plural && !lemma.ends_with("e"))
    lemma.replace(lemma.size() - (lemma.ends_with("a") ? 1 : 0), lemma.npos, "y");
  const std::string_view raw = text.raw(i);
  const std::size_t letter = text::code_point_at(raw, 0).length;
  const std::size_t lower_letter = text::code_point_at(lemma, 0).length;
  if (!text[i].capitalised) return lemma;
  const bool same = text::fold_case(raw.substr(0, letter)) == lemma.substr(0, lower_letter);
  return same ? std::string(raw.substr(0, letter)) + lemma.substr(lower_letter) : std::string(raw);
}

}  // namespace

std::size_t possessive_stem(std::string_view word) {
  for (const std::string_view ending : {"ův", "ova", "ovo", "ovy", "ovu", "ově", "ovou", "ovým", "ových"}) {
    if (word.size() > ending.size() + 2 && word.ends_with(ending)) return word.size() - ending.size();
  }
  return 0;
}

std::string nominative_of_heads(const AnnotatedText& text, std::size_t first, std::size_t head,
                                std::size_t second, std::size_t last, const Stemmer& stemmer) {
  const bool plural = is_plural(text, first, head, lemma_of(text, head, stemmer));
  std::string out;
  for (std::size_t i = first; i <= last; ++i) {
    if (i > first) out += text.gap_before(i);
    const std::size_t noun = i <= head || i > second ? head : second;
    const bool is_first_half = i != noun && text.gap_after(i) == "-";  // Pedagogicko-psychologická
    if (text[i].all_caps || is_first_half ||
        (i != noun && !text.is(i, kAdjective) && possessive_stem(text.lower(i)) == 0)) {
      out += text.raw(i);
    } else {
      out += nominative_of(text, i, noun, plural, stemmer);
    }
  }
  return out;
}

}  // namespace tvar::facts
