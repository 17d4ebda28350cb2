// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// What an answer says about how its query was read, as values that a program can put into words of any language.
#pragma once

#include <string>
#include <vector>

#include "tvar/query.h"
#include "tvar/text_range.h"

namespace tvar::query {

/// The note with its English message.
[[nodiscard]] QueryNote make_note(QueryNote::Code code, TextRange range,
                                  std::vector<std::string> arguments = {});

/// Notes to the user, of which nobody wants to read more than a few.
class Notes {
 public:
  explicit Notes(std::vector<QueryNote>& notes) : notes_(notes) {}
  void add(QueryNote::Code code, TextRange range, std::vector<std::string> arguments = {});

 private:
  std::vector<QueryNote>& notes_;
};

}  // namespace tvar::query
