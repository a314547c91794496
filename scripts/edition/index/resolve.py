"""From a locus and quoted words to a passage of the text."""

from __future__ import annotations

from collections.abc import Iterable

from edition.editorial import Locus, Place
from edition.index.edition import Quoted
from edition.model.diagnostics import Diagnostic, Where
from edition.model.tracked import occurrences
from edition.model.values import Passage, Span, Unit


class Resolver:
    """Finds quoted words in units, and keeps the faults it meets."""

    def __init__(self, units: Iterable[Unit]) -> None:
        self.units = {unit.id: unit for unit in units}
        self.faults: list[Diagnostic] = []

    def place(self, place: Place) -> Quoted | None:
        """The passages of `place`, or None with the reason added to `faults`."""
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
            message, advice = f"the {name} “{words}” {times} in its quote", f"use a quote that holds the {name} once"
            self.faults.append(Diagnostic(where, "L004", message, advice))
            return None
        start = around.span.start + hits[0].start
        return Passage(around.unit, Span(start, start + len(words)))

    def words(self, where: Where, at: str, quote: str) -> Passage | None:
        """The one place in unit `at` where `quote` stands."""
        unit = self.units.get(at)
        if unit is None:
            message = f"the text has no “{at}”"
            advice = "give p1 to pN, an anchor of the front matter, or the id of a division that has a heading"
            self.faults.append(Diagnostic(where, "L001", message, advice))
            return None
        hits = occurrences(quote, unit.text)
        if len(hits) == 1:
            return Passage(at, hits[0])
        if hits:
            message, advice = f"“{quote}” occurs {len(hits)} times in {at}", "add words until the quote is unique"
            self.faults.append(Diagnostic(where, "L003", message, advice))
        else:
            elsewhere = [other.id for other in self.units.values() if occurrences(quote, other.text)]
            advice = f"it is in {', '.join(elsewhere[:5])}" if elsewhere else "copy the words from the text as it reads"
            self.faults.append(Diagnostic(where, "L002", f"“{quote}” is not in {at}", advice))
        return None
