#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""headers_test.py CXX INCLUDEDIR: whatever an installed header draws in is ours or the compiler's own.

The preprocessor says which files it read, so a header that hides behind another one is seen too. A file with only the
standard headers that ours name is the measure: ours may read what that reads, and tvar/.
"""
import pathlib
import re
import subprocess
import sys


def files_read(compiler, text, include):
    """The files that the preprocessor opens for the program `text`."""
    result = subprocess.run([compiler, "-std=c++20", "-M", "-x", "c++", "-I", str(include), "-"], input=text,
                            check=True, capture_output=True, text=True)
    rule = result.stdout.replace("\\\n", " ").split(":", 1)[1]
    return {pathlib.Path(name).resolve() for name in rule.split() if name not in ("-", "<stdin>")}


def main():
    compiler, include = sys.argv[1], pathlib.Path(sys.argv[2]).resolve()
    headers = sorted((include / "tvar").iterdir())
    problems = 0 if headers else 1
    named = {name for header in headers for name in re.findall(r"^#include <([a-z_0-9]+)>", header.read_text(), re.M)}
    standard = files_read(compiler, "".join(f"#include <{name}>\n" for name in sorted(named)), include)
    for header in headers:
        for file in files_read(compiler, f'#include "tvar/{header.name}"\n', include) - standard:
            if include not in file.parents:
                print(f"tvar/{header.name} draws in {file}")
                problems += 1
    print(f"{len(headers)} headers, {problems} problems")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
