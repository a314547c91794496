"""The detectors, against lists made by hand by reading the report."""

from __future__ import annotations

import json
from typing import Any

from conftest import ROOT
from edition.index.edition import Edition
from edition.model.tracked import fold_quotes, occurrences
from edition.model.values import Found, Passage, Span, UnitKind

HAND = ROOT / "tests/hand"


def by_hand(name: str) -> dict[str, list[Any]]:
    loaded: dict[str, list[Any]] = json.loads((HAND / f"{name}.json").read_text(encoding="utf-8"))
    return loaded


def whole(words: str, text: str) -> list[Span]:
    """Where `words` stand in `text` as whole words."""
    places = occurrences(words, text)
    assert places, f"the hand list has “{words}”, the text has not"
    return [p for p in places if not (text[p.start - 1 : p.start].isalnum() or text[p.end : p.end + 1].isalnum())]


def missed(edition: Edition, found: list[Found], listed: dict[str, list[str]]) -> list[str]:
    """The expressions of a hand list that no find touches, wherever in their unit they stand."""
    spans: dict[str, list[Span]] = {}
    for item in found:
        spans.setdefault(item.passage.unit, []).append(item.passage.span)
    return [
        f"{unit}: {words}"
        for unit, expressions in listed.items()
        for words in expressions
        if not any(
            span.overlaps(place) for place in whole(words, edition.units[unit].text) for span in spans.get(unit, [])
        )
    ]


def test_no_temporal_expression_is_missed(edition: Edition) -> None:
    assert not missed(edition, list(edition.detectors.temporal(edition.text.units)), by_hand("temporal"))


def test_no_name_is_missed(edition: Edition) -> None:
    assert not missed(
        edition, list(edition.detectors.names(edition.text.units)), without_headings(edition, by_hand("names"))
    )


def test_no_abbreviation_is_missed(edition: Edition) -> None:
    assert not missed(edition, list(edition.detectors.abbreviations(edition.text.units)), by_hand("abbreviations"))


def without_headings(edition: Edition, listed: dict[str, list[str]]) -> dict[str, list[str]]:
    """The detector of names leaves headings out, which set every word in capitals."""
    return {unit: names for unit, names in listed.items() if edition.units[unit].kind is not UnitKind.HEADING}


def test_every_name_of_the_hand_list_is_in_an_index(edition: Edition) -> None:
    """Headings included: a name is mentioned by an entry, or stands in the words of an event."""
    indexed = [Found("index", Passage(m.unit, m.span), m.form) for m in edition.mentions]
    indexed += [Found("index", locus.form, "") for event in edition.events for locus in event.loci]
    assert not missed(edition, indexed, by_hand("names"))


def test_no_directive_sentence_is_missed(edition: Edition) -> None:
    listed = {unit: [item["sentence_begins"] for item in items] for unit, items in by_hand("directives").items()}
    assert not missed(edition, list(edition.detectors.directives(edition.text.units)), listed)


def test_directives_of_the_hand_list_are_registered_and_no_others(edition: Edition) -> None:
    registered = [
        Found("register", Passage(r.passage.unit, span), action.text)
        for r in edition.recommendations
        for action, span in r.actions
    ]
    told = by_sentence(edition)
    asked: dict[str, list[str]] = {}
    idle: dict[str, list[str]] = {}
    for unit, items in by_hand("directives").items():
        for item in items:
            whole_sentence = next(
                s for s in told[unit] if fold_quotes(s).startswith(fold_quotes(item["sentence_begins"]))
            )
            (asked if item["directive"] else idle).setdefault(unit, []).append(whole_sentence)
    assert not missed(edition, registered, asked)
    assert len(missed(edition, registered, idle)) == sum(map(len, idle.values()))


def by_sentence(edition: Edition) -> dict[str, list[str]]:
    return {u.id: [u.text[s.start : s.end] for s in edition.detectors.sentences(u.text)] for u in edition.text.units}
