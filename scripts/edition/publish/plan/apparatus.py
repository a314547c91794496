"""What the apparatus lists, in its order: the plan divides it among pages, and the page prints it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from edition.editorial import Normalisation
from edition.index.edition import Edition, ResolvedNote
from edition.model.values import Operation, OperationKind, PageBreak

# The sections, in the order of the page; those of operations by kind.
SECTIONS: Final[dict[OperationKind, str]] = {
    OperationKind.EMENDATION: "emendations",
    OperationKind.NORMALISATION: "normalisations",
    OperationKind.RUNNING_HEAD: "running-heads",
    OperationKind.JOIN: "joins",
    OperationKind.EMPHASIS_MARK: "emphasis-marks",
    OperationKind.LIST_MARKER: "list-markers",
}
NOTES: Final = "notes"
PAGES: Final = "pages"


@dataclass(frozen=True)
class ChangedPlace:
    """The places of a unit that a normalisation changed."""

    rule: Normalisation
    unit: str
    count: int


Item = Operation | Normalisation | ChangedPlace | ResolvedNote | PageBreak


@dataclass(frozen=True)
class Row:
    """Something listed: a key of its own, its section, whether the key is its anchor, and the thing."""

    key: str
    section: str
    anchored: bool
    item: Item


def rows(edition: Edition) -> Iterator[Row]:
    """All rows of the apparatus."""
    by_kind: dict[OperationKind, list[Operation]] = {kind: [] for kind in SECTIONS}
    for operation in edition.text.operations:
        by_kind[operation.kind].append(operation)
    for kind, section in SECTIONS.items():
        if not by_kind[kind]:
            continue
        if kind is OperationKind.NORMALISATION:
            yield from _normalised(edition, by_kind[kind], section)
            continue
        emended = kind is OperationKind.EMENDATION
        for operation in by_kind[kind]:
            key = operation.rule or operation.id if emended else f"{section}/{operation.id}"
            yield Row(key, section, emended, operation)
    for resolved in edition.notes:
        yield Row(resolved.note.id, NOTES, True, resolved)
    for item in edition.text.breaks:
        yield Row(f"{PAGES}/{item.page}", PAGES, False, item)


def _normalised(edition: Edition, operations: list[Operation], section: str) -> Iterator[Row]:
    """Each rule, followed by the units that it changed."""
    places: dict[str, dict[str, int]] = {}
    for operation in operations:
        if operation.unit:
            counts = places.setdefault(operation.rule or "", {})
            counts[operation.unit] = counts.get(operation.unit, 0) + 1
    for rule in edition.editorial.emendations.normalisations:
        yield Row(rule.id, section, True, rule)
        for unit, count in places.get(rule.id, {}).items():
            yield Row(f"{rule.id}/{unit}", section, False, ChangedPlace(rule, unit, count))
