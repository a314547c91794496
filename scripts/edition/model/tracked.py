"""Text that remembers where in the witness each of its characters comes from."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from edition.model.values import Span

INSERTED: Final = -1

_FOLDED: Final = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"'})


def fold_quotes(words: str) -> str:
    """`words` with curly quotation marks and apostrophes made straight, character for character."""
    return words.translate(_FOLDED)


def occurrences(words: str, text: str) -> list[Span]:
    """Where `words` stand in `text`, quotation marks folded; overlapping occurrences count."""
    needle, hay, found, start = fold_quotes(words), fold_quotes(text), [], 0
    while needle and (start := hay.find(needle, start)) >= 0:
        found.append(Span(start, start + len(needle)))
        start += 1
    return found


@dataclass(frozen=True)
class Tracked:
    """`text`, and for each character its offset in the witness (`INSERTED` for what the edition adds)."""

    text: str
    origin: tuple[int, ...]

    @staticmethod
    def of(witness: str, span: Span) -> Tracked:
        return Tracked(witness[span.start : span.end], tuple(range(span.start, span.end)))

    @staticmethod
    def inserted(text: str) -> Tracked:
        return Tracked(text, (INSERTED,) * len(text))

    @staticmethod
    def concatenated(parts: Iterable[Tracked]) -> Tracked:
        parts = list(parts)
        return Tracked("".join(p.text for p in parts), tuple(o for p in parts for o in p.origin))

    def cut(self, span: Span) -> Tracked:
        return Tracked(self.text[span.start : span.end], self.origin[span.start : span.end])

    def replaced(self, span: Span, reading: str) -> Tracked:
        """The text with `span` replaced by `reading`, which counts as inserted."""
        before, after = self.cut(Span(0, span.start)), self.cut(Span(span.end, len(self.text)))
        return Tracked.concatenated((before, Tracked.inserted(reading), after))

    def touched(self, span: Span) -> bool:
        """Whether `span` holds anything that is not the witness's."""
        return INSERTED in self.origin[span.start : span.end]

    def source(self, span: Span) -> Span:
        """The range of the witness that the characters of `span` (none inserted, at least one) come from."""
        return Span(self.origin[span.start], self.origin[span.end - 1] + 1)

    def index(self, offset: int) -> int:
        """The index of the first character that comes from `offset` of the witness or from behind it."""
        return next((i for i, origin in enumerate(self.origin) if origin >= offset), len(self.text))
