"""The book as data for book.typ: nodes with a name, classes, an id, a link's target, a language, and what they hold.

Text is handed over as JSON strings, so that nothing an edition says can be read as markup of Typst.
"""

from __future__ import annotations

import copy
import re
import textwrap
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final
from urllib.parse import quote

from lxml import etree
from lxml.etree import _Element as Element

from edition.publish.labels import Labels
from edition.publish.plan.paths import APPARATUS
from edition.release.book import OUTWARD, Section, short_place
from edition.release.tree import classes, elements, remove, words

Node = dict[str, Any] | str

BLOCK: Final = re.compile(
    r"(?:address|article|aside|blockquote|dd|details|div|dl|dt|figure|figcaption|footer|h[1-6]|header|hr|li|main|ol|p|pre"
    r"|section|table|ul)$"
)
HEADING: Final = re.compile(r"h[1-6]$")
SPACES: Final = re.compile(r"[ \t\r\n\f]+")
# BCP 47: language, script, region. Typst knows languages of two or three letters.
LANGUAGE: Final = re.compile(r"([a-z]{2,3})(?:-([A-Z][a-z]{3}))?(?:-([A-Z]{2}))?\b")
IN_ADDRESSES: Final = "!#$%&'()*+,/:;=?@[]"
ALT: Final = "aria-label"

# How many letters of the first and the last headword of a page its running head has room for.
GUIDE: Final = 34
SVG: Final = "http://www.w3.org/2000/svg"
# HTML's parser folds the case of names.
CASED: Final = {"viewbox": "viewBox", "preserveaspectratio": "preserveAspectRatio"}
# Style sheets do not reach into a drawing: how its elements and their classes look.
DRAWN: Final[dict[str, dict[str, str]]] = {
    "path": {"fill": "none", "stroke": "#777", "stroke-width": "2"},
    "ahead": {"stroke-dasharray": "6 6"},
    "circle": {"fill": "#111", "stroke": "#111", "stroke-width": "2"},
    "inferable": {"fill": "#fff"},
    "supplied": {"fill": "#fff", "stroke": "#777", "stroke-dasharray": "2.5 2"},
    "text": {"fill": "#444", "text-anchor": "middle", "font-size": "18"},
}


def section_data(section: Section, family: str, labels: Labels) -> dict[str, Any]:
    """A part of the book: its kind, what spans its columns, and the rest. Letters in drawings are set in `family`."""
    content = copy.deepcopy(section.content)
    for drawing in elements(content, "svg"):
        if "wide" in classes(drawing):
            drawing.set(ALT, labels("release.axis"))
        for element in elements(drawing, "text"):
            element.set("font-family", family)
    _number_pages(content)
    nodes = _blocks(content, levels=[0])
    wide = [at for at, node in enumerate(nodes) if isinstance(node, dict) and _spans(node)]
    cut = wide[-1] + 1 if wide else 0
    return {"id": section.id, "kind": _kind(section), "opening": nodes[:cut], "content": nodes[cut:]}


def guides(section: Section) -> dict[str, str]:
    """What running heads say for the headwords of a section, by id."""
    headings = [e for e in elements(section.content, "h2") if e.get("id")] if section.is_glossary else []
    return {e.get("id", ""): textwrap.shorten(words(e), GUIDE, placeholder="…") for e in headings}


def typst_language(tag: str) -> tuple[str, str | None, str | None] | None:
    """Language, script and region of a tag (BCP 47), as Typst has them; None for a language that it doesn't know."""
    found = LANGUAGE.match(tag)
    return (found[1], found[2] and found[2].lower(), found[3]) if found else None


def _kind(section: Section) -> str:
    if section.is_text:
        return "text" if section.id else "front"
    if section.is_glossary:
        return "glossary"
    return "apparatus" if section.page == APPARATUS else "columns"


def _spans(node: Mapping[str, Any]) -> bool:
    return (node["is"] == "heading" and node["level"] == 1) or "drawn" in node.get("as", ())


def _number_pages(content: Element) -> None:
    """Places in the text are named with the page they have here, which takes the place of that of the received text."""
    for link in elements(content, "a"):
        if "locus" in classes(link):
            place = short_place(link)
            for child in list(link):
                link.remove(child)
            link.text = place


def _blocks(parent: Element, levels: list[int]) -> list[Node]:
    """The content of `parent` as blocks; words that stand beside blocks become paragraphs of their own."""
    nodes: list[Node] = []
    run: list[Element | str] = []

    def flush() -> None:
        held = _folded(run)
        if held:
            nodes.append({"is": "p", "as": sorted(classes(parent)), "has": held})
        run.clear()

    for piece in _pieces(parent):
        if isinstance(piece, str) or not _is_block(piece):
            run.append(piece)
        else:
            flush()
            nodes.append(_block(piece, levels))
    flush()
    return nodes


def _pieces(element: Element) -> Iterator[Element | str]:
    """Text and elements in their order."""
    yield element.text or ""
    for child in element:
        yield child
        yield child.tail or ""


def _is_block(element: Element) -> bool:
    return bool(BLOCK.match(str(element.tag))) or (element.tag == "svg" and "wide" in classes(element))


