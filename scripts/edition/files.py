"""Reading and writing: the only module, with `cli`, that touches the disk."""

from __future__ import annotations

import ctypes
import errno
import os
import shutil
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from .diagnostics import Diagnostic, EditionError, Where
from .editorial import (
    CitationRecord,
    Divisions,
    EditionRecord,
    Editorial,
    Emendations,
    ExclusionsFile,
    GlossaryFile,
    Located,
    RecommendationsFile,
    SourcesFile,
    TimelineFile,
    WitnessRecord,
)
from .witness import checksum_fault
from .yaml_source import parse_yaml, validated

L = TypeVar("L", bound=Located)
STAGING, RETIRED = ".docs-staging", ".docs-retired"


@dataclass(frozen=True)
class Sources:
    """Everything read from source/ and editorial/: the witness's file name and text, and the editors' data."""

    witness_file: str
    witness_text: str
    editorial: Editorial


class _Reader:
    """Reads files below a root and collects what is wrong with them."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.faults: list[Diagnostic] = []

    def text(self, name: str) -> str | None:
        path = self.root / name
        try:
            data = path.read_bytes()
        except OSError:
            self.faults.append(Diagnostic(Where(name), "F001", "the file is missing", "restore it or write it"))
            return None
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            line = data.count(b"\n", 0, error.start) + 1
            column = error.start - data.rfind(b"\n", 0, error.start)
            message = f"byte 0x{data[error.start]:02x} is not UTF-8"
            self.faults.append(Diagnostic(Where(name, line, column), "F002", message, "save the file as UTF-8"))
            return None
        if not text.strip():
            self.faults.append(Diagnostic(Where(name), "F003", "the file is empty", "restore its content"))
            return None
        return text

    def yaml(self, name: str, model: type[L]) -> L | None:
        text = self.text(name)
        if text is None:
            return None
        source, faults = parse_yaml(name, text)
        self.faults += faults
        if source is None:
            return None
        value, faults = validated(source, model)
        self.faults += faults
        return value

    def optional(self, name: str, model: type[L]) -> L | None:
        """A file that an edition may do without: where it is missing, the model's empty value."""
        if (self.root / name).exists():
            return self.yaml(name, model)
        return model(where=Where(name))

    def folder(self, name: str, model: type[L]) -> tuple[L, ...]:
        names = sorted(f"{name}/{path.name}" for path in (self.root / name).glob("*.yml"))
        return tuple(value for file in names if (value := self.yaml(file, model)) is not None)


def read_sources(root: Path) -> Sources:
    """Read and type source/ and editorial/ below `root`.

    Raises EditionError with every fault of every file.
    """
    reader = _Reader(root)
    record = reader.yaml("source/witness.yml", WitnessRecord)
    text = None
    if record:
        name = f"source/{record.file}"
        text = reader.text(name)
        if text is not None:
            reader.faults += checksum_fault(name, (root / name).read_bytes(), record)
    edition = reader.yaml("editorial/edition.yml", EditionRecord)
    citation = reader.optional("editorial/citation.yml", CitationRecord)
    divisions = reader.yaml("editorial/divisions.yml", Divisions)
    emendations = reader.optional("editorial/emendations.yml", Emendations)
    glossary = reader.folder("editorial/glossary", GlossaryFile)
    timeline = reader.optional("editorial/timeline.yml", TimelineFile)
    recommendations = reader.optional("editorial/recommendations.yml", RecommendationsFile)
    sources = reader.folder("editorial/sources", SourcesFile)
    exclusions = reader.folder("editorial/exclusions", ExclusionsFile)
    if reader.faults:
        raise EditionError(reader.faults)
    assert record and text is not None and edition and divisions and emendations and timeline and recommendations
    assert citation
    editorial = Editorial(
        edition=edition,
        citation=citation,
        witness=record,
        divisions=divisions,
        emendations=emendations,
        glossary=glossary,
        timeline=timeline,
        recommendations=recommendations,
        sources=tuple(source for file in sources for source in file.sources),
        exclusions=tuple(item for file in exclusions for item in file.exclusions),
    )
    return Sources(f"source/{record.file}", text, editorial)


