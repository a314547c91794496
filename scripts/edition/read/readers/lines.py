"""The witness as received: its lines, each with its place, and which of them may be running heads."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from edition.editorial import RunningHead, WitnessRecord
from edition.model.characters import unfit
from edition.model.diagnostics import Diagnostic, Where
from edition.model.patterns import page_number
from edition.model.values import Span

# No running head is longer; and a pattern is tried on short lines only.
LONGEST_HEAD: Final = 200


@dataclass(frozen=True)
class Line:
    """A line with words on it: 1-based number, range without surrounding white space, and its text."""

    number: int
    span: Span
    text: str


@dataclass(frozen=True)
class Witness:
    """The decoded text, its lines, and the name of its file for diagnostics."""

    file: str
    text: str
    lines: tuple[Line, ...]

    def where(self, line: Line, column: int = 1) -> Where:
        return Where(self.file, line.number, column)


def read_witness(file: str, text: str) -> Witness:
    """The lines of `text` that hold words, with their offsets."""
    lines = []
    for number, match in enumerate(re.finditer(r"[^\n]*\n|[^\n]+\Z", text), start=1):
        words = match.group().strip()
        if words:
            start = match.start() + match.group().index(words)
            lines.append(Line(number, Span(start, start + len(words)), words))
    return Witness(file, text, tuple(lines))


def character_errors(witness: Witness) -> Iterator[Diagnostic]:
    """Characters within the words of the witness that not every format can hold; white space between lines is free."""
    for line in witness.lines:
        for index, name in unfit(line.text):
            column = line.span.start + index - witness.text.rfind("\n", 0, line.span.start)
            advice = "check the encoding it was saved from, take it out of the text, and record the new checksum"
            yield Diagnostic(
                witness.where(line, column), "F009", f"the character {name} cannot be part of a text", advice
            )
            break


def checksum_error(file: str, data: bytes, record: WitnessRecord) -> Iterable[Diagnostic]:
    """An error if the SHA-256 of the witness's bytes is not the recorded one."""
    actual = hashlib.sha256(data).hexdigest()
    if actual != record.sha256:
        yield Diagnostic(
            Where(file),
            "W001",
            f"the SHA-256 of the witness is {actual}, but {record.sha256} is recorded",
            f"restore the file, or, if this is a new witness, record its checksum in {record.where.file}",
        )


@dataclass(frozen=True)
class HeadReading:
    """A line read as a running head: which head it is, the page number printed in it, if any, and as a number."""

    head: RunningHead
    page: int | None
    printed: str | None = None


def as_running_head(line: Line, heads: Iterable[RunningHead]) -> HeadReading | None:
    """The running head that `line` is, if one of the patterns matches all of it.

    A group named `page` in the pattern gives the printed page number, arabic or roman.
    """
    if len(line.text) > LONGEST_HEAD:
        return None
    for head in heads:
        if match := re.fullmatch(head.pattern, line.text):
            printed = match.groupdict().get("page")
            return HeadReading(head, page_number(printed) if printed else None, printed)
    return None
