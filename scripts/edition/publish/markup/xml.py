"""XML from values, through lxml: elements, and plain text with elements laid around its spans."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final, TypeAlias

from lxml import etree

from edition.model.values import Span

Element: TypeAlias = etree._Element
XML_ID: Final = "{http://www.w3.org/XML/1998/namespace}id"
XML_LANG: Final = "{http://www.w3.org/XML/1998/namespace}lang"


@dataclass(frozen=True)
class Builder:
    """Makes the elements of one namespace."""

    namespace: str

    def __call__(self, name: str, /, *content: str | Element | None, **attributes: str | None) -> Element:
        """An element with `content` in order. `xml_id` is `xml:id`; attributes that are None are left out."""
        special = {"xml_id": XML_ID, "xml_lang": XML_LANG}
        given = {special.get(key, key.rstrip("_")): value for key, value in attributes.items() if value is not None}
        nsmap: dict[Any, str] = {None: self.namespace}
        element = etree.Element(f"{{{self.namespace}}}{name}", given, nsmap=nsmap)
        for part in content:
            if isinstance(part, str):
                append_text(element, part)
            elif part is not None:
                element.append(part)
        return element


def append_text(element: Element, words: str) -> None:
    """Puts text at the end of an element's content."""
    if len(element):
        element[-1].tail = (element[-1].tail or "") + words
    else:
        element.text = (element.text or "") + words


@dataclass(frozen=True)
class Overlay:
    """An element to be laid around a span; an empty span is a point. The words go into `inner`, else into `element`."""

    span: Span
    element: Element
    inner: Element | None = None


def weave(parent: Element, text: str, laid: Iterable[Overlay]) -> Element:
    """`parent` with `text` as its content and elements around its spans; one that crosses one before it is left out.

    A point comes between what ends and what begins at its place.
    """
    kept = _nested(laid)
    points = [item for item in kept if item.span.start == item.span.end]
    spans = sorted((i for i in kept if i.span.start < i.span.end), key=lambda i: (i.span.start, -i.span.end))
    cuts = sorted({0, len(text), *(i.span.start for i in kept), *(i.span.end for i in kept)})
    open_: list[tuple[int, Element]] = [(len(text) + 1, parent)]
    for cut, following in zip(cuts, [*cuts[1:], len(text)], strict=True):
        while open_[-1][0] <= cut:
            open_.pop()
        for item in points:
            if item.span.start == cut:
                open_[-1][1].append(item.element)
        for item in spans:
            if item.span.start == cut:
                open_[-1][1].append(item.element)
                open_.append((item.span.end, item.element if item.inner is None else item.inner))
        append_text(open_[-1][1], text[cut:following])
    return parent


def _nested(laid: Iterable[Overlay]) -> list[Overlay]:
    kept: list[Overlay] = []
    for item in laid:
        if not any(_cross(item.span, other.span) for other in kept):
            kept.append(item)
    return kept


def _cross(one: Span, other: Span) -> bool:
    return one.overlaps(other) and not one.contains(other) and not other.contains(one)


def document(root: Element, broken: frozenset[str]) -> bytes:
    """A document in UTF-8; elements whose local name is in `broken` have each child on a line of its own."""
    for element in root.iter():
        if etree.QName(element).localname in broken and len(element):
            element.text = "\n"
            for child in element:
                child.tail = "\n"
    written: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8")
    return written + b"\n"
