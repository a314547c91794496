"""What every writer sees: the edition, its concordance, the plan and the labels, and forms that all writers share."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from edition.editorial import Addressee, Category, Source, Theme
from edition.index.concordance import Concordance
from edition.index.edition import Edition, ResolvedEntry, ResolvedEvent, ResolvedRecommendation
from edition.index.words import WordForm
from edition.model.prose import Reference, ReferenceKind, pieces
from edition.model.values import Division, Passage, Span, Unit
from edition.publish.labels import Labels
from edition.publish.layers import Layers
from edition.publish.markup.languages import marked
from edition.publish.markup.markdown import Markdown, Words, escape, escape_line, joined, link, span
from edition.publish.plan.plan import Address, Plan


@dataclass(frozen=True)
class Extent:
    """Where a division with all its parts is in the text: words before it, its words, its first and last page."""

    begin: int
    words: int
    page: int
    last_page: int


@dataclass(frozen=True)
class View:
    """The edition for writers. `labels` are the engine's words in the language of the report."""

    edition: Edition
    concordance: Concordance
    plan: Plan
    labels: Labels

    @cached_property
    def layers(self) -> Layers:
        return Layers(self.edition)

    @cached_property
    def entries(self) -> dict[str, ResolvedEntry]:
        return {resolved.id: resolved for resolved in self.edition.entries}

    @cached_property
    def entries_in_order(self) -> tuple[ResolvedEntry, ...]:
        """The glossary from A to Z."""
        return tuple(sorted(self.edition.entries, key=lambda resolved: (resolved.entry.order, resolved.id)))

    @cached_property
    def recommendation_at(self) -> dict[str, ResolvedRecommendation]:
        """The recommendation that each registered item is, by unit."""
        return {r.passage.unit: r for r in self.edition.recommendations if r.entry.quote is None}

    @cached_property
    def addressees(self) -> dict[str, Addressee]:
        return {item.id: item for item in self.edition.editorial.recommendations.addressees}

    @cached_property
    def themes(self) -> dict[str, Theme]:
        return {item.id: item for item in self.edition.editorial.recommendations.themes}

    @cached_property
    def categories(self) -> dict[str, Category]:
        return {item.id: item for item in self.edition.editorial.timeline.categories}

    @cached_property
    def _extents(self) -> dict[str, Extent]:
        extents: dict[str, Extent] = {}
        for division in reversed(self.edition.text.divisions):
            units = [self.edition.units[name] for name in division.units]
            own = [Extent(self.concordance.begin(u.id), len(u.text.split()), u.page, u.last_page) for u in units]
            parts = [*own, *(extents[child] for child in division.children)] or [Extent(0, 0, 1, 1)]
            words = sum(part.words for part in parts)
            extents[division.id] = Extent(parts[0].begin, words, parts[0].page, parts[-1].last_page)
        return extents

    @cached_property
    def section_starts(self) -> tuple[float, ...]:
        """Where the divisions at the top begin, as shares of the words of the whole."""
        tops = (division for division in self.plan.tree.tops if division.units)
        return tuple(self.concordance.begin(top.units[0]) / self.concordance.words for top in tops)

    @property
    def word_forms(self) -> tuple[WordForm, ...]:
        """All words of the numbered text, by key."""
        return self.concordance.word_forms

    @property
    def function_words(self) -> frozenset[str]:
        """The words that lists of frequent words leave out."""
        return self.edition.language.function_words

    @cached_property
    def sources(self) -> dict[str, Source]:
        return {source.id: source for source in self.edition.editorial.sources}

    def extent(self, division: Division) -> Extent:
        """Where a division is in the text, with all its parts."""
        return self._extents[division.id]

    @cached_property
    def _front_labels(self) -> dict[str, str]:
        return {entry.id: entry.label for entry in self.edition.editorial.divisions.front_matter}

    def link(self, here: str, words: Words, target: Address | str, *classes: str, **fields: str | None) -> Markdown:
        """A link from page `here`."""
        return link(words, self.plan.link(here, target), *classes, **fields)

    def named(self, here: str, words: str, target: Address, *classes: str) -> Markdown:
        """A link that shows `words`, those of other languages marked."""
        return link(self.words(words), self.plan.link(here, target), *classes)

    def headword(self, here: str, entry: str, *classes: str) -> Markdown:
        """A link to a glossary entry that shows its headword."""
        return self.named(here, self.entries[entry].entry.printed, self.plan.entry(entry), *classes)

    def locus(self, here: str, unit: str, span: Span | None = None) -> Markdown:
        """A link to a unit, labelled with its number and page: `¶ 12, p. 5`. `span` narrows the page."""
        return link(self.locus_label(unit, span), self.plan.link(here, self.plan.unit(unit)), "locus")

    def locus_label(self, unit: str, span: Span | None = None) -> str:
        """The printed form of a locus: paragraph and inferred page."""
        found = self.edition.units[unit]
        name = self.labels("locus.paragraph", number=str(found.number)) if found.numbered else self.front_label(found)
        span = span or Span(0, len(found.text))
        first, last = found.page_at(span.start), found.page_at(max(span.start, span.end - 1))
        one = "locus.page" if first == last else "locus.pages"
        return self.labels("locus.both", place=name, pages=self.labels(one, first=str(first), last=str(last)))

    def front_label(self, unit: Unit) -> str:
        """What an unnumbered unit is called: its label in the front matter, or the heading's words."""
        return self._front_labels.get(unit.id) or self.labels("locus.heading", title=unit.text)

    def division_title(self, unit: Unit) -> str:
        """The title of the division that `unit` is in."""
        division = self.edition.divisions.get(unit.division)
        return division.title if division else self.labels("report.front_matter")

    def heading_over(self, unit: Unit) -> str:
        """What a unit is under: a run-in heading, or its division's title; a line of the front matter, its label."""
        return self.layers.headings[unit.id] or self.front_label(unit)

    def words(self, text: str) -> Markdown:
        """`text` for Markdown, with words of other languages marked."""
        return marked(text, self.edition.editorial.edition.languages)

    def prose(self, here: str, text: str) -> Markdown:
        """The editors' `text` for page `here`, also at the start of a line: references as links, languages marked."""
        parts: list[Markdown] = []
        for piece in pieces(text):
            if isinstance(piece, Reference):
                parts.append(self._reference(here, piece))
                continue
            words = self.words(piece)
            parts.append(escape_line(piece) if not parts and words == escape(piece) else words)
        return joined(parts)

    def plain(self, text: str) -> str:
        """The editors' `text` without markup: each reference as its label."""
        return "".join(piece if isinstance(piece, str) else self._label(piece) for piece in pieces(text))

    def _reference(self, here: str, reference: Reference) -> Markdown:
        match reference.kind:
            case ReferenceKind.PLACE:
                return self.named(here, self._label(reference), self.plan.unit(reference.id), "locus")
            case ReferenceKind.RECOMMENDATION:
                target = self.plan.recommendation(reference.id)
            case ReferenceKind.ENTRY:
                target = self.plan.entry(reference.id)
            case ReferenceKind.EVENT:
                target = self.plan.event(reference.id)
        return self.named(here, self._label(reference), target)

    def _label(self, reference: Reference) -> str:
        """What a reference shows: its own words, or the number, title or headword of what it names."""
        if reference.words:
            return reference.words
        match reference.kind:
            case ReferenceKind.PLACE:
                unit = self.edition.units[reference.id]
                if unit.numbered:
                    return self.labels("locus.alone", number=str(unit.number))
                return self.front_label(unit).lower()
            case ReferenceKind.ENTRY:
                return self.entries[reference.id].entry.printed
            case ReferenceKind.EVENT:
                return self.events[reference.id].event.title
        return reference.id

    def quotation(self, here: str, passage: Passage) -> Markdown:
        """The words of a passage in quotation marks, with their locus."""
        words = joined(["“", self.words(_inner_quotes(self.edition.words_at(passage))), "”"])
        return joined([span(words, "words"), self.locus(here, passage.unit, passage.span)], " ")

    @cached_property
    def events(self) -> dict[str, ResolvedEvent]:
        """The events by id, in the order of the timeline: what has been, then targets."""
        found = {resolved.id: resolved for resolved in self.edition.events}
        return {name: found[name] for name in self.plan.events.page_of}


def _inner_quotes(words: str) -> str:
    return words.replace("“", "‘").replace("”", "’") if words.count("“") == words.count("”") else words
