// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// The named values of a JSON object or of front matter on their way to a document.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "tvar/document.h"

namespace tvar::readers {

/// Keeps members in the order in which their names first come. A name that comes again replaces what it had, as
/// nearly all readers of JSON do. Every call takes constant time, so that no file can make it quadratic.
class Members {
 public:
  /// The values that follow belong to this name.
  void start(std::string_view name);
  /// Adds a value to the name started last.
  void add(std::string value);
  /// Moves all values to the document.
  void move_to(Document& document);

 private:
  struct Member {
    std::string name;
    std::vector<std::string> values;
  };
  std::vector<Member> members_;
  std::unordered_map<std::string, std::size_t> places_;
  std::size_t current_ = 0;
};

}  // namespace tvar::readers
