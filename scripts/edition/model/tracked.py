"""Text that remembers where in the witness each of its characters comes from."""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from edition.model.values import Span

INSERTED: Final = -1

# The type of the offsets: signed, at least four bytes (a witness of two gigabytes).
_OFFSETS: Final = "i"


def fold_quotes(words: str) -> str:
    """`words` with curly quotation marks and apostrophes made straight, character for character."""
    if words.isascii():
        return words
    return words.replace("‘", "'").replace("’", "'").replace("“", '"').replace("”", '"')


def occurrences(words: str, text: str) -> list[Span]:
    """Where `words` stand in `text`, quotation marks folded; overlapping occurrences count."""
    return occurrences_folded(fold_quotes(words), fold_quotes(text))


def occurrences_folded(needle: str, hay: str) -> list[Span]:
    """Where `needle` stands in `hay`, both with folded quotation marks; overlapping occurrences count."""
    found, start = [], 0
    while needle and (start := hay.find(needle, start)) >= 0:
        found.append(Span(start, start + len(needle)))
        start += 1
    return found


@dataclass(frozen=True)
class Tracked:
    """`text`, and for each character its offset in the witness (`INSERTED` for what the edition adds)."""

    text: str
    origin: array[int]

    @staticmethod
    def of(witness: str, span: Span) -> Tracked:
        return Tracked(witness[span.start : span.end], array(_OFFSETS, range(span.start, span.end)))

    @staticmethod
    def inserted(text: str) -> Tracked:
        return Tracked(text, array(_OFFSETS, [INSERTED]) * len(text))

    @staticmethod
    def concatenated(parts: Iterable[Tracked]) -> Tracked:
        parts, origin = list(parts), array(_OFFSETS)
        for part in parts:
            origin += part.origin
        return Tracked("".join(part.text for part in parts), origin)

    def cut(self, span: Span) -> Tracked:
        return Tracked(self.text[span.start : span.end], self.origin[span.start : span.end])

    def replaced(self, span: Span, reading: str) -> Tracked:
        """The text with `span` replaced by `reading`, which counts as inserted."""
        return self.all_replaced([span], reading)

    def all_replaced(self, spans: Iterable[Span], reading: str) -> Tracked:
        """The text with each of `spans` (in order, apart) replaced by `reading`, which counts as inserted."""
        parts, end, new = [], 0, Tracked.inserted(reading)
        for span in spans:
            parts += [self.cut(Span(end, span.start)), new]
            end = span.end
        return Tracked.concatenated([*parts, self.cut(Span(end, len(self.text)))])

    def touched(self, span: Span) -> bool:
        """Whether `span` holds anything that is not the witness's."""
        return INSERTED in self.origin[span.start : span.end]

    def source(self, span: Span) -> Span:
        """The range of the witness that the characters of `span` (none inserted, at least one) come from."""
        return Span(self.origin[span.start], self.origin[span.end - 1] + 1)

    def index(self, offset: int) -> int:
        """The index of the first character that comes from `offset` of the witness or from behind it."""
        try:
            return self.origin.index(offset)
        except ValueError:
            return next((i for i, origin in enumerate(self.origin) if origin >= offset), len(self.text))
