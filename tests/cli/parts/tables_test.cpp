// SPDX-License-Identifier: GPL-2.0-or-later
// What the tables of options, commands and messages promise as wholes.
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <regex>
#include <set>

#include "cli/commands.h"
#include "cli/help.h"

namespace tvar::cli {
namespace {

std::string documentation() {
  std::ifstream file(TVAR_SOURCE_DIR "/docs/cli.md");
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

std::set<std::string> places_of(std::string_view text) {
  const std::string copy(text);
  const std::regex place("\\{[0-9]\\}");
  std::set<std::string> found;
  for (std::sregex_iterator i(copy.begin(), copy.end(), place), end; i != end; ++i) found.insert(i->str());
  return found;
}

bool is_ascii_name(std::string_view name) {
  return name.find_first_not_of("abcdefghijklmnopqrstuvwxyz-") == name.npos && name.front() != '-';
}

std::string undashed(std::string text) {
  std::replace(text.begin(), text.end(), '\n', ' ');
  return std::regex_replace(text, std::regex(" +"), " ");
}

TEST(Options, HaveUniqueNamesInEachCommand) {
  for (const CommandSpec& command : commands()) {
    std::set<std::string_view> names;
    std::set<char> letters;
    std::set<OptionId> ids;
    for (const OptionSpec& spec : options()) {
      if (!spec.belongs_to(command.command)) continue;
      EXPECT_TRUE(names.insert(spec.name).second) << command.name << " --" << spec.name;
      EXPECT_TRUE(ids.insert(spec.id).second) << command.name << " --" << spec.name;
      if (spec.letter != '\0') {
        EXPECT_TRUE(letters.insert(spec.letter).second) << command.name << " -" << spec.letter;
      }
    }
  }
}

TEST(Options, AreWellFormed) {
  for (const OptionSpec& spec : options()) {
    SCOPED_TRACE(spec.name);
    EXPECT_TRUE(is_ascii_name(spec.name));
    EXPECT_NE(spec.commands, 0) << "an option of no command";
    EXPECT_FALSE(spec.is_switch() && !spec.default_value.empty()) << "a switch has no default";
    for (const std::string_view text : {spec.summary.english, spec.summary.czech}) {
      ASSERT_FALSE(text.empty());
      EXPECT_NE(text.back(), '.');
    }
    EXPECT_NE(spec.summary.english, spec.summary.czech);
  }
}

TEST(Options, PlaceholdersAreInTheLanguage) {
  EXPECT_EQ(option(Command::search, OptionId::limit).usage(Language::czech), "-n, --limit N");
  EXPECT_EQ(option(Command::search, OptionId::index).usage(Language::english), "-i, --index DIR");
  EXPECT_EQ(option(Command::search, OptionId::index).usage(Language::czech), "-i, --index SLOŽKA");
  EXPECT_EQ(localized("[QUERY...]", Language::czech), "[DOTAZ...]");
  EXPECT_EQ(localized("as-before|learn|keep", Language::czech), "as-before|learn|keep");
  // These are the same in both languages; any other word in capitals is in the table.
  const std::set<std::string> same = {"ID", "MIB", "N", "TEXT"};
  const auto check = [&same](std::string_view notation) {
    const std::string copy(notation);
    const std::regex capitals("[A-Z]+");
    for (std::sregex_iterator i(copy.begin(), copy.end(), capitals), end; i != end; ++i)
      EXPECT_EQ(same.count(i->str()) == 1, localized(i->str(), Language::czech) == i->str()) << i->str();
  };
  for (const OptionSpec& spec : options()) check(spec.value);
  for (const CommandSpec& spec : commands()) check(spec.synopsis);
}

TEST(Options, DefaultsAreAmongTheirChoices) {
  for (const OptionSpec& spec : options()) {
    if (!spec.has_choices()) continue;
    const std::string fenced = "|" + std::string(spec.value) + "|";
    EXPECT_NE(fenced.find("|" + std::string(spec.default_value) + "|"), std::string::npos) << spec.name;
  }
}

TEST(Options, StandInTheHelpOfTheirCommands) {
  for (const Language language : {Language::english, Language::czech}) {
    const Messages messages(language);
    for (const CommandSpec& command : commands()) {
      const std::string help = undashed(command_help(command, messages, {}));
      for (const OptionSpec& spec : options()) {
        const std::string line = spec.usage(language) + " " + option_summary(spec, messages);
        EXPECT_EQ(help.find(line) != std::string::npos, spec.belongs_to(command.command))
            << command.name << ": " << line;
      }
    }
  }
}

TEST(Options, StandInTheDocumentationUnderTheirCommands) {
  const std::string text = documentation();
  const Messages english(Language::english);
  for (const CommandSpec& command : commands()) {
    const std::size_t begin = text.find("\n## tvar " + std::string(command.name));
    ASSERT_NE(begin, std::string::npos) << "docs/cli.md has no section of " << command.name;
    const std::string section = text.substr(begin, text.find("\n## ", begin + 1) - begin);
    for (const OptionSpec& spec : options()) {
      if (!spec.belongs_to(command.command)) continue;
      std::string usage = spec.usage(Language::english);
      usage = std::regex_replace(usage, std::regex("\\|"), "\\|");
      std::string summary = option_summary(spec, english);
      summary = std::regex_replace(summary, std::regex("<TAB>"), "&lt;TAB&gt;");
      const std::string row = "| `" + usage + "` | " + summary + " |";
      EXPECT_NE(section.find(row), std::string::npos) << command.name << " lacks the row\n" << row;
    }
  }
}

TEST(Help, FitsATerminalOf80Columns) {
  for (const Language language : {Language::english, Language::czech}) {
    const Messages messages(language);
    std::vector<std::string> texts = {general_help(messages), short_help(messages)};
    for (const CommandSpec& command : commands()) texts.push_back(command_help(command, messages, {"town"}));
    for (const std::string& text : texts) {
      for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = text.find('\n', begin);
        ASSERT_NE(end, std::string::npos) << "the last line has no end";
        // Code points stand for columns here: no double-width characters are used.
        const auto is_lead = [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80; };
        const auto line = text.substr(begin, end - begin);
        EXPECT_LE(std::count_if(line.begin(), line.end(), is_lead), 79) << line;
        begin = end + 1;
      }
    }
  }
}

TEST(Commands, AreInTheOrderOfTheirIds) {
  for (const CommandSpec& command : commands()) {
    EXPECT_EQ(&command_spec(command.command), &command);
    EXPECT_EQ(find_command(command.name), &command);
    EXPECT_FALSE(command.summary.english.empty());
    EXPECT_FALSE(command.summary.czech.empty());
  }
  EXPECT_EQ(find_command("serach"), nullptr);
  EXPECT_EQ(commands().size(), 14U);
}

TEST(Messages, AreCompleteInBothLanguages) {
  for (int i = 0; i < static_cast<int>(MessageId::count); ++i) {
    const auto id = static_cast<MessageId>(i);
    const std::string_view english = message_text(id, Language::english);
    const std::string_view czech = message_text(id, Language::czech);
    EXPECT_FALSE(english.empty()) << i;
    EXPECT_FALSE(czech.empty()) << i;
    EXPECT_EQ(places_of(english), places_of(czech)) << english;
  }
}

TEST(Messages, NoTextStandsTwice) {
  for (const Language language : {Language::english, Language::czech}) {
    std::set<std::string_view> seen;
    for (int i = 0; i < static_cast<int>(MessageId::count); ++i) {
      const std::string_view text = message_text(static_cast<MessageId>(i), language);
      EXPECT_TRUE(seen.insert(text).second) << text;
    }
  }
}

TEST(Messages, EveryErrorOfTheLibraryHasAName) {
  std::set<std::string_view> czech;
  for (int code = 1; code <= static_cast<int>(ErrorCode::internal); ++code) {
    czech.insert(error_name(static_cast<ErrorCode>(code), Language::czech));
  }
  EXPECT_EQ(czech.size(), 14U);
  EXPECT_EQ(error_name(ErrorCode::locked, Language::english), "the index is locked");
  EXPECT_EQ(error_name(static_cast<ErrorCode>(99), Language::english), "a bug in tvar");
  EXPECT_EQ(query_error_code(QueryError::Code::too_complex), "too_complex");
  EXPECT_EQ(query_error_name(QueryError::Code::unknown_field, Language::czech), "neznámé pole");
}

TEST(Messages, EveryErrorOfAQueryHasACzechText) {
  std::set<std::string> czech;
  constexpr int kReasons = static_cast<int>(QueryError::Reason::tree_too_large) + 1;
  for (int i = 0; i < kReasons; ++i) {
    QueryError error;
    error.reason = static_cast<QueryError::Reason>(i);
    error.message = "english";
    czech.insert(query_error_text(error, Language::czech));
    EXPECT_EQ(query_error_text(error, Language::english), "english");
  }
  EXPECT_EQ(czech.size(), 11U);
  QueryError error;
  error.reason = QueryError::Reason::not_a_number;
  error.arguments = {"20\n{1}", "year"};
  EXPECT_EQ(query_error_text(error, Language::czech),
            "„20 {1}“ není číslo, jaké pole „year“ potřebuje; rozsah se píše 2008..2012");
}

TEST(Messages, EveryNoteOnAQueryHasASpellingAndACzechText) {
  std::set<std::string> czech;
  std::set<std::string_view> spellings;
  constexpr int kCodes = static_cast<int>(QueryNote::Code::nothing_to_search) + 1;
  for (int i = 0; i < kCodes; ++i) {
    QueryNote note;
    note.code = static_cast<QueryNote::Code>(i);
    note.message = "english";
    czech.insert(query_note_text(note, Language::czech));
    spellings.insert(query_note_code(note.code));
    EXPECT_EQ(query_note_text(note, Language::english), "english");
  }
  EXPECT_EQ(czech.size(), 22U);
  EXPECT_EQ(spellings.size(), 22U);
  QueryNote note;
  note.code = QueryNote::Code::too_many_forms;
  note.arguments = {"a\n*"};  // as typed: not safe to print as it is
  EXPECT_EQ(query_note_text(note, Language::czech),
            "a * zastupuje víc slov, než kolik se jich hledá; vzala se nejčastější");
}

TEST(Messages, FillPlaces) {
  EXPECT_EQ(fill("{1} a {0}", {"x", "y"}), "y a x");
  EXPECT_EQ(fill("{0}{0}", {"{1}", "y"}), "{1}{1}");  // what was filled in is not filled again
  EXPECT_EQ(fill("{2} {a} {", {"x"}), "{2} {a} {");
}

}  // namespace
}  // namespace tvar::cli
