"""A folder replaced in one step: whoever looks, or interrupts, finds the old one or the new one, complete."""

from __future__ import annotations

import ctypes
import errno
import os
import shutil
import sys
from collections.abc import Mapping
from pathlib import Path


def replace(target: Path, files: Mapping[str, bytes]) -> None:
    """Makes `target` a folder of these `files` (path to content) and nothing else. Raises OSError, `target` as it was.

    Files that stay the same keep their times. What an interrupted run left beside it is removed.
    """
    target = target.resolve()
    staging = target.with_name(f".{target.name}-new")
    shutil.rmtree(staging, ignore_errors=True)
    try:
        for name, content in files.items():
            path, old = staging / name, target / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
            if old.is_file() and old.read_bytes() == content:
                os.utime(path, ns=(old.stat().st_atime_ns, old.stat().st_mtime_ns))
        _exchange(staging, target)
    finally:
        shutil.rmtree(staging, ignore_errors=True)


def _exchange(staging: Path, target: Path) -> None:
    """Swaps two folders: in one system call on Linux (renameat2(2), RENAME_EXCHANGE), elsewhere by renaming both."""
    if not target.exists():
        staging.rename(target)
        return
    if sys.platform == "linux" and _renameat2(staging, target):
        return
    retired = target.with_name(f".{target.name}-old")
    shutil.rmtree(retired, ignore_errors=True)
    target.rename(retired)
    try:
        staging.rename(target)
    except OSError:
        retired.rename(target)
        raise
    shutil.rmtree(retired, ignore_errors=True)


def _renameat2(one: Path, other: Path) -> bool:
    at_fdcwd, exchange = -100, 2
    try:
        renameat2 = ctypes.CDLL(None, use_errno=True).renameat2
    except (OSError, AttributeError):
        return False
    if renameat2(at_fdcwd, os.fsencode(one), at_fdcwd, os.fsencode(other), exchange) == 0:
        return True
    number = ctypes.get_errno()
    if number in (errno.ENOSYS, errno.EINVAL, errno.EPERM):
        return False
    raise OSError(number, os.strerror(number), str(other))
