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

# Shown on the word index, so that readers can judge what its first lists leave out.
FUNCTION_WORDS: Final = frozenset(
    """
    a about above after again against all also although am among an and another any are as at be because been before
    being below between both but by can could did do does doing down during each either even every few for from
    further had has have having he her here hers him his how however i if in into is it its itself just may me might
    more most must my neither no nor not of off on once one only or other our ours out over own per rather same
    shall she should since so some such than that the their theirs them then there therefore these they this those
    through thus to too toward towards under until up upon very was we were what when where whether which while who
    whom whose why will with within without would yet you your 's
    """.split()  # noqa: SIM905 - a list of 170 literals hides what it says
)


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
