#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Which word forms become equal: scores `tvar analyze --batch` with the conflation.py of the data folder.

Every gold file is measured with every stemmer and with both ways to treat negation: split (negated nominals are words
of their own, the default) and merged (--merge-negation). The tables of the default stemmer are printed in full, a
line for each run at the end.
"""
import json
import shlex
import subprocess
import sys
import tempfile

import tool

NEGATION = {"split": ("split-nominal", ""), "merged": ("gold", " --merge-negation")}


def command_line(options, gold, stemmer, negation):
    policy, flag = NEGATION[negation]
    analyze = f"{shlex.quote(str(options.tvar))} analyze --batch{flag}" + (f" --stemmer {stemmer}" if stemmer else "")
    return [sys.executable, str(options.data / "conflation.py"), str(gold), "--neg", policy,
            "--cmd", analyze, "--qcmd", f"{analyze} --query", "--fold"]


def run(arguments, folder):
    environment = tool.Tool(arguments[0], folder).environment
    result = subprocess.run(arguments, cwd=folder, env=environment, stdout=subprocess.PIPE, text=True)
    if result.returncode:
        sys.exit(result.returncode)
    return result.stdout


def summary_line(gold, stemmer, negation, scores):
    plain, query = scores["plain"]["all"], scores["asymmetric"]["all"]
    figures = [plain["tF"], plain["fF"], plain["qF"], query["qF"], scores["fold"]["all"]["qF"]]
    cells = "".join(f"{100 * figure:9.2f}" for figure in figures)
    return f"{gold.name.split('.')[0]:16}{tool.label(stemmer):13}{negation:8}{cells}{scores['terms_per_form']:9.2f}"


def main():
    parser = tool.arguments(__doc__)
    parser.add_argument("--stemmer", action="append", help="measure this one only; repeatable")
    options = parser.parse_args()
    golds = sorted((options.data / "gold").glob("*.tsv*"))
    if not golds:
        sys.exit(f"{options.data}/gold holds no .tsv or .tsv.gz")
    lines = []
    with tempfile.TemporaryDirectory() as folder:
        for gold in golds:
            for stemmer in options.stemmer or tool.STEMMERS:
                for negation in NEGATION:
                    command = command_line(options, gold, stemmer, negation)
                    lines.append(summary_line(gold, stemmer, negation, json.loads(run(command + ["--json"], folder))))
                    if stemmer is None:
                        print(run(command, folder), flush=True)
    print("F1 in %: types, token pairs, query (index side terms); query with --query; query without diacritics")
    print(f"{'gold':16}{'stemmer':13}{'neg':8}{'types':>9}{'pairs':>9}{'query':>9}{'--query':>9}{'no dia':>9}{'terms':>9}")
    print("\n".join(lines))


if __name__ == "__main__":
    main()
