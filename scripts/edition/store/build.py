"""A build: from source/ and editorial/ to docs/, under the lock."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from edition.assemble import assemble
from edition.index.edition import Edition
from edition.model.diagnostics import EditionError
from edition.publish import everything
from edition.publish.plan import is_owned
from edition.read.sources import read_sources
from edition.store.journal import Change
from edition.store.tree import read_inputs, recover, write_tree


@dataclass(frozen=True)
class Built:
    """What a build has made: the edition, its files by path in docs/, and what changed on disk."""

    edition: Edition
    files: Mapping[str, bytes]
    change: Change


def assembled(inputs: Mapping[str, bytes]) -> Edition:
    """The edition that these files of source/ and editorial/ make. Raises EditionError with all its errors."""
    sources = read_sources(inputs)
    edition, faults = assemble(sources.witness_file, sources.witness_text, sources.editorial)
    if faults:
        raise EditionError(faults)
    return edition


def build_docs(root: Path) -> Built:
    """Write the generated part of docs/ below `root`. The caller holds its lock.

    Raises EditionError with all errors, docs/ unchanged, but that a build which was interrupted before has been undone.
    """
    recover(root / "docs")
    edition = assembled(read_inputs(root))
    files = everything(edition)
    return Built(edition, files, write_tree(root / "docs", files, is_owned))
