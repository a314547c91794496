"""A long report out of a short one: the same words, each followed by a word that follows it in the original."""

from __future__ import annotations

import json
import random
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

PARAGRAPH = 100
CHAPTER = 60
SEED = 5


def words(source: list[str], count: int) -> Iterator[str]:
    """`count` words: a walk over the pairs of `source`, the same on each run."""
    followers: defaultdict[str, list[str]] = defaultdict(list)
    for one, other in zip(source, source[1:] + source[:1], strict=True):
        followers[one].append(other)
    chance = random.Random(SEED)
    word = source[0]
    for _ in range(count):
        yield word
        word = chance.choice(followers[word])


def chapters(data: Path, count: int) -> list[list[str]]:
    """Chapters of paragraphs, `count` words in all, from the words of data/paragraphs.json."""
    rows: list[dict[str, Any]] = json.loads((data / "paragraphs.json").read_text(encoding="utf-8"))
    walk = list(words(" ".join(row["text"] for row in rows).split(), count))
    paragraphs = [" ".join(walk[at : at + PARAGRAPH]) for at in range(0, count, PARAGRAPH)]
    return [paragraphs[at : at + CHAPTER] for at in range(0, len(paragraphs), CHAPTER)]


def write(docs: Path, made: list[list[str]]) -> None:
    """The chapters as pages, and as the set of texts that the search page reads (render/search.py has the form)."""
    (docs / "report").mkdir(parents=True)
    units, number = [], 0
    for n, paragraphs in enumerate(made):
        lines = [f"# Chapter {n + 1}", ""]
        for text in paragraphs:
            number += 1
            units.append([n, text])
            lines += [f"{text}\n{{ .u #p{number} }}", ""]
        (docs / f"report/c{n}.md").write_text("\n".join(lines), encoding="utf-8")
    head = {"noun": ["paragraph", "paragraphs"], "divisions": [[f"c{n}", f"report/c{n}", -1] for n in range(len(made))]}
    value = json.dumps(head | {"units": units}, ensure_ascii=False)
    (docs / "data/search-text.js").write_text(
        f"((globalThis.Desk ??= {{}}).sets ??= {{}}).text = {value};", encoding="utf-8"
    )
