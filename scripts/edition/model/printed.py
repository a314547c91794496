"""Printed dates (English), and whether they agree with a coded one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from edition.model.dates import MONTHS, read_edtf
from edition.model.values import DateRange

_YEAR: Final = r"(?:1[5-9]\d\d|20\d\d)(?!\d)"
_DAY: Final = r"\d{1,2}(?:st|nd|rd|th)?"
_NAME: Final = "|".join(MONTHS)
_PRINTED: Final = re.compile(
    rf"(?:\b(?P<day_before>{_DAY}) (?:of )?)?\b(?P<month>{_NAME})\b(?: (?P<day>{_DAY})\b)?(?:,? (?P<year>{_YEAR}))?"
    rf"|(?<!\d)(?P<alone>{_YEAR})(?P<decade>s?)"
)


@dataclass(frozen=True)
class _Printed:
    """A date as printed: the words, and their parts as numbers."""

    words: str
    years: tuple[int, int] | None
    month: int | None
    day: int | None
    shift: int

    def fits(self, low: date, high: date) -> bool:
        """Whether a day of `low` to `high` is what the words name, or lies before or after it, if they say so."""
        first_year, last_year = self.years or (low.year, high.year)
        if self.years is None and last_year - first_year > 1:
            return True
        if self.month is None:
            return self._within(date(first_year, 1, 1), date(last_year, 12, 31), low, high)
        return any(self._in_year(year, low, high) for year in range(first_year, last_year + 1))

    def _in_year(self, year: int, low: date, high: date) -> bool:
        name = f"{year:04}-{self.month:02}" + (f"-{self.day:02}" if self.day else "")
        try:
            read = read_edtf(name)
        except ValueError:
            return False
        assert read.earliest and read.latest
        return self._within(date.fromisoformat(read.earliest), date.fromisoformat(read.latest), low, high)

    def _within(self, first: date, last: date, low: date, high: date) -> bool:
        if self.shift:
            edge = first - timedelta(days=1) if self.shift < 0 else last + timedelta(days=1)
            return low <= edge <= high
        return first <= high and low <= last


def contradicts(form: str, dates: DateRange) -> str | None:
    """What the printed words `form` name that lies outside `dates`: a year, a month or a day, or None.

    Of months and days without a year only one has to fit: the others may belong to the ends of a span.
    """
    low = date.fromisoformat(dates.earliest) if dates.earliest else date.min
    high = date.fromisoformat(dates.latest) if dates.latest else date.max
    yearless = []
    for printed in _read(form):
        if printed.years is None:
            yearless.append(printed)
        elif not printed.fits(low, high):
            return printed.words
    if yearless and not any(printed.fits(low, high) for printed in yearless):
        return yearless[0].words
    return None


def _read(form: str) -> Iterator[_Printed]:
    for match in _PRINTED.finditer(form):
        year = match["year"] or match["alone"]
        day = match["day"] or match["day_before"]
        number = int(re.sub(r"\D", "", day)) if day else None
        words = form[: match.start()].lower().split()
        yield _Printed(
            match.group(),
            (int(year), int(year) + 9 * bool(match["decade"])) if year else None,
            MONTHS.index(match["month"]) + 1 if match["month"] else None,
            number if number and 1 <= number <= 31 else None,
            {"before": -1, "after": 1}.get(words[-1] if words else "", 0),
        )
