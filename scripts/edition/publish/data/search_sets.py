"""The texts that the search in docs/assets/js/desk/ reads, as classic scripts.

A script that sets a variable loads from a folder as well as from a server; `fetch` and modules do not.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from edition.model.values import Span, Unit
from edition.publish.markup.json import array, compact, script
from edition.publish.plan.paths import KIND_SLUGS
from edition.publish.view import View

Row = list[Any]


def render(view: View) -> Iterator[tuple[str, str]]:
    """The four sets of texts."""
    for name, rendered in (
        ("text", _text(view)),
        ("headings", _headings(view)),
        ("recommendations", _recommendations(view)),
        ("glossary", _glossary(view)),
    ):
        yield view.plan.data_file(f"search-{name}.js"), _script(name, rendered)


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
    return {"noun": _noun(view, "paragraph"), "divisions": _divisions(view), "units": units, **_elsewhere(view)}


def _elsewhere(view: View) -> dict[str, Any]:
    """The pages of the paragraphs that are not on the first page of their division: `{id: page}`; mostly none."""
    moved = {}
    for unit in view.edition.text.units:
        division = view.edition.divisions.get(unit.division)
        if unit.numbered and division and view.plan.unit_page(unit.id) != view.plan.division(division).page:
            moved[unit.id] = view.plan.stem(view.plan.unit_page(unit.id))
    return {"pages": moved} if moved else {}


def _headings(view: View) -> dict[str, Any]:
    units = [_row(view, unit, view.front_label(unit)) for unit in view.edition.text.units if not unit.numbered]
    return {"noun": _noun(view, "line"), "divisions": _divisions(view), "units": units}


def _recommendations(view: View) -> dict[str, Any]:
    units = []
    for resolved in view.edition.recommendations:
        unit = view.edition.units[resolved.passage.unit]
        label = view.labels("search.recommendation", id=resolved.id, number=str(unit.number))
        units.append(_row(view, unit, label, resolved.passage.span))
    return {"noun": _noun(view, "recommendation"), "divisions": _divisions(view), "units": units}


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
    divisions = [[slug, view.plan.stem(view.plan.kind_page(kind)), -1] for kind, slug in KIND_SLUGS.items()]
    return {"noun": _noun(view, "statement"), "divisions": divisions, "units": units}


def _noun(view: View, name: str) -> list[str]:
    forms = view.labels.group(f"search.noun.{name}")
    return [forms["one"], forms["other"]]
