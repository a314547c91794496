"""Completeness: whatever a detector finds is in an index, or excluded with a reason; every exclusion matches something.

An edition says under `complete` in editorial/edition.yml for which detectors it promises that; the coverage of the
others is shown, and unindexed finds are no errors.
"""

from __future__ import annotations

import json
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from itertools import accumulate

from edition.editorial import Exclusion
from edition.index.edition import Edition
from edition.model.diagnostics import Diagnostic, Where
from edition.model.tracked import fold_quotes
from edition.model.values import Coverage, Found, Span, Unit

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


class _Covered:
    """Spans that an index holds, by unit."""

    def __init__(self, spans: Iterable[tuple[str, Span]]) -> None:
        by_unit: dict[str, list[Span]] = {}
        for unit, span in spans:
            by_unit.setdefault(unit, []).append(span)
        self._starts: dict[str, list[int]] = {}
        self._ends: dict[str, list[int]] = {}
        for unit, found in by_unit.items():
            found.sort()
            self._starts[unit] = [span.start for span in found]
            self._ends[unit] = list(accumulate((span.end for span in found), max))

    def overlaps(self, item: Found) -> bool:
        """Whether any of the spans overlaps a find: of those that begin before its end, one ends after its start."""
        starts = self._starts.get(item.passage.unit, ())
        before = bisect_left(starts, item.passage.span.end)
        return before > 0 and self._ends[item.passage.unit][before - 1] > item.passage.span.start


class _Exclusions:
    """The exclusions of one detector, found by what they exclude."""

    def __init__(self, detector: str, exclusions: Iterable[Exclusion]) -> None:
        self._first: dict[tuple[str | None, str], int] = {}
        for index, exclusion in enumerate(exclusions):
            if exclusion.detector == detector:
                self._first.setdefault((exclusion.at, fold_quotes(exclusion.form)), index)
        # A directive is excluded by the words it begins with.
        lengths = {len(form) for _, form in self._first} if detector == "directive" else None
        self._lengths = sorted(lengths) if lengths is not None else None

    def match(self, item: Found) -> int | None:
        """The exclusion that takes `item` out: one for its place before one for everywhere, the first of several."""
        for at in (item.passage.unit, None):
            hits = [self._first[at, form] for form in self._forms(item) if (at, form) in self._first]
            if hits:
                return min(hits)
        return None

    def _forms(self, item: Found) -> list[str]:
        found = fold_quotes(item.form)
        if self._lengths is None:
            return [found, found[0].lower() + found[1:]]
        return [found[:length] for length in self._lengths if length <= len(found)]


def account(edition: Edition) -> tuple[tuple[Coverage, ...], list[Diagnostic]]:
    """The coverage of each detector, and errors: finds neither indexed nor excluded, exclusions that match nothing."""
    indexed = _indexed(edition)
    promised = edition.editorial.edition.complete
    used: set[int] = set()
    blind: set[str] = CODE.keys() - edition.detectors.ready
    coverage, errors = [], list(_without_data(edition, blind.intersection(promised)))
    for detector, found in _finds(edition).items():
        exclusions = _Exclusions(detector, edition.editorial.exclusions)
        left = [item for item in found if not indexed[detector].overlaps(item)]
        reasons: Counter[str] = Counter()
        for item in left:
            match = exclusions.match(item)
            if match is None:
                errors += [_unaccounted(edition, item)] if detector in promised else []
                continue
            used.add(match)
            reasons[edition.editorial.exclusions[match].reason] += 1
        ordered = tuple(sorted(reasons.items(), key=lambda pair: (-pair[1], pair[0])))
        coverage.append(Coverage(detector, len(found), len(found) - len(left), sum(reasons.values()), ordered))
    errors += _idle(edition, used, blind)
    return tuple(coverage), errors


def _finds(edition: Edition) -> dict[str, list[Found]]:
    detectors: dict[str, Callable[[Iterable[Unit]], Iterator[Found]]] = {
        "date": edition.detectors.temporal,
        "directive": edition.detectors.directives,
        "abbreviation": edition.detectors.abbreviations,
        "name": edition.detectors.names,
    }
    return {name: list(detector(edition.text.units)) for name, detector in detectors.items()}


def _indexed(edition: Edition) -> dict[str, _Covered]:
    """For each detector what an index holds."""
    mentions = [(mention.unit, mention.span) for mention in edition.mentions]
    dates = [(locus.form.unit, locus.form.span) for event in edition.events for locus in event.loci]
    directives = [
        (recommendation.passage.unit, span)
        for recommendation in edition.recommendations
        for span in (*(span for _, span in recommendation.actions), *recommendation.context)
    ]
    named = _Covered([*mentions, *dates])
    return {"date": _Covered(dates), "directive": _Covered(directives), "abbreviation": named, "name": named}


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


def _without_data(edition: Edition, blind: set[str]) -> Iterator[Diagnostic]:
    record, language = edition.editorial.edition, edition.editorial.witness.language
    for detector in sorted(blind):
        message = f"`complete` asks for “{detector}”, but that detector has no data for the language “{language}”"
        advice = "remove it from `complete`, or add a file for the language to scripts/edition/index/languages/"
        yield Diagnostic(record.where, "C007", message, advice)


def _idle(edition: Edition, used: set[int], blind: set[str]) -> Iterator[Diagnostic]:
    for index, exclusion in enumerate(edition.editorial.exclusions):
        if index not in used and exclusion.detector not in blind:
            at = f" at {exclusion.at}" if exclusion.at else ""
            message = f"no unindexed {NOUN[exclusion.detector]} found by the detector{at} is “{exclusion.form}”"
            yield Diagnostic(exclusion.where, "C005", message, "remove the exclusion, or give the form as reported")
