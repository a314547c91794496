"""From a locus and quoted words to a passage of the text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import accumulate, islice
from typing import Final

from edition.editorial import Locus, Place
from edition.index.edition import Quoted
from edition.model.diagnostics import Diagnostic, Where
from edition.model.tracked import fold_quotes, occurrences, occurrences_folded
from edition.model.values import Passage, Span, Unit

# No quotation holds it, so none is found across two units.
_BETWEEN: Final = "\x00"
NAMED: Final = 5


class Resolver:
    """Finds quoted words in units, and keeps the errors it meets."""

    def __init__(self, units: Iterable[Unit]) -> None:
        self.units = {unit.id: unit for unit in units}
        self.errors: list[Diagnostic] = []

    @cached_property
    def _folded(self) -> dict[str, str]:
        """The text of each unit, quotation marks folded."""
        return {name: fold_quotes(unit.text) for name, unit in self.units.items()}

    @cached_property
    def _whole(self) -> str:
        return _BETWEEN.join(self._folded.values())

    @cached_property
    def _begins(self) -> list[int]:
        """Where in the whole each unit begins."""
        return [0, *accumulate(len(text) + 1 for text in self._folded.values())]

    def _holding(self, quote: str) -> Iterator[str]:
        """The ids of the units that hold `quote`, in reading order."""
        needle, names, start = fold_quotes(quote), list(self.units), 0
        while needle and (start := self._whole.find(needle, start)) >= 0:
            index = bisect_right(self._begins, start) - 1
            yield names[index]
            start = self._begins[index + 1]

    def place(self, place: Place) -> Quoted | None:
        """The passages of `place`, or None with the reason added to `errors`."""
        quote = self.words(place.where, place.at, place.quote)
        if quote is None:
            return None
        form = self._inside(place.where, quote, "form", place.form)
        if form is None:
            return None
        link = self._inside(place.where, form, "link", place.link if isinstance(place, Locus) else None)
        return Quoted(quote, form, link) if link else None

    def _inside(self, where: Where, around: Passage, name: str, words: str | None) -> Passage | None:
        """The one place of `words` in the passage `around`; all of it where none are given."""
        if words is None:
            return around
        hits = occurrences(words, self.units[around.unit].text[around.span.start : around.span.end])
        if len(hits) != 1:
            times = "is not" if not hits else f"is {len(hits)} times"
            message, advice = (
                f"the {name} “{words}” {times} in its quote",
                f"choose a quote that contains the {name} once",
            )
            self.errors.append(Diagnostic(where, "L004", message, advice))
            return None
        start = around.span.start + hits[0].start
        return Passage(around.unit, Span(start, start + len(words)))

    def words(self, where: Where, at: str, quote: str) -> Passage | None:
        """The one place in unit `at` where `quote` appears."""
        unit = self.units.get(at)
        if unit is None:
            message = f"the text has no “{at}”"
            advice = "give p1 to pN, an anchor of the front matter, or the id of a division that has a heading"
            self.errors.append(Diagnostic(where, "L001", message, advice))
            return None
        hits = occurrences_folded(fold_quotes(quote), self._folded[at])
        if len(hits) == 1:
            return Passage(at, hits[0])
        if hits:
            message, advice = f"“{quote}” occurs {len(hits)} times in {at}", "add words until the quote is unique"
            self.errors.append(Diagnostic(where, "L003", message, advice))
        else:
            elsewhere = list(islice(self._holding(quote), NAMED))
            advice = f"it is in {', '.join(elsewhere)}" if elsewhere else "copy the words from the text as it reads"
            self.errors.append(Diagnostic(where, "L002", f"“{quote}” is not in {at}", advice))
        return None
