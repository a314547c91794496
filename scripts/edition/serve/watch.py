"""What changes on disk, by events, and which part of the work each change asks for."""

from __future__ import annotations

import queue
import threading
from enum import Enum
from pathlib import Path
from typing import Final, Self

import watchfiles

import edition
from edition.publish.plan.paths import is_owned


class Work(Enum):
    """What has to be done anew."""

    INPUTS = "docs/, from source/ and editorial/"
    PAGES = "the pages that changed"
    SITE = "the whole site"
    ENGINE = "everything, by the changed engine"


ENGINE: Final = Path(edition.__file__).parent
CONFIGURATION: Final = "mkdocs.yml"
FOLDERS: Final = ("source", "editorial", "docs", "overrides")
ASKED: Final = {
    "source": Work.INPUTS,
    "editorial": Work.INPUTS,
    "docs": Work.PAGES,
    "overrides": Work.SITE,
    "engine": Work.ENGINE,
}
_PAUSE_MS, _LONGEST_MS, _ASK_MS = 30, 400, 200


class Watch:
    """Watches an edition below `root` and the engine, from entering to leaving."""

    def __init__(self, root: Path) -> None:
        self._folders = {(root / name).resolve(): name for name in FOLDERS if (root / name).is_dir()}
        self._root = root.resolve()
        self._work: queue.Queue[set[Work] | Exception] = queue.Queue()
        self._end = threading.Event()

    def __enter__(self) -> Self:
        for paths, recursive in (([*self._folders, ENGINE], True), ([self._root], False)):
            threading.Thread(target=self._follow, args=(paths, recursive), daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._end.set()

    def wait(self) -> set[Work]:
        """Block until something changes; all that has changed by then. Raises OSError where watching fails."""
        found = [self._work.get()]
        while not self._work.empty():
            found.append(self._work.get())
        work: set[Work] = set()
        for one in found:
            if isinstance(one, Exception):
                raise OSError(f"the folders can't be watched: {one}")
            work |= one
        return work

    def _follow(self, paths: list[Path], recursive: bool) -> None:
        try:
            changes = watchfiles.watch(
                *paths,
                watch_filter=None,
                recursive=recursive,
                stop_event=self._end,
                raise_interrupt=False,
                step=_PAUSE_MS,
                debounce=_LONGEST_MS,
                rust_timeout=_ASK_MS,
            )
            for batch in changes:
                work = {kind for _, path in batch if (kind := self.asks_for(Path(path)))}
                if work:
                    self._work.put(work)
        except Exception as error:  # It ends this thread; whoever waits has to know.
            self._work.put(error)

    def asks_for(self, path: Path) -> Work | None:
        """The work that a change of this file asks for; None for what the engine writes and for hidden files."""
        if path == self._root / CONFIGURATION:
            return Work.SITE
        for folder, name in ((ENGINE, "engine"), *self._folders.items()):
            inner = path.relative_to(folder).parts if path.is_relative_to(folder) else ()
            if not inner or any(part.startswith((".", "#", "__pycache__")) or part.endswith("~") for part in inner):
                continue
            return None if name == "docs" and is_owned("/".join(inner)) else ASKED[name]
        return None
