// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// Where extractors put what they find.
#pragma once

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

class FactSink {
 public:
  void add(std::string_view field, std::string value, const Section& section, TextRange range,
           double confidence);
  [[nodiscard]] std::vector<Fact>& facts() noexcept { return facts_; }

 private:
  std::vector<Fact> facts_;
};

}  // namespace tvar::facts
