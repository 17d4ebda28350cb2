// SPDX-License-Identifier: GPL-2.0-or-later
#include "lib/search/nearest_values.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <optional>
#include <tuple>

#include "lib/facts/organization_names.h"
#include "lib/indexing/field_value.h"
#include "lib/indexing/value_path.h"
#include "lib/query/limits.h"
#include "lib/search/spelling.h"
#include "lib/search/value_spelling.h"
#include "lib/text/fold.h"

namespace tvar::search {
namespace {

constexpr std::size_t kMostNear = 5;
constexpr std::size_t kComparedLetters =
    40;  // as many as typing_cost takes; names that differ later are near

std::vector<std::string_view> words_of(std::string_view key) {
  std::vector<std::string_view> words;
  while (!key.empty()) {
    const std::size_t end = std::min(key.find_first_of(" ,"), key.size());
    if (end > 0) words.push_back(key.substr(0, end));
    key.remove_prefix(std::min(end + 1, key.size()));
  }
  return words;
}

/// How a value is near to what was asked for. Smaller is nearer.
struct Nearness {
  enum Kind { slip, same_beginning, same_words };
  Kind kind;
  double distance;
};

/// Compares keys with the one that was asked for.
class KeyComparison {
 public:
  explicit KeyComparison(std::string_view wanted) : letters_(letters(wanted)), words_(words_of(wanted)) {
    const auto size = static_cast<double>(letters_.size());
    limit_ = std::max(allowed_cost(letters_.size()), kMostChanged * size);
  }

  [[nodiscard]] std::optional<Nearness> operator()(std::string_view key) const {
    const std::u32string other = letters(key);
    const double longer = std::abs(static_cast<double>(other.size()) - static_cast<double>(letters_.size()));
    if (longer <= limit_ + 1) {
      const double cost = typing_cost(letters_, other, limit_);
      if (std::isfinite(cost)) return Nearness{Nearness::slip, cost};
    }
    const std::vector<std::string_view> words = words_of(key);
    const auto parting = std::mismatch(words_.begin(), words_.end(), words.begin(), words.end()).first;
    if (parting != words_.begin())
      return Nearness{Nearness::same_beginning, -static_cast<double>(parting - words_.begin())};
    const bool has_all = std::all_of(words_.begin(), words_.end(), [&words](std::string_view word) {
      return std::find(words.begin(), words.end(), word) != words.end();
    });
    if (has_all && !words_.empty()) return Nearness{Nearness::same_words, 0.0};
    return std::nullopt;
  }

 private:
  // The share of letters that may differ in a long name.
  static constexpr double kMostChanged = 0.25;

  static std::u32string letters(std::string_view key) {
    std::u32string all = letters_of(key);
    if (all.size() > kComparedLetters) all.resize(kComparedLetters);
    return all;
  }

  std::u32string letters_;
  std::vector<std::string_view> words_;
  double limit_ = 0.0;
};

std::string shown(FieldKind kind, const std::string& key) {
  if (kind != FieldKind::number) return key;
  std::array<char, 32> buffer{};
  const auto [end, error] =
      std::to_chars(buffer.data(), buffer.data() + buffer.size(), store::number_of_key(key));
  return {buffer.data(), end};
}

}  // namespace

std::vector<std::string> ValueNeighbours::find(std::size_t field, std::string_view value) const {
  return schema_.fields[field].kind == FieldKind::keyword ? near_keywords(field, value)
                                                          : neighbours(field, value);
}

std::vector<std::string> ValueNeighbours::near_keywords(std::size_t field, std::string_view value) const {
  struct Candidate {
    Nearness nearness;
    std::uint64_t documents;
    std::string term;
  };
  const std::string prefix = store::value_term(places_[field], "");
  const bool is_path = schema_.fields[field].hierarchy;
  const bool is_rooted = is_path && indexing::is_rooted(value);
  const std::string key = text::fold_key(value);
  const KeyComparison compare(facts::key_without_legal_form(key));
  std::vector<Candidate> candidates;
  std::size_t left = query::kMaxScannedTerms;
  reader_.terms(prefix, "", [&](std::string_view term, std::uint64_t documents) {
    std::string_view other = facts::key_without_legal_form(term.substr(prefix.size()));
    if (is_path) {
      const std::string_view node = term.substr(prefix.size());
      other = !is_rooted ? indexing::name_in_key(node) : node.starts_with(indexing::kNameKeyMark) ? "" : node;
    }
    if (other.empty()) return --left > 0;
    if (const std::optional<Nearness> nearness = compare(other))
      candidates.push_back({*nearness, documents, std::string(term)});
    return --left > 0;
  });
  std::sort(candidates.begin(), candidates.end(), [](const Candidate& a, const Candidate& b) {
    return std::tie(a.nearness.kind, a.nearness.distance, b.documents, a.term) <
           std::tie(b.nearness.kind, b.nearness.distance, a.documents, b.term);
  });
  std::vector<std::string> near;
  for (const Candidate& candidate : candidates) {
    if (near.size() == kMostNear) break;
    std::string spelling = spelling_of(schema_, places_, reader_, field, candidate.term);
    const bool is_new = std::find(near.begin(), near.end(), spelling) == near.end();
    if (is_new && !spelling.empty()) near.push_back(std::move(spelling));
  }
  return near;
}

std::vector<std::string> ValueNeighbours::neighbours(std::size_t field, std::string_view value) const {
  const FieldKind kind = schema_.fields[field].kind;
  const std::optional<indexing::KeyRange> range = indexing::parse_range(kind, value);
  if (!range) return {};
  std::optional<std::string> below;
  std::optional<std::string> above;
  const std::string prefix = store::value_term(places_[field], "");
  reader_.terms(prefix, "", [&](std::string_view term, std::uint64_t) {
    const std::string_view key = term.substr(prefix.size());
    if (key < range->low) {
      below = key;
    } else if (key > range->high) {
      above = key;
    }
    return !above;
  });
  std::vector<std::string> near;
  if (below) near.push_back(shown(kind, *below));
  if (above) near.push_back(shown(kind, *above));
  const auto distance = [&range](const std::string& key) {
    return std::abs(store::number_of_key(key) - store::number_of_key(range->low));
  };
  if (kind == FieldKind::number && below && above && distance(*above) < distance(*below))
    std::swap(near[0], near[1]);
  return near;
}

}  // namespace tvar::search
