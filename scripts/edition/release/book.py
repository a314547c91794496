"""The built pages as a book: one document, its links within itself, without what only a screen needs."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import lxml.html
from lxml.etree import SubElement
from lxml.etree import _Element as Element

from edition.publish.labels import Labels
from edition.publish.plan.paths import FULL_TEXT
from edition.publish.plan.plan import Paged
from edition.release.tree import classes, elements, parsed_page, remove, unwrap, words

NOT_FOR_BOOKS: Final = {"script", "style", "form", "button", "input", "select", "template", "nav", "dialog", "noscript"}
# "where" is a drawing of the places that "places" names one by one; "Z3988" is for reference managers.
SCREEN_ONLY: Final = {"headerlink", "cite-tools", "screen-only", "strip", "where", "paging", "Z3988"}
# Links into the world. What has another scheme is no address to go to: its words stay.
OUTWARD: Final = re.compile(r"(?:https?|mailto):", re.IGNORECASE)
# What scripts and style sheets of the site read, and what makes sense on links alone.
SITE_ONLY: Final = re.compile(r"data-(?!page$|editorial$)|tabindex$")


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

    @property
    def is_glossary(self) -> bool:
        return self.page.startswith("glossary/")


def title_lines(item: Mapping[str, Any], *notes: str) -> Iterator[tuple[str, str]]:
    """The lines of a title page, each with its class; those that have no words are left out."""
    title, _, subtitle = item["title"].partition(": ")
    lines = [("book-title", title), ("book-subtitle", subtitle), ("book-body", item["author"][0]["literal"])]
    lines += [("book-note", note) for note in (item.get("note", ""), *notes)]
    return ((name, text) for name, text in lines if text)


def sections(site: Mapping[str, bytes], listed: Sequence[Paged], labels: Labels) -> list[Section]:
    """The book of the built site `site` (path to content), with the pages that `listed` names in their order.

    What the site divides among several pages is one section again.
    """
    first_of = {name: paged.first for paged in listed for name, _ in paged.pages}
    pages = {
        name: _article(site[f"{address(name)}index.html"]) for name in first_of if f"{address(name)}index.html" in site
    }
    for tree in pages.values():
        _clear(tree, labels)
    anchors = _unique_anchors(pages)
    names_at = {address(name): name for name in pages}
    for path in site:
        if path.startswith("report/") and path.endswith("/index.html"):
            names_at.setdefault(path.removesuffix("index.html"), FULL_TEXT)
    for name, tree in pages.items():
        _relink(name, tree, anchors, names_at)
        _promote(first_of[name], tree)
    whole = _whole(pages, first_of)
    return [section for name, tree in whole.items() for section in _split(name, tree)]


def _whole(pages: Mapping[str, Element], first_of: Mapping[str, str]) -> dict[str, Element]:
    """The pages with their continuations: what follows the heading of a further page goes to the end of the first."""
    whole: dict[str, Element] = {}
    for name, tree in pages.items():
        first = whole.setdefault(first_of[name], tree)
        if first is not tree:
            first.extend(child for child in list(tree) if child.tag != "h1" or first_of[name] == FULL_TEXT)
    return whole


def address(name: str) -> str:
    """Where in the site the page `name` of docs/ is: `report/full-text/`, or an empty path for the home page."""
    stem = name.removesuffix(".md")
    return "" if stem == "index" else f"{stem.removesuffix('/index')}/"


def _article(content: bytes) -> Element:
    """What a page says, without what surrounds it."""
    article = next(elements(parsed_page(content), "article"))
    article.tail = None
    return article


def _clear(tree: Element, labels: Labels) -> None:
    """Takes out what a book has no use for; lists of mentions become lists of places."""
    remove(tree, lambda e: e.tag in NOT_FOR_BOOKS or bool(SCREEN_ONLY & classes(e)))
    for details in [e for e in elements(tree, "details") if "mentions" in classes(e)]:
        _places(details, labels)
    remove(tree, lambda e: e.tag == "summary")
    unwrap(tree, lambda e: e.tag == "details")
    for table in [e for e in elements(tree, "table") if "matrix" in classes(e)]:
        _as_list(table)
    for element in elements(tree):
        for name in [name for name in element.attrib if SITE_ONLY.match(name)]:
            del element.attrib[name]
    for link in elements(tree, "a"):
        _label(link)


def _label(link: Element) -> None:
    """Numbers of paragraphs lead nowhere in a book; labels of directives stand apart from the words they precede."""
    if "pn" in classes(link):
        number = link.text
        link.clear(keep_tail=True)
        link.tag, link.text = "span", number
        link.set("class", "pn")
        link.set("data-editorial", "")
    elif "rec" in classes(link) and not (link.tail or "").startswith(" "):
        link.text = f"{link.text}\N{NO-BREAK SPACE}"


def _places(details: Element, labels: Labels) -> None:
    """A list of mentions in context becomes the places alone, without the pages of the received text."""
    found = [e for e in elements(details, "a") if "locus" in classes(e)]
    places = [(e.get("href", ""), short_place(e)) for e in found]
    details.clear(keep_tail=True)
    details.tag = "p"
    details.set("class", "places")
    strong = SubElement(details, "strong")
    strong.text, strong.tail = labels("release.mentioned"), " "
    last = None
    for href, label in dict.fromkeys(places):
        if last is not None:
            last.tail = "; "
        last = SubElement(details, "a", {"href": href, "class": "locus"})
        last.text = label


def short_place(locus: Element) -> str:
    """The words of a place without the page of the received text; their spaces don't break."""
    return re.sub(r", pp?\.\s[\d–]+$", "", "".join(map(str, locus.itertext())))


