// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// Files inside files: members of archives, attachments of messages.
#pragma once

#include <istream>
#include <string>
#include <string_view>

#include "lib/readers/reader.h"

namespace tvar::readers {

/// Reads a file inside the source with the reader that its name asks for; its id is "ID/NAME", its place "PLACE/NAME".
/// @param id, place  of what holds it
bool read_nested(const Source& source, const Output& output, const std::string& id, const std::string& place,
                 std::string_view name, std::istream& content);

/// Whether the format is one of those that hold other files.
[[nodiscard]] bool is_archive(const ReaderEntry& entry);

/// Whether archives inside the source are refused, as those in another archive or a message are: what unpacks to more
/// and more of itself must end somewhere, and people unpack one level. Reports it.
bool refuse_nested_archive(const Source& source, const Output& output);

/// How deep messages may lie in messages and archives.
inline constexpr unsigned kMaxDepth = 5;

}  // namespace tvar::readers
