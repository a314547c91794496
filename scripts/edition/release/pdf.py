"""PDF through WeasyPrint: tagged (PDF/UA-1), with bookmarks, running heads, page numbers and references to pages."""

from __future__ import annotations

import copy
import hashlib
import logging
import textwrap
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final
from xml.etree.ElementTree import Element, SubElement

from edition.publish.citation.csl import STYLES, reference
from edition.publish.plan.paths import APPARATUS
from edition.release.book import NUMBERING, Section, short_place, title_lines
from edition.release.tree import classes, elements, remove, serialise, words

STYLE: Final = Path(__file__).with_name("print.css")
FONTS: Final = {"text.woff2": "normal", "text-italic.woff2": "italic"}
REFERENCES: Final = "An arrow leads to a page of this document: → 9."
AXIS: Final = "The events along an axis of time. All of them are listed below."
# How many letters of the first and the last headword of a page its running head has room for.
GUIDE: Final = 34
# Style sheets do not reach into a drawing: how its elements and their classes look.
DRAWN: Final[dict[str, dict[str, str]]] = {
    "path": {"fill": "none", "stroke": "#777", "stroke-width": "2"},
    "ahead": {"stroke-dasharray": "6 6"},
    "circle": {"fill": "#111", "stroke": "#111", "stroke-width": "2"},
    "inferable": {"fill": "#fff"},
    "supplied": {"fill": "#fff", "stroke": "#777", "stroke-dasharray": "2.5 2"},
    "text": {"fill": "#444", "text-anchor": "middle", "font-size": "18", "font-family": "Edition Text"},
}


def write(sections: list[Section], item: Mapping[str, Any], notice: str, docs: Path, target: Path) -> None:
    """The book as PDF; a file made before from the same input stays. Raises OSError where Pango is missing."""
    import weasyprint  # Loading it needs Pango; all else here does without.
    from weasyprint.text.fonts import FontConfiguration

    logging.getLogger("fontTools").setLevel(logging.ERROR)
    fonts = [docs / "assets/fonts" / name for name in FONTS]
    styles = [_faces(docs), STYLE.read_text(encoding="utf-8")]
    html = document(sections, item, notice, _family(fonts[0]))
    # No path stands in it: the same input gives the same bytes in any folder.
    made_of = [weasyprint.__version__.encode(), html.encode(), *(style.encode() for style in styles)]
    made_of += [path.read_bytes() for path in fonts if path.exists()]
    identifier = hashlib.sha256(b"\0".join(made_of)).hexdigest()[:32].encode()
    if target.exists() and b"/ID [(" + identifier in target.read_bytes():
        return
    base, faces = docs.resolve().as_uri() + "/", FontConfiguration()
    sheets = [weasyprint.CSS(string=style, base_url=base, font_config=faces) for style in styles]
    page = weasyprint.HTML(string=html, base_url=base)
    options = {"pdf_variant": "pdf/ua-1", "pdf_identifier": identifier}
    with _whole_lines():
        target.write_bytes(page.write_pdf(stylesheets=sheets, font_config=faces, **options))


@contextmanager
def _whole_lines() -> Iterator[None]:
    """Mends a fault of WeasyPrint 70: where a text fits but for its last space, it breaks after the first word."""
    from weasyprint.layout import inline

    split = inline.split_first_line

    def mended(text: str, *arguments: Any, **options: Any) -> Any:
        line = split(text, *arguments, **options)
        if line[2] is None or not text.endswith(" "):
            return line
        shorter = split(text.rstrip(" "), *arguments, **options)
        layout, _, rest, *sizes = shorter
        return (layout, len(text.encode()), None, *sizes) if rest is None else line

    inline.split_first_line = mended
    try:
        yield
    finally:
        inline.split_first_line = split


def _faces(docs: Path) -> str:
    """The site's own text face, where it has one."""
    return "\n".join(
        f'@font-face {{ font-family: "Edition Text"; src: url("assets/fonts/{name}"); font-style: {style}; }}'
        for name, style in FONTS.items()
        if (docs / "assets/fonts" / name).exists()
    )


