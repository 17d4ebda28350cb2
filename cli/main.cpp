// SPDX-License-Identifier: GPL-2.0-or-later
// The one place where results and failures become exit codes.
#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <exception>

#include "cli/commands.h"
#include "cli/environment.h"
#include "cli/help.h"
#include "cli/json.h"
#include "cli/lines.h"
#include "cli/search_request.h"
#include "cli/text.h"
#include "tvar/analyzer.h"
#include "tvar/reader.h"
#include "tvar/version.h"

namespace tvar::cli {
namespace {

void suggest(const Context& context, const std::string& suggestion) {
  if (suggestion.empty()) return;
  context.say(MessageId::hint, {context.messages(MessageId::did_you_mean, {suggestion})});
}

void report(const Context& context, const UsageError& error, std::string_view command) {
  context.say(error.message, error.arguments);
  suggest(context, error.suggestion);
  const std::string help = "tvar " + std::string(command) + (command.empty() ? "--help" : " --help");
  context.say(MessageId::hint, {context.messages(MessageId::see_help, {help})});
}

void report(const Context& context, const Error& error) {
  const std::string_view name = error_name(error.code(), context.messages.language());
  context.diagnostics.message(std::string(name) + ": " + error.what());
  if (!error.hint().empty()) context.say(MessageId::hint, {error.hint()});
}

void report(const Context& context, const NoIndex& error) {
  context.say(MessageId::no_index, {error.folder});
  context.say(MessageId::hint, {context.messages(MessageId::no_index_hint)});
}

void report(const Context& context, const NoSuchField& error) {
  context.say(MessageId::no_such_field, {printable(error.field)});
  suggest(context, error.suggestion);
  context.say(MessageId::hint, {context.messages(MessageId::fields_are_listed)});
}

// The same in English, as an error of the library is.
Error in_english(ErrorCode code, MessageId message, std::vector<std::string> arguments, MessageId hint) {
  for (std::string& argument : arguments) argument = repair_utf8(argument);
  return {code, fill(message_text(message, Language::english), arguments),
          std::string(message_text(hint, Language::english))};
}

// With --json a program reads stdout, so that failures of the library are told there, too.
void print_error_json(Context& context, const Invocation& invocation, const Error& error) {
  if (wants_json(invocation.scanned)) print_json(context.out, to_json(error));
}

std::vector<std::string> fields_of_index(const Context& context, const Invocation& invocation) try {
  if (!takes_fields(invocation.command)) return {};
  const Searcher searcher = open_searcher(context, invocation.scanned);
  return field_options(invocation.command, searcher.schema());
} catch (...) {
  return {};  // help is given without an index, too
}

int run_command(Context& context, const CommandSpec& command, const std::vector<std::string>& tokens) try {
  const Invocation invocation{command.command, tokens, scan_arguments(command.command, tokens)};
  if (invocation.scanned.has(OptionId::help)) {
    const std::vector<std::string> fields = fields_of_index(context, invocation);
    context.out.write(command_help(command, context.messages, fields));
    return kFound;
  }
  try {
    return command.run(context, invocation);
  } catch (const Error& error) {
    report(context, error);
    print_error_json(context, invocation, error);
  } catch (const NoIndex& error) {
    report(context, error);
    print_error_json(
        context, invocation,
        in_english(ErrorCode::not_found, MessageId::no_index, {error.folder}, MessageId::no_index_hint));
  } catch (const NoSuchField& error) {
    report(context, error);
    print_error_json(context, invocation,
                     in_english(ErrorCode::invalid_argument, MessageId::no_such_field, {error.field},
                                MessageId::fields_are_listed));
  } catch (const ReadFailure& failure) {
    context.say(MessageId::cannot_read, {failure.file, failure.reason});
    print_error_json(context, invocation,
                     in_english(ErrorCode::io, MessageId::cannot_read, {failure.file, failure.reason},
                                MessageId::name_readable));
  }
  return kFailure;
} catch (const UsageError& error) {
  report(context, error, command.name);
  return kFailure;
}

int print_version(Context& context) {
  context.out.line("tvar " + std::string(version()));
  context.out.line(context.messages(MessageId::version_stemmer, {Analyzer().id()}));
  std::string extensions;
  for (const FileFormat& format : file_formats()) {
    for (const std::string_view extension : format.extensions)
      extensions.append(extensions.empty() ? "" : " ").append(extension);
  }
  context.out.line(context.messages(MessageId::version_formats, {extensions}));
  return kFound;
}

int unknown_command(const Context& context, const std::string& name) {
  std::vector<std::string> names;
  for (const CommandSpec& spec : commands()) names.emplace_back(spec.name);
  const bool option = name.substr(0, 1) == "-";
  report(context,
         UsageError{option ? MessageId::unknown_option : MessageId::unknown_command,
                    {printable(name)},
                    nearest(name, names).value_or(std::string())},
         "");
  return kFailure;
}

// `tvar -i DIR search …` and `tvar --index DIR search …` are what people type, too: the option moves behind the
// command.
void move_index_option(std::vector<std::string>& tokens) {
  if (tokens.empty()) return;
  const bool apart = tokens.size() > 2 && (tokens[0] == "-i" || tokens[0] == "--index");
  const bool joined = tokens.size() > 1 && tokens[0].rfind("--index=", 0) == 0;
  if (!apart && !joined) return;
  const auto begin = tokens.begin();
  const auto command = begin + (apart ? 2 : 1);
  std::rotate(begin, command, command + 1);
}

int run(Context& context, std::vector<std::string> tokens) {
  move_index_option(tokens);
  if (tokens.empty()) {
    context.diagnostics.raw(short_help(context.messages));
    return kFailure;
  }
  if (tokens[0] == "-i" || tokens[0].starts_with("--index")) {
    const bool has_value = tokens.size() > 1 || tokens[0].starts_with("--index=");
    report(context,
           has_value ? UsageError{MessageId::needs_command, {}, {}}
                     : UsageError{MessageId::missing_value, {"--index"}, {}},
           "");
    return kFailure;
  }
  const std::string name = tokens.front();
  tokens.erase(tokens.begin());
  if (name == "--help" || name == "-h") {
    context.out.write(general_help(context.messages));
    return kFound;
  }
  if (name == "--version" || name == "-V") return print_version(context);
  const CommandSpec* command = find_command(name);
  return command == nullptr ? unknown_command(context, name) : run_command(context, *command, tokens);
}

// Everything that can leave a command otherwise.
int run_safely(Context& context, const std::vector<std::string>& tokens) try {
  const int code = run(context, tokens);
  context.out.flush();
  return code;
} catch (const BrokenPipe&) {
  return kFound;
} catch (const WriteFailure& failure) {
  context.say(MessageId::cannot_write, {failure.what()});
  return kFailure;
} catch (const Error& error) {
  report(context, error);
  return kFailure;
} catch (const std::exception& error) {
  context.say(MessageId::unexpected, {error.what()});
  return kFailure;
}

// A file that is opened later must not get the number of a standard stream that the caller closed: the lock of the index
// would be read as standard input, and messages be written into the index. Opened in the wrong direction, such a stream
// still fails when it is used.
void occupy_closed_streams() {
  for (const int descriptor : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
    if (::fcntl(descriptor, F_GETFD) >= 0 || errno != EBADF) continue;
    // The lowest free number is this one, as those below it are open.
    static_cast<void>(::open("/dev/null", descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY));
  }
}

int run_tool(const std::vector<std::string>& tokens) {
  std::signal(SIGPIPE, SIG_IGN);  // a reader that goes away is told by write()
  occupy_closed_streams();
  const Environment environment = read_environment();
  Output out(STDOUT_FILENO);
  const Diagnostics diagnostics(STDERR_FILENO);
  Context context{environment, Messages(environment.language), out, diagnostics};
  return run_safely(context, tokens);
}

}  // namespace
}  // namespace tvar::cli

int main(int argc, char** argv) {
  return tvar::cli::run_tool({argv + (argc > 0 ? 1 : 0), argv + argc});
}
