"""Words of the text and their places: the same rule as the search page's (docs/assets/js/desk/engine.js).

A word begins with a letter or a digit and goes on with letters, digits and marks (Unicode's categories L, N and M); an
apostrophe between two of them belongs to it; a final ’s is a word of its own. Figures that a full stop or a comma
divides are one word. tests/tokeniser/cases.json holds examples for both programs.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise
from typing import Final

from edition.model.values import Unit

_POSSESSIVE: Final = re.compile(r"(?<=.)['’‘ʼ][sS]\Z")
# Accents, and the points of Cyrillic, Hebrew and Arabic; what other scripts write as marks is spelling.
_ACCENT: Final = re.compile(
    "[\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670"
    "\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]"
)
_KNOWN: Final = 1 << 16


@dataclass(frozen=True)
class WordForm:
    """A word: its key (capitals and accents folded), its forms as printed with counts, and its count in each unit."""

    key: str
    forms: tuple[tuple[str, int], ...]
    places: tuple[tuple[str, int], ...]

    @property
    def count(self) -> int:
        return sum(count for _, count in self.forms)

    @property
    def form(self) -> str:
        """The form most often printed."""
        return self.forms[0][0]


def cut(text: str) -> Iterator[str]:
    """The words of `text` in order; a final ’s is a word of its own."""
    for match in _words(_marks(text)).finditer(text):
        tail = _POSSESSIVE.search(match.group())
        if tail:
            yield match.group()[: tail.start()]
            yield tail.group()
        else:
            yield match.group()


def _marks(text: str) -> str:
    """The marks that occur in `text`, each once, in order. `re` knows no categories."""
    if text.isascii():
        return ""
    return "".join(sorted(char for char in set(text) if not char.isascii() and unicodedata.category(char)[0] == "M"))


@cache
def _words(marks: str) -> re.Pattern[str]:
    run = rf"[^\W_](?:[^\W_]|[{re.escape(marks)}])*" if marks else r"[^\W_]+"
    return re.compile(rf"\d+(?:[.,]\d+)+|{run}(?:['’‘ʼ]{run})*")


@lru_cache(maxsize=_KNOWN)
def fold(word: str) -> str:
    """What is compared of a word: no capitals, no accents, one kind of apostrophe."""
    bare = word if word.isascii() else _ACCENT.sub("", unicodedata.normalize("NFD", word))
    return re.sub("[’‘ʼ]", "'", bare.lower())


def word_forms(units: Iterable[Unit]) -> tuple[WordForm, ...]:
    """All words of `units`, by key."""
    forms: dict[str, Counter[str]] = {}
    places: dict[str, Counter[str]] = {}
    for unit in units:
        for word, count in Counter(cut(unit.text)).items():
            key = fold(word)
            forms.setdefault(key, Counter())[word] += count
            places.setdefault(key, Counter())[unit.id] += count
    return tuple(
        WordForm(key, tuple(sorted(found.items(), key=lambda item: (-item[1], item[0]))), tuple(places[key].items()))
        for key, found in sorted(forms.items())
    )


def word_pairs(units: Iterable[Unit]) -> Counter[tuple[str, str]]:
    """How often two words follow each other within a unit, by their keys."""
    pairs: Counter[tuple[str, str]] = Counter()
    for unit in units:
        pairs.update(pairwise(map(fold, cut(unit.text))))
    return pairs
