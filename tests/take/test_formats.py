"""The same paragraphs in every format, each format sound by its own rules."""

from __future__ import annotations

import csv
import functools
import hashlib
import io
import json
import re
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from conftest import ROOT, TINY
from edition.index.edition import Edition
from edition.model.values import Mention
from extract import by_id, page_at, text_of

TEI = "{http://www.tei-c.org/ns/1.0}"
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
SCHEMA = Path(sys.prefix) / "share/tei_all.rng"
DOCS = {"report": ROOT / "docs", "tiny": TINY / "docs"}


def tei_file(docs: Path) -> Path:
    (path,) = (docs / "downloads").glob("*.xml")
    return path


def tei(docs: Path) -> Any:
    return etree.parse(tei_file(docs)).getroot()


@functools.cache
def schema() -> Any:
    """The schema of all of TEI, which takes seconds to read."""
    assert SCHEMA.is_file(), f"the TEI schema is missing: scripts/setup.sh schema {sys.prefix}"
    return etree.RelaxNG(etree.parse(SCHEMA))


def tei_text(element: Any) -> str:
    """What the edition reads: without running heads, the witness's readings and notes."""
    if element.tag in {f"{TEI}fw", f"{TEI}rdg", f"{TEI}note"}:
        return ""
    children = "".join(tei_text(child) + (child.tail or "") for child in element)
    return (element.text or "") + children


def paragraphs(docs: Path) -> dict[str, str]:
    rows = json.loads((docs / "data/paragraphs.json").read_text(encoding="utf-8"))
    return {row["id"]: row["text"] for row in rows}


@pytest.mark.parametrize("docs", DOCS.values(), ids=DOCS)
def test_tei_is_valid(docs: Path) -> None:
    assert schema().validate(tei(docs)), schema().error_log


@pytest.mark.parametrize("docs", DOCS.values(), ids=DOCS)
def test_tei_has_every_paragraph(docs: Path) -> None:
    found = {e.get(XML_ID): e for e in tei(docs).iter(f"{TEI}p", f"{TEI}item") if e.get("n")}
    assert {name: tei_text(element) for name, element in found.items()} == paragraphs(docs)
    assert [element.get("n") for element in found.values()] == [name[1:] for name in found]


@pytest.mark.parametrize("docs", DOCS.values(), ids=DOCS)
def test_tei_points_nowhere_in_vain(docs: Path) -> None:
    root = tei(docs)
    ids = {element.get(XML_ID) for element in root.iter() if element.get(XML_ID)}
    for element in root.iter():
        for name in ("ref", "target", "corresp", "ana", "wit", "resp", "source"):
            for pointer in (element.get(name) or "").split():
                known = pointer.startswith("https://www.wikidata.org/entity/Q") or pointer[1:] in ids
                assert known and pointer[0] in "#h", (element.tag, name, pointer)


def test_tei_keeps_what_was_taken_out_and_mended(edition: Edition) -> None:
    root = tei(ROOT / "docs")
    pages = [element.get("n") for element in root.iter(f"{TEI}pb")]
    assert pages == [str(page) for page in range(1, edition.text.units[-1].last_page + 1)]
    heads = [element.text for element in root.iter(f"{TEI}fw")]
    assert heads == [item.running_head for item in edition.text.breaks if item.running_head]
    emended = [op for op in edition.text.operations if op.kind.value == "emendation" and op.rule]
    shown = {app.get(XML_ID): app.find(f"{TEI}rdg").text for app in root.iter(f"{TEI}app")}
    assert shown == {f"app.{op.rule}": op.lemma for op in emended} != {}


def test_tei_tags_every_mention_and_lists_every_entry(edition: Edition) -> None:
    root = tei(ROOT / "docs")
    tagged = Counter(
        (unit_of(element), element.get("ref").removeprefix("#entry."))
        for element in root.find(f"{TEI}text").iter()
        if (element.get("ref") or "").startswith("#entry.")
    )
    emended = {unit.id: [item.span for item in unit.emended] for unit in edition.text.units}
    nested = [
        mention
        for mention in edition.mentions
        if not any(_cross((span.start, span.end), mention) for span in emended[mention.unit])
    ]
    assert tagged == Counter((mention.unit, mention.entry) for mention in nested)
    assert len(edition.mentions) - len(nested) <= 1, "elements of XML nest: what crosses an emendation has no tag"
    labels = {e.get(XML_ID): e.text for e in root.iter(f"{TEI}label") if e.get(XML_ID)}
    assert labels == {f"entry.{r.id}": r.entry.printed for r in edition.entries}


