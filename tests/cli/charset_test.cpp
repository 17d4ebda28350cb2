// SPDX-License-Identifier: GPL-2.0-or-later
// Pages in the character sets of the Czech web, true to what they declare or not: each is found by its words.
#include <algorithm>
#include <string>
#include <vector>

#include "tests/cli/tool.h"

namespace tvar::cli_test {
namespace {

using Strings = std::vector<std::string>;

class CharsetTest : public ToolTest {
 protected:
  // Written by Python's codecs, not by those that read it.
  void SetUp() override {
    write("make.py", R"(
import pathlib
BODY = 'Žluťoučký kůň úpěl ďábelské ódy. Obec Břeclav otevřela azylový dům pro příchozí z Týnce, šťastně a včas.'
folder = pathlib.Path('pages')
folder.mkdir()
def page(name, encoding, declared=None, bom=b''):
    meta = f'<meta charset="{declared}">' if declared else ''
    text = f'<!DOCTYPE html><html><head>{meta}<title>Stránka</title></head><body><p>{BODY}</p></body></html>'
    (folder / name).write_bytes(bom + text.encode(encoding))
def plain(name, encoding, bom=b''):
    (folder / name).write_bytes(bom + BODY.encode(encoding))
page('1250.html', 'cp1250', 'windows-1250')
page('1250-undeclared.html', 'cp1250')
page('1250-as-latin2.html', 'cp1250', 'iso-8859-2')
page('1250-as-utf8.html', 'cp1250', 'utf-8')
page('latin2.html', 'iso8859_2', 'iso-8859-2')
page('latin2-as-1250.html', 'iso8859_2', 'windows-1250')
page('latin2-as-utf8.html', 'iso8859_2', 'utf-8')
page('utf8-as-1250.html', 'utf-8', 'windows-1250')
page('utf8-as-latin2.html', 'utf-8', 'iso-8859-2')
page('utf16be-bom.html', 'utf-16-be', 'utf-8', b'\xfe\xff')
page('utf16le-bom.html', 'utf-16-le', None, b'\xff\xfe')
plain('1250.txt', 'cp1250')
plain('latin2.txt', 'iso8859_2')
plain('utf16le-bom.txt', 'utf-16-le', b'\xff\xfe')
plain('utf8-bom.txt', 'utf-8', b'\xef\xbb\xbf')
)");
    const Outcome made = shell("python3 make.py");
    ASSERT_EQ(made.code, 0) << made.err;
    index({"pages"});
  }

  [[nodiscard]] Strings found(const std::string& query) const {
    Strings ids;
    const nlohmann::ordered_json json =
        json_of(tvar({"search", query, "--no-correction", "--limit", "50", "--json"}));
    for (const auto& hit : json["hits"]) ids.push_back(hit["id"]);
    std::sort(ids.begin(), ids.end());
    return ids;
  }
};

TEST_F(CharsetTest, EachPageIsFoundByItsCzechWords) {
  const Strings all = {"1250-as-latin2.html",
                       "1250-as-utf8.html",
                       "1250-undeclared.html",
                       "1250.html",
                       "1250.txt",
                       "latin2-as-1250.html",
                       "latin2-as-utf8.html",
                       "latin2.html",
                       "latin2.txt",
                       "utf16be-bom.html",
                       "utf16le-bom.html",
                       "utf16le-bom.txt",
                       "utf8-as-1250.html",
                       "utf8-as-latin2.html",
                       "utf8-bom.txt"};
  // As they stand there: letters that the character sets have in different places, and those that they share.
  for (const char* query :
       {"=žluťoučký", "=šťastně", "=ďábelské", "=příchozí", "=Týnce", "\"azylové domy\""}) {
    EXPECT_EQ(found(query), all) << query;
  }
}

}  // namespace
}  // namespace tvar::cli_test
