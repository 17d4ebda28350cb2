// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/help.h"

#include <algorithm>
#include <utility>

#include "cli/text.h"

namespace tvar::cli {
namespace {

constexpr std::size_t kWidth = 79;  // what a terminal of 80 columns shows without wrapping

using Row = std::pair<std::string, std::string>;

// The words of `text`, broken into lines of at most `columns`.
std::vector<std::string> wrap(const std::string& text, std::size_t columns) {
  std::vector<std::string> lines(1);
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find(' ', begin), text.size());
    const std::string word = text.substr(begin, end - begin);
    if (!lines.back().empty() && display_width(lines.back()) + 1 + display_width(word) > columns) {
      lines.emplace_back();
    }
    if (!lines.back().empty()) lines.back() += ' ';
    lines.back() += word;
    begin = end + 1;
  }
  return lines;
}

// Names that would leave little room for the texts of all have a line of their own.
std::string two_columns(const std::vector<Row>& rows) {
  constexpr std::size_t kWidestName = 26;
  std::size_t left = 0;
  for (const auto& [name, text] : rows) {
    if (display_width(name) <= kWidestName) left = std::max(left, display_width(name));
  }
  const std::size_t indent = 2 + left + 2;
  std::string out;
  for (const auto& [name, text] : rows) {
    std::string head = pad_right("  " + name, indent);
    if (display_width(name) > kWidestName) {
      out += head + "\n";
      head.assign(indent, ' ');
    }
    for (const std::string& line : wrap(text, kWidth - indent)) {
      out += head + line + "\n";
      head.assign(indent, ' ');
    }
  }
  return out;
}

std::string command_table(const Messages& messages) {
  std::vector<Row> rows;
  for (const CommandSpec& spec : commands()) {
    std::string usage(spec.name);
    if (!spec.synopsis.empty()) usage.append(" ").append(localized(spec.synopsis, messages.language()));
    rows.emplace_back(usage, messages.of(spec.summary));
  }
  return messages(MessageId::help_commands) + "\n" + two_columns(rows);
}

std::string joined(const std::vector<std::string>& names) {
  std::string out;
  for (const std::string& name : names) out += (out.empty() ? "--" : ", --") + name;
  return out;
}

}  // namespace

std::string option_summary(const OptionSpec& spec, const Messages& messages) {
  std::string text(messages.of(spec.summary));
  if (!spec.default_value.empty()) {
    text += " " + messages(MessageId::help_default, {std::string(spec.default_value)});
  }
  return text;
}

std::string short_help(const Messages& messages) {
  return messages(MessageId::help_usage, {localized("tvar COMMAND ...", messages.language())}) + "\n" +
         command_table(messages) + messages(MessageId::help_begin) + "\n" + messages(MessageId::help_more) +
         "\n";
}

std::string general_help(const Messages& messages) {
  std::string out = messages(MessageId::help_about) + "\n\n";
  out += messages(MessageId::help_usage,
                  {localized("tvar COMMAND ... | tvar --help | tvar --version", messages.language())}) +
         "\n\n";
  out += command_table(messages) + "\n";
  for (const MessageId id : {MessageId::help_begin, MessageId::help_more, MessageId::help_environment,
                             MessageId::help_exit_codes}) {
    for (const std::string& line : wrap(messages(id), kWidth)) out += line + "\n";
  }
  return out;
}

std::string command_help(const CommandSpec& command, const Messages& messages,
                         const std::vector<std::string>& fields) {
  std::string usage = "tvar " + std::string(command.name);
  if (!command.synopsis.empty()) usage.append(" ").append(localized(command.synopsis, messages.language()));
  std::vector<Row> rows;
  for (const OptionSpec& spec : options()) {
    if (spec.belongs_to(command.command))
      rows.emplace_back(spec.usage(messages.language()), option_summary(spec, messages));
  }
  if (takes_fields(command.command))
    rows.insert(rows.begin(),
                {localized("--FIELD VALUE", messages.language()), messages(MessageId::help_field_option)});

  std::string out = messages(MessageId::help_usage, {usage}) + "\n\n";
  out += std::string(messages.of(command.summary)) + "\n\n";
  out += messages(MessageId::help_options) + "\n" + two_columns(rows);
  if (!fields.empty()) {
    out += "\n";
    for (const std::string& line : wrap(messages(MessageId::help_index_fields, {joined(fields)}), kWidth)) {
      out += line + "\n";
    }
  }
  return out;
}

}  // namespace tvar::cli
