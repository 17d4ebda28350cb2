// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/arguments.h"

#include <algorithm>
#include <boost/program_options.hpp>
#include <charconv>

#include "cli/text.h"

namespace po = boost::program_options;

namespace tvar::cli {
namespace {

// Before the name of a field: documents with this value are left out.
constexpr std::string_view kNot = "not-";

// Words may be abbreviated in a query, options may not: a new field must not change what an old script means.
constexpr int kStyle = po::command_line_style::unix_style & ~po::command_line_style::allow_guessing;

// Commands whose words are free text, in which a word may begin with a dash.
bool takes_text(Command command) {
  return command == Command::search || command == Command::suggest || command == Command::analyze;
}

// `tvar search dům -Brno` excludes a word, as it would inside quotes; `-n5` is the one glued option.
bool is_text_with_dash(std::string_view token) {
  if (token.size() < 3 || token[0] != '-' || token[1] == '-') return false;
  const std::string_view rest = token.substr(2);
  const bool number = rest.find_first_not_of("0123456789") == rest.npos;
  return !(token[1] == 'n' && number);
}

std::vector<po::option> take_text_with_dash(std::vector<std::string>& tokens) {
  std::vector<po::option> taken;
  if (!tokens.empty() && is_text_with_dash(tokens.front())) {
    taken.emplace_back();
    taken.back().value.push_back(tokens.front());
    taken.back().original_tokens.push_back(tokens.front());
    tokens.erase(tokens.begin());
  }
  return taken;
}

po::value_semantic* value_of(const OptionSpec& spec) {
  if (spec.is_switch()) return new po::untyped_value(true);
  if (spec.value_is_optional()) return po::value<std::string>()->implicit_value("");
  return po::value<std::string>();
}

po::options_description describe(Command command, const std::vector<std::string>& fields) {
  po::options_description description;
  for (const OptionSpec& spec : options()) {
    if (!spec.belongs_to(command)) continue;
    std::string names(spec.name);
    if (spec.letter != '\0') names += {',', spec.letter};
    description.add_options()(names.c_str(), value_of(spec));
  }
  for (const std::string& field : fields) {
    description.add_options()(field.c_str(), po::value<std::string>());
  }
  return description;
}

const OptionSpec* find_option(Command command, std::string_view name) {
  for (const OptionSpec& spec : options()) {
    if (spec.belongs_to(command) && spec.name == name) return &spec;
  }
  return nullptr;
}

std::vector<std::string> option_names(Command command, const std::vector<std::string>& fields) {
  std::vector<std::string> names;
  for (const OptionSpec& spec : options()) {
    if (spec.belongs_to(command)) names.push_back("--" + std::string(spec.name));
  }
  for (const std::string& field : fields) names.push_back("--" + field);
  return names;
}

UsageError unknown_option(Command command, const std::string& token, const std::vector<std::string>& fields) {
  const std::string name = token.substr(0, token.find('='));
  return {MessageId::unknown_option,
          {printable(name)},
          nearest(name, option_names(command, fields)).value_or(std::string())};
}

void check_choice(const OptionSpec& spec, const std::string& value) {
  if (!spec.has_choices()) return;
  const std::string fenced = "|" + std::string(spec.value) + "|";
  if (!value.empty() && value.find('|') == value.npos && fenced.find("|" + value + "|") != fenced.npos)
    return;
  throw UsageError{MessageId::not_a_choice,
                   {"--" + std::string(spec.name), printable(value), std::string(spec.value)},
                   {}};
}

UsageError syntax_error(const po::error_with_option_name& error, MessageId message) {
  return {message, {printable(error.get_option_name())}, {}};
}

}  // namespace

class ArgumentParser {
 public:
  ArgumentParser(Command command, std::vector<std::string> fields, bool lenient)
      : arguments_(command), command_(command), fields_(std::move(fields)), lenient_(lenient) {}

  Arguments parse(const std::vector<std::string>& tokens) && {
    for (const po::option& item : tokenize(tokens)) take(item);
    return std::move(arguments_);
  }

 private:
  [[nodiscard]] std::vector<po::option> tokenize(const std::vector<std::string>& tokens) const try {
    const po::options_description description = describe(command_, fields_);
    po::command_line_parser parser(tokens);
    parser.options(description).style(kStyle).allow_unregistered();
    if (takes_text(command_)) parser.extra_style_parser(take_text_with_dash);
    return parser.run().options;
  } catch (const po::invalid_command_line_syntax& error) {
    throw syntax_error(error, error.kind() == po::invalid_syntax::extra_parameter ? MessageId::unwanted_value
                                                                                  : MessageId::missing_value);
  } catch (const po::error_with_option_name& error) {
    throw syntax_error(error, MessageId::unknown_option);
  }

  // `--limit --json` forgot a number. Boost 1.74 takes the second option for the value of the first.
  [[nodiscard]] bool is_option(const std::string& token) const {
    if (token.size() == 2 && token[0] == '-') {
      const auto has_letter = [&](const OptionSpec& spec) {
        return spec.letter == token[1] && spec.belongs_to(command_);
      };
      return std::any_of(options().begin(), options().end(), has_letter);
    }
    const std::vector<std::string> names = option_names(command_, fields_);
    return std::find(names.begin(), names.end(), token.substr(0, token.find('='))) != names.end();
  }

