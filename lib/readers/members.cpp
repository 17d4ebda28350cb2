// SPDX-License-Identifier: GPL-2.0-or-later
#include "lib/readers/members.h"

#include <utility>

namespace tvar::readers {

void Members::start(std::string_view name) {
  const auto [place, is_new] = places_.try_emplace(std::string(name), members_.size());
  current_ = place->second;
  if (is_new) {
    members_.push_back({std::string(name), {}});
  } else {
    members_[current_].values.clear();
  }
}

void Members::add(std::string value) {
  members_[current_].values.push_back(std::move(value));
}

void Members::move_to(Document& document) {
  for (Member& member : members_) {
    for (std::string& value : member.values) document.fields.push_back({member.name, std::move(value)});
  }
  members_.clear();
  places_.clear();
}

}  // namespace tvar::readers
