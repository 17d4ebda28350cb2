// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/fact_table.h"

#include "cli/format.h"
#include "cli/table.h"
#include "cli/text.h"

namespace tvar::cli {

void print_facts_table(const Context& context, const std::vector<Fact>& facts) {
  const Messages& messages = context.messages;
  Table table({Align::left, Align::left, Align::right, Align::left});
  table.add({messages(MessageId::column_field), messages(MessageId::column_value),
             messages(MessageId::column_confidence), messages(MessageId::column_raw)});
  for (const Fact& fact : facts) {
    table.add({fact.field, printable(fact.value), format_number(fact.confidence, 2), printable(fact.raw)});
  }
  table.print(context.out);
}

}  // namespace tvar::cli
