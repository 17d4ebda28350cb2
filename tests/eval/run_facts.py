#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Facts read from prose, against what a careful reader finds: runs `tvar facts` on the documents of the data folder and
compares with `documents` of its facts.json.

Prints precision, recall and F1 of each field over all documents, and each difference. A field that a document's gold does
not name is not measured on it; an empty list says that nothing is to be found. `title` is given, not extracted.
"""
import json
import sys
import tempfile
import unicodedata

import tool

SINGLE = ["town", "region", "published", "founded"]
LISTS = ["years", "members", "working_group_members", "organizations", "persons", "places"]
STRICT = {"town", "region", "published", "founded"}  # absent in the gold means that there is none


def key(value):
    plain = unicodedata.normalize("NFD", str(value))
    return " ".join("".join(c for c in plain if not unicodedata.combining(c)).lower().split())


def values(document, field):
    value = document.get(field)
    if value is None:
        return {}
    return {key(item): item for item in (value if isinstance(value, list) else [value])}


class Score:
    def __init__(self):
        self.right = self.wrong = self.missed = 0

    def add(self, expected, found):
        self.right += len(expected.keys() & found.keys())
        self.wrong += len(found.keys() - expected.keys())
        self.missed += len(expected.keys() - found.keys())

    def row(self):
        precision = self.right / (self.right + self.wrong) if self.right + self.wrong else 1.0
        recall = self.right / (self.right + self.missed) if self.right + self.missed else 1.0
        f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
        return f"{self.right:6} {self.wrong:6} {self.missed:6} {precision:10.3f} {recall:8.3f} {f1:8.3f}"


def main():
    parser = tool.arguments(__doc__)
    options = parser.parse_args()
    gold = json.loads((options.data / "facts.json").read_text(encoding="utf-8"))["documents"]
    with tempfile.TemporaryDirectory() as folder:
        tvar = tool.Tool(options.tvar, folder)
        found = json.loads(tvar.run("facts", "--json", "--", *(options.data / name for name in gold)))
    scores = {field: Score() for field in SINGLE + LISTS}
    for name, expected in gold.items():
        for field, score in scores.items():
            if field not in expected and field not in STRICT:
                continue
            want, got = values(expected, field), values(found.get(name, {}), field)
            score.add(want, got)
            for item in sorted(want.keys() - got.keys()):
                print(f"{name}: {field}: missed {want[item]}")
            for item in sorted(got.keys() - want.keys()):
                print(f"{name}: {field}: wrong  {got[item]}")
    print(f"\n{'field':22} {'right':>6} {'wrong':>6} {'missed':>6} {'precision':>10} {'recall':>8} {'F1':>8}")
    for field, score in scores.items():
        print(f"{field:22} {score.row()}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