def _as_list(table: Element) -> None:
    """A grid of many columns fits no column: its rows become lists of what stands in their cells."""
    head = [words(cell) for cell in next(elements(table, "tr"))]
    rows = [list(row) for row in next(elements(table, "tbody"))]
    caption = words(next(elements(table, "caption")))
    table.clear(keep_tail=True)
    table.tag = "div"
    SubElement(table, "p", {"class": "editors"}).text = caption
    outer = SubElement(table, "ul", {"class": "matrix"})
    for row in rows:
        item = SubElement(outer, "li")
        SubElement(item, "strong").text = words(row[0])
        inner = SubElement(item, "ul")
        for label, cell in zip(head[1:], row[1:], strict=True):
            if len(cell):
                entry = SubElement(inner, "li")
                SubElement(entry, "span").text = f"{label}: "
                entry.extend(list(cell))


def _unique_anchors(pages: dict[str, Element]) -> dict[tuple[str, str], str]:
    """Each page's ids as the book has them: the same, but where an earlier page has the id already."""
    anchors: dict[tuple[str, str], str] = {}
    taken: set[str] = set()
    for name, tree in pages.items():
        stem = name.removesuffix(".md").replace("/", "-")
        for element in elements(tree):
            old = element.get("id")
            if old:
                new = old if old not in taken else f"{stem}-{old}"
                taken.add(new)
                anchors[name, old] = new
                element.set("id", new)
    return anchors


def _relink(name: str, tree: Element, anchors: dict[tuple[str, str], str], names_at: Mapping[str, str]) -> None:
    """Links lead within the book or out into the world; what leads elsewhere in the site stays as words."""
    first = {page: new for (page, _), new in reversed(anchors.items())}
    for link in elements(tree, "a"):
        href = link.get("href", "")
        if OUTWARD.match(href):
            continue
        path, _, anchor = href.partition("#")
        place = posixpath.normpath(posixpath.join("/", address(name), path)).strip("/")
        target_page = names_at.get(f"{place}/" if place else "", "") if path else name
        target = anchors.get((target_page, anchor)) if anchor else first.get(target_page)
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
        if level == 1:
            heading.set("class", f"{heading.get('class', '')} title".strip())


def new(tag: str, attributes: Mapping[str, str] | None = None) -> Element:
    """An element of HTML without a parent."""
    element: Element = lxml.html.Element(tag, dict(attributes or {}))
    return element


def _split(name: str, tree: Element) -> Iterator[Section]:
    """A section for each top-level heading; what stands before the first is front matter."""
    opening = new("div", {"class": "front-matter"})
    current, title, identity = opening, "", ""
    for child in list(tree):
        if child.tag == "h1":
            if len(current):
                yield Section(identity, title, name, current)
            current = new("section")
            title, identity = words(child), child.get("id", "")
        current.append(child)
    if len(current) and (title or name == FULL_TEXT):
        yield Section(identity, title, name, current)
