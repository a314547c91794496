"""PDF through Typst: tagged (PDF/UA-1), with bookmarks, running heads, page numbers and references to pages."""

from __future__ import annotations

import io
import json
import re
import tempfile
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from edition.publish.citation.csl import STYLES, reference
from edition.publish.labels import Labels
from edition.release.book import Section, title_lines
from edition.release.typeset import guides, section_data, typst_language

LAYOUT: Final = Path(__file__).with_name("book.typ")
FONTS: Final = ("assets/fonts/text.woff2", "assets/fonts/text-italic.woff2")
# In every copy of Typst: what stands in for letters that the site's face lacks, the same on every machine.
EMBEDDED: Final = ("Libertinus Serif", "New Computer Modern")

# Links within the book are set as links to this scheme, and led to their destinations afterwards: Typst takes twice the
# time where it looks up the target of each.
INNER: Final = "edition:"

# Typst's words for letters that no font has.
UNKNOWN: Final = re.compile(r'the text `"(.+?)"` could not be displayed')
# Characters that PDF/UA-1 refuses (ISO 14289-1, 7.21.8), with what says the same: nothing, or WORD JOINER.
REFUSED: Final = {0x0000: None, 0xFFFE: None, 0xFEFF: "\N{WORD JOINER}"}
# How far above an anchor, in points, a destination is.
ABOVE: Final = 14


@dataclass(frozen=True)
class Typeset:
    """A book as Typst sets it: the PDF, where its anchors are, and the letters that no font has."""

    content: bytes
    places: list[tuple[str, int, float, float]]
    unknown: str


def make(
    sections: list[Section],
    item: Mapping[str, Any],
    notice: str,
    site: Mapping[str, bytes],
    epoch: int,
    labels: Labels,
) -> tuple[bytes, str]:
    """The book as PDF, and the letters that no font has: their code points are printed in their place.

    Raises OSError where Typst refuses the book.
    """
    with tempfile.TemporaryDirectory() as folder:
        family = _unpack_faces(site, Path(folder))
        data = json.dumps(document(sections, item, notice, family, labels), ensure_ascii=False).translate(REFUSED)
        typeset = _typeset(data, Path(folder), epoch)
    closed = [False, *(not section.is_text for section in sections if section.id)]
    return _finish(typeset, closed), typeset.unknown


def document(
    sections: list[Section], item: Mapping[str, Any], notice: str, family: str, labels: Labels
) -> dict[str, Any]:
    """What book.typ lays out: title page, imprint and sections as data. `family` is the text face, if there is one."""
    title = dict(title_lines({**item, "note": ""}))
    spoken = typst_language(item["language"]) or ("en", None, None)
    imprint = [
        item.get("note", ""),
        f"{labels('release.numbering')} {labels('release.references')}",
        labels("release.cite", citation=reference(dict(item), STYLES[0])),
        notice,
    ]
    imprint.append(labels("release.face", family=family) if family else "")
    return {
        "title": item["title"],
        "heading": title["book-title"],
        "subtitle": title.get("book-subtitle", ""),
        "body": title.get("book-body", ""),
        "author": [item["author"][0]["literal"]],
        "description": item.get("abstract", ""),
        "keywords": [word for word in item.get("keyword", "").split("; ") if word],
        "language": spoken[0],
        "region": spoken[2],
        "faces": [*([family] if family else []), *EMBEDDED],
        "imprint": [line for line in imprint if line],
        "inner": INNER,
        "labels": {name: labels(f"release.{name}") for name in ("contents", "glossary")},
        "sections": [section_data(section, family or EMBEDDED[0], labels) for section in sections],
        "guides": {name: guide for section in sections for name, guide in guides(section).items()},
    }


def _unpack_faces(site: Mapping[str, bytes], folder: Path) -> str:
    """Puts the site's text face into `folder` in a form that Typst reads; its name, or "" where there is none."""
    from fontTools.ttLib import TTFont

    family = ""
    for name in FONTS:
        if name in site:
            face = TTFont(io.BytesIO(site[name]), recalcTimestamp=False)
            family = family or str(face["name"].getBestFamilyName())
            face.flavor = None
            face.save(folder / Path(name).with_suffix(".ttf").name)
    return family


def _typeset(data: str, folder: Path, epoch: int) -> Typeset:
    """Sets the book: with the fonts of the machine only where no other has a letter, as another may lack them."""
    import typst

    layout = folder / LAYOUT.name
    layout.write_bytes(LAYOUT.read_bytes())
    system, unknown = any(unicodedata.east_asian_width(letter) in "WF" for letter in set(data)), ""
    while True:
        fonts = typst.Fonts(include_system_fonts=system, include_embedded_fonts=True, font_paths=[str(folder)])
        compiler = typst.Compiler(str(layout), root=str(folder), font_paths=fonts, sys_inputs={"book": data})
        try:
            content = compiler.compile(format="pdf", pdf_standards="ua-1", timestamp=epoch)
            places = json.loads(compiler.query("<edition:places>", field="value", one=True))
            assert isinstance(content, bytes)
            return Typeset(content, [tuple(place) for place in places], unknown)
        except typst.TypstError as error:
            letters = "".join(UNKNOWN.findall(error.diagnostic))
            missing = sorted({letter for letter in letters if letter in data and letter not in unknown})
            if not missing:
                raise OSError(f"Typst refuses the book: {error.diagnostic.strip()}") from error
        if system:
            unknown += "".join(missing)
            data = data.translate({ord(letter): f"[U+{ord(letter):04X}]" for letter in missing})
        system = True


def _finish(typeset: Typeset, closed: list[bool]) -> bytes:
    """The PDF with a named destination for each anchor, links to them, and the bookmarks of `closed` parts folded."""
    import pikepdf

    with pikepdf.open(io.BytesIO(typeset.content)) as pdf:
        pages = [page.obj for page in pdf.pages]
        height = float(pages[0].MediaBox[3])
        names = {}
        for name, page, x, y in typeset.places:
            # A little above, so that the line itself is seen.
            target = [pages[page - 1], pikepdf.Name.XYZ, round(x, 2), round(min(height - y + ABOVE, height), 2), 0]
            names[bytes(pikepdf.String(name))] = (pikepdf.String(name), pikepdf.Array(target))
        listed = pikepdf.Array([part for _, named in sorted(names.items()) for part in named])
        pdf.Root.Names = pikepdf.Dictionary(Dests=pikepdf.Dictionary(Names=listed))
        for link in (link for page in pages for link in page.get("/Annots", ())):
            address = str(link.A.get("/URI", "")) if "/A" in link else ""
            if address.startswith(INNER):
                link.Dest = pikepdf.String(address.removeprefix(INNER))
                del link.A
        _fold(pdf.Root.Outlines, closed)
        finished = io.BytesIO()
        pdf.save(finished, object_stream_mode=pikepdf.ObjectStreamMode.generate, deterministic_id=True)
    return finished.getvalue()


def _fold(outlines: Any, closed: list[bool]) -> None:
    """Folds the bookmarks below those parts, which a negative count does (ISO 32000-1, 12.3.3); unfolds the others."""
    item, shown = outlines.get("/First"), 0
    for fold in closed:
        if item is None:
            break
        count = abs(int(item.get("/Count", 0)))
        if count:
            item.Count = -count if fold else count
        shown += 1 + (0 if fold else count)
        item = item.get("/Next")
    outlines.Count = shown
