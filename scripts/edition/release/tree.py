"""Small things to do with the tree of an HTML page, as lxml builds it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import lxml.html
from lxml.etree import _Element as Element

Test = Callable[[Element], bool]


def parsed_page(content: bytes) -> Element:
    """The root element of a built page."""
    root: Element = lxml.html.document_fromstring(content, parser=lxml.html.HTMLParser(encoding="utf-8"))
    return root


def classes(element: Element) -> set[str]:
    """The classes of an element."""
    return set(element.get("class", "").split())


def elements(root: Element, *names: str) -> Iterator[Element]:
    """The elements from `root` down with one of `names`, in order; all elements without names."""
    return (e for e in root.iter(*names) if isinstance(e.tag, str))


def words(element: Element) -> str:
    """All text of an element, white space folded."""
    return " ".join("".join(map(str, element.itertext())).split())


def remove(root: Element, doomed: Test) -> None:
    """Takes out the elements below `root` that pass the test, and comments; what follows them stays."""
    for element in list(root.iter()):
        parent = element.getparent()
        if element is not root and parent is not None and (not isinstance(element.tag, str) or doomed(element)):
            _put_text(parent, parent.index(element), element.tail)
            element.tail = None
            parent.remove(element)


def unwrap(root: Element, doomed: Test) -> None:
    """Replaces the elements below `root` that pass the test by their content."""
    for element in [e for e in elements(root) if e is not root and doomed(e)]:
        parent = element.getparent()
        if parent is None:
            continue
        at, tail = parent.index(element), element.tail
        element.tail = None
        _put_text(parent, at, element.text)
        inner = list(element)
        parent.remove(element)
        for offset, child in enumerate(inner):
            parent.insert(at + offset, child)
        _put_text(parent, at + len(inner), tail)


def _put_text(parent: Element, before: int, text: str | None) -> None:
    """Puts `text` in front of the child of that index."""
    if not text:
        return
    if before == 0:
        parent.text = (parent.text or "") + text
    else:
        sibling = parent[before - 1]
        sibling.tail = (sibling.tail or "") + text
