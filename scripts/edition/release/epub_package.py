"""The files of an EPUB that say what is in it: container, package, navigation."""

from __future__ import annotations

import time
import uuid
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from lxml import etree
from lxml.etree import SubElement
from lxml.etree import _Element as Element

from edition.publish.labels import Labels
from edition.release.book import Section, new
from edition.release.tree import classes, elements, words

OPF: Final = "http://www.idpf.org/2007/opf"
DC: Final = "http://purl.org/dc/elements/1.1/"
XML: Final = "http://www.w3.org/XML/1998/namespace"

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
)


@dataclass(frozen=True)
class Document:
    """A file of the book: its name, its title, its part in the book, its content."""

    name: str
    title: str
    kind: str
    content: Element


def navigation(documents: list[Document], sections: list[Section], files: Mapping[str, str], labels: Labels) -> Element:
    """Contents, landmarks, pages of the received text."""
    body = new("body")
    _contents(body, documents, sections, files, labels)
    _landmarks(body, documents, labels)
    listed = _list(body, "page-list", labels("release.pages"), role="doc-pagelist", hidden="hidden")
    _row(listed, documents[1].name, "1")
    for mark in (e for d in documents for e in elements(d.content) if "pb" in classes(e)):
        _row(listed, f"{files[mark.get('id', '')]}#{mark.get('id')}", page_of_witness(mark))
    return body


def page_of_witness(page_break: Element) -> str:
    """The number of the page that begins at a page break."""
    number: str = page_break.get("data-page", "")
    return number


def _contents(
    body: Element, documents: list[Document], sections: list[Section], files: Mapping[str, str], labels: Labels
) -> None:
    listed = _list(body, "toc", labels("release.contents"), "h1", role="doc-toc", id="toc")
    _row(listed, documents[0].name, "Title page")
    _row(listed, documents[1].name, documents[1].title)
    named = [section for section in sections if section.id]
    for section in (section for section in named if section.is_text):
        _section(listed, section, files)
    glossary = [section for section in named if section.is_glossary]
    if glossary:
        group = SubElement(listed, "li")
        SubElement(group, "span").text = labels("release.glossary")
        inner = SubElement(group, "ol")
        for section in glossary:
            _row(inner, f"{files[section.id]}#{section.id}", section.title)
    for section in (section for section in named if not section.is_text and not section.is_glossary):
        _section(listed, section, files)


def _section(listed: Element, section: Section, files: Mapping[str, str]) -> None:
    """A section with its second level: all but headwords, which their section lists itself."""
    row = _row(listed, f"{files[section.id]}#{section.id}", section.title)
    headings = [h for h in elements(section.content, "h2") if h.get("id")]
    inner = SubElement(row, "ol") if headings else row
    for heading in headings:
        _row(inner, f"{files[heading.get('id', '')]}#{heading.get('id')}", words(heading))


def _landmarks(body: Element, documents: list[Document], labels: Labels) -> None:
    listed = _list(body, "landmarks", labels("release.landmarks"), hidden="hidden")
    first = next((d.name for d in documents if d.kind == "bodymatter"), documents[-1].name)
    back = next((d.name for d in documents if d.kind == "backmatter"), first)
    marks = [("titlepage", documents[0].name), ("toc", "nav.xhtml"), ("bodymatter", first), ("backmatter", back)]
    for kind, target in marks:
        _row(listed, target, labels(f"release.landmark.{kind}"))[0].set("epub:type", kind)


def _list(body: Element, kind: str, title: str, rank: str = "h2", **attributes: str) -> Element:
    part = SubElement(body, "nav", {"epub:type": kind, **attributes})
    SubElement(part, rank).text = title
    return SubElement(part, "ol")


def _row(listed: Element, target: str, label: str) -> Element:
    row = SubElement(listed, "li")
    SubElement(row, "a", {"href": target}).text = label
    return row


def package(documents: list[Document], item: Mapping[str, Any], notice: str, epoch: int, labels: Labels) -> bytes:
    """Metadata, list of files, reading order (EPUB 3.3, 5)."""
    attributes = {"version": "3.0", "unique-identifier": "id", f"{{{XML}}}lang": item["language"]}
    root = etree.Element(f"{{{OPF}}}package", attributes, {None: OPF, "dc": DC})
    metadata = SubElement(root, f"{{{OPF}}}metadata")
    for name, value, more in _metadata(item, notice, epoch, labels):
        namespace = OPF if name == "meta" else DC
        SubElement(metadata, f"{{{namespace}}}{name}", more).text = value
    manifest, spine = SubElement(root, f"{{{OPF}}}manifest"), SubElement(root, f"{{{OPF}}}spine")
    page = "application/xhtml+xml"
    files = [("nav", "nav.xhtml", page), ("style", "style.css", "text/css")]
    files += [(f"d{number}", document.name, page) for number, document in enumerate(documents)]
    for identity, name, media in files:
        entry = SubElement(manifest, f"{{{OPF}}}item", {"id": identity, "href": name, "media-type": media})
        if identity == "nav":
            entry.set("properties", "nav")
    for identity in ("d0", "nav", *(f"d{number}" for number in range(1, len(documents)))):
        SubElement(spine, f"{{{OPF}}}itemref", {"idref": identity})
    written: bytes = etree.tostring(root, encoding="utf-8", xml_declaration=True)
    return written


def _metadata(
    item: Mapping[str, Any], notice: str, epoch: int, labels: Labels
) -> Iterator[tuple[str, str, dict[str, str]]]:
    """Name, value and attributes of each element; those that have no value are left out."""
    date = "-".join(f"{part:02}" for part in item.get("issued", {}).get("date-parts", [[]])[0])
    yield "identifier", f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, item['title'])}", {"id": "id"}
    yield "creator", item["author"][0]["literal"], {"id": "author"}
    yield "meta", "aut", {"refines": "#author", "property": "role", "scheme": "marc:relators"}
    described = " ".join(filter(None, [item.get("abstract"), item.get("note")]))
    fields = [("title", item["title"]), ("language", item["language"]), ("publisher", item["publisher"])]
    fields += [("date", date), ("description", described), ("rights", notice)]
    fields += [("subject", word) for word in item.get("keyword", "").split("; ")]
    yield from ((name, value, {}) for name, value in fields if value)
    yield "meta", time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(epoch)), {"property": "dcterms:modified"}
    accessibility = [*ACCESSIBILITY, ("accessibilitySummary", labels("release.accessibility"))]
    yield from (("meta", value, {"property": f"schema:{name}"}) for name, value in accessibility)
