"""Dates in words, for readers and for machines (EDTF: ISO 8601-2:2019, annex A)."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from edition.model.dates import read_edtf
from edition.model.values import DateRange
from edition.publish.labels import Labels
from edition.publish.markup.markdown import Markdown, Words, span

_DAY: Final = re.compile(r"(-?\d+)-(\d\d)-(\d\d)")
_QUALIFIERS: Final = re.compile("[~?%]")


def timed(labels: Labels, dates: DateRange) -> Markdown:
    """The date in words, each day, month or year in it as a `time` element with its value in HTML's form."""
    writer = _Writer(labels, labels.marked, _element, "dates.and")
    return span(writer.words(dates), "when", title=labels("dates.edtf", edtf=dates.edtf))


def spoken(labels: Labels, dates: DateRange) -> str:
    """A date in words: `10 September 2021`, `2017 to 2021`, `about 1971`; of a set, each of its dates."""
    return _Writer(labels, labels, _part, "dates.listed").words(dates)


@dataclass(frozen=True)
class _Writer:
    """How a date is put into words: `fill` fills a label, `part` writes one day, `last` joins the last of a set."""

    labels: Labels
    fill: Callable[..., Words]
    part: Callable[[Labels, str, str], Words]
    last: str

    def words(self, dates: DateRange) -> Words:
        members = _members(dates.edtf)
        if len(members) > 1:
            return self._listed(members, "dates.or" if dates.edtf.startswith("[") else self.last)
        low, high = dates.earliest, dates.latest
        if low is None:
            label = "dates.in_or_before" if dates.edtf.startswith("[") else "dates.until"
            return self.fill(label, date=self._end(high, dates, last=True)) if high else self.fill("dates.none")
        if high is None:
            return self.fill("dates.since", date=self._end(low, dates))
        return self._qualified(dates, self._range(low, high, dates))

    def _listed(self, members: list[str], last: str) -> Words:
        words = [self.words(_read(member)) for member in members]
        listed = words[0]
        for word in words[1:-1]:
            listed = self.fill("dates.listed", before=listed, last=word)
        return self.fill(last, before=listed, last=words[-1])

    def _range(self, low: str, high: str, dates: DateRange) -> Words:
        if dates.precision in ("year", "month", "day") and "X" not in dates.edtf:
            return self.part(self.labels, low, dates.precision)
        first, last = self._end(low, dates), self._end(high, dates, last=True)
        if first == last:
            return first
        among = dates.edtf.startswith("[") and ".." in dates.edtf
        return self.fill("dates.between" if among else "dates.range", first=first, last=last)

    def _qualified(self, dates: DateRange, words: Words) -> Words:
        if "~" in dates.edtf or "%" in dates.edtf:
            words = self.fill("dates.about", date=words)
        if "?" in dates.edtf or "%" in dates.edtf:
            words = self.fill("dates.uncertain", date=words)
        return words

    def _end(self, day: str, dates: DateRange, last: bool = False) -> Words:
        """One end of a range, as precise as EDTF wrote it."""
        parts = dates.edtf.strip("[]{}").replace("..", "/").split("/")
        written = (parts[-1] if last else parts[0]).split(",")[-1 if last else 0]
        return self.part(self.labels, day, _precision(_QUALIFIERS.sub("", written).strip()))


def _precision(written: str) -> str:
    """What a date names: a day, a month (or a season, by its months), or no more than a year."""
    plain = written.removeprefix("-")
    if re.fullmatch(r"\d{4}-\d\d-\d\d", plain):
        return "day"
    return "month" if re.fullmatch(r"\d{4}-\d\d(-XX)?", plain) else "year"


def _members(edtf: str) -> list[str]:
    """The dates of a set, each as EDTF; of what is no set, nothing."""
    if edtf[:1] not in ("[", "{"):
        return []
    found = (member.strip() for member in edtf.strip("[]{}").split(","))
    return [re.sub(r"^(\.\.)(?=.)|(?<=[^.])(\.\.)$|(?<=[^.])\.\.(?=[^.])", _interval, member) for member in found]


def _interval(match: re.Match[str]) -> str:
    return "../" if match.group(1) else "/.." if match.group(2) else "/"


def _read(edtf: str) -> DateRange:
    try:
        return read_edtf(edtf)
    except ValueError:
        return DateRange(edtf, None, None, "none")


def _element(labels: Labels, day: str, precision: str) -> Words:
    """A `time` element; HTML has a form for the years from 1 on alone (HTML standard, section 2.3.5)."""
    words, found = _part(labels, day, precision), _DAY.fullmatch(day)
    if not found or int(found.group(1)) < 1:
        return words
    year = f"{int(found.group(1)):04d}"
    value = {"year": year, "month": f"{year}-{found.group(2)}"}.get(precision, f"{year}{day[found.end(1) :]}")
    return span(words, element_="time", datetime=value)


def _part(labels: Labels, day: str, precision: str) -> str:
    found = _DAY.fullmatch(day)
    if not found:
        return day
    number, month, of_month = map(int, found.groups())
    year = str(number) if number > 0 else labels("dates.before_era", year=str(1 - number))
    if precision == "year" or not 1 <= month <= 12:
        return year
    values = {"month": labels(f"dates.months.{month}"), "year": year}
    return labels("dates.month", **values) if precision == "month" else labels("dates.day", day=of_month, **values)
