"""Dates in the Extended Date/Time Format (EDTF, ISO 8601-2:2019, annex A), read by the `edtf` library."""

from __future__ import annotations

import re
from time import struct_time
from typing import Any, Final

from edtf import EDTFParseException, parse_edtf

from edition.model.values import DateRange

MONTHS: Final = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_YEAR: Final = re.compile(r"(?<!\d)(1[5-9]\d\d|20\d\d)(?!\d)")
_MONTH: Final = re.compile(r"\b(" + "|".join(MONTHS) + r")\b")


def read_edtf(value: str) -> DateRange:
    """The earliest and latest day that `value` can mean, and its precision.

    Raises ValueError where `value` is not EDTF.
    """
    try:
        parsed = parse_edtf(value)
    except EDTFParseException as error:
        raise ValueError(str(error)) from error
    # An end that is not known (“/2021”) is open here; the library would put it ten years from the other.
    earliest = None if value.startswith("/") else _day(parsed.lower_strict())
    latest = None if value.endswith("/") else _day(parsed.upper_strict())
    return DateRange(value, earliest, latest, _precision(value))


def members(value: str) -> tuple[str, ...]:
    """The dates that an EDTF set (`{…}`: all of them, `[…]`: one of them) lists; none where it spans a range."""
    if value[:1] not in ("{", "[") or ".." in value:
        return ()
    return tuple(one.strip() for one in value.strip("{}[]").split(","))


def _day(moment: Any) -> str | None:
    if not isinstance(moment, struct_time):
        return None
    return f"{moment.tm_year:04d}-{moment.tm_mon:02d}-{moment.tm_mday:02d}"


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
    return {4: "year", 7: "month", 10: "day"}.get(len(plain), "other")


def contradicts(form: str, dates: DateRange) -> str | None:
    """What the printed words `form` name that lies outside `dates`: a year or a month, or None."""
    low = int(dates.earliest[:4]) if dates.earliest else -(10**9)
    high = int(dates.latest[:4]) if dates.latest else 10**9
    for match in _YEAR.finditer(form):
        year = int(match.group())
        before = form[: match.start()].lower().endswith("before ")
        if not low <= year - before <= high:
            return str(year)
    months = _MONTH.findall(form)
    if months and dates.earliest and dates.latest and dates.earliest[:7] == dates.latest[:7]:
        wanted = int(dates.earliest[5:7])
        if wanted not in [MONTHS.index(month) + 1 for month in months]:
            return str(months[0])
    return None
