"""What is laid on the text, unit by unit: dates, emendations, page breaks, entries of the register."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from edition.index.edition import Edition, ResolvedEvent, ResolvedRecommendation
from edition.model.values import Operation, OperationKind, Span, Unit


@dataclass(frozen=True)
class Layers:
    """Look-ups by unit over all of an edition; each is made on first use, in one pass."""

    edition: Edition

    @cached_property
    def emendations(self) -> dict[str, Operation]:
        """The emendations by the id of their operation."""
        operations = self.edition.text.operations
        return {item.id: item for item in operations if item.kind is OperationKind.EMENDATION}

    @cached_property
    def _begin_pages(self) -> frozenset[str]:
        units = self.edition.text.units
        return frozenset(unit.id for before, unit in pairwise(units) if before.last_page < unit.page)

    def begins_page(self, unit: Unit) -> bool:
        """Whether a page of the received text begins with `unit`."""
        return unit.id in self._begin_pages

    @cached_property
    def running_heads(self) -> dict[int, str | None]:
        """The running head of each page of the received text, if it has one."""
        return {item.page: item.running_head for item in self.edition.text.breaks}

    @cached_property
    def headings(self) -> dict[str, str]:
        """The heading over each unit: the run-in heading before it in its division, or the division's title."""
        over: dict[str, str] = {}
        division, title = "", ""
        for unit in self.edition.text.units:
            if unit.division != division:
                division = unit.division
                title = self.edition.divisions[division].title if division in self.edition.divisions else ""
            title = unit.run_in.title if unit.run_in else title
            over[unit.id] = title
        return over

    @cached_property
    def dates(self) -> dict[str, list[tuple[ResolvedEvent, Span]]]:
        """The words that name an event or its date, by unit; whole quotations are left out."""
        found: dict[str, list[tuple[ResolvedEvent, Span]]] = {}
        for event in self.edition.events:
            for locus in event.loci:
                if locus.link != locus.quote:
                    found.setdefault(locus.link.unit, []).append((event, locus.link.span))
        return found

    @cached_property
    def events(self) -> dict[str, list[ResolvedEvent]]:
        """The events with a passage in a unit, in the order of the timeline file."""
        found: dict[str, list[ResolvedEvent]] = {}
        for event in self.edition.events:
            for name in dict.fromkeys(locus.form.unit for locus in event.loci):
                found.setdefault(name, []).append(event)
        return found

    @cached_property
    def recommendations(self) -> dict[str, list[ResolvedRecommendation]]:
        """The entries of the register in a unit."""
        found: dict[str, list[ResolvedRecommendation]] = {}
        for asked in self.edition.recommendations:
            found.setdefault(asked.passage.unit, []).append(asked)
        return found

    @cached_property
    def order_of_events(self) -> dict[str, int]:
        """The number of each event in the order of the timeline file."""
        return {event.id: number for number, event in enumerate(self.edition.events)}

    @cached_property
    def title_of_event(self) -> dict[str, str]:
        return {event.id: event.event.title for event in self.edition.events}

    @cached_property
    def order_of_recommendations(self) -> dict[str, int]:
        """The number of each entry in the order of the register."""
        return {entry.id: number for number, entry in enumerate(self.edition.recommendations)}
