"""An independent count: reads the witness and the published record of operations, and shares no code with the engine
or with the page's scripts. Plain on purpose: it tries every stretch of words that is short enough.
"""

from __future__ import annotations

import itertools
import json
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from conftest import ROOT

APOSTROPHES = "'’‘ʼ"
DASHES = "-‐‑‒–—―−"


@dataclass(frozen=True)
class Word:
    start: int
    end: int
    text: str


@dataclass(frozen=True)
class Asked:
    """What a query asks, written by hand: groups of clauses; of each group one clause has to be in the paragraph.

    A clause is a list of words, `*` being any letters; a dash between two of them stands for a dash in the text. With
    `near`, the words may stand in any order with so many others among them.
    """

    groups: Sequence[Sequence[Sequence[str]]]
    near: int | None = None
    case: bool = False
    accents: bool = False
    marks: bool = False


@cache
def paragraphs() -> tuple[str, ...]:
    """The numbered paragraphs, from the witness: operations applied, headings and front matter out."""
    text = (ROOT / "source/report.txt").read_text(encoding="utf-8")
    for operation in sorted(json.loads((ROOT / "docs/data/operations.json").read_text()), key=lambda o: -o["start"]):
        text = text[: operation["start"]] + operation["reading"] + text[operation["end"] :]
    blocks = [line.strip() for line in text.split("\n") if line.strip()]
    others = [row["text"] for row in json.loads((ROOT / "docs/data/front-matter.json").read_text())]
    for other in others:
        blocks.remove(other)
    return tuple(blocks)


def is_letter(char: str) -> bool:
    return unicodedata.category(char)[0] in "LMN"


@cache
def words(text: str) -> tuple[Word, ...]:
    """Character by character: letters run on; an apostrophe between letters and a point between digits join."""
    found, at = [], 0
    while at < len(text):
        if not is_letter(text[at]):
            at += 1
            continue
        start = at
        while at < len(text):
            inside = is_letter(text[at])
            between = 0 < at < len(text) - 1 and is_letter(text[at - 1]) and is_letter(text[at + 1])
            apostrophe = between and text[at] in APOSTROPHES
            number = between and text[at] in ".," and text[start:at].replace(",", "").replace(".", "").isdigit()
            if not (inside or apostrophe or (number and text[at + 1].isdigit())):
                break
            at += 1
        run = text[start:at]
        if len(run) > 2 and run[-1] in "sS" and run[-2] in APOSTROPHES:
            found += [Word(start, at - 2, run[:-2]), Word(at - 2, at, run[-2:])]
        else:
            found.append(Word(start, at, run))
    return tuple(found)


def folded(word: str, asked: Asked) -> str:
    return _folded(word, asked.case, asked.accents, asked.marks)


@cache
def _folded(word: str, case: bool, accents: bool, marks: bool) -> str:
    if not accents:
        word = "".join(c for c in unicodedata.normalize("NFD", word) if unicodedata.category(c)[0] != "M")
    word = unicodedata.normalize("NFC", word)
    if not marks:
        word = word.translate(dict.fromkeys(map(ord, APOSTROPHES), "'"))
    return word if case else word.lower()


def same(pattern: str, word: str, asked: Asked) -> bool:
    return _same(folded(pattern, asked), folded(word, asked))


@cache
def _same(pattern: str, word: str) -> bool:
    return re.fullmatch(".*".join(map(re.escape, pattern.split("*"))), word, re.DOTALL) is not None


def clause_hits(clause: Sequence[str], text: str, asked: Asked) -> list[tuple[int, int]]:
    """The hits of one clause, as numbers of first word and word after the last; none shares a word with another."""
    tokens = words(text)
    wanted = [item for item in clause if item not in DASHES]
    longest = len(wanted) + (asked.near or 0)
    hits: list[tuple[int, int]] = []
    free = 0
    for end in range(1, len(tokens) + 1):
        for start in range(end - 1, max(free, end - longest) - 1, -1):
            if fits(clause, wanted, tokens[start:end], text, asked):
                hits.append((start, end))
                free = end
                break
    return hits


def fits(clause: Sequence[str], wanted: Sequence[str], tokens: Sequence[Word], text: str, asked: Asked) -> bool:
    if asked.near is not None and len(wanted) > 1:
        if not len(wanted) <= len(tokens) <= len(wanted) + asked.near:
            return False
        if not all(any(same(pattern, token.text, asked) for token in tokens) for pattern in wanted):
            return False
        return any(
            all(same(pattern, token.text, asked) for pattern, token in zip(wanted, chosen, strict=True))
            for chosen in itertools.permutations(tokens, len(wanted))
        )
    if len(tokens) != len(wanted):
        return False
    if not all(same(pattern, token.text, asked) for pattern, token in zip(wanted, tokens, strict=True)):
        return False
    gaps = iter(itertools.pairwise(tokens))
    for before, item in itertools.pairwise(clause):
        if before in DASHES:
            continue
        one, other = next(gaps)
        printed = text[one.end : other.start]
        if item in DASHES and (printed != item if asked.marks else printed not in tuple(DASHES)):
            return False
        if asked.marks and item not in DASHES and not item.startswith(tuple(APOSTROPHES)) and printed != " ":
            return False
    return True


def lines(asked: Asked, numbers: range | None = None) -> list[tuple[int, int, int]]:
    """Every hit: paragraph, first character, character after the last."""
    found = []
    for number, text in enumerate(paragraphs(), 1):
        if numbers and number not in numbers:
            continue
        by_group = [[clause_hits(clause, text, asked) for clause in group] for group in asked.groups]
        if not all(any(group) for group in by_group):
            continue
        free = -1
        every = {hit for group in by_group for hits in group for hit in hits}
        for start, end in sorted(every, key=lambda hit: (hit[0], -hit[1])):
            if start >= free:
                free = end
                found.append((number, words(text)[start].start, words(text)[end - 1].end))
    return found
