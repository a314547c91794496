"""Reading and writing the disk: the only module, with `cli` and `serve`, that touches it."""

from __future__ import annotations

import ctypes
import errno
import os
import shutil
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

STAGING, RETIRED = ".docs-staging", ".docs-retired"
INPUTS = ("source", "editorial")


def read_inputs(root: Path) -> dict[str, bytes]:
    """The files of source/ and editorial/ below `root`, by POSIX path."""
    paths = [path for folder in INPUTS for path in sorted((root / folder).rglob("*"))]
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in paths if path.is_file()}


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
