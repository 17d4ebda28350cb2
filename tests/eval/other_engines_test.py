# SPDX-License-Identifier: GPL-2.0-or-later
"""The figures that other_engines reads out of a README."""
import pathlib
import tempfile
import unittest

import other_engines

README = """# Data

**abstracts** (nDCG@10, 200 topics)

| engine | citation | upper | *typo* |
|---|---:|---:|---:|
| **Alfa 1.0** | 0.512 | .5 | n/a |
| `Beta` | 1.000 | 0.25 | 0.125 |

Text between tables.

**known items**

| engine | titles | silver |
|---|---|---|
| Alfa 1.0 | 0.9 / 0.8 / 0.7 | 0.6 / – / 0.4 |
| Gama | - | 0.3 |

**sentences**, all variants: Alfa 0.71, Beta with a dash 0.62; the rest was not measured.
"""


class OtherEngines(unittest.TestCase):
    def recorded(self, collection, variants=()):
        with tempfile.TemporaryDirectory() as folder:
            readme = pathlib.Path(folder) / "README.md"
            readme.write_text(README, encoding="utf-8")
            return other_engines.recorded(readme, collection, variants)

    def test_tables_have_the_nearest_bold_line_above_them(self):
        tables = list(other_engines.read_tables(README))
        self.assertEqual([heading for heading, _, _ in tables], ["abstracts", "known items"])
        self.assertEqual(tables[0][1], ["engine", "citation", "upper", "typo"])
        self.assertEqual(tables[0][2], [["Alfa 1.0", "0.512", ".5", "n/a"], ["Beta", "1.000", "0.25", "0.125"]])

    def test_a_table_at_the_end_of_the_text_is_read(self):
        self.assertEqual(list(other_engines.read_tables("| a |\n|---|\n| b |")), [("", ["a"], [["b"]])])

    def test_a_table_of_one_collection_has_a_column_for_each_variant(self):
        self.assertEqual(self.recorded("abstracts"),
                         {"Alfa 1.0": {"citation": 0.512, "upper": 0.5},
                          "Beta": {"citation": 1.0, "upper": 0.25, "typo": 0.125}})

    def test_a_table_of_collections_has_the_variants_in_each_cell(self):
        self.assertEqual(self.recorded("titles", ["title"]),
                         {"Alfa 1.0": {"title": 0.9, "title-nodia": 0.8, "title-typo": 0.7}})
        self.assertEqual(self.recorded("silver", ["verse"]),
                         {"Alfa 1.0": {"verse": 0.6, "verse-typo": 0.4}, "Gama": {"verse": 0.3}})

    def test_a_sentence_has_one_figure_for_all_variants(self):
        self.assertEqual(self.recorded("sentences"), {"Alfa": {"ALL": 0.71}, "Beta with a dash": {"ALL": 0.62}})

    def test_what_is_not_there_has_no_figures(self):
        self.assertEqual(self.recorded("abstract"), {})
        self.assertEqual(other_engines.recorded(pathlib.Path("/nowhere/README.md"), "abstracts", ()), {})

    def test_numbers(self):
        self.assertEqual([other_engines.number(text) for text in ("0.5", ".25", "1.0", "–", "12.5", "0,5", "")],
                         [0.5, 0.25, 1.0, None, None, None, None])


if __name__ == "__main__":
    unittest.main()
