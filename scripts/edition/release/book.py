"""The pages as a book: one document, its links within itself, without what only a screen needs."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from xml.etree.ElementTree import Element, SubElement

import markdown
from mkdocs.config import load_config

from ..render.layout import APPARATUS, FULL_TEXT, KINDS, REGISTER, TIMELINE
from .tree import classes, elements, parse, remove, unwrap, words

NOT_FOR_BOOKS: Final = {"script", "style", "form", "button", "input", "select", "template", "nav", "dialog", "noscript"}
SCREEN_ONLY: Final = {"headerlink", "cite-tools", "screen-only"}


@dataclass(frozen=True)
class Section:
    """A top-level part of the book: its heading's id and title, the page it comes from, its content."""

    id: str
    title: str
    page: str
    content: Element

    @property
    def is_text(self) -> bool:
        return self.page == FULL_TEXT


def sections(root: Path) -> list[Section]:
    """The book of the project at `root`: the report's chapters, then glossary, timeline, register and apparatus."""
    render = _renderer(root)
    docs = root / "docs"
    names = [FULL_TEXT, *(f"glossary/{slug}.md" for slug, _ in KINDS.values()), TIMELINE, REGISTER, APPARATUS]
    pages = {name: render(docs / name) for name in names if (docs / name).exists()}
    for tree in pages.values():
        _clear(tree)
    anchors = _unique_anchors(pages)
    chapters = {page.relative_to(docs).as_posix() for page in (docs / "report").rglob("*.md")}
    for name, tree in pages.items():
        _relink(name, tree, anchors, chapters)
        _promote(name, tree)
    return [section for name, tree in pages.items() for section in _split(name, tree)]


def _renderer(root: Path) -> Renderer:
    config = load_config(str(root / "mkdocs.yml"))
    return Renderer(config.markdown_extensions, config.mdx_configs)


@dataclass(frozen=True)
class Renderer:
    """Python-Markdown as the site has it."""

    extensions: list[str]
    options: dict[str, dict[str, object]]

    def __call__(self, path: Path) -> Element:
        source = re.sub(r"\A---\n.*?\n---\n", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
        return parse(markdown.markdown(source, extensions=self.extensions, extension_configs=self.options))


def _clear(tree: Element) -> None:
    """Takes out what a book has no use for; lists of mentions become lists of places."""
    remove(tree, lambda e: e.tag in NOT_FOR_BOOKS or bool(SCREEN_ONLY & classes(e)))
    for details in [e for e in elements(tree, "details") if "mentions" in classes(e)]:
        _places(details)
    remove(tree, lambda e: e.tag == "summary")
    unwrap(tree, lambda e: e.tag == "details")


def _places(details: Element) -> None:
    """A list of mentions in context becomes the places alone."""
    places = [(e.get("href", ""), words(e)) for e in elements(details, "a") if "locus" in classes(e)]
    details[:] = []
    details.tag, details.text = "p", ""
    details.set("class", "places")
    strong = SubElement(details, "strong")
    strong.text, strong.tail = "Mentioned at.", " "
    last = None
    for href, label in dict.fromkeys(places):
        if last is not None:
            last.tail = "; "
        last = SubElement(details, "a", {"href": href, "class": "locus"})
        last.text = label


def _unique_anchors(pages: dict[str, Element]) -> dict[tuple[str, str], str]:
    """Each page's ids as the book has them: the same, but where an earlier page has the id already."""
    anchors: dict[tuple[str, str], str] = {}
    taken: set[str] = set()
    for name, tree in pages.items():
        stem = posixpath.basename(name).removesuffix(".md")
        for element in elements(tree):
            old = element.get("id")
            if old:
                new = old if old not in taken else f"{stem}-{old}"
                taken.add(new)
                anchors[name, old] = new
                element.set("id", new)
    return anchors


def _relink(name: str, tree: Element, anchors: dict[tuple[str, str], str], chapters: set[str]) -> None:
    """Links lead within the book or out into the world; what leads elsewhere in the site stays as words."""
    first = {page: new for (page, _), new in reversed(anchors.items())}
    for link in elements(tree, "a"):
        href = link.get("href", "")
        if re.match(r"[a-z]+:", href):
            continue
        path, _, anchor = href.partition("#")
        page = posixpath.normpath(posixpath.join(posixpath.dirname(name), path)) if path else name
        page = FULL_TEXT if page in chapters else page
        target = anchors.get((page, anchor)) if anchor else first.get(page)
        link.attrib.pop("href", None)
        if target:
            link.set("href", f"#{target}")
    unwrap(tree, lambda e: e.tag == "a" and not e.get("href"))


def _promote(name: str, tree: Element) -> None:
    """The report's title is the book's: its chapters move up one level."""
    if name != FULL_TEXT:
        return
    for heading in list(elements(tree, "h1", "h2", "h3", "h4", "h5")):
        level = int(heading.tag[1])
        heading.tag = f"h{level - 1}" if level > 1 else "p"


def _split(name: str, tree: Element) -> Iterator[Section]:
    """A section for each top-level heading; what stands before the first is front matter."""
    opening = Element("div", {"class": "front-matter"})
    current, title, identity = opening, "", ""
    for child in list(tree):
        if child.tag == "h1":
            if len(current):
                yield Section(identity, title, name, current)
            current = Element("section")
            title, identity = words(child), child.get("id", "")
        current.append(child)
    if len(current) and (title or name == FULL_TEXT):
        yield Section(identity, title, name, current)
