"""EDTF values in words: for readers as text, and with `time` elements for machines."""

from __future__ import annotations

import re

import pytest

from edition.model.dates import read_edtf
from edition.model.values import DateRange
from edition.publish.dated import spoken, timed
from edition.publish.labels import labels

EN = labels("en")
WORDS = [
    ("2021", "2021"),
    ("0476", "476"),
    ("1979-01", "January 1979"),
    ("1979-01-01", "1 January 1979"),
    ("2017/2021", "2017 to 2021"),
    ("2001-01-20/2001", "20 January 2001 to 2001"),
    ("1979/..", "since 1979"),
    ("1945-07-16/..", "since 16 July 1945"),
    ("../2030", "until 2030"),
    ("1971~", "about 1971"),
    ("1947~/1991~", "about 1947 to 1991"),
    ("1991-12~", "about December 1991"),
    ("2021-11?", "November 2021 (uncertain)"),
    ("2020?/2021?", "2020 to 2021 (uncertain)"),
    ("2021%", "about 2021 (uncertain)"),
    ("201X", "2010 to 2019"),
    ("20XX", "2000 to 2099"),
    ("2021-21", "March 2021 to May 2021"),
    ("2021-09-XX", "September 2021"),
    ("2021-XX", "2021"),
    ("[2021..2029]", "between 2021 and 2029"),
    ("[2021-09-10..2021-11-16]", "between 10 September 2021 and 16 November 2021"),
    ("[2021,2023]", "2021 or 2023"),
]
SETS = [
    ("{2021-02-10,2021-09-09}", "10 February 2021", "9 September 2021"),
    ("{1972-02-28,1979-01-01,1982-08-17}", "28 February 1972, 1 January 1979", "17 August 1982"),
    ("{2017..2019,2021}", "2017 to 2019", "2021"),
]


def text(markdown: str) -> str:
    return re.sub("<[^>]*>", "", markdown)


@pytest.mark.parametrize(("edtf", "words"), WORDS)
def test_a_date_is_put_into_words(edtf: str, words: str) -> None:
    assert spoken(EN, read_edtf(edtf)) == words
    assert text(timed(EN, read_edtf(edtf))) == words


@pytest.mark.parametrize(("edtf", "before", "last"), SETS)
def test_a_set_is_listed_and_is_no_range(edtf: str, before: str, last: str) -> None:
    assert text(timed(EN, read_edtf(edtf))) == f"{before} and {last}"
    assert spoken(EN, read_edtf(edtf)) == f"{before}, {last}"


@pytest.mark.parametrize(
    ("edtf", "values"),
    [
        ("2021", ["2021"]),
        ("0476", ["0476"]),
        ("2021-09", ["2021-09"]),
        ("2021-09-10/2022", ["2021-09-10", "2022"]),
        ("{2021-02-10,2021-09}", ["2021-02-10", "2021-09"]),
    ],
)
def test_machines_read_each_date(edtf: str, values: list[str]) -> None:
    assert re.findall('datetime="([^"]*)"', timed(EN, read_edtf(edtf))) == values


@pytest.mark.parametrize(
    "dates",
    [
        DateRange("XXXX", None, None, "none"),
        DateRange("1899-02-29", "1899-02-29", "1899-02-29", "day"),
        DateRange("2021-13", "2021-13-00", "2021-13-00", "month"),
        DateRange("long ago", "long ago", "long ago", "other"),
        DateRange("{soon,2021}", "2021-01-01", "2021-12-31", "set"),
    ],
)
def test_what_is_no_date_ends_in_no_error(dates: DateRange) -> None:
    assert spoken(EN, dates)
    assert timed(EN, dates)
