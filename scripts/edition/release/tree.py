"""Small things to do with an HTML tree (xml.etree, as html5lib builds it)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any
from xml.etree.ElementTree import Element

import html5lib

Test = Callable[[Element], bool]


def parse(html: str) -> Element:
    """The body of an HTML fragment or page."""
    tree: Any = html5lib.parse(html, treebuilder="etree", namespaceHTMLElements=False)
    body: Element = tree.find("body")
    for element in elements(body):
        element.tag = element.tag.rpartition("}")[2]  # Drawings have a namespace of their own.
    return body


def serialise(element: Element) -> str:
    """The content of `element` as HTML."""
    from html5lib.serializer import serialize

    text: str = serialize(
        element,
        tree="etree",
        omit_optional_tags=False,
        quote_attr_values="always",
        alphabetical_attributes=True,
        # What follows makes it XML as well, for EPUB.
        use_trailing_solidus=True,
        minimize_boolean_attributes=False,
        resolve_entities=False,
        escape_lt_in_attrs=True,
    )
    start, end = text.index(">") + 1, text.rindex("<")
    return text[start:end]


def classes(element: Element) -> set[str]:
    """The classes of an element."""
    return set(element.get("class", "").split())


def elements(root: Element, *names: str) -> Iterator[Element]:
    """The elements below `root` with one of `names`, in order; all elements without names."""
    return (e for e in root.iter() if isinstance(e.tag, str) and (not names or e.tag in names))


def words(element: Element) -> str:
    """All text of an element, white space folded."""
    return " ".join("".join(element.itertext()).split())


def remove(root: Element, doomed: Test) -> None:
    """Takes out the elements that pass the test; what follows them stays."""
    for parent in list(elements(root)):
        for child in list(parent):
            if not isinstance(child.tag, str) or doomed(child):
                _give_tail(parent, child)
                parent.remove(child)


def unwrap(root: Element, doomed: Test) -> None:
    """Replaces the elements that pass the test by their content."""
    for parent in list(elements(root)):
        for child in [c for c in parent if isinstance(c.tag, str) and doomed(c)]:
            _dissolve(parent, child)


def _dissolve(parent: Element, child: Element) -> None:
    at = list(parent).index(child)
    _append_text(parent, at, child.text)
    inner = list(child)
    tail, child.tail = child.tail, None
    parent.remove(child)
    for offset, element in enumerate(inner):
        parent.insert(at + offset, element)
    _append_text(parent, at + len(inner), tail)


def _give_tail(parent: Element, child: Element) -> None:
    _append_text(parent, list(parent).index(child), child.tail)
    child.tail = None


def _append_text(parent: Element, before: int, text: str | None) -> None:
    """Puts `text` in front of the child of that index."""
    if not text:
        return
    if before == 0:
        parent.text = (parent.text or "") + text
    else:
        sibling = parent[before - 1]
        sibling.tail = (sibling.tail or "") + text
