// SPDX-License-Identifier: GPL-2.0-or-later
#include "stemmers/lexicon/guesser_trainer.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <limits>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "stemmers/guesser.h"

namespace tvar::stemmers::lexicon {
namespace {

constexpr std::size_t kMaxRuleLetters = 8;  // suppletive forms (rok, let) teach nothing about other words

// A form to learn from.
struct Example {
  std::uint32_t letters;  // where its letters begin, in reverse order, ended by 0
  std::uint32_t rule;
  float weight;
};

// What happens to the rules of a node: their weights among its examples.
using Counts = std::vector<std::pair<std::uint32_t, double>>;

struct Node {
  std::uint8_t letter = 0;
  std::vector<std::pair<std::uint32_t, float>> rules;  // best first, with probability
  std::vector<Node> children;
};

// Collects the examples and the rules that occur in them.
class Examples {
 public:
  Examples(const LexiconData& data, const Alphabet& alphabet, const TrainerOptions& options)
      : alphabet_(alphabet), folded_(options.folded), flattening_(options.flattening) {
    std::unordered_map<std::string, double> totals;
    for (const Analysis& analysis : data.analyses) {
      if (usable(analysis)) totals[key_of(analysis)] += weight_of(analysis);
    }
    for (const Analysis& analysis : data.analyses) {
      if (!usable(analysis)) continue;
      const double share = weight_of(analysis) / totals[key_of(analysis)];
      add(analysis, static_cast<float>(share));
    }
    std::sort(examples_.begin(), examples_.end(), [this](const Example& a, const Example& b) {
      return std::strcmp(text(a.letters), text(b.letters)) < 0;
    });
  }

  [[nodiscard]] const std::vector<Example>& sorted() const { return examples_; }
  [[nodiscard]] std::uint8_t letter(const Example& example, std::size_t depth) const {
    return letters_[example.letters + depth];
  }
  [[nodiscard]] std::size_t rule_count() const { return rules_.size(); }
  [[nodiscard]] const std::string& rule(std::uint32_t id) const { return *rules_[id]; }

 private:
  // The prefixes ne- and nej- are cut off before guessing.
  static bool usable(const Analysis& analysis) {
    if (analysis.negated) return false;
    return !analysis.form.starts_with("nej") || analysis.lemma.starts_with("nej");
  }

  static const std::string& key_of(const Analysis& analysis) {
    static thread_local std::string key;
    key = analysis.lemma;
    key.push_back(analysis.word_class == WordClass::verb ? 'v' : 'o');
    return key;
  }

  [[nodiscard]] double weight_of(const Analysis& analysis) const {
    return std::pow(static_cast<double>(analysis.frequency), flattening_);
  }

  [[nodiscard]] const char* text(std::uint32_t at) const {
    return reinterpret_cast<const char*>(&letters_[at]);
  }

  void fold(Letters& word) const {
    for (std::size_t i = 0; i < word.size; ++i) word.codes[i] = alphabet_.base(word.codes[i]);
  }

  void add(const Analysis& analysis, float weight) {
    Letters form;
    Letters lemma;
    if (!alphabet_.decode(analysis.form, form) || !alphabet_.decode(analysis.lemma, lemma)) return;
    if (folded_) {
      fold(form);
      fold(lemma);
    }
    const auto from = form.view();
    const auto to = lemma.view();
    const auto common = static_cast<std::size_t>(
        std::mismatch(from.begin(), from.end(), to.begin(), to.end()).first - from.begin());
    if (common == 0 || form.size - common > kMaxRuleLetters) return;
    examples_.push_back({static_cast<std::uint32_t>(letters_.size()),
                         rule_id(form.view(common), lemma.view(common), analysis.word_class), weight});
    letters_.insert(letters_.end(), from.rbegin(), from.rend());
    letters_.push_back(0);
  }

