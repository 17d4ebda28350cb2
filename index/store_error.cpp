// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/store_error.h"

#include <xapian.h>

#include <cerrno>
#include <new>
#include <system_error>

namespace tvar::store {
namespace {

constexpr std::string_view kCheckHint = "Check the disk, then rebuild the index from its source documents.";

std::string sentence(const std::filesystem::path& path, std::string_view doing, std::string_view reason) {
  std::string text = path.string() + ": can't ";
  text += doing;
  text += ": ";
  text += reason;
  return text;
}

// What Xapian says, and what the system said to Xapian.
std::string reason_of(const Xapian::Error& error) {
  std::string reason = error.get_msg();
  const char* system = error.get_error_string();
  if (system != nullptr && *system != '\0') reason += std::string(" (") + system + ")";
  return reason;
}

// Also in the message: a failure while recovering from a failure has its reason only there.
bool is_disk_full(const Xapian::Error& error) {
  const std::string reason = reason_of(error);
  return reason.find(std::generic_category().message(ENOSPC)) != std::string::npos ||
         reason.find(std::generic_category().message(EDQUOT)) != std::string::npos;
}

Error full_disk(const std::filesystem::path& path, std::string_view doing) {
  return {ErrorCode::disk_full, sentence(path, doing, "no space left on the disk"),
          "Free some space and repeat; what was committed before is whole."};
}

}  // namespace

Error system_error(const std::filesystem::path& path, std::string_view doing, int error_number) {
  if (error_number == ENOSPC || error_number == EDQUOT) return full_disk(path, doing);
  const bool missing = error_number == ENOENT;
  const bool denied = error_number == EACCES || error_number == EPERM || error_number == EROFS;
  return {missing ? ErrorCode::not_found : ErrorCode::io,
          sentence(path, doing, std::generic_category().message(error_number)),
          denied ? "Check the permissions of the directory." : ""};
}

void rethrow_as_error(const std::filesystem::path& index, std::string_view doing) {
  try {
    throw;
  } catch (const tvar::Error&) {
    throw;
  } catch (const Xapian::DatabaseLockError&) {
    throw Error(ErrorCode::locked, sentence(index, doing, "another program is writing to the index"),
                "Wait until it has finished, or stop it.");
  } catch (const Xapian::DatabaseModifiedError& error) {
    throw Error(ErrorCode::changed, sentence(index, doing, reason_of(error)), "Repeat the search.");
  } catch (const Xapian::DatabaseVersionError& error) {
    throw Error(ErrorCode::format_too_new, sentence(index, doing, reason_of(error)),
                "Use the version of Xapian that wrote it, or rebuild the index.");
  } catch (const Xapian::DatabaseNotFoundError& error) {
    throw Error(ErrorCode::corrupt, sentence(index, doing, reason_of(error)), std::string(kCheckHint));
  } catch (const Xapian::DatabaseCorruptError& error) {
    throw Error(ErrorCode::corrupt, sentence(index, doing, reason_of(error)), std::string(kCheckHint));
  } catch (const Xapian::DatabaseError& error) {
    if (is_disk_full(error)) throw full_disk(index, doing);
    throw Error(ErrorCode::io, sentence(index, doing, reason_of(error)),
                "Check the disk and the permissions.");
  } catch (const Xapian::NetworkError& error) {
    throw Error(ErrorCode::io, sentence(index, doing, reason_of(error)), "Check that the server runs.");
  } catch (const Xapian::Error& error) {
    throw Error(ErrorCode::internal, sentence(index, doing, error.get_description()), "Please report this.");
  } catch (const std::filesystem::filesystem_error& error) {
    throw system_error(error.path1().empty() ? index : error.path1(), doing, error.code().value());
  } catch (const std::bad_alloc&) {
    throw Error(ErrorCode::io, sentence(index, doing, "out of memory"), "Give the program more memory.");
  }
}

}  // namespace tvar::store
