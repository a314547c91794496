"""Sentences end where readers end them."""

from __future__ import annotations

import pytest

from edition.index.languages import language
from edition.text.sentences import Sentences


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One. Two.", ["One.", "Two."]),
        ("Dr. Henry Kissinger spoke. He left.", ["Dr. Henry Kissinger spoke.", "He left."]),
        ("The G.W. Bush years. Then.", ["The G.W. Bush years.", "Then."]),
        ("It grew 8.3 percent. “So?” he said.", ["It grew 8.3 percent.", "“So?” he said."]),
        ("He said “no.” They left.", ["He said “no.”", "They left."]),
        ("No end", ["No end"]),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    divided = Sentences(language("en").abbreviated)
    assert [text[span.start : span.end] for span in divided.of(text)] == expected


def test_abbreviations_are_those_of_the_language() -> None:
    text = "Dr. Who. G.W. Who."
    assert [text[span.start : span.end] for span in Sentences().of(text)] == ["Dr.", "Who.", "G.W. Who."]
