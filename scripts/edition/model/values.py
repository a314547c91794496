"""The edition as values: what the engine builds from the witness and the editors' YAML, and what renderers read.

Offsets into the witness are 0-based characters of its decoded text; offsets into a unit are 0-based characters of its
reading text (`Unit.text`), in which running heads are out, interrupted units joined and emendations applied.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class SpanKind(StrEnum):
    """What a stretch of the witness is; together the spans tile it."""

    FRONT = "front matter"
    HEADING = "heading"
    UNIT = "unit"
    RUNNING_HEAD = "running head"
    WHITE_SPACE = "white space"


class UnitKind(StrEnum):
    """Paragraphs and items are numbered; front matter and headings have named anchors."""

    FRONT = "front"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"


class OperationKind(StrEnum):
    """What was done to the witness's text; each single act is an `Operation`."""

    RUNNING_HEAD = "running head"
    JOIN = "join"
    LIST_MARKER = "list marker"
    EMPHASIS_MARK = "emphasis mark"
    NORMALISATION = "normalisation"
    EMENDATION = "emendation"


@dataclass(frozen=True, order=True)
class Span:
    """A half-open range of characters, `start <= i < end`."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: {self.start}..{self.end}")

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, order=True)
class WitnessSpan:
    """A tile of the witness: its range, what it is, and the unit it belongs to, if any."""

    span: Span
    kind: SpanKind
    unit: str | None = None


@dataclass(frozen=True)
class PageBreak:
    """A page break of the witness: the page that begins, the offset, and the evidence for it."""

    page: int
    offset: int
    line: int
    evidence: str
    running_head: str | None


@dataclass(frozen=True)
class Operation:
    """One recorded change: the witness's words (`lemma`) at `span`, and what the edition reads instead."""

    id: str
    kind: OperationKind
    span: Span
    line: int
    page: int
    unit: str | None
    lemma: str
    reading: str
    reason: str
    rule: str | None = None


@dataclass(frozen=True)
class Emended:
    """Where an emendation shows in a unit's reading text (empty span: something was left out there)."""

    operation: str
    span: Span


@dataclass(frozen=True)
class RunIn:
    """A run-in heading: its words open the unit; `id` is its anchor."""

    id: str
    title: str
    span: Span


@dataclass(frozen=True)
class Unit:
    """A heading, a line of the front matter, a paragraph or an item: the smallest thing that can be cited."""

    id: str
    number: int | None
    kind: UnitKind
    division: str
    page: int
    line: int
    text: str
    breaks: tuple[tuple[int, int], ...] = ()
    emphasis: tuple[Span, ...] = ()
    emended: tuple[Emended, ...] = ()
    run_in: RunIn | None = None
    last_page: int = 0

    @property
    def numbered(self) -> bool:
        return self.number is not None

    def page_at(self, offset: int) -> int:
        """The page on which the character at `offset` stands."""
        return next((page for start, page in reversed(self.breaks) if start <= offset), self.page)


@dataclass(frozen=True)
class Division:
    """A part of the report. `slug` names its page, if it has one, in addresses."""

    id: str
    title: str
    supplied: bool
    summary: str
    level: int
    parent: str | None
    is_page: bool
    slug: str
    units: tuple[str, ...]
    children: tuple[str, ...]
    recommends: bool = False


@dataclass(frozen=True)
class Transcription:
    """The text: tiles of the witness, page breaks, units in order, divisions in order, operations in order."""

    spans: tuple[WitnessSpan, ...]
    breaks: tuple[PageBreak, ...]
    units: tuple[Unit, ...]
    divisions: tuple[Division, ...]
    operations: tuple[Operation, ...]


@dataclass(frozen=True, order=True)
class Passage:
    """Words of the text: a unit and a span of its reading text."""

    unit: str
    span: Span


@dataclass(frozen=True, order=True)
class Mention:
    """An entry named at a place: the form as printed stands at `span` of `unit`."""

    order: int
    span: Span
    unit: str
    entry: str
    form: str
    located: bool = False


@dataclass(frozen=True)
class DateRange:
    """An EDTF value read: earliest and latest day (ISO 8601, None: open), and how precise the statement is."""

    edtf: str
    earliest: str | None
    latest: str | None
    precision: str


@dataclass(frozen=True)
class Found:
    """What a detector found: the expression and its place."""

    detector: str
    passage: Passage
    form: str


@dataclass(frozen=True)
class Coverage:
    """How one detector's finds are accounted for."""

    detector: str
    found: int
    indexed: int
    excluded: int
    reasons: tuple[tuple[str, int], ...]
