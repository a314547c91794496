"""What the operating system refuses, as diagnostics."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from edition.model.diagnostics import Diagnostic, EditionError, Where
from edition.store.journal import JOURNAL

_FULL: Final = {
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "the quota of the disk is used up",
    errno.EFBIG: "a limit on the size of files is reached",
}
_REFUSED: Final = {errno.EACCES, errno.EPERM, errno.EROFS}
_NAME: Final = {errno.ENAMETOOLONG, errno.EILSEQ}
_KIND: Final = {errno.EISDIR, errno.ENOTDIR, errno.EXDEV, errno.ELOOP, errno.EEXIST}


class HalfWrittenError(EditionError):
    """docs/ holds a part of a new build, and putting the old files back failed, too."""


@contextmanager
def reported(base: Path, fallback: str) -> Iterator[None]:
    """Turn an OSError inside into an EditionError that names the file, from `base`, or else `fallback`."""
    try:
        yield
    except OSError as error:
        raise EditionError([problem(error, base, fallback)]) from error


def problem(error: OSError, base: Path, fallback: str) -> Diagnostic:
    """The diagnostic for what the system refused: the code by the kind of error, the file by its path from `base`."""
    shown = _shown(error.filename2 or error.filename, base) or fallback
    where = Where(shown.partition(f"/{JOURNAL}")[0])
    words = error.strerror or str(error)
    if error.errno in _FULL:
        return Diagnostic(where, "F022", _FULL[error.errno], "make room or raise the limit, and run the command again")
    if error.errno in _REFUSED:
        return Diagnostic(where, "F023", f"no access ({words})", "change the permissions of this file or its folder")
    if error.errno in _KIND:
        return Diagnostic(where, "F024", f"something else is in this place ({words})", "move it elsewhere")
    if error.errno in _NAME:
        return Diagnostic(where, "F026", "the file system does not take this name", "choose a shorter, plain one")
    return Diagnostic(where, "F028", f"the system reports: {words}", "check this file and its disk, and try again")


def _shown(name: object, base: Path) -> str:
    """A path as messages show it: from `base` if it is below it."""
    if not isinstance(name, str | bytes | os.PathLike):
        return ""
    path = Path(os.path.normpath(Path.cwd() / os.fsdecode(name)))
    for folder in (Path(os.path.normpath(Path.cwd() / base)), base.resolve()):
        if path != folder and path.is_relative_to(folder):
            return path.relative_to(folder).as_posix()
    return str(path)
