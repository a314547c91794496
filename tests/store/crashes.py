"""Running something in a process that is killed, or refused by the system, at a given change of the disk."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

KILLED, FAILED = 9, 1
MAKES_ROOM = {"os.rename", "os.remove", "os.rmdir"}
CHANGES = MAKES_ROOM | {
    "os.mkdir",
    "os.link",
    "os.symlink",
    "os.truncate",
    "os.chmod",
    "os.utime",
    "os.write",
    "os.fsync",
}
Stop = Callable[[str, str], None]


def in_child(act: Callable[[], Any], stop: Stop, below: Path) -> int:
    """Call `act` in a child, and `stop(kind, path)` before each change of the disk below the folder; return its status.

    What Python does by itself is seen by an audit hook; `os.write` and `os.fsync`, which have none, are wrapped, and
    half of each write is done before the stop.
    """
    child = os.fork()
    if child:
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    try:
        _watch(stop, str(below))
        act()
        os._exit(0)
    except BaseException:
        if os.environ.get("SHOW_CRASHES"):
            sys.excepthook(*sys.exc_info())
        os._exit(FAILED)


def _watch(stop: Stop, below: str) -> None:
    write = os.write

    def half_write(handle: int, data: Any) -> int:
        half = len(data) // 2
        if half:
            write(handle, data[:half])
        stop("os.write", "")
        return half + write(handle, data[half:])

    def noted_sync(_handle: int) -> None:
        stop("os.fsync", "")

    vars(os).update(write=half_write, fsync=noted_sync)

    def hook(event: str, arguments: tuple[Any, ...]) -> None:
        if event == "open":
            path, _, flags = arguments
            if not isinstance(path, int) and flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT) and under(path):
                stop("open", os.fsdecode(path))
        elif event in CHANGES and any(under(path) for path in arguments[:2]):
            stop(event, os.fsdecode(arguments[0]))

    def under(path: object) -> bool:
        return isinstance(path, str | bytes | os.PathLike) and (below in (name := os.fsdecode(path)) or "/" not in name)

    sys.addaudithook(hook)


def kill_at(number: int) -> Stop:
    """Ends the process at that change (from 0), as SIGKILL does: nothing is tidied up."""
    seen = -1

    def stop(_kind: str, _path: str) -> None:
        nonlocal seen
        seen += 1
        if seen == number:
            os._exit(KILLED)

    return stop


def refuse(code: int, number: int, kinds: set[str] | None = None, once: bool = False) -> Stop:
    """The system refuses changes of these kinds from that one on, or only that one."""
    seen = -1

    def stop(kind: str, path: str) -> None:
        nonlocal seen
        seen += 1
        if (seen == number or (seen > number and not once)) and (kinds is None or kind in kinds):
            raise OSError(code, os.strerror(code), path)

    return stop


NEEDS_ROOM = {"open", "os.mkdir", "os.link", "os.write", "os.fsync"}
FULL = errno.ENOSPC
