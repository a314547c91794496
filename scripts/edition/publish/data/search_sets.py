"""The texts that the search in docs/assets/js/desk/ reads, as classic scripts.

A script that sets a variable loads from a folder as well as from a server; `fetch` and modules do not.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from edition.model.values import Span, Unit
from edition.publish.dated import spoken
from edition.publish.markup.json import array, compact, readable, script
from edition.publish.plan.paths import KIND_SLUGS
from edition.publish.view import View

Row = list[Any]


def render(view: View) -> Iterator[tuple[str, str]]:
    """The sets of texts, and the words that the scripts print."""
    for name, rendered in (
        ("text", _text(view)),
        ("headings", _headings(view)),
        ("recommendations", _recommendations(view)),
        ("glossary", _glossary(view)),
        ("names", _names(view)),
        ("events", _events(view)),
    ):
        yield view.plan.data_file(f"search-{name}.js"), _script(name, rendered)
    words = {"language": view.labels.language, **view.labels.group("script")}
    yield view.plan.data_file("labels.js"), script("globalThis.editionLabels", readable(words).rstrip())


def _script(name: str, value: dict[str, Any]) -> str:
    """A set as a script; a unit a line, so that a changed paragraph is a changed line."""
    head = compact({key: item for key, item in value.items() if key != "units"}).removesuffix("}")
    target = f"((globalThis.Desk ??= {{}}).sets ??= {{}}).{name}"
    return script(target, f'{head},"units":{array(value["units"])}}}')


def _marked(unit: Unit, span: Span, page: int) -> str:
    """The words of a span; a form feed where a page begins, counted from `page` on."""
    starts = [
        (span.start, unit.page_at(span.start)),
        *((at, on) for at, on in unit.breaks if span.start < at < span.end),
    ]
    words, last = "", span.start
    for at, on in starts:
        words += unit.text[last:at] + "\f" * (on - page)
        last, page = at, on
    return words + unit.text[last : span.end]


def _row(view: View, unit: Unit, label: str, span: Span | None = None) -> Row:
    """A unit, or a span of it: division, text, anchor, label, offset, page."""
    span = span or Span(0, len(unit.text))
    page = unit.page_at(span.start)
    return [_index(view, unit), _marked(unit, span, page), unit.id, label, span.start, page]


def _divisions(view: View) -> list[Row]:
    """Of each division: id, page, and the number of the division it is part of (-1: none)."""
    order = view.plan.tree.order
    return [
        [division.id, view.plan.stem(view.plan.division(division).page), order.get(division.parent or "", -1)]
        for division in view.edition.text.divisions
    ]


def _index(view: View, unit: Unit) -> int:
    """The number of a unit's division; front matter belongs to the first."""
    return view.plan.tree.order.get(unit.division, 0)


def _text(view: View) -> dict[str, Any]:
    """The numbered units. Sparing, since the first result waits for it: a unit is its text alone (`_marked`, pages
    counted through), with the number of its division before it where that changes; anchors are counted.
    """
    units: list[Row | str] = []
    division, page = 0, 1
    for unit in view.edition.text.units:
        if unit.numbered:
            words = _marked(unit, Span(0, len(unit.text)), page)
            units.append(words if _index(view, unit) == division else [_index(view, unit), words])
            division, page = _index(view, unit), unit.last_page
    numbered = (unit for unit in view.edition.text.units if unit.numbered)
    moved = _moved_units(view, numbered)
    return {"noun": _noun(view, "paragraph"), "divisions": _divisions(view), **moved, "units": units}


def _moved_units(view: View, units: Iterable[Unit]) -> dict[str, Any]:
    """The pages of the units that are not on the first page of their division."""
    firsts = {unit.id: view.edition.divisions.get(unit.division) for unit in units}
    return _moved(
        view,
        (
            (name, view.plan.unit_page(name), view.plan.division(division).page)
            for name, division in firsts.items()
            if division
        ),
    )


