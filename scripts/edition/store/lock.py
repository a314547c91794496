"""One command at a time changes docs/; several may read it.

The lock is `flock` on the folder that holds docs/ (if docs/ is a symbolic link: that holds its target). It leaves no
file behind, works where nothing may be written, and the system releases it however a command ends.
"""

from __future__ import annotations

import errno
import fcntl
import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from edition.model.diagnostics import Diagnostic, EditionError, Where
from edition.store.problems import reported

PATIENCE: Final = 300.0
_PAUSE: Final = 0.05
_NO_LOCKS: Final = {errno.EBADF, errno.ENOLCK, errno.EOPNOTSUPP, errno.EINVAL, errno.ENOSYS}


def _warn(words: str) -> None:
    print(words, file=sys.stderr, flush=True)


@contextmanager
def locked(
    docs: Path, *, shared: bool = False, patience: float = PATIENCE, say: Callable[[str], None] = _warn
) -> Iterator[None]:
    """Hold the lock of `docs`; wait for it up to `patience` seconds, and `say` so once.

    Raises EditionError F020 when it stays taken. Where the file system has no locks, says so and goes on without.
    """
    with reported(docs.parent, "docs"):
        holder = os.open(_resolved(docs).parent, os.O_RDONLY | os.O_DIRECTORY)
    try:
        _acquire(holder, fcntl.LOCK_SH if shared else fcntl.LOCK_EX, patience, say)
        yield
    finally:
        os.close(holder)


def _resolved(docs: Path) -> Path:
    try:
        return docs.resolve()
    except RuntimeError as error:  # Python before 3.13, for a link that leads back to itself.
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), str(docs)) from error


def _acquire(holder: int, kind: int, patience: float, say: Callable[[str], None]) -> None:
    end = time.monotonic() + patience
    waiting = False
    while True:
        try:
            fcntl.flock(holder, kind | fcntl.LOCK_NB)
            return
        except BlockingIOError:
            pass
        except OSError as error:
            if error.errno not in _NO_LOCKS:
                raise
            say("this file system has no locks: run one command at a time")
            return
        if time.monotonic() >= end:
            advice = "wait for it to finish, or stop it, and run the command again"
            raise EditionError([Diagnostic(Where("docs"), "F020", "another command is using docs/", advice)])
        if not waiting:
            say("waiting for another command that uses docs/ ...")
            waiting = True
        time.sleep(_PAUSE)
