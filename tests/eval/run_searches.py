#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Searches with known answers: indexes the documents of the data folder and runs the `searches` of its facts.json.

Each search has a `query`, perhaps a `filter` (field: value), the `documents` that must be found, no more and no fewer,
by the beginnings of their names, and a `why`. A search that filters by a field that no document has as metadata waits
for facts to be read from the prose, and is listed apart.
"""
import json
import pathlib
import sys
import tempfile

import tool

EVERYTHING = 10_000


def found(tvar, search):
    """Ids that the search finds, and what the tool noted about it (any_word and the like)."""
    filters = [f"--{field}={value}" for field, value in search.get("filter", {}).items()]
    page = json.loads(tvar.run("search", "--index", "index", "--json", "--limit", EVERYTHING, *filters, "--",
                               search["query"], accept=(0, 1)))
    return sorted(hit["id"] for hit in page["hits"])


def is_answer(ids, expected):
    return len(ids) == len(expected) and all(any(id.startswith(start) for id in ids) for start in expected)


def fields_without_values(tvar, search):
    counts = json.loads(tvar.run("facets", "--index", "index", "--json", accept=(0, 1)))["facets"]
    return [field for field in search.get("filter", {}) if not counts.get(field)]


def spelled(search):
    return " ".join([search["query"], *(f"--{field} {value}" for field, value in search.get("filter", {}).items())])


def main():
    parser = tool.arguments(__doc__)
    parser.add_argument("--schema", help="YAML schema of the index")
    options = parser.parse_args()
    searches = json.loads((options.data / "facts.json").read_text(encoding="utf-8")).get("searches", [])
    outcomes = {"pass": 0, "FAIL": 0, "waits": 0}
    with tempfile.TemporaryDirectory() as folder:
        tvar = tool.Tool(options.tvar, folder)
        schema = ["--schema", pathlib.Path(options.schema).resolve()] if options.schema else []
        print(tvar.run("index", "--index", "index", *schema, options.data).strip())
        for search in searches:
            ids = found(tvar, search)
            outcome, reason = "pass", ""
            if not is_answer(ids, search["documents"]):
                missing = fields_without_values(tvar, search)
                outcome = "waits" if missing else "FAIL"
                reason = (f"no document has metadata for: {', '.join(missing)}" if missing
                          else f"found {ids or 'nothing'}, expected {search['documents'] or 'nothing'}")
            outcomes[outcome] += 1
            print(f"{outcome:5}  {spelled(search)}")
            if reason:
                print(f"         {reason}\n         ({search['why']})")
    print(", ".join(f"{count} {outcome}" for outcome, count in outcomes.items()))
    return 1 if outcomes["FAIL"] else 0


if __name__ == "__main__":
    sys.exit(main())
