// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// Opens a lexicon image: maps the file into memory, refuses what is damaged or foreign, and hands out its parts.
/// The pages are shared by all processes that have the file open; nothing is copied or unpacked.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "stemmers/lexicon/format.h"

namespace tvar::stemmers::lexicon {

/// A file mapped for reading; unmapped by the destructor.
class MappedFile {
 public:
  MappedFile() = default;
  /// @throws tvar::Error  not_found or io, with the path
  explicit MappedFile(const std::filesystem::path& path);
  MappedFile(MappedFile&& other) noexcept;
  MappedFile& operator=(MappedFile&& other) noexcept;
  ~MappedFile();

  [[nodiscard]] std::span<const std::byte> bytes() const noexcept { return bytes_; }

 private:
  std::span<const std::byte> bytes_;
};

/// A checked image. Header and content carry hashes, both are compared when the image is opened, so that a damaged
/// file is found at once: hashing 3 MB takes a third of a millisecond. Movable; the spans stay valid then, and live
/// as long as the object.
class Image {
 public:
  /// @throws tvar::Error  not_found, io; corrupt (damaged, cut off, or no lexicon image); format_too_new or
  ///         format_too_old (made by another version of the compiler). The message begins with the path.
  explicit Image(const std::filesystem::path& path);

  /// An image in memory; `name` stands in for the path in messages.
  Image(std::vector<std::byte> bytes, std::string name);

  [[nodiscard]] std::string_view source_version() const noexcept;
  [[nodiscard]] std::uint64_t content_hash() const noexcept { return header_.content_hash; }
  [[nodiscard]] std::span<const std::uint32_t> alphabet() const noexcept;
  [[nodiscard]] std::span<const Arc> arcs() const noexcept;
  [[nodiscard]] std::span<const std::byte> guesser() const noexcept { return part(header_.guesser); }
  [[nodiscard]] std::span<const std::byte> folded_guesser() const noexcept {
    return part(header_.folded_guesser);
  }
  [[nodiscard]] const Header& header() const noexcept { return header_; }

 private:
  void check(const std::string& name);
  [[nodiscard]] std::span<const std::byte> part(Section section) const noexcept {
    return bytes_.subspan(section.offset, section.size);
  }

  MappedFile file_;
  std::vector<std::byte> owned_;
  std::span<const std::byte> bytes_;
  Header header_;
};

}  // namespace tvar::stemmers::lexicon
