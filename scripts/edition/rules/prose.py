"""References in the editors' prose name something that exists."""

from __future__ import annotations

from collections.abc import Iterator

from edition.index.edition import Edition
from edition.model.diagnostics import Diagnostic, Where
from edition.model.prose import Reference, ReferenceKind, references, stray_brace

FORM = "write {p14}, {epigraph}, {R7}, {entry:ID} or {event:ID}; a brace itself twice: {{, }}"


def references_in_prose_resolve(edition: Edition) -> Iterator[Diagnostic]:
    """Every reference in a definition, sense, note, reason or contrast names a thing of the edition."""
    known = {
        ReferenceKind.PLACE: set(edition.units),
        ReferenceKind.RECOMMENDATION: {resolved.id for resolved in edition.recommendations},
        ReferenceKind.ENTRY: {resolved.id for resolved in edition.entries},
        ReferenceKind.EVENT: {resolved.id for resolved in edition.events},
    }
    for where, text in prose(edition):
        stray = stray_brace(text)
        if stray:
            yield Diagnostic(where, "T001", f"a brace belongs to no reference: “{stray}”", FORM)
        for reference in references(text):
            if reference.id not in known[reference.kind]:
                yield Diagnostic(where, "T002", f"{reference.written} refers to nothing", _advice(reference))


def _advice(reference: Reference) -> str:
    if reference.kind is ReferenceKind.PLACE:
        return "give p1 to pN, an anchor of the front matter, or the id of a division that has a heading"
    return f"give the id of a {reference.kind} that exists"


def prose(edition: Edition) -> Iterator[tuple[Where, str]]:
    """Every text of the editors in which references are resolved, with its place."""
    for resolved in edition.entries:
        entry = resolved.entry
        statements = [entry.definition, entry.expansion, entry.note]
        yield from ((statement.where, statement.text) for statement in statements if statement)
        yield from ((sense.where, sense.sense) for sense in entry.senses)
        yield from ((contrast.where, contrast.why) for contrast in entry.contrast)
        if entry.same_as_note:
            yield entry.where, entry.same_as_note
    for event in edition.editorial.timeline.events:
        if event.note:
            yield event.note.where, event.note.text
        yield from ((other.where, other.why) for other in event.disagrees)
    for recommendation in edition.editorial.recommendations.entries:
        if recommendation.note:
            yield recommendation.note.where, recommendation.note.text
    yield from ((item.where, item.why) for item in edition.editorial.recommendations.withdrawn)
    record = edition.editorial.emendations
    yield from ((item.where, item.reason) for item in record.normalisations)
    yield from ((item.where, item.reason) for item in record.emendations)
    yield from ((note.where, note.text) for note in record.notes)
