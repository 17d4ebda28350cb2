// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// Hosts under .cz that a text names in addresses of pages and mail: whose page it is stands in its footer.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace tvar::facts {

/// The labels before ".cz", in the order of the text, each once: "mesto-krupka" of info@mesto-krupka.cz.
[[nodiscard]] std::vector<std::string> czech_hosts(std::string_view text);

/// Whether the host is of the town hall of a town: teplice.cz, mesto-krupka.cz, obeclipova.cz, mu-vimperk.cz.
/// @param town  its name, in any case, with diacritics or without
[[nodiscard]] bool is_host_of_town(std::string_view host, std::string_view town);

/// Whether it is of a school or a club there: zs-krupka.cz, knihovnakrupka.cz.
[[nodiscard]] bool is_host_in_town(std::string_view host, std::string_view town);

}  // namespace tvar::facts
