"""The witness as received: its lines, each with its place, and which of them may be running heads."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass

from edition.editorial import RunningHead, WitnessRecord
from edition.model.diagnostics import Diagnostic, Where
from edition.model.values import Span


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


def checksum_fault(file: str, data: bytes, record: WitnessRecord) -> Iterable[Diagnostic]:
    """A fault if the SHA-256 of the witness's bytes is not the recorded one."""
    actual = hashlib.sha256(data).hexdigest()
    if actual != record.sha256:
        yield Diagnostic(
            Where(file),
            "W001",
            f"the SHA-256 of the witness is {actual}, recorded is {record.sha256}",
            f"restore the file, or, if this is a new witness, record its checksum in {record.where.file}",
        )


@dataclass(frozen=True)
class HeadReading:
    """A line read as a running head: which head it is, and the page number printed in it, if any."""

    head: RunningHead
    page: int | None


def as_running_head(line: Line, heads: Iterable[RunningHead]) -> HeadReading | None:
    """The running head that `line` is, if one of the patterns matches all of it.

    A group named `page` in the pattern gives the printed page number.
    """
    for head in heads:
        if match := re.fullmatch(head.pattern, line.text):
            printed = match.groupdict().get("page")
            return HeadReading(head, int(printed) if printed else None)
    return None
