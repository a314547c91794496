"""The axis of the timeline as SVG: the deep past pressed together, the recent past at length, the future apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from .markup import attribute

DEEP: Final = (20.0, 240.0)
RECENT: Final = (290.0, 760.0)
FUTURE: Final = (820.0, 980.0)
BASE_GAP: Final = 34
DOT: Final = 13
LABEL: Final = 55


@dataclass(frozen=True)
class Point:
    """An event on the axis: its anchor and title, its day (ISO 8601), and what the date rests on."""

    anchor: str
    title: str
    day: str
    ground: str


Scale = Callable[[float], float]


def axis(past: list[Point], future: list[Point]) -> str:
    """The drawing, in one line of SVG; hidden from assistive technology, since the list below says it all."""
    cut = _cut(past)
    scale = _scale(past, cut)
    ahead = _linear([_year(point.day) for point in future], FUTURE)
    placed = [(scale(_year(p.day)), p) for p in past] + [(ahead(_year(p.day)), p) for p in future]
    dots, height = _dots(placed)
    base = height + 10
    lines = [_line(*RECENT, base)]
    if any(_year(point.day) < cut for point in past):
        lines += [_line(*DEEP, base), _broken(base)]
    if future:
        lines.append(f'<path class="ahead" d="M{FUTURE[0] - 30:.0f} {base}H1000"/>')
    labels = "".join(_labels(past, future, cut, scale, ahead, base))
    return (
        f'<svg class="axis" viewBox="0 0 1000 {base + BASE_GAP}" aria-hidden="true">'
        f'{"".join(lines)}<g transform="translate(0 {base})">{dots}</g>{labels}</svg>'
    )


def _year(day: str) -> float:
    value = date.fromisoformat(day)
    return value.year + (value.timetuple().tm_yday - 1) / 366


def _cut(past: list[Point]) -> int:
    """The latest year in or after which at least half of the events begin: from there on time is drawn at length."""
    years = sorted(int(_year(point.day)) for point in past)
    return years[len(years) // 2] if years else 0


def _linear(values: list[float], room: tuple[float, float]) -> Scale:
    low, high = min(values, default=0.0), max(values, default=0.0)
    width = (room[1] - room[0]) / ((high - low) or 1)
    return lambda value: room[0] + (value - low) * width


def _scale(past: list[Point], cut: int) -> Scale:
    years = [_year(point.day) for point in past]
    deep = _linear([*(year for year in years if year < cut), float(cut)], DEEP)
    recent = _linear([float(cut), *(year for year in years if year >= cut)], RECENT)
    return lambda year: recent(year) if year >= cut else deep(year)


def _dots(placed: Iterable[tuple[float, Point]]) -> tuple[str, int]:
    """A dot an event, piled where they would cover each other; and the height of the highest pile."""
    piles: Counter[int] = Counter()
    dots = []
    for x, point in placed:
        pile = round(x / DOT)
        piles[pile] += 1
        place = f'cx="{pile * DOT}" cy="{-DOT * piles[pile] + 2}"'
        dots.append(
            f'<a href="#{attribute(point.anchor)}" tabindex="-1"><circle class="{point.ground}" {place} r="5">'
            f"<title>{attribute(point.title)}</title></circle></a>"
        )
    return "".join(dots), DOT * max(piles.values(), default=1)


def _line(begin: float, end: float, base: int) -> str:
    return f'<path d="M{begin - 10:.0f} {base}H{end + 10:.0f}"/>'


def _broken(base: int) -> str:
    """The mark of a change of scale: two strokes across the axis."""
    middle = (DEEP[1] + RECENT[0]) / 2
    return f'<path class="broken" d="M{middle - 10:.0f} {base + 8}l8 -16M{middle + 2:.0f} {base + 8}l8 -16"/>'


def _labels(past: list[Point], future: list[Point], cut: int, scale: Scale, ahead: Scale, base: int) -> Iterator[str]:
    years = sorted({int(_year(point.day)) for point in past})
    deep = [year for year in years if year < cut]
    if deep:
        yield _label(scale(deep[0]), base, deep[0])
        room = (cut - deep[0]) / 4
        for year in range(deep[0] // 50 * 50 + 50, cut, 50):
            if deep[0] + room < year < cut - room:
                yield _label(scale(year), base, year, minor=True)
    recent = range(cut, (years[-1] if years else cut) + 1)
    step = max(1, -(-len(recent) // 8))
    for year in recent[::step]:
        yield _label(scale(year), base, year, minor=year != cut and year != recent[-1])
    targets = sorted({int(_year(point.day)) for point in future})
    for year in _apart(targets, ahead):
        yield _label(ahead(year), base, year, minor=year not in (targets[0], targets[-1]))


def _apart(years: list[int], scale: Scale) -> list[int]:
    """The first and the last of `years`, and those between that leave room for a label."""
    kept = years[:1]
    for year in years[1:-1]:
        if scale(year) - scale(kept[-1]) > LABEL and scale(years[-1]) - scale(year) > LABEL:
            kept.append(year)
    return kept + years[1:][-1:]


def _label(x: float, base: int, year: int, minor: bool = False) -> str:
    kind = ' class="minor"' if minor else ""
    return f'<text{kind} x="{x:.0f}" y="{base + 26}">{year}</text>'
