// SPDX-License-Identifier: GPL-2.0-or-later
#include "lib/analysis/lexicon_path.h"

#include <dlfcn.h>

#include <array>

namespace tvar::analysis {
namespace {

// The folder of the file that holds this code: libtvar.so, or the program when tvar is linked statically.
std::filesystem::path own_folder() {
  Dl_info info{};
  if (dladdr(reinterpret_cast<const void*>(&find_lexicon), &info) == 0 || info.dli_fname == nullptr)
    return {};
  std::error_code error;
  const std::filesystem::path file = std::filesystem::canonical(info.dli_fname, error);
  return error ? std::filesystem::path() : file.parent_path();
}

}  // namespace

std::filesystem::path find_lexicon(const std::filesystem::path& wanted) {
  if (!wanted.empty()) return wanted;
  const std::filesystem::path folder = own_folder();
  const std::array candidates = {folder / TVAR_LEXICON_INSTALLED, folder / ".." / TVAR_LEXICON_INSTALLED,
                                 std::filesystem::path(TVAR_LEXICON_BUILD)};
  for (const std::filesystem::path& candidate : candidates) {
    std::error_code ignored;
    if (std::filesystem::exists(candidate, ignored)) return candidate.lexically_normal();
  }
  return candidates.front().lexically_normal();
}

}  // namespace tvar::analysis