def _family(path: Path) -> str:
    """What a face calls itself, for the imprint."""
    from fontTools.ttLib import TTFont

    return str(TTFont(path)["name"].getBestFamilyName()) if path.exists() else ""


def document(sections: list[Section], item: Mapping[str, Any], notice: str, family: str) -> str:
    """The whole book as one HTML page: title page, imprint, contents, sections."""
    body = Element("body")
    body.extend([_title_page(item), _imprint(item, notice, family), _contents(sections)])
    for section in sections:
        body.append(_part(section))
    _number_pages(body)
    head = Element("head")
    SubElement(head, "title").text = item["title"]
    for name, content in (("author", item["author"][0]["literal"]), ("description", item.get("abstract", ""))):
        SubElement(head, "meta", {"name": name, "content": content})
    language = item["language"]
    return (
        f'<!doctype html>\n<html lang="{language}"><head>{serialise(head)}</head><body>{serialise(body)}</body></html>'
    )


def _title_page(item: Mapping[str, Any]) -> Element:
    page = Element("section", {"class": "title-page"})
    for name, text in title_lines({**item, "note": ""}):
        SubElement(page, "p", {"class": name}).text = text
    return page


def _imprint(item: Mapping[str, Any], notice: str, family: str) -> Element:
    page = Element("section", {"class": "imprint"})
    lines = [item.get("note", ""), f"{NUMBERING} {REFERENCES}", f"Cite as: {reference(dict(item), STYLES[0])}", notice]
    lines.append(f"Set in {family}." if family else "")
    for text in filter(None, lines):
        SubElement(page, "p").text = text
    return page


def _part(section: Section) -> Element:
    part = copy.deepcopy(section.content)
    part.set("class", " ".join([part.get("class", ""), "part", *_kinds(section)]).strip())
    for heading in elements(part, "h2"):
        heading.set("data-guide", textwrap.shorten(words(heading), GUIDE, placeholder="…"))
    remove(part, lambda e: e.tag == "title")
    for drawing in elements(part, "svg"):
        signs = [e.get("class", "") for e in elements(drawing, "circle")]
        title = Element("title")  # What is read out in place of the drawing.
        title.text = signs[0] if len(signs) == 1 else AXIS
        drawing.insert(0, title)
        for element in elements(drawing):
            for name in (element.tag, *sorted(classes(element))):
                element.attrib.update(DRAWN.get(name, {}))
    return part


def _kinds(section: Section) -> list[str]:
    """How a section is set: the text, or smaller; in columns; with what its pages begin and end with in their heads."""
    if section.is_text:
        return ["text"]
    if section.page == APPARATUS:
        return ["apparatus"]
    return ["apparatus", "columns", *(["headed"] if section.is_glossary else [])]


def _contents(sections: list[Section]) -> Element:
    contents = Element("nav", {"class": "contents"})
    SubElement(contents, "h1", {"id": "contents"}).text = "Contents"
    outer = SubElement(contents, "ul")
    glossary: Element | None = None
    for section in [section for section in sections if section.id]:
        if section.is_glossary and glossary is None:
            group = SubElement(outer, "li", {"class": "group"})
            SubElement(group, "span").text = "Glossary"
            glossary = SubElement(group, "ul")
        item = SubElement(glossary if section.is_glossary and glossary is not None else outer, "li")
        SubElement(item, "a", {"href": f"#{section.id}"}).text = section.title
        if not section.is_glossary:
            _list_headings(item, section)
    return contents


def _list_headings(item: Element, section: Section) -> None:
    inner = [heading for heading in elements(section.content, "h2") if heading.get("id")]
    if inner:
        listed = SubElement(item, "ul")
        for heading in inner:
            SubElement(SubElement(listed, "li"), "a", {"href": f"#{heading.get('id')}"}).text = words(heading)


def _number_pages(body: Element) -> None:
    """Places in the text are named with the page they stand on here, which stands for that of the received text."""
    for link in elements(body, "a"):
        if "locus" in classes(link):
            link.set("class", f"{link.get('class', '')} to-page")
            link.text = short_place(link)
