// SPDX-License-Identifier: GPL-2.0-or-later
// tvar stats
#include "cli/commands.h"
#include "cli/format.h"
#include "cli/json.h"
#include "cli/table.h"
#include "cli/text.h"

namespace tvar::cli {
namespace {

void print_schema(const Context& context, const Schema& schema) {
  const Messages& messages = context.messages;
  Table table({Align::left, Align::left, Align::left, Align::left, Align::right});
  table.add({messages(MessageId::column_field), messages(MessageId::column_kind),
             messages(MessageId::column_facet), messages(MessageId::column_multi),
             messages(MessageId::column_boost)});
  const auto mark = [&messages](bool set) { return set ? messages(MessageId::yes) : std::string("-"); };
  for (const Field& field : schema.fields) {
    const std::string boost = field.kind == FieldKind::text ? format_number(field.boost, 1) : "-";
    table.add({field.name, std::string(to_string(field.kind)), mark(field.facet), mark(field.multi), boost});
  }
  table.print(context.out, 2);
}

void print_stats(const Context& context, const std::string& index, const IndexStats& stats) {
  const Messages& messages = context.messages;
  Table table({Align::left, Align::left});
  table.add({messages(MessageId::stats_index), index});
  table.add({messages(MessageId::stats_documents), std::to_string(stats.documents)});
  table.add({messages(MessageId::stats_size), format_bytes(stats.bytes_on_disk)});
  table.add({messages(MessageId::stats_terms), std::to_string(stats.terms)});
  table.add({messages(MessageId::stats_length), format_number(stats.average_length, 1)});
  table.add({messages(MessageId::stats_format), std::to_string(stats.format)});
  table.add({messages(MessageId::stats_analyzer), stats.analyzer});
  table.add({messages(MessageId::stats_program), "tvar " + stats.program});
  table.print(context.out);
  context.out.line(messages(MessageId::stats_schema));
  print_schema(context, stats.schema);
}

void print_boilerplate(const Context& context, const std::vector<BoilerplateLine>& lines) {
  const Messages& messages = context.messages;
  if (lines.empty()) return context.out.line(messages(MessageId::stats_no_boilerplate));
  context.out.line(messages(MessageId::stats_boilerplate));
  Table table({Align::left, Align::right, Align::left});
  table.add({messages(MessageId::column_source), messages(MessageId::column_pages),
             messages(MessageId::column_line)});
  for (const BoilerplateLine& line : lines) {
    const std::string pages = std::to_string(line.documents) + "/" + std::to_string(line.sample);
    table.add({line.source.empty() ? "*" : printable(line.source), pages, printable(line.line)});
  }
  table.print(context.out, 2);
}

Json to_json(const std::vector<BoilerplateLine>& lines) {
  Json list = Json::array();
  for (const BoilerplateLine& line : lines) {
    list.push_back({{"source", line.source},
                    {"line", line.line},
                    {"documents", line.documents},
                    {"sample", line.sample}});
  }
  return list;
}

}  // namespace

int run_stats(Context& context, const Invocation& invocation) {
  const Arguments arguments = parse_arguments(Command::stats, invocation.tokens);
  if (!arguments.words().empty()) {
    throw UsageError{MessageId::unwanted_argument, {printable(arguments.words().front())}, {}};
  }
  const std::string index = index_path(context, arguments).string();
  const Searcher searcher = open_searcher(context, arguments);
  const IndexStats stats = searcher.stats();
  const bool with_boilerplate = arguments.has(OptionId::show_boilerplate);
  if (arguments.has(OptionId::json)) {
    Json json = to_json(stats);
    json["index"] = index;
    if (with_boilerplate) json["boilerplate"] = to_json(searcher.boilerplate());
    print_json(context.out, json);
  } else {
    print_stats(context, index, stats);
    if (with_boilerplate) print_boilerplate(context, searcher.boilerplate());
  }
  return kFound;
}

}  // namespace tvar::cli
