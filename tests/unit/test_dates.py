"""EDTF values: their range, their precision, and whether printed words agree with them."""

from __future__ import annotations

import pytest

from edition.model.dates import contradicts, read_edtf
from edition.publish.pages.dated import spoken


@pytest.mark.parametrize(
    ("value", "earliest", "latest", "precision"),
    [
        ("2021", "2021-01-01", "2021-12-31", "year"),
        ("2021-09", "2021-09-01", "2021-09-30", "month"),
        ("2021-09-10", "2021-09-10", "2021-09-10", "day"),
        ("2017/2021", "2017-01-01", "2021-12-31", "interval"),
        ("../2030", None, "2030-12-31", "interval"),
        ("1979/..", "1979-01-01", None, "interval"),
        ("20XX", "2000-01-01", "2099-12-31", "century"),
        ("201X", "2010-01-01", "2019-12-31", "decade"),
        ("2021-11?", "2021-11-01", "2021-11-30", "month"),
        ("/2021", None, "2021-12-31", "interval"),
        ("[..2029]", None, "2029-12-31", "set"),
    ],
)
def test_ranges(value: str, earliest: str | None, latest: str | None, precision: str) -> None:
    read = read_edtf(value)
    assert (read.earliest, read.latest, read.precision) == (earliest, latest, precision)


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("2021", "2021"),
        ("1979-01", "January 1979"),
        ("1979-01-01", "1 January 1979"),
        ("2017/2021", "2017 to 2021"),
        ("1979/..", "since 1979"),
        ("../2030", "until 2030"),
        ("1971~", "about 1971"),
        ("2021-11?", "November 2021 (uncertain)"),
        ("/2021", "to 2021, beginning not stated"),
        ("[..2029]", "in or before 2029"),
        ("[1839,1840]", "1839 or 1840"),
        ("{1972-02-28,1979-01,1982}", "28 February 1972, January 1979 and 1982"),
    ],
)
def test_words(value: str, words: str) -> None:
    assert spoken(read_edtf(value)) == words


@pytest.mark.parametrize("value", ["yesterday", "2021-13", "10 September 2021", ""])
def test_what_is_no_edtf_is_refused(value: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        read_edtf(value)


@pytest.mark.parametrize(
    ("form", "value", "named"),
    [
        ("in 2020", "2020", None),
        ("in 2020", "2021", "2020"),
        ("From 2017 to 2021", "2017/2021", None),
        ("From 2017 to 2021", "2018/2021", "2017"),
        ("before 2030", "../2029", None),
        ("September 10, 2021", "2021-09-10", None),
        ("September 10, 2021", "2021-10-10", "September"),
        ("last September", "2021-08-09", "September"),
    ],
)
def test_words_and_dates_agree(form: str, value: str, named: str | None) -> None:
    assert contradicts(form, read_edtf(value)) == named
