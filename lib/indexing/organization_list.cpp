// SPDX-License-Identifier: GPL-2.0-or-later
#include "lib/indexing/organization_list.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <fstream>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "lib/facts/known_organizations.h"
#include "lib/indexing/value_path.h"
#include "lib/readers/byte_stream.h"
#include "lib/readers/csv_rows.h"
#include "lib/readers/file_text.h"
#include "tvar/error.h"

namespace tvar {
namespace indexing {
namespace {

constexpr std::array<std::string_view, 3> kKeys = {"name", "aliases", "class"};
constexpr char kBetweenAliases = '|';

std::string trimmed(std::string_view text) {
  constexpr std::string_view kSpace = " \t\r\n";
  const std::size_t begin = text.find_first_not_of(kSpace);
  if (begin == std::string_view::npos) return {};
  return std::string(text.substr(begin, text.find_last_not_of(kSpace) - begin + 1));
}

void set_class(std::string_view text, Organization& organization) {
  const std::vector<std::string_view> names = split_path(text);
  organization.kind = join_path(names, names.size());
}

std::string scalar(const YAML::Node& node, const std::string& key) {
  if (!node.IsScalar())
    throw ListMistake{node.Mark(), "'" + key + "' of an organisation must be a single value"};
  return trimmed(node.Scalar());
}

std::vector<std::string> read_aliases(const YAML::Node& node) {
  if (node.IsScalar()) return {scalar(node, "aliases")};
  if (!node.IsSequence()) throw ListMistake{node.Mark(), "'aliases' must be a name or a list of names"};
  std::vector<std::string> aliases;
  for (const YAML::Node& alias : node) aliases.push_back(scalar(alias, "aliases"));
  return aliases;
}

Organization read_organization(const YAML::Node& node) {
  if (!node.IsMap())
    throw ListMistake{node.Mark(),
                      "an organisation must be a mapping such as {name: Naděje, aliases: [OSN]}"};
  Organization organization;
  for (const auto& pair : node) {
    const std::string key = pair.first.IsScalar() ? pair.first.Scalar() : "";
    if (key == "name") {
      organization.name = scalar(pair.second, key);
    } else if (key == "aliases") {
      organization.aliases = read_aliases(pair.second);
    } else if (key == "class") {
      set_class(scalar(pair.second, key), organization);
    } else {
      throw ListMistake{pair.first.Mark(),
                        "unknown key '" + key + "'; an organisation has name, aliases and class"};
    }
  }
  return organization;
}

/// One file: what is wrong in it is told with the line.
class OrganizationFile {
 public:
  explicit OrganizationFile(const std::filesystem::path& path) : path_(path) {}

  std::vector<Organization> read() {
    const std::string text = read_text();
    const std::filesystem::path extension = path_.extension();
    if (extension == ".yaml" || extension == ".yml") {
      read_yaml(text);
    } else {
      read_csv(text);
    }
    if (const auto mistake = find_mistake(organizations_))
      refuse(lines_[mistake->organization], mistake->why);
    return std::move(organizations_);
  }

 private:
  [[noreturn]] void refuse(std::size_t line, const std::string& why) const {
    throw Error(ErrorCode::invalid_argument, path_.string() + ":" + std::to_string(line) + ": " + why,
                "Write columns name, aliases (with | between them) and class, or the same as YAML.");
  }

  std::string read_text() const {
    errno = 0;
    std::ifstream file(path_, std::ios::binary);
    std::string bytes;
    if (!file || !readers::read_up_to(file, readers::kMaxDocumentBytes, bytes)) {
      throw Error(errno == ENOENT ? ErrorCode::not_found : ErrorCode::io,
                  path_.string() + ": can't be read: " + readers::system_reason(), "Name a readable file.");
    }
    if (bytes.size() > readers::kMaxDocumentBytes) {
      throw Error(ErrorCode::invalid_argument,
                  path_.string() + ": is larger than " + readers::size_spelled(readers::kMaxDocumentBytes),
                  "Name a list of organisations.");
    }
    return readers::decode_text(bytes, {}).text;
  }

  void read_yaml(const std::string& text) {
    try {
      organizations_ = read_list(YAML::Load(text), &lines_);
    } catch (const ListMistake& mistake) {
      refuse(static_cast<std::size_t>(mistake.mark.line) + 1, mistake.why);
    } catch (const YAML::Exception& error) {
      refuse(static_cast<std::size_t>(error.mark.line) + 1, "broken YAML: " + error.msg);
    }
  }

