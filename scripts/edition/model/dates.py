"""Dates in the Extended Date/Time Format (EDTF, ISO 8601-2:2019, annex A).

Plain dates and intervals of them are read here, since they are nearly all; what else there is, by the `edtf` library.
"""

from __future__ import annotations

import re
from contextlib import redirect_stdout
from datetime import date, timedelta
from functools import cache
from io import StringIO
from time import struct_time
from typing import Any, Final

from edition.model.values import DateRange

MONTHS: Final = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
LONGEST: Final = 80
_PLAIN: Final = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?[~?%]?", re.ASCII)
_EDTF: Final = re.compile(r"[0-9XYESU~?%/.,{}\[\]-]+")
_OPEN: Final = ("", "..")


def read_edtf(value: str) -> DateRange:
    """The earliest and latest day that `value` can mean, and its precision.

    Raises ValueError, with the reason as `which is …`, where `value` is not EDTF, or no page can show it: days that no
    calendar has, times of day, years before 1 or after 9999, dates that are open at both ends.
    """
    found = _read(value)
    if isinstance(found, str):
        raise ValueError(found)
    return found


@cache
def _read(value: str) -> DateRange | str:
    """The value read, or what is wrong with it; each distinct value is read once."""
    if len(value) > LONGEST or not _EDTF.fullmatch(value):
        return "which is not an EDTF date"
    try:
        low, high = _ends(value)
        for part in re.split(r"[,/]|\.\.", value.strip("[]{}")) if re.search(r"[,/.]", value) else ():
            if part:
                _ends(part)
    except _NotADateError as error:
        return str(error)
    if low is None and high is None:
        return "which names no time"
    if low and high and low > high:
        return "which ends before it begins"
    return DateRange(value, low.isoformat() if low else None, high.isoformat() if high else None, _precision(value))


class _NotADateError(Exception):
    """Carries what is wrong, as `which is …`."""


def _ends(value: str) -> tuple[date | None, date | None]:
    """The first and the last day of a value; None: open."""
    start, slash, end = value.partition("/")
    if all(part in _OPEN[1:] or _PLAIN.fullmatch(part) for part in ([start, end] if slash else [start])):
        low = None if start in _OPEN else _plain(start)[0]
        high = (None if end in _OPEN else _plain(end)[1]) if slash else _plain(start)[1]
        return low, high
    return _by_library(value)


def _plain(value: str) -> tuple[date, date]:
    """First and last day of a year, a month or a day (level 0, with a qualifier of level 1 or without)."""
    match = _PLAIN.fullmatch(value)
    if match is None:
        raise _NotADateError("which is not an EDTF date")
    year, month, day = (int(part) if part else None for part in match.groups())
    assert year is not None
    if month is not None and 21 <= month <= 41 and day is None:
        return _season(value)
    try:
        first = date(year, month or 1, day or 1)
    except ValueError:
        raise _NotADateError("which no calendar has") from None
    if day:
        return first, first
    if month:
        return first, _day_before(date(year + month // 12, month % 12 + 1, 1) if (year, month) != (9999, 12) else None)
    return first, date(year, 12, 31)


def _season(value: str) -> tuple[date, date]:
    low, high = _by_library(value)
    assert low and high
    return low, high


def _day_before(day: date | None) -> date:
    return day - timedelta(days=1) if day else date.max


def _by_library(value: str) -> tuple[date | None, date | None]:
    from edtf import parse_edtf  # It takes as long to load as all else that reads the sources, and is seldom needed.

    if any(part in _OPEN[:1] for part in value.split("/")):
        raise _NotADateError("which has an unknown end; an open one is “..”")
    try:
        with redirect_stdout(StringIO()):  # It prints what it trips over.
            parsed = parse_edtf(value)
            low, high = parsed.lower_strict(), parsed.upper_strict()
    except Exception as error:  # The library raises of all kinds on values that its grammar lets pass.
        raise _NotADateError("which is not an EDTF date") from error
    return _day(low), _day(high)


def _day(moment: Any) -> date | None:
    if not isinstance(moment, struct_time):
        return None
    if not 1 <= moment.tm_year <= 9999:
        raise _NotADateError("which is not within the years 1 to 9999")
    try:
        return date(moment.tm_year, moment.tm_mon, moment.tm_mday)
    except ValueError:
        raise _NotADateError("which no calendar has") from None


def _precision(value: str) -> str:
    if "/" in value:
        return "interval"
    if value[0] in "[{":
        return "set"
    plain = value.strip("~?%")
    if re.fullmatch(r"\d\dXX", plain):
        return "century"
    if re.fullmatch(r"\d\d\dX", plain):
        return "decade"
    if re.fullmatch(r"\d{4}-(2[1-9]|3\d|4[01])", plain):
        return "season"
    if re.fullmatch(r"\d{4}(-\d\d){0,2}", plain):
        return {4: "year", 7: "month", 10: "day"}[len(plain)]
    return "other"
