"""EPUB and PDF of texts that are full of what other formats take for markup: it comes out as text."""

from __future__ import annotations

import io
import re
import unicodedata
import zipfile
from html import escape
from typing import Any

import pytest
from lxml import etree
from paper import bookmarks, destinations, links
from pypdf import PdfReader

from edition.publish.labels import labels
from edition.publish.plan.plan import Paged
from edition.release import book, epub, offline, pdf
from sites import ROOT

PAYLOADS = {
    "html": "<b>bold</b> & <script>alert(1)</script> &amp; &lt;",
    "cdata": "<![CDATA[ x ]]> ]]> <!-- y -->",
    "typst": "#set page(width: 1cm) *a* _b_ $c$ @d `e` // f = g - h [i] {j} ~ \\ /* k */ #x <label>",
    "quotes": '"a" \'b\' “c” ‘d’ \\" \\u{41} \\n %s {0}',
    "template": "{{ config }} {% raw %} ${x} %(y)s",
    "rtl": "abc שלום def \N{RIGHT-TO-LEFT OVERRIDE}ghi\N{POP DIRECTIONAL FORMATTING} jkl",
    "astral": "math \N{MATHEMATICAL SCRIPT CAPITAL A} done",
    "zero-width": "a\N{ZERO WIDTH SPACE}b\N{ZERO WIDTH NO-BREAK SPACE}c\N{SOFT HYPHEN}d",
}
EPOCH = 1_700_000_000
LABELS = labels("en")
LISTED = [Paged(((page, ()),)) for page in ("report/full-text.md", "glossary/concepts.md")]


def site_of(words: str) -> dict[str, bytes]:
    """A site of two pages, with `words` wherever text can be."""
    shown, quoted = escape(words, quote=False), escape(words)
    text = f"""<h1 id="title">{shown}</h1><h2 id="part">{shown}</h2>
        <p class="u" id="p1"><a class="pn" href="#p1">1</a> One {shown} two <em>{shown}</em>
        <a class="term" href="../../glossary/concepts/#entry" title="{quoted}">{shown}</a>
        <span class="pb" id="page-2" data-page="2" role="doc-pagebreak"></span>three</p>"""
    entry = f"""<h1 id="kind">Concepts</h1><section class="entry"><h2 id="entry">{shown}</h2>
        <p class="note"><strong>{shown}</strong> <code>{shown}</code> <a href="https://edition.test/?q={quoted}">x</a>
        <a href="javascript:alert(1)">y</a></p>
        <ul><li>{shown}</li></ul><blockquote>{shown}</blockquote>
        <table><tr><th>{shown}</th></tr><tr><td>{shown}</td></tr></table></section>"""
    fonts = {f"assets/fonts/{name}": (ROOT / f"docs/assets/fonts/{name}").read_bytes() for name in ("text.woff2",)}
    return {
        "report/full-text/index.html": f"<!doctype html><article>{text}</article>".encode(),
        "glossary/concepts/index.html": f"<!doctype html><article>{entry}</article>".encode(),
        **fonts,
    }


def item_of(words: str) -> dict[str, Any]:
    return {
        "id": "key",
        "type": "report",
        "title": words,
        "author": [{"literal": words}],
        "publisher": words,
        "language": "en",
        "abstract": words,
        "keyword": words,
    }


def pdf_of(site: dict[str, bytes], item: dict[str, Any], notice: str) -> tuple[bytes, str]:
    return pdf.make(book.sections(site, LISTED, LABELS), item, notice, site, EPOCH, LABELS)


def squeezed(words: str) -> str:
    """Without what no page shows: white space, and characters that only direct or divide others."""
    return "".join(c for c in words if not c.isspace() and unicodedata.category(c) != "Cf")


