#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Does the answer depend on how a query is typed? Compares what each variant of a topic finds with what its basic form finds.

Two figures for each collection and variant, averaged over the topics (Jaccard, 1 = the same): the set of all documents that have all words
(`--match all`), and the first ten hits of an ordinary search. Only topics whose basic form finds something count.
"""
import collections
import pathlib
import tempfile

import run_retrieval
import tool

BASIC = "cit"
VARIANTS = ("infl", "upper", "badcase", "cit-nodia", "infl-nodia", "typo")


def found(tvar, index, queries, *options):
    """Runs all queries; returns {topic/variant: ids in order}."""
    output = tvar.run("search", "--index", index, "--batch", queries, "--format", "trec", *options, accept=(0, 1, 2))
    hits = collections.defaultdict(list)
    for line in output.splitlines():
        name, _, document, _ = line.split(" ", 3)
        hits[name].append(document)
    return hits


def jaccard(one, other):
    one, other = set(one), set(other)
    return len(one & other) / len(one | other) if one | other else 1.0


def mean_overlap(hits, topics, variant):
    values = [jaccard(hits[f"{topic}/{BASIC}"], hits[f"{topic}/{variant}"]) for topic in topics
              if hits.get(f"{topic}/{BASIC}")]
    return sum(values) / len(values) if values else float("nan")


def main():
    options = tool.arguments(__doc__).parse_args()
    print(f"{'collection':14}{'variant':>12}{'all documents':>16}{'first ten':>12}")
    for path in sorted((options.data / "retrieval").glob("*/docs.jsonl.gz")):
        collection = path.parent
        with tempfile.TemporaryDirectory() as folder:
            folder = pathlib.Path(folder)
            tvar = tool.Tool(options.tvar, folder)
            run_retrieval.prepare(collection, folder)
            names = [line.split("\t")[0] for line in (folder / "queries.tsv").read_text(encoding="utf-8").splitlines()]
            topics = collections.defaultdict(set)
            for name in names:
                topic, variant = name.split("/")
                topics[variant].add(topic)
            if BASIC not in topics:
                continue
            tvar.run("index", "--index", folder / "i.tvar", folder / "docs.jsonl")
            everything = found(tvar, folder / "i.tvar", folder / "queries.tsv", "--match", "all", "--limit", "100000")
            first = found(tvar, folder / "i.tvar", folder / "queries.tsv", "--limit", "10")
            for variant in VARIANTS:
                if variant in topics:
                    both = topics[variant] & topics[BASIC]
                    print(f"{collection.name:14}{variant:>12}{mean_overlap(everything, both, variant):16.3f}"
                          f"{mean_overlap(first, both, variant):12.3f}", flush=True)


if __name__ == "__main__":
    main()
