#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""How well searches find: indexes each collection of the data folder, runs its queries, scores them with retrieval.py.

The tables of the default stemmer are printed in full, with paired bootstraps against the other stemmers. At the end
nDCG@10 of all stemmers side by side, beside what other engines reached as the README of the data folder records it, and times.
"""
import gzip
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

import other_engines
import tool

NDCG = 3  # column of retrieval.py --tsv
SAMPLES = 2000  # of a bootstrap


def prepare(collection, folder):
    """Unpacks the documents and writes the queries as `topic/variant<TAB>text`; returns the number of queries."""
    with gzip.open(collection / "docs.jsonl.gz") as packed, open(folder / "docs.jsonl", "wb") as plain:
        shutil.copyfileobj(packed, plain)
    rows = [line.split("\t", 2) for line in (collection / "queries.tsv").read_text(encoding="utf-8").splitlines()]
    (folder / "queries.tsv").write_text("".join(f"{topic}/{variant}\t{text}\n" for topic, variant, text in rows),
                                        encoding="utf-8")
    return len(rows)


def search(tvar, stemmer, collection, folder, queries):
    """Indexes and searches with one stemmer; returns the run file and a line on the time it took."""
    index = folder / f"{stemmer or 'default'}.tvar"
    schema = ["--schema", tvar.schema_with(folder / "default.tvar", stemmer)] if stemmer else []
    start = time.perf_counter()
    tvar.run("index", "--index", index, *schema, folder / "docs.jsonl")
    indexed = time.perf_counter()
    output = tvar.run("search", "--index", index, "--batch", folder / "queries.tsv", "--format", "trec", accept=(0, 1, 2))
    searched = time.perf_counter()
    run = folder / f"{collection.name} {tool.label(stemmer)}"
    run.write_text(output, encoding="utf-8")
    size = (folder / "docs.jsonl").stat().st_size / 1e6
    return run, (f"{collection.name}, {tool.label(stemmer)}: {size:.1f} MB indexed in {indexed - start:.1f} s "
                 f"({size / (indexed - start):.1f} MB/s), {1000 * (searched - indexed) / queries:.2f} ms a query")


def score(options, collection, run, *more):
    script = [sys.executable, options.data / "retrieval.py", collection / "qrels.tsv", run.name]
    return subprocess.run([*script, "--queries", collection / "queries.tsv", *more], check=True, cwd=run.parent,
                          stdout=subprocess.PIPE, text=True).stdout


def bootstrap(options, collection, run, other):
    """The paired bootstrap of two runs: the part of the scorer's output that follows the tables."""
    output = score(options, collection, run, "--vs", other.name, "--samples", str(SAMPLES))
    return output[output.index("paired bootstrap"):]


def evaluate(options, collection):
    """Prints the default stemmer's table; returns {stemmer: {variant: nDCG@10}} and lines on times."""
    table, times = {}, []
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        tvar = tool.Tool(options.tvar, folder)
        queries = prepare(collection, folder)
        ours = None
        for stemmer in tool.STEMMERS:
            run, took = search(tvar, stemmer, collection, folder, queries)
            times.append(took)
            rows = [line.split("\t") for line in score(options, collection, run, "--tsv").splitlines()]
            table[tool.label(stemmer)] = {row[1]: float(row[NDCG]) for row in rows}
            if stemmer is None:
                ours = run
                print(score(options, collection, run), flush=True)
            else:
                print(bootstrap(options, collection, ours, run), flush=True)
    return table, times


def print_beside(options, collection, table):
    variants = list(table[tool.label(None)])
    others = other_engines.recorded(options.data / "README.md", collection.name, variants)
    width = max(map(len, [collection.name, *table, *others])) + 2
    print(f"\n{collection.name:{width}}" + "".join(f"{variant:>12}" for variant in variants))
    for stemmer, scores in table.items():
        print(f"{stemmer:{width}}" + "".join(f"{scores[variant]:12.4f}" for variant in variants))
    if not others:
        return
    print("recorded in the data folder, not measured in this run; without their rankings, differences can't be tested:")
    for engine, scores in others.items():
        print(f"{engine:{width}}" + "".join(f"{scores[v]:12.3f}" if v in scores else f"{'-':>12}" for v in variants))


def main():
    parser = tool.arguments(__doc__)
    parser.add_argument("--collection", action="append", help="only this folder below retrieval/; repeatable")
    options = parser.parse_args()
    collections = [path.parent for path in sorted((options.data / "retrieval").glob("*/docs.jsonl.gz"))
                   if not options.collection or path.parent.name in options.collection]
    if not collections:
        sys.exit(f"{options.data}/retrieval holds no folder with docs.jsonl.gz")
    results = [(collection, *evaluate(options, collection)) for collection in collections]
    print("nDCG@10 by variant of the query")
    for collection, table, _ in results:
        print_beside(options, collection, table)
    print()
    for _, _, times in results:
        print("\n".join(times))


if __name__ == "__main__":
    main()
