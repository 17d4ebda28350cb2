// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// Where extractors put what they find.
#pragma once

#include <bitset>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "lib/facts/annotated_text.h"
#include "tvar/facts.h"

namespace tvar::facts {

/// One value of a text field of the document at hand.
struct Section {
  AnnotatedText text;
  std::size_t source = 0;  ///< index into Document::fields
  bool is_title = false;
};

/// What the extractors share: the sections of one document, the title first, and the stemmer for names.
struct Page {
  std::vector<Section> sections;
  const Stemmer* stemmer = nullptr;
  StemMode mode = StemMode::document;
};

/// What of fact_fields() is asked for, in their order.
using WantedFields = std::bitset<11>;

class FactSink {
 public:
  explicit FactSink(const WantedFields& wanted) : wanted_(wanted) {}

  /// Takes the fact when its field is wanted, or when others need it.
  void add(std::string_view field, std::string value, const Section& section, TextRange range,
           double confidence);
  [[nodiscard]] std::vector<Fact>& facts() noexcept { return facts_; }

 private:
  WantedFields wanted_;
  std::vector<Fact> facts_;
};

}  // namespace tvar::facts
