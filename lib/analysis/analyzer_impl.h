// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// What an Analyzer holds, for the rest of the library.
#pragma once

#include <memory>
#include <mutex>
#include <string>

#include "tvar/analyzer.h"
#include "tvar/stemmer.h"

namespace tvar {
namespace facts {
class Vocabulary;
}

inline namespace v1 {

struct Analyzer::Impl {
  std::unique_ptr<const Stemmer> stemmer;
  std::string id;
  // Made by the first that asks for facts.
  mutable std::once_flag vocabulary_made;
  mutable std::shared_ptr<const facts::Vocabulary> vocabulary;
};

}  // namespace v1
}  // namespace tvar
