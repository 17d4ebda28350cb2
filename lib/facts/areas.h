// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// From a name to its path in a hierarchy: where a town lies, what kind an organisation is.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tvar::facts {

using Path = std::vector<std::string>;  ///< from the widest to the narrowest

/// kraj, okres, municipality: "Mikulov" → Jihomoravský kraj, Břeclav, Mikulov. Praha has no okres. Of several municipalities of that name
/// the one in `region` is meant, or one that is much larger than the others; otherwise the path ends where they part.
/// @param town  the nominative, any case
/// @param region  a kraj, may be empty
/// @return nothing for an unknown name, for namesakes in different regions, and for a name that a city abroad has
[[nodiscard]] std::optional<Path> area_of(std::string_view town, std::string_view region);

/// Class and branch of an organisation whose name begins with that of a class: "Úřad práce Broumov" → Úřad práce, Úřad
/// práce Broumov. The class alone for its own name, nothing for all others.
/// @param name  any case, with or without legal form
[[nodiscard]] std::optional<Path> organization_path(std::string_view name);

}  // namespace tvar::facts
