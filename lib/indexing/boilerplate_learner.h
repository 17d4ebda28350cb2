// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// Learns the boilerplate of a collection from a sample of its documents.
///
/// What most documents repeat is seen in a hundred of them as well as in all, so a load reads these first, and then
/// everything, knowing already. Which documents are in the sample is decided by the hashes of their ids: neither order
/// nor threads have a say, and a collection gives the same boilerplate every time.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lib/indexing/boilerplate.h"
#include "tvar/document.h"

namespace tvar::indexing {

/// The text of a document of the sample.
struct SamplePage {
  std::string title;
  std::string text;
};

/// What these pages repeat. At least half of them, and at least five, have it, not counting pages that say nothing else.
[[nodiscard]] LearnedSource learn_source(std::span<const SamplePage* const> pages);

/// Chooses the sample. Holds no more than two thousand documents, however many are offered.
class BoilerplateLearner {
 public:
  /// @param field  the main text field
  explicit BoilerplateLearner(std::string field) : field_(std::move(field)) {}

  void offer(const Document& document);
  /// A file that holds one document. When all were offered, those in wanted() are to be read and given.
  void offer(std::string_view id, std::size_t file);
  [[nodiscard]] std::vector<std::size_t> wanted() const;
  void give(std::size_t file, const Document& document);

  [[nodiscard]] LearnedSources learn() const;

 private:
  using Page = std::shared_ptr<SamplePage>;
  /// The documents of one source whose ids have the smallest hashes.
  struct Reservoir {
    std::uint64_t documents = 0;  // offered
    std::map<std::uint64_t, Page> pages = {};
  };

  template <class Make>
  void offer(const std::string& source, std::string_view id, const Make& make);
  void put(Reservoir& reservoir, std::uint64_t hash, const Page& page);
  void shrink(Reservoir& reservoir);
  [[nodiscard]] bool admits(const Reservoir& reservoir, std::uint64_t hash) const;
  void fill(SamplePage& page, const Document& document) const;

  std::string field_;
  std::map<std::string, Reservoir> sources_;  // that of all documents has the empty name
  std::map<std::size_t, std::weak_ptr<SamplePage>> unread_;
  std::size_t places_ = 128;  // in each reservoir
  std::size_t pages_ = 0;     // in all
};

}  // namespace tvar::indexing
