"""A made-up edition of any size: a witness, glossary, timeline, register and emendations, the same on each run.

The running text is a walk over the word pairs of this project's report; names that are nobody's are strewn in and
carry the entries, so that every quotation is found where the YAML says. Per 1,000 words there are as many entries,
events, entries of the register, exclusions and emendations as the caller asks for by their numbers.
"""

from __future__ import annotations

import hashlib
import json
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from bench.synthetic import PARAGRAPH, SEED, words

Json = dict[str, Any]

KINDS: Final = ("concept", "person", "organisation", "document", "place", "issue")
SYLLABLES: Final = (
    "ba",
    "ro",
    "vi",
    "ten",
    "mu",
    "sal",
    "ko",
    "rin",
    "del",
    "ga",
    "po",
    "zun",
    "ler",
    "ni",
    "fa",
    "hod",
)
SUFFIXES: Final = ("", " Office", " Strait", " Concord", " Board", " Question")
# A name about every sixth word, a page break about every fourth paragraph, an item every ninth.
NAME_SHARE: Final = 1 / 6
BREAK_EVERY: Final = 4
ITEM_EVERY: Final = 9
HEADS: Final = {"recto": "Synthetic Report", "verso": "Made-up Institute"}
AROUND: Final = 6
SOURCE: Final = {
    "id": "made",
    "original": {"title": "A made-up source", "body": "Nobody", "date": "2021", "url": "https://source.test/"},
    "read": "original",
    "kind": "reference",
    "verified": "made up",
}
CITATION: Final = {
    "abstract": "A synthetic report.",
    "keywords": ["synthetic"],
    "place": {"text": "Nowhere", "sources": ["made"]},
}
FILLER: Final = ("--", "in", "the")


