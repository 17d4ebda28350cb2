// SPDX-License-Identifier: GPL-2.0-or-later
// tvar analyze [TEXT...]
#include <algorithm>

#include "cli/commands.h"
#include "cli/format.h"
#include "cli/json.h"
#include "cli/lines.h"
#include "cli/table.h"
#include "cli/text.h"
#include "tvar/analyzer.h"

namespace tvar::cli {
namespace {

// The analysis of the index that was named, or of the built-in schema: other than elsewhere, an index that
// merely lies near does not count, so that the same text has the same terms in every folder.
AnalyzerOptions analyzer_options(const Context& context, const Arguments& arguments) {
  AnalyzerOptions options;
  Schema schema = Schema::default_schema();
  if (arguments.has(OptionId::index)) schema = open_searcher(context, arguments).schema();
  options.stemmer = arguments.value(OptionId::stemmer).value_or(schema.stemmer);
  options.merge_negation = schema.merge_negation || arguments.has(OptionId::merge_negation);
  options.lexicon = lexicon_path(arguments);
  return options;
}

std::string term_text(const AnalyzedTerm& term) {
  return term.text + " (" + std::string(kind_name(term.kind)) + " " + format_number(term.weight, 2) + ")";
}

std::string join(const std::vector<std::string>& items, std::string_view separator) {
  std::string out;
  for (const std::string& item : items) {
    if (!out.empty()) out += separator;
    out += item;
  }
  return out;
}

std::string terms_text(const std::vector<AnalyzedTerm>& terms) {
  std::vector<std::string> items;
  items.reserve(terms.size());
  for (const AnalyzedTerm& term : terms) items.push_back(term_text(term));
  return join(items, ", ");
}

void print_tokens(const Context& context, const std::vector<AnalyzedToken>& tokens) {
  const Messages& messages = context.messages;
  Table table({Align::left, Align::left, Align::right, Align::left, Align::left});
  table.add({messages(MessageId::column_token), messages(MessageId::column_bytes),
             messages(MessageId::column_position), messages(MessageId::column_exact),
             messages(MessageId::column_terms)});
  for (const AnalyzedToken& token : tokens) {
    table.add({token.text, std::to_string(token.range.begin) + "-" + std::to_string(token.range.end),
               std::to_string(token.position), token.exact, terms_text(token.terms)});
  }
  table.print(context.out);
}

int analyze_text(Context& context, const Analyzer& analyzer, const Arguments& arguments, Purpose purpose) {
  const std::string text = arguments.words().empty() ? repair_utf8(LineReader("-").rest()) : arguments.text();
  const std::vector<AnalyzedToken> tokens = analyzer.analyze(text, purpose);
  if (!arguments.has(OptionId::json)) {
    print_tokens(context, tokens);
    return kFound;
  }
  Json list = Json::array();
  for (const AnalyzedToken& token : tokens) list.push_back(to_json(token));
  print_json(context.out, {{"text", text},
                           {"purpose", purpose == Purpose::query ? "query" : "document"},
                           {"analyzer", analyzer.id()},
                           {"tokens", std::move(list)}});
  return kFound;
}

void print_word(const Context& context, const WordInfo& info) {
  const Messages& messages = context.messages;
  context.out.line(messages(MessageId::column_terms) + ": " + printable(terms_text(info.readings)));
  for (const WordInfo::Lemma& lemma : info.lemmas) {
    context.out.line();
    Table table({Align::left, Align::left});
    table.add({messages(MessageId::lemma), lemma.lemma});
    table.add({messages(MessageId::forms), join(lemma.forms, ", ")});
    if (!lemma.derivations.empty()) {
      table.add({messages(MessageId::derivations), join(lemma.derivations, ", ")});
    }
    table.print(context.out);
  }
}

int explain_word(Context& context, const Analyzer& analyzer, const Arguments& arguments) {
  const std::string word = repair_utf8(*arguments.value(OptionId::word));
  if (word.empty()) throw UsageError{MessageId::missing_value, {"--word"}, {}};
  if (analyzer.analyze(word, Purpose::document).size() > 1)
    throw UsageError{MessageId::not_one_word, {"--word", printable(word)}, {}};
  if (!arguments.words().empty())
    throw UsageError{MessageId::unwanted_argument, {printable(arguments.words().front())}, {}};
  const WordInfo info = analyzer.explain(word);
  if (arguments.has(OptionId::json)) {
    Json json{{"word", word}};
    json.update(to_json(info));
    print_json(context.out, json);
  } else {
    print_word(context, info);
  }
  if (!info.lemmas.empty()) return kFound;
  context.say(MessageId::unknown_word, {word});
  return kNothingFound;
}

// A term stands between spaces, so it must not hold any: the parts of such a term are joined.
void append_term(std::string& line, std::string_view term) {
  const std::size_t begin = line.size();
  line += term;
  std::replace_if(
      line.begin() + static_cast<std::ptrdiff_t>(begin), line.end(),
      [](char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }, '_');
}

// One line out for each line in, whatever stands there: the lines are compared with lists side by side.
int analyze_batch(Context& context, const Analyzer& analyzer, const std::string& file, Purpose purpose) {
  LineReader lines(file);
  std::vector<std::string> terms;
  std::string out;
  for (std::string_view word; lines.next(word);) {
    analyzer.terms_of_word(word, purpose, terms);
    out.clear();
    for (const std::string& term : terms) {
      if (!out.empty()) out += ' ';
      append_term(out, term);
    }
    out += '\n';
    context.out.write(out);
  }
  return kFound;
}

// --batch FILE, --batch=FILE, or the words behind other options: the last one wins as everywhere.
std::string batch_file(const Arguments& arguments) {
  const std::vector<std::string>& words = arguments.words();
  if (words.empty()) return *arguments.value(OptionId::batch_words);
  if (words.size() > 1) throw UsageError{MessageId::unwanted_argument, {printable(words[1])}, {}};
  return words.front();
}

}  // namespace

int run_analyze(Context& context, const Invocation& invocation) {
  const Arguments arguments = parse_arguments(Command::analyze, invocation.tokens);
  const Analyzer analyzer(analyzer_options(context, arguments));
  const Purpose purpose = arguments.has(OptionId::query_side) ? Purpose::query : Purpose::document;
  if (arguments.has(OptionId::word)) return explain_word(context, analyzer, arguments);
  if (arguments.has(OptionId::batch_words)) {
    if (arguments.has(OptionId::json)) throw UsageError{MessageId::not_together, {"--json", "--batch"}, {}};
    return analyze_batch(context, analyzer, batch_file(arguments), purpose);
  }
  return analyze_text(context, analyzer, arguments, purpose);
}

}  // namespace tvar::cli
