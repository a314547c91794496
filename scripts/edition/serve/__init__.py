"""Serving the site while it is edited: one process that watches, rebuilds what a change concerns, and serves."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import Final, NoReturn

from edition.model.diagnostics import Diagnostic, EditionError, Where
from edition.publish.plan.paths import SITE
from edition.serve.pages import Pages
from edition.serve.server import Server
from edition.serve.watch import Watch, Work
from edition.store import locked
from edition.store.build import Built, build_docs

Say = Callable[[str], None]
SLOW: Final = 2.0


class _StopError(BaseException):
    """SIGTERM or SIGHUP has come. Not an Exception, so that nothing on the way takes it for an error of its own."""


def serve(root: Path, address: tuple[str, int], patience: float, say: Say) -> int:
    """Build and serve below `root` at `address` (host, port) until SIGTERM (0) or Ctrl-C (130).

    What fails is said, and the pages that were built before stay. `patience` is how long a build waits for another
    command, in seconds. Raises EditionError F027 where the address can't be served at.
    """
    server = _bound(address)
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, _stop)
    again = False
    try:
        with tempfile.TemporaryDirectory(prefix="edition-") as folder, Watch(root) as watch:
            preview = _Preview(root, Pages(root, Path(folder), server.address), patience, say)
            if not preview.update({Work.INPUTS, Work.SITE}):
                return 1
            server.show(preview.pages.folder)
            say(f"The edition is served at {server.address} (stop with Ctrl-C)")
            while not again:
                work = watch.wait()
                again = Work.ENGINE in work and _loads(say)
                work.discard(Work.ENGINE)
                if work and not again and preview.update(work):
                    server.show(preview.pages.folder)
    except _StopError:
        return 0
    except KeyboardInterrupt:
        say("")
        return 130
    finally:
        _ignore_signals()
        server.close()
    say("the engine has changed: restarting")
    return _start_again()


class _Preview:
    """docs/ and the pages made of it, kept current."""

    def __init__(self, root: Path, pages: Pages, patience: float, say: Say) -> None:
        self.root, self.pages, self.patience, self.say = root, pages, patience, say
        self.built: Built | None = None

    def update(self, work: set[Work]) -> bool:
        """Do what a change asks for; whether there are new pages to show. Errors are said."""
        start = time.monotonic()
        try:
            with locked(self.root / "docs", patience=self.patience, say=self.say):
                written = self._write_docs() if Work.INPUTS in work else ()
                if not written and work == {Work.INPUTS}:
                    return False
                with _slow(self.say, "building the site"):
                    count = self.pages.build(whole=Work.SITE in work or SITE in written)
        except EditionError as error:
            self._say_errors(error)
            return False
        took = time.monotonic() - start
        self.say(f"{time.strftime('%H:%M:%S')} {len(written)} files written, {count} pages built in {took:.1f} s")
        return True

    def _write_docs(self) -> tuple[str, ...]:
        """Build docs/ and return what changed. Where the sources have errors, docs/ as it is has to do."""
        try:
            with _slow(self.say, "reading source/ and editorial/ and writing docs/"):
                self.built = build_docs(self.root, self.built)
        except EditionError as error:
            if not (self.root / "docs" / SITE).exists():
                raise
            self._say_errors(error)
            return ()
        return (*self.built.change.written, *self.built.change.removed)

    def _say_errors(self, error: EditionError) -> None:
        for diagnostic in error.diagnostics:
            self.say(str(diagnostic))
        count = len(error.diagnostics)
        kept = "; the pages are unchanged" if self.pages.folder else ""
        self.say(f"{count} error{'s' if count > 1 else ''}{kept}")


@contextmanager
def _slow(say: Say, doing: str) -> Iterator[None]:
    """Say what is being done where it takes over two seconds."""
    timer = threading.Timer(SLOW, say, [f"{doing} ..."])
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


def _bound(address: tuple[str, int]) -> Server:
    try:
        return Server(address)
    except OSError as error:
        where = Where(f"http://{address[0]}:{address[1]}/")
        message = f"the site can't be served at this address ({error.strerror or error})"
        advice = "stop the program that uses the port, or choose another with --address host:port"
        raise EditionError([Diagnostic(where, "F027", message, advice)]) from error


def _loads(say: Say) -> bool:
    """Whether the changed engine can be loaded; if not, the error is said and the old one goes on."""
    command = [sys.executable, "-m", "edition", "--help"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        say(f"the changed engine does not load: {(done.stderr.strip().splitlines() or ['no reason given'])[-1]}")
    return not done.returncode


def _start_again() -> NoReturn:
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_DFL)
    os.execv(sys.executable, [sys.executable, "-m", "edition", *sys.argv[1:]])


def _stop(_signal: int, _frame: FrameType | None) -> None:
    _ignore_signals()
    raise _StopError


def _ignore_signals() -> None:
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_IGN)
