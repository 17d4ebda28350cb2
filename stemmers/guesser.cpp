// SPDX-License-Identifier: GPL-2.0-or-later
#include "stemmers/guesser.h"

#include <algorithm>
#include <cstring>
#include <string>

#include "tvar/error.h"

namespace tvar::stemmers {
namespace {

[[noreturn]] void refuse(std::string_view name) {
  throw Error(ErrorCode::corrupt, std::string(name) + ": the guesser makes no sense",
              "Install the lexicon of this version again, or build the target tvar_lexicon");
}

// Takes `count` items of the front of `bytes`.
template <typename Item>
std::span<const Item> take(std::span<const std::byte>& bytes, std::size_t count, std::string_view name) {
  if (count > bytes.size() / sizeof(Item)) refuse(name);
  const std::span<const Item> items(reinterpret_cast<const Item*>(bytes.data()), count);
  bytes = bytes.subspan(items.size_bytes());
  return items;
}

}  // namespace

Guesser::Guesser(std::span<const std::byte> section, std::string_view name) {
  if (section.empty()) return;
  const GuesserHeader header = take<GuesserHeader>(section, 1, name).front();
  nodes_ = take<GuesserNode>(section, header.nodes, name);
  references_ = take<GuesserReference>(section, header.references, name);
  rules_ = take<GuesserRule>(section, header.rules, name);
  letters_ = take<std::uint8_t>(section, header.letters, name);
  check(name);
}

// After this no look-up can leave the section, and every step goes down.
void Guesser::check(std::string_view name) const {
  if (nodes_.size() < 2) refuse(name);
  for (std::size_t i = 0; i + 1 < nodes_.size(); ++i) {
    const GuesserNode& node = nodes_[i];
    const GuesserNode& next = nodes_[i + 1];
    if (node.first_child <= i || node.first_child > next.first_child || next.first_child >= nodes_.size() ||
        node.first_reference > next.first_reference || next.first_reference > references_.size()) {
      refuse(name);
    }
  }
  for (const GuesserReference& reference : references_) {
    if (reference.rule >= rules_.size()) refuse(name);
  }
  for (const GuesserRule& rule : rules_) {
    if (rule.letters > letters_.size() ||
        letters_.size() - rule.letters < std::size_t{rule.cut} + rule.added) {
      refuse(name);
    }
  }
}

const GuesserNode* Guesser::child(const GuesserNode& node, std::uint8_t letter) const noexcept {
  const GuesserNode* end = nodes_.data() + (&node + 1)->first_child;
  for (const GuesserNode* at = nodes_.data() + node.first_child; at != end; ++at) {
    if (at->letter == letter) return at;
  }
  return nullptr;
}

// A rule leaves at least one letter of the word.
bool Guesser::fits(const GuesserRule& rule, std::span<const std::uint8_t> word) const noexcept {
  if (rule.cut >= word.size()) return false;
  const auto end = word.last(rule.cut);
  return std::equal(end.begin(), end.end(), letters_.data() + rule.letters);
}

void Guesser::guess(std::span<const std::uint8_t> word, Guesses& guesses) const noexcept {
  guesses.clear();
  if (nodes_.empty()) return;
  const GuesserNode* node = nodes_.data();
  for (std::size_t i = word.size(); i > 0; --i) {
    const GuesserNode* next = child(*node, word[i - 1]);
    if (next == nullptr) break;
    node = next;
  }
  for (std::size_t i = node->first_reference; i < (node + 1)->first_reference; ++i) {
    const GuesserRule& rule = rules_[references_[i].rule];
    if (!fits(rule, word)) continue;
    guesses.add({rule.cut, letters_.subspan(rule.letters + rule.cut, rule.added), rule.verb != 0,
                 static_cast<float>(references_[i].probability) / 65535.0F});
  }
}

}  // namespace tvar::stemmers
