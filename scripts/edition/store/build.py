"""A build: from source/ and editorial/ to docs/, under the lock."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from edition.assemble import assemble
from edition.index.edition import Edition
from edition.model.diagnostics import EditionError
from edition.publish.everything import everything, view_of
from edition.publish.plan.paths import is_owned
from edition.publish.view import View
from edition.read.sources import read_sources
from edition.store.journal import DiskChange
from edition.store.tree import read_inputs, recover, write_tree


@dataclass(frozen=True)
class Built:
    """What a build has read and made: the planned edition, its files by path in docs/, and what changed on disk."""

    inputs: Mapping[str, bytes]
    view: View
    files: Mapping[str, bytes]
    change: DiskChange


def assembled(inputs: Mapping[str, bytes]) -> Edition:
    """The edition that these files of source/ and editorial/ make. Raises EditionError with all its errors."""
    sources = read_sources(inputs)
    edition, errors = assemble(sources.witness_file, sources.witness_text, sources.editorial)
    if errors:
        raise EditionError(errors)
    return edition


def build_docs(root: Path, last: Built | None = None) -> Built:
    """Write the generated part of docs/ below `root`. The caller holds its lock.

    Where the inputs are those of the `last` build, what that one made is written again, not made again.
    Raises EditionError with all errors, docs/ unchanged, but that a build which was interrupted before has been undone.
    """
    recover(root / "docs")
    inputs = read_inputs(root)
    if last and last.inputs == inputs:
        view, files = last.view, last.files
    else:
        view = view_of(assembled(inputs))
        files = everything(view)
    return Built(inputs, view, files, write_tree(root / "docs", files, is_owned))
