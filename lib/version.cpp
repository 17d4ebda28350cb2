// SPDX-License-Identifier: GPL-2.0-or-later
#include "tvar/version.h"

#define TVAR_STRING_OF(x) #x
#define TVAR_STRING(x) TVAR_STRING_OF(x)

namespace tvar {
inline namespace v1 {

std::string_view version() noexcept {
  return TVAR_STRING(TVAR_VERSION_MAJOR) "." TVAR_STRING(TVAR_VERSION_MINOR) "." TVAR_STRING(
      TVAR_VERSION_PATCH);
}

}  // namespace v1
}  // namespace tvar
