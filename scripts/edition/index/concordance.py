"""The one inversion: from mentions in units to entries with their places, counts, lines and dispersion.

Links in the text, back-links, counts, KWIC lines, dispersion and the lists at the end of a chapter are all read from
here, so they cannot disagree.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property

from edition.index.words import WordForm, word_forms
from edition.model.values import Division, Mention, Unit, UnitKind

WIDTH = 60


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

    def in_divisions(self, divisions: Iterable[str]) -> list[tuple[str, int]]:
        """The entries mentioned in any of `divisions`, with counts, by id."""
        wanted = set(divisions)
        counts = Counter(m.entry for m in self.mentions if self.unit[m.unit].division in wanted)
        return sorted(counts.items())

    def kwic(self, mention: Mention) -> Kwic:
        """The mention in its context."""
        text, span = self.unit[mention.unit].text, mention.span
        left, right = text[: span.start], text[span.end :]
        if len(left) > WIDTH:
            left = "…" + re.sub(r"^\S*\s", "", left[-WIDTH:])
        if len(right) > WIDTH:
            right = re.sub(r"\s\S*$", "", right[:WIDTH]) + "…"
        return Kwic(left, mention.form, right, mention)

    @cached_property
    def _starts(self) -> dict[str, int]:
        starts, total = {}, 0
        for unit in self.units:
            starts[unit.id] = total
            total += len(unit.text.split())
        return starts

    def begin(self, unit: str) -> int:
        """How many words stand before a unit."""
        return self._starts[unit]

    @cached_property
    def words(self) -> int:
        """The words of the text."""
        return sum(len(unit.text.split()) for unit in self.units)

    def dispersion(self, entry: str) -> tuple[float, ...]:
        """Where in the text an entry is mentioned: for each mention the share of the words that stand before it."""
        places = []
        for mention in self.of_entry.get(entry, ()):
            before = len(self.unit[mention.unit].text[: mention.span.start].split())
            places.append((self._starts[mention.unit] + before) / max(1, self.words))
        return tuple(places)


def may_link(unit: Unit) -> bool:
    """Links stand in running text, not in headings or title lines."""
    return unit.numbered or (unit.kind is UnitKind.FRONT and unit.text.endswith((".", "!", "?")))


def _grouped(mentions: Iterable[Mention], key: Callable[[Mention], str]) -> dict[str, tuple[Mention, ...]]:
    groups: dict[str, list[Mention]] = {}
    for mention in mentions:
        groups.setdefault(key(mention), []).append(mention)
    return {name: tuple(group) for name, group in groups.items()}
