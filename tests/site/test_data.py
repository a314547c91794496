"""Every mention has its way back, and every way back its mention; data and pages agree."""

from __future__ import annotations

import csv
import itertools
import json
import re
from collections import Counter
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from conftest import ROOT
from edition.index.edition import Edition
from extract import by_id, page_at, text_of

DATA = ROOT / "docs/data"
FILES = sorted(path.name.removesuffix(".schema.json") for path in (DATA / "schema").glob("*.schema.json"))


def rows(name: str) -> list[dict[str, object]]:
    loaded: list[dict[str, object]] = json.loads((DATA / f"{name}.json").read_text(encoding="utf-8"))
    return loaded


def texts() -> dict[str, str]:
    return {str(row["id"]): str(row["text"]) for name in ("paragraphs", "front-matter") for row in rows(name)}


@pytest.mark.parametrize("name", FILES)
def test_data_keep_their_schema(name: str) -> None:
    schema = json.loads((DATA / "schema" / f"{name}.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator(schema).validate(rows(name))


@pytest.mark.parametrize("name", FILES)
def test_csv_says_the_same_as_json(name: str) -> None:
    with (DATA / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        table = list(csv.DictReader(file))
    listed = rows(name)
    assert [row["id"] for row in table] == [row["id"] for row in listed]
    assert not listed or list(table[0]) == list(listed[0])


def test_offsets_of_mentions_hold_their_forms() -> None:
    text = texts()
    for entry in rows("glossary"):
        for mention in entry["mentions"]:  # type: ignore[attr-defined]
            assert text[mention["paragraph"]][mention["start"] : mention["end"]] == mention["form"]


def test_mentions_never_overlap() -> None:
    places: dict[str, list[tuple[int, int]]] = {}
    for entry in rows("glossary"):
        for mention in entry["mentions"]:  # type: ignore[attr-defined]
            places.setdefault(mention["paragraph"], []).append((mention["start"], mention["end"]))
    for spans in places.values():
        spans.sort()
        assert all(one[1] <= other[0] for one, other in itertools.pairwise(spans))


def linked(page: Path) -> list[tuple[str, str, str]]:
    """The links to entries in the paragraphs of a page: paragraph, entry, words."""
    return [
        (unit, link.get("data-entry", ""), text_of(link))
        for unit, element in by_id(page_at(page)).items()
        if re.fullmatch(r"p\d+|epigraph", unit)
        for link in element.iter("a")
        if "term" in link.get("class", "").split()
    ]


def test_every_link_in_the_text_is_a_mention_and_has_its_way_back(site: Path) -> None:
    mentions = {
        (mention["paragraph"], str(row["id"]), mention["form"])
        for row in rows("glossary")
        for mention in row["mentions"]  # type: ignore[attr-defined]
    }
    for path in sorted((site / "report").rglob("index.html")):
        assert not set(linked(path)) - mentions, path


def test_the_first_mention_in_a_section_is_linked_and_no_other(site: Path, edition: Edition) -> None:
    """Nothing is linked in headings, the report's own within a paragraph among them."""
    unlinked = {entry.id for entry in edition.entries if not entry.entry.link}
    first: dict[tuple[str, str], str] = {}
    for mention in edition.mentions:
        unit = edition.units[mention.unit]
        in_heading = unit.run_in and unit.run_in.span.overlaps(mention.span)
        if (unit.numbered or unit.id == "epigraph") and not in_heading and mention.entry not in unlinked:
            first.setdefault((unit.division, mention.entry), unit.id)
    expected = sorted((unit, entry) for (_, entry), unit in first.items())
    assert sorted((unit, entry) for unit, entry, _ in linked(site / "report/full-text/index.html")) == expected


def test_every_mention_is_listed_under_its_entry(site: Path) -> None:
    """The lines under an entry, counted on the built page, are as many as its mentions in the data."""
    for row in rows("glossary"):
        page, anchor = str(row["url"]).split("#")
        html = (site / page / "index.html").read_text(encoding="utf-8")
        start = html.index(f'id="{anchor}"')
        section = html[start : html.index("</details>", start)]
        assert section.count('class="kl"') == row["count"] == len(row["mentions"])  # type: ignore[arg-type]


def test_unlinked_entries_are_counted_all_the_same(edition: Edition) -> None:
    counts = {row["id"]: row["count"] for row in rows("glossary")}
    found = Counter(mention.entry for mention in edition.mentions)
    unlinked = {entry.id: found[entry.id] for entry in edition.entries if not entry.entry.link}
    assert {name: counts[name] for name in unlinked} == unlinked
    assert all(unlinked.values()) and unlinked


def test_texts_of_the_register_equal_those_of_the_chapters() -> None:
    text = texts()
    for row in rows("recommendations"):
        assert row["text"] == text[str(row["paragraph"])][row["start"] : row["end"]]  # type: ignore[index]
        for action in row["actions"]:  # type: ignore[attr-defined]
            assert action["text"] in str(row["text"])
