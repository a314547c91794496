"""Sentences of a unit, as spans."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from edition.model.values import Span

_END: Final = re.compile(r"""[.?!][”"’')]*\s+(?=[“"‘'(]?[A-Z0-9])""")


class Sentences:
    """Divides text into sentences. `abbreviated` are words whose full stop ends none; neither does that of initials."""

    def __init__(self, abbreviated: Iterable[str] = ()) -> None:
        words = "|".join([*map(re.escape, abbreviated), r"[A-Z](?:\.[A-Z])*"])
        self._abbreviated = re.compile(rf"\b(?:{words})\.\s*\Z")

    def of(self, text: str) -> Iterator[Span]:
        """The sentences of `text` without the white space between them."""
        start = 0
        for match in _END.finditer(text):
            # An abbreviation is one word: no more of the text is looked at, however long its sentence is.
            word = max(start, *(text.rfind(space, start, match.start()) + 1 for space in " \n\N{NO-BREAK SPACE}"))
            if self._abbreviated.search(text[word : match.end()]):
                continue
            yield Span(start, match.start() + len(match.group().rstrip()))
            start = match.end()
        if start < len(text):
            yield Span(start, len(text.rstrip()))
