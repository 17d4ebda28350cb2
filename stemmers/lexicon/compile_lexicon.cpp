// SPDX-License-Identifier: GPL-2.0-or-later
#include "stemmers/lexicon/compile_lexicon.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <set>
#include <tuple>
#include <unordered_map>

#include "stemmers/lexicon/ranking.h"

namespace tvar::stemmers::lexicon {
namespace {

constexpr float kLeastShare = 0.02F;

/// Among readings that the evidence knows nothing of, the shares are drawn together: frequency to this power.
constexpr float kDoubt = 0.6F;

/// A reading with its strings in the arena; 4.7 million of them are held at once.
struct Held {
  std::string_view form;
  std::uint32_t lemma = 0;
  WordClass word_class = WordClass::other;
  bool negated = false;
  bool name = false;
  bool bare = false;
  bool known = false;  ///< the evidence has the lemma
  float frequency = 0;
};

bool operator<(const Held& a, const Held& b) {
  const int order = a.form.compare(b.form);
  if (order != 0) return order < 0;
  return std::tie(a.lemma, a.word_class, a.negated) < std::tie(b.lemma, b.word_class, b.negated);
}

bool same_reading(const Held& a, const Held& b) {
  return a.form == b.form && a.lemma == b.lemma && a.word_class == b.word_class;
}

/// Each distinct text once, by number.
class Interner {
 public:
  explicit Interner(StringArena& arena) : arena_(arena) {}

  std::uint32_t number(const std::string& text) {
    const auto found = numbers_.find(text);
    if (found != numbers_.end()) return found->second;
    const auto fresh = static_cast<std::uint32_t>(texts_.size());
    texts_.push_back(arena_.add(text));
    numbers_.emplace(texts_.back(), fresh);
    return fresh;
  }
  [[nodiscard]] std::string_view text(std::uint32_t number) const { return texts_[number]; }

 private:
  StringArena& arena_;
  std::vector<std::string_view> texts_;
  std::unordered_map<std::string_view, std::uint32_t> numbers_;
};

class Collector {
 public:
  Collector(LexiconData& data, const Tables& tables)
      : data_(data), ranking_(tables.frequencies), lemmas_(data.texts) {}

  void take(const Reading& reading) {
    Held held;
    held.form = data_.texts.add(reading.form);
    held.word_class = reading.word_class;
    held.negated = reading.prefix == Prefix::ne || reading.prefix == Prefix::nejne;
    const bool negative_lemma = held.negated && held.word_class == WordClass::other;
    held.lemma = lemmas_.number(negative_lemma ? "ne" + reading.lemma : reading.lemma);
    held.bare = reading.bare;
    held.name = reading.name;
    held.known = ranking_.knows(reading);
    held.frequency =
        ranking_.lemma_frequency(reading) * ranking_.slot_rate(reading.slot) * ranking_.prefix_rate(reading);
    held_.push_back(held);
  }

  void finish() {
    std::sort(held_.begin(), held_.end());
    for (std::size_t begin = 0; begin < held_.size();) {
      std::size_t end = begin;
      while (end < held_.size() && held_[end].form == held_[begin].form) ++end;
      finish_form(begin, end);
      begin = end;
    }
  }

 private:
  void finish_form(std::size_t begin, std::size_t end) {
    const std::size_t first = data_.analyses.size();
    const auto from = held_.begin() + static_cast<std::ptrdiff_t>(begin);
    const auto to = held_.begin() + static_cast<std::ptrdiff_t>(end);
    const bool inflected = std::any_of(from, to, [](const Held& held) { return !held.bare && !held.name; });
    const bool known = std::any_of(from, to, [](const Held& held) { return held.known; });
    for (std::size_t i = begin; i < end;) {
      // One reading made in several ways is as frequent as the likeliest of them.
      Held best = held_[i];
      for (++i; i < end && same_reading(best, held_[i]); ++i) {
        best.frequency = std::max(best.frequency, held_[i].frequency);
        best.negated = best.negated || held_[i].negated;
        best.bare = best.bare && held_[i].bare;
      }
      if (best.bare && inflected) continue;
      const float weight = known ? best.frequency : std::pow(best.frequency, kDoubt);
      data_.analyses.push_back(
          {from->form, lemmas_.text(best.lemma), best.word_class, best.negated, weight, best.frequency});
    }
    rank(first);
  }