  void read_csv(const std::string& text) {
    readers::ByteStream bytes(text);
    readers::CsvRows rows(bytes, readers::find_delimiter(text));
    if (!rows.next()) refuse(1, "the file is empty");
    const std::vector<std::string_view> columns = columns_of(rows);
    while (rows.next()) {
      if (rows.cells().size() > columns.size()) {
        refuse(rows.number(), "there are " + std::to_string(rows.cells().size()) + " cells in " +
                                  std::to_string(columns.size()) + " columns");
      }
      Organization organization;
      for (std::size_t i = 0; i < rows.cells().size(); ++i) take(columns[i], rows.cells()[i], organization);
      lines_.push_back(rows.number());
      organizations_.push_back(std::move(organization));
    }
    if (rows.unclosed()) refuse(rows.number(), "there is a quote that nothing closes");
  }

  std::vector<std::string_view> columns_of(readers::CsvRows& rows) const {
    std::vector<std::string_view> columns;
    for (const std::string& cell : rows.cells()) {
      const std::string name = trimmed(cell);
      const auto* const key = std::find(kKeys.begin(), kKeys.end(), name);
      if (key == kKeys.end()) refuse(rows.number(), "unknown column '" + name + "'");
      if (std::find(columns.begin(), columns.end(), *key) != columns.end())
        refuse(rows.number(), "the column '" + name + "' stands twice");
      columns.push_back(*key);
    }
    if (std::find(columns.begin(), columns.end(), "name") == columns.end())
      refuse(rows.number(), "there is no column 'name'");
    return columns;
  }

  static void take(std::string_view column, std::string_view cell, Organization& organization) {
    if (column == "name") organization.name = trimmed(cell);
    if (column == "class") set_class(cell, organization);
    while (column == "aliases") {
      const std::size_t end = cell.find(kBetweenAliases);
      std::string alias = trimmed(cell.substr(0, end));
      if (!alias.empty()) organization.aliases.push_back(std::move(alias));
      if (end == std::string_view::npos) return;
      cell.remove_prefix(end + 1);
    }
  }

  const std::filesystem::path& path_;
  std::vector<Organization> organizations_;
  std::vector<std::size_t> lines_;
};

}  // namespace

std::vector<Organization> read_list(const YAML::Node& node, std::vector<std::size_t>* lines) {
  if (!node.IsSequence()) throw ListMistake{node.Mark(), "the organisations must be a list"};
  std::vector<Organization> organizations;
  for (const YAML::Node& one : node) {
    if (lines != nullptr) lines->push_back(static_cast<std::size_t>(one.Mark().line) + 1);
    organizations.push_back(read_organization(one));
  }
  return organizations;
}

void write_list(const std::vector<Organization>& organizations, YAML::Emitter& out) {
  out << YAML::BeginSeq;
  for (const Organization& organization : organizations) {
    out << YAML::Flow << YAML::BeginMap << YAML::Key << "name" << YAML::Value << organization.name;
    if (!organization.aliases.empty())
      out << YAML::Key << "aliases" << YAML::Value << YAML::Flow << organization.aliases;
    if (!organization.kind.empty()) out << YAML::Key << "class" << YAML::Value << organization.kind;
    out << YAML::EndMap;
  }
  out << YAML::EndSeq;
}

std::optional<NameMistake> find_mistake(const std::vector<Organization>& organizations) {
  std::unordered_map<std::string, std::size_t> owners;
  for (std::size_t i = 0; i < organizations.size(); ++i) {
    const Organization& organization = organizations[i];
    std::vector<std::string> names = {organization.name};
    names.insert(names.end(), organization.aliases.begin(), organization.aliases.end());
    for (const std::string& name : names) {
      const std::string key = facts::organization_key(name);
      if (key.empty()) return NameMistake{i, "an organisation or alias has no name"};
      const auto [owner, is_new] = owners.emplace(key, i);
      if (!is_new && owner->second != i) {
        return NameMistake{i,
                           "'" + name + "' is a name of '" + organizations[owner->second].name + "' already"};
      }
    }
    if (organization.name.find('>') != std::string::npos)
      return NameMistake{
          i, "the name '" + organization.name + "' has a '>', which stands between the names of paths"};
  }
  return std::nullopt;
}

}  // namespace indexing

inline namespace v1 {

std::vector<Organization> read_organizations(const std::filesystem::path& file) {
  return indexing::OrganizationFile(file).read();
}

}  // namespace v1
}  // namespace tvar