def _block(element: Element, levels: list[int]) -> Node:
    node = _node(element)
    tag = str(element.tag)
    if HEADING.match(tag):
        # PDF/UA-1 refuses a rank that is left out (ISO 14289-1, 7.4.2).
        node |= {"is": "heading", "level": min(int(tag[1]), levels[0] + 1), "has": _folded(_pieces(element))}
        levels[0] = node["level"]
        parent = element.getparent()
        node["entry"] = parent is not None and "entry" in classes(parent)
    elif tag == "table":
        node |= _table(element)
    elif tag in ("ul", "ol"):
        items = [item for item in element if item.tag == "li"]
        node["has"] = [_block(item, levels) for item in items]
        node["as"] = [*node.get("as", []), *_list_kinds(element, items)]
    elif tag == "svg":
        node |= _drawing(element)
    elif any(_is_block(child) for child in elements(element) if child is not element):
        node["has"] = _blocks(element, levels)
    else:
        node["has"] = _folded(_pieces(element))
        if tag not in ("p", "li"):
            node["has"] = [{"is": "p", "as": node.get("as", []), "has": node["has"]}]
    return node


def _list_kinds(element: Element, items: list[Element]) -> Iterator[str]:
    if any("u" in classes(item) for item in items):
        yield "units"
    if any("matrix" in classes(outer) for outer in element.iterancestors("ul")):
        yield "in-matrix"


def _table(element: Element) -> dict[str, Any]:
    rows = [[cell for cell in row if cell.tag in ("td", "th")] for row in elements(element, "tr")]
    columns = max(map(len, rows), default=1)
    filled = [[_folded(_pieces(cell)) for cell in row] + [[]] * (columns - len(row)) for row in rows]
    right = ["right" in cell.get("style", "") for cell in rows[0]] if rows else []
    return {"head": filled[0] if filled else [], "rows": filled[1:], "right": right}


def _drawing(element: Element) -> dict[str, Any]:
    """An SVG that needs no style sheet, and what it shows; a sign beside words says nothing of its own."""
    drawn = copy.deepcopy(element)
    drawn.tail = None
    alt = drawn.attrib.pop(ALT, "")
    remove(drawn, lambda e: e.tag == "title")
    for part in elements(drawn):
        for name in (str(part.tag), *sorted(classes(part))):
            part.attrib.update(DRAWN.get(name, {}))
        for folded, name in CASED.items():
            if folded in part.attrib:
                part.set(name, part.attrib.pop(folded))
        part.tag = f"{{{SVG}}}{part.tag}"
    etree.cleanup_namespaces(drawn, top_nsmap={None: SVG})
    return {"source": etree.tostring(drawn, encoding="unicode"), "alt": alt}


class _Folding:
    """White space as HTML folds it, across the elements of one paragraph."""

    def __init__(self) -> None:
        self.spaced = True

    def nodes(self, pieces: Iterable[Element | str]) -> list[Node]:
        found: list[Node] = []
        for piece in pieces:
            if isinstance(piece, str):
                text = SPACES.sub(" ", piece)
                text = text[1:] if self.spaced and text.startswith(" ") else text
                if text:
                    found.append(text)
                    self.spaced = text.endswith(" ")
            elif isinstance(piece.tag, str):
                found.append(self._inline(piece))
        return found

    def _inline(self, element: Element) -> Node:
        node = _node(element)
        if element.tag == "svg":
            self.spaced = False
            return node | _drawing(element)
        parent = element.getparent()
        if "pn" in node.get("as", ()) and parent is not None and parent.tag == "li":
            node["as"].append("in-item")
        if any(child.tag == "svg" for child in element):
            node["as"] = [*node.get("as", []), "sign"]
        node["has"] = self.nodes(_pieces(element))
        # Numbers are set in the margin.
        self.spaced = self.spaced or element.tag == "br" or "pn" in node.get("as", ())
        return node


def _folded(pieces: Iterable[Element | str]) -> list[Node]:
    """Inline content without white space at its ends."""
    nodes = _Folding().nodes(pieces)
    _trim(nodes)
    return nodes


def _trim(nodes: list[Node]) -> None:
    if nodes and isinstance(nodes[-1], str):
        nodes[-1] = nodes[-1].rstrip(" ")
        if not nodes[-1]:
            nodes.pop()
    elif nodes and isinstance(nodes[-1], dict):
        _trim(nodes[-1].get("has", []))


def _node(element: Element) -> dict[str, Any]:
    """The name of an element, with what its attributes say."""
    node: dict[str, Any] = {"is": str(element.tag)}
    if classes(element):
        node["as"] = sorted(classes(element))
    if element.get("id"):
        node["id"] = element.get("id")
    if element.get("data-page"):
        node["page"] = element.get("data-page")
    spoken = typst_language(element.get("lang", ""))
    if spoken:
        node["lang"] = spoken
    if element.tag == "a":
        href = element.get("href", "")
        if href.startswith("#"):
            node["to"] = href[1:]
        elif OUTWARD.match(href):
            # An address in a PDF is ASCII (ISO 32000-1, 12.6.4.7).
            node["url"] = quote(href, safe=IN_ADDRESSES)
        else:
            node["is"] = "words"
    if element.tag == "strong" and any(e.tag == "blockquote" for e in element.iterancestors()):
        node["as"] = ["asked-for"]
    return node
