"""The citation record in the formats of reference managers: BibTeX, RIS, Citation File Format."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

Item = Mapping[str, Any]
MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_TEX: Final = {
    **{character: "\\" + character for character in "&%$#_{}"},
    "\\": "\\textbackslash{}",
    "~": "\\textasciitilde{}",
    "^": "\\textasciicircum{}",
    "–": "--",
    "—": "---",
    "“": "``",
    "”": "''",
    "‘": "`",
    "’": "'",
}


def _tex(words: str) -> str:
    return "".join(_TEX.get(character, character) for character in words)


def date_of(item: Item) -> tuple[int, ...]:
    """Year, month, day, as far as they are known."""
    parts = item.get("issued", {}).get("date-parts", [[]])
    return tuple(parts[0])


def bibtex(item: Item) -> str:
    """BibTeX. The institution stands in double braces, so that no style takes it for a person's name.

    BibTeX knows no uncertain date: the year stands plain, and `note` says what it rests on.
    """
    date = date_of(item)
    author = item["author"][0]["literal"]
    fields = {
        "author": f"{{{{{_tex(author)}}}}}",
        "title": f"{{{{{_tex(item['title'])}}}}}",
        "institution": f"{{{_tex(item['publisher'])}}}",
        "type": f"{{{_tex(item['genre'])}}}",
        "address": f"{{{_tex(item['publisher-place'])}}}" if "publisher-place" in item else "",
        "year": f"{{{date[0]}}}" if date else "",
        "month": MONTHS[date[1] - 1] if len(date) > 1 else "",
        "url": f"{{{item['URL']}}}" if "URL" in item else "",
        "language": f"{{{item['language']}}}",
        "keywords": f"{{{_tex(', '.join(item['keyword'].split('; ')))}}}" if "keyword" in item else "",
        "abstract": f"{{{_tex(item['abstract'])}}}" if "abstract" in item else "",
        "note": f"{{{_tex(item['note'])}}}" if "note" in item else "",
    }
    rows = ",\n".join(f"  {name} = {value}" for name, value in fields.items() if value)
    return f"@techreport{{{item['id']},\n{rows},\n}}\n"


def ris(item: Item) -> str:
    """RIS. The author ends in a comma: without it, programs take the last word of an institution for a surname.

    RIS knows no uncertain date: `PY` and `DA` stand plain, and `N1` says what they rest on.
    """
    return "".join(f"{tag}  - {value}\r\n" for tag, value in _ris(item))


def _ris(item: Item) -> Iterator[tuple[str, str]]:
    date = date_of(item)
    yield "TY", "RPRT"
    yield "ID", item["id"]
    for author in item["author"]:
        yield "AU", f"{author['literal']},"
    yield "TI", item["title"]
    if date:
        yield "PY", str(date[0])
        yield "DA", "/".join([*(f"{part:02}" for part in date), *[""] * (4 - len(date))])
    yield "PB", item["publisher"]
    for tag, name in (
        ("CY", "publisher-place"),
        ("M3", "genre"),
        ("LA", "language"),
        ("UR", "URL"),
        ("AB", "abstract"),
    ):
        if name in item:
            yield tag, item[name]
    for keyword in item.get("keyword", "").split("; "):
        if keyword:
            yield "KW", keyword
    if "note" in item:
        yield "N1", item["note"]
    yield "ER", ""


def cff(item: Item, edition_title: str, url: str | None = None) -> str:
    """Citation File Format 1.2.0: the edition is the cited work, the report the preferred citation.

    CFF knows no uncertain date: `year` and `month` stand plain, and `notes` says what they rest on.
    """
    date = date_of(item)
    lines = [
        "cff-version: 1.2.0",
        "message: Cite the report by its issuing body and title; cite the edition for its numbering, indexes and data.",
        f"title: {_quoted(edition_title)}",
        "type: dataset",
        "authors:",
        "  - name: The maintainers of this edition",
        *([f"url: {_quoted(url)}"] if url else []),
        "preferred-citation:",
        "  type: report",
        f"  title: {_quoted(item['title'])}",
        "  authors:",
        *(f"    - name: {_quoted(author['literal'])}" for author in item["author"]),
        "  institution:",
        f"    name: {_quoted(item['publisher'])}",
        *([f"    city: {_quoted(item['publisher-place'])}"] if "publisher-place" in item else []),
        *([f"  year: {date[0]}"] if date else []),
        *([f"  month: {date[1]}"] if len(date) > 1 else []),
        f"  languages: [{item['language']}]",
        *([f"  abstract: {_quoted(item['abstract'])}"] if "abstract" in item else []),
        *([f"  url: {_quoted(item['URL'])}"] if "URL" in item else []),
        *([f"  notes: {_quoted(item['note'])}"] if "note" in item else []),
    ]
    return "\n".join(lines) + "\n"


def _quoted(words: str) -> str:
    """A double-quoted YAML scalar; JSON's strings are that, too (YAML 1.2, section 1.3)."""
    return re.sub(
        r"[\x7f-\x9f\u2028\u2029]", lambda m: f"\\u{ord(m.group()):04x}", json.dumps(words, ensure_ascii=False)
    )