  // A rule as text: class, number of letters to cut, letters to cut, letters to add.
  std::uint32_t rule_id(std::span<const std::uint8_t> cut, std::span<const std::uint8_t> added,
                        WordClass word_class) {
    scratch_.clear();
    scratch_.push_back(word_class == WordClass::verb ? '\1' : '\0');
    scratch_.push_back(static_cast<char>(cut.size()));
    scratch_.append(cut.begin(), cut.end());
    scratch_.append(added.begin(), added.end());
    const auto [found, is_new] = ids_.emplace(scratch_, static_cast<std::uint32_t>(rules_.size()));
    if (is_new) rules_.push_back(&found->first);
    return found->second;
  }

  const Alphabet& alphabet_;
  bool folded_;
  double flattening_;
  std::vector<Example> examples_;
  std::vector<std::uint8_t> letters_;
  std::unordered_map<std::string, std::uint32_t> ids_;
  std::vector<const std::string*> rules_;
  std::string scratch_;
};

// Grows the tree downwards and prunes it on the way back.
class Trainer {
 public:
  Trainer(const Examples& examples, const TrainerOptions& options)
      : examples_(examples), options_(options), weights_(examples.rule_count()) {}

  Node train() {
    const std::span<const Example> all(examples_.sorted());
    const Counts counts = count(all);
    Distribution root(counts, nullptr, options_.smoothing);
    Node node;
    node.rules = best_rules(root);
    grow(all, 0, root, node);
    return node;
  }

 private:
  // Rule probabilities of a node, mixed with those of its parent.
  class Distribution {
   public:
    Distribution(const Counts& counts, const Distribution* parent, double smoothing)
        : counts_(counts), parent_(parent), smoothing_(parent == nullptr ? 0.0 : smoothing) {
      for (const auto& [rule, weight] : counts_) total_ += weight;
    }
    [[nodiscard]] double probability(std::uint32_t rule) const {
      const auto found = std::lower_bound(counts_.begin(), counts_.end(), std::pair{rule, 0.0});
      const double weight = found != counts_.end() && found->first == rule ? found->second : 0.0;
      const double inherited = parent_ == nullptr ? 0.0 : smoothing_ * parent_->probability(rule);
      return (weight + inherited) / (total_ + smoothing_);
    }
    [[nodiscard]] const Counts& counts() const { return counts_; }

   private:
    Counts counts_;
    const Distribution* parent_;
    double smoothing_;
    double total_ = 0;
  };

  Counts count(std::span<const Example> examples) {
    std::vector<std::uint32_t> seen;
    for (const Example& example : examples) {
      if (weights_[example.rule] == 0.0) seen.push_back(example.rule);
      weights_[example.rule] += static_cast<double>(example.weight) + 1e-12;
    }
    std::sort(seen.begin(), seen.end());
    Counts counts;
    counts.reserve(seen.size());
    for (const std::uint32_t rule : seen) counts.emplace_back(rule, std::exchange(weights_[rule], 0.0));
    return counts;
  }

  // Adds to `node` the children that pay for themselves; returns what they gain.
  double grow(std::span<const Example> examples, std::size_t depth, const Distribution& distribution,
              Node& node) {
    double gain = 0;
    if (depth == options_.max_depth) return gain;
    for (std::size_t begin = 0; begin < examples.size();) {
      const std::uint8_t letter = examples_.letter(examples[begin], depth);
      std::size_t end = begin + 1;
      while (end < examples.size() && examples_.letter(examples[end], depth) == letter) ++end;
      if (letter != 0)
        gain += grow_child(examples.subspan(begin, end - begin), depth + 1, letter, distribution, node);
      begin = end;
    }
    return gain;
  }

  double grow_child(std::span<const Example> examples, std::size_t depth, std::uint8_t letter,
                    const Distribution& parent, Node& node) {
    const Counts counts = count(examples);
    double weight = 0;
    for (const auto& [rule, rule_weight] : counts) weight += rule_weight;
    if (weight < options_.least_weight) return 0;
    const Distribution distribution(counts, &parent, options_.smoothing);
    double gain = -options_.node_cost;
    for (const auto& [rule, rule_weight] : counts) {
      gain += rule_weight * std::log(distribution.probability(rule) / parent.probability(rule));
    }
    Node child;
    child.letter = letter;
    gain += grow(examples, depth, distribution, child);
    if (gain <= 0) return 0;
    child.rules = best_rules(distribution);
    node.children.push_back(std::move(child));
    return gain;
  }

