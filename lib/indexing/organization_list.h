// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// Lists of organisations (tvar/organization.h) in YAML: in a schema, or in a file of their own.
#pragma once

#include <yaml-cpp/yaml.h>

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "tvar/organization.h"

namespace tvar::indexing {

/// What is wrong with a list, thrown by read_list.
struct ListMistake {
  YAML::Mark mark;
  std::string why;
};

/// @param lines  receives the line of each organisation, from 1; may be nullptr
/// @throws ListMistake
[[nodiscard]] std::vector<Organization> read_list(const YAML::Node& node, std::vector<std::size_t>* lines);
void write_list(const std::vector<Organization>& organizations, YAML::Emitter& out);

/// An organisation that can't be told from others, or has no name.
struct NameMistake {
  std::size_t organization = 0;
  std::string why;
};

/// The first one, if any.
[[nodiscard]] std::optional<NameMistake> find_mistake(const std::vector<Organization>& organizations);

}  // namespace tvar::indexing
