// SPDX-License-Identifier: GPL-2.0-or-later
#include "stemmers/lexicon/expander.h"

#include <set>

namespace tvar::stemmers::lexicon {
namespace {

std::uint64_t key_of(char32_t flag, char32_t letter) {
  return (static_cast<std::uint64_t>(flag) << 32U) | letter;
}

bool can_end_with(const AffixRule& rule, char32_t letter) {
  return (rule.condition.empty() || rule.condition.back().contains(letter)) &&
         (rule.strip.empty() || rule.strip.back() == letter);
}

bool meets_condition(const std::u32string& word, const AffixRule& rule) {
  const std::size_t places = rule.condition.size();
  if (word.size() < places) return false;
  for (std::size_t i = 0; i < places; ++i) {
    if (!rule.condition[i].contains(word[word.size() - places + i])) return false;
  }
  return true;
}

bool strips(const std::u32string& word, const AffixRule& rule) {
  return word.size() >= rule.strip.size() &&
         word.compare(word.size() - rule.strip.size(), rule.strip.size(), rule.strip) == 0;
}

}  // namespace

Expander::Expander(const Dictionary& dictionary) {
  for (const AffixRule& rule : dictionary.suffixes) all_suffixes_[rule.flag].push_back(&rule);
  for (const AffixRule& rule : dictionary.prefixes) prefixes_[rule.flag].push_back(&rule);
  // Most rules differ in the last letter they accept: with that as part of the key few are left to try.
  std::set<char32_t> letters;
  for (const Entry& entry : dictionary.entries) letters.insert(entry.word.back());
  for (const AffixRule& rule : dictionary.suffixes) {
    if (!rule.append.empty()) letters.insert(rule.append.back());
  }
  for (const auto& [flag, rules] : all_suffixes_) {
    for (const char32_t letter : letters) {
      std::vector<const AffixRule*>& fitting = suffixes_[key_of(flag, letter)];
      for (const AffixRule* rule : rules) {
        if (can_end_with(*rule, letter)) fitting.push_back(rule);
      }
    }
  }
}

std::u32string Expander::apply_suffix(const std::u32string& word, const AffixRule& rule) {
  if (!strips(word, rule) || !meets_condition(word, rule)) return {};
  std::u32string result;
  result.reserve(word.size() + rule.append.size());
  result.assign(word, 0, word.size() - rule.strip.size());
  return result.append(rule.append);
}

const std::vector<const AffixRule*>& Expander::suffixes(char32_t flag, char32_t last_letter) const {
  static const std::vector<const AffixRule*> kNone;
  const auto found = suffixes_.find(key_of(flag, last_letter));
  return found == suffixes_.end() ? kNone : found->second;
}

std::vector<std::u32string> Expander::suffixed(const std::u32string& word, char32_t flag) const {
  std::vector<std::u32string> forms;
  const auto found = all_suffixes_.find(flag);
  if (found == all_suffixes_.end() || word.empty()) return forms;
  for (const AffixRule* rule : found->second) {
    std::u32string form = apply_suffix(word, *rule);
    if (!form.empty()) forms.push_back(std::move(form));
  }
  return forms;
}

void Expander::with_prefixes(const Entry& entry, const Expansion& expansion,
                             const std::u32string& extra_flags, const Visitor& visit) const {
  visit(expansion);
  for (const std::u32string* flags : {&entry.flags, &extra_flags}) {
    for (const char32_t flag : *flags) {
      const auto found = prefixes_.find(flag);
      if (found == prefixes_.end()) continue;
      for (const AffixRule* rule : found->second) {
        Expansion prefixed = expansion;
        prefixed.prefix = rule;
        visit(prefixed);
      }
    }
  }
}

void Expander::expand(const Entry& entry, const Visitor& visit) const {
  with_prefixes(entry, {entry.word, nullptr, nullptr, nullptr}, {}, visit);
  for (const char32_t flag : entry.flags) {
    for (const AffixRule* rule : suffixes(flag, entry.word.back())) {
      const std::u32string form = apply_suffix(entry.word, *rule);
      if (form.empty()) continue;
      with_prefixes(entry, {form, rule, nullptr, nullptr}, rule->next_flags, visit);
      for (const char32_t next : rule->next_flags) {
        for (const AffixRule* second : suffixes(next, form.back())) {
          const std::u32string longer = apply_suffix(form, *second);
          if (!longer.empty())
            with_prefixes(entry, {longer, rule, second, nullptr}, second->next_flags, visit);
        }
      }
    }
  }
}

}  // namespace tvar::stemmers::lexicon
