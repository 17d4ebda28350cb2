// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// What was typed behind the name of a command, checked against the table of options.
///
/// Values are kept as they were typed, whatever bytes they are: paths and ids need them so.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cli/messages.h"
#include "cli/options.h"
#include "tvar/schema.h"
#include "tvar/searcher.h"

namespace tvar::cli {

/// As many as an index can have, and the largest number that makes sense.
inline constexpr std::size_t kMostDocuments = 4'294'967'295;

/// What the user typed makes no sense. Exit code 2.
struct UsageError {
  MessageId message;
  std::vector<std::string> arguments;
  std::string suggestion;  ///< what was meant, perhaps; may be empty
};

/// The options and words of one command line.
class Arguments {
 public:
  [[nodiscard]] bool has(OptionId id) const noexcept;
  /// The last value given, else the default of the table, else nothing.
  [[nodiscard]] std::optional<std::string> value(OptionId id) const;
  /// All values given, in order; of an option given without its optional value, "".
  [[nodiscard]] std::vector<std::string> values(OptionId id) const;
  /// The value as a number from `smallest` to `largest`. @throws UsageError
  [[nodiscard]] std::size_t number(OptionId id, std::size_t largest, std::size_t smallest = 0) const;
  /// Which of two options was given last; nothing when neither was.
  [[nodiscard]] std::optional<OptionId> last_of(OptionId a, OptionId b) const noexcept;

  /// What is no option, in order.
  [[nodiscard]] const std::vector<std::string>& words() const noexcept { return words_; }
  /// The words joined by spaces, repaired to UTF-8.
  [[nodiscard]] std::string text() const;
  /// The options named by fields of the schema, in the order in which the fields were first given.
  [[nodiscard]] const std::vector<Filter>& filters() const noexcept { return filters_; }

 private:
  friend class ArgumentParser;
  explicit Arguments(Command command) : command_(command) {}

  Command command_;
  std::vector<std::pair<OptionId, std::string>> options_;
  std::vector<std::string> words_;
  std::vector<Filter> filters_;
};

/// Reads a command line. With a schema, its facet fields are options too, but for those that the command has
/// an option of the same name for. @throws UsageError
[[nodiscard]] Arguments parse_arguments(Command command, const std::vector<std::string>& arguments,
                                        const Schema* schema = nullptr);

/// The first of two readings, before it is known which index, and so which fields, there are: options that the
/// command does not have are passed over, and nothing is thrown for them. @throws UsageError for missing values
[[nodiscard]] Arguments scan_arguments(Command command, const std::vector<std::string>& arguments);

/// Whether the fields of an index are options of the command.
[[nodiscard]] bool takes_fields(Command command);

/// Names of the schema's fields that are options of the command.
[[nodiscard]] std::vector<std::string> field_options(Command command, const Schema& schema);

}  // namespace tvar::cli
