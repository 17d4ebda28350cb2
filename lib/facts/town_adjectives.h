// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// The adjectives of towns, which hint at one that a page names as well: brněnský, lomnický.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "lib/facts/fact_sink.h"
#include "tvar/stemmer.h"

namespace tvar::facts {

/// What a page calls the town in short: Lysá of Lysá nad Labem, Brod of Uherský Brod. Empty when there is no such part.
[[nodiscard]] std::string short_name_of(std::string_view lower);

/// The adjectives on -ský and -cký in the title, folded.
[[nodiscard]] std::vector<std::string> adjectives_of_title(const Page& page);

/// "Turnovská nemocnice má nový přístroj", "sto let hranických včelařů": whether one of the adjectives begins as the name
/// does.
[[nodiscard]] bool has_adjective_of(const std::vector<std::string>& adjectives, std::string_view town);

/// What the adjective of a town begins with: "brněnsk" of Brno. Empty when it has none.
[[nodiscard]] std::string adjective_stem(std::string_view town, const Stemmer& stemmer);

}  // namespace tvar::facts
