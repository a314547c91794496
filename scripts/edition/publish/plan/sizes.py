"""How many bytes of HTML things take on a page, estimated before they are written, so that no page becomes too large.

The figures were measured on built pages and lie above what was measured; a test builds large pages and weighs them.
"""

from __future__ import annotations

from typing import Final

from edition.editorial import Normalisation, Sourced
from edition.index.edition import Edition, ResolvedEntry, ResolvedEvent, ResolvedNote, ResolvedRecommendation
from edition.index.words import WordForm
from edition.model.values import Operation, Unit
from edition.publish.plan.apparatus import Row

# Bytes of content on one page; with the skeleton, navigation and lists around it a page stays below 300,000.
PAGE: Final = 220_000
# Bytes of what is on the first page alone: the axis of the timeline, the matrix of the register (its links, the rest).
AXIS: Final = 60_000
MATRIX: Final = 40_000
MATRIX_FRAME: Final = 25_000
# Bytes of a line in the list of what has moved to another page.
MOVED: Final = 160
# Bytes of a passage's link and of a source, without the words of the passage.
_PASSAGE: Final = 200
_CITED: Final = 250


def unit(item: Unit) -> int:
    """A paragraph with its number, links and marks."""
    return 250 + 3 * len(item.text)


def entry(item: ResolvedEntry, mentions: int) -> int:
    """A glossary entry with a line for each mention."""
    return 1500 + 330 * mentions + 300 * len(item.senses)


def event(item: ResolvedEvent, edition: Edition) -> int:
    """An event with its passages, its note and what it rests on."""
    said = item.event
    printed = sum(_PASSAGE + _bytes(edition.words_at(found.quote)) for found in (*item.loci, *item.grounds))
    others = sum(200 + _bytes(other.why) for other in said.disagrees)
    return 600 + _bytes(said.title) + printed + _noted(said.note) + _CITED * len(said.sources) + others


def recommendation(item: ResolvedRecommendation, edition: Edition) -> int:
    """An entry of the register with its actions, each printed once in the text and once by itself."""
    actions = sum(220 + _bytes(action.text) for action, _ in item.actions)
    return 600 + _bytes(edition.words_at(item.passage)) + actions + _noted(item.entry.note)


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
        changed = _bytes(thing.lemma) + _bytes(thing.reading)
        return 600 + changed + _bytes(thing.reason) if item.anchored else 250 + changed
    if isinstance(thing, ResolvedNote):
        return 600 + 2 * _bytes(thing.note.quote) + _bytes(thing.note.text)
    if isinstance(thing, Normalisation):
        return 500 + sum(map(_bytes, (thing.label, thing.reason, thing.find, thing.replace)))
    return 200


def _noted(note: Sourced | None) -> int:
    return 100 + _bytes(note.text) + _CITED * len(note.sources) if note else 0


def _bytes(words: str) -> int:
    """Words in UTF-8, with a tenth for what is escaped."""
    return len(words.encode()) * 11 // 10
