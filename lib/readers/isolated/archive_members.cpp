// SPDX-License-Identifier: GPL-2.0-or-later
#include "lib/readers/isolated/archive_members.h"

#include <archive.h>
#include <archive_entry.h>

#include <array>
#include <cerrno>
#include <cstdio>
#include <utility>

#include "lib/readers/file_text.h"
#include "lib/text/utf8.h"

namespace tvar::readers {
namespace {

struct FreeArchive {
  void operator()(archive* reader) const { archive_read_free(reader); }
};

/// Names in zip files from Windows are in a code page of DOS, and nothing says in which.
std::string name_of(archive_entry* entry) {
  const char* const utf8 = archive_entry_pathname_utf8(entry);
  if (utf8 != nullptr) return text::repair_utf8(utf8);
  const char* const bytes = archive_entry_pathname(entry);
  return bytes == nullptr ? std::string() : decode_text(bytes, {}).text;
}

void drop_prefix(std::string& name, std::string_view prefix) {
  while (name.starts_with(prefix)) name.erase(0, prefix.size());
}

}  // namespace

class ArchiveMembers::Impl : private std::streambuf {
 public:
  Impl(std::istream& file, ArchiveKind kind, std::uint64_t max_bytes)
      : file_(file), max_bytes_(max_bytes), left_(max_bytes), archive_(archive_read_new()), content_(this) {
    archive* const reader = archive_.get();
    if (kind == ArchiveKind::zip) {
      archive_read_support_format_zip(reader);
    } else {
      // Not "all": some filters run programs.
      archive_read_support_filter_gzip(reader);
      archive_read_support_filter_bzip2(reader);
      archive_read_support_filter_xz(reader);
      archive_read_support_filter_zstd(reader);
      kind == ArchiveKind::tar ? archive_read_support_format_tar(reader)
                               : archive_read_support_format_raw(reader);
      archive_read_support_format_empty(reader);
    }
    archive_read_set_read_callback(reader, read);
    archive_read_set_seek_callback(reader, seek);
    archive_read_set_callback_data(reader, this);
    if (archive_read_open1(reader) != ARCHIVE_OK) fail();
    if (error_.empty() && kind == ArchiveKind::compressed) open_compressed();
  }

  bool next() {
    setg(nullptr, nullptr, nullptr);
    content_.clear();
    if (std::exchange(peeked_, false)) return true;
    while (error_.empty() && !at_end_) {
      archive_entry* entry = nullptr;
      const int status = archive_read_next_header(archive_.get(), &entry);
      at_end_ = status == ARCHIVE_EOF;
      if (at_end_) return false;
      if (status < ARCHIVE_WARN) {
        fail();
        return false;
      }
      if (archive_entry_filetype(entry) != AE_IFREG) continue;
      name_ = name_of(entry);
      drop_prefix(name_, "./");
      drop_prefix(name_, "/");
      encrypted_ = archive_entry_is_data_encrypted(entry) != 0;
      return true;
    }
    return false;
  }

  [[nodiscard]] const std::string& name() const { return name_; }
  [[nodiscard]] bool encrypted() const { return encrypted_; }
  [[nodiscard]] std::istream& content() { return content_; }
  [[nodiscard]] const std::string& error() const { return error_; }

 private:
  /// Without a filter the raw format takes any file as it is.
  void open_compressed() {
    peeked_ = next();
    if (archive_filter_code(archive_.get(), 0) != ARCHIVE_FILTER_NONE || !error_.empty()) return;
    error_ = "is not compressed, whatever its name says";
    peeked_ = false;
  }

  void fail() {
    if (!error_.empty()) return;
    const char* const reason = archive_error_string(archive_.get());
    error_ = "is broken: " + std::string(reason == nullptr ? "unknown reason" : reason);
  }

  /// The bytes of the member at hand.
  int_type underflow() override {
    const la_ssize_t count =
        error_.empty() ? archive_read_data(archive_.get(), data_.data(), data_.size()) : -1;
    if (count == 0) return traits_type::eof();
    if (count < 0 || static_cast<std::uint64_t>(count) > left_) {
      if (count < 0) fail();
      if (error_.empty())
        error_ = "unpacks to more than " + size_spelled(max_bytes_) + ", the most that is read of one file";
      errno = EIO;
      throw std::ios_base::failure("archive");
    }
    left_ -= static_cast<std::uint64_t>(count);
    setg(data_.data(), data_.data(), data_.data() + count);
    return traits_type::to_int_type(data_.front());
  }

  static la_ssize_t read(archive* /*reader*/, void* self, const void** bytes) {
    Impl& impl = *static_cast<Impl*>(self);
    *bytes = impl.packed_.data();
    impl.file_.read(impl.packed_.data(), static_cast<std::streamsize>(impl.packed_.size()));
    return impl.file_.bad() ? ARCHIVE_FATAL : static_cast<la_ssize_t>(impl.file_.gcount());
  }

  static la_int64_t seek(archive* /*reader*/, void* self, la_int64_t offset, int whence) {
    std::istream& file = static_cast<Impl*>(self)->file_;
    file.clear();
    file.seekg(offset, whence == SEEK_SET   ? std::ios_base::beg
                       : whence == SEEK_CUR ? std::ios_base::cur
                                            : std::ios_base::end);
    const auto place = static_cast<la_int64_t>(file.tellg());
    return place < 0 ? ARCHIVE_FATAL : place;
  }

  std::istream& file_;
  std::uint64_t max_bytes_;
  std::uint64_t left_;
  std::unique_ptr<archive, FreeArchive> archive_;
  std::istream content_;
  std::string name_;
  std::string error_;
  bool encrypted_ = false;
  bool at_end_ = false;
  bool peeked_ = false;  // next() was called already
  std::array<char, 1U << 16U> packed_{};
  std::array<char, 1U << 16U> data_{};
};

ArchiveMembers::ArchiveMembers(std::istream& file, ArchiveKind kind, std::uint64_t max_bytes)
    : impl_(std::make_unique<Impl>(file, kind, max_bytes)) {}
ArchiveMembers::~ArchiveMembers() = default;

bool ArchiveMembers::next() {
  return impl_->next();
}
const std::string& ArchiveMembers::name() const {
  return impl_->name();
}
bool ArchiveMembers::encrypted() const {
  return impl_->encrypted();
}
std::istream& ArchiveMembers::content() {
  return impl_->content();
}
const std::string& ArchiveMembers::error() const {
  return impl_->error();
}

}  // namespace tvar::readers
