// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// The seed of random tests: the same in every run, so that a change of the code and not chance makes a test fail.
/// TVAR_TEST_SEED=random asks for a new one each time, TVAR_TEST_SEED=NUMBER for one that a failing test printed.
#pragma once

#include <cstdint>
#include <cstdlib>
#include <random>
#include <string_view>

namespace tvar {

inline std::uint32_t test_seed() {
  const char* const wanted = std::getenv("TVAR_TEST_SEED");
  if (wanted == nullptr) return 20'080'725;
  if (std::string_view(wanted) == "random") return std::random_device{}();
  return static_cast<std::uint32_t>(std::strtoul(wanted, nullptr, 10));
}

}  // namespace tvar
