// SPDX-License-Identifier: GPL-2.0-or-later
#include "lib/indexing/file_record.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <fstream>
#include <system_error>
#include <vector>

namespace tvar::indexing {
namespace {

constexpr std::string_view kVersion = "1";
constexpr unsigned kOwnId = 1;
constexpr unsigned kOtherIds = 2;

std::optional<std::string_view> take_line(std::string_view& text) {
  const std::size_t end = text.find('\n');
  if (end == std::string_view::npos) return std::nullopt;
  const std::string_view line = text.substr(0, end);
  text.remove_prefix(end + 1);
  return line;
}

template <class Number>
bool parse(std::optional<std::string_view> line, Number& number) {
  if (!line) return false;
  const auto [end, error] = std::from_chars(line->data(), line->data() + line->size(), number);
  return error == std::errc() && end == line->data() + line->size();
}

void append_hex(std::uint64_t number, std::string& out) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  for (int shift = 60; shift >= 0; shift -= 4) out += kDigits[number >> static_cast<unsigned>(shift) & 0xFU];
}

}  // namespace

std::string encode_record(const FileRecord& record) {
  // The id is repaired UTF-8 of a path and may hold a line break, as may the path: the id's length stands before it.
  std::string note(kVersion);
  note +=
      "\n" + std::to_string(record.bytes) + "\n" + std::to_string(record.changed) + "\n" + record.hash + "\n";
  note += std::to_string((record.own_id ? kOwnId : 0U) + (record.other_ids ? kOtherIds : 0U)) + "\n";
  note += std::to_string(record.id.size()) + "\n" + record.id + record.path;
  return note;
}

std::optional<FileRecord> decode_record(std::string_view note) {
  FileRecord record;
  std::size_t id_bytes = 0;
  if (take_line(note) != kVersion || !parse(take_line(note), record.bytes) ||
      !parse(take_line(note), record.changed)) {
    return std::nullopt;
  }
  const auto hash = take_line(note);
  unsigned ids = 0;
  if (!hash || !parse(take_line(note), ids) || !parse(take_line(note), id_bytes) || id_bytes > note.size()) {
    return std::nullopt;
  }
  record.hash = *hash;
  record.own_id = (ids & kOwnId) != 0;
  record.other_ids = (ids & kOtherIds) != 0;
  record.id = note.substr(0, id_bytes);
  record.path = note.substr(id_bytes);
  return record;
}

// Two FNV-1a of 64 bits over words of eight bytes: told apart are versions of a file, nobody is kept from forging one.
std::string content_hash(const std::filesystem::path& file) {
  std::error_code error;
  // Opening a pipe waits for somebody who writes.
  if (!std::filesystem::is_regular_file(file, error)) return {};
  std::ifstream stream(file, std::ios::binary);
  if (!stream) return {};
  constexpr std::uint64_t kPrime = 0x100000001b3U;
  std::uint64_t first = 0xcbf29ce484222325U;
  std::uint64_t second = 0x84222325cbf29ce4U;
  std::vector<char> buffer(std::size_t{1} << 16U);
  while (stream.read(buffer.data(), static_cast<std::streamsize>(buffer.size())), stream.gcount() > 0) {
    const auto size = static_cast<std::size_t>(stream.gcount());
    for (std::size_t i = 0; i < size; i += 8) {
      std::uint64_t word = 0;
      for (std::size_t k = i; k < std::min(i + 8, size); ++k) {
        word = word << 8U | static_cast<unsigned char>(buffer[k]);
      }
      first = (first ^ word) * kPrime;
      first ^= first >> 29U;
      second = (second ^ word) * 0x9e3779b97f4a7c15U;
      second ^= second >> 32U;
    }
  }
  if (stream.bad()) return {};
  std::string hash;
  append_hex(first, hash);
  append_hex(second, hash);
  return hash;
}

}  // namespace tvar::indexing
