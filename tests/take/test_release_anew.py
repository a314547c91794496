"""`edition site` on the tiny report: from what was just built, the same bytes from the same input, all or nothing."""

from __future__ import annotations

import io
import json
import os
import shutil
import zipfile
from pathlib import Path

import pytest
from lxml import etree
from paper import bookmarks
from projects import ADDRESS, edition_site, made, tiny_project
from pypdf import PdfReader

from sites import Once

KEY = "hillside-society-unda"


@pytest.fixture(scope="session")
def tiny_released(once: Once) -> Path:
    def make(folder: Path) -> None:
        done = edition_site(tiny_project(folder), "--complete", SITE_URL=ADDRESS)
        assert done.returncode == 0, done.stdout + done.stderr

    return once("tiny-released", make)


@pytest.fixture
def project(tiny_released: Path, tmp_path: Path) -> Path:
    """A copy of the released project, with its site."""
    return shutil.copytree(tiny_released, tmp_path / "a project", copy_function=shutil.copy2)


def all_words(files: dict[str, bytes]) -> dict[str, str]:
    """The words of EPUB, PDF and ZIP, all together in each."""
    words = {".pdf": "".join(page.extract_text() for page in PdfReader(io.BytesIO(files[".pdf"])).pages)}
    for kind in (".epub", ".zip"):
        with zipfile.ZipFile(io.BytesIO(files[kind])) as packed:
            pages = [name for name in packed.namelist() if name.endswith(("html", ".xhtml"))]
            words[kind] = "".join(packed.read(name).decode() for name in pages)
    return words


def replace_in(path: Path, old: str, new: str) -> None:
    words = path.read_text(encoding="utf-8")
    assert old in words
    path.write_text(words.replace(old, new), encoding="utf-8")


def test_the_same_input_gives_the_same_bytes_anywhere(tiny_released: Path, tmp_path: Path) -> None:
    elsewhere = tiny_project(tmp_path / "another name")
    done = edition_site(elsewhere, SITE_URL=ADDRESS, PYTHONHASHSEED="7", TZ="Asia/Tokyo", LC_ALL="C", LANG="C")
    assert done.returncode == 0, done.stderr
    assert made(elsewhere) == made(tiny_released)
    assert len(made(elsewhere)) == 3


def test_what_was_just_written_is_in_every_download(project: Path) -> None:
    """Of docs/ and site/ as they were before, nothing is left: neither an old page nor an old book."""
    replace_in(project / "editorial/glossary/things.yml", "The plan asks care for it.", "Quite another definition.")
    (project / "site/stray.html").write_text("<p>stray</p>", encoding="utf-8")
    assert edition_site(project, SITE_URL=ADDRESS).returncode == 0
    for kind, words in all_words(made(project)).items():
        assert "Quite another definition." in " ".join(words.split()), kind
        assert "The plan asks care for it." not in " ".join(words.split()), kind
    assert not (project / "site/stray.html").exists()


def test_nothing_is_made_again_from_the_same_input(project: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in (project / "site").rglob("*")}
    inode = (project / "site").stat().st_ino
    done = edition_site(project, SITE_URL=ADDRESS)
    assert done.returncode == 0 and "up to date" in done.stdout
    assert {path: path.stat().st_mtime_ns for path in (project / "site").rglob("*")} == before
    assert (project / "site").stat().st_ino == inode


@pytest.mark.parametrize("change", ["a file", "a page", "the template", "the address"])
def test_what_differs_is_made_again(project: Path, change: str) -> None:
    address = ADDRESS
    if change == "a file":
        (project / f"site/downloads/{KEY}.epub").write_bytes(b"not a book")
    elif change == "a page":
        replace_in(project / "docs/about/policy.md", "# ", "# Changed: ")
    elif change == "the template":
        replace_in(project / "overrides/base.html", "<head>", "<head><!-- changed -->")
    else:
        address = "https://elsewhere.test/"
    done = edition_site(project, "--complete", SITE_URL=address)
    assert done.returncode == 0 and "up to date" not in done.stdout
    with zipfile.ZipFile(project / f"site/downloads/{KEY}.epub") as packed:
        assert packed.namelist()[0] == "mimetype"