def _cross(emended: tuple[int, int], mention: Mention) -> bool:
    """Whether a mention and an emended place overlap, and neither is in the other."""
    (start, end), span = emended, mention.span
    return (start < span.start < end < span.end) or (span.start < start < span.end < end)


def unit_of(element: Any) -> str:
    """The id of the paragraph, item or line an element is in; a heading has its division's."""
    if element.tag in {f"{TEI}p", f"{TEI}item"}:
        return str(element.get(XML_ID))
    return str(element.getparent().get(XML_ID)) if element.tag == f"{TEI}head" else unit_of(element.getparent())


@pytest.mark.parametrize("docs", DOCS.values(), ids=DOCS)
def test_plain_text_has_every_paragraph(docs: Path) -> None:
    (path,) = (docs / "downloads").glob("*.txt")
    found = re.findall(r"^\[(\d+)\] (.*)$", path.read_text(encoding="utf-8"), re.MULTILINE)
    assert {f"p{number}": text for number, text in found} == paragraphs(docs)


def test_pages_have_every_paragraph(site: Path) -> None:
    full = by_id(page_at(site / "report/full-text/index.html"))
    assert {name: text_of(full[name]) for name in paragraphs(ROOT / "docs")} == paragraphs(ROOT / "docs")


def cast(value: str, kind: str) -> bool:
    if kind == "integer":
        return re.fullmatch(r"-?\d+", value) is not None
    return kind != "boolean" or value in {"true", "false"}


@pytest.mark.parametrize("docs", DOCS.values(), ids=DOCS)
def test_the_data_package_describes_the_data(docs: Path) -> None:
    """What `frictionless validate` checks: paths, sizes, checksums, headers, types, required and unique values."""
    package = json.loads((docs / "data/datapackage.json").read_text(encoding="utf-8"))
    names = [resource["name"] for resource in package["resources"]]
    assert len(set(names)) == len(names) and all(re.fullmatch(r"[a-z0-9._-]+", name) for name in names)
    described = {resource["path"] for resource in package["resources"]}
    assert described >= {path.name for path in (docs / "data").glob("*.csv")}
    for resource in package["resources"]:
        content = (docs / "data" / resource["path"]).read_bytes()
        assert resource["bytes"] == len(content)
        assert resource["hash"] == f"sha256:{hashlib.sha256(content).hexdigest()}"
        if resource["format"] == "csv":
            check_table(resource, content.decode("utf-8"))


def check_table(resource: dict[str, Any], text: str) -> None:
    header, *rows = csv.reader(io.StringIO(text, newline=""))
    fields = resource["schema"]["fields"]
    assert header == [field["name"] for field in fields]
    for index, field in enumerate(fields):
        values = [row[index] for row in rows]
        assert all(cast(value, field["type"]) for value in values if value), (resource["name"], field["name"])
        if field.get("constraints", {}).get("required"):
            assert all(values)
        if field.get("constraints", {}).get("unique"):
            assert len(set(values)) == len(values)


@pytest.mark.parametrize("docs", DOCS.values(), ids=DOCS)
def test_the_downloads_page_tells_sizes_and_checksums_as_they_are(docs: Path) -> None:
    page = (docs / "downloads/index.md").read_text(encoding="utf-8")
    rows = re.findall(r"\[([^\]]+)\]\(([^)]+)\) \| ([\d.]+)\s(bytes|kB|MB) \| .*?>([0-9a-f]{64})<", page)
    folders = (docs / "downloads", docs / "data")
    files = {
        path.name for folder in folders for path in folder.glob("*.*") if path.suffix not in {".md", ".js", ".png"}
    }
    assert {target.rpartition("/")[2] for _, target, *_ in rows} == files - {"CITATION.cff", "citations.json"}
    for _, target, number, unit, digest in rows:
        content = (docs / "downloads" / target).read_bytes()
        assert hashlib.sha256(content).hexdigest() == digest, target
        scale = {"bytes": 1, "kB": 1000, "MB": 1_000_000}[unit]
        assert abs(float(number) * scale - len(content)) <= scale / 20, target
