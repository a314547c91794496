"""The one inversion: from mentions in units to entries with their places, counts, lines and dispersion.

Links in the text, back-links, counts, KWIC lines, dispersion and the lists at the end of a chapter are all read from
here, so they cannot disagree.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from edition.index.words import WordForm, word_forms
from edition.model.values import Division, Mention, Unit, UnitKind

WIDTH: Final = 60
_WORD: Final = re.compile(r"\S+")


@dataclass(frozen=True)
class Kwic:
    """A keyword in context: the words around a mention, cut at word boundaries."""

    left: str
    keyword: str
    right: str
    mention: Mention


@dataclass(frozen=True)
class Concordance:
    """Mentions, inverted. `units` are in reading order; `linkable` are the entries linked in running text."""

    units: tuple[Unit, ...]
    divisions: tuple[Division, ...]
    mentions: tuple[Mention, ...]
    linkable: frozenset[str]

    @cached_property
    def unit(self) -> dict[str, Unit]:
        return {unit.id: unit for unit in self.units}

    @cached_property
    def of_entry(self) -> dict[str, tuple[Mention, ...]]:
        return _grouped(self.mentions, lambda mention: mention.entry)

    @cached_property
    def in_unit(self) -> dict[str, tuple[Mention, ...]]:
        return _grouped(self.mentions, lambda mention: mention.unit)

    @cached_property
    def linked(self) -> frozenset[Mention]:
        """The mentions that are links in running text: the first of each entry in each division."""
        seen: set[tuple[str, str]] = set()
        chosen = []
        for mention in self.mentions:
            unit = self.unit[mention.unit]
            key = (unit.division, mention.entry)
            in_head = unit.run_in is not None and unit.run_in.span.overlaps(mention.span)
            if mention.entry not in self.linkable or key in seen or in_head or not may_link(unit):
                continue
            seen.add(key)
            chosen.append(mention)
        return frozenset(chosen)

    @cached_property
    def word_forms(self) -> tuple[WordForm, ...]:
        """All words of the numbered units, by key."""
        return word_forms(unit for unit in self.units if unit.numbered)

    def count(self, entry: str) -> int:
        """How often an entry is mentioned."""
        return len(self.of_entry.get(entry, ()))

    def forms(self, entry: str) -> list[tuple[str, int]]:
        """The forms of an entry as printed, each with its count, most frequent first."""
        counts = Counter(mention.form for mention in self.of_entry.get(entry, ()))
        return sorted(counts.items(), key=lambda item: (-item[1], item[0]))

    def by_division(self, entry: str) -> dict[str, int]:
        """How often an entry is mentioned in each division, front matter under an empty id."""
        return dict(Counter(self.unit[mention.unit].division for mention in self.of_entry.get(entry, ())))

    @cached_property
    def _in_division(self) -> dict[str, Counter[str]]:
        counts: dict[str, Counter[str]] = {}
        for mention in self.mentions:
            counts.setdefault(self.unit[mention.unit].division, Counter())[mention.entry] += 1
        return counts

    def kwic(self, mention: Mention) -> Kwic:
        """The mention in its context."""
        text, span = self.unit[mention.unit].text, mention.span
        left, right = text[max(0, span.start - WIDTH) : span.start], text[span.end : span.end + WIDTH]
        if span.start > WIDTH:
            left = "…" + re.sub(r"^\S*\s", "", left)
        if len(text) - span.end > WIDTH:
            right = re.sub(r"\s\S*$", "", right) + "…"
        return Kwic(left, mention.form, right, mention)

    @cached_property
    def _word_starts(self) -> dict[str, array[int]]:
        """Of each unit the offsets at which its words (what white space divides) begin."""
        return {unit.id: array("i", (match.start() for match in _WORD.finditer(unit.text))) for unit in self.units}

    @cached_property
    def _begins(self) -> dict[str, int]:
        begins, total = {}, 0
        for unit, starts in self._word_starts.items():
            begins[unit] = total
            total += len(starts)
        return begins

    def begin(self, unit: str) -> int:
        """How many words are before a unit."""
        return self._begins[unit]

    def length(self, unit: str) -> int:
        """The words of a unit."""
        return len(self._word_starts[unit])

    @cached_property
    def words(self) -> int:
        """The words of the text."""
        return sum(map(len, self._word_starts.values()))

    @cached_property
    def _of_division(self) -> dict[str, tuple[int, int | None]]:
        """Of each division, all its parts counted, the words and where they begin (None: it has no unit)."""
        found: dict[str, tuple[int, int | None]] = {}
        # Parts come after what they are part of.
        for division in reversed(self.divisions):
            parts = [found[child] for child in division.children]
            words = sum(map(self.length, division.units)) + sum(length for length, _ in parts)
            begins = [*map(self.begin, division.units[:1]), *(begin for _, begin in parts if begin is not None)]
            found[division.id] = (words, min(begins, default=None))
        return found

    @cached_property
    def _dispersions(self) -> dict[str, tuple[float, ...]]:
        whole = max(1, self.words)
        return {
            entry: tuple(
                (self._begins[mention.unit] + bisect_left(self._word_starts[mention.unit], mention.span.start)) / whole
                for mention in mentions
            )
            for entry, mentions in self.of_entry.items()
        }

    def dispersion(self, entry: str) -> tuple[float, ...]:
        """Where in the text an entry is mentioned: for each mention the share of the words that are before it."""
        return self._dispersions.get(entry, ())


def may_link(unit: Unit) -> bool:
    """Links stand in running text, not in headings or title lines."""
    return unit.numbered or (unit.kind is UnitKind.FRONT and unit.text.endswith((".", "!", "?")))


def _grouped(mentions: Iterable[Mention], key: Callable[[Mention], str]) -> dict[str, tuple[Mention, ...]]:
    groups: dict[str, list[Mention]] = {}
    for mention in mentions:
        groups.setdefault(key(mention), []).append(mention)
    return {name: tuple(group) for name, group in groups.items()}
