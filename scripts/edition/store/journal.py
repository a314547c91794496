"""Changing many files of docs/ so that after a kill at any moment they are all old or all new.

A folder beside them, docs/.edition-journal/, holds the new files and hard links to the old ones. Once both are
complete, `undo.json` is renamed into place: from then on files are exchanged, one rename each, and whoever finds
`undo.json` puts the old ones back. Removing `undo.json` is what makes the new ones valid.

The journal undoes, and does not redo, because the same few renames then serve a build that was killed and one that
the system refuses to go on (disk full, read-only, no access): putting a link back needs no space, completing does.
It is inside docs/ so that it is on the same file system, whether docs/ is a folder, a link or a mount; MkDocs ignores
names with a dot. Only files that belong to the engine are linked or moved.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import shutil
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

JOURNAL: Final = ".edition-journal"
_UNDO: Final = "undo.json"


@dataclass(frozen=True)
class DiskChange:
    """What a build does to the generated files: paths written and paths removed, each sorted."""

    written: tuple[str, ...]
    removed: tuple[str, ...]

    def __len__(self) -> int:
        return len(self.written) + len(self.removed)


def is_pending(docs: Path) -> bool:
    """Whether a build has begun to exchange files and has not ended."""
    return (docs / JOURNAL / _UNDO).exists()


def prepare(docs: Path, written: Mapping[str, bytes], change: DiskChange) -> None:
    """Complete the journal: new files, links to the old ones, and last the record that makes it count."""
    journal = docs / JOURNAL
    for folder in (journal, journal / "new", journal / "old"):
        folder.mkdir()
    record: dict[str, str | None] = {}
    for number, name in enumerate((*change.written, *change.removed)):
        if name in written:
            _write(journal / "new" / str(number), written[name])
        _keep(docs / name, journal / "old" / str(number))
        record[name] = hashlib.sha256(written[name]).hexdigest() if name in written else None
    part = journal / f"{_UNDO}.part"
    _write(part, json.dumps(record).encode())
    for folder in (journal / "new", journal / "old"):
        _sync(folder)
    part.rename(journal / _UNDO)
    _sync(journal)
    _sync(docs)


def apply(docs: Path, change: DiskChange) -> None:
    """Exchange the files; then drop the record, so that the new ones are valid, and the journal."""
    journal = docs / JOURNAL
    for number, name in enumerate(change.written):
        (docs / name).parent.mkdir(parents=True, exist_ok=True)
        (journal / "new" / str(number)).replace(docs / name)
    for name in change.removed:
        (docs / name).unlink(missing_ok=True)
    _remove_empty_folders(docs, change.removed)
    for folder in {(docs / name).parent for name in (*change.written, *change.removed)}:
        if folder.is_dir():
            _sync(folder)
    (journal / _UNDO).unlink()
    with contextlib.suppress(OSError):  # The new files are valid; the next build removes the rest.
        discard(docs)


def undo(docs: Path) -> None:
    """Put the old files back. It may be killed and begun again: what is back already is left alone.

    A file that is neither what the interrupted build wrote nor missing has been changed since, and stays.
    """
    journal = docs / JOURNAL
    record: dict[str, str | None] = json.loads((journal / _UNDO).read_bytes())
    for number, (name, digest) in enumerate(record.items()):
        target, old = docs / name, journal / "old" / str(number)
        if _digest(target) != digest:
            continue
        if old.exists():
            target.parent.mkdir(parents=True, exist_ok=True)
            old.replace(target)
        elif digest:
            target.unlink()
    _remove_empty_folders(docs, record)
    for folder in {(docs / name).parent for name in record}:
        if folder.is_dir():
            _sync(folder)
    (journal / _UNDO).unlink()
    discard(docs)


def discard(docs: Path) -> None:
    """Remove a journal whose record is gone, or was never completed."""
    if (docs / JOURNAL).is_dir():
        shutil.rmtree(docs / JOURNAL)


def _digest(path: Path) -> str | None:
    """The SHA-256 of a file; None where there is none, and an empty string for what is not a file."""
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except FileNotFoundError:
        return None
    except (IsADirectoryError, NotADirectoryError):
        return ""


def _write(path: Path, content: bytes) -> None:
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
    try:
        rest = memoryview(content)
        while rest:
            rest = rest[os.write(handle, rest) :]
        os.fsync(handle)
    except OSError as error:
        error.filename = error.filename or str(path)
        raise
    finally:
        os.close(handle)


def _keep(path: Path, link: Path) -> None:
    """Keep the present file, if there is one, by a hard link, which costs nothing; by a copy where there are none."""
    try:
        os.link(path, link)
    except FileNotFoundError:
        return
    except OSError:
        shutil.copy2(path, link)


def _remove_empty_folders(docs: Path, names: Iterable[str]) -> None:
    """Remove the folders of these files that have become empty, and those above them, up to `docs`."""
    for folder in sorted({folder for name in names for folder in Path(name).parents[:-1]}, reverse=True):
        with contextlib.suppress(OSError):  # It is not empty, or gone.
            (docs / folder).rmdir()


def _sync(folder: Path) -> None:
    """Have the system write a folder's entries to the disk, where it can."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
