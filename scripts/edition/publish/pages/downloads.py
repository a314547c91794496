"""The edition to take away: the text formats, and the page that lists all files with their sizes and checksums."""

from __future__ import annotations

import hashlib
import posixpath
from collections.abc import Iterator, Mapping
from typing import Final

from edition.publish.data import datapackage
from edition.publish.formats import plain, tei
from edition.publish.markup.markdown import link
from edition.publish.pages import cite
from edition.publish.plan import DOWNLOADS, View, front

FORMATS: Final = (
    ("downloads/{key}.txt", "Plain text", "a line for each paragraph, with its number"),
    (
        "downloads/{key}.xml",
        "TEI P5",
        "the text with page breaks, running heads, apparatus, names and dates; the glossary",
    ),
    ("data/citation.json", "CSL-JSON", "the citation record"),
    ("data/citation.bib", "BibTeX", "the citation record"),
    ("data/citation.ris", "RIS", "the citation record"),
    ("data/datapackage.json", "Data Package", "describes the data files below, as Frictionless has it"),
)


def render(view: View, files: Mapping[str, bytes]) -> Iterator[tuple[str, bytes]]:
    """The text formats and the page; `files` are the data files and citations, already made."""
    key = cite.key(view)
    made = {
        f"downloads/{key}.txt": plain.render(view).encode(),
        f"downloads/{key}.xml": tei.render(view).encode(),
        datapackage.NAME: datapackage.render(view, files).encode(),
    }
    yield from made.items()
    yield DOWNLOADS, _page(key, {**files, **made}).encode()


def size(count: int) -> str:
    """A number of bytes for people: `812 bytes`, `14.2 kB`, `1.3 MB` (SI); never broken between lines."""
    if count < 1000:
        return f"{count}\u00a0bytes"
    return f"{count / 1000:.1f}\u00a0kB" if count < 1_000_000 else f"{count / 1_000_000:.1f}\u00a0MB"


def _page(key: str, files: Mapping[str, bytes]) -> str:
    intro = (
        "Paragraphs have the same ids and numbers in every file. A checksum is the SHA-256 of the file: what "
        "you have is what was published, if `sha256sum` gives the same."
    )
    blocks = ["# Downloads { #downloads }", f"{intro}\n{{ .editors }}"]
    listed = [(path.format(key=key), label, words) for path, label, words in FORMATS]
    blocks += ["## Text and citation { #text }", _table(files, listed)]
    names = sorted(path for path in files if path.startswith("data/") and path.count("/") == 1)
    data = [(name, "", "") for name in names if name.endswith((".csv", ".json")) and "citation" not in name]
    blocks += [
        "## Data { #data-files }",
        f"What the fields mean stands on the page about the {link('data', '../data/index.md')}.",
    ]
    blocks.append(_table(files, [row for row in data if row[0] != datapackage.NAME]))
    description = "The edition in other formats, with sizes and checksums."
    return front("Downloads", description, template="downloads.html") + "\n\n".join(blocks) + "\n"


def _table(files: Mapping[str, bytes], rows: list[tuple[str, str, str]]) -> str:
    lines = ["| File | Size | SHA-256 |", "| --- | ---: | --- |"]
    for path, label, words in rows:
        name = link(posixpath.basename(path), posixpath.relpath(path, "downloads"))
        said = f"{label}: {words}<br>" if label else ""
        digest = hashlib.sha256(files[path]).hexdigest()
        lines.append(f'| {said}{name} | {size(len(files[path]))} | <code class="checksum">{digest}</code> |')
    return "\n".join(lines)
