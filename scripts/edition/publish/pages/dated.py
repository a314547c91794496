"""Dates in words, for readers and for machines."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from edition.model.dates import MONTHS, members, read_edtf
from edition.model.values import DateRange
from edition.publish.markup.markdown import attribute, escape

Part = Callable[[str, str], str]


def timed(dates: DateRange) -> str:
    """The date in words, each day, month or year in it as a `time` element with its value in HTML's form."""
    return f'<span class="when" title="EDTF {attribute(dates.edtf)}">{_each(dates, _element)}</span>'


def spoken(dates: DateRange) -> str:
    """A date in words: `10 September 2021`, `2017 to 2021`, `about 1971`; of a set, each of its dates."""
    return _each(dates, _part)


def _each(dates: DateRange, part: Part) -> str:
    """A set as a list of its dates, with “and” or “or” before the last; any other date as it is."""
    ones = members(dates.edtf)
    if len(ones) < 2:
        return _in_words(dates, part)
    *first, last = (_in_words(read_edtf(one), part) for one in ones)
    return f"{', '.join(first)} {'or' if dates.edtf.startswith('[') else 'and'} {last}"


def _element(day: str, precision: str) -> str:
    length = {"year": 4, "month": 7}.get(precision, 10)
    return f'<time datetime="{day[:length]}">{escape(_part(day, precision))}</time>'


def _in_words(dates: DateRange, part: Part) -> str:
    low, high = dates.earliest, dates.latest
    if low is None:
        return _until(_end(high, dates, part, last=True), dates) if high else "undated"
    if high is None:
        return f"since {_end(low, dates, part)}"
    about = "about " if "~" in dates.edtf or "%" in dates.edtf else ""
    doubt = " (uncertain)" if "?" in dates.edtf or "%" in dates.edtf else ""
    if dates.precision in ("year", "month", "day"):
        words = part(low, dates.precision)
    else:
        first, last = _end(low, dates, part), _end(high, dates, part, last=True)
        among = dates.edtf.startswith("[") and ".." in dates.edtf
        words = first if first == last else f"between {first} and {last}" if among else f"{first} to {last}"
    return f"{about}{words}{doubt}"


def _until(end: str, dates: DateRange) -> str:
    """A date without a beginning: one day of many up to `end`, a span whose beginning nobody states, or any span."""
    if dates.edtf.startswith("["):
        return f"in or before {end}"
    return f"to {end}, beginning not stated" if dates.edtf.startswith("/") else f"until {end}"


def _end(day: str | None, dates: DateRange, part: Part, last: bool = False) -> str:
    """One end of a range, as precise as EDTF wrote it."""
    assert day is not None
    parts = dates.edtf.strip("[]{}").replace("..", "/").split("/")
    written = (parts[-1] if last else parts[0]).split(",")[-1 if last else 0].strip("~?% ")
    precision = {4: "year", 7: "month", 10: "day"}.get(len(written), "month")
    if "X" in written:
        precision = "year"
    return part(day, precision)


def _part(day: str, precision: str) -> str:
    value = date.fromisoformat(day)
    if precision == "year":
        return str(value.year)
    month = f"{MONTHS[value.month - 1]} {value.year}"
    return month if precision == "month" else f"{value.day} {month}"
