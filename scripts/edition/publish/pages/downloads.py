"""The page of the downloads: files of the text, the citation and the data, each with its size and its checksum."""

from __future__ import annotations

import hashlib
import posixpath
from collections.abc import Iterator, Mapping

from edition.publish.citation.record import key
from edition.publish.markup.blocks import Markdown, heading, page, paragraph, table
from edition.publish.markup.markdown import Words, code, joined, line_break, span
from edition.publish.plan.paths import DATA, DOWNLOADS
from edition.publish.view import View


def render(view: View, files: Mapping[str, bytes]) -> Iterator[tuple[str, str]]:
    """The page; `files` are the data files, texts and citations, already made."""
    labels = view.labels
    texts = {
        "text": view.plan.text_file(key(view)),
        "tei": view.plan.tei_file(key(view)),
        "csl": view.plan.data_file("citation.json"),
        "bibtex": view.plan.data_file("citation.bib"),
        "ris": view.plan.data_file("citation.ris"),
        "datapackage": view.plan.data_file("datapackage.json"),
    }
    listed = [(path, labels(f"downloads.file.{name}")) for name, path in texts.items()]
    data = [
        (path, "")
        for path in sorted(files)
        if posixpath.dirname(path) == posixpath.dirname(DATA) and path.endswith((".csv", ".json"))
        if path not in texts.values() and "citation" not in path
    ]
    content = [
        heading(1, labels("downloads.title"), id=view.plan.section(DOWNLOADS, "downloads")),
        paragraph(labels.marked("downloads.intro", command=code("sha256sum")), "editors"),
        heading(2, labels("downloads.texts"), id=view.plan.section(DOWNLOADS, "text")),
        _table(view, files, listed),
        heading(2, labels("downloads.data"), id=view.plan.section(DOWNLOADS, "data-files")),
        paragraph(labels.marked("downloads.fields", data=view.link(DOWNLOADS, labels("downloads.data_page"), DATA))),
        _table(view, files, data),
    ]
    meta = {
        "title": labels("downloads.title"),
        "description": labels("downloads.description"),
        "template": "downloads.html",
    }
    yield DOWNLOADS, page(meta, labels("page.generated"), content)


def size(count: int) -> str:
    """A number of bytes for people: `812 bytes`, `14.2 kB`, `1.3 MB` (SI); never broken between lines."""
    if count < 1000:
        return f"{count}\u00a0bytes"
    return f"{count / 1000:.1f}\u00a0kB" if count < 1_000_000 else f"{count / 1_000_000:.1f}\u00a0MB"


def _table(view: View, files: Mapping[str, bytes], rows: list[tuple[str, str]]) -> Markdown:
    labels = view.labels
    head = [labels("downloads.column.file"), labels("downloads.column.size"), labels("downloads.column.sha256")]
    return table(head, (_row(view, path, files[path], words) for path, words in rows), ["left", "right", "left"])


def _row(view: View, path: str, content: bytes, words: str) -> list[Words]:
    name = view.link(DOWNLOADS, posixpath.basename(path), path)
    said = joined([words, line_break(), name]) if words else name
    return [said, size(len(content)), span(hashlib.sha256(content).hexdigest(), "checksum", element_="code")]
