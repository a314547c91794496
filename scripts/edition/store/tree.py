"""The files: source/ and editorial/ are read, the generated part of docs/ is read and replaced."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Final

from edition.model.diagnostics import Diagnostic, EditionError, Where
from edition.store.journal import JOURNAL, DiskChange, apply, discard, is_pending, prepare, undo
from edition.store.problems import HalfWrittenError, problem, reported

INPUTS: Final = ("source", "editorial")
NAME_BYTES: Final = 255


def read_inputs(root: Path) -> dict[str, bytes]:
    """The files of source/ and editorial/ below `root`, by POSIX path. Raises EditionError for unreadable ones."""
    with reported(root, "source"):
        return {
            name: content
            for folder in INPUTS
            for name in sorted(_walk(root, folder))
            if (content := _content(root / name)) is not None
        }


def read_tree(docs: Path, wanted: Callable[[str], bool] = lambda _: True) -> dict[str, bytes]:
    """The files below `docs` whose path is `wanted`, by POSIX path; hidden files and links are left out.

    Empty where there is no `docs`. Raises EditionError for files that can't be read.
    """
    with reported(docs.parent, "docs"):
        names = sorted(name for name in _walk(docs) if wanted(name))
        return {name: content for name in names if (content := _content(docs / name)) is not None}


def write_tree(docs: Path, files: Mapping[str, bytes], owned: Callable[[str], bool]) -> DiskChange:
    """Make the generated part of `docs` equal to `files`, wholly or not at all; return what changed.

    `owned` tells the paths that belong to the engine: other files there are removed. Call it with the lock held, after
    `recover`. What does not change keeps its inode and time. Raises EditionError, with `docs` as it was, where
    something can't be written; HalfWrittenError where putting back failed as well (`recover` does it later).
    """
    _require_names(files)
    made = _require_folder(docs)
    try:
        old = read_tree(docs, owned)
        written = {name: content for name, content in sorted(files.items()) if old.get(name) != content}
        removed = sorted(name for name in old if name not in files)
        _require_places(docs, written)
        change = DiskChange(tuple(written), tuple(removed))
        if written or removed:
            _swap(docs, written, change)
    except BaseException:
        if made and not is_pending(docs):
            _remove_empty(docs)
        raise
    return change


def recover(docs: Path) -> bool:
    """Put `docs` back as it was before a build that was interrupted while it changed files; whether there was one."""
    with reported(docs.parent, "docs"):
        if is_pending(docs):
            undo(docs)
            return True
        discard(docs)
        return False


def pending(docs: Path) -> list[Diagnostic]:
    """The error that a build was interrupted while it changed files in `docs`, if so."""
    with reported(docs.parent, "docs"):
        if not is_pending(docs):
            return []
    message = "a build was interrupted while it changed files: some are of the new build, some of the old"
    return [Diagnostic(Where("docs"), "F021", message, "run `edition build`")]


def _swap(docs: Path, written: Mapping[str, bytes], change: DiskChange) -> None:
    with reported(docs.parent, "docs"):
        try:
            prepare(docs, written, change)
            apply(docs, change)
        except BaseException as error:
            try:
                if is_pending(docs):
                    undo(docs)
                else:
                    discard(docs)
            except OSError as second:
                if is_pending(docs):
                    raise HalfWrittenError([problem(second, docs.parent, "docs"), *pending(docs)]) from error
            raise


def _walk(base: Path, folder: str = "") -> Iterator[str]:
    """The paths of the regular files below `folder`, from `base`. Hidden files are not the edition's."""
    try:
        entries = list(os.scandir(base / folder))
    except FileNotFoundError:
        return
    for entry in entries:
        name = f"{folder}/{entry.name}" if folder else entry.name
        if entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(base, name)
        elif entry.is_file(follow_symlinks=False):
            yield name


def _content(path: Path) -> bytes | None:
    """The bytes of a file; None where it has gone since it was listed, as when an editor saves it."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None


def _require_names(names: Iterable[str]) -> None:
    """Refuse paths that no file system takes, or that leave docs/."""
    for name in names:
        parts = name.split("/")
        if "\0" in name or any(part in ("", ".", "..") or len(os.fsencode(part)) > NAME_BYTES for part in parts):
            where = Where(f"docs/{name[:80]}…" if len(name) > 80 else f"docs/{name}")
            advice = "shorten the id or title that it is made from"
            raise EditionError([Diagnostic(where, "F026", "the file system does not take this name", advice)])


def _require_folder(docs: Path) -> bool:
    """Make `docs` if there is nothing; whether it was made. Raises EditionError where something else is there."""
    with reported(docs.parent, "docs"):
        if docs.is_dir():
            return False
        if os.path.lexists(docs):
            message = "this is a link to nothing" if docs.is_symlink() else "this is a file, not a folder"
            raise EditionError([Diagnostic(Where("docs"), "F024", message, "move it elsewhere")])
        docs.mkdir()
        return True


def _require_places(docs: Path, names: Iterable[str]) -> None:
    """Refuse to write through links or into another file system, or where a folder is: nothing of ours is there."""
    with reported(docs.parent, "docs"):
        device = docs.stat().st_dev
        folders = sorted({"/".join(name.split("/")[:end]) for name in names for end in range(1, name.count("/") + 1)})
        found = [_misplaced(docs, folder, stat.S_IFDIR, device) for folder in folders]
        found += [_misplaced(docs, name, stat.S_IFREG, device) for name in names]
    if errors := [diagnostic for diagnostic in found if diagnostic]:
        raise EditionError(errors)


def _misplaced(docs: Path, name: str, wanted: int, device: int) -> Diagnostic | None:
    try:
        status = (docs / name).lstat()
    except (FileNotFoundError, NotADirectoryError):
        return None
    kind = stat.S_IFMT(status.st_mode)
    needed = "a folder" if wanted == stat.S_IFDIR else "a file"
    if kind != wanted:
        found = {stat.S_IFDIR: "a folder", stat.S_IFREG: "a file", stat.S_IFLNK: "a link"}.get(kind, "a special file")
        message = f"this is {found}, and a build writes {needed} here"
        return Diagnostic(Where(f"docs/{name}"), "F024", message, "move it elsewhere")
    if status.st_dev != device:
        message = "this is on another file system than docs/, so it can't be changed together with it"
        return Diagnostic(Where(f"docs/{name}"), "F024", message, "keep all of docs/ on one file system")
    return None


def _remove_empty(docs: Path) -> None:
    try:
        docs.rmdir()
    except OSError:
        return  # Somebody has put something there.


__all__ = ["JOURNAL", "DiskChange", "pending", "read_inputs", "read_tree", "recover", "write_tree"]
