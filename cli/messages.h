// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// Everything that the tool says to people, in one table, in Czech and in English. The texts of options and
/// commands stand in their own tables (options.cpp, commands.cpp).
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "cli/language.h"
#include "tvar/error.h"
#include "tvar/query.h"

namespace tvar::cli {

/// The sentences of the tool; the table in messages.cpp has their texts and says what {0}, {1}… are.
enum class MessageId : std::uint8_t {
  hint,
  did_you_mean,
  see_help,
  // usage
  unknown_command,
  unknown_option,
  missing_value,
  unwanted_value,
  not_a_number,
  not_a_choice,
  needs_path,
  needs_path_to_read,
  needs_query,
  needs_id,
  needs_beginning,
  unwanted_argument,
  batch_takes_no_query,
  batch_needs_trec,
  trec_needs_batch,
  bad_sort,
  needs_command,
  not_together,
  format_needs_input,
  not_one_word,
  // the world
  no_index,
  no_index_hint,
  no_such_field,
  fields_are_listed,
  cannot_read,
  name_readable,
  cannot_write,
  unexpected,
  // index
  warning,
  indexed,
  ignored_files,
  skipped_files,
  synchronised,
  watching,
  waiting,
  updated,
  watched,
  deleted,
  rebuilt,
  field_changes,
  interrupted,
  set_aside,
  nothing_to_resume,
  progress,
  progress_left,
  // search
  found,
  nothing_found,
  any_word,
  corrected,
  unknown_value,
  unknown_value_nearest,
  partial_hits,
  missing,
  shown,
  collapsed,
  explained_forms,
  explained_place,
  explained_whole,
  as_lemma,
  as_guess,
  as_folded_stem,
  as_restored,
  as_exact,
  as_synonym,
  as_spelling,
  as_derivation,
  as_family,
  as_prefix,
  as_fuzzy,
  as_phrase,
  as_all_words,
  as_other,
  note,
  more_values,
  inexact_counts,
  no_values,
  imprecise_dates,
  batch_line,
  batch_no_tab,
  // suggest, similar
  suggested_word,
  suggested_phrase,
  suggested_title,
  suggested_value,
  nothing_begins_so,
  ids_are_shown,
  // show, stats, analyze, facts
  no_document,
  no_documents,
  stats_index,
  stats_documents,
  stats_size,
  stats_terms,
  stats_length,
  stats_format,
  stats_analyzer,
  stats_program,
  stats_schema,
  stats_boilerplate,
  stats_no_boilerplate,
  column_source,
  column_pages,
  column_line,
  column_field,
  column_kind,
  column_facet,
  column_multi,
  column_boost,
  yes,
  column_value,
  column_confidence,
  column_raw,
  column_token,
  column_bytes,
  column_position,
  column_exact,
  column_terms,
  unknown_word,
  lemma,
  forms,
  derivations,
  // help
  help_usage,
  help_commands,
  help_options,
  help_field_option,
  help_index_fields,
  help_default,
  help_begin,
  help_more,
  help_environment,
  help_exit_codes,
  help_about,
  version_stemmer,
  version_formats,
  count,
};

/// The text of a message, with its places still in it.
[[nodiscard]] std::string_view message_text(MessageId id, Language language);

/// What a failure of the library is called, for example "index locked".
[[nodiscard]] std::string_view error_name(ErrorCode code, Language language);

/// What is wrong with a query, for example "unknown field".
[[nodiscard]] std::string_view query_error_name(QueryError::Code code, Language language);

/// The spelling of the code in JSON, for example "unknown_field".
[[nodiscard]] std::string_view query_error_code(QueryError::Code code);

/// The same with the names and values of the query, as a sentence without a full stop.
[[nodiscard]] std::string query_error_text(const QueryError& error, Language language);

/// How a place of a query was read, as a sentence without a full stop.
[[nodiscard]] std::string query_note_text(const QueryNote& note, Language language);

/// The spelling of the code in JSON, for example "open_quote".
[[nodiscard]] std::string_view query_note_code(QueryNote::Code code);

/// Replaces {0}, {1}… of `pattern` by the arguments. Places without an argument stay as they are.
[[nodiscard]] std::string fill(std::string_view pattern, const std::vector<std::string>& arguments);

/// The messages in one language.
class Messages {
 public:
  explicit Messages(Language language) : language_(language) {}

  [[nodiscard]] Language language() const noexcept { return language_; }
  [[nodiscard]] std::string operator()(MessageId id, const std::vector<std::string>& arguments = {}) const {
    return fill(message_text(id, language_), arguments);
  }
  [[nodiscard]] std::string_view of(const Text& text) const { return text.in(language_); }

 private:
  Language language_;
};

}  // namespace tvar::cli
