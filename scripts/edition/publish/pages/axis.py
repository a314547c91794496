"""The axis of the timeline as SVG: the deep past pressed together, the recent past at length, the future apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from edition.publish.markup.markdown import attribute

# Units of a drawing's width: one for wide screens and paper, one for narrow screens, where a unit is almost a pixel.
WIDE: Final = 1000
NARROW: Final = 440
# The stretches of time, as shares of the width.
DEEP: Final = (0.02, 0.24)
RECENT: Final = (0.29, 0.76)
FUTURE: Final = (0.82, 0.98)
BASE_GAP: Final = 34
DOT: Final = 13
LABEL: Final = 55

Scale = Callable[[float], float]


@dataclass(frozen=True)
class Point:
    """An event on the axis: its anchor and title, its day (ISO 8601), and what the date rests on."""

    anchor: str
    title: str
    day: str
    ground: str

    @property
    def moment(self) -> float:
        """The day as a year with its fraction."""
        value = date.fromisoformat(self.day)
        return value.year + (value.timetuple().tm_yday - 1) / 366

    @property
    def year(self) -> int:
        """The year of the day."""
        return int(self.moment)


def axis(past: list[Point], future: list[Point]) -> str:
    """The drawing in two widths, of which a page shows one.

    Hidden from assistive technology, since the list below it says it all.
    """
    return _drawn(past, future, WIDE, "wide") + _drawn(past, future, NARROW, "narrow screen-only")


def _drawn(past: list[Point], future: list[Point], width: int, kind: str) -> str:
    cut = _cut(past)
    scale = _scale(past, cut, width)
    ahead = _linear([point.moment for point in future], FUTURE, width)
    placed = [(scale(point.moment), point) for point in past] + [(ahead(point.moment), point) for point in future]
    dots, height = _dots(placed, linked=width == WIDE)
    base = height + 10
    lines = [_line(RECENT, base, width)]
    if any(point.moment < cut for point in past):
        lines += [_line(DEEP, base, width), _broken(base, width)]
    if future:
        lines.append(f'<path class="ahead" d="M{FUTURE[0] * width - 15:.0f} {base}H{width}"/>')
    labels = _labels(_years(past, cut, scale), _years(future, 0, ahead), base, width)
    return (
        f'<svg class="axis {kind}" viewBox="0 0 {width} {base + BASE_GAP}" aria-hidden="true">'
        f'{"".join(lines)}<g transform="translate(0 {base})">{dots}</g>{labels}</svg>'
    )


def _cut(past: list[Point]) -> int:
    """The latest year in or after which at least half of the events begin: from there on time is drawn at length."""
    years = sorted(point.year for point in past)
    return years[len(years) // 2] if years else 0


def _linear(values: list[float], room: tuple[float, float], width: int) -> Scale:
    low, high = min(values, default=0.0), max(values, default=0.0)
    step = (room[1] - room[0]) * width / ((high - low) or 1)
    return lambda value: room[0] * width + (value - low) * step


def _scale(past: list[Point], cut: int, width: int) -> Scale:
    moments = [point.moment for point in past]
    deep = _linear([*(moment for moment in moments if moment < cut), float(cut)], DEEP, width)
    recent = _linear([float(cut), *(moment for moment in moments if moment >= cut)], RECENT, width)
    return lambda moment: recent(moment) if moment >= cut else deep(moment)


def _dots(placed: Iterable[tuple[float, Point]], linked: bool) -> tuple[str, int]:
    """A dot an event, piled where they would cover each other; and the height of the highest pile.

    Only the wide drawing is `linked` to the events: on a narrow screen the dots are too small to be touched.
    """
    piles: Counter[int] = Counter()
    dots = []
    for x, point in placed:
        pile = round(x / DOT)
        piles[pile] += 1
        place = f'cx="{pile * DOT}" cy="{-DOT * piles[pile] + 2}"'
        dot = f'<circle class="{point.ground}" {place} r="5"'
        title = f"<title>{attribute(point.title)}</title>"
        dots.append(
            f'<a href="#{attribute(point.anchor)}" tabindex="-1">{dot}>{title}</circle></a>' if linked else f"{dot}/>"
        )
    return "".join(dots), DOT * max(piles.values(), default=1)


def _line(room: tuple[float, float], base: int, width: int) -> str:
    return f'<path d="M{room[0] * width - 10:.0f} {base}H{room[1] * width + 10:.0f}"/>'


def _broken(base: int, width: int) -> str:
    """The mark of a change of scale: two strokes across the axis."""
    middle = (DEEP[1] + RECENT[0]) / 2 * width
    return f'<path class="broken" d="M{middle - 10:.0f} {base + 8}l8 -16M{middle + 2:.0f} {base + 8}l8 -16"/>'


def _years(points: list[Point], cut: int, scale: Scale) -> list[tuple[float, int]]:
    """The years that may be named below the axis, the more telling before the others, each with its place."""
    years = sorted({point.year for point in points})
    before, after = [year for year in years if year < cut], [year for year in years if year >= cut]
    telling = [*before[:1], *([cut] if cut else []), *after[:1], *after[-1:]]
    between = [year for year in range(before[0], cut) if year % 50 == 0] if before else []
    others = between + (list(range(cut, after[-1])) if cut and after else after)
    return [(scale(year), year) for year in dict.fromkeys([*telling, *others])]


def _labels(past: list[tuple[float, int]], future: list[tuple[float, int]], base: int, width: int) -> str:
    """As many years as have room, the more telling first."""
    kept: dict[int, float] = {}
    for x, year in [*past, *future]:
        x = min(max(x, LABEL / 2 - 5), width - LABEL / 2 + 5)
        if all(abs(x - other) >= LABEL for other in kept.values()):
            kept[year] = x
    return "".join(f'<text x="{x:.0f}" y="{base + 26}">{year}</text>' for year, x in sorted(kept.items()))
