"""Published words are set as a book sets them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element

from extract import page_at

# Code is as it is, and so is what the apparatus quotes of the received text, between ‹ and ›.
AS_IT_IS = {"code", "pre", "script", "style", "template"}
RECEIVED = re.compile(r"‹[^›]*›")
STRAIGHT = re.compile(r".{0,30}(?:\w'\w|\"|(?<!\w)'|'(?!\w)).{0,30}", re.DOTALL)


def prose(element: Element) -> Iterator[str]:
    if element.tag not in AS_IT_IS:
        yield element.text or ""
        for child in element:
            if isinstance(child.tag, str):
                yield from prose(child)
            yield child.tail or ""


def test_quotation_marks_and_apostrophes_are_typographic(site: Path) -> None:
    found = {}
    for path in sorted(site.rglob("*.html")):
        (article,) = page_at(path).iter("article")
        straight = STRAIGHT.findall(RECEIVED.sub("", "".join(prose(article))))
        if straight:
            found[path.parent.name] = straight[:5]
    assert not found
