// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// The boilerplate that an index knows, read from it as documents need it: an answer shows a handful of pages of one or
/// two sites, whatever the index holds.
#pragma once

#include <string>
#include <vector>

#include "index/store.h"
#include "lib/indexing/boilerplate.h"
#include "tvar/document.h"
#include "tvar/searcher.h"

namespace tvar::search {

class KnownBoilerplate {
 public:
  /// The reader must outlive it.
  explicit KnownBoilerplate(const store::Reader& reader);

  /// See BoilerplateLines::blank.
  void blank(Document& document);
  /// Forgets what was read: call it when the reader has moved to another commit.
  void reset() { begun_ = false; }
  /// See Searcher::boilerplate.
  [[nodiscard]] std::vector<BoilerplateLine> lines() const;

 private:
  void begin();

  const store::Reader& reader_;
  std::string field_;
  indexing::BoilerplateLines lines_;
  bool begun_ = false;
};

}  // namespace tvar::search
