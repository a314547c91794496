"""Reads a PDF of the edition back: words with the size of their type, bookmarks, destinations, links."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from pypdf import PdfReader

TEXT_SIZE, NUMBER_SIZE = 11.0, 8.5
LEAST_HEADING = 12.0


def sized(reader: PdfReader, first: int, last: int) -> Iterator[tuple[str, float, str]]:
    """The words of the pages from index `first` to before `last`, each with size and face."""
    found: list[tuple[str, float, str]] = []

    def note(words: str, _space: Any, _text: Any, font: Any, size: float) -> None:
        if words:
            found.append((words, round(size, 1), str(font["/BaseFont"]) if font else ""))

    for page in reader.pages[first:last]:
        page.extract_text(visitor_text=note)
    return iter(found)


def numbered_paragraphs(reader: PdfReader, first: int, last: int) -> dict[str, str]:
    """The words of each numbered paragraph and item, by id. Labels, marks and heads are smaller, headings larger."""
    units: dict[str, str] = {}
    current = ""
    for words, size, _ in sized(reader, first, last):
        if size == NUMBER_SIZE and words.strip().isdigit():
            current = f"p{words.strip()}"
        elif size >= LEAST_HEADING:
            current = ""
        elif size == TEXT_SIZE and current:
            units[current] = units.get(current, "") + words
    return {name: _one_line(words.replace("•", "")) for name, words in units.items()}


def _one_line(words: str) -> str:
    """Lines end with a space, which may be left out, or behind a dash, a hyphen or a slash."""
    return re.sub(r"\s+", " ", re.sub(r"(?<=[–—/-])\n", "", words)).strip()


def bookmarks(reader: PdfReader, items: Any = None, level: int = 1) -> Iterator[tuple[int, str]]:
    """Level and title of each bookmark."""
    for item in reader.outline if items is None else items:
        if isinstance(item, list):
            yield from bookmarks(reader, item, level + 1)
        else:
            yield level, str(item.title)


def destinations(reader: PdfReader) -> dict[str, int]:
    """The index of the page that each named destination is on."""
    pages = {name: reader.get_destination_page_number(found) for name, found in reader.named_destinations.items()}
    return {name: page for name, page in pages.items() if page is not None}


def links(reader: PdfReader) -> Iterator[tuple[str, str]]:
    """What each link leads to: `name` and a destination's name, `place`, or `address` and a URL."""
    for page in reader.pages:
        for annotation in page.get("/Annots", []):
            link = annotation.get_object()
            if link["/Subtype"] == "/Link":
                target = link.get("/Dest", link.get("/A", {}).get("/D"))
                if isinstance(target, str):
                    yield "name", str(target)
                else:
                    yield ("place", "") if target is not None else ("address", str(link["/A"]["/URI"]))
