// SPDX-License-Identifier: GPL-2.0-or-later
// Any text, any places as matches: the highlights lie inside the snippet, in order, and show what matched.
//
// Input: first byte the length of the snippet, second how many matches; then four bytes a match (distance from the
// begin of the last one in code points, length in code points, two bytes word); the rest is the text.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "lib/text/utf8.h"
#include "tests/lib/search/snippet_properties.h"

namespace {

using tvar::search::MatchedToken;

std::size_t skip(std::string_view text, std::size_t at, std::size_t code_points) {
  for (; code_points > 0 && at < text.size(); --code_points) at += tvar::text::code_point_at(text, at).length;
  return at;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size < 2) return 0;
  const std::size_t length = data[0];
  const std::size_t count = std::min<std::size_t>(data[1], (size - 2) / 4);
  const std::uint8_t* fields = data + 2;
  const std::string_view bytes(reinterpret_cast<const char*>(fields + 4 * count), size - 2 - 4 * count);
  const std::string text = tvar::text::repair_utf8(bytes);
  std::vector<MatchedToken> matches;
  std::size_t begin = 0;
  for (std::size_t i = 0; i < count; ++i, fields += 4) {
    begin = skip(text, begin, fields[0]);
    const std::size_t end = skip(text, begin, fields[1]);
    const auto word = static_cast<std::uint32_t>(fields[2] | fields[3] << 8);
    if (end > begin) matches.push_back({begin, end, word});
  }
  const std::string broken = tvar::search_test::broken_property(text, matches, length);
  if (broken.empty()) return 0;
  std::fprintf(stderr, "%s\n", broken.c_str());
  std::abort();
}