  void check_value(const po::option& item) const {
    const std::vector<std::string>& tokens = item.original_tokens;
    const bool apart = tokens.size() == 2 && !item.value.empty() && tokens[1] == item.value.front();
    if (apart && is_option(tokens[1])) {
      throw UsageError{MessageId::missing_value, {printable(tokens.front())}, {}};
    }
  }

  void take(const po::option& item) {
    if (!item.string_key.empty() && !item.unregistered) check_value(item);
    if (item.unregistered) {
      if (!lenient_) throw unknown_option(command_, item.original_tokens.front(), fields_);
    } else if (item.string_key.empty()) {
      arguments_.words_.insert(arguments_.words_.end(), item.value.begin(), item.value.end());
    } else if (const OptionSpec* spec = find_option(command_, item.string_key)) {
      const std::string value = item.value.empty() ? std::string() : item.value.front();
      // An unset variable of a script must not mean another index.
      if (spec->id == OptionId::index && value.empty())
        throw UsageError{MessageId::missing_value, {"--index"}, {}};
      if (!lenient_) check_choice(*spec, value);
      arguments_.options_.emplace_back(spec->id, value);
    } else {
      const bool exclude = item.string_key.starts_with(kNot);
      filter_on(exclude ? item.string_key.substr(kNot.size()) : item.string_key, exclude)
          .values.push_back(item.value.front());
    }
  }

  Filter& filter_on(const std::string& field, bool exclude) {
    std::vector<Filter>& filters = arguments_.filters_;
    const auto found = std::find_if(filters.begin(), filters.end(), [&](const Filter& filter) {
      return filter.field == field && filter.exclude == exclude;
    });
    if (found != filters.end()) return *found;
    filters.emplace_back(field, std::vector<std::string>()).exclude = exclude;
    return filters.back();
  }

  Arguments arguments_;
  Command command_;
  std::vector<std::string> fields_;
  bool lenient_;
};

bool Arguments::has(OptionId id) const noexcept {
  return std::any_of(options_.begin(), options_.end(), [id](const auto& given) { return given.first == id; });
}

std::optional<std::string> Arguments::value(OptionId id) const {
  const auto found =
      std::find_if(options_.rbegin(), options_.rend(), [id](const auto& given) { return given.first == id; });
  if (found != options_.rend()) return found->second;
  const std::string_view standard = option(command_, id).default_value;
  return standard.empty() ? std::nullopt : std::optional<std::string>(standard);
}

std::vector<std::string> Arguments::values(OptionId id) const {
  std::vector<std::string> found;
  for (const auto& [given, value] : options_) {
    if (given == id) found.push_back(value);
  }
  return found;
}

std::size_t Arguments::number(OptionId id, std::size_t largest, std::size_t smallest) const {
  const std::string text = value(id).value_or(std::string());
  std::size_t number = 0;
  const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), number);
  const bool is_number = failure == std::errc() && end == text.data() + text.size();
  if (!is_number || number < smallest || number > largest) {
    throw UsageError{MessageId::not_a_number,
                     {"--" + std::string(option(command_, id).name), printable(text),
                      std::to_string(smallest), std::to_string(largest)},
                     {}};
  }
  return number;
}

std::optional<OptionId> Arguments::last_of(OptionId a, OptionId b) const noexcept {
  const auto found = std::find_if(options_.rbegin(), options_.rend(),
                                  [a, b](const auto& given) { return given.first == a || given.first == b; });
  if (found == options_.rend()) return std::nullopt;
  return found->first;
}

std::string Arguments::text() const {
  std::string joined;
  for (const std::string& word : words_) {
    if (!joined.empty()) joined += ' ';
    joined += word;
  }
  return repair_utf8(joined);
}

Arguments parse_arguments(Command command, const std::vector<std::string>& arguments, const Schema* schema) {
  std::vector<std::string> fields;
  if (schema != nullptr) fields = field_options(command, *schema);
  for (std::size_t i = 0, count = fields.size(); i < count; ++i) {
    const std::string opposite = std::string(kNot) + fields[i];
    if (std::find(fields.begin(), fields.end(), opposite) == fields.end()) fields.push_back(opposite);
  }
  return ArgumentParser(command, std::move(fields), false).parse(arguments);
}

Arguments scan_arguments(Command command, const std::vector<std::string>& arguments) {
  return ArgumentParser(command, {}, true).parse(arguments);
}

bool takes_fields(Command command) {
  return command == Command::search || command == Command::facets || command == Command::similar;
}

std::vector<std::string> field_options(Command command, const Schema& schema) {
  std::vector<std::string> names;
  if (!takes_fields(command)) return names;
  for (const Field& field : schema.fields) {
    if (field.facet && find_option(command, field.name) == nullptr) names.push_back(field.name);
  }
  return names;
}

}  // namespace tvar::cli
