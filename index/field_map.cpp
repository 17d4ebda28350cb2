// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/field_map.h"

#include <xapian.h>

#include <utility>

namespace tvar::store {
namespace {

std::string prefix_of(std::size_t ordinal) {
  return {static_cast<char>('F' + ordinal / 26), static_cast<char>('A' + ordinal % 26)};
}

std::size_t find_main_field(const Schema& schema) {
  std::size_t main = 0;
  for (std::size_t i = 0; i < schema.fields.size(); ++i) {
    if (schema.fields[i].kind != FieldKind::text) continue;
    main = i;
    if (schema.fields[i].name == "text") break;
  }
  return main;
}

// FNV-1a, 64 bits, with a start value of the caller's: two of them make 128 bits. http://www.isthe.com/chongo/tech/comp/fnv/
std::uint64_t fnv1a(std::string_view bytes, std::uint64_t state) {
  for (const char byte : bytes) {
    state ^= static_cast<unsigned char>(byte);
    state *= 0x100000001b3U;
  }
  return state;
}

void append_hex(std::uint64_t number, std::string& out) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  for (int shift = 60; shift >= 0; shift -= 4) out += kDigits[(number >> static_cast<unsigned>(shift)) & 15U];
}

// Largest length <= limit that does not cut a code point of `text`.
std::size_t boundary(std::string_view text, std::size_t limit) {
  if (text.size() <= limit) return text.size();
  while (limit > 0 && (static_cast<unsigned char>(text[limit]) & 0xC0U) == 0x80U) --limit;
  return limit;
}

std::string bounded(std::string term) {
  if (term.size() <= kMaxTermBytes) return term;
  constexpr std::size_t kHashBytes = 33;
  std::string hash = "#";
  append_hex(fnv1a(term, 0xcbf29ce484222325U), hash);
  append_hex(fnv1a(term, 0x84222325cbf29ce4U), hash);
  term.resize(boundary(term, kMaxTermBytes - kHashBytes));
  return term + hash;
}

std::string or_nothing(std::string term) {
  return term.size() <= kMaxTermBytes ? std::move(term) : std::string();
}

}  // namespace

FieldMap::FieldMap(const Schema& schema) : main_field_(find_main_field(schema)) {
  for (std::size_t i = 0; i < schema.fields.size(); ++i) {
    const auto base = static_cast<Slot>(3 * i);
    places_.push_back({i == main_field_ ? std::string() : prefix_of(i), base + 1, base + 2, base + 3, i});
  }
}

std::string id_term(std::string_view id) {
  return bounded("Q" + std::string(id));
}

std::string file_term(std::string_view file_id) {
  return bounded("D:" + std::string(file_id));
}

std::string file_key(std::string_view file_id) {
  return bounded(std::string(kFileKeyPrefix) + std::string(file_id));
}

std::string boilerplate_key(std::string_view source) {
  // The slash, which no source has, keeps "brno.cz" from being the begin of "brno.cz.example".
  return bounded(std::string(kBoilerplateKeyPrefix) + std::string(source) + "/");
}

std::string value_term(const FieldPlace& place, std::string_view key) {
  return bounded(place.prefix + ":" + std::string(key));
}

std::string abbreviation_prefix(std::string_view abbreviation) {
  return "A:" + std::string(abbreviation) + kListSeparator;
}

std::string abbreviation_term(std::string_view abbreviation, std::string_view expansion) {
  return or_nothing(abbreviation_prefix(abbreviation) + std::string(expansion));
}

std::string expansion_prefix(std::string_view key) {
  return "B:" + std::string(key) + kListSeparator;
}

std::string expansion_term(std::string_view key, std::string_view abbreviation) {
  return or_nothing(expansion_prefix(key) + std::string(abbreviation));
}

void append_text_term(const FieldPlace& place, std::string_view term, std::string& out) {
  out += place.prefix;
  out += term.substr(0, boundary(term, kMaxTermBytes - place.prefix.size()));
}

std::string number_key(double number) {
  return Xapian::sortable_serialise(number);
}

double number_of_key(std::string_view key) {
  return Xapian::sortable_unserialise(std::string(key));
}

}  // namespace tvar::store
