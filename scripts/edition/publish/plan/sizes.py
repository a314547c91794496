"""How many bytes of HTML things take on a page, estimated before they are written, so that no page becomes too large.

The figures were measured on built pages and lie above what was measured; a test builds large pages and weighs them.
"""

from __future__ import annotations

from typing import Final

from edition.index.edition import ResolvedEntry, ResolvedEvent, ResolvedNote, ResolvedRecommendation
from edition.index.words import WordForm
from edition.model.values import Operation, Unit
from edition.publish.plan.apparatus import Changed, Row

# Bytes of content on one page; with the skeleton, navigation and lists around it a page stays below 300,000.
PAGE: Final = 220_000
# Bytes of what is on the first page alone: the axis of the timeline, the matrix of the register (its links, the rest).
AXIS: Final = 60_000
MATRIX: Final = 40_000
MATRIX_FRAME: Final = 25_000
# Bytes of a line in the list of what has moved to another page.
MOVED: Final = 160


def unit(item: Unit) -> int:
    """A paragraph with its number, links and marks."""
    return 250 + 3 * len(item.text)


def entry(item: ResolvedEntry, mentions: int) -> int:
    """A glossary entry with a line for each mention."""
    return 1500 + 330 * mentions + 300 * len(item.senses)


def event(item: ResolvedEvent) -> int:
    """An event with its passages."""
    return 1000 + 500 * (len(item.loci) + len(item.grounds))


def recommendation(item: ResolvedRecommendation) -> int:
    """An entry of the register with its actions."""
    return 900 + 400 * len(item.actions) + 2 * (item.passage.span.end - item.passage.span.start)


def concordance_row(places: int) -> int:
    """An entry's row in the concordance, with a link for each of its paragraphs."""
    return 250 + 75 * places


def comparison_row(mentions: int) -> int:
    """An entry's row in the comparison, with a stroke for each mention."""
    return 650 + 9 * mentions


def word(item: WordForm) -> int:
    """A word of the index, with a link for each of its paragraphs."""
    return 120 + 52 * len(item.places)


def row(item: Row) -> int:
    """A row of the apparatus."""
    thing = item.item
    if isinstance(thing, Operation):
        return 500 + 3 * (len(thing.lemma) + len(thing.reading) + (len(thing.reason) if item.anchored else 0))
    if isinstance(thing, ResolvedNote):
        return 900 + 3 * (len(thing.note.quote) + len(thing.note.text))
    return 200 if isinstance(thing, Changed) else 900
