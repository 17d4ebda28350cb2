// SPDX-License-Identifier: GPL-2.0-or-later
#include "tvar/stemmer.h"

namespace tvar {
inline namespace v1 {

// Out of line, so that the vtable and the type information have one home.
Stemmer::~Stemmer() = default;

}  // namespace v1
}  // namespace tvar
