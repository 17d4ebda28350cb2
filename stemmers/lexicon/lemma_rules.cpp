// SPDX-License-Identifier: GPL-2.0-or-later
#include "stemmers/lexicon/lemma_rules.h"

#include <algorithm>

#include "stemmers/lexicon/conjugation.h"
#include "stemmers/lexicon/letters.h"

namespace tvar::stemmers::lexicon {
namespace {

constexpr std::u32string_view kVerbal = U"ABJ";
constexpr std::u32string_view kDeclension = U"HLSPUVDZQMíé";

std::string utf8(const std::u32string& text) {
  return lower(encode_utf8(text));
}

bool is_infinitive(std::string_view word) {
  return ends_with(word, "t") || ends_with(word, "ci");
}

bool looks_adjectival(std::string_view word) {
  return ends_with(word, "ý") || ends_with(word, "í");
}

Prefix prefix_of(const AffixRule* rule) {
  if (rule == nullptr) return Prefix::none;
  if (rule->append == U"ne") return Prefix::ne;
  if (rule->append == U"nej") return Prefix::nej;
  if (rule->append == U"nejne") return Prefix::nejne;
  return Prefix::number;
}

/// "P:ovi", "P:ův+Y:ova".
std::string slot_of(const Expansion& made, const std::string& base_slot) {
  if (made.suffix == nullptr) return base_slot;
  std::string slot;
  append_utf8(made.suffix->flag, slot);
  slot += ':' + encode_utf8(made.suffix->append);
  if (made.second_suffix != nullptr) slot += '+' + encode_utf8(made.second_suffix->append);
  return slot;
}

/// The flags that say what sort of word an entry is, with "^" for a name.
std::string kind_of(const Entry& entry) {
  constexpr std::u32string_view kTelling = U"PUDHLSZMQJABíé?";
  std::u32string flags;
  for (const char32_t flag : kTelling) {
    if (entry.has(flag)) flags.push_back(flag);
  }
  if (flags.empty()) {
    for (const char32_t flag : U"KYOIN") {
      if (flag != 0 && entry.has(flag)) flags.push_back(flag);
    }
  }
  const std::string word = encode_utf8(entry.word);
  std::string kind = is_capitalised(word) ? "^" : "";
  if (word.size() > 1 && is_capitalised(word.substr(1))) kind = "^^";
  if (ends_with(word, "ová")) kind += "ová";
  if (ends_with(word, "ův") || (ends_with(word, "in") && entry.has(U'Y'))) kind += "ův";
  kind += encode_utf8(flags);
  return kind.empty() ? "-" : kind;
}

/// Words derived from others are rarer than these: a kind of their own.
std::string kind_of_target(const std::string& kind, const Expansion& made, bool same_word) {
  constexpr std::u32string_view kDeriving = U"RKCTPUDXO";
  if (same_word || made.suffix == nullptr || kDeriving.find(made.suffix->flag) == std::u32string_view::npos) {
    return kind;
  }
  std::string derived = kind.substr(0, kind.find_first_not_of('^')) + "+";
  append_utf8(made.suffix->flag, derived);
  return derived;
}

}  // namespace

/// What is known of an entry before its rules are looked at.
struct LemmaRules::Plan {
  std::string word;  ///< the entry, lower-case
  std::string kind;
  std::string nominal;             ///< lemma of declined forms; empty when there are none
  std::string adverb;              ///< lemma of the adverb, for adjectives
  std::string short_of;            ///< the entry is a short adjective: its full form
  std::vector<std::string> verbs;  ///< lemmas of conjugated forms
  std::vector<Target> base;        ///< readings of the entry itself
  bool comparative = false;
  bool suppletive = false;  ///< a comparative that the table of degrees has
  bool irregular = false;   ///< a table of paradigms has the entry
  bool bare = false;        ///< see Reading::bare
  bool negative = false;    ///< the entry begins with ne- and its verb is listed without it (nedat, dát)
  std::pair<std::string, std::string> variant;  ///< spelling to replace in the lemmas
};

LemmaRules::LemmaRules(const Dictionary& dictionary, const Expander& expander, const Vocabulary& vocabulary,
                       const Paradigms& paradigms)
    : expander_(expander), vocabulary_(vocabulary), paradigms_(paradigms) {
  index_comparatives(dictionary);
}

void LemmaRules::index_comparatives(const Dictionary& dictionary) {
  // Comparatives are entries of their own (novější/YRE). The rules of flag y make them from any adjective, so
  // applying these to all adjectives tells where each comes from.
  for (const Entry& entry : dictionary.entries) {
    if (!entry.has(U'Y') || !looks_adjectival(encode_utf8(entry.word))) continue;
    if (entry.has_any(U"EW")) continue;
    for (const std::u32string& made : expander_.suffixed(entry.word, U'y')) {
      const std::string form = utf8(made);
      if (!ends_with(form, "ší")) continue;
      const auto [place, fresh] = positives_.emplace(form, utf8(entry.word));
      // Both "-ý" and "-í" can give one comparative (zralý, letní): the hard adjective is the likelier one.
      if (!fresh && ends_with(utf8(entry.word), "ý")) place->second = utf8(entry.word);
    }
  }
}

std::string LemmaRules::adverb_of(const std::string& adjective) const {
  // The comparative belongs to the adverb in -ě where there is one, else to that in -o (častý, často, častěji).
  if (!vocabulary_.has_any(adjective, U"R") && ends_with(adjective, "ý")) {
    const std::string in_o = replace_tail(adjective, "ý", "o");
    if (vocabulary_.has_any(adjective, U"O") || vocabulary_.has(in_o)) return in_o;
  }
  const std::vector<std::u32string> adverbs = expander_.suffixed(decode_utf8(adjective), U'R');
  return adverbs.empty() ? adjective : utf8(adverbs.front());
}

void LemmaRules::plan_nominal(const Entry& entry, Plan& plan) const {
  plan.nominal = plan.word;
  if (!looks_adjectival(plan.word)) return;
  std::string positive = paradigms_.positive_of(plan.word);
  plan.suppletive = !positive.empty();
  if (positive.empty() && entry.has_any(U"EW")) {
    const auto found = positives_.find(plan.word);
    if (found != positives_.end()) positive = found->second;
  }
  if (!positive.empty()) {
    plan.nominal = positive;
    plan.comparative = true;
  }
  if (entry.has(U'R') || entry.has(U'y') || plan.comparative) plan.adverb = adverb_of(plan.nominal);
}

/// The verb that a verb in ne- denies, where the dictionary lists the two apart because the infinitive of one syllable
/// has a long vowel (nedat, dát); empty for others.
std::string LemmaRules::affirmative_of(const std::string& infinitive) const {
  if (!starts_with(infinitive, "ne")) return {};
  std::string positive = infinitive.substr(2);
  if (ends_with(positive, "at") && vocabulary_.is_verb(replace_tail(positive, "at", "át"))) {
    positive = replace_tail(positive, "at", "át");
  }
  return vocabulary_.is_verb(positive) && !vocabulary_.has_any(positive, U"N") ? positive : std::string();
}

void LemmaRules::plan_verb(Plan& plan) const {
  for (const Owner& owner : paradigms_.owners(plan.word)) {
    if (owner.word_class == WordClass::verb) plan.verbs.push_back(owner.lemma);
  }
  if (!plan.verbs.empty()) return;
  if (is_infinitive(plan.word)) {
    const std::string positive = affirmative_of(plan.word);
    plan.negative = !positive.empty();
    plan.verbs.push_back(plan.negative ? positive : plan.word);
    return;
  }
  const Owner owner = paradigms_.owner_by_ending(plan.word, "verb");
  plan.verbs.push_back(owner.lemma.empty() ? plan.word : owner.lemma);
}

/// An entry without declension or conjugation: one form of a word that is listed form by form, or a word that
/// does not inflect.
void LemmaRules::plan_bare(const Entry& entry, Plan& plan) const {
  const bool alone = paradigms_.stands_alone(plan.word);
  Owner owner;
  if (entry.has(U'N')) {
    owner = paradigms_.owner_by_ending(plan.word, "verb");
    if (owner.lemma.empty()) owner = paradigms_.owner_by_ending(plan.word, "adjective");
  }
  if (entry.has(U'X') && owner.lemma.empty()) owner = paradigms_.owner_by_ending(plan.word, "verb");
  const bool lower_case = lower(encode_utf8(entry.word)) == encode_utf8(entry.word);
  if (owner.lemma.empty() && !entry.has(U'N') && lower_case && plan.word.size() > 3) {
    // Both may fit (sil: silo, síla); the ranking decides.
    for (const char* kind : {"noun", "short_noun"}) {
      for (Owner& candidate : paradigms_.owners_by_ending(plan.word, kind)) {
        if (!owner.lemma.empty()) plan.base.push_back({owner.lemma, owner.word_class, owner.cell});
        owner = std::move(candidate);
      }
    }
  }
  const std::string degree = starts_with(plan.word, "nej") ? paradigms_.positive_of(plan.word.substr(3)) : "";
  if (!degree.empty()) owner = {degree, WordClass::other, "d:"};
  if (!owner.lemma.empty()) plan.base.push_back({owner.lemma, owner.word_class, owner.cell});
  if (owner.lemma.empty() && ends_with(plan.word, "koliv")) {
    owner.lemma = plan.word.substr(0, plan.word.size() - 1);  // kdokoliv is kdokoli
    plan.base.push_back({owner.lemma, WordClass::other, "p:"});
  }
  if (owner.lemma.empty() || alone) {
    plan.base.push_back({plan.word, WordClass::other, ""});
    plan.bare = lower_case && !alone && !entry.has(U'N');
  }
}

LemmaRules::Plan LemmaRules::plan(const Entry& entry) const {
  Plan plan;
  plan.word = utf8(entry.word);
  plan.kind = kind_of(entry);
  plan.variant = paradigms_.variant_in(plan.word);
  const std::vector<Owner>& owners = paradigms_.owners(plan.word);
  plan.irregular = !owners.empty();
  for (const Owner& owner : owners) plan.base.push_back({owner.lemma, owner.word_class, owner.cell});
  const bool past = entry.has(U'O') && ends_with(plan.word, "l");
  const bool owned_verb = std::any_of(owners.begin(), owners.end(),
                                      [](const Owner& owner) { return owner.word_class == WordClass::verb; });
  const bool infinitive = is_infinitive(plan.word) && (vocabulary_.is_verb(plan.word) || owned_verb);
  const bool verb = entry.has_any(kVerbal) || past || infinitive;
  const bool adjective = looks_adjectival(plan.word) && entry.has(U'Y');
  const bool noun = entry.has_any(kDeclension) || entry.has(U'Y') || (entry.has(U'K') && !adjective) ||
                    (entry.has(U'C') && !infinitive) || entry.has(U'R') || entry.has(U'?');
  if (verb) {
    plan_verb(plan);
    if (owners.empty()) {
      for (const std::string& lemma : plan.verbs) plan.base.push_back({lemma, WordClass::verb, ""});
    }
  }
  if (noun || adjective) {
    plan_nominal(entry, plan);
    plan.base.push_back({plan.nominal, WordClass::other, ""});
  }
  if (entry.has(U'O') && !past && !adjective) {
    plan.short_of = paradigms_.long_adjective(plan.word);
    plan.base.push_back({plan.short_of, WordClass::other, "O:"});
  }
  const std::string positive = paradigms_.positive_of(plan.word);
  if (!positive.empty() && !adjective) {
    plan.base.push_back({positive, WordClass::other, "d:"});
  } else if (plan.base.empty()) {
    plan_bare(entry, plan);
  } else if (!verb && !noun && !adjective && paradigms_.stands_alone(plan.word)) {
    plan.base.push_back({plan.word, WordClass::other, ""});
  }
  return plan;
}

LemmaRules::Target LemmaRules::participle_target(const Entry& entry, const AffixRule& rule) const {
  std::u32string masculine = Expander::apply_suffix(entry.word, rule);
  constexpr std::u32string_view kEndings = U"aoiyu";
  if (kEndings.find(masculine.back()) != std::u32string_view::npos) masculine.pop_back();
  return {paradigms_.long_adjective(utf8(masculine)), WordClass::other, ""};
}

/// Reading of a form with a suffix that makes another word or is declined; empty lemma: a form of a verb.
LemmaRules::Target LemmaRules::suffixed_target(const Plan& plan, const Expansion& made) const {
  const AffixRule& rule = *made.suffix;
  const bool adjective = looks_adjectival(plan.word);
  const bool second = made.second_suffix != nullptr;
  switch (rule.flag) {
    case U'y':
      return {rule.append.back() == U'i' ? plan.adverb : plan.nominal, WordClass::other, ""};
    case U'R':
      if (adjective) {
        const std::string positive = paradigms_.positive_of(utf8(made.stem_form));
        return {positive.empty() ? plan.adverb : positive, WordClass::other, ""};
      }
      break;
    case U'K':
    case U'C':
      if (adjective && rule.append.find(U"ost") != std::u32string::npos) {
        const std::size_t end = made.stem_form.rfind(U"ost") + 3;
        return {utf8(made.stem_form.substr(0, end)), WordClass::other, ""};
      }
      break;
    case U'O':
      if (adjective) {
        const std::vector<Owner>& owners = paradigms_.owners(utf8(made.stem_form));
        return {owners.empty() ? utf8(made.stem_form) : owners[0].lemma, WordClass::other, ""};
      }
      return {plan.short_of, WordClass::other, ""};
    default:
      break;
  }
  if (!rule.next_flags.empty() && rule.flag != U'y') {
    const std::u32string first = second ? std::u32string() : made.stem_form;
    std::u32string word = first;
    if (second) {
      // Undo the second step: what both forms share up to the first suffix.
      word = made.stem_form.substr(0, made.stem_form.size() - made.second_suffix->append.size());
      word += made.second_suffix->strip;
    }
    return {utf8(word), WordClass::other, ""};
  }
  return {plan.nominal.empty() ? plan.word : plan.nominal, WordClass::other, ""};
}

std::vector<LemmaRules::Target> LemmaRules::targets(const Entry& entry, const Plan& plan,
                                                    const Expansion& made) const {
  if (made.suffix == nullptr) return plan.base;
  const AffixRule& rule = *made.suffix;
  const bool infinitive = is_infinitive(plan.word) && !plan.verbs.empty();
  if (rule.flag == U'T' || (rule.flag == U'C' && infinitive)) return {participle_target(entry, rule)};
  const bool plain = rule.next_flags.empty();
  const bool verbal = kVerbal.find(rule.flag) != std::u32string_view::npos || (rule.flag == U'X' && plain) ||
                      (rule.flag == U'O' && plan.short_of.empty() && !plan.verbs.empty()) ||
                      (rule.flag == U'I' && infinitive && ends_with(utf8(made.stem_form), "ti"));
  if (!verbal) return {suffixed_target(plan, made)};
  std::vector<Target> result;
  for (const std::string& verb : plan.verbs) result.push_back({verb, WordClass::verb, ""});
  if (result.empty()) result.push_back({plan.word, WordClass::verb, ""});
  return result;
}

/// The place in a table of a form that its entry makes as well; null when no table has the form.
const Owner* LemmaRules::owner_of(const Reading& reading, const std::string& form) const {
  for (const Owner& owner : paradigms_.owners(form)) {
    if (owner.lemma == reading.lemma && owner.word_class == reading.word_class) return &owner;
  }
  return nullptr;
}

/// Slot and kind, by which the reading is ranked.
void LemmaRules::classify(const Plan& plan, const Expansion& made, const Target& target,
                          Reading& reading) const {
  const Owner* owner = plan.irregular ? owner_of(reading, utf8(made.stem_form)) : nullptr;
  const bool base = made.suffix == nullptr;
  if (owner != nullptr || (base && !target.cell.empty())) {
    reading.slot = owner != nullptr ? owner->cell : target.cell;
    reading.kind = "irregular";
    return;
  }
  const std::string base_slot = (plan.comparative ? "c0:" : "0:") + plan.kind;
  reading.slot = slot_of(made, base_slot);
  // Suppletive comparatives (lepší, větší) are far more frequent beside their positives than those in -ější.
  if (plan.comparative && !base) reading.slot.insert(0, plan.suppletive ? "C" : "c");
  if (plan.comparative && base && plan.suppletive) reading.slot = "C0:";
  if (base && reading.word_class == WordClass::verb) reading.slot.insert(0, "v");
  // Persons and places are declined like other nouns, but not as often in each case.
  if (reading.name) reading.slot.insert(0, "^");
  reading.kind = kind_of_target(plan.kind, made, reading.lemma == plan.nominal);
}

void LemmaRules::read(const Entry& entry, const Visitor& visit, const DerivationVisitor& derive) const {
  const Plan plan = this->plan(entry);
  Reading reading;
  reading.name = plan.kind[0] == '^';
  expander_.expand(entry, [&](const Expansion& made) {
    const std::string head = made.prefix == nullptr ? "" : encode_utf8(made.prefix->append);
    reading.form = head + utf8(made.stem_form);
    for (const Target& target : targets(entry, plan, made)) {
      reading.prefix = plan.negative && head.empty() ? Prefix::ne : prefix_of(made.prefix);
      reading.lemma = reading.prefix == Prefix::number ? head + target.lemma : target.lemma;
      const std::size_t at =
          plan.variant.first.empty() ? std::string::npos : reading.lemma.find(plan.variant.first);
      if (at != std::string::npos) reading.lemma.replace(at, plan.variant.first.size(), plan.variant.second);
      reading.word_class = target.word_class;
      reading.bare = plan.bare && reading.lemma == reading.form;
      classify(plan, made, target, reading);
      visit(reading);
      if (head.empty()) derive_from(plan, made, reading, derive);
    }
  });
  read_unlisted(entry, plan, visit);
  // A name that is declined and makes no possessive is a place; persons have flag P or U.
  if (reading.name && entry.has_any(U"LSHDZMQC") && !entry.has_any(U"PU")) {
    const std::string adjective = paradigms_.adjective_of_place(plan.word);
    if (!adjective.empty()) derive(plan.nominal, adjective, DerivationKind::ski_adjective);
  }
}

void LemmaRules::derive_from(const Plan& plan, const Expansion& made, const Reading& reading,
                             const DerivationVisitor& derive) {
  if (made.suffix == nullptr || plan.comparative || plan.nominal.empty()) return;
  if (reading.lemma != reading.form || reading.lemma == plan.nominal) return;
  const char32_t flag = made.suffix->flag;
  if (flag == U'R') derive(plan.nominal, reading.lemma, DerivationKind::adverb);
  if (flag == U'K' || flag == U'C') derive(plan.nominal, reading.lemma, DerivationKind::ost_noun);
  if (ends_with(reading.lemma, "ův")) derive(plan.nominal, reading.lemma, DerivationKind::possessive);
}

/// Regular forms that the dictionary leaves out: the first part of compound adjectives (česko-německý), and
/// transgressives.
void LemmaRules::read_unlisted(const Entry& entry, const Plan& plan, const Visitor& visit) const {
  Reading reading;
  reading.kind = plan.kind;
  if (entry.has(U'Y') && (ends_with(plan.word, "ský") || ends_with(plan.word, "cký"))) {
    reading.form = replace_tail(plan.word, "ý", "o");
    reading.lemma = plan.nominal;
    reading.slot = "x:o";
    visit(reading);
  }
  if (!is_infinitive(plan.word) || plan.verbs.empty() || !entry.has_any(kVerbal)) return;
  reading.lemma = plan.verbs.front();
  reading.word_class = WordClass::verb;
  reading.slot = "x:tr";
  for (const std::string& form : regular_transgressives(plan.word)) {
    reading.form = form;
    reading.prefix = plan.negative ? Prefix::ne : Prefix::none;
    visit(reading);
    if (!entry.has(U'N')) continue;
    reading.form.insert(0, "ne");
    reading.prefix = Prefix::ne;
    visit(reading);
  }
}

void LemmaRules::read_tables(const Visitor& visit) const {
  Reading reading;
  for (const auto& [form, owners] : paradigms_.all()) {
    for (const Owner& owner : owners) {
      reading.form = form;
      reading.lemma = owner.lemma;
      reading.slot = owner.cell;
      reading.kind = "irregular";
      reading.word_class = owner.word_class;
      visit(reading);
    }
  }
}

}  // namespace tvar::stemmers::lexicon
