"""Emendations and normalisations: the only changes made to the words of the witness, each of them recorded."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import accumulate

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
    """The texts of the units (by id) with all that `wanted` asks for done, and the errors in asking."""
    errors: list[Diagnostic] = []
    result = {unit: Changed(text, (), ()) for unit, text in texts.items()}
    for entry in wanted.emendations:
        changed, error = _emended(result.get(entry.at), entry)
        if changed:
            result[entry.at] = changed
        elif error:
            errors.append(error)
    for rule in wanted.normalisations:
        count = 0
        for unit, changed in result.items():
            if places := _normalisable(changed.text, rule):
                result[unit] = _normalised(changed, rule, places)
                count += len(places)
        errors.extend(_miscounted(rule, count))
    return result, errors


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
        return None, Diagnostic(entry.where, "E002", message, "combine the two into one emendation")
    change = Change(OperationKind.EMENDATION, entry.id, entry.reason, changed.text.source(span), entry.reading)
    done = _with(changed, [(change, span)], entry.reading)
    at = Span(span.start, span.start + len(entry.reading))
    return replace(done, shown=(*done.shown, (change, at))), None


def _with(changed: Changed, made: list[tuple[Change, Span]], reading: str) -> Changed:
    """`changed` with all of `made` (each with its span, in order, apart) done at once."""
    spans = [span for _, span in made]
    ends = [span.end for span in spans]
    grown = [0, *accumulate(len(reading) - (span.end - span.start) for span in spans)]
    shown = []
    for other, at in changed.shown:
        growth = grown[bisect_right(ends, at.start)]
        shown.append((other, Span(at.start + growth, at.end + growth)))
    return Changed(
        text=changed.text.all_replaced(spans, reading),
        changes=(*changed.changes, *(change for change, _ in made)),
        shown=tuple(shown),
    )


def _normalisable(text: Tracked, rule: Normalisation) -> list[Span]:
    """The places that `rule` changes: none overlaps another, or what was changed before."""
    places, start = [], 0
    while (start := text.text.find(rule.find, start)) >= 0:
        span = Span(start, start + len(rule.find))
        if text.touched(span):
            start += len(rule.replace) or 1
        else:
            places.append(span)
            start = span.end + (0 if rule.replace else 1)
    return places


def _normalised(changed: Changed, rule: Normalisation, places: list[Span]) -> Changed:
    made = [
        (Change(OperationKind.NORMALISATION, rule.id, rule.reason, changed.text.source(span), rule.replace), span)
        for span in places
    ]
    return _with(changed, made, rule.replace)


def _miscounted(rule: Normalisation, count: int) -> Iterator[Diagnostic]:
    if count != rule.count:
        yield Diagnostic(
            rule.where,
            "E003",
            f"normalisation “{rule.id}” changes {count} places, its count says {rule.count}",
            "look at the places on the apparatus page; if they are right, record their number",
        )