@pytest.mark.parametrize("words", PAYLOADS.values(), ids=PAYLOADS.keys())
def test_epub_shows_any_text_as_text(words: str) -> None:
    content = epub.make(book.sections(site_of(words), LISTED, LABELS), item_of(words), words, EPOCH, LABELS)
    pages: dict[str, etree._Element] = {}
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        for name in packed.namelist():
            if name.endswith((".xhtml", ".opf", ".xml")):
                pages[name] = etree.fromstring(packed.read(name))
    found = {e.get("id"): "".join(map(str, e.itertext())) for page in pages.values() for e in page.iter()}
    assert found["entry"] == words
    assert found["p1"].count(words) == 3
    titles = [str(e.text) for e in pages["EPUB/package.opf"].iter("{http://purl.org/dc/elements/1.1/}title")]
    assert titles == [words]
    names = {etree.QName(e).localname for page in pages.values() for e in page.iter()}
    assert not {"script", "b", "label"} & names
    assert not [e for page in pages.values() for e in page.iter() if (e.get("href") or "").startswith("javascript")]


@pytest.mark.parametrize("words", PAYLOADS.values(), ids=PAYLOADS.keys())
def test_pdf_shows_any_text_as_text(words: str) -> None:
    content, unknown = pdf_of(site_of(words), item_of(words), words)
    reader = PdfReader(io.BytesIO(content))
    assert not unknown
    # PDF/UA-1 refuses the older of the two characters for the same.
    kept = words.replace("\N{ZERO WIDTH NO-BREAK SPACE}", "\N{WORD JOINER}")
    assert reader.metadata and reader.metadata.title == kept
    assert list(bookmarks(reader)) == [(1, "Contents"), (1, kept), (1, "Concepts"), (2, kept)]
    assert {"p1", "page-2", "part", "entry", "kind"} <= destinations(reader).keys()
    addresses = {target for kind, target in links(reader) if kind == "address"}
    assert len(addresses) == 1 and addresses.pop().startswith("https://edition.test/?q=")
    shown = squeezed("".join(page.extract_text() for page in reader.pages))
    if any(unicodedata.bidirectional(c) in ("R", "AL", "RLO") for c in words):
        # Their order on the page is not that of the text: the letters have to be there.
        assert set(squeezed(words)) <= set(shown)
    else:
        assert shown.count(squeezed(words)) >= 10


def test_pdf_prints_the_code_point_of_a_letter_that_no_font_has() -> None:
    words = "x\U00030000y"
    content, unknown = pdf_of(site_of(words), item_of("Title"), "")
    assert unknown == "\U00030000"
    shown = squeezed("".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages))
    assert "x[U+30000]y" in shown


def test_pdf_keeps_ranks_of_headings_without_a_gap() -> None:
    """The standard refuses a PDF where a rank is left out (ISO 14289-1, 7.4.2)."""
    site = site_of("Words")
    site["glossary/concepts/index.html"] = b'<article><h1 id="a">A</h1><h4 id="b">B</h4><h2 id="c">C</h2></article>'
    content, _ = pdf_of(site, item_of("Title"), "")
    found = list(bookmarks(PdfReader(io.BytesIO(content))))
    assert found[-3:] == [(1, "A"), (2, "B"), (2, "C")]


MODULES = [
    ('import { a } from "./other.js";\nexport const b = a;\n', 'const { a } = $use("other");'),
    ('import("./other.js").then(go);\n', 'Promise.resolve().then(() => $use("other")).then(go);'),
]


@pytest.mark.parametrize(("source", "wanted"), MODULES)
def test_modules_become_one_classic_script(source: str, wanted: str) -> None:
    modules = {"assets/js/entry.js": source, "assets/js/other.js": "export const a = 1;\n"}
    script = offline.classic(modules, "entry")
    assert wanted in script and not re.search(r"^\s*(?:import|export)\b", script, re.MULTILINE)


def test_a_module_in_an_unknown_form_is_refused() -> None:
    with pytest.raises(ValueError, match=r"entry\.js"):
        offline.classic({"assets/js/entry.js": "export default 1;\n"}, "entry")
