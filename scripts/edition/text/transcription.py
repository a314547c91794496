"""The witness read as a text: divisions, numbered units, page breaks, and a record of every change."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise

from edition.editorial import DivisionEntry, Editorial
from edition.model.diagnostics import Diagnostic
from edition.model.slugs import slug
from edition.model.tracked import Tracked
from edition.model.values import (
    Division,
    Emended,
    Operation,
    OperationKind,
    RunIn,
    Span,
    SpanKind,
    Transcription,
    Unit,
    UnitKind,
    WitnessSpan,
)
from edition.read.readers.lines import Witness
from edition.text.claims import claim_lines, in_order
from edition.text.emendations import Change, Changed, emend
from edition.text.pages import Draft, Pagination, paginate


@dataclass(frozen=True)
class _Raw:
    """A draft with its id and number, its text without markers, and the structural changes made for that."""

    id: str
    number: int | None
    draft: Draft
    text: Tracked
    emphasis: tuple[Span, ...]
    changes: tuple[Change, ...]


def transcribe(witness: Witness, editorial: Editorial) -> tuple[Transcription, list[Diagnostic]]:
    """Read `witness` by the editors' divisions and emendations.

    Returns the text and every error found; with errors among them the text is as complete as it could be made.
    """
    claims, errors = claim_lines(witness, editorial)
    pagination = paginate(witness, claims, editorial.witness)
    errors.extend(pagination.errors)
    raws = []
    for identity, number, draft in _numbered(pagination.drafts):
        raw, found = _raw(witness, editorial, identity, number, draft)
        raws.append(raw)
        errors.extend(found)
    changed, found = emend({raw.id: raw.text for raw in raws}, editorial.emendations)
    errors.extend(found)
    operations = _operations(witness, pagination, raws, changed)
    ids = {(operation.unit, operation.span): operation.id for operation in operations}
    units, found = _with_run_ins([_unit(raw, changed[raw.id], ids) for raw in raws], editorial)
    errors.extend(found)
    divisions = tuple(_divisions(editorial.divisions.divisions, _by_division(units)))
    spans = tuple(_tiles(witness, pagination, raws))
    return Transcription(spans, tuple(pagination.breaks), tuple(units), divisions, operations), errors


def _numbered(drafts: list[Draft]) -> Iterator[tuple[str, int | None, Draft]]:
    number = 0
    for draft in drafts:
        if draft.kind is UnitKind.FRONT and draft.front:
            yield draft.front.id, None, draft
        elif draft.kind is UnitKind.HEADING:
            yield draft.division, None, draft
        else:
            number += 1
            yield f"p{number}", number, draft


def _raw(
    witness: Witness, editorial: Editorial, identity: str, number: int | None, draft: Draft
) -> tuple[_Raw, list[Diagnostic]]:
    changes: list[Change] = []
    parts = [Tracked.of(witness.text, draft.pieces[0])]
    for (before, after), page_break in zip(pairwise(draft.pieces), draft.breaks, strict=True):
        glue = "" if re.search(r"\w[-‐-―]\Z", witness.text[before.start : before.end]) else " "
        gap = Span(before.end, page_break.offset)
        changes.append(Change(OperationKind.JOIN, "join", "a page break interrupts the unit", gap, glue))
        parts += [Tracked.inserted(glue), Tracked.of(witness.text, after)]
    text = Tracked.concatenated(parts)
    marker = editorial.witness.item_marker
    if draft.kind is UnitKind.ITEM:
        span = text.source(Span(0, len(marker)))
        changes.append(Change(OperationKind.LIST_MARKER, "list-marker", "the mark of a list item", span, ""))
        text = text.cut(Span(len(marker), len(text.text)))
    text, emphasis, marks = _without_emphasis_marks(text, editorial.witness.emphasis)
    errors = []
    if editorial.witness.emphasis in text.text:
        message = f"an emphasis mark “{editorial.witness.emphasis}” in {identity} has no partner"
        advice = "emend it, or set another emphasis mark in source/witness.yml"
        errors.append(Diagnostic(witness.where(draft.line), "W008", message, advice))
    return _Raw(identity, number, draft, text, emphasis, (*changes, *marks)), errors


def _without_emphasis_marks(text: Tracked, mark: str) -> tuple[Tracked, tuple[Span, ...], list[Change]]:
    """The text without emphasis marks; emphasised ranges of the witness; the removals."""
    emphasis, changes = [], []
    pattern = re.compile(f"{re.escape(mark)}(?=\\S)([^{re.escape(mark)}]+?)(?<=\\S){re.escape(mark)}")
    start = 0
    while match := pattern.search(text.text, start):
        emphasis.append(text.source(Span(*match.span(1))))
        for span in (Span(match.end(1), match.end()), Span(match.start(), match.start(1))):
            reason = "the received text’s mark of emphasis"
            changes.append(Change(OperationKind.EMPHASIS_MARK, "emphasis", reason, text.source(span), ""))
            text = text.replaced(span, "")
        # A mark without a partner so far, and only the last, may have one in what follows.
        start = max(0, text.text.rfind(mark, 0, match.start()))
    return text, tuple(emphasis), changes


def _operations(
    witness: Witness, pagination: Pagination, raws: list[_Raw], changed: dict[str, Changed]
) -> tuple[Operation, ...]:
    made: list[tuple[Change, str | None]] = []
    resumed = {
        b.offset: piece.start for d in pagination.drafts for b, piece in zip(d.breaks, d.pieces[1:], strict=True)
    }
    for line in pagination.heads:
        reason = "a running head, repeated by the page and no part of the text"
        span = Span(line.span.start, resumed.get(line.span.start, line.span.end))
        made.append((Change(OperationKind.RUNNING_HEAD, "running-head", reason, span, ""), None))
    for raw in raws:
        made += [(change, raw.id) for change in (*raw.changes, *changed[raw.id].changes)]
    made.sort(key=lambda item: (item[0].source, item[0].kind))
    places = _Places(witness, pagination)
    return tuple(_operation(witness, places, n, *item) for n, item in enumerate(made, start=1))


class _Places:
    """Line and page of an offset into the witness."""

    def __init__(self, witness: Witness, pagination: Pagination) -> None:
        self._ends = [match.end() for match in re.finditer("\n", witness.text)]
        self._breaks = [item.offset for item in pagination.breaks]
        first = pagination.drafts[0].page if pagination.drafts else 1
        self._pages = [first, *(item.page for item in pagination.breaks)]

    def line(self, offset: int) -> int:
        return bisect_right(self._ends, offset) + 1

    def page(self, offset: int) -> int:
        return self._pages[bisect_right(self._breaks, offset)]


def _operation(witness: Witness, places: _Places, number: int, change: Change, unit: str | None) -> Operation:
    return Operation(
        id=f"op{number}",
        kind=change.kind,
        span=change.source,
        line=places.line(change.source.start),
        page=places.page(change.source.start),
        unit=unit,
        lemma=witness.text[change.source.start : change.source.end],
        reading=change.reading,
        reason=change.reason,
        rule=change.rule,
    )


def _unit(raw: _Raw, changed: Changed, ids: Mapping[tuple[str | None, Span], str]) -> Unit:
    """The unit; `ids` are those of the operations, by unit and range of the witness."""
    text, draft = changed.text, raw.draft
    return Unit(
        id=raw.id,
        number=raw.number,
        kind=draft.kind,
        division=draft.division,
        page=draft.page,
        line=draft.line.number,
        text=text.text,
        breaks=tuple((text.index(b.offset), b.page) for b in draft.breaks),
        emphasis=tuple(Span(text.index(span.start), text.index(span.end)) for span in raw.emphasis),
        emended=tuple(Emended(ids[raw.id, change.source], span) for change, span in changed.shown),
        last_page=draft.breaks[-1].page if draft.breaks else draft.page,
    )


def _with_run_ins(units: list[Unit], editorial: Editorial) -> tuple[list[Unit], list[Diagnostic]]:
    errors = []
    by_id, by_division = {unit.id: unit for unit in units}, _by_division(units)
    for division in in_order(editorial.divisions.divisions):
        own = [unit for unit in by_division.get(division.id, ()) if unit.numbered] if division.run_in else []
        for words in division.run_in:
            hits = [unit for unit in own if unit.text.startswith(words)]
            if len(hits) == 1:
                title = words.rstrip(".:")
                run_in = RunIn(slug(title), title, Span(0, len(words)))
                by_id[hits[0].id] = replace(by_id[hits[0].id], run_in=run_in)
            else:
                message = f"“{words}” opens {len(hits)} units of “{division.id}”, not one"
                advice = "copy the words that open the paragraph, with their full stop"
                errors.append(Diagnostic(division.where, "W006", message, advice))
    return list(by_id.values()), errors


def _by_division(units: list[Unit]) -> dict[str, list[Unit]]:
    grouped: dict[str, list[Unit]] = {}
    for unit in units:
        grouped.setdefault(unit.division, []).append(unit)
    return grouped


def _divisions(
    entries: tuple[DivisionEntry, ...], units: Mapping[str, list[Unit]], parent: Division | None = None
) -> Iterator[Division]:
    """The divisions in reading order; `units` are those of each."""
    for entry in entries:
        level = parent.level + 1 if parent else 1
        is_page = entry.page if parent else True
        division = Division(
            id=entry.id,
            title=entry.title,
            supplied=entry.heading is None,
            summary=entry.summary,
            level=level,
            parent=parent.id if parent else None,
            is_page=is_page,
            slug=entry.slug or entry.id,
            units=tuple(unit.id for unit in units.get(entry.id, ())),
            children=tuple(part.id for part in entry.parts),
            recommends=entry.recommends or bool(parent and parent.recommends),
        )
        yield division
        yield from _divisions(entry.parts, units, division)


def _tiles(witness: Witness, pagination: Pagination, raws: list[_Raw]) -> Iterator[WitnessSpan]:
    """The whole witness as adjacent spans."""
    kinds = {UnitKind.FRONT: SpanKind.FRONT, UnitKind.HEADING: SpanKind.HEADING}
    tiles = [WitnessSpan(line.span, SpanKind.RUNNING_HEAD) for line in pagination.heads]
    for raw in raws:
        kind = kinds.get(raw.draft.kind, SpanKind.UNIT)
        tiles += [WitnessSpan(piece, kind, raw.id) for piece in raw.draft.pieces]
    end = 0
    for tile in sorted(tiles):
        if tile.span.start > end:
            yield WitnessSpan(Span(end, tile.span.start), SpanKind.WHITE_SPACE)
        yield tile
        end = tile.span.end
    if end < len(witness.text):
        yield WitnessSpan(Span(end, len(witness.text)), SpanKind.WHITE_SPACE)
