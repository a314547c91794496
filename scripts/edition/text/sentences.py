"""Sentences of a unit, as spans."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from edition.model.values import Span

_END: Final = re.compile(r"""[.?!][”"’')]*\s+(?=[“"‘'(]?[A-Z0-9])""")
_ABBREVIATED: Final = re.compile(r"\b(?:Dr|Mr|Mrs|Ms|St|No|vs|[A-Z](?:\.[A-Z])*)\.\s*\Z")


def sentences(text: str) -> Iterator[Span]:
    """The sentences of `text` without the white space between them. Titles and initials end none."""
    start = 0
    for match in _END.finditer(text):
        if _ABBREVIATED.search(text[start : match.end()]):
            continue
        yield Span(start, len(text[: match.end()].rstrip()))
        start = match.end()
    if start < len(text):
        yield Span(start, len(text.rstrip()))
