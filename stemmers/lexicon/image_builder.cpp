// SPDX-License-Identifier: GPL-2.0-or-later
#include "stemmers/lexicon/image_builder.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <functional>
#include <set>
#include <string>
#include <string_view>

#include "stemmers/fold.h"
#include "stemmers/lexicon/alphabet.h"
#include "stemmers/lexicon/automaton_builder.h"
#include "stemmers/lexicon/format.h"
#include "tvar/error.h"

namespace tvar::stemmers::lexicon {
namespace {

using Key = std::vector<std::uint8_t>;

// The readings of one form: [begin, end) of the analyses.
struct FormGroup {
  std::size_t begin;
  std::size_t end;
  std::uint8_t fold_step = 0;
};

std::vector<FormGroup> group_forms(const std::vector<Analysis>& analyses) {
  std::vector<FormGroup> groups;
  for (std::size_t i = 0; i < analyses.size(); ++i) {
    if (groups.empty() || analyses[groups.back().begin].form != analyses[i].form) groups.push_back({i, i});
    groups.back().end = i + 1;
  }
  return groups;
}

class FoldRanker {
 public:
  FoldRanker(const std::vector<Analysis>& analyses, std::vector<FormGroup>& groups)
      : analyses_(analyses), groups_(groups) {}

  // Sets fold_step of all groups.
  void rank() {
    std::vector<Entry> entries(groups_.size());
    std::string text;
    for (std::size_t i = 0; i < groups_.size(); ++i) {
      text.clear();
      append_folded(analyses_[groups_[i].begin].form, text);
      entries[i] = {hash_bytes(text.data(), text.size()), i};
    }
    std::sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) {
      return a.hash != b.hash ? a.hash < b.hash : a.group < b.group;
    });
    for (auto first = entries.begin(); first != entries.end();) {
      const auto last =
          std::find_if(first, entries.end(), [&](const Entry& entry) { return entry.hash != first->hash; });
      rank_equal({&*first, static_cast<std::size_t>(last - first)});
      first = last;
    }
  }

 private:
  struct Entry {
    std::uint64_t hash;
    std::size_t group;
  };

  [[nodiscard]] float frequency(const FormGroup& group) const {
    float sum = 0;
    for (std::size_t i = group.begin; i < group.end; ++i) sum += analyses_[i].frequency;
    return sum;
  }

  // Equal for forms that have the same lemmas.
  [[nodiscard]] std::size_t lemmas(const FormGroup& group) const {
    std::size_t sum = 0;
    for (std::size_t i = group.begin; i < group.end; ++i) {
      const std::size_t hash = std::hash<std::string_view>()(analyses_[i].lemma);
      sum += hash * 2 + (analyses_[i].word_class == WordClass::verb ? 1U : 0U);
    }
    return sum;
  }

  void rank_equal(std::span<const Entry> entries) {
    if (entries.size() == 1) return;
    float best = 0;
    bool mixed = false;
    for (const Entry& entry : entries) {
      best = std::max(best, frequency(groups_[entry.group]));
      mixed = mixed || lemmas(groups_[entry.group]) != lemmas(groups_[entries.front().group]);
    }
    if (!mixed || best <= 0) return;
    for (const Entry& entry : entries) {
      FormGroup& group = groups_[entry.group];
      group.fold_step = step_of(frequency(group) / best);
    }
  }

  const std::vector<Analysis>& analyses_;
  std::vector<FormGroup>& groups_;
};

// Appends to `key` the edit that turns `form` into `lemma`: of the prefixes the form has, the one that leaves the
// fewest letters to change.
void append_edit(std::string_view form_text, const Letters& form, const Letters& lemma, bool verb,
                 bool negated, Key& key) {
  std::size_t best_common = 0;
  std::uint8_t best_prefix = 0;
  for (std::uint8_t prefix = 0; prefix < kPrefixes.size(); ++prefix) {
    if (!form_text.starts_with(kPrefixes[prefix])) continue;
    const auto rest = form.view(kPrefixes[prefix].size());
    const auto lemma_letters = lemma.view();
    const auto differs =
        std::mismatch(rest.begin(), rest.end(), lemma_letters.begin(), lemma_letters.end()).first;
    const auto common = static_cast<std::size_t>(differs - rest.begin());
    const bool better = prefix == 0 || common > best_common;
    if (better) best_common = common, best_prefix = prefix;
  }
  const std::size_t rest = form.size - kPrefixes[best_prefix].size();
  const std::size_t cut = rest - best_common;
  const bool all = cut >= Edit::kCutAll;
  const Edit edit{best_prefix, verb, negated, all ? Edit::kCutAll : static_cast<std::uint8_t>(cut)};
  key.push_back(edit.label());
  const auto added = lemma.view(all ? 0 : best_common);
  key.insert(key.end(), added.begin(), added.end());
}

// Turns the data into sorted keys, form by form.
class KeyMaker {
 public:
  KeyMaker(const LexiconData& data, const Alphabet& alphabet) : data_(data), alphabet_(alphabet) {
    groups_ = group_forms(data.analyses);
    FoldRanker(data.analyses, groups_).rank();
  }

  // Calls `use(key, frequency)` for all keys in ascending order.
  template <typename Use>
  void for_each(Use&& use) {
    std::size_t derivation = 0;
    for (const FormGroup& group : groups_) {
      const std::string_view form = data_.analyses[group.begin].form;
      derivation = add_derivations(derivation, form, use);
      keys_.clear();
      add_readings(group);
      if (derivation < data_.derivations.size() && data_.derivations[derivation].lemma == form) {
        derivation = add_derivations_of(derivation);
      }
      flush(use);
    }
    add_derivations(derivation, {}, use);
  }

  [[nodiscard]] std::size_t forms() const { return groups_.size(); }

