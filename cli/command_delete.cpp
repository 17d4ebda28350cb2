// SPDX-License-Identifier: GPL-2.0-or-later
// tvar delete ID...
#include "cli/commands.h"
#include "cli/json.h"
#include "cli/text.h"
#include "tvar/index_writer.h"

namespace tvar::cli {

int run_delete(Context& context, const Invocation& invocation) {
  const Arguments arguments = parse_arguments(Command::remove, invocation.tokens);
  if (arguments.words().empty()) throw UsageError{MessageId::needs_id, {}, {}};
  const std::filesystem::path index = index_path(context, arguments);
  // Opening for writing would make an index where there is none.
  static_cast<void>(open_searcher(context, arguments));
  IndexWriter writer = IndexWriter::open(index, {.lexicon = lexicon_path(arguments)});
  std::uint64_t deleted = 0;
  Json missing = Json::array();
  for (const std::string& id : arguments.words()) {
    if (writer.remove(id)) {
      ++deleted;
    } else {
      context.say(MessageId::no_document, {printable(id)});
      missing.push_back(id);
    }
  }
  writer.commit();
  context.say(MessageId::deleted, {std::to_string(deleted), index.string()});
  if (arguments.has(OptionId::json)) {
    print_json(context.out, {{"index", index.string()},
                             {"deleted", deleted},
                             {"missing", std::move(missing)},
                             {"documents_in_index", writer.document_count()}});
  }
  return deleted == arguments.words().size() ? kFound : kNothingFound;
}

}  // namespace tvar::cli
