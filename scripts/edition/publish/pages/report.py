"""The report's text: a page for each chapter, and the full text; each on as many pages as its size needs."""

from __future__ import annotations

from collections.abc import Iterator

from edition.model.values import Division, Unit, UnitKind
from edition.publish.markup.blocks import Markdown, bullets, heading, item, page, paragraph, raw
from edition.publish.markup.html import element
from edition.publish.pages.end_matter import end_matter, parts
from edition.publish.pages.paging import turning
from edition.publish.pages.running_text import laid_words, numbered_words, page_mark
from edition.publish.plan.paths import FULL_TEXT
from edition.publish.plan.plan import Paged
from edition.publish.view import View


def render(view: View) -> Iterator[tuple[str, str]]:
    """The chapter pages and the full text."""
    for division in view.plan.tree.pages:
        paged = view.plan.text[division.id]
        for here, names in paged.pages:
            yield here, _chapter(view, here, paged, division, [view.edition.units[name] for name in names])
    for here, names in view.plan.full.pages:
        yield here, _full_text(view, here, [view.edition.units[name] for name in names])


def _chapter(view: View, here: str, paged: Paged, division: Division, units: list[Unit]) -> str:
    """The page of one division, with those of its parts that have no page of their own."""
    first = here == paged.first
    content = turning(view, here, paged)
    empty = [part for part in view.plan.tree.on_page(division) if not part.units]
    content += _text(view, here, units, _from_here(view, empty, units, paged, here), division.level - 1)
    if first:
        content += parts(view, here, division)
    content += end_matter(view, here, units)
    content += turning(view, here, paged)
    meta: dict[str, object] = {"title": division.title, "description": division.summary}
    meta |= _run_in_field(view, units)
    pages = sorted({units[0].page, units[-1].last_page}) if units else []
    meta["cite"] = {"title": division.title, "pages": "-".join(map(str, pages))}
    return page(meta, view.labels("page.generated"), content)


def _full_text(view: View, here: str, units: list[Unit]) -> str:
    """The whole report on one page, or as much of it as one page holds."""
    labels = view.labels
    content = turning(view, here, view.plan.full)
    empty = [division for division in view.edition.text.divisions if not division.units]
    content += _text(view, here, units, _from_here(view, empty, units, view.plan.full, here), -1)
    content += turning(view, here, view.plan.full)
    title = view.edition.editorial.witness.title
    meta: dict[str, object] = {"title": labels("full_text.title")}
    meta["description"] = labels("full_text.description", title=title)
    meta |= _run_in_field(view, units)
    meta["full_text"] = True
    return page(meta, labels("page.generated"), content)


def _run_in_field(view: View, units: list[Unit]) -> dict[str, object]:
    """The run-in headings of a page, for its table of contents: `{after: anchor of the heading, id, title}`."""
    rows = [
        {"after": unit.division, "id": view.plan.run_in(unit.id), "title": unit.run_in.title}
        for unit in units
        if unit.run_in
    ]
    return {"run_in": rows} if rows else {}


def _from_here(view: View, empty: list[Division], units: list[Unit], paged: Paged, here: str) -> list[Division]:
    """Those of the divisions without units whose headings belong to page `here` of several."""
    if len(paged.pages) == 1 or not units:
        return empty
    order, last = view.plan.tree.order, here == paged.pages[-1][0]
    numbers = [order[unit.division] for unit in (units[0], units[-1]) if unit.division in order]
    begin = 0 if here == paged.first or not numbers else numbers[0]
    end = len(order) if last or not numbers else numbers[-1]
    return [division for division in empty if begin <= order[division.id] < end]


def _text(view: View, here: str, units: list[Unit], empty: list[Division], above: int) -> list[Markdown]:
    """The units of a page under their headings, and the headings of `empty` divisions among them.

    `above` is the level of the heading over the page's first: headings count from there.
    """
    content: list[Markdown] = []
    items: list[Markdown] = []
    waiting = list(empty)
    current = ""
    for unit in units:
        if unit.division != current:
            content += _bulleted(items)
            items, current = [], unit.division
            content += _headings(view, unit, waiting, above)
        if unit.kind is UnitKind.ITEM:
            items.append(_item(view, here, unit))
            continue
        content += _bulleted(items)
        items = []
        if unit.kind is UnitKind.FRONT:
            content.append(_front_line(view, here, unit))
        elif unit.kind is UnitKind.PARAGRAPH:
            content.append(paragraph(numbered_words(view, here, unit), "u", id=unit.id))
    content += _bulleted(items)
    for division in waiting:
        content += _heading(view, division, above)
    return content


def _headings(view: View, unit: Unit, waiting: list[Division], above: int) -> Iterator[Markdown]:
    """The headings before the first unit of a division: those of empty divisions before it, and its own."""
    division = view.edition.divisions.get(unit.division)
    if division is None or division.units[0] != unit.id:
        return
    order = view.plan.tree.order
    while waiting and order[waiting[0].id] < order[division.id]:
        yield from _heading(view, waiting.pop(0), above)
    if unit.kind is UnitKind.HEADING and view.layers.begins_page(unit):
        yield raw(element("div", page_mark(view, unit.page), class_="pb-line"))
    yield from _heading(view, division, above)


def _heading(view: View, division: Division, above: int) -> Iterator[Markdown]:
    classes = ("supplied",) if division.supplied else ()
    yield heading(division.level - above, division.title, *classes, id=division.id)
    if division.supplied:
        yield paragraph(view.labels("report.supplied"), "editors", "supplied-note")


def _bulleted(items: list[Markdown]) -> list[Markdown]:
    return [bullets(items)] if items else []


def _front_line(view: View, here: str, unit: Unit) -> Markdown:
    words = laid_words(view, here, unit)
    if unit.id == "title" and here == FULL_TEXT:
        return heading(1, words, "front", id=unit.id)
    return paragraph(words, "front", unit.id, id=unit.id)


def _item(view: View, here: str, unit: Unit) -> Markdown:
    return item(numbered_words(view, here, unit), "u", id=unit.id)