def _moved(view: View, places: Iterable[tuple[str, str, str]]) -> dict[str, Any]:
    """The pages of what is not on the first page of its list: `{"pages": {id: page}}`; mostly nothing.

    `places`: id, page, first page.
    """
    moved = {name: view.plan.stem(page) for name, page, first in places if page != first}
    return {"pages": moved} if moved else {}


def _headings(view: View) -> dict[str, Any]:
    found = [unit for unit in view.edition.text.units if not unit.numbered]
    units = [_row(view, unit, view.front_label(unit)) for unit in found]
    moved = _moved_units(view, found)
    return {"noun": _noun(view, "line"), "divisions": _divisions(view), **moved, "units": units}


def _recommendations(view: View) -> dict[str, Any]:
    """The sentences of the register as the text has them; `register`: the page of the register, and those that are
    on another one.
    """
    units = []
    for resolved in view.edition.recommendations:
        unit = view.edition.units[resolved.passage.unit]
        label = view.labels("search.recommendation", id=resolved.id, number=str(unit.number))
        units.append(_row(view, unit, label, resolved.passage.span))
    register = view.plan.register
    addresses = [view.plan.recommendation(resolved.id) for resolved in view.edition.recommendations]
    moved = _moved(view, ((address.anchor, address.page, register.first) for address in addresses))
    return {
        "noun": _noun(view, "recommendation"),
        "divisions": _divisions(view),
        **_moved_units(view, (view.edition.units[found.passage.unit] for found in view.edition.recommendations)),
        "register": [view.plan.stem(register.first), moved.get("pages", {})],
        "units": units,
    }


def _glossary(view: View) -> dict[str, Any]:
    """Each statement of each entry: its headword and forms, its senses, its expansion, its note."""
    kinds = list(KIND_SLUGS)
    units: list[Row] = []
    for resolved in view.entries_in_order:
        entry = resolved.entry
        forms = [form for form, _ in view.concordance.forms(entry.id) if form != entry.headword]
        statements = ["; ".join([entry.printed, *forms]), view.plain(entry.gist)]
        statements += [view.plain(sense.sense) for sense, _ in resolved.senses]
        statements += [view.plain(item.text) for item in (entry.expansion, entry.note) if item]
        units += [[kinds.index(resolved.kind), words, entry.id, entry.printed, 0, 0] for words in statements]
    return {"noun": _noun(view, "statement"), **_kinds(view), "units": units}


def _names(view: View) -> dict[str, Any]:
    """Each entry's headword and printed forms; `mentions`: how often each entry is mentioned."""
    kinds = list(KIND_SLUGS)
    units: list[Row] = []
    for resolved in view.entries_in_order:
        headword = resolved.entry.printed
        forms = [form for form, _ in view.concordance.forms(resolved.id) if form != headword]
        units.append([kinds.index(resolved.kind), "; ".join([headword, *forms]), resolved.id, headword, 0, 0])
    mentions = [view.concordance.count(resolved.id) for resolved in view.entries_in_order]
    return {"noun": _noun(view, "entry"), **_kinds(view), "mentions": mentions, "units": units}


def _kinds(view: View) -> dict[str, Any]:
    """The kinds of entries, and the entries that are not on the first page of theirs."""
    entries = view.entries_in_order
    places = ((found.id, view.plan.entry(found.id).page, view.plan.kind_page(found.kind)) for found in entries)
    divisions = [[slug, view.plan.stem(view.plan.kind_page(kind)), -1] for kind, slug in KIND_SLUGS.items()]
    return {"divisions": divisions, **_moved(view, places)}


def _events(view: View) -> dict[str, Any]:
    """The titles of the events, labelled with their dates."""
    first = view.plan.events.first
    units = [[0, found.event.title, found.id, spoken(view.labels, found.dates), 0, 0] for found in view.events.values()]
    moved = _moved(view, ((name, view.plan.event(name).page, first) for name in view.events))
    divisions = [["timeline", view.plan.stem(first), -1]]
    return {"noun": _noun(view, "event"), "divisions": divisions, **moved, "units": units}


def _noun(view: View, name: str) -> list[str]:
    forms = view.labels.group(f"search.noun.{name}")
    return [forms["one"], forms["other"]]
