"""The axis of the timeline: dates far away, and very many events."""

from __future__ import annotations

import xml.etree.ElementTree as ET

import pytest

from edition.publish.labels import labels
from edition.publish.pages.axis import Point, axis, moment

EN = labels("en")


def points(*years: float, title: str = "An event") -> list[Point]:
    return [Point(f"#event-{n}", title, year, "stated") for n, year in enumerate(years)]


@pytest.mark.parametrize("day", ["", "long ago", "-170000000-01-01", "12000-01-01", "2021"])
def test_a_day_without_a_place_has_no_moment(day: str) -> None:
    assert moment(day) is None


def test_days_before_our_era_have_a_place() -> None:
    days = ["-9999-01-01", "-0044-03-15", "0000-01-01", "0001-01-01", "1899-02-29", "1899-03-01", "9999-12-31"]
    moments = [moment(day) for day in days]
    assert None not in moments
    assert moments == sorted(moments, key=lambda at: at or 0)


@pytest.mark.parametrize("years", [(), (2021.0,), (-9999.0, 9999.9), (-43.8, -43.8), (0.0, 1.0)])
def test_any_years_can_be_drawn(years: tuple[float, ...]) -> None:
    for past, future in ((years, ()), ((), years), (years, years)):
        ET.fromstring(f"<div>{axis(EN, points(*past), points(*future))}</div>")


def test_a_year_before_our_era_is_named_as_such() -> None:
    assert ">500 BC<" in axis(EN, points(-499.0, 2021.0), [])


@pytest.mark.parametrize("title", ["An event", "&<>\"'" * 200, "事件" * 200])
def test_the_drawing_stays_small_and_counts_what_it_leaves_out(title: str) -> None:
    many = points(*(1800 + n % 220 for n in range(20_000)), title=title)
    drawn = axis(EN, many, points(*(2030 + n % 50 for n in range(3_000)), title=title))
    assert len(drawn.encode()) < 60_000
    for svg in ET.fromstring(f"<div>{drawn}</div>"):
        words = [item.text or "" for item in svg.iter("text")]
        more = [int(word[1:].replace(",", "")) for word in words if word.startswith("+")]
        assert len(list(svg.iter("circle"))) + sum(more) == 23_000


def test_few_events_are_all_drawn_and_linked() -> None:
    wide, narrow = ET.fromstring(f"<div>{axis(EN, points(*range(1950, 2021)), points(2030))}</div>")
    assert [link.get("href") for link in wide.iter("a")] == [f"#event-{n}" for n in range(71)] + ["#event-0"]
    assert len(list(narrow.iter("circle"))) == 72
