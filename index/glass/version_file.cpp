// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/glass/version_file.h"

#include <sys/random.h>

#include <array>
#include <cerrno>
#include <string>
#include <string_view>

#include "index/glass/encoding.h"
#include "index/store_error.h"

namespace tvar::store::glass {
namespace {

// "Xapian Glass" between two bytes before it and the date of the format, 2016-03-14: years since 2014, month, day.
constexpr std::string_view kMagic = "\x0f\x0dXapian Glass";
constexpr unsigned kFormat = (2016U - 2014U) << 9U | 3U << 5U | 14U;
constexpr std::uint64_t kRevision = 1;
constexpr std::uint64_t kBlockUnits = 8192 / 2048;
// Tags that are longer may be compressed; 0: never. What we write ourselves, and what Xapian does in later updates.
constexpr std::uint64_t kCompressedFrom = 18;

std::string new_uuid(const std::filesystem::path& directory) {
  std::array<char, 16> bytes{};
  if (::getrandom(bytes.data(), bytes.size(), 0) != static_cast<ssize_t>(bytes.size()))
    throw system_error(directory, "make a random number", errno);
  bytes[6] = static_cast<char>((static_cast<unsigned char>(bytes[6]) & 0x0FU) | 0x40U);
  bytes[8] = static_cast<char>((static_cast<unsigned char>(bytes[8]) & 0x3FU) | 0x80U);
  return {bytes.data(), bytes.size()};
}

void append_table(const TableInfo& table, std::uint64_t compressed_from, std::string& out) {
  constexpr unsigned kInOrder = 2;
  constexpr unsigned kNoRoot = 1;
  append_number(table.root, out);
  append_number(table.level << 2U | kInOrder | (table.blocks == 0 ? kNoRoot : 0U), out);
  append_number(table.entries, out);
  append_number(kBlockUnits, out);
  append_number(compressed_from, out);
  std::string free_blocks;
  if (table.blocks > 0) {
    append_number(kRevision, free_blocks);
    append_number(table.blocks, free_blocks);
    free_blocks.append(4, '\0');  // none is free: two empty cursors of block and offset
  }
  append_string(free_blocks, out);
}

void append_statistics(const Statistics& statistics, std::string& out) {
  append_number(statistics.documents, out);
  append_number(0, out);  // the greatest id is no greater than the number of documents
  append_number(statistics.shortest, out);
  append_number(statistics.most_occurrences, out);
  append_number(statistics.longest - statistics.most_occurrences, out);
  append_number(0, out);  // no changesets
  append_number(statistics.total_length, out);
  append_number(0, out);  // no spellings
}

}  // namespace

void write_version_file(const std::filesystem::path& directory, const Tables& tables,
                        const Statistics& statistics) {
  std::string out(kMagic);
  out += static_cast<char>(kFormat >> 8U);
  out += static_cast<char>(static_cast<unsigned char>(kFormat));
  out += new_uuid(directory);
  append_number(kRevision, out);
  append_table(tables.postlist, 0, out);
  append_table(tables.docdata, kCompressedFrom, out);
  append_table(tables.termlist, kCompressedFrom, out);
  append_table(tables.position, 0, out);
  append_table({}, kCompressedFrom, out);  // spelling
  append_table({}, kCompressedFrom, out);  // synonym
  append_statistics(statistics, out);
  OutputFile file(directory / "iamglass");
  file.append(out);
  file.close();
}

}  // namespace tvar::store::glass
