// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// One JSON object as members with their values.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lib/readers/members.h"

namespace tvar::readers {

struct JsonObject {
  /// A string as it is, a number as it is spelled (shortest form for whole numbers), true or false; an array of these as
  /// several values; null and the empty string as nothing.
  Members members;
  std::optional<std::string> id;    ///< the member "id", a string or a whole number
  std::vector<std::string> nested;  ///< names of members that hold anything deeper; they are passed over
  std::string error;                ///< why this is not such an object; empty when it is
};

/// @param utf8  the text of the object and nothing else. Takes time and memory in proportion to it, however it is nested
[[nodiscard]] JsonObject parse_json_object(std::string_view utf8);

}  // namespace tvar::readers
