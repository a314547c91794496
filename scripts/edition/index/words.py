"""Words of the text and their places: the same rule as the search page's (docs/assets/js/desk/engine.js)."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from edition.model.values import Unit

_LETTER: Final = "(?:[^\\W_]|[\u0300-\u036f])"
_WORD: Final = re.compile(rf"\d+(?:[.,]\d+)+|{_LETTER}+(?:['’‘ʼ]{_LETTER}+)*")
_POSSESSIVE: Final = re.compile(r"(?<=.)['’‘ʼ][sS]\Z")


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
    for match in _WORD.finditer(text):
        tail = _POSSESSIVE.search(match.group())
        if tail:
            yield match.group()[: tail.start()]
            yield tail.group()
        else:
            yield match.group()


def fold(word: str) -> str:
    """What is compared of a word: no capitals, no accents, one kind of apostrophe."""
    bare = "".join(char for char in unicodedata.normalize("NFD", word) if not unicodedata.combining(char))
    return re.sub("[’‘ʼ]", "'", bare.lower())


def word_forms(units: Iterable[Unit]) -> tuple[WordForm, ...]:
    """All words of `units`, by key."""
    forms: dict[str, Counter[str]] = {}
    places: dict[str, Counter[str]] = {}
    for unit in units:
        for word in cut(unit.text):
            forms.setdefault(fold(word), Counter())[word] += 1
            places.setdefault(fold(word), Counter())[unit.id] += 1
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
