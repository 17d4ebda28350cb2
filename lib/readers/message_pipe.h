// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// What the helper says to the library: documents and problems, through a pipe between two programs of one build.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "tvar/document.h"
#include "tvar/reader.h"

namespace tvar::readers {

/// One of: a document and its place ("D", place, id, then names and values), a problem ("W" or "E", place, message),
/// the end of the file ("."). Nothing else may come, and without the end the file was not read to its end.
using Message = std::vector<std::string>;

[[nodiscard]] Message document_message(Document document, const std::string& where);
[[nodiscard]] Message problem_message(const ReadProblem& problem);
[[nodiscard]] Message end_message();

/// The document of a message that begins with "D", moved out of it; nothing when it is malformed.
[[nodiscard]] std::optional<Document> document_of(Message& message);
/// The problem of a message that begins with "W" or "E"; nothing when it is malformed.
[[nodiscard]] std::optional<ReadProblem> problem_of(const Message& message);

/// Writes the whole message. @return false when nobody listens any more
bool write_message(int descriptor, const Message& message);

/// Takes messages from a pipe whose writer is not trusted.
class MessageReader {
 public:
  enum class Outcome : std::uint8_t { message, end_of_pipe, too_much, timeout };

  /// @param max_bytes  of one message
  /// @param max_total  of all of them
  MessageReader(int descriptor, std::uint64_t max_bytes, std::uint64_t max_total, int timeout_seconds)
      : descriptor_(descriptor), max_bytes_(max_bytes), left_(max_total), timeout_seconds_(timeout_seconds) {}

  Outcome next(Message& message);

 private:
  Outcome read(char* into, std::size_t size);
  Outcome read_length(std::uint64_t& length);

  int descriptor_;
  std::uint64_t max_bytes_;
  std::uint64_t left_;
  int timeout_seconds_;
};

}  // namespace tvar::readers
