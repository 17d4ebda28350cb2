// SPDX-License-Identifier: GPL-2.0-or-later
#include <gtest/gtest.h>

#include <fstream>

#include "tests/support/expect_error.h"
#include "tests/support/temp_dir.h"
#include "tvar/tvar.hpp"

namespace tvar {
namespace {

using List = std::vector<Organization>;

class OrganizationListTest : public ::testing::Test {
 protected:
  std::filesystem::path write(const std::string& name, std::string_view text) {
    const std::filesystem::path file = directory_ / name;
    std::ofstream(file, std::ios::binary) << text;
    return file;
  }
  List read(const std::string& name, std::string_view text) { return read_organizations(write(name, text)); }
  void expect_refused(const std::string& name, std::string_view text, const std::string& message) {
    const std::filesystem::path file = write(name, text);
    testing::expect_error([&] { static_cast<void>(read_organizations(file)); }, ErrorCode::invalid_argument,
                          file.string() + message);
  }

  testing::TempDir directory_;
};

const List& list() {
  static const List kList = {
      {.name = "Člověk v tísni", .aliases = {"ČvT", "People in Need"}, .kind = "Spolky"},
      {.name = "Naděje, z. s."},
      {.name = "Úřad práce Most", .aliases = {}, .kind = "Úřady > Úřad práce"}};
  return kList;
}

TEST_F(OrganizationListTest, IsReadFromCsv) {
  EXPECT_EQ(read("o.csv",
                 "name,aliases,class\n"
                 "Člověk v tísni,ČvT | People in Need,Spolky\n"
                 "\n"
                 "\"Naděje, z. s.\"\n"
                 "Úřad práce Most,,Úřady>Úřad práce\n"),
            list());
  EXPECT_EQ(read("o.txt",
                 "class;name;aliases\r\n"
                 "Spolky;Člověk v tísni;ČvT|People in Need|\r\n"
                 ";Naděje, z. s.;\r\n"
                 "Úřady > Úřad práce;Úřad práce Most\r\n"),
            list());
  EXPECT_EQ(read("o.csv", "name\n\xC8lov\xECk v t\xEDsni\n"), (List{{.name = "Člověk v tísni"}}))
      << "windows-1250";
  EXPECT_EQ(read("o.csv", "name\n"), List{});
}

TEST_F(OrganizationListTest, IsReadFromYaml) {
  EXPECT_EQ(read("o.yaml",
                 "- name: Člověk v tísni\n"
                 "  aliases: [ČvT, People in Need]\n"
                 "  class: Spolky\n"
                 "- {name: \"Naděje, z. s.\"}\n"
                 "- {name: Úřad práce Most, class: Úřady > Úřad práce}\n"),
            list());
  EXPECT_EQ(read("o.yml", "- {name: A, aliases: B}"), (List{{.name = "A", .aliases = {"B"}}}));
}

TEST_F(OrganizationListTest, AMistakeIsToldWithFileAndLine) {
  expect_refused("o.csv", "", ":1: the file is empty");
  expect_refused("o.csv", "name,alias\nA,B\n", ":1: unknown column 'alias'");
  expect_refused("o.csv", "aliases\nA\n", ":1: there is no column 'name'");
  expect_refused("o.csv", "name,name\nA,B\n", ":1: the column 'name' stands twice");
  expect_refused("o.csv", "name,class\nA,B\n\nC,D,E\n", ":4: there are 3 cells in 2 columns");
  expect_refused("o.csv", "name,class\nA,B\n,D\n", ":3: an organisation or alias has no name");
  expect_refused("o.csv", "name,aliases\nNaděje,Hope\n\"naděje, z. s.\",\n",
                 ":3: 'naděje, z. s.' is a name of 'Naděje' already");
  expect_refused("o.csv", "name\n\"A\nB\n", ":2: there is a quote that nothing closes");
  expect_refused("o.csv", "name\nA > B\n", ":2: the name 'A > B' has a '>'");
  expect_refused("o.yaml", "name: A\n", ":1: the organisations must be a list");
  expect_refused("o.yaml", "- {name: A}\n- B\n", ":2: an organisation must be a mapping");
  expect_refused("o.yaml", "- name: A\n  kind: B\n",
                 ":2: unknown key 'kind'; an organisation has name, aliases and class");
  expect_refused("o.yaml", "- name: A\n  aliases: {a: b}\n",
                 ":2: 'aliases' must be a name or a list of names");
  expect_refused("o.yaml", "- name: [A]\n", ":1: 'name' of an organisation must be a single value");
  expect_refused("o.yaml", "- {name: A\n", ":2: broken YAML: ");
  expect_refused("o.yaml", "- {name: A}\n- {name: B, aliases: [a]}\n", ":2: 'a' is a name of 'A' already");
}

TEST_F(OrganizationListTest, AMissingFileIsNamed) {
  const std::filesystem::path file = directory_ / "none.csv";
  testing::expect_error([&] { static_cast<void>(read_organizations(file)); }, ErrorCode::not_found,
                        file.string());
}

TEST_F(OrganizationListTest, AFolderIsNoList) {
  const std::filesystem::path folder = directory_ / "";
  testing::expect_error([&] { static_cast<void>(read_organizations(folder)); }, ErrorCode::io,
                        folder.string() + ": can't be read: Is a directory");
}

TEST_F(OrganizationListTest, TravelsInTheSchema) {
  Schema schema;
  schema.stemmer = "none";
  schema.fields = {{.name = "text"}};
  schema.organizations = list();
  EXPECT_EQ(schema.to_yaml(),
            "stemmer: none\n"
            "merge_negation: false\n"
            "fields:\n"
            "  - {name: text, kind: text}\n"
            "organizations:\n"
            "  - {name: Člověk v tísni, aliases: [ČvT, People in Need], class: Spolky}\n"
            "  - {name: \"Naděje, z. s.\"}\n"
            "  - {name: Úřad práce Most, class: Úřady > Úřad práce}\n");
  EXPECT_EQ(Schema::parse_yaml(schema.to_yaml()), schema);
  schema.organizations.push_back({.name = "CVT"});
  testing::expect_error([&] { schema.validate(); }, ErrorCode::invalid_argument,
                        "the organisations of the schema: 'CVT' is a name of 'Člověk v tísni' already");
}

TEST_F(OrganizationListTest, IsPartOfTheIndex) {
  Schema schema;
  schema.stemmer = "czech_light";
  schema.fields = {
      {.name = "text"},
      {.name = "organization", .kind = FieldKind::keyword, .facet = true, .multi = true, .facts = 0.5},
      {.name = "class",
       .kind = FieldKind::keyword,
       .facet = true,
       .multi = true,
       .hierarchy = true,
       .from = "organization"}};
  schema.organizations = list();
  const std::filesystem::path index = directory_ / "known.tvar";
  {
    IndexWriter writer = IndexWriter::open(index, schema);
    writer.upsert({.id = "a", .fields = {{"text", "S ČvT jednal Úřad práce Most."}}});
    writer.upsert({.id = "b", .fields = {{"text", "x"}, {"organization", "people in need"}}});
    writer.commit();
  }
  const std::vector<FacetCount> top = {{"Spolky", 2}, {"Úřady", 1}};
  const auto counted = [&](const char* facet) {
    const ResultPage page =
        Searcher::open(index).search(Query::everything(), {.facets = {FacetRequest::parse(facet)}});
    return page.facet(facet)->values;
  };
  EXPECT_EQ(counted("class"), top);
  EXPECT_EQ(counted("class:Úřad práce"),
            (std::vector<FacetCount>{{"Úřady > Úřad práce > Úřad práce Most", 1}}));
  EXPECT_EQ(reindex(index), 2U);
  EXPECT_EQ(counted("class"), top);
  {
    IndexWriter writer = IndexWriter::open(index);
    EXPECT_EQ(writer.schema().organizations, list());
    writer.upsert({.id = "c", .fields = {{"text", "Přispěla Naděje, z. s., a ČvT."}}});
    writer.commit();
  }
  const std::vector<FacetCount> names = {{"Člověk v tísni", 3}, {"Naděje, z. s.", 1}, {"Úřad práce Most", 1}};
  EXPECT_EQ(counted("organization"), names);
  const Searcher searcher = Searcher::open(index);
  EXPECT_EQ(searcher.find("b")->value("organization"), "people in need") << "metadata is shown as it is";
  for (const char* name : {"Člověk v tísni", "ČvT", "People in Need", "člověk v tísni, o.p.s."}) {
    const ResultPage page = searcher.search(Query::everything(), {.filters = {{"organization", name}}});
    EXPECT_EQ(page.total().estimate, 3U) << name;
    EXPECT_TRUE(page.unknown_values().empty()) << name;
  }
  const ResultPage page =
      searcher.search(Query::everything(), {.filters = {{"organization", "Cloveek v tisni"}}});
  EXPECT_EQ(page.unknown_values(),
            (std::vector<UnknownValue>{{"organization", "Cloveek v tisni", {"Člověk v tísni"}}}));
}

}  // namespace
}  // namespace tvar
