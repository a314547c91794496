"""Sentences end where readers end them."""

from __future__ import annotations

import pytest

from edition.text.sentences import sentences


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
    assert [text[span.start : span.end] for span in sentences(text)] == expected
