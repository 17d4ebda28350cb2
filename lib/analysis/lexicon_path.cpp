// SPDX-License-Identifier: GPL-2.0-or-later
#include "lib/analysis/lexicon_path.h"

#include "lib/installed_file.h"

namespace tvar::analysis {

std::filesystem::path find_lexicon(const std::filesystem::path& wanted) {
  if (!wanted.empty()) return wanted;
  return find_installed_file(TVAR_LEXICON_INSTALLED, TVAR_LEXICON_BUILD);
}

}  // namespace tvar::analysis
