# SPDX-License-Identifier: GPL-2.0-or-later
"""nDCG@10 that other engines reached on the test collections, as recorded in the README of the data folder.

They were measured when the collections were made, not in the same run, and their rankings were not kept: they can be set
beside ours, but no test of significance can be made against them.
"""
import re

KNOWN_ITEM_SUFFIXES = ("", "-nodia", "-typo")  # the order of "a / b / c" in the table of known items


def cells(line):
    return [re.sub(r"[*`]", "", cell).strip() for cell in line.strip().strip("|").split("|")]


def number(text):
    return float(text) if re.fullmatch(r"[01]?\.\d+", text) else None


def read_tables(text):
    """The Markdown tables of a text: for each the nearest bold line above it, its header, its rows."""
    heading, table = "", None
    for line in text.splitlines():
        bold = re.match(r"\*\*(.+?)\*\*", line)
        if line.startswith("|"):
            if table is None:
                table = (heading, cells(line), [])
            elif not re.fullmatch(r"[|:\- ]+", line):
                table[2].append(cells(line))
            continue
        if table:
            yield table
            table = None
        if bold:
            heading = bold.group(1)
    if table:
        yield table


def recorded(readme, collection, variants):
    """{engine: {variant: nDCG@10}} for one collection; empty when the README has no figures for it."""
    if not readme.is_file():
        return {}
    text = readme.read_text(encoding="utf-8")
    result = {}
    for heading, header, rows in read_tables(text):
        for row in rows:
            if heading == collection:
                scores = {name: number(cell) for name, cell in zip(header[1:], row[1:])}
            elif collection in header[1:] and variants:
                parts = row[header.index(collection)].split(" / ")
                scores = {variants[0] + suffix: number(part) for suffix, part in zip(KNOWN_ITEM_SUFFIXES, parts)}
            else:
                continue
            scores = {name: score for name, score in scores.items() if score is not None}
            if scores:
                result[row[0]] = scores
    result.update(sentence(text, collection))
    return result


def sentence(text, collection):
    """Figures in a sentence: "**collection**, all variants: Engine 0.7, Other 0.6; …"."""
    found = re.search(rf"\*\*{re.escape(collection)}\*\*, all variants: (.+?)[;.]\s", text + " ")
    pairs = re.findall(r"([^,;]+?) ([01]\.\d+)", found.group(1)) if found else []
    return {engine.strip(): {"ALL": float(score)} for engine, score in pairs}
