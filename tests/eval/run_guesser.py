#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""How well words are handled that the lexicon does not know: hidden_fifth.py on each gold file of the data folder."""
import pathlib
import subprocess
import sys
import tempfile

import tool


def main():
    options = tool.arguments(__doc__).parse_args()
    build = options.tvar.parents[1]
    here = pathlib.Path(__file__).resolve().parent
    with tempfile.TemporaryDirectory() as folder:
        for gold in sorted((options.data / "gold").glob("*.tsv*")):
            print(gold.name, flush=True)
            # The image without the hidden words is made for the first file and used for all.
            subprocess.run([sys.executable, here / "hidden_fifth.py", gold,
                            "--compiler", build / "stemmers/lexicon/tvar_lexicon_compiler",
                            "--stem-batch", build / "tests/eval/stem_batch",
                            "--tables", here.parents[1] / "stemmers/lexicon/data",
                            "--image", pathlib.Path(folder) / "hidden.lexicon"], check=True)


if __name__ == "__main__":
    main()
