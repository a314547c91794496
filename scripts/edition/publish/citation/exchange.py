"""The citation record in the formats of reference managers: BibTeX, RIS, Citation File Format."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from edition.publish.markup.yaml import value

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
    return "".join(_TEX.get(character, character) for character in one_line(words))


def one_line(words: str) -> str:
    """`words` with every run of white space as one space: a line's end would end a field."""
    return " ".join(words.split())


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
        "url": f"{{{_braceless(item['URL'])}}}" if "URL" in item else "",
        "language": f"{{{_tex(item['language'])}}}",
        "keywords": f"{{{_tex(', '.join(item['keyword'].split('; ')))}}}" if "keyword" in item else "",
        "abstract": f"{{{_tex(item['abstract'])}}}" if "abstract" in item else "",
        "note": f"{{{_tex(item['note'])}}}" if "note" in item else "",
    }
    rows = ",\n".join(f"  {name} = {value}" for name, value in fields.items() if value)
    return f"@techreport{{{item['id']},\n{rows},\n}}\n"


def _braceless(address: str) -> str:
    return one_line(address).replace("{", "%7B").replace("}", "%7D").replace("\\", "%5C")


def ris(item: Item) -> str:
    """RIS. The author ends in a comma: without it, programs take the last word of an institution for a surname.

    RIS knows no uncertain date: `PY` and `DA` stand plain, and `N1` says what they rest on.
    """
    return "".join(f"{tag}  - {one_line(words)}\r\n" for tag, words in _ris(item))


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


def cff(item: Item, edition_title: str, maintainers: str, message: str, url: str | None = None) -> str:
    """Citation File Format 1.2.0: the edition is the cited work, the report the preferred citation.

    CFF knows no uncertain date: `year` and `month` are plain, and `notes` tells where they are from.
    """
    date = date_of(item)
    institution = {"name": item["publisher"], "city": item.get("publisher-place")}
    report = {
        "type": "report",
        "title": item["title"],
        "authors": [{"name": author["literal"]} for author in item["author"]],
        "institution": _present(institution),
        "year": date[0] if date else None,
        "month": date[1] if len(date) > 1 else None,
        "languages": [item["language"]],
        "abstract": item.get("abstract"),
        "url": item.get("URL"),
        "notes": item.get("note"),
    }
    fields = {
        "cff-version": "1.2.0",
        "message": message,
        "title": edition_title,
        "type": "dataset",
        "authors": [{"name": maintainers}],
        "url": url,
    }
    lines = [f"{name}: {value(words)}" for name, words in _present(fields).items()]
    lines.append("preferred-citation:")
    lines += [f"  {name}: {value(words)}" for name, words in _present(report).items()]
    return "\n".join(lines) + "\n"


def _present(fields: Mapping[str, Any]) -> dict[str, Any]:
    return {name: words for name, words in fields.items() if words is not None}
