// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// What an Analyzer holds, for the rest of the library.
#pragma once

#include <memory>
#include <string>

#include "tvar/analyzer.h"
#include "tvar/stemmer.h"

namespace tvar {
inline namespace v1 {

struct Analyzer::Impl {
  std::unique_ptr<const Stemmer> stemmer;
  std::string id;
};

}  // namespace v1
}  // namespace tvar
