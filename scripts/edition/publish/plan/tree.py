"""The divisions of a report as a tree: parents, pages, what is on a page, what comes before and after."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from edition.editorial import DivisionEntry
from edition.model.values import Division


@dataclass(frozen=True)
class Tree:
    """The divisions in reading order, and how they hang together."""

    divisions: tuple[Division, ...]

    @cached_property
    def by_id(self) -> dict[str, Division]:
        return {division.id: division for division in self.divisions}

    @cached_property
    def order(self) -> dict[str, int]:
        """The number of each division in reading order, from 0."""
        return {division.id: number for number, division in enumerate(self.divisions)}

    @cached_property
    def tops(self) -> tuple[Division, ...]:
        """The divisions that are part of no other."""
        return tuple(division for division in self.divisions if division.parent is None)

    @cached_property
    def pages(self) -> tuple[Division, ...]:
        """The divisions that have a page of their own, in reading order."""
        return tuple(division for division in self.divisions if division.is_page)

    def children(self, division: Division) -> tuple[Division, ...]:
        """The divisions that `division` consists of."""
        return tuple(self.by_id[child] for child in division.children)

    def subpages(self, division: Division) -> tuple[Division, ...]:
        """The parts with a page of their own that the page of `division` leads to."""
        return tuple(child for part in self.on_page(division) for child in self.children(part) if child.is_page)

    def page_of(self, division: Division) -> Division:
        """The division on whose page `division` is: itself, or the nearest above it that has a page."""
        while not division.is_page and division.parent:
            division = self.by_id[division.parent]
        return division

    def top_of(self, division: Division) -> Division:
        """The division at the top that `division` is part of, or itself."""
        while division.parent:
            division = self.by_id[division.parent]
        return division

    def on_page(self, division: Division) -> Iterator[Division]:
        """`division` and all parts of it that are on its page, in order, at any depth."""
        yield division
        for child in self.children(division):
            if not child.is_page:
                yield from self.on_page(child)

    def whole(self, division: Division) -> Iterator[Division]:
        """`division` and all its parts at any depth, in order."""
        yield division
        for child in self.children(division):
            yield from self.whole(child)

    def entries(self, entries: Iterable[DivisionEntry]) -> Iterator[DivisionEntry]:
        """The editors' records of divisions at any depth, in order."""
        for entry in entries:
            yield entry
            yield from self.entries(entry.parts)
