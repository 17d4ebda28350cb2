// SPDX-License-Identifier: GPL-2.0-or-later
#include "lib/readers/message_pipe.h"

#include <poll.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <string_view>
#include <utility>

namespace tvar::readers {
namespace {

/// A document has a few dozen fields; a mail that was sent to half the country has some thousand.
constexpr std::uint64_t kMaxStrings = 1'000'000;

void append_length(std::string& bytes, std::uint64_t length) {
  // Both ends run on this machine, so the order of bytes is its own.
  bytes.append(reinterpret_cast<const char*>(&length), sizeof length);
}

constexpr std::size_t kWrittenAtOnce = std::size_t{64} << 10U;

bool write_all(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t count = ::write(descriptor, bytes.data(), bytes.size());
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
  return true;
}

}  // namespace

Message document_message(Document document, const std::string& where) {
  Message message = {"D", where, std::move(document.id)};
  for (FieldValue& field : document.fields) {
    message.push_back(std::move(field.name));
    message.push_back(std::move(field.value));
  }
  return message;
}

Message problem_message(const ReadProblem& problem) {
  return {problem.severity == ReadProblem::Severity::error ? "E" : "W", problem.where, problem.message};
}

Message end_message() {
  return {"."};
}

std::optional<Document> document_of(Message& message) {
  if (message.size() < 3 || message.size() % 2 == 0 || message[0] != "D") return std::nullopt;
  Document document;
  document.id = std::move(message[2]);
  for (std::size_t i = 3; i + 1 < message.size(); i += 2) {
    document.add(std::move(message[i]), std::move(message[i + 1]));
  }
  return document;
}

std::optional<ReadProblem> problem_of(const Message& message) {
  if (message.size() != 3 || (message[0] != "E" && message[0] != "W")) return std::nullopt;
  const auto severity = message[0] == "E" ? ReadProblem::Severity::error : ReadProblem::Severity::warning;
  return ReadProblem{severity, message[1], message[2]};
}

bool write_message(int descriptor, const Message& message) {
  std::string bytes;
  append_length(bytes, message.size());
  for (const std::string& part : message) {
    append_length(bytes, part.size());
    bytes += part;
    // Many short parts go out together; a long one does not have to wait, in memory, for those behind it.
    if (bytes.size() < kWrittenAtOnce) continue;
    if (!write_all(descriptor, bytes)) return false;
    bytes.clear();
  }
  return write_all(descriptor, bytes);
}

MessageReader::Outcome MessageReader::next(Message& message) {
  message.clear();
  std::uint64_t count = 0;
  if (const Outcome outcome = read_length(count); outcome != Outcome::message) return outcome;
  if (count > kMaxStrings) return Outcome::too_much;
  std::uint64_t room = max_bytes_;
  for (std::uint64_t i = 0; i < count; ++i) {
    std::uint64_t length = 0;
    if (const Outcome outcome = read_length(length); outcome != Outcome::message) return outcome;
    if (length > room) return Outcome::too_much;
    room -= length;
    std::string part(length, '\0');
    if (const Outcome outcome = read(part.data(), part.size()); outcome != Outcome::message) return outcome;
    message.push_back(std::move(part));
  }
  return Outcome::message;
}

MessageReader::Outcome MessageReader::read_length(std::uint64_t& length) {
  return read(reinterpret_cast<char*>(&length), sizeof length);
}

MessageReader::Outcome MessageReader::read(char* into, std::size_t size) {
  if (size > left_) return Outcome::too_much;
  left_ -= size;
  while (size > 0) {
    pollfd event{.fd = descriptor_, .events = POLLIN, .revents = 0};
    const int ready = ::poll(&event, 1, timeout_seconds_ * 1000);
    if (ready < 0 && errno == EINTR) continue;
    if (ready == 0) return Outcome::timeout;
    const ssize_t count = ready < 0 ? -1 : ::read(descriptor_, into, size);
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return Outcome::end_of_pipe;
    into += count;
    size -= static_cast<std::size_t>(count);
  }
  return Outcome::message;
}

}  // namespace tvar::readers
