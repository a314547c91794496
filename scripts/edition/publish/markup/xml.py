"""Plain text and spans to XML with mixed content."""

from __future__ import annotations

from collections.abc import Iterable
from xml.sax.saxutils import escape, quoteattr

from edition.model.values import Span
from edition.publish.markup.markdown import Mark, annotate


def element(name: str, **attributes: str | None) -> tuple[str, str]:
    """A start tag and an end tag. `xml_id` is `xml:id`; attributes that are None are left out."""
    given = {key.replace("xml_", "xml:").rstrip("_"): value for key, value in attributes.items() if value is not None}
    return f"<{name}{''.join(f' {key}={quoteattr(value)}' for key, value in given.items())}>", f"</{name}>"


def empty(name: str, **attributes: str | None) -> str:
    """An empty element."""
    return element(name, **attributes)[0][:-1] + "/>"


def text_element(name: str, words: str, **attributes: str | None) -> str:
    """An element that holds words alone."""
    start, end = element(name, **attributes)
    return f"{start}{escape(words)}{end}"


def woven(text: str, marks: Iterable[Mark]) -> str:
    """`text` with XML laid around its spans; a mark that would cross one before it is left out."""
    kept: list[Mark] = []
    for mark in marks:
        if not any(_cross(mark.span, other.span) for other in kept):
            kept.append(mark)
    return annotate(text, kept, escape)


def _cross(one: Span, other: Span) -> bool:
    return one.overlaps(other) and not one.contains(other) and not other.contains(one)
