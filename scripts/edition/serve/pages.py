"""The site as MkDocs builds it from docs/, in two folders by turns: one is shown while the other is built."""

from __future__ import annotations

import logging
import os
import shutil
import sys
import time
from pathlib import Path
from typing import Final

from edition.model.diagnostics import Diagnostic, EditionError, Where

CLOCK: Final = 0.05  # The times of files lag behind the clock by less, in seconds.
_DIRTY: Final = "A 'dirty' build"


class Pages:
    """The pages of the edition below `root`, built into `folder`s below `parent` for `address`."""

    def __init__(self, root: Path, parent: Path, address: str) -> None:
        self._root, self._address = root, address
        self._turns = (parent / "a", parent / "b")
        self._known: set[str] = set()
        self._owed = True  # The whole site, as long as building it has not succeeded.
        self.folder: Path | None = None
        os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
        logger = logging.getLogger("mkdocs")
        logger.setLevel(logging.WARNING)
        logger.addHandler(_Warnings())

    def build(self, *, whole: bool) -> int:
        """Build the pages whose files changed since the last time, or the whole site; return how many were written.

        It is built whole, too, where files came or went, which other pages may name. Then `folder` is the new one.
        Broken links are warnings here, errors for `edition site`. Raises EditionError F029, `folder` unchanged.
        """
        known = {str(path) for path in (self._root / "docs").rglob("*") if path.is_file()}
        self._owed = whole = whole or self._owed or known != self._known
        target = self._turns[self.folder == self._turns[0]]
        shutil.rmtree(target, ignore_errors=True)
        if self.folder and not whole:
            shutil.copytree(self.folder, target)
        start = time.time() - CLOCK
        self._run_mkdocs(target, whole)
        written = [path for path in target.rglob("*") if path.is_file() and path.stat().st_mtime >= start]
        for path in written:
            os.utime(path, (start, start))  # What is saved while MkDocs works is newer, and so built the next time.
        self.folder, self._known, self._owed = target, known, False
        return sum(path.suffix == ".html" and path.name != "404.html" for path in written)

    def _run_mkdocs(self, target: Path, whole: bool) -> None:
        from mkdocs.commands.build import build
        from mkdocs.config import load_config
        from mkdocs.exceptions import Abort

        file = self._root / "mkdocs.yml"
        try:
            config = load_config(str(file), site_dir=str(target), site_url=self._address, strict=False)
            build(config, dirty=not whole)
        except (Exception, Abort) as error:  # Templates and extensions run here, and may raise anything.
            reason = " ".join(str(error).split()) or type(error).__name__
            advice = "correct the page, template or setting that it names"
            raise EditionError([Diagnostic(Where("mkdocs.yml"), "F029", f"no site: {reason}", advice)]) from error


class _Warnings(logging.Handler):
    """Prints what MkDocs warns of."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)

    def emit(self, record: logging.LogRecord) -> None:
        words = record.getMessage()
        if not words.startswith(_DIRTY):
            print(f"mkdocs: {words}", file=sys.stderr, flush=True)
