"""The assembled edition: the text, and every entry with the passages its quotations resolve to."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

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
from edition.model.values import Coverage, DateRange, Division, Mention, Passage, Span, Transcription, Unit


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
    def units(self) -> dict[str, Unit]:
        return {unit.id: unit for unit in self.text.units}

    @cached_property
    def divisions(self) -> dict[str, Division]:
        return {division.id: division for division in self.text.divisions}

    @cached_property
    def pages(self) -> tuple[Division, ...]:
        """The divisions that have a page of their own, in reading order."""
        return tuple(division for division in self.text.divisions if division.is_page)

    def page_of(self, unit: Unit) -> Division:
        """The division on whose page `unit` stands; the front matter stands on the first."""
        division = self.divisions.get(unit.division, self.text.divisions[0])
        while not division.is_page and division.parent:
            division = self.divisions[division.parent]
        return division

    def words_at(self, passage: Passage) -> str:
        """The words of a passage."""
        return self.units[passage.unit].text[passage.span.start : passage.span.end]
