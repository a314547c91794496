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
    TextNote,
)
from edition.index.detect import Detectors
from edition.index.languages import Language, language
from edition.model.values import (
    Coverage,
    DateRange,
    Division,
    Mention,
    Passage,
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

    def page_of(self, unit: Unit) -> Division:
        """The division on whose page `unit` is; the front matter is on the first."""
        return self.page_division.get(unit.division) or self.page_division[self.text.divisions[0].id]

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
