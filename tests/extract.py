"""Words read back from what is published. Shares nothing with the engine: only the standard library and html5lib.

What is not the report's is left out: numbers, labels, marks, the editors' blocks. Whatever else stands in the article
counts, so that a stray or doubled word is seen.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Mapping
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

import html5lib

# What the engine marks as the editors' has this attribute; Markdown's table of contents can only set a class.
EDITORIAL = "data-editorial"
NOT_THE_REPORT = {"headerlink"}
VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
BLOCKS = {"p", "li", "h1", "h2", "h3", "h4", "h5", "h6", "div", "blockquote", "ul", "ol", "section", "header"}


def parsed(html: str) -> Element:
    tree: Any = html5lib.parse(html, treebuilder="etree", namespaceHTMLElements=False)
    root: Element = tree
    return root


@functools.cache
def page_at(path: Path) -> Element:
    """The page in a file, parsed once a worker; nobody changes it."""
    return parsed(path.read_text(encoding="utf-8"))


def is_editorial(attributes: Mapping[str, str | None]) -> bool:
    """Whether an element with these attributes, and all that is in it, is not the report's."""
    return EDITORIAL in attributes or bool(NOT_THE_REPORT & set((attributes.get("class") or "").split()))


def _words(element: Element) -> Iterator[str]:
    if is_editorial(element.attrib):
        return
    if element.tag in BLOCKS:
        yield " "
    yield element.text or ""
    for child in element:
        if isinstance(child.tag, str):
            yield from _words(child)
        yield child.tail or ""
    if element.tag in BLOCKS:
        yield " "


def text_of(element: Element) -> str:
    return re.sub(r"\s+", " ", "".join(_words(element))).strip()


def by_id(root: Element) -> dict[str, Element]:
    return {element.get("id", ""): element for element in root.iter() if element.get("id")}


class SiteText(HTMLParser):
    """The report's words in the article of a built page, read with the standard library's tokenizer alone."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.stack: list[bool] = []
        self.article = 0
        self.parts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in VOID:
            return
        if tag == "article":
            self.article = len(self.stack) + 1
        self.stack.append(is_editorial(dict(attrs)) or tag in {"script", "style", "form"})
        if tag in BLOCKS:
            self.parts.append(" ")

    def handle_endtag(self, tag: str) -> None:
        if tag in VOID or not self.stack:
            return
        if self.article == len(self.stack):
            self.article = 0
        self.stack.pop()
        if tag in BLOCKS:
            self.parts.append(" ")

    def handle_data(self, data: str) -> None:
        if self.article and not any(self.stack):
            self.parts.append(data)


def article_words(html: str) -> list[str]:
    reader = SiteText()
    reader.feed(html)
    return "".join(reader.parts).split()
