// SPDX-License-Identifier: GPL-2.0-or-later
#include "lib/installed_file.h"

#include <dlfcn.h>

#include <array>
#include <system_error>

namespace tvar {
namespace {

// The folder of the file that holds this code: libtvar.so, or the program when tvar is linked statically.
std::filesystem::path own_folder() {
  Dl_info info{};
  if (dladdr(reinterpret_cast<const void*>(&find_installed_file), &info) == 0 || info.dli_fname == nullptr)
    return {};
  std::error_code error;
  const std::filesystem::path file = std::filesystem::canonical(info.dli_fname, error);
  return error ? std::filesystem::path() : file.parent_path();
}

}  // namespace

std::filesystem::path find_installed_file(std::string_view installed, std::string_view built) {
  const std::filesystem::path folder = own_folder();
  const std::array candidates = {folder / installed, folder / ".." / installed, std::filesystem::path(built)};
  for (const std::filesystem::path& candidate : candidates) {
    std::error_code ignored;
    if (std::filesystem::exists(candidate, ignored)) return candidate.lexically_normal();
  }
  return candidates.front().lexically_normal();
}

}  // namespace tvar
