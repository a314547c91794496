"""Recommendations: verbatim, complete, and described by the controlled lists."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from edition.editorial import RecommendationClass
from edition.index.edition import Edition, ResolvedRecommendation
from edition.model.diagnostics import Diagnostic, Where
from edition.model.tracked import occurrences
from edition.model.values import Span, UnitKind


def addressees_and_themes_are_known(edition: Edition) -> Iterator[Diagnostic]:
    """Only listed addressees and themes are used."""
    record = edition.editorial.recommendations
    lists = (
        ("R002", "addressee", {item.id for item in record.addressees}),
        ("R003", "theme", {item.id for item in record.themes}),
    )
    for entry in record.entries:
        for action in entry.actions:
            for (code, kind, known), used in zip(lists, (action.addressees, action.themes), strict=True):
                for index, name in enumerate(used):
                    if name not in known:
                        advice = (
                            f"use one of {', '.join(sorted(known))}, or add it to the list"
                            if known
                            else "add it to the list"
                        )
                        where = action.where.at(f"{kind}s", index)
                        yield Diagnostic(where, code, f"unknown {kind} “{name}” in {entry.id}", advice)


def classes_are_known(edition: Edition) -> Iterator[Diagnostic]:
    """Each entry has one of the classes."""
    known = [item.value for item in RecommendationClass]
    for entry in edition.editorial.recommendations.entries:
        if entry.class_ not in known:
            message = f"unknown class “{entry.class_}” of {entry.id}"
            yield Diagnostic(entry.where.at("class"), "R008", message, f"use one of {', '.join(known)}")


def parts_do_not_overlap(edition: Edition) -> Iterator[Diagnostic]:
    """Actions and contexts of one recommendation are different words."""
    for resolved in edition.recommendations:
        parts = [(span, action.where, f"the action “{action.text}”") for action, span in resolved.actions]
        for index, (span, words) in enumerate(zip(resolved.context, resolved.entry.context, strict=False)):
            parts.append((span, resolved.entry.where.at("context", index), f"the context “{words}”"))
        for (one, *_), (other, where, named) in pairwise(sorted(parts)):
            if one.overlaps(other):
                message = f"{named} overlaps another action or context of {resolved.id}"
                yield Diagnostic(where, "R007", message, "shorten them so that each word belongs to only one")


def words_are_verbatim(edition: Edition) -> Iterator[Diagnostic]:
    """Cue, verb, addressee, timeframe and instrument are words of the passage."""
    for resolved in edition.recommendations:
        text = edition.units[resolved.passage.unit].text
        for action in resolved.entry.actions:
            for name in ("cue", "verb", "addressee", "timeframe", "instrument"):
                words: str | None = getattr(action, name)
                if words and not occurrences(words, text):
                    message = f"the {name} “{words}” of {resolved.id} is not in {resolved.passage.unit}"
                    yield Diagnostic(action.where.at(name), "R004", message, "give the words as printed")


def every_sentence_is_accounted_for(edition: Edition) -> Iterator[Diagnostic]:
    """Each sentence of a passage has an action or is marked as context."""
    for resolved in edition.recommendations:
        for span in _sentences(edition, resolved):
            covered = any(s.overlaps(span) for _, s in resolved.actions) or any(
                s.overlaps(span) for s in resolved.context
            )
            if not covered:
                words = edition.units[resolved.passage.unit].text[span.start : span.end]
                message = f"the sentence “{words[:50]}…” of {resolved.id} is neither action nor context"
                yield Diagnostic(resolved.entry.where, "R005", message, "split it into actions or list it as context")


def _sentences(edition: Edition, resolved: ResolvedRecommendation) -> Iterator[Span]:
    unit, passage = edition.units[resolved.passage.unit], resolved.passage.span
    for span in edition.detectors.sentences(unit.text):
        head = unit.run_in
        if passage.overlaps(span) and not (head and head.span.contains(span)):
            yield span


def every_item_is_registered(edition: Edition) -> Iterator[Diagnostic]:
    """Each item of a division that recommends is an entry of recommendations.yml."""
    registered = {resolved.passage.unit for resolved in edition.recommendations}
    for unit in edition.text.units:
        division = edition.divisions.get(unit.division)
        if unit.kind is UnitKind.ITEM and division and division.recommends and unit.id not in registered:
            where = Where("editorial/recommendations.yml")
            message = f"the item {unit.id} (“{unit.text[:40]}…”) is not among the recommendations"
            advice = f"add an entry for it, which begins `- {{id: R…, at: {unit.id}, actions: […]}}`"
            yield Diagnostic(where, "R006", message, advice)


def withdrawn_entries_name_their_place(edition: Edition) -> Iterator[Diagnostic]:
    """An entry that was withdrawn says where its words are."""
    for item in edition.editorial.recommendations.withdrawn:
        if item.at not in edition.units:
            message = f"the withdrawn {item.id} names “{item.at}”, which the text does not have"
            yield Diagnostic(item.where.at("at"), "L001", message, "give p1 to pN, or an anchor of the front matter")
