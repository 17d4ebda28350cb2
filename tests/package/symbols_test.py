#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""symbols_test.py NM LIBTVAR.SO: the shared library exports what belongs to namespace tvar, and nothing else.

Allowed besides: the type information of Xapian's exceptions, without which they could not be caught across the
boundary, and the C interface (tvar_…).
"""
import re
import subprocess
import sys

OURS = re.compile(r"((vtable|typeinfo|typeinfo name|VTT) for )?tvar::|tvar_[a-z_]+$")
XAPIAN = re.compile(r"typeinfo (name )?for Xapian::")

# If one of these is missing, the check below looks at the wrong file.
EXPECTED = ["tvar::v1::Searcher::open(", "tvar::v1::IndexWriter::commit()", "typeinfo for tvar::v1::Error"]


def main():
    nm, library = sys.argv[1:]
    listing = subprocess.run([nm, "--dynamic", "--defined-only", "--demangle", library], check=True,
                             capture_output=True, text=True).stdout
    symbols = [line.split(maxsplit=2)[2] for line in listing.splitlines()]
    foreign = [symbol for symbol in symbols if not OURS.match(symbol) and not XAPIAN.match(symbol)]
    missing = [name for name in EXPECTED if not any(symbol.startswith(name) for symbol in symbols)]
    for symbol in foreign:
        print(f"exported by accident: {symbol}")
    for name in missing:
        print(f"not exported: {name}")
    print(f"{len(symbols)} symbols, {len(foreign)} foreign")
    return 1 if foreign or missing else 0


if __name__ == "__main__":
    sys.exit(main())
