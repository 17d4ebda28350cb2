// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// What a database says of all its documents.
#pragma once

#include <algorithm>
#include <cstdint>
#include <map>
#include <string>

namespace tvar::store::glass {

struct ValueStatistics {
  std::uint32_t documents = 0;
  std::string least;
  std::string greatest;

  void add(const ValueStatistics& other) {
    if (other.documents == 0) return;
    if (documents == 0 || other.least < least) least = other.least;
    if (documents == 0 || other.greatest > greatest) greatest = other.greatest;
    documents += other.documents;
  }
};

struct Statistics {
  std::uint32_t documents = 0;
  std::uint64_t total_length = 0;
  std::uint32_t shortest = 0;  ///< length of a document, those of length 0 left out
  std::uint32_t longest = 0;
  std::uint32_t most_occurrences = 0;               ///< of a term in a document
  std::map<std::uint32_t, ValueStatistics> values;  ///< by slot

  void add_document(std::uint32_t length) {
    ++documents;
    total_length += length;
    if (length > 0) shortest = shortest == 0 ? length : std::min(shortest, length);
    longest = std::max(longest, length);
  }
  void add(const Statistics& other) {
    documents += other.documents;
    total_length += other.total_length;
    if (other.shortest > 0) shortest = shortest == 0 ? other.shortest : std::min(shortest, other.shortest);
    longest = std::max(longest, other.longest);
    most_occurrences = std::max(most_occurrences, other.most_occurrences);
    for (const auto& [slot, value] : other.values) values[slot].add(value);
  }
};

}  // namespace tvar::store::glass
