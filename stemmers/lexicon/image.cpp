// SPDX-License-Identifier: GPL-2.0-or-later
#include "stemmers/lexicon/image.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <bit>
#include <cerrno>
#include <cstring>
#include <system_error>
#include <utility>

#include "tvar/error.h"

namespace tvar::stemmers::lexicon {
namespace {

static_assert(std::endian::native == std::endian::little, "the image is read as it lies in the file");

constexpr const char* kRebuildHint =
    "Install the lexicon of this version again, or build the target tvar_lexicon";

[[noreturn]] void refuse(const std::string& name, ErrorCode code, const std::string& why) {
  throw Error(code, name + ": " + why, kRebuildHint);
}

[[noreturn]] void refuse_system(const std::string& name, const char* operation) {
  const int error = errno;
  const ErrorCode code = error == ENOENT || error == ENOTDIR ? ErrorCode::not_found : ErrorCode::io;
  throw Error(code, name + ": " + operation + " failed: " + std::system_category().message(error),
              kRebuildHint);
}

// Closes the descriptor on every way out.
class Descriptor {
 public:
  explicit Descriptor(const std::string& name) : value_(::open(name.c_str(), O_RDONLY | O_CLOEXEC)) {
    if (value_ < 0) refuse_system(name, "open");
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() { ::close(value_); }
  [[nodiscard]] int value() const noexcept { return value_; }

 private:
  int value_;
};

}  // namespace

MappedFile::MappedFile(const std::filesystem::path& path) {
  const std::string name = path.string();
  const Descriptor descriptor(name);
  struct stat status {};
  if (::fstat(descriptor.value(), &status) != 0) refuse_system(name, "stat");
  if (!S_ISREG(status.st_mode)) throw Error(ErrorCode::io, name + ": not a regular file", kRebuildHint);
  const auto size = static_cast<std::size_t>(status.st_size);
  if (size == 0) return;  // an empty file cannot be mapped; the image will say what is wrong with it
  void* memory = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE | MAP_POPULATE, descriptor.value(), 0);
  if (memory == MAP_FAILED) refuse_system(name, "mmap");
  bytes_ = {static_cast<const std::byte*>(memory), size};
}

MappedFile::MappedFile(MappedFile&& other) noexcept : bytes_(std::exchange(other.bytes_, {})) {}

MappedFile& MappedFile::operator=(MappedFile&& other) noexcept {
  std::swap(bytes_, other.bytes_);
  return *this;
}

MappedFile::~MappedFile() {
  // munmap wants a pointer to what it may change; the pages are read-only all the same.
  if (!bytes_.empty()) ::munmap(const_cast<std::byte*>(bytes_.data()), bytes_.size());
}

Image::Image(const std::filesystem::path& path) : file_(path), bytes_(file_.bytes()) {
  check(path.string());
}

Image::Image(std::vector<std::byte> bytes, std::string name) : owned_(std::move(bytes)), bytes_(owned_) {
  check(name);
}

void Image::check(const std::string& name) {
  if (bytes_.size() < sizeof(Header)) refuse(name, ErrorCode::corrupt, "too short for a lexicon image");
  std::memcpy(&header_, bytes_.data(), sizeof(Header));
  if (header_.magic != kMagic) refuse(name, ErrorCode::corrupt, "not a lexicon image");
  if (header_.format_version > kFormatVersion) {
    refuse(name, ErrorCode::format_too_new,
           "has format " + std::to_string(header_.format_version) + ", this program knows up to " +
               std::to_string(kFormatVersion));
  }
  if (header_.format_version < kFormatVersion) {
    refuse(name, ErrorCode::format_too_old,
           "has format " + std::to_string(header_.format_version) + ", this program reads " +
               std::to_string(kFormatVersion));
  }
  if (header_.header_size != sizeof(Header) ||
      header_.header_hash != hash_bytes(&header_, offsetof(Header, header_hash))) {
    refuse(name, ErrorCode::corrupt, "the header is damaged");
  }
  if (header_.file_size != bytes_.size()) {
    refuse(name, ErrorCode::corrupt,
           "has " + std::to_string(bytes_.size()) + " bytes instead of " + std::to_string(header_.file_size));
  }
  const auto content = bytes_.subspan(sizeof(Header));
  if (header_.content_hash != hash_bytes(content.data(), content.size())) {
    refuse(name, ErrorCode::corrupt, "damaged: the checksum does not match");
  }
  // The rest cannot happen by accident, but nothing below may run out of bounds whatever the file says.
  for (const Section section :
       {header_.source_version, header_.alphabet, header_.arcs, header_.guesser, header_.folded_guesser}) {
    if (section.offset % sizeof(std::uint32_t) != 0 || section.offset > bytes_.size() ||
        section.size > bytes_.size() - section.offset) {
      refuse(name, ErrorCode::corrupt, "a part lies outside of the file");
    }
  }
  const auto letters = alphabet();
  const bool sorted =
      std::adjacent_find(letters.begin(), letters.end(), std::greater_equal<>()) == letters.end();
  if (letters.size() > kMaxLetters || !sorted || (!letters.empty() && letters.back() > 0x10FFFFU)) {
    refuse(name, ErrorCode::corrupt, "the alphabet makes no sense");
  }
  if (arcs().empty() || !arcs().back().last() || header_.root >= arcs().size()) {
    refuse(name, ErrorCode::corrupt, "the automaton makes no sense");
  }
}

std::string_view Image::source_version() const noexcept {
  const auto bytes = part(header_.source_version);
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

std::span<const std::uint32_t> Image::alphabet() const noexcept {
  const auto bytes = part(header_.alphabet);
  return {reinterpret_cast<const std::uint32_t*>(bytes.data()), bytes.size() / sizeof(std::uint32_t)};
}

std::span<const Arc> Image::arcs() const noexcept {
  static_assert(sizeof(Arc) == sizeof(std::uint32_t));
  const auto bytes = part(header_.arcs);
  return {reinterpret_cast<const Arc*>(bytes.data()), bytes.size() / sizeof(Arc)};
}

}  // namespace tvar::stemmers::lexicon
