// SPDX-License-Identifier: GPL-2.0-or-later
#include "lib/readers/isolated/descriptor_buffer.h"

#include <unistd.h>

#include <cerrno>
#include <system_error>

namespace tvar::readers {

DescriptorBuffer::int_type DescriptorBuffer::underflow() {
  ssize_t count = -1;
  do {
    count = ::read(descriptor_, bytes_.data(), bytes_.size());
  } while (count < 0 && errno == EINTR);
  if (count < 0) throw std::ios_base::failure("read", std::error_code(errno, std::generic_category()));
  if (count == 0) return traits_type::eof();
  setg(bytes_.data(), bytes_.data(), bytes_.data() + count);
  return traits_type::to_int_type(bytes_.front());
}

DescriptorBuffer::pos_type DescriptorBuffer::seekoff(off_type offset, std::ios_base::seekdir from,
                                                     std::ios_base::openmode /*which*/) {
  // The descriptor stands behind what is in the buffer.
  if (from == std::ios_base::cur) offset -= egptr() - gptr();
  setg(nullptr, nullptr, nullptr);
  const int whence = from == std::ios_base::beg ? SEEK_SET : from == std::ios_base::cur ? SEEK_CUR : SEEK_END;
  return ::lseek(descriptor_, offset, whence);
}

DescriptorBuffer::pos_type DescriptorBuffer::seekpos(pos_type position, std::ios_base::openmode which) {
  return seekoff(position, std::ios_base::beg, which);
}

}  // namespace tvar::readers
