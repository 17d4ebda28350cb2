// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// The one exception type of the library, for what goes wrong in the world around it.
///
/// Four kinds of failure are told apart. A bug of the caller is an assert. A wrong query of a user is a value
/// (QueryError in query.h). Normal absence is an empty optional or page. Everything else, a locked or damaged
/// index, a full disk, a file that breaks its format, is an Error:
///
///     try {
///       tvar::Searcher searcher = tvar::Searcher::open("pages.tvar");
///     } catch (const tvar::Error& error) {
///       // code() for programs, what() says what and where, hint() says what a person can do about it
///     }
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>

#include "tvar/export.h"

namespace tvar {
inline namespace v1 {

/// What happened. Values are part of the interface (exit codes, JSON, bindings): do not change or reuse one.
enum class ErrorCode : int {
  not_found = 1,          ///< no such file, index, field or document
  already_exists = 2,     ///< something is there that must not be overwritten
  locked = 3,             ///< another writer holds the index
  changed = 4,            ///< the index moved on under a reader and the reader could not follow
  corrupt = 5,            ///< damaged, truncated, or not what it claims to be
  format_too_new = 6,     ///< written by a newer program, in a way this one must not guess at
  format_too_old = 7,     ///< written by an older program whose format is not read any more
  analyzer_mismatch = 8,  ///< the index was built with another analyzer or lexicon version
  unsupported = 9,        ///< this build or this kind of index can't do it
  invalid_argument = 10,  ///< a schema, an option or a document that makes no sense
  io = 11,                ///< reading or writing failed; the message has the system's reason
  disk_full = 12,         ///< no space left
  cancelled = 13,         ///< a progress callback asked to stop
  internal = 14,          ///< a bug in tvar
};

/// The name of a code as it is spelled above, for example "not_found"; "unknown" for other numbers.
TVAR_EXPORT std::string_view to_string(ErrorCode code) noexcept;

/// See the file comment. The message is English, one sentence, begins with the place (path, field, id) and has
/// no final full stop; the hint is empty or one sentence that begins with a verb.
class TVAR_EXPORT Error : public std::runtime_error {
 public:
  Error(ErrorCode code, const std::string& message, std::string hint = {});
  Error(const Error&) = default;
  Error& operator=(const Error&) = default;
  ~Error() override;

  [[nodiscard]] ErrorCode code() const noexcept { return code_; }
  [[nodiscard]] const std::string& hint() const noexcept { return hint_; }

 private:
  ErrorCode code_;
  std::string hint_;
};

}  // namespace v1
}  // namespace tvar
