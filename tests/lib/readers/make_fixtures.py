#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""make_fixtures.py FOLDER: writes the files in binary formats that the tests of the readers read.

Made by the tools that people use (cairo, qpdf, the standard library), so that a test does not agree with our own idea
of a format.
"""
import bz2
import email.message
import gzip
import io
import lzma
import mailbox
import pathlib
import subprocess
import sys
import tarfile
import zipfile

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


W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'

# As Czech Word writes it: ids of styles are translated, their names are not.
STYLES = f"""<w:styles {W}>
<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="cs-CZ"/></w:rPr></w:rPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:styleId="Nadpis1"><w:name w:val="heading 1"/></w:style>
<w:style w:type="paragraph" w:styleId="Seznamsodrkami"><w:name w:val="List Bullet"/></w:style>
</w:styles>"""


def paragraph(text, style="", properties=""):
    style = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{style}{properties}<w:tabs><w:tab/></w:tabs></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def table(*rows):
    def cells(row):
        return "".join(f"<w:tc>{''.join(map(paragraph, cell))}</w:tc>" for cell in row)
    return "<w:tbl>" + "".join(f"<w:tr>{cells(row)}</w:tr>" for row in rows) + "</w:tbl>"


NUMBERED = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="3"/></w:numPr>'
BODY = (paragraph("") + paragraph("Azylové bydlení", "Nadpis1")
        + '<w:p><w:r><w:t>Dům</w:t><w:tab/><w:t xml:space="preserve">stojí </w:t></w:r>'
          "<w:del><w:r><w:delText>nestojí</w:delText></w:r></w:del>"
          '<w:ins><w:r><w:t>v</w:t></w:r></w:ins><w:r><w:t xml:space="preserve"> Přerově,</w:t><w:br/>'
          "<w:t>česko</w:t><w:noBreakHyphen/><w:t>německý.</w:t></w:r></w:p>"
        + paragraph("první", "Seznamsodrkami") + paragraph("druhý", "", NUMBERED)
        + paragraph("Kapacita", "Nadpis1", NUMBERED)
        + table([["obec"], ["lůžka"]], [["Přerov"], ["8"]], [["Kolín", "za řekou"], ["12"]])
        + "<w:p><mc:AlternateContent><mc:Choice><w:r><w:t>V rámečku.</w:t></w:r></mc:Choice>"
          "<mc:Fallback><w:r><w:t>V rámečku.</w:t></w:r></mc:Fallback></mc:AlternateContent></w:p>")
DOCUMENT = f'<?xml version="1.0"?><w:document {W} {MC}><w:body>{BODY}<w:sectPr/></w:body></w:document>'


def make_zip(name, members):
    with zipfile.ZipFile(FOLDER / name, "w", zipfile.ZIP_DEFLATED) as file:
        for member, content in members.items():
            file.writestr(member, content)


def make_bomb(name, member, prefix=b""):
    """Over a gigabyte of spaces in a file of a few megabytes."""
    with zipfile.ZipFile(FOLDER / name, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as file:
        with file.open(member, "w", force_zip64=True) as out:
            out.write(prefix)
            for _ in range(1025):
                out.write(b" " * (1 << 20))


def make_docx():
    members = {"[Content_Types].xml": "<Types/>", "word/document.xml": DOCUMENT, "word/styles.xml": STYLES}
    make_zip("word.docx", members)
    make_zip("no-document.docx", {"[Content_Types].xml": "<Types/>"})
    make_zip("bad-xml.docx", {"word/document.xml": "<w:document><w:body>"})
    make_zip("deep.docx", {"word/document.xml": "<a>" * 1_000_000 + "</a>" * 1_000_000})
    whole = (FOLDER / "word.docx").read_bytes()
    (FOLDER / "cut-off.docx").write_bytes(whole[:700])
    (FOLDER / "old.docx").write_bytes(bytes.fromhex("D0CF11E0A1B11AE1") + bytes(512))
    make_bomb("bomb.docx", "word/document.xml", b"<w:document>")


ODT_NAMESPACES = " ".join(f'xmlns:{prefix}="urn:{prefix}"' for prefix in ("office", "text", "table", "style", "fo"))
CONTENT = f"""<office:document-content {ODT_NAMESPACES}><office:body><office:text>
<text:tracked-changes><text:p>smazáno</text:p></text:tracked-changes>
<text:h>Azylové<text:s text:c="2"/>bydlení</text:h>
<text:p>Dům <text:span>stojí</text:span> <text:span>v Přerově</text:span>.<text:note>
<text:note-citation>1</text:note-citation><text:note-body><text:p>Od roku 2016.</text:p></text:note-body></text:note>
<office:annotation><text:p>opravit</text:p></office:annotation> Konec.</text:p>
<text:list><text:list-item><text:p>první</text:p></text:list-item>
<text:list-item><text:p>druhý</text:p></text:list-item></text:list>
<table:table><table:table-row><table:table-cell><text:p>obec</text:p></table:table-cell>
<table:table-cell><text:p>lůžka</text:p></table:table-cell></table:table-row>
<table:table-row><table:table-cell><text:p>Přerov</text:p></table:table-cell>
<table:table-cell><text:p>8</text:p></table:table-cell></table:table-row></table:table>
</office:text></office:body></office:document-content>"""


def make_odt():
    style = '<style:text-properties fo:language="cs" fo:country="CZ"/>'
    make_zip("writer.odt", {"content.xml": CONTENT, "styles.xml": f"<s {ODT_NAMESPACES}>{style}</s>"})
    make_zip("encrypted.odt", {"content.xml": "?", "META-INF/manifest.xml": "<m><manifest:encryption-data/></m>"})
    make_zip("no-content.odt", {"meta.xml": "<m/>"})


ARCHIVED = {"obce/přerov.txt": "Azylový dům v Přerově.", "obce/kolín.html": "<title>Kolín</title><p>Byty.</p>",
            "a.jsonl": '{"id": "x", "text": "Řádek."}\n{"text": "Druhý."}\n', ".hidden.txt": "skryté",
            "__MACOSX/._a.txt": "skryté", "photo.jpeg": "?"}


class DosZipInfo(zipfile.ZipInfo):
    """A name as programs of Czech DOS and Windows write it."""

    def _encodeFilenameFlags(self):
        return self.filename.encode("cp852"), self.flag_bits & ~0x800


def make_archives():
    make_zip("good.zip", ARCHIVED)
    inner = (FOLDER / "good.zip").read_bytes()
    make_zip("nested.zip", {"in/inner.zip": inner, "a.txt.gz": gzip.compress(b"text"), "b.txt": "Dole."})
    make_zip("docs.zip", {"word.docx": (FOLDER / "word.docx").read_bytes(),
                          "report.pdf": (FOLDER / "report.pdf").read_bytes(),
                          "bad.docx": "?"})
    make_zip("evil.zip", {"../../evil.txt": "Mimo.", "/abs.txt": "Kořen."})
    with zipfile.ZipFile(FOLDER / "dos.zip", "w") as file:
        file.writestr(DosZipInfo("žluťoučký kůň.txt"), "Kůň.")
    (FOLDER / "secret.txt").write_text("Tajné.")
    (FOLDER / "encrypted.zip").unlink(missing_ok=True)
    subprocess.run(["zip", "-q", "-P", "heslo", "encrypted.zip", "secret.txt"], cwd=FOLDER, check=True)
    (FOLDER / "cut-off.zip").write_bytes(inner[:300])
    (FOLDER / "no.zip").write_bytes(b"no zip at all" * 100)
    make_bomb("bomb.zip", "a.txt")
    make_bomb("bomb-lines.zip", "a.jsonl")
    for name, mode in (("good.tar", "w"), ("good.tar.gz", "w:gz"), ("good.tgz", "w:gz")):
        with tarfile.open(FOLDER / name, mode) as file:
            for member, content in ARCHIVED.items():
                info = tarfile.TarInfo("./" + member)
                info.size = len(content.encode())
                file.addfile(info, io.BytesIO(content.encode()))
            link = tarfile.TarInfo("link.txt")
            link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
            file.addfile(link)
    text = ARCHIVED["a.jsonl"].encode()
    (FOLDER / "a.jsonl.gz").write_bytes(gzip.compress(text))
    (FOLDER / "a.jsonl.bz2").write_bytes(bz2.compress(text))
    (FOLDER / "a.jsonl.xz").write_bytes(lzma.compress(text))
    (FOLDER / "a.jsonl").write_bytes(text)
    subprocess.run(["zstd", "-q", "-f", FOLDER / "a.jsonl", "-o", FOLDER / "a.jsonl.zst"], check=True)
    (FOLDER / "cut-off.txt.gz").write_bytes(gzip.compress(bytes(range(32, 127)) * 50)[:60])
    (FOLDER / "no.txt.gz").write_bytes(b"text")
    (FOLDER / "empty.txt.gz").write_bytes(gzip.compress(b""))


def make_mail():
    mail = email.message.EmailMessage()
    mail["Subject"] = "Žádost o azylové bydlení v Přerově"
    mail["From"] = "Jana Nováková <jana@example.cz>"
    mail["Date"] = "Thu, 14 Apr 2016 23:30:00 +0200"
    mail.set_content("Dobrý den,\n\nposílám žádost.\n", cte="quoted-printable")
    mail.add_alternative("<p>Dobrý den v HTML</p>", subtype="html")
    mail.add_attachment((FOLDER / "word.docx").read_bytes(), maintype="application", subtype="octet-stream",
                        filename="žádost.docx")
    mail.add_attachment(b"?", maintype="image", subtype="jpeg", filename="foto.jpeg")
    mail.add_attachment((FOLDER / "good.zip").read_bytes(), maintype="application", subtype="zip", filename="a.zip")
    forwarded = email.message.EmailMessage()
    forwarded["Subject"] = "Přeposlaná"
    forwarded.set_content("Starší zpráva.")
    mail.add_attachment(forwarded)
    mail["Content-Language"] = "cs"
    (FOLDER / "full.eml").write_bytes(mail.as_bytes())

    html = email.message.EmailMessage()
    html["From"] = "petr@example.cz"
    html["Subject"] = "HTML"
    html.set_content("<ul><li>šťastná <li>žena</ul>".encode("windows-1250"), maintype="text", subtype="html",
                     params={"charset": "windows-1250"})
    (FOLDER / "html.eml").write_bytes(html.as_bytes().replace(b"Content-Disposition", b"X-Nothing"))

    (FOLDER / "box.mbox").unlink(missing_ok=True)
    box = mailbox.mbox(FOLDER / "box.mbox")
    for number in (1, 2):
        message = email.message.EmailMessage()
        message["Subject"] = f"Zpráva {number}"
        message.set_content(f"Text {number}.\n\nFrom Brna do Prahy.\n")
        box.add(mailbox.mboxMessage(message))
    box.add(mailbox.mboxMessage(mail))
    box.close()


FOLDER.mkdir(parents=True, exist_ok=True)
make_pdfs()
make_docx()
make_odt()
make_archives()
make_mail()
