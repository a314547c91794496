"""This report's text: tiles, numbers, pages, headings. The figures are counted by hand."""

from __future__ import annotations

from itertools import pairwise

from conftest import ROOT
from edition.index.edition import Edition
from edition.model.values import SpanKind, UnitKind

PARAGRAPHS, ITEMS, PAGES = 43, 27, 19


def test_spans_tile_the_witness(edition: Edition) -> None:
    spans = [tile.span for tile in edition.text.spans]
    text = (ROOT / "source/report.txt").read_text(encoding="utf-8")
    assert spans[0].start == 0
    assert spans[-1].end == len(text)
    assert all(one.end == other.start for one, other in pairwise(spans))
    blanks = [text[t.span.start : t.span.end] for t in edition.text.spans if t.kind is SpanKind.WHITE_SPACE]
    assert not "".join(blanks).strip()


def test_numbers_run_without_gaps(edition: Edition) -> None:
    numbered = [unit for unit in edition.text.units if unit.numbered]
    assert [unit.number for unit in numbered] == list(range(1, PARAGRAPHS + ITEMS + 1))
    assert sum(unit.kind is UnitKind.ITEM for unit in numbered) == ITEMS


def test_pages_are_recovered(edition: Edition) -> None:
    breaks = edition.text.breaks
    assert [item.page for item in breaks] == list(range(2, PAGES + 1))
    without_head = [item.page for item in breaks if item.running_head is None]
    assert without_head == [4, 6, 8, 10, 12, 16]
    assert all((item.running_head == "CICIR") == (item.page % 2 == 0) for item in breaks if item.running_head)


def test_front_matter_that_reads_like_a_running_head_stays(edition: Edition) -> None:
    fronts = {unit.id: unit.text for unit in edition.text.units if unit.kind is UnitKind.FRONT}
    assert fronts["title"] == "Mutual Respect, Equality, Mutual Benefit, and Peaceful Coexistence"
    assert fronts["issuing-body"] == "CICIR"


def test_twelve_headings(edition: Edition) -> None:
    assert sum(unit.kind is UnitKind.HEADING for unit in edition.text.units) == 12


def test_complete_sentences_are_not_joined_over_a_page(edition: Edition) -> None:
    assert edition.units["p29"].text.endswith("a sharp decline in China–US relations.")
    assert edition.units["p30"].text.startswith("These drastic global governance setbacks")


def test_emphasis_is_emphasis(edition: Edition) -> None:
    unit = edition.units["p3"]
    assert [unit.text[span.start : span.end] for span in unit.emphasis] == ["détente"]


def test_order_of_the_two_countries_is_never_turned(edition: Edition) -> None:
    witness = (ROOT / "source/report.txt").read_text(encoding="utf-8")
    published = " ".join(unit.text for unit in edition.text.units)
    assert published.count("US–China") == witness.count("US–China")
    assert published.count("China–US") == witness.count("China–US") + witness.count("China-US")