  /// Turns the weights of the analyses from `first` on into shares, drops the small ones and sorts the others.
  void rank(std::size_t first) {
    const auto begin = data_.analyses.begin() + static_cast<std::ptrdiff_t>(first);
    const float total =
        std::accumulate(begin, data_.analyses.end(), 0.0F,
                        [](float sum, const Analysis& analysis) { return sum + analysis.weight; });
    for (auto analysis = begin; analysis != data_.analyses.end(); ++analysis) analysis->weight /= total;
    const auto weak = [](const Analysis& analysis) { return analysis.weight < kLeastShare; };
    data_.analyses.erase(std::remove_if(begin, data_.analyses.end(), weak), data_.analyses.end());
    std::sort(begin, data_.analyses.end(), [](const Analysis& a, const Analysis& b) {
      return std::make_tuple(-a.weight, a.lemma, a.word_class) <
             std::make_tuple(-b.weight, b.lemma, b.word_class);
    });
  }

  LexiconData& data_;
  Ranking ranking_;
  Interner lemmas_;
  std::vector<Held> held_;
};

std::string hash_of(const std::vector<const std::string*>& texts) {
  std::uint64_t hash = 0xCBF29CE484222325U;  // FNV-1a, 64 bits
  for (const std::string* text : texts) {
    for (const char c : *text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3U;
    hash = (hash ^ 0xFFU) * 0x100000001B3U;
  }
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string hex;
  for (unsigned shift = 64; shift > 0; shift -= 4) hex += kDigits[(hash >> (shift - 4)) & 0xFU];
  return hex;
}

}  // namespace

void for_each_reading(const Dictionary& dictionary, const Tables& tables, const LemmaRules::Visitor& visit,
                      const LemmaRules::DerivationVisitor& derive) {
  const Expander expander(dictionary);
  const Vocabulary vocabulary(dictionary);
  const Paradigms paradigms(tables, vocabulary);
  const LemmaRules rules(dictionary, expander, vocabulary, paradigms);
  for (const Entry& entry : dictionary.entries) rules.read(entry, visit, derive);
  rules.read_tables(visit);
}

LexiconData compile_lexicon(const Dictionary& dictionary, const Tables& tables) {
  LexiconData data;
  std::set<std::tuple<std::string, std::string, DerivationKind>> derivations;
  Collector collector(data, tables);
  for_each_reading(
      dictionary, tables, [&collector](const Reading& reading) { collector.take(reading); },
      [&derivations](const std::string& lemma, const std::string& derived, DerivationKind kind) {
        derivations.emplace(lemma, derived, kind);
      });
  collector.finish();
  for (const auto& [lemma, derived, kind] : derivations) {
    data.derivations.push_back({data.texts.add(lemma), data.texts.add(derived), kind});
  }
  return data;
}

LexiconData compile_lexicon(const std::filesystem::path& aff, const std::filesystem::path& dic,
                            const std::filesystem::path& tables) {
  const std::string aff_text = read_file(aff);
  const std::string dic_text = read_file(dic);
  const Tables our_tables = read_tables(tables);
  LexiconData data =
      compile_lexicon(parse_hunspell(aff_text, dic_text, aff.string(), dic.string()), our_tables);
  data.source_version =
      hash_of({&aff_text, &dic_text, &our_tables.verbs, &our_tables.nouns, &our_tables.degrees,
               &our_tables.endings, &our_tables.closed, &our_tables.uninflected, &our_tables.variants,
               &our_tables.places, &our_tables.frequencies});
  return data;
}

}  // namespace tvar::stemmers::lexicon
