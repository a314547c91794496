"""Detectors: generous readings of a text for what its indexes must account for.

Each finds more than the indexes will hold; what is no matter for an index goes on an exclusion list, with the
reason. What they look for is data: of the language (languages/), and of the edition (editorial/detectors.yml).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Final

from edition.editorial import DetectorsFile
from edition.index.languages import Language
from edition.model.values import Found, Passage, Span, Unit, UnitKind
from edition.text.sentences import Sentences

Pattern = re.Pattern[str]

# A find ends where a word ends, and not within a compound.
_WHOLE: Final = r"\b(?![-‐-―]\w)"
_LETTER: Final = re.compile(r"\w")


class Detectors:
    """The detectors for a text in `language`; `more` is what its editors want to be found besides."""

    def __init__(self, language: Language, more: DetectorsFile) -> None:
        self._language = language
        self._more = more
        self._sentences = Sentences(language.abbreviated)
        self._known: dict[str, tuple[Span, ...]] = {}

    @property
    def ready(self) -> frozenset[str]:
        """The detectors that have something to look for."""
        patterns = {
            "date": self._names or self._words,
            "directive": self._cue,
            "abbreviation": self._language.abbreviation,
            "name": self._language.name,
        }
        return frozenset(detector for detector, found in patterns.items() if found)

    def sentences(self, text: str) -> tuple[Span, ...]:
        """The sentences of a unit's text; each text is divided once."""
        if text not in self._known:
            self._known[text] = tuple(self._sentences.of(text))
        return self._known[text]

    def temporal(self, units: Iterable[Unit]) -> Iterator[Found]:
        """Expressions of time: dates, spans, relative words, and nouns of events that imply a date."""
        for unit in units:
            searches = [(self._names, unit.text), (self._words, _lower(unit.text))]
            for span in _first_of([(pattern, text) for pattern, text in searches if pattern]):
                yield _found("date", unit, span)

    def directives(self, units: Iterable[Unit]) -> Iterator[Found]:
        """Sentences that may ask somebody for something."""
        if self._cue is None:
            return
        for unit in units:
            text = _lower(unit.text)
            for span in self.sentences(unit.text) if self._cue.search(text) else ():
                if self._cue.search(text[span.start : span.end]):
                    yield _found("directive", unit, span)

    def abbreviations(self, units: Iterable[Unit]) -> Iterator[Found]:
        """Words that are printed as abbreviations are."""
        if not self._language.abbreviation:
            return
        pattern = re.compile(self._language.abbreviation)
        for unit in units:
            for match in pattern.finditer(unit.text):
                yield _found("abbreviation", unit, Span(*match.span()))

    def names(self, units: Iterable[Unit]) -> Iterator[Found]:
        """Words printed as names are, outside of headings, one by one.

        A word that opens a sentence counts only if the text never has it as an ordinary word.
        """
        if not self._language.name:
            return
        units, pattern = list(units), re.compile(self._language.name)
        ordinary = set[str]()
        if self._language.ordinary:
            ordinary.update(word for unit in units for word in re.findall(self._language.ordinary, unit.text))
        for unit in units:
            if unit.kind is UnitKind.HEADING:
                continue
            openings = {_first_letter(unit.text, span.start) for span in self.sentences(unit.text)}
            if unit.run_in:
                openings.add(_first_letter(unit.text, unit.run_in.span.end))
            for match in pattern.finditer(unit.text):
                opens = match.start() in openings
                if not (opens and match.group().lower() in ordinary):
                    yield _found("name", unit, Span(*match.span()))

    @cached_property
    def _names(self) -> Pattern | None:
        return _any_of([*self._language.date_names, *self._more.dates.names], _WHOLE)

    @cached_property
    def _words(self) -> Pattern | None:
        return _any_of([*self._language.date_words, *self._more.dates.words], _WHOLE)

    @cached_property
    def _cue(self) -> Pattern | None:
        return _any_of([*self._language.cues, *self._more.directives], r"\b")


def _any_of(patterns: list[str], end: str) -> Pattern | None:
    joined = "|".join(f"(?:{pattern})" for pattern in patterns)
    return re.compile(rf"\b(?:{joined}){end}") if joined else None


def _first_of(searches: list[tuple[Pattern, str]]) -> Iterator[Span]:
    """The matches of several patterns, each in a text of the same length, as if they were alternatives of one."""
    at = 0
    upcoming = [pattern.search(text) for pattern, text in searches]
    while any(upcoming):
        span = Span(*min((match.start(), rank, match.end()) for rank, match in enumerate(upcoming) if match)[::2])
        yield span
        at = span.end
        for rank, (pattern, text) in enumerate(searches):
            match = upcoming[rank]
            if match and match.start() < at:
                upcoming[rank] = pattern.search(text, at)


def _lower(text: str) -> str:
    """`text` in lower case, character for character (the few that become two stay as they are)."""
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(low if len(low := char.lower()) == 1 else char for char in text)


def _first_letter(text: str, start: int) -> int:
    match = _LETTER.search(text, start)
    return match.start() if match else start


def _found(detector: str, unit: Unit, span: Span) -> Found:
    return Found(detector, Passage(unit.id, span), unit.text[span.start : span.end])
