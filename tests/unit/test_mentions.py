"""Mentions: leftmost, longest, at word boundaries, without overlap."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edition.index.mentions import LocatedForm, Matcher, find_mentions
from edition.model.values import Span, Unit, UnitKind


def unit(text: str) -> Unit:
    return Unit("p1", 1, UnitKind.PARAGRAPH, "d", 1, 1, text)


def found(text: str, **forms: str) -> list[tuple[str, str]]:
    by_form = {form: entry for entry, form in forms.items()}
    return [(text[span.start : span.end], entry) for span, entry, _ in Matcher(by_form).find(text)]


@pytest.mark.parametrize(
    ("text", "forms", "expected"),
    [
        ("The UN is united.", {"un": "UN"}, [("UN", "un")]),
        ("The UN Charter", {"un": "UN", "charter": "UN Charter"}, [("UN Charter", "charter")]),
        ("the UN Chart", {"un": "UN", "charter": "UN Charter"}, [("UN", "un")]),
        ("China–US relations", {"china": "China"}, []),
        ("UNO, Chinas, reUN", {"un": "UN", "china": "China"}, []),
        ("US-led and pro-US", {"us": "US"}, []),
        ("China/US trade", {"china": "China"}, []),
        ("China’s and China's", {"china": "China"}, [("China’s", "china"), ("China's", "china")]),
        ("Mutual respect; mutual respect", {"m": "mutual respect"}, [("Mutual respect", "m"), ("mutual respect", "m")]),
        ("trump cards, Trump", {"t": "Trump"}, [("Trump", "t")]),
        ("P5+1, (R&D)", {"p": "P5+1", "r": "R&D"}, [("P5+1", "p"), ("R&D", "r")]),
        ("a “new Cold War,” and", {"n": "“new Cold War”"}, []),
        ("a “new Cold War” and", {"n": '"new Cold War"'}, [("“new Cold War”", "n")]),
    ],
)
def test_forms_match_whole_words(text: str, forms: dict[str, str], expected: list[tuple[str, str]]) -> None:
    assert found(text, **forms) == expected


def test_a_located_mention_goes_before_forms() -> None:
    units = [unit("this framework and this framework")]
    located = [LocatedForm("dialogue", "p1", Span(0, 14))]
    mentions, _, _ = find_mentions(units, {"framework": "concept"}, located)
    assert [(m.entry, m.form) for m in mentions] == [("dialogue", "this framework"), ("concept", "framework")]


def test_an_exception_frees_what_else_matches_there() -> None:
    units = [unit("the first keeper spoke")]
    forms = {"first keeper": "office", "keeper": "trade"}
    barred = LocatedForm("office", "p1", Span(4, 16))
    mentions, _, effective = find_mentions(units, forms, exceptions=[barred])
    assert [(m.entry, m.form) for m in mentions] == [("trade", "keeper")]
    assert effective == {barred}


WORDS = st.lists(st.sampled_from(["a", "b", "c", "a b", "b c", "a b c"]), min_size=1, max_size=6, unique=True)
TEXT = st.lists(st.sampled_from(["a", "b", "c", "d", "a-b", "b’s"]), max_size=20).map(" ".join)


@given(WORDS, TEXT)
def test_matches_are_leftmost_longest_and_apart(forms: list[str], text: str) -> None:
    """Against a plain reading of the rule: at each word, try every form, longest first."""
    spans = [span for span, _, _ in Matcher({form: form for form in forms}).find(text)]
    assert all(one.end <= other.start for one, other in pairwise(spans))
    assert spans == list(plainly(forms, text))


def plainly(forms: list[str], text: str) -> list[Span]:
    spans, at = [], 0
    while at < len(text):
        for form in sorted(forms, key=len, reverse=True):
            end = at + len(form)
            if text.startswith(form, at) and bounded(text, at, end):
                end += 2 if text.startswith("’s", end) and bounded(text, at, end + 2) else 0
                spans.append(Span(at, end))
                at = end - 1
                break
        at += 1
    return spans


def bounded(text: str, start: int, end: int) -> bool:
    before, after = text[:start], text[end:]
    opens = not before or not (before[-1].isalnum() or (before[-1] == "-" and before[-2:-1].isalnum()))
    closes = not after or not (after[0].isalnum() or (after[0] == "-" and after[1:2].isalnum()))
    return opens and closes
