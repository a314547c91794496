"""PDF through WeasyPrint: tagged (PDF/UA-1), with bookmarks, running heads, page numbers and references to pages."""

from __future__ import annotations

import copy
import hashlib
import logging
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element, SubElement

from .book import Section
from .tree import classes, elements, serialise, words

STYLE = Path(__file__).with_name("print.css")
FONTS = {"text.woff2": "normal", "text-italic.woff2": "italic"}


def write(sections: list[Section], item: Mapping[str, Any], notice: str, docs: Path, target: Path) -> None:
    """The book as PDF; a file made before from the same input stays. Raises OSError where Pango is missing."""
    import weasyprint  # Loading it needs Pango; all else here does without.

    logging.getLogger("fontTools").setLevel(logging.ERROR)
    html, styles = document(sections, item, notice), [_fonts(docs), STYLE.read_text(encoding="utf-8")]
    made_of = "\0".join([weasyprint.__version__, html, *styles])
    identifier = hashlib.sha256(made_of.encode()).hexdigest()[:32].encode()
    if target.exists() and b"/ID [(" + identifier in target.read_bytes():
        return
    sheets = [weasyprint.CSS(string=style) for style in styles]
    page = weasyprint.HTML(string=html, base_url=str(docs))
    target.write_bytes(page.write_pdf(stylesheets=sheets, pdf_variant="pdf/ua-1", pdf_identifier=identifier))


def _fonts(docs: Path) -> str:
    """The site's own text face, where it has one."""
    faces = []
    for name, style in FONTS.items():
        path = docs / "assets/fonts" / name
        if path.exists():
            source = f'src: url("{path.resolve().as_uri()}"); font-style: {style}; font-weight: 100 900;'
            faces.append(f'@font-face {{ font-family: "Edition Text"; {source} }}')
    return "\n".join(faces)


def document(sections: list[Section], item: Mapping[str, Any], notice: str) -> str:
    """The whole book as one HTML page: title page, contents, sections."""
    body = Element("body")
    body.append(_title_page(item, notice))
    body.append(_contents(sections))
    for section in sections:
        part = copy.deepcopy(section.content)
        part.set("class", f"{part.get('class', '')} part {'text' if section.is_text else 'apparatus'}".strip())
        body.append(part)
    _number_pages(body)
    head = Element("head")
    SubElement(head, "title").text = item["title"]
    for name, content in (("author", item["author"][0]["literal"]), ("description", item.get("abstract", ""))):
        SubElement(head, "meta", {"name": name, "content": content})
    language = item["language"]
    return (
        f'<!doctype html>\n<html lang="{language}"><head>{serialise(head)}</head><body>{serialise(body)}</body></html>'
    )


def _title_page(item: Mapping[str, Any], notice: str) -> Element:
    page = Element("section", {"class": "title-page"})
    title, _, subtitle = item["title"].partition(": ")
    lines = [
        ("book-title", title),
        ("book-subtitle", subtitle),
        ("book-body", item["author"][0]["literal"]),
        ("book-note", item.get("note", "")),
        (
            "book-note",
            "Numbers in front of paragraphs are the edition’s, the same in all formats. Page numbers of the "
            "received text are inferred and stand in brackets in the text; → leads to a page of this document.",
        ),
        ("book-note", notice),
    ]
    for name, text in lines:
        if text:
            SubElement(page, "p", {"class": name}).text = text
    return page


def _contents(sections: list[Section]) -> Element:
    contents = Element("nav", {"class": "contents"})
    SubElement(contents, "h1", {"id": "contents"}).text = "Contents"
    outer = SubElement(contents, "ul")
    for section in sections:
        if not section.id:
            continue
        item = SubElement(outer, "li")
        SubElement(item, "a", {"href": f"#{section.id}"}).text = section.title
        inner = [h for h in elements(section.content, "h2") if h.get("id")] if section.is_text else []
        if inner:
            listed = SubElement(item, "ul")
            for heading in inner:
                SubElement(SubElement(listed, "li"), "a", {"href": f"#{heading.get('id')}"}).text = words(heading)
    return contents


def _number_pages(body: Element) -> None:
    """Marks the references that get the number of the page they lead to: places in the text, and see-also."""
    for element in elements(body):
        if classes(element) & {"locus"}:
            element.set("class", f"{element.get('class', '')} to-page")
