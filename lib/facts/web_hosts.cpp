// SPDX-License-Identifier: GPL-2.0-or-later
#include "lib/facts/web_hosts.h"

#include <algorithm>
#include <iterator>

#include "lib/text/fold.h"

namespace tvar::facts {
namespace {

bool is_host_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
}

// The letters of a name or host alone, without diacritics.
std::string letters_of(std::string_view name) {
  std::string out = text::fold_key(name);
  std::erase_if(out, [](char c) { return c < 'a' || c > 'z'; });
  return out;
}

}  // namespace

std::vector<std::string> czech_hosts(std::string_view text) {
  std::vector<std::string> hosts;
  constexpr std::string_view kEnd = ".cz";
  for (std::size_t at = text.find(kEnd); at != std::string_view::npos; at = text.find(kEnd, at + 1)) {
    const std::size_t behind = at + kEnd.size();
    if (behind < text.size() && is_host_letter(text[behind])) continue;
    std::size_t begin = at;
    while (begin > 0 && is_host_letter(text[begin - 1])) --begin;
    if (begin == at) continue;
    std::string host(text.substr(begin, at - begin));
    if (std::find(hosts.begin(), hosts.end(), host) == hosts.end()) hosts.push_back(std::move(host));
  }
  return hosts;
}

bool is_host_of_town(std::string_view host, std::string_view town) {
  constexpr std::string_view kHalls[] = {"",   "mesto", "obec", "mestys",  "mu",
                                         "ou", "meu",   "urad", "radnice", "mesta"};
  const std::string shown = letters_of(host);
  const std::string name = letters_of(town);
  return std::any_of(std::begin(kHalls), std::end(kHalls), [&](std::string_view hall) {
    return shown == std::string(hall) + name || shown == name + std::string(hall);
  });
}

bool is_host_in_town(std::string_view host, std::string_view town) {
  constexpr std::size_t kFewest = 5;  // letters: shorter names are found in other words
  const std::string name = letters_of(town);
  return name.size() >= kFewest && letters_of(host).find(name) != std::string::npos;
}

}  // namespace tvar::facts
