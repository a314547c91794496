"""The report as plain text: a line for each paragraph, its number in square brackets before it."""

from __future__ import annotations

from collections.abc import Iterator

from edition.model.values import Division, Unit, UnitKind
from edition.publish.view import View


def render(view: View) -> str:
    """Front matter, headings, and numbered paragraphs: `[12] ` and the rest of its line is paragraph 12."""
    return "\n".join(_lines(view)) + "\n"


def _lines(view: View) -> Iterator[str]:
    for unit in view.edition.text.units:
        if unit.kind is UnitKind.FRONT:
            yield from (unit.text, "")
    for division in view.edition.text.divisions:
        yield from _heading(division)
        for name in division.units:
            unit = view.edition.units[name]
            if unit.numbered:
                yield from (_numbered(unit), "")


def _heading(division: Division) -> Iterator[str]:
    title = f"[{division.title}]" if division.supplied else division.title
    yield from ("", f"{'#' * division.level} {title}", "")


def _numbered(unit: Unit) -> str:
    return f"[{unit.number}] {unit.text}"
