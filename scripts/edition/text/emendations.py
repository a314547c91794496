"""Emendations and normalisations: the only changes made to the words of the witness, each of them recorded."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from edition.editorial import Emendation, Emendations, Normalisation
from edition.model.diagnostics import Diagnostic
from edition.model.tracked import Tracked, occurrences
from edition.model.values import OperationKind, Span


@dataclass(frozen=True)
class Change:
    """A change to make in a unit: the range of the witness it replaces, the new reading, and who asked for it."""

    kind: OperationKind
    rule: str
    reason: str
    source: Span
    reading: str


@dataclass(frozen=True)
class Changed:
    """A unit's text after its changes; `shown` is where each emendation stands in it."""

    text: Tracked
    changes: tuple[Change, ...]
    shown: tuple[tuple[Change, Span], ...]


def emend(texts: dict[str, Tracked], wanted: Emendations) -> tuple[dict[str, Changed], list[Diagnostic]]:
    """The texts of the units (by id) with all that `wanted` asks for done, and the faults in asking."""
    faults: list[Diagnostic] = []
    result = {unit: Changed(text, (), ()) for unit, text in texts.items()}
    for entry in wanted.emendations:
        changed, fault = _emended(result.get(entry.at), entry)
        if changed:
            result[entry.at] = changed
        elif fault:
            faults.append(fault)
    for rule in wanted.normalisations:
        count = 0
        for unit, changed in result.items():
            result[unit] = _normalised(changed, rule)
            count += len(result[unit].changes) - len(changed.changes)
        faults.extend(_miscounted(rule, count))
    return result, faults


def _emended(changed: Changed | None, entry: Emendation) -> tuple[Changed | None, Diagnostic | None]:
    if changed is None:
        return None, Diagnostic(
            entry.where, "L001", f"there is no “{entry.at}” in the text", "give the locus of a unit"
        )
    hits = occurrences(entry.lemma, changed.text.text)
    if len(hits) != 1:
        times = "does not occur" if not hits else f"occurs {len(hits)} times"
        message = f"the lemma “{entry.lemma}” {times} in {entry.at}"
        return None, Diagnostic(entry.where, "E001", message, "quote the witness's words, enough of them to be unique")
    span = hits[0]
    if changed.text.touched(span):
        message = f"the lemma “{entry.lemma}” overlaps another emendation"
        return None, Diagnostic(entry.where, "E002", message, "make one emendation of the two")
    change = Change(OperationKind.EMENDATION, entry.id, entry.reason, changed.text.source(span), entry.reading)
    return _with(changed, change, span), None


def _with(changed: Changed, change: Change, span: Span) -> Changed:
    growth = len(change.reading) - (span.end - span.start)
    shown = [
        (other, Span(at.start + growth, at.end + growth) if at.start >= span.end else at) for other, at in changed.shown
    ]
    if change.kind is OperationKind.EMENDATION:
        shown.append((change, Span(span.start, span.start + len(change.reading))))
    return replace(
        changed,
        text=changed.text.replaced(span, change.reading),
        changes=(*changed.changes, change),
        shown=tuple(shown),
    )


def _normalised(changed: Changed, rule: Normalisation) -> Changed:
    start = 0
    while (start := changed.text.text.find(rule.find, start)) >= 0:
        span = Span(start, start + len(rule.find))
        if not changed.text.touched(span):
            source = changed.text.source(span)
            change = Change(OperationKind.NORMALISATION, rule.id, rule.reason, source, rule.replace)
            changed = _with(changed, change, span)
        start += len(rule.replace) or 1
    return changed


def _miscounted(rule: Normalisation, count: int) -> Iterator[Diagnostic]:
    if count != rule.count:
        yield Diagnostic(
            rule.where,
            "E003",
            f"normalisation “{rule.id}” changes {count} places, its count says {rule.count}",
            "look at the places on the apparatus page; if they are right, record their number",
        )