def test_pages_that_cannot_be_built_leave_the_site_as_it_was(project: Path) -> None:
    """MkDocs' own words are said, and no traceback."""
    before = {path: path.read_bytes() for path in (project / "site").rglob("*") if path.is_file()}
    page = project / "docs/about/policy.md"
    page.write_text(f"{page.read_text(encoding='utf-8')}\n[x](index.md#nowhere)\n", encoding="utf-8")
    done = edition_site(project, SITE_URL=ADDRESS)
    assert done.returncode == 1
    assert "nowhere" in done.stderr and "Traceback" not in done.stderr
    assert {path: path.read_bytes() for path in (project / "site").rglob("*") if path.is_file()} == before
    assert not list(project.glob(".site-*[!n]"))


def test_what_cannot_be_made_is_said_and_not_listed(project: Path, tmp_path: Path) -> None:
    """Without its library, PDF is left out with the reason, no page links to it, and a complete release fails."""
    (tmp_path / "broken").mkdir()
    (tmp_path / "broken/typst.py").write_text("raise ImportError('no typst here')\n", encoding="utf-8")
    path = os.pathsep.join([str(tmp_path / "broken"), *filter(None, [os.environ.get("PYTHONPATH")])])
    replace_in(project / "editorial/glossary/things.yml", "The plan asks care for it.", "Quite another definition.")
    done = edition_site(project, "--complete", PYTHONPATH=path, SITE_URL=ADDRESS)
    assert done.returncode == 1
    assert "PDF is missing from the downloads: no typst here" in done.stderr
    assert not list((project / "site").rglob("*.pdf"))
    for name in ("downloads/index.html", "report/full-text/index.html"):
        words = (project / "site" / name).read_text(encoding="utf-8")
        assert ".pdf" not in words and "@PDF" not in words
    assert f"{KEY}.epub" in (project / "site/downloads/index.html").read_text(encoding="utf-8")
    again = edition_site(project, PYTHONPATH=path, SITE_URL=ADDRESS)
    assert again.returncode == 0 and "PDF is missing" in again.stderr


PAYLOAD = "<b>B</b> & #set *a* _b_ $c$ @d `e` ]]> \"q\" 'r' // = - [x] שלום \N{MATHEMATICAL SCRIPT CAPITAL A} {{ y }}"


def test_what_editors_write_is_text_in_every_book(project: Path) -> None:
    """Headword, definition, note and notice, from the editors' file to EPUB and PDF."""
    quoted = json.dumps(PAYLOAD, ensure_ascii=False)
    # In prose a brace begins a reference, and two are one brace.
    prose = json.dumps(PAYLOAD.replace("{", "{{").replace("}", "}}"), ensure_ascii=False)
    things, societies = (project / f"editorial/glossary/{name}.yml" for name in ("things", "societies"))
    replace_in(things, "headword: old tree", f"headword: {quoted}")
    replace_in(things, "sense: The plan asks care for it., at", f"sense: {prose}, at")
    replace_in(societies, "text: Invented for the tests.", f"text: {prose}")
    replace_in(project / "editorial/edition.yml", "notice: Invented; in the public domain.", f"notice: {quoted}")
    done = edition_site(project, "--complete", SITE_URL=ADDRESS)
    assert done.returncode == 0, done.stderr
    files = made(project)
    with zipfile.ZipFile(io.BytesIO(files[".epub"])) as packed:
        pages = [etree.fromstring(packed.read(name)) for name in packed.namelist() if name.endswith(".xhtml")]
    shown = "".join("".join(map(str, page.itertext())) for page in pages)
    assert shown.count(PAYLOAD) >= 4
    reader = PdfReader(io.BytesIO(files[".pdf"]))
    assert PAYLOAD in [title for _, title in bookmarks(reader)]
    words = "".join("".join(page.extract_text() for page in reader.pages).split())
    assert words.count("".join(PAYLOAD.partition("שלום")[0].split())) >= 4


def test_a_time_that_is_none_is_refused(project: Path) -> None:
    done = edition_site(project, SITE_URL=ADDRESS, SOURCE_DATE_EPOCH="yesterday")
    assert done.returncode == 1
    assert "SOURCE_DATE_EPOCH is “yesterday”" in done.stderr and "Traceback" not in done.stderr