  [[nodiscard]] std::vector<std::pair<std::uint32_t, float>> best_rules(
      const Distribution& distribution) const {
    std::vector<std::pair<std::uint32_t, float>> rules;
    for (const auto& [rule, weight] : distribution.counts()) {
      rules.emplace_back(rule, static_cast<float>(distribution.probability(rule)));
    }
    std::sort(rules.begin(), rules.end(), [](const auto& a, const auto& b) {
      return a.second != b.second ? a.second > b.second : a.first < b.first;
    });
    if (rules.size() > options_.max_rules) rules.resize(options_.max_rules);
    while (rules.back().second < options_.least_share * rules.front().second) rules.pop_back();
    return rules;
  }

  const Examples& examples_;
  const TrainerOptions& options_;
  std::vector<double> weights_;  // by rule; zero between two counts
};

// Lays the tree out as arrays.
class Writer {
 public:
  explicit Writer(const Examples& examples) : examples_(examples) {}

  std::vector<std::byte> write(const Node& root) {
    std::vector<const Node*> level_order = {&root};
    for (std::size_t i = 0; i < level_order.size(); ++i) {
      const Node* node = level_order[i];
      nodes_.push_back({static_cast<std::uint32_t>(level_order.size()),
                        static_cast<std::uint32_t>(references_.size()),
                        node->letter,
                        {}});
      for (const auto& [rule, probability] : node->rules) {
        const auto scaled = static_cast<std::uint16_t>(std::max(1.0F, probability * 65535.0F));
        references_.push_back({rule_number(rule), scaled});
      }
      for (const Node& child : node->children) level_order.push_back(&child);
    }
    nodes_.push_back({static_cast<std::uint32_t>(level_order.size()),
                      static_cast<std::uint32_t>(references_.size()),
                      0,
                      {}});
    return bytes();
  }

 private:
  std::uint16_t rule_number(std::uint32_t id) {
    const auto [found, is_new] = numbers_.emplace(id, static_cast<std::uint16_t>(rules_.size()));
    if (is_new) {
      const std::string& text = examples_.rule(id);
      const auto cut = static_cast<std::uint8_t>(text[1]);
      rules_.push_back({static_cast<std::uint32_t>(letters_.size()), cut,
                        static_cast<std::uint8_t>(text.size() - 2 - cut), static_cast<std::uint8_t>(text[0]),
                        0});
      letters_.append(text, 2);
    }
    return found->second;
  }

  [[nodiscard]] std::vector<std::byte> bytes() const {
    const GuesserHeader header{
        static_cast<std::uint32_t>(nodes_.size()), static_cast<std::uint32_t>(references_.size()),
        static_cast<std::uint32_t>(rules_.size()), static_cast<std::uint32_t>(letters_.size())};
    std::vector<std::byte> result;
    const auto append = [&](const void* data, std::size_t size) {
      const auto* begin = static_cast<const std::byte*>(data);
      result.insert(result.end(), begin, begin + size);
    };
    append(&header, sizeof(header));
    append(nodes_.data(), nodes_.size() * sizeof(GuesserNode));
    append(references_.data(), references_.size() * sizeof(GuesserReference));
    append(rules_.data(), rules_.size() * sizeof(GuesserRule));
    append(letters_.data(), letters_.size());
    return result;
  }

  const Examples& examples_;
  std::vector<GuesserNode> nodes_;
  std::vector<GuesserReference> references_;
  std::vector<GuesserRule> rules_;
  std::string letters_;
  std::unordered_map<std::uint32_t, std::uint16_t> numbers_;
};

}  // namespace

std::vector<std::byte> train_guesser(const LexiconData& data, const Alphabet& alphabet,
                                     const TrainerOptions& options) {
  const Examples examples(data, alphabet, options);
  if (examples.sorted().empty()) return {};
  const Node root = Trainer(examples, options).train();
  return Writer(examples).write(root);
}

}  // namespace tvar::stemmers::lexicon
