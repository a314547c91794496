"""Which line of the witness is what: front matter, a division's heading, a running head, an item or a paragraph."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice

from edition.editorial import DivisionEntry, Editorial, FrontMatter
from edition.model.diagnostics import Diagnostic
from edition.model.values import UnitKind
from edition.read.readers.lines import HeadReading, Line, Witness, as_running_head


@dataclass(frozen=True)
class Claim:
    """A line and its part in the report. `opens` is the division that begins with it; `head` a running head."""

    line: Line
    kind: UnitKind | None
    front: FrontMatter | None = None
    opens: DivisionEntry | None = None
    head: HeadReading | None = None


@dataclass
class _Cursor:
    """How far the declared order has been matched, and the errors met on the way."""

    at: int = 0
    errors: list[Diagnostic] = field(default_factory=list)


def in_order(parts: tuple[DivisionEntry, ...]) -> Iterator[DivisionEntry]:
    """The divisions and their parts in reading order."""
    for part in parts:
        yield part
        yield from in_order(part.parts)


def claim_lines(witness: Witness, editorial: Editorial) -> tuple[list[Claim], list[Diagnostic]]:
    """Every line with words on it, claimed in order; errors where the declared order is not the witness's."""
    cursor = _Cursor()
    fronts = _claim_front(witness, editorial, cursor)
    openings = _claim_openings(witness, editorial, cursor)
    heads, marker = editorial.witness.running_heads, editorial.witness.item_marker
    claims = []
    for index, line in enumerate(witness.lines):
        opens = openings.get(index)
        if index in fronts:
            claims.append(Claim(line, UnitKind.FRONT, front=fronts[index]))
        elif opens and opens.heading:
            claims.append(Claim(line, UnitKind.HEADING, opens=opens))
        elif not opens and (head := as_running_head(line, heads)):
            claims.append(Claim(line, None, head=head))
        else:
            kind = UnitKind.ITEM if line.text.startswith(marker) else UnitKind.PARAGRAPH
            claims.append(Claim(line, kind, opens=opens))
    if not cursor.errors:
        cursor.errors.extend(_stray(witness, claims))
    return claims, cursor.errors


def _claim_front(witness: Witness, editorial: Editorial, cursor: _Cursor) -> dict[int, FrontMatter]:
    claimed: dict[int, FrontMatter] = {}
    for entry in editorial.divisions.front_matter:
        line = witness.lines[cursor.at] if cursor.at < len(witness.lines) else None
        if line and line.text.startswith(entry.line):
            claimed[cursor.at] = entry
            cursor.at += 1
        else:
            found = f"line {line.number} begins “{line.text[:40]}”" if line else "the witness ends"
            cursor.errors.append(
                Diagnostic(
                    entry.where,
                    "W002",
                    f"front matter “{entry.id}” should begin “{entry.line[:40]}”, but {found}",
                    "make the words those of the witness, or put the entries in its order",
                )
            )
    return claimed


class _Lines:
    """Lines by what they begin with, so that the divisions need not read all lines one after the other."""

    def __init__(self, witness: Witness) -> None:
        self._sorted = sorted((line.text, index) for index, line in enumerate(witness.lines))
        self._known: dict[tuple[str, bool], list[int]] = {}

    def opening(self, entry: DivisionEntry) -> list[int]:
        """The lines that can open `entry`, by index: its heading, or what begins with its first words."""
        words = entry.heading or entry.starts or entry.title
        key = (words, entry.heading is not None)
        if key not in self._known:
            self._known[key] = sorted(self._beginning(*key))
        return self._known[key]

    def _beginning(self, words: str, whole: bool) -> Iterator[int]:
        for text, index in islice(self._sorted, bisect_left(self._sorted, (words, -1)), None):
            if not text.startswith(words):
                return
            if text == words or not whole:
                yield index


def _claim_openings(witness: Witness, editorial: Editorial, cursor: _Cursor) -> dict[int, DivisionEntry]:
    claimed: dict[int, DivisionEntry] = {}
    lines = _Lines(witness)
    for entry in in_order(editorial.divisions.divisions):
        opening = lines.opening(entry)
        # What is claimed is behind the cursor.
        ahead = bisect_left(opening, cursor.at)
        hits = [] if ahead < len(opening) else [index for index in opening if index not in claimed]
        if ahead < len(opening):
            claimed[opening[ahead]] = entry
            cursor.at = opening[ahead] + 1
        elif hits:
            line = witness.lines[hits[0]].number
            advice = f"move it before the division whose heading follows line {line}, or correct its heading"
            message = f"division “{entry.id}” is at line {line}, before the one that should precede it"
            cursor.errors.append(Diagnostic(entry.where, "W004", message, advice))
        else:
            words = entry.heading or entry.starts or entry.title
            message = f"no line {'is' if entry.heading else 'begins'} “{words}” (division “{entry.id}”)"
            advice = f"copy the words from {witness.file} as they are printed there"
            cursor.errors.append(Diagnostic(entry.where, "W003", message, advice))
    return claimed


def _stray(witness: Witness, claims: list[Claim]) -> Iterator[Diagnostic]:
    """Text before the first division that is not declared as front matter."""
    for claim in claims:
        if claim.opens:
            return
        if claim.front is None:
            yield Diagnostic(
                witness.where(claim.line),
                "W007",
                f"“{claim.line.text[:40]}” comes before the first division and is not declared as front matter",
                "add it to front_matter in editorial/divisions.yml, or let the first division begin here",
            )
