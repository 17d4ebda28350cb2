# SPDX-License-Identifier: GPL-2.0-or-later
"""What the evaluations share: their two options, and running the tool away from anybody's index."""
import argparse
import json
import os
import pathlib
import subprocess
import sys

STEMMERS = [None, "czech_light", "none"]  # None: the one of the built-in schema


def arguments(description):
    parser = argparse.ArgumentParser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--tvar", required=True, type=lambda name: pathlib.Path(name).resolve(), help="the built tool")
    parser.add_argument("--data", required=True, type=lambda name: pathlib.Path(name).resolve(),
                        help="folder with the gold data; docs/evaluation.md says what it holds")
    return parser


class Tool:
    """The tool, run in `folder`. An index in the caller's folders or environment must not decide on the stemmer."""

    def __init__(self, tvar, folder):
        self.tvar, self.folder = tvar, pathlib.Path(folder)
        self.environment = {name: value for name, value in os.environ.items() if name != "TVAR_INDEX"}

    def run(self, *arguments, accept=(0,)):
        """Runs a command and returns what it prints; exits with what it says when its status is not in `accept`."""
        result = subprocess.run([self.tvar, *map(str, arguments)], cwd=self.folder, env=self.environment,
                                stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        if result.returncode not in accept:
            sys.exit(f"{' '.join(map(str, result.args))}\nexited with {result.returncode}:\n{result.stderr}")
        return result.stdout

    def schema_with(self, index, stemmer):
        """Writes the schema of an index with another stemmer to a file, and returns its path."""
        schema = json.loads(self.run("stats", "--index", index, "--json"))["schema"]
        schema["stemmer"] = stemmer
        file = self.folder / f"schema-{stemmer}.yaml"
        file.write_text(json.dumps(schema, ensure_ascii=False), encoding="utf-8")  # JSON is YAML
        return file


def label(stemmer):
    return stemmer or "(default)"
