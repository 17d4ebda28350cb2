// SPDX-License-Identifier: GPL-2.0-or-later
// tvar suggest TEXT...
#include "cli/commands.h"
#include "cli/json.h"
#include "cli/table.h"
#include "cli/text.h"

namespace tvar::cli {
namespace {

constexpr std::size_t kMostSuggestions = 100;  // what SuggestOptions::limit allows

std::string kind_text(const Context& context, const Suggestion& suggestion) {
  switch (suggestion.kind) {
    case Suggestion::Kind::word:
      return context.messages(MessageId::suggested_word);
    case Suggestion::Kind::phrase:
      return context.messages(MessageId::suggested_phrase);
    case Suggestion::Kind::title:
      return context.messages(MessageId::suggested_title);
    case Suggestion::Kind::value:
      return context.messages(MessageId::suggested_value, {suggestion.field});
  }
  return {};
}

void print_suggestions(const Context& context, const std::vector<Suggestion>& suggestions) {
  Table table({Align::left, Align::left, Align::right});
  for (const Suggestion& suggestion : suggestions) {
    table.add({suggestion.text, kind_text(context, suggestion), std::to_string(suggestion.documents)});
  }
  table.print(context.out, 0);
}

}  // namespace

int run_suggest(Context& context, const Invocation& invocation) {
  const Arguments arguments = parse_arguments(Command::suggest, invocation.tokens);
  const std::string typed = arguments.text();
  if (typed.empty()) throw UsageError{MessageId::needs_beginning, {}, {}};
  const Searcher searcher = open_searcher(context, arguments);
  const std::vector<Suggestion> suggestions =
      searcher.suggest(typed, {.limit = arguments.number(OptionId::limit, kMostSuggestions)});
  if (arguments.has(OptionId::json)) {
    print_json(context.out, to_json(suggestions, typed));
  } else if (suggestions.empty()) {
    context.say(MessageId::nothing_begins_so, {printable(typed)});
  } else {
    print_suggestions(context, suggestions);
  }
  return suggestions.empty() ? kNothingFound : kFound;
}

}  // namespace tvar::cli
