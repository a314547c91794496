"""What reference managers and search engines read in the built pages."""

from __future__ import annotations

import json
from pathlib import Path
from urllib.parse import parse_qs
from xml.etree.ElementTree import Element

from extract import page_at


def page(site: Path, path: str) -> Element:
    return page_at(site / path / "index.html")


def metas(root: Element) -> dict[str, str]:
    found = {}
    for meta in root.iter("meta"):
        name = meta.get("name") or meta.get("property")
        if name:
            found[name] = meta.get("content", "")
    return found


def linked_data(root: Element) -> list[dict[str, object]]:
    scripts = (script for script in root.iter("script") if script.get("type") == "application/ld+json")
    return [json.loads(script.text or "") for script in scripts]


def test_the_full_text_is_a_report(site: Path) -> None:
    root = page(site, "report/full-text")
    found = metas(root)
    assert found["citation_title"].startswith("Mutual Respect, Equality, Mutual Benefit, and Peaceful Coexistence: ")
    assert found["citation_author"].rstrip(",") == "China Institutes of Contemporary International Relations"
    assert found["citation_technical_report_institution"] == "China Institutes of Contemporary International Relations"
    assert found["citation_publication_date"] == "2021/11"
    assert found["citation_language"] == "en"
    assert "Undated" in found["citation_abstract"]
    assert found["citation_public_url"].endswith("/report/full-text/")
    (report,) = linked_data(root)
    assert report["@type"] == "Report" and report["datePublished"] == "2021-11"


def test_a_chapter_is_a_section_of_the_report(site: Path) -> None:
    root = page(site, "report/complexity")
    (span,) = [element for element in root.iter("span") if element.get("class") == "Z3988"]
    fields = {name: values[0] for name, values in parse_qs(span.get("title", "")).items()}
    assert fields["rft.genre"] == "bookitem"
    assert fields["rft.atitle"] == "Complexity"
    assert "China–US Relations" in fields["rft.btitle"]
    assert fields["rft.aucorp"] == "China Institutes of Contemporary International Relations"
    assert fields["rft.pages"] == "3-7"


def test_no_other_page_passes_for_a_report_or_for_the_institutions(site: Path) -> None:
    for path in sorted(site.rglob("*.html")):
        root = page_at(path)
        names = metas(root)
        cited = any(name.startswith("citation_") for name in names)
        spans = [element for element in root.iter("span") if element.get("class") == "Z3988"]
        where = path.relative_to(site).as_posix()
        assert cited == (where == "report/full-text/index.html"), where
        chapter = where.startswith("report/") and not cited
        assert len(spans) == chapter, where
        assert "author" not in names, where


def test_every_glossary_entry_is_a_defined_term_of_its_page(site: Path) -> None:
    entries = json.loads((site / "data/glossary.json").read_text(encoding="utf-8"))
    for entry in entries:
        path, _, anchor = entry["url"].partition("#")
        (terms,) = linked_data(page(site, path)) if path not in SEEN else (SEEN[path],)
        SEEN[path] = terms
        ids = {term["@id"]: term["name"] for term in terms["hasDefinedTerm"]}  # type: ignore[attr-defined]
        assert ids[f"#{anchor}"] == entry["headword"]


SEEN: dict[str, dict[str, object]] = {}


def test_previews_have_a_picture_of_the_size_they_say(site: Path) -> None:
    found = metas(page(site, "glossary/people"))
    assert found["og:image"].endswith("/data/preview.png")
    header = (site / "data/preview.png").read_bytes()[16:24]
    size = (int.from_bytes(header[:4], "big"), int.from_bytes(header[4:], "big"))
    assert size == (int(found["og:image:width"]), int(found["og:image:height"]))
