#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""make_fixtures.py FOLDER: writes the files in binary formats that the tests of the readers read.

Made by the tools that people use (cairo, qpdf, the standard library), so that a test does not agree with our own idea
of a format.
"""
import pathlib
import subprocess
import sys

import cairo

FOLDER = pathlib.Path(sys.argv[1])

PAGES = [
    ["Terénní práce v Přerově", "", "Azylový dům nabídl loni zaměst-", "nání osmi lidem. Vyšla o něm česko-",
     "-německá zpráva Praha-", "Libeň.", "", "• první bod", "• druhý bod, který se ne-", "vejde na řádek"],
    ["Druhá strana začíná zde."],
]


def make_pdf(name, pages, **metadata):
    surface = cairo.PDFSurface(str(FOLDER / name), 595, 842)
    for key, value in metadata.items():
        surface.set_metadata(getattr(cairo, "PDF_METADATA_" + key), value)
    context = cairo.Context(surface)
    context.select_font_face("DejaVu Sans")
    context.set_font_size(12)
    for page in pages:
        for number, line in enumerate(page):
            context.move_to(72, 90 + 16 * number)
            context.show_text(line)
        context.show_page()
    surface.finish()


def make_pdfs():
    make_pdf("report.pdf", PAGES, TITLE="Zpráva o terénní práci", AUTHOR="Jana Nováková",
             CREATE_DATE="2016-04-14T10:00:00")
    make_pdf("untitled.pdf", PAGES[:1])
    make_pdf("empty.pdf", [[]])
    report = (FOLDER / "report.pdf").read_bytes()
    (FOLDER / "cut-off.pdf").write_bytes(report[:len(report) // 2])
    (FOLDER / "no.pdf").write_bytes(b"%PDF-1.7\n" + bytes(range(256)) * 20)
    subprocess.run(["qpdf", "--encrypt", "heslo", "heslo", "256", "--", FOLDER / "report.pdf",
                    FOLDER / "encrypted.pdf"], check=True)


FOLDER.mkdir(parents=True, exist_ok=True)
make_pdfs()
