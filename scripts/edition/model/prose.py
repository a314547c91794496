"""References in the editors' prose: `{p14}`, `{R7}`, `{entry:red-lines}`, `{event:un-charter|the signature}`.

A reference names a place of the text (`{p14}`, `{epigraph}`, the id of a division with a heading), an entry of the
register (`{R7}`, `{A34}`), a glossary entry or an event. Words after `|` are shown in place of the usual label. A brace
that is meant as such is written twice: `{{`, `}}`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class ReferenceKind(StrEnum):
    """What a reference names."""

    PLACE = "place"
    RECOMMENDATION = "recommendation"
    ENTRY = "entry"
    EVENT = "event"


@dataclass(frozen=True)
class Reference:
    """What a reference names, by kind and id; the words to show (None: the usual label); how it is written."""

    kind: ReferenceKind
    id: str
    words: str | None
    written: str


_MARK: Final = re.compile(r"\{\{|\}\}|\{([^{}]*)\}")
_RECOMMENDATION: Final = re.compile(r"[RA][1-9][0-9]*")


def pieces(text: str) -> Iterator[str | Reference]:
    """`text` cut into plain words and references, in order. A brace that opens or closes nothing stays in the words."""
    words, done = "", 0
    for match in _MARK.finditer(text):
        words, done = words + text[done : match.start()], match.end()
        if match.group(1) is None:
            words += match.group()[0]
            continue
        if words:
            yield words
        yield _reference(match.group(1), match.group())
        words = ""
    if words := words + text[done:]:
        yield words


def references(text: str) -> tuple[Reference, ...]:
    """The references of `text`, in order."""
    return tuple(piece for piece in pieces(text) if isinstance(piece, Reference))


def stray_brace(text: str) -> str | None:
    """The first brace of `text` that belongs to no reference and is not doubled, with the words around it, or None."""
    rest = _MARK.sub(lambda match: "\0" * len(match.group()), text)
    if match := re.search(r"[{}]", rest):
        return text[max(0, match.start() - 20) : match.end() + 20]
    return None


def _reference(inside: str, written: str) -> Reference:
    target, bar, words = inside.partition("|")
    kind, colon, name = target.partition(":")
    shown = words.strip() if bar else None
    if colon and kind in (ReferenceKind.ENTRY, ReferenceKind.EVENT):
        return Reference(ReferenceKind(kind), name, shown, written)
    is_recommendation = _RECOMMENDATION.fullmatch(target)
    return Reference(ReferenceKind.RECOMMENDATION if is_recommendation else ReferenceKind.PLACE, target, shown, written)
