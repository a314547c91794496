"""Completeness: whatever a detector finds is in an index, or excluded with a reason; every exclusion matches something.

An edition says under `complete` in editorial/edition.yml for which detectors it promises that; the coverage of the
others is shown, and unindexed finds are no errors.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from edition.editorial import Exclusion
from edition.index import detect
from edition.index.edition import Edition
from edition.model.diagnostics import Diagnostic, Where
from edition.model.tracked import fold_quotes
from edition.model.values import Coverage, Found, Span, Unit

Spans = dict[str, list[Span]]

CODE = {"date": "C001", "directive": "C002", "abbreviation": "C003", "name": "C004"}
NOUN = {
    "date": "expression of time",
    "directive": "directive",
    "abbreviation": "abbreviation",
    "name": "name",
}
INDEX = {
    "date": "make it a locus of an event in editorial/timeline.yml",
    "directive": "make it an entry of editorial/recommendations.yml",
    "abbreviation": "make it a variant in editorial/glossary/",
    "name": "make it a variant in editorial/glossary/ or a locus of an event",
}


def account(edition: Edition) -> tuple[tuple[Coverage, ...], list[Diagnostic]]:
    """The coverage of each detector, and errors: finds neither indexed nor excluded, exclusions that match nothing."""
    finds = _finds(edition)
    indexed = _indexed(edition)
    promised = edition.editorial.edition.complete
    used: set[int] = set()
    coverage, faults = [], list[Diagnostic]()
    for detector, found in finds.items():
        covered = [item for item in found if _covered(item, indexed[detector])]
        left = [item for item in found if not _covered(item, indexed[detector])]
        reasons: Counter[str] = Counter()
        for item in left:
            match = _exclusion(edition, item)
            if match is None:
                faults += [_unaccounted(edition, item)] if detector in promised else []
                continue
            used.add(match)
            reasons[edition.editorial.exclusions[match].reason] += 1
        ordered = tuple(sorted(reasons.items(), key=lambda pair: (-pair[1], pair[0])))
        coverage.append(Coverage(detector, len(found), len(covered), sum(reasons.values()), ordered))
    faults += _idle(edition, used)
    return tuple(coverage), faults


def _finds(edition: Edition) -> dict[str, list[Found]]:
    detectors: dict[str, Callable[[Iterable[Unit]], Iterator[Found]]] = {
        "date": detect.temporal,
        "directive": detect.directives,
        "abbreviation": detect.abbreviations,
        "name": detect.names,
    }
    return {name: list(detector(edition.text.units)) for name, detector in detectors.items()}


def _indexed(edition: Edition) -> dict[str, Spans]:
    """For each detector the spans that an index holds, by unit."""
    mentions, dates, directives = Spans(), Spans(), Spans()
    for mention in edition.mentions:
        mentions.setdefault(mention.unit, []).append(mention.span)
    for event in edition.events:
        for locus in event.loci:
            dates.setdefault(locus.form.unit, []).append(locus.form.span)
    for recommendation in edition.recommendations:
        for _, span in recommendation.actions:
            directives.setdefault(recommendation.passage.unit, []).append(span)
        directives.setdefault(recommendation.passage.unit, []).extend(recommendation.context)
    named = {unit: [*mentions.get(unit, []), *dates.get(unit, [])] for unit in {*mentions, *dates}}
    return {"date": dates, "directive": directives, "abbreviation": named, "name": named}


def _covered(item: Found, spans: Spans) -> bool:
    return any(span.overlaps(item.passage.span) for span in spans.get(item.passage.unit, []))


def _exclusion(edition: Edition, item: Found) -> int | None:
    """The exclusion of `item`: one for its place before one for everywhere."""
    matches = [
        (exclusion.at is None, index)
        for index, exclusion in enumerate(edition.editorial.exclusions)
        if _excludes(exclusion, item)
    ]
    return min(matches)[1] if matches else None


def _excludes(exclusion: Exclusion, item: Found) -> bool:
    if exclusion.detector != item.detector or exclusion.at not in (None, item.passage.unit):
        return False
    form, found = fold_quotes(exclusion.form), fold_quotes(item.form)
    if item.detector == "directive":
        return found.startswith(form)
    return form == found or form == found[0].lower() + found[1:]


def _unaccounted(edition: Edition, item: Found) -> Diagnostic:
    unit = edition.units[item.passage.unit]
    shown = item.form if len(item.form) <= 70 else item.form[:70].rsplit(" ", 1)[0] + " …"
    begin = item.form[:40].rsplit(" ", 1)[0] if item.detector == "directive" else item.form
    quoted = json.dumps(begin, ensure_ascii=False)
    where = Where(f"source/{edition.editorial.witness.file}", unit.line)
    message = f"the {NOUN[item.detector]} “{shown}” in {unit.id} is neither indexed nor excluded"
    exclusion = f"{{detector: {item.detector}, form: {quoted}, at: {unit.id}, reason: …}}"
    advice = f"{INDEX[item.detector]}, or exclude it in editorial/exclusions/ with `- {exclusion}`"
    return Diagnostic(where, CODE[item.detector], message, advice)


def _idle(edition: Edition, used: set[int]) -> Iterator[Diagnostic]:
    for index, exclusion in enumerate(edition.editorial.exclusions):
        if index not in used:
            at = f" at {exclusion.at}" if exclusion.at else ""
            message = f"no unindexed {NOUN[exclusion.detector]} found by the detector{at} is “{exclusion.form}”"
            yield Diagnostic(exclusion.where, "C005", message, "remove the exclusion, or give the form as reported")
