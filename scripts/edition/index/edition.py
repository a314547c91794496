"""The assembled edition: the text, and every entry with the passages its quotations resolve to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from edition.editorial import (
    Action,
    Editorial,
    Entry,
    EntryKind,
    Event,
    Place,
    Recommendation,
    Reported,
    Sense,
    Source,
    TextNote,
)
from edition.index.detect import Detectors
from edition.index.languages import Language, language
from edition.model.values import (
    Coverage,
    DateRange,
    Division,
    Mention,
    Operation,
    OperationKind,
    Passage,
    RunIn,
    Span,
    Transcription,
    Unit,
)

V = TypeVar("V")


@dataclass(frozen=True)
class Quoted:
    """A quotation found: the quoted words, within them the form that is meant, and within it the words to link.

    Form and link are the same as the quote where none is given.
    """

    quote: Passage
    form: Passage
    link: Passage


@dataclass(frozen=True)
class ResolvedEntry:
    """A glossary entry with its passages."""

    entry: Entry
    kind: EntryKind
    definition: Quoted | None
    senses: tuple[tuple[Sense, Quoted], ...]
    office: tuple[tuple[Place, Quoted], ...]
    reported: tuple[tuple[Reported, Quoted], ...]

    @property
    def id(self) -> str:
        return self.entry.id


@dataclass(frozen=True)
class ResolvedEvent:
    """An event with its date read and its passages."""

    event: Event
    dates: DateRange
    loci: tuple[Quoted, ...]
    grounds: tuple[Quoted, ...]

    @property
    def id(self) -> str:
        return self.event.id


@dataclass(frozen=True)
class ResolvedRecommendation:
    """A recommendation: the passage it consists of, its actions with their objects, its context, all in one unit."""

    entry: Recommendation
    passage: Passage
    actions: tuple[tuple[Action, Span], ...]
    objects: tuple[Span, ...]
    context: tuple[Span, ...]

    @property
    def id(self) -> str:
        return self.entry.id

    @property
    def addressees(self) -> tuple[str, ...]:
        """The addressees of all actions, each once, in order of appearance."""
        return tuple(dict.fromkeys(a for action, _ in self.actions for a in action.addressees))

    @property
    def themes(self) -> tuple[str, ...]:
        """The themes of all actions, each once, in order of appearance."""
        return tuple(dict.fromkeys(t for action, _ in self.actions for t in action.themes))


@dataclass(frozen=True)
class ResolvedNote:
    """A textual note and its passage."""

    note: TextNote
    passage: Passage


@dataclass(frozen=True)
class Edition:
    """Everything the renderers see."""

    editorial: Editorial
    text: Transcription
    entries: tuple[ResolvedEntry, ...]
    events: tuple[ResolvedEvent, ...]
    recommendations: tuple[ResolvedRecommendation, ...]
    notes: tuple[ResolvedNote, ...]
    mentions: tuple[Mention, ...]
    coverage: tuple[Coverage, ...] = ()

    @cached_property
    def language(self) -> Language:
        """What the engine knows of the report's language."""
        return language(self.editorial.witness.language)

    @cached_property
    def detectors(self) -> Detectors:
        """The detectors for the report: its language's, with what its editors want to be found besides."""
        return Detectors(self.language, self.editorial.detectors)

    @cached_property
    def units(self) -> dict[str, Unit]:
        return {unit.id: unit for unit in self.text.units}

    @cached_property
    def divisions(self) -> dict[str, Division]:
        return {division.id: division for division in self.text.divisions}

    @cached_property
    def events_in_order(self) -> tuple[ResolvedEvent, ...]:
        """The events by earliest day, then latest, then id; those open to the past by their latest day."""
        return tuple(sorted(self.events, key=_moment))

    @cached_property
    def order(self) -> dict[str, int]:
        """The place of each unit in reading order, from 0."""
        return {unit.id: index for index, unit in enumerate(self.text.units)}

    @cached_property
    def division_order(self) -> dict[str, int]:
        """The place of each division in reading order, from 0."""
        return {division.id: index for index, division in enumerate(self.text.divisions)}

    @cached_property
    def numbered(self) -> tuple[Unit, ...]:
        """The paragraphs and items, in reading order."""
        return tuple(unit for unit in self.text.units if unit.numbered)

    def before(self, unit: Unit) -> Unit | None:
        """The unit before `unit`; None before the first."""
        index = self.order[unit.id]
        return self.text.units[index - 1] if index else None

    def begins_page(self, unit: Unit) -> bool:
        """Whether a page of the witness begins with `unit`; with the first unit none does."""
        before = self.before(unit)
        return before is not None and before.last_page < unit.page

    @cached_property
    def tops(self) -> tuple[Division, ...]:
        """The divisions that are part of no other, in reading order."""
        return tuple(division for division in self.text.divisions if division.parent is None)

    @cached_property
    def top_of(self) -> dict[str, Division]:
        """For each division the one at the top that it is in (itself, if it is at the top)."""
        tops: dict[str, Division] = {}
        for division in self.text.divisions:
            tops[division.id] = tops[division.parent] if division.parent else division
        return tops

    @cached_property
    def pages(self) -> tuple[Division, ...]:
        """The divisions that have a page of their own, in reading order."""
        return tuple(division for division in self.text.divisions if division.is_page)

    @cached_property
    def page_division(self) -> dict[str, Division]:
        """For each division the one on whose page it is (itself, if it has a page)."""
        pages: dict[str, Division] = {}
        for division in self.text.divisions:
            pages[division.id] = division if division.is_page or not division.parent else pages[division.parent]
        return pages

    @cached_property
    def on_page(self) -> dict[str, tuple[Division, ...]]:
        """For each division with a page: itself and the parts on that page, at any depth, in reading order."""
        found: dict[str, list[Division]] = {}
        for division in self.text.divisions:
            found.setdefault(self.page_division[division.id].id, []).append(division)
        return {page: tuple(divisions) for page, divisions in found.items()}

    def page_of(self, unit: Unit) -> Division:
        """The division on whose page `unit` is; the front matter is on the first."""
        return self.page_division.get(unit.division) or self.page_division[self.text.divisions[0].id]

    @cached_property
    def emendations(self) -> dict[str, Operation]:
        """The emendations, by the id of their operation."""
        return {op.id: op for op in self.text.operations if op.kind is OperationKind.EMENDATION}

    @cached_property
    def running_heads(self) -> dict[int, str | None]:
        """The running head of each page that a page break begins; None where it has none."""
        return {item.page: item.running_head for item in self.text.breaks}

    @cached_property
    def loci_in(self) -> dict[str, tuple[tuple[ResolvedEvent, Quoted], ...]]:
        """The loci of events in each unit, each with its event, in the order of the events."""
        return _grouped((found.form.unit, (event, found)) for event in self.events for found in event.loci)

    @cached_property
    def recommendations_in(self) -> dict[str, tuple[ResolvedRecommendation, ...]]:
        """The entries of the register that are, or are quoted from, each unit."""
        return _grouped((asked.passage.unit, asked) for asked in self.recommendations)

    def events_in(self, divisions: Iterable[str]) -> list[ResolvedEvent]:
        """The events with a locus in any of `divisions` (front matter: an empty id), each once, in their order."""
        found = {index for division in set(divisions) for index in self._events_by_division.get(division, ())}
        return [self.events[index] for index in sorted(found)]

    @cached_property
    def _events_by_division(self) -> dict[str, tuple[int, ...]]:
        return _grouped(
            (self.units[found.form.unit].division, index)
            for index, event in enumerate(self.events)
            for found in event.loci
        )

    def asked_in(self, divisions: Iterable[str]) -> list[ResolvedRecommendation]:
        """The entries of the register in any of `divisions`, in their order."""
        found = [index for division in set(divisions) for index in self._asked_by_division.get(division, ())]
        return [self.recommendations[index] for index in sorted(found)]

    @cached_property
    def _asked_by_division(self) -> dict[str, tuple[int, ...]]:
        return _grouped(
            (self.units[asked.passage.unit].division, index) for index, asked in enumerate(self.recommendations)
        )

    @cached_property
    def event(self) -> dict[str, ResolvedEvent]:
        """The events, by id."""
        return {event.id: event for event in self.events}

    @cached_property
    def sources(self) -> dict[str, Source]:
        """The editors' sources, by id."""
        return {source.id: source for source in self.editorial.sources}

    @cached_property
    def categories(self) -> dict[str, str]:
        """The labels of the categories of events, by id."""
        return {item.id: item.label for item in self.editorial.timeline.categories}

    @cached_property
    def addressees(self) -> dict[str, str]:
        """The labels of the addressees of recommendations, by id."""
        return {item.id: item.label for item in self.editorial.recommendations.addressees}

    @cached_property
    def themes(self) -> dict[str, str]:
        """The labels of the themes of recommendations, by id."""
        return {item.id: item.label for item in self.editorial.recommendations.themes}

    @cached_property
    def run_in_over(self) -> dict[str, RunIn]:
        """For each unit under a run-in heading of its division (its own counts), that heading."""
        found: dict[str, RunIn] = {}
        for division in self.text.divisions:
            last = None
            for name in division.units:
                last = self.units[name].run_in or last
                if last:
                    found[name] = last
        return found

    def words_at(self, passage: Passage) -> str:
        """The words of a passage."""
        return self.units[passage.unit].text[passage.span.start : passage.span.end]


def _moment(event: ResolvedEvent) -> tuple[str, str, str]:
    dates = event.dates
    return (dates.earliest or dates.latest or "", dates.latest or "9999-12-31", event.id)


def _grouped(pairs: Iterable[tuple[str, V]]) -> dict[str, tuple[V, ...]]:
    groups: dict[str, list[V]] = {}
    for key, value in pairs:
        groups.setdefault(key, []).append(value)
    return {key: tuple(group) for key, group in groups.items()}
