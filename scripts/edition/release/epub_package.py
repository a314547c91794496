"""The files of an EPUB that say what is in it: container, package, navigation."""

from __future__ import annotations

import time
import uuid
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import escape
from typing import Any, Final
from xml.etree.ElementTree import Element

from edition.release.book import Section
from edition.release.tree import classes, elements, words

CONTAINER: Final = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    '<rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles></container>\n'
)
ACCESSIBILITY: Final = (
    ("accessMode", "textual"),
    ("accessModeSufficient", "textual"),
    *(
        ("accessibilityFeature", feature)
        for feature in (
            *("tableOfContents", "readingOrder", "structuralNavigation", "displayTransformability"),
            *("pageBreakMarkers", "pageNavigation", "ARIA", "unlocked"),
        )
    ),
    ("accessibilityHazard", "none"),
    (
        "accessibilitySummary",
        "Text alone, without pictures. Headings, lists and tables are marked as such; words in other languages are "
        "marked; paragraphs are numbered; the pages of the received text can be gone to.",
    ),
)


@dataclass(frozen=True)
class Document:
    """A file of the book: its name, its title, its part in the book, its content."""

    name: str
    title: str
    kind: str
    content: Element


def navigation(documents: list[Document], sections: list[Section], files: Mapping[str, str]) -> str:
    """Contents, landmarks, pages of the received text."""
    rows = [_row(documents[0].name, "Title page"), _row(documents[1].name, documents[1].title)]
    listed = [(s, _row(f"{files[s.id]}#{s.id}", s.title, _inner(s, files))) for s in sections if s.id]
    rows += [row for section, row in listed if section.is_text]
    rows.append(f"<li><span>Glossary</span><ol>{''.join(row for s, row in listed if s.is_glossary)}</ol></li>")
    rows += [row for s, row in listed if not s.is_text and not s.is_glossary]
    first = next(d.name for d in documents if d.kind == "bodymatter")
    back = next((d.name for d in documents if d.kind == "backmatter"), first)
    marks = [_mark("titlepage", documents[0].name, "Title page"), _mark("toc", "nav.xhtml", "Contents")]
    marks += [_mark("bodymatter", first, "The text"), _mark("backmatter", back, "Glossary and appendices")]
    breaks = [e for d in documents for e in elements(d.content) if "pb" in classes(e)]
    pages = [
        _row(documents[1].name, "1"),
        *(_row(f"{files[e.get('id', '')]}#{e.get('id')}", page_number(e)) for e in breaks),
    ]
    return (
        f'<nav epub:type="toc" role="doc-toc" id="toc"><h1>Contents</h1><ol>{"".join(rows)}</ol></nav>'
        f'<nav epub:type="landmarks" hidden="hidden"><h2>Landmarks</h2><ol>{"".join(marks)}</ol></nav>'
        '<nav epub:type="page-list" role="doc-pagelist" hidden="hidden"><h2>Pages of the received text</h2>'
        f"<ol>{''.join(pages)}</ol></nav>"
    )


def page_number(page_break: Element) -> str:
    """The number of the page that begins at a page break."""
    return page_break.get("data-page", "")


def _row(target: str, label: str, inner: str = "") -> str:
    return f'<li><a href="{target}">{escape(label)}</a>{inner}</li>'


def _mark(kind: str, target: str, label: str) -> str:
    return f'<li><a epub:type="{kind}" href="{target}">{label}</a></li>'


def _inner(section: Section, files: Mapping[str, str]) -> str:
    """The second level: all but headwords, which their section lists itself."""
    if section.is_glossary:
        return ""
    headings = [h for h in elements(section.content, "h2") if h.get("id")]
    rows = "".join(_row(f"{files[h.get('id', '')]}#{h.get('id')}", words(h)) for h in headings)
    return f"<ol>{rows}</ol>" if rows else ""


def package(documents: list[Document], item: Mapping[str, Any], notice: str, epoch: int) -> str:
    """Metadata, list of files, reading order."""
    manifest = [
        '<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>',
        '<item id="style" href="style.css" media-type="text/css"/>',
    ]
    for number, document in enumerate(documents):
        manifest.append(f'<item id="d{number}" href="{document.name}" media-type="application/xhtml+xml"/>')
    spine = ['<itemref idref="d0"/><itemref idref="nav"/>']
    spine += [f'<itemref idref="d{number}"/>' for number in range(1, len(documents))]
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<package version="3.0" xmlns="http://www.idpf.org/2007/opf" unique-identifier="id" '
        f'xml:lang="{item["language"]}">\n<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">\n'
        + "\n".join(_metadata(item, notice, epoch))
        + f"\n</metadata>\n<manifest>\n{chr(10).join(manifest)}\n</manifest>\n"
        + f"<spine>{''.join(spine)}</spine>\n</package>\n"
    )


def _metadata(item: Mapping[str, Any], notice: str, epoch: int) -> Iterator[str]:
    date = "-".join(f"{part:02}" for part in item.get("issued", {}).get("date-parts", [[]])[0])
    yield f'<dc:identifier id="id">urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, item["title"])}</dc:identifier>'
    yield f'<dc:creator id="author">{escape(item["author"][0]["literal"])}</dc:creator>'
    yield '<meta refines="#author" property="role" scheme="marc:relators">aut</meta>'
    described = " ".join(filter(None, [item.get("abstract"), item.get("note")]))
    fields = [("title", item["title"]), ("language", item["language"]), ("publisher", item["publisher"])]
    fields += [("date", date), ("description", described), ("rights", notice)]
    fields += [("subject", word) for word in item.get("keyword", "").split("; ")]
    yield from (f"<dc:{name}>{escape(value)}</dc:{name}>" for name, value in fields if value)
    moment = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(epoch))
    yield f'<meta property="dcterms:modified">{moment}</meta>'
    yield from (f'<meta property="schema:{name}">{value}</meta>' for name, value in ACCESSIBILITY)
