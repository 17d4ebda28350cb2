// SPDX-License-Identifier: GPL-2.0-or-later
#include "tvar/error.h"

#include <utility>

namespace tvar {
inline namespace v1 {

std::string_view to_string(ErrorCode code) noexcept {
  switch (code) {
    case ErrorCode::not_found:
      return "not_found";
    case ErrorCode::already_exists:
      return "already_exists";
    case ErrorCode::locked:
      return "locked";
    case ErrorCode::changed:
      return "changed";
    case ErrorCode::corrupt:
      return "corrupt";
    case ErrorCode::format_too_new:
      return "format_too_new";
    case ErrorCode::format_too_old:
      return "format_too_old";
    case ErrorCode::analyzer_mismatch:
      return "analyzer_mismatch";
    case ErrorCode::unsupported:
      return "unsupported";
    case ErrorCode::invalid_argument:
      return "invalid_argument";
    case ErrorCode::io:
      return "io";
    case ErrorCode::disk_full:
      return "disk_full";
    case ErrorCode::cancelled:
      return "cancelled";
    case ErrorCode::internal:
      return "internal";
  }
  return "unknown";
}

Error::Error(ErrorCode code, const std::string& message, std::string hint)
    : std::runtime_error(message), code_(code), hint_(std::move(hint)) {}

// Here, so that the type information of the exception lives in the library and nowhere else.
Error::~Error() = default;

}  // namespace v1
}  // namespace tvar
