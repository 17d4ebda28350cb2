// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// The stemmer that leaves words alone: each word is its own term.
#pragma once

#include <memory>
#include <string_view>

#include "stemmers/registry.h"
#include "tvar/stemmer.h"

namespace tvar::stemmers {

/// Readings: the word (kind lemma), and the word without diacritics (kind folded_stem). A document gives both, a
/// query the first, a folded query the second.
class None final : public Stemmer {
 public:
  [[nodiscard]] std::string_view name() const noexcept override { return "none"; }
  [[nodiscard]] std::string_view id() const noexcept override { return "none/1"; }
  void stem(std::string_view word, StemMode mode, Readings& out) const override;

  static std::unique_ptr<const Stemmer> make(const StemmerOptions& options);
};

}  // namespace tvar::stemmers
