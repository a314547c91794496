"""EDTF values: their range, their precision, and whether printed words agree with them."""

from __future__ import annotations

from datetime import date

import pytest
from edtf import parse_edtf
from hypothesis import given, settings
from hypothesis import strategies as st

from edition.model.dates import read_edtf
from edition.model.printed import contradicts
from edition.publish.dated import spoken, timed
from edition.publish.labels import labels


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
    ],
)
def test_ranges(value: str, earliest: str | None, latest: str | None, precision: str) -> None:
    read = read_edtf(value)
    assert (read.earliest, read.latest, read.precision) == (earliest, latest, precision)


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        *(
            (value, "not an EDTF date")
            for value in ("..", "yesterday", "10 September 2021", "", "20 21", " 2021", "٢٠٢١", "2021~?")
        ),
        *((value, "not an EDTF date") for value in ("٢٠٢١", "2021~?", "2021-09-10T10:00:00Z", "{}", "~", "1" * 500)),
        *((value, "no calendar has") for value in ("1899-02-29", "2021-13", "2021-02-30", "0000", "2021/2022-02-30")),
        *((value, "no calendar has") for value in ("{1899-02-28,1899-02-29,1960}",)),
        *((value, "years 1 to 9999") for value in ("XXXX", "-0001", "Y-17E7", "Y12345")),
        *((value, "ends before it begins") for value in ("2021/2020", "2021-09-10/2021-09-09")),
        *((value, "names no time") for value in ("../..",)),
        *((value, "unknown end") for value in ("/2021", "2021/")),
    ],
)
def test_what_no_page_can_show_is_refused_with_the_reason(value: str, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        read_edtf(value)


PART = st.one_of(
    st.dates(min_value=date(1, 1, 1)).map(date.isoformat),
    st.integers(1, 9999).map("{:04}".format),
    st.tuples(st.integers(1, 9999), st.integers(1, 12)).map(lambda pair: f"{pair[0]:04}-{pair[1]:02}"),
)
QUALIFIED = st.tuples(PART, st.sampled_from(["", "~", "?", "%"])).map("".join)


@given(st.one_of(QUALIFIED, st.tuples(QUALIFIED, QUALIFIED).map("/".join), QUALIFIED.map("{}/..".format)))
@settings(max_examples=60, deadline=None)
def test_what_is_read_here_is_read_as_the_library_reads_it(value: str) -> None:
    parsed = parse_edtf(value)
    low, high = parsed.lower_strict(), parsed.upper_strict()
    try:
        found = read_edtf(value)
    except ValueError:
        assert tuple(low)[:3] > tuple(high)[:3]
        return
    assert found.earliest == f"{low.tm_year:04}-{low.tm_mon:02}-{low.tm_mday:02}"
    if not value.endswith(".."):
        assert found.latest == f"{high.tm_year:04}-{high.tm_mon:02}-{high.tm_mday:02}"


@given(st.text("0123456789XYESU~?%/.,{}[]-", max_size=20))
@settings(max_examples=300, deadline=None)
def test_whatever_is_read_can_be_shown(value: str) -> None:
    try:
        found = read_edtf(value)
    except ValueError as error:
        reason = str(error)
        found = None
    if found is None:
        assert reason.startswith("which ")
        return
    assert spoken(labels("en"), found)
    assert timed(labels("en"), found)


@pytest.mark.parametrize(
    ("form", "value", "named"),
    [
        ("in 2020", "2020", None),
        ("in 2020", "2021", "2020"),
        ("From 2017 to 2021", "2017/2021", None),
        ("From 2017 to 2021", "2018/2021", "2017"),
        ("before 2030", "../2029", None),
        ("September 10, 2021", "2021-09-10", None),
        ("September 10, 2021", "2021-10-10", "September 10, 2021"),
        ("September 10, 2021", "2021-09-09", "September 10, 2021"),
        ("September 10, 2021", "2021-09", None),
        ("10 September 2021", "2021-09-11", "10 September 2021"),
        ("the 10th of September", "2021-09-10", None),
        ("the 10th of September", "2021-09-11", "10th of September"),
        ("the 10th of September", "2017/2021", None),
        ("before May 1, 1901", "../1901-04-30", None),
        ("before May 1, 1901", "../1901-05-01", None),
        ("before May 1, 1901", "1901-05-01", "May 1, 1901"),
        ("after 2030", "2031/..", None),
        ("in the 1980s", "1985", None),
        ("in the 1980s", "1991", "1980s"),
        ("from January to March", "2021-03", None),
        ("from December to January", "2020-12-31/2021-01-01", None),
        ("in November 2020", "2020-12/2021-01", "November 2020"),
        ("last September", "2021-08-09", "September"),
    ],
)
def test_words_and_dates_agree(form: str, value: str, named: str | None) -> None:
    assert contradicts(form, read_edtf(value)) == named
