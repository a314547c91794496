"""The axis of the timeline as SVG: the deep past pressed together, the recent past at length, the future apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from math import floor
from typing import Final

from edition.publish.labels import Labels
from edition.publish.markup.html import Html, element, joined
from edition.publish.markup.svg import drawing
from edition.publish.pages.room import rows_that_fit

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
# Bytes that the dots of a drawing may take, dots in a pile, and characters of a title over a dot.
ROOM: Final = {WIDE: 42_000, NARROW: 10_000}
PILE: Final = 40
TITLE: Final = 100
# Years that have a place on the axis: those of four digits (ISO 8601-1:2019, section 4.3.2), before our era, too.
YEARS: Final = range(-9999, 10_000)

Scale = Callable[[float], float]


@dataclass(frozen=True)
class Point:
    """An event on the axis: its address and title, its day as a year with its fraction, and what the date rests on."""

    href: str
    title: str
    moment: float
    ground: str

    @property
    def year(self) -> int:
        """The year of the day."""
        return floor(self.moment)


def moment(day: str) -> float | None:
    """A day (`2021-09-10`, `-0044-03-15`) as a year with its fraction; None where it has no place on the axis."""
    try:
        year, month, of_month = (int(part) for part in day.removeprefix("-").split("-"))
    except ValueError:
        return None
    year = -year if day.startswith("-") else year
    if year not in YEARS:
        return None
    try:
        return year + (date(year, month, of_month).timetuple().tm_yday - 1) / 366
    except ValueError:
        return year + min(max(month - 1, 0), 11) / 12


def axis(labels: Labels, past: list[Point], future: list[Point]) -> Html:
    """The drawing in two widths, of which a page shows one; together under 60,000 bytes, however many the events.

    Hidden from assistive technology, since the list below it says it all.
    """
    wide, narrow = (_drawn(labels, past, future, width) for width in (WIDE, NARROW))
    return joined([wide, narrow])


def _drawn(labels: Labels, past: list[Point], future: list[Point], width: int) -> Html:
    cut = _cut(past)
    scale = _scale(past, cut, width)
    ahead = _linear([point.moment for point in future], FUTURE, width)
    placed = [(scale(point.moment), point) for point in past] + [(ahead(point.moment), point) for point in future]
    dots, height = _dots(labels, placed, width)
    base = height + 10
    lines = [_line(RECENT, base, width)]
    if any(point.moment < cut for point in past):
        lines += [_line(DEEP, base, width), _broken(base, width)]
    if future:
        lines.append(element("path", class_="ahead", d=f"M{FUTURE[0] * width - 15:.0f} {base}H{width}"))
    pile = element("g", *dots, transform=f"translate(0 {base})")
    named = _named(labels, _years(past, cut, scale), _years(future, None, ahead), base, width)
    kind = "wide" if width == WIDE else "narrow screen-only"
    return drawing(*lines, pile, *named, viewbox=f"0 0 {width} {base + BASE_GAP}", class_=f"axis {kind}")


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


def _dots(labels: Labels, placed: Iterable[tuple[float, Point]], width: int) -> tuple[list[Html], int]:
    """A dot for each event, piled where they would cover each other, and the height of the highest pile.

    Where there are too many, each pile ends with the number of those left out. Only the wide drawing links to the
    events: on a narrow screen the dots are too small to be touched.
    """
    piles: Counter[int] = Counter()
    dots: list[tuple[int, Html]] = []
    for x, point in placed:
        pile = round(x / DOT)
        piles[pile] += 1
        dots.append((piles[pile], _dot(point, pile * DOT, -DOT * piles[pile] + 2, linked=width == WIDE)))
    limit = rows_that_fit(((row, len(dot.encode())) for row, dot in dots), ROOM[width], PILE)
    shown = [dot for row, dot in dots if row <= limit]
    more = [
        element("text", labels("timeline.more", number=count - limit), x=pile * DOT, y=-DOT * limit - 6)
        for pile, count in piles.items()
        if count > limit
    ]
    highest = min(max(piles.values(), default=1), limit + 2) if more else max(piles.values(), default=1)
    return [*shown, *more], DOT * highest


def _dot(point: Point, x: int, y: int, linked: bool) -> Html:
    if not linked:
        return element("circle", class_=point.ground, cx=x, cy=y, r=5)
    title = point.title if len(point.title) <= TITLE else point.title[:TITLE].rsplit(" ", 1)[0] + " …"
    circle = element("circle", element("title", title), class_=point.ground, cx=x, cy=y, r=5)
    return element("a", circle, href=point.href, tabindex=-1)


def _line(room: tuple[float, float], base: int, width: int) -> Html:
    return element("path", d=f"M{room[0] * width - 10:.0f} {base}H{room[1] * width + 10:.0f}")


def _broken(base: int, width: int) -> Html:
    """The mark of a change of scale: two strokes across the axis."""
    middle = (DEEP[1] + RECENT[0]) / 2 * width
    strokes = f"M{middle - 10:.0f} {base + 8}l8 -16M{middle + 2:.0f} {base + 8}l8 -16"
    return element("path", class_="broken", d=strokes)


def _years(points: list[Point], cut: int | None, scale: Scale) -> list[tuple[float, int]]:
    """The years that may be named below the axis, the more telling before the others, each with its place."""
    years = sorted({point.year for point in points})
    if cut is None or not years:
        return [(scale(year), year) for year in dict.fromkeys([*years[:1], *years[-1:], *years])]
    before, after = [year for year in years if year < cut], [year for year in years if year >= cut]
    between = [year for year in range(before[0], cut) if year % 50 == 0] if before else []
    telling = [*before[:1], cut, *after[:1], *after[-1:]]
    return [(scale(year), year) for year in dict.fromkeys([*telling, *between, *range(cut, after[-1])])]


def _named(
    labels: Labels, past: list[tuple[float, int]], future: list[tuple[float, int]], base: int, width: int
) -> list[Html]:
    """As many years as have room, the more telling first."""
    kept: dict[int, float] = {}
    for x, year in [*past, *future]:
        x = min(max(x, LABEL / 2 - 5), width - LABEL / 2 + 5)
        if all(abs(x - other) >= LABEL for other in kept.values()):
            kept[year] = x
    return [
        element(
            "text", str(year) if year > 0 else labels("dates.before_era", year=str(1 - year)), x=f"{x:.0f}", y=base + 26
        )
        for year, x in sorted(kept.items())
    ]