@dataclass(frozen=True)
class Size:
    """How large an edition is: words, glossary entries, words in a chapter (None: one chapter)."""

    words: int
    entries: int
    chapter: int | None = 6000

    @property
    def events(self) -> int:
        return self.entries // 3

    @property
    def recommendations(self) -> int:
        return self.entries // 5

    @property
    def emendations(self) -> int:
        return max(1, self.entries // 20)

    @property
    def exclusions(self) -> int:
        return self.entries // 2


@dataclass
class Made:
    """The text as it is made: paragraphs as words, and where the names are (paragraph, first word, form)."""

    paragraphs: list[list[str]] = field(default_factory=list)
    places: dict[str, list[tuple[int, int]]] = field(default_factory=dict)


def plain_words(witness: Path) -> list[str]:
    """The words of a witness's running text, without marks of emphasis and of list items."""
    text = witness.read_text(encoding="utf-8").replace("*", "")
    return [word for line in text.splitlines() if len(line) > 80 for word in line.removeprefix("- ").split()]


def write_edition(root: Path, source: list[str], size: Size, detectors: str = "") -> list[list[str]]:
    """Write source/ and editorial/ below `root`, with `detectors` as editorial/detectors.yml; return the chapters as
    lists of paragraphs.
    """
    made = _text(source, size)
    chapters = _chapters(made, size)
    (root / "source").mkdir(parents=True)
    witness = _witness(made, chapters).encode()
    (root / "source/report.txt").write_bytes(witness)
    _write(root / "source/witness.yml", _witness_record(witness))
    _write(root / "editorial/edition.yml", _edition_record())
    _write(root / "editorial/citation.yml", CITATION)
    _write(root / "editorial/sources/made.yml", {"sources": [SOURCE]})
    _write(root / "editorial/divisions.yml", {"divisions": [_division(n) for n in range(len(chapters))]})
    _write(root / "editorial/emendations.yml", _emendations(made, size))
    for kind, entries in _glossary(made, size).items():
        _write(root / f"editorial/glossary/{kind}s.yml", {"kind": kind, "entries": entries})
    _write(root / "editorial/timeline.yml", _timeline(made, size))
    _write(root / "editorial/recommendations.yml", _register(made, size))
    if detectors:
        (root / "editorial/detectors.yml").write_text(detectors, encoding="utf-8")
    rows = [{"detector": "abbreviation", "form": f"XQ{n}", "reason": "made up"} for n in range(size.exclusions)]
    _write(root / "editorial/exclusions/made.yml", {"exclusions": rows})
    return [[" ".join(made.paragraphs[n]) for n in chapter] for chapter in chapters]


def _write(path: Path, value: Json) -> None:
    """`value` as YAML in block style: a key a line, as editors write it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(_block(value, 0)) + "\n", encoding="utf-8")


def _block(value: Json, depth: int) -> Iterator[str]:
    pad = "  " * depth
    for key, item in value.items():
        if isinstance(item, list) and item and isinstance(item[0], dict):
            yield f"{pad}{key}:"
            for row in item:
                first, *rest = _block(row, depth + 2)
                yield f"{pad}  - {first.lstrip()}"
                yield from rest
        elif isinstance(item, dict):
            yield f"{pad}{key}:"
            yield from _block(item, depth + 1)
        else:
            yield f"{pad}{key}: {json.dumps(item, ensure_ascii=False)}"


def _names(count: int) -> list[str]:
    chance, names = random.Random(SEED), dict[str, None]()
    while len(names) < count:
        stem = "".join(chance.choice(SYLLABLES) for _ in range(chance.randint(3, 5))).capitalize()
        names[stem + SUFFIXES[len(names) % len(SUFFIXES)]] = None
    return list(names)


def _text(source: list[str], size: Size) -> Made:
    """Paragraphs of words with the names strewn in: each at least once, the first ones often."""
    chance, made = random.Random(SEED + 1), Made()
    names = _names(size.entries)
    due = [*names, *(f"XQ{n}" for n in range(size.exclusions)), *(f"erorr{n}" for n in range(size.emendations))]
    chance.shuffle(due)
    step = size.words // (len(due) + 1) * 2 // 3
    paragraph: list[str] = []
    for index, word in enumerate(words(source, size.words), start=1):
        paragraph.append(word)
        name = None
        if index % step == 0 and due:
            name = due.pop()
        elif chance.random() < NAME_SHARE:
            name = names[int(len(names) * chance.random() ** 3)]
        if name:
            made.places.setdefault(name, []).append((len(made.paragraphs), len(paragraph)))
            paragraph += name.split()
        if len(paragraph) >= PARAGRAPH - len(FILLER):
            made.paragraphs.append(_finished(paragraph, len(made.paragraphs)))
            paragraph = []
        if len(made.paragraphs) * PARAGRAPH >= size.words:
            break
    return made


def _finished(paragraph: list[str], number: int) -> list[str]:
    """A paragraph that begins and ends as a sentence does."""
    first = paragraph[0][0].upper() + paragraph[0][1:]
    first = first if first[0].isalpha() else f"Thus{number}"
    return [first, *paragraph[1:], *FILLER, f"end{number}."]


def _chapters(made: Made, size: Size) -> list[range]:
    count = len(made.paragraphs)
    step = max(1, size.chapter // PARAGRAPH) if size.chapter else count
    return [range(at, min(at + step, count)) for at in range(0, count, step)]


def _witness(made: Made, chapters: list[range]) -> str:
    """The witness: headings, paragraphs, items, running heads, paragraphs that a page break interrupts."""
    lines, page = [], 1
    for number, chapter in enumerate(chapters):
        lines.append(_title(number))
        for n in chapter:
            text = ("- " if n % ITEM_EVERY == 0 else "") + " ".join(made.paragraphs[n])
            if n % BREAK_EVERY == 1:
                page += 1
                cut = text.index(" ", len(text) // 2)
                head = HEADS["recto" if page % 2 else "verso"]
                lines += [text[:cut].rstrip(".?!…:;”’\"')] "), head, text[cut + 1 :]]
            else:
                lines.append(text)
    return "\n\n".join(lines) + "\n"


def _title(number: int) -> str:
    return f"Synthetic Chapter {number + 1}"


def _division(number: int) -> Json:
    return {"id": f"c{number + 1}", "title": _title(number), "heading": _title(number), "summary": "Made up."}


def _witness_record(witness: bytes) -> Json:
    heads = [{"side": side, "pattern": re.escape(words)} for side, words in HEADS.items()]
    return {
        "siglum": "S",
        "file": "report.txt",
        "title": "A synthetic report",
        "issuing_body": "Made-up Institute",
        "language": "en",
        "sha256": hashlib.sha256(witness).hexdigest(),
        "obtained": "made up",
        "running_heads": heads,
    }


def _edition_record() -> Json:
    fields = dict.fromkeys(("site_name", "description", "lead", "voice", "notice"), "A synthetic report")
    return {**fields, "inferred_date": "2021-11"}


def _quote(made: Made, name: str, nth: int = 0) -> Json:
    """A locus: the paragraph, and the name with the words around it (never across the gap of a page break)."""
    paragraph, at = made.places[name][nth]
    row = made.paragraphs[paragraph]
    start, end = max(1, at - AROUND), at + len(name.split()) + AROUND
    quote = " ".join(row[start : min(end, len(row) - 4)])
    return {"at": f"p{paragraph + 1}", "quote": quote, "form": name}


def _unique(made: Made, name: str) -> Json | None:
    """A locus of `name` whose quotation holds it once."""
    for nth in range(len(made.places[name])):
        locus = _quote(made, name, nth)
        text = " ".join(made.paragraphs[int(locus["at"][1:]) - 1])
        if "erorr" in locus["quote"]:
            continue
        if text.count(locus["quote"]) == 1 and locus["quote"].count(name) == 1 and _whole(made, locus):
            return locus
    return None


def _whole(made: Made, locus: Json) -> bool:
    """Whether the quotation is not where a page break takes punctuation off."""
    paragraph = int(locus["at"][1:]) - 1
    text = ("- " if paragraph % ITEM_EVERY == 0 else "") + " ".join(made.paragraphs[paragraph])
    cut, at = text.index(" ", len(text) // 2), text.index(locus["quote"])
    return paragraph % BREAK_EVERY != 1 or not at - 3 <= cut <= at + len(locus["quote"]) + 3


def _glossary(made: Made, size: Size) -> dict[str, list[Json]]:
    files: dict[str, list[Json]] = {}
    names = _names(size.entries)
    for number, name in enumerate(names):
        locus = _unique(made, name)
        entry = {
            "id": f"thing{number}",
            "headword": name,
            "variants": [name],
            "definition": {"text": "A made-up thing, for measuring.", "by": "editors", "general": True},
            "senses": [{"sense": f"Made up, the {number}th of its kind, with a few words of what it is.", **locus}]
            if locus
            else [],
            "note": {"text": "A note of the editors on this entry, of a sentence or so.", "sources": []},
            "see": [f"thing{(number * 7 + 1) % len(names)}"],
        }
        if locus:
            files.setdefault(KINDS[number % len(KINDS)], []).append(entry)
    return files


def _timeline(made: Made, size: Size) -> Json:
    events = []
    for number, name in enumerate(_names(size.entries)[:: max(1, size.entries // max(1, size.events))]):
        locus = _unique(made, name)
        if locus:
            day = f"{1950 + number % 70}-{1 + number % 12:02}-{1 + number % 28:02}"
            row = {"id": f"happening{number}", "title": f"Event {number}", "edtf": day, "ground": "stated"}
            events.append({**row, "category": "made", "loci": [locus]})
    return {"categories": [{"id": "made", "label": "Made up"}], "events": events}


def _register(made: Made, size: Size) -> Json:
    entries = []
    names = _names(size.entries)
    for number, name in enumerate(names[1 :: max(1, size.entries // max(1, size.recommendations))]):
        locus = _unique(made, name)
        if locus is None:
            continue
        cue, verb = locus["quote"].split()[:2]
        action = {"text": locus["quote"], "cue": cue, "verb": verb, "polarity": "do"}
        action |= {"addressees": ["somebody"], "themes": ["something"]}
        entry = {
            "id": f"A{number + 1}",
            "at": locus["at"],
            "quote": locus["quote"],
            "class": "demand",
            "actions": [action],
        }
        sentences = re.search(r"[.?!]", locus["quote"])
        if not sentences:
            entries.append(entry)
    return {
        "addressees": [{"id": "somebody", "label": "Somebody"}],
        "themes": [{"id": "something", "label": "Something", "scope": "Made up."}],
        "entries": entries,
    }


def _emendations(made: Made, size: Size) -> Json:
    rows = []
    for number in range(size.emendations):
        wrong = f"erorr{number}"
        paragraph, _ = made.places[wrong][0]
        row = {"id": f"emended-{number}", "at": f"p{paragraph + 1}", "lemma": wrong, "reading": f"error{number}"}
        rows.append({**row, "reason": "A slip made up."})
    dashes = sum(row.count("--") for row in made.paragraphs)
    rule = {"id": "dashes", "label": "Dashes", "find": " -- ", "replace": " – ", "count": dashes, "reason": "Made up."}
    return {"normalisations": [rule], "emendations": rows}
