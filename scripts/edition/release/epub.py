"""EPUB 3.3: a file for each section, navigation with the pages of the received text, metadata for accessibility."""

from __future__ import annotations

import copy
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from lxml.etree import SubElement
from lxml.etree import _Element as Element

from edition.publish.labels import Labels
from edition.release import archive
from edition.release.book import Section, new, title_lines
from edition.release.epub_package import CONTAINER, Document, navigation, package, page_of_witness
from edition.release.tree import classes, elements, remove, words
from edition.release.xhtml import document

STYLE: Final = Path(__file__).with_name("epub.css")


def make(sections: list[Section], item: Mapping[str, Any], notice: str, epoch: int, labels: Labels) -> bytes:
    """The book as EPUB."""
    documents = [_title_page(item, notice, labels), *(_document(n, part, labels) for n, part in enumerate(sections))]
    files = {e.get("id", ""): d.name for d in documents for e in elements(d.content) if e.get("id")}
    for part in documents:
        for link in elements(part.content, "a"):
            if link.get("href", "").startswith("#"):
                link.set("href", files[link.get("href", "")[1:]] + link.get("href", ""))
    language = item["language"]
    parts = {
        "mimetype": b"application/epub+zip",
        "META-INF/container.xml": CONTAINER.encode(),
        "EPUB/package.opf": package(documents, item, notice, epoch, labels),
        "EPUB/nav.xhtml": document(
            labels("release.contents"), language, "", navigation(documents, sections, files, labels)
        ),
        "EPUB/style.css": STYLE.read_bytes(),
    }
    for part in documents:
        parts[f"EPUB/{part.name}"] = document(part.title, language, part.kind, part.content)
    # Readers know the format by its first file, which therefore is not compressed.
    return archive.pack(parts, epoch, stored={"mimetype"})


def _title_page(item: Mapping[str, Any], notice: str, labels: Labels) -> Document:
    content = new("body")
    section = SubElement(content, "section", {"epub:type": "titlepage", "class": "title-page"})
    for name, text in title_lines(item, labels("release.numbering"), notice):
        SubElement(section, "h1" if name == "book-title" else "p", {"class": name}).text = text
    return Document("title.xhtml", item["title"], "frontmatter", content)


def _document(number: int, section: Section, labels: Labels) -> Document:
    content = new("body")
    part = copy.deepcopy(section.content)
    part.tag = "section"
    content.append(part)
    # The axis of the timeline is drawn for wide screens, and the list below it says the same.
    remove(part, lambda e: e.tag == "svg" or "drawn" in classes(e))
    for role in _roles(section):
        part.set(*role)
    if section.id:
        part.set("aria-labelledby", section.id)
    if section.is_glossary:
        _list_headwords(part)
    _mark_pages(part, labels)
    _run_in_headings(part)
    kind = "bodymatter" if section.is_text and section.id else "backmatter" if section.id else "frontmatter"
    title = section.title or labels("report.front_matter")
    return Document(f"{number:02}-{section.id or 'front'}.xhtml", title, kind, content)


def _roles(section: Section) -> Iterator[tuple[str, str]]:
    if section.is_text and section.id:
        yield from (("epub:type", "chapter"), ("role", "doc-chapter"))
    elif section.is_glossary:
        yield from (("epub:type", "appendix"), ("role", "doc-glossary"))
    elif section.id:
        yield from (("epub:type", "appendix"), ("role", "doc-appendix"))


def _list_headwords(part: Element) -> None:
    """A glossary opens with its headwords, so that the contents of the book stay short."""
    listed = new("ul", {"class": "headwords"})
    for heading in elements(part, "h2"):
        SubElement(SubElement(listed, "li"), "a", {"href": f"#{heading.get('id')}"}).text = words(heading)
    first = next((index for index, child in enumerate(part) if child.tag == "section"), len(part))
    part.insert(first, listed)


def _mark_pages(part: Element, labels: Labels) -> None:
    for mark in elements(part):
        if "pb" in classes(mark):
            mark.set("epub:type", "pagebreak")
            mark.set("aria-label", labels("report.page_mark", page=page_of_witness(mark)))
            mark.attrib.pop("title", None)


def _run_in_headings(part: Element) -> None:
    """Levels of run-in headings follow those of the book, whose chapters stand one level above those of the site."""
    for heading in elements(part):
        level = heading.get("aria-level")
        if level:
            heading.set("aria-level", str(int(level) - 1))
