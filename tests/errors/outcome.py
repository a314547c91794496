"""What becomes of an edition: refused with diagnostics that name places, or built. Nothing else may happen."""

from __future__ import annotations

import re

from edition.assemble import assemble
from edition.model.diagnostics import CODES, Diagnostic, EditionError, printable
from edition.publish.everything import everything, view_of
from edition.read.sources import read_sources

PRINTED = re.compile(r".+:[1-9]\d*:[1-9]\d*: \[[A-Z]\d{3}\] .+: .+")


def outcome(files: dict[str, bytes]) -> tuple[Diagnostic, ...] | dict[str, bytes]:
    """The diagnostics, or the files that a build writes."""
    try:
        sources = read_sources(files)
    except EditionError as error:
        return error.diagnostics
    edition, errors = assemble(sources.witness_file, sources.witness_text, sources.editorial)
    if errors:
        return tuple(errors)
    try:
        return everything(view_of(edition))
    except EditionError as error:
        return error.diagnostics


def check_place(diagnostic: Diagnostic, files: dict[str, bytes]) -> None:
    """A diagnostic is one printable line with a known code, and its place is in its file."""
    line = str(diagnostic)
    assert PRINTED.fullmatch(line), line
    assert line == printable(line), line
    assert diagnostic.code in CODES
    where = diagnostic.where
    if where.file not in files:
        assert diagnostic.code in ("F001", "R006"), line
        return
    lines = re.split(r"\r\n|\r|\n", files[where.file].decode("utf-8-sig", "replace"))
    assert where.line <= len(lines), line
    assert where.column <= len(lines[where.line - 1]) + 1, line