 private:
  struct WeightedKey {
    Key key;
    double weight;
  };

  void add_readings(const FormGroup& group) {
    const float best = data_.analyses[group.begin].weight;
    for (std::size_t i = group.begin; i < group.end; ++i) {
      const Analysis& analysis = data_.analyses[i];
      const ReadingMark mark{step_of(std::min(1.0F, analysis.weight / best)), group.fold_step};
      add_key(analysis.form, analysis.lemma, mark.label(), analysis.word_class == WordClass::verb,
              analysis.negated, static_cast<double>(analysis.frequency));
    }
  }

  std::size_t add_derivations_of(std::size_t at) {
    const std::string_view lemma = data_.derivations[at].lemma;
    for (; at < data_.derivations.size() && data_.derivations[at].lemma == lemma; ++at) {
      const auto kind = static_cast<std::uint8_t>(data_.derivations[at].kind);
      add_key(lemma, data_.derivations[at].derived, static_cast<std::uint8_t>(kFirstDerivationMark + kind),
              false, false, 0.0);
    }
    return at;
  }

  // The derivations of lemmas that come before `form` and are no forms themselves; all when `form` is empty.
  template <typename Use>
  std::size_t add_derivations(std::size_t at, std::string_view form, Use&& use) {
    while (at < data_.derivations.size() && (form.empty() || data_.derivations[at].lemma < form)) {
      keys_.clear();
      at = add_derivations_of(at);
      flush(use);
    }
    return at;
  }

  void add_key(std::string_view form, std::string_view lemma, std::uint8_t mark, bool verb, bool negated,
               double weight) {
    Letters form_letters;
    Letters lemma_letters;
    if (form.empty() || lemma.empty() || !alphabet_.decode(form, form_letters) ||
        !alphabet_.decode(lemma, lemma_letters)) {
      return;
    }
    const auto letters = form_letters.view();
    WeightedKey& item = keys_.emplace_back(WeightedKey{Key(letters.begin(), letters.end()), weight});
    item.key.push_back(mark);
    append_edit(form, form_letters, lemma_letters, verb, negated, item.key);
  }

  template <typename Use>
  void flush(Use&& use) {
    std::sort(keys_.begin(), keys_.end(), [](const auto& a, const auto& b) { return a.key < b.key; });
    for (const WeightedKey& item : keys_) use(item.key, item.weight);
  }

  const LexiconData& data_;
  const Alphabet& alphabet_;
  std::vector<FormGroup> groups_;
  std::vector<WeightedKey> keys_;
};

// Appends a part to the file, on a four-byte border.
Section append_section(std::vector<std::byte>& file, const void* data, std::size_t size) {
  file.resize((file.size() + 3) / 4 * 4);
  const Section section{static_cast<std::uint32_t>(file.size()), static_cast<std::uint32_t>(size)};
  const auto* bytes = static_cast<const std::byte*>(data);
  file.insert(file.end(), bytes, bytes + size);
  return section;
}

}  // namespace

Alphabet alphabet_of(const LexiconData& data) {
  std::set<std::uint32_t> code_points;
  const auto add = [&](std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
      const std::uint32_t code_point = next_code_point(text, at);
      if (code_point != kInvalid) code_points.insert(code_point);
    }
  };
  for (const Analysis& analysis : data.analyses) {
    add(analysis.form);
    add(analysis.lemma);
  }
  for (const Derivation& derivation : data.derivations) {
    add(derivation.lemma);
    add(derivation.derived);
  }
  std::string all;  // the letters without their diacritics belong to it, for words typed so
  for (const std::uint32_t code_point : code_points) append_code_point(code_point, all);
  add(folded(all));
  if (code_points.size() > kMaxLetters) {
    throw Error(ErrorCode::invalid_argument,
                "lexicon: more than " + std::to_string(kMaxLetters) + " different letters");
  }
  return Alphabet(std::vector<std::uint32_t>(code_points.begin(), code_points.end()));
}

void seal_image(std::span<std::byte> image) {
  Header header;
  std::memcpy(&header, image.data(), sizeof(header));
  header.file_size = image.size();
  header.content_hash = hash_bytes(image.data() + sizeof(Header), image.size() - sizeof(Header));
  header.header_hash = hash_bytes(&header, offsetof(Header, header_hash));
  std::memcpy(image.data(), &header, sizeof(header));
}

std::vector<std::byte> build_image(const LexiconData& data, const GuesserParts& guessers) {
  const Alphabet alphabet = alphabet_of(data);
  KeyMaker keys(data, alphabet);
  AutomatonBuilder builder;
  keys.for_each([&](const Key& key, double /*weight*/) { builder.add(key); });
  AutomatonSorter sorter(builder.finish());
  keys.for_each([&](const Key& key, double weight) { sorter.pass(key, weight); });
  const Automaton automaton = sorter.sorted();

  std::vector<std::byte> file(sizeof(Header));
  Header header;
  header.header_size = sizeof(Header);
  header.source_version = append_section(file, data.source_version.data(), data.source_version.size());
  header.alphabet = append_section(file, alphabet.code_points().data(),
                                   alphabet.code_points().size() * sizeof(std::uint32_t));
  header.arcs = append_section(file, automaton.arcs.data(), automaton.arcs.size() * sizeof(Arc));
  header.guesser = append_section(file, guessers.plain.data(), guessers.plain.size());
  header.folded_guesser = append_section(file, guessers.folded.data(), guessers.folded.size());
  header.root = automaton.root;
  header.forms = static_cast<std::uint32_t>(keys.forms());
  header.readings = static_cast<std::uint32_t>(data.analyses.size());
  std::memcpy(file.data(), &header, sizeof(header));
  seal_image(file);
  return file;
}

}  // namespace tvar::stemmers::lexicon