def read_tree(docs: Path) -> dict[str, bytes]:
    """All files below `docs`, by POSIX path."""
    return {path.relative_to(docs).as_posix(): path.read_bytes() for path in sorted(docs.rglob("*")) if path.is_file()}


def write_tree(docs: Path, files: Mapping[str, bytes], owned: Iterable[str]) -> list[str]:
    """Make the generated part of `docs` equal to `files`, in one step; return the paths that changed.

    `owned` are the paths (a folder's ends in `/`) that belong to the engine: what else stands there goes. The new
    tree is completed beside the old one and takes its place in one system call, so whoever looks, or kills, finds
    the old tree or the new. Files that do not change keep their inode and time; hand-written ones are linked.
    """
    recover(docs)
    owned = tuple(owned)
    old = read_tree(docs) if docs.is_dir() else {}
    kept = {name for name in old if not is_owned(name, owned)}
    changed = sorted(name for name in files if old.get(name) != files[name])
    gone = sorted(name for name in old if name not in kept and name not in files)
    if not changed and not gone:
        return []
    staging = docs.parent / STAGING
    shutil.rmtree(staging, ignore_errors=True)
    for name in sorted(kept | files.keys()):
        target = staging / name
        target.parent.mkdir(parents=True, exist_ok=True)
        if name in files and name in changed:
            target.write_bytes(files[name])
        else:
            _link(docs / name, target)
    _exchange(staging, docs)
    _keep_late_edits(staging, docs, kept)
    shutil.rmtree(staging, ignore_errors=True)
    return sorted([*changed, *gone])


def is_owned(name: str, owned: Iterable[str]) -> bool:
    """Whether the path `name` belongs to the engine."""
    return any(name == path or (path.endswith("/") and name.startswith(path)) for path in owned)


def recover(docs: Path) -> None:
    """Clear what a killed build left beside `docs`; put `docs` back where only its retired copy is left."""
    retired = docs.parent / RETIRED
    if retired.is_dir() and not docs.exists():
        retired.rename(docs)
    for leftover in (docs.parent / STAGING, retired):
        shutil.rmtree(leftover, ignore_errors=True)


def _link(source: Path, target: Path) -> None:
    try:
        os.link(source, target)
    except OSError:
        shutil.copy2(source, target)


def _exchange(staging: Path, docs: Path) -> None:
    """Swap two folders: atomically where the system can (Linux: renameat2(2), RENAME_EXCHANGE), else by two renames."""
    if not docs.exists():
        staging.rename(docs)
        return
    if sys.platform == "linux" and _renameat2_exchange(staging, docs):
        return
    retired = docs.parent / RETIRED
    docs.rename(retired)
    staging.rename(docs)
    retired.rename(staging)


def _renameat2_exchange(one: Path, other: Path) -> bool:
    at_fdcwd, exchange = -100, 2
    try:
        renameat2 = ctypes.CDLL(None, use_errno=True).renameat2
    except (OSError, AttributeError):
        return False
    done = renameat2(at_fdcwd, os.fsencode(one), at_fdcwd, os.fsencode(other), exchange)
    if done == 0:
        return True
    if ctypes.get_errno() in (errno.ENOSYS, errno.EINVAL, errno.EPERM):
        return False
    raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()), str(other))


def _keep_late_edits(retired: Path, docs: Path, kept: Iterable[str]) -> None:
    """Carry over a hand-written file that an editor saved by renaming while the trees were exchanged."""
    for name in kept:
        old, new = retired / name, docs / name
        if old.exists() and not (new.exists() and old.samefile(new)) and old.stat().st_nlink == 1:
            old.replace(new)
