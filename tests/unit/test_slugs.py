"""Anchors from words: an append-only list of examples. A line that changes breaks published addresses."""

from __future__ import annotations

import pytest

from edition.model.slugs import slug


@pytest.mark.parametrize(
    ("words", "anchor"),
    [
        ("No hot war", "no-hot-war"),
        ("China–US détente", "china-us-detente"),
        ("People’s Republic", "peoples-republic"),
        ("The “P5+1” framework", "the-p5-1-framework"),
        ("COVID-19", "covid-19"),
        ("  R&D  ", "r-d"),
    ],
)
def test_slugs(words: str, anchor: str) -> None:
    assert slug(words) == anchor
