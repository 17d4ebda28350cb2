// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// What a Query points to.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "tvar/query.h"

namespace tvar {
inline namespace v1 {

struct Query::Node {
  Node(Kind k, std::string t, std::string f, bool e, TextRange r, std::uint32_t d = 0)
      : kind(k), exact(e), distance(d), range(r), text(std::move(t)), field(std::move(f)) {}
  Node(Kind k, std::vector<Query> c, TextRange r, std::uint32_t d = 0)
      : kind(k), distance(d), range(r), children(std::move(c)) {}
  Node(const Node&) = delete;
  Node& operator=(const Node&) = delete;
  ~Node();

  Kind kind;
  bool exact = false;
  std::uint32_t distance = 0;
  TextRange range;
  std::string text;
  std::string field;
  std::vector<Query> children;
};

}  // namespace v1
}  // namespace tvar
