"""Every mention has its way back, and every way back its mention; data and pages agree."""

from __future__ import annotations

import csv
import itertools
import json
import re
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from conftest import ROOT
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


def test_every_link_in_the_text_is_a_mention_and_has_its_way_back(site: Path) -> None:
    glossary = {str(row["id"]): row for row in rows("glossary")}
    linked = 0
    for path in sorted((site / "report").rglob("index.html")):
        for unit, element in by_id(page_at(path)).items():
            if not re.fullmatch(r"p\d+|epigraph", unit):
                continue
            for link in element.iter("a"):
                if "term" in link.get("class", "").split():
                    entry = glossary[link.get("data-entry", "")]
                    form = text_of(link)
                    back = [m for m in entry["mentions"] if m["paragraph"] == unit and m["form"] == form]  # type: ignore[attr-defined]
                    assert back, (unit, form)
                    linked += 1
    assert linked


def test_every_mention_is_listed_under_its_entry(site: Path) -> None:
    """The lines under an entry, counted on the built page, are as many as its mentions in the data."""
    for row in rows("glossary"):
        page, anchor = str(row["url"]).split("#")
        html = (site / page / "index.html").read_text(encoding="utf-8")
        start = html.index(f'id="{anchor}"')
        section = html[start : html.index("</details>", start)]
        assert section.count('class="kl"') == row["count"] == len(row["mentions"])  # type: ignore[arg-type]


def test_unlinked_entries_are_counted_all_the_same() -> None:
    assert any(row["count"] for row in rows("glossary"))


def test_texts_of_the_register_equal_those_of_the_chapters() -> None:
    text = texts()
    for row in rows("recommendations"):
        assert row["text"] == text[str(row["paragraph"])][row["start"] : row["end"]]  # type: ignore[index]
        for action in row["actions"]:  # type: ignore[attr-defined]
            assert action["text"] in str(row["text"])
