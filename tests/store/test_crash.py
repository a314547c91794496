"""A build that is killed, or refused by the system, leaves all the old generated files or all the new ones."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from crashes import FAILED, FULL, KILLED, NEEDS_ROOM, in_child, kill_at, refuse

from edition.index.edition import Edition
from edition.model.diagnostics import EditionError
from edition.publish.everything import everything, view_of
from edition.publish.plan.paths import is_owned
from edition.store import locked, pending, recover, write_tree
from edition.store.journal import JOURNAL

HAND = {"about/mine.md": b"# Mine\n", "assets/mine.css": b"a {}\n", "glossary/.opening.md.swp": b"an editor's"}
CHANGED = ("report/opening.md", "timeline.md", "data/glossary.json", "edition.yml")
MISSING = ("glossary/people.md", "downloads/index.md")
ORPHANS = ("report/old/deep/index.md", "report/old/page.md", "data/old.json")


@pytest.fixture(autouse=True)
def without_sync(monkeypatch: pytest.MonkeyPatch) -> None:
    """Hundreds of builds need not reach the disk itself."""
    monkeypatch.setattr(os, "fsync", lambda _: None)


@pytest.fixture(scope="module")
def files(tiny_edition: Edition) -> dict[str, bytes]:
    """A third of what the tiny report makes: enough to see each kind of change."""
    made = everything(view_of(tiny_edition))
    return {name: made[name] for name in made if name in (*CHANGED, *MISSING) or name.endswith("index.md")}


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory, files: dict[str, bytes]) -> Path:
    """docs/ before the build: pages written by hand, generated ones that are old, missing, or no longer generated."""
    docs = tmp_path_factory.mktemp("old") / "docs"
    present = {name: files[name] for name in files if name not in MISSING}
    for name, content in {**present, **dict.fromkeys((*CHANGED, *ORPHANS), b"old"), **HAND}.items():
        (docs / name).parent.mkdir(parents=True, exist_ok=True)
        (docs / name).write_bytes(content)
    return docs


@pytest.fixture
def fresh(template: Path, tmp_path: Path) -> Callable[[], Path]:
    def made() -> Path:
        docs = tmp_path / "docs"
        shutil.rmtree(docs, ignore_errors=True)
        shutil.copytree(template, docs)
        return docs

    return made


def snapshot(docs: Path) -> dict[str, bytes]:
    """All files, without what an interrupted build keeps for the next."""
    paths = (path for path in docs.rglob("*") if path.is_file() and JOURNAL not in path.parts)
    return {path.relative_to(docs).as_posix(): path.read_bytes() for path in paths}


def after(old: dict[str, bytes], files: dict[str, bytes]) -> dict[str, bytes]:
    return {**{name: old[name] for name in old if not is_owned(name) or "/." in name}, **files}


def hand_written(docs: Path) -> dict[str, tuple[bytes, int, int, int]]:
    return {name: ((docs / name).read_bytes(), *_status(docs / name)) for name in HAND}


def _status(path: Path) -> tuple[int, int, int]:
    status = path.stat()
    return status.st_ino, status.st_mtime_ns, status.st_nlink


def build(docs: Path, files: dict[str, bytes]) -> None:
    with locked(docs):
        recover(docs)
        write_tree(docs, files, is_owned)


def test_killed_at_any_change_of_the_disk(fresh: Callable[[], Path], files: dict[str, bytes]) -> None:
    seen, number = set(), 0
    while True:
        docs = fresh()
        old, hand = snapshot(docs), hand_written(docs)
        new = after(old, files)
        status = in_child(partial(build, docs, files), kill_at(number), docs)
        assert hand_written(docs) == hand, f"killed at change {number}"
        if status == 0:
            assert snapshot(docs) == new
            break
        assert status == KILLED
        found = snapshot(docs)
        assert found in (old, new) or pending(docs)[0].code == "F021", f"killed at change {number}: a mixture"
        seen.add("old" if found == old else "new" if found == new else "a mixture that is reported")
        recover(docs)
        assert snapshot(docs) in (old, new), f"killed at change {number}: a mixture after the next build began"
        assert hand_written(docs) == hand
        build(docs, files)
        assert snapshot(docs) == new
        assert not (docs / JOURNAL).exists()
        number += 1
    assert number > 50
    assert seen == {"old", "new", "a mixture that is reported"}


def test_killed_while_undoing(fresh: Callable[[], Path], files: dict[str, bytes]) -> None:
    """Recovery can be killed at any change, too, and begun again."""
    docs = fresh()
    old = snapshot(docs)
    first = next(n for n in range(200) if in_child(lambda: build(docs, files), kill_at(n), docs) and pending(docs))
    points = 0
    for number in range(200):
        docs = fresh()
        in_child(partial(build, docs, files), kill_at(first + 8), docs)
        assert snapshot(docs) != old
        killed = in_child(partial(recover, docs), kill_at(number), docs) == KILLED
        recover(docs)
        assert snapshot(docs) == old
        points += killed
        if not killed:
            break
    assert points > 10


@pytest.mark.parametrize(
    ("code", "kinds", "once"),
    [
        (FULL, NEEDS_ROOM, False),
        (errno.EFBIG, {"os.write"}, False),
        (errno.EACCES, None, True),
        (errno.EIO, None, True),
    ],
    ids=["full", "file size", "no access", "a failing disk"],
)
def test_refused_at_any_change_of_the_disk(
    fresh: Callable[[], Path], files: dict[str, bytes], code: int, kinds: set[str] | None, once: bool
) -> None:
    refused = 0
    for number in range(0, 250, 2):
        docs = fresh()
        old, hand = snapshot(docs), hand_written(docs)

        def attempt(docs: Path = docs) -> None:
            try:
                build(docs, files)
            except EditionError as error:
                os._exit(40 if error.diagnostics[0].code in {"F022", "F023", "F028"} else 41)

        status = in_child(attempt, refuse(code, number, kinds, once), docs)
        assert hand_written(docs) == hand
        assert snapshot(docs) == (old if status == 40 else after(old, files)), f"refused at change {number}"
        assert status in (0, 40), f"another exception than EditionError at change {number}"
        if status == 40:
            assert not (docs / JOURNAL).exists(), f"left over at change {number}"
        refused += status == 40
        if status == 0 and number > 150:
            break
    assert refused > 10


def test_where_putting_back_is_refused_as_well_it_is_said(fresh: Callable[[], Path], files: dict[str, bytes]) -> None:
    docs = fresh()
    old = snapshot(docs)
    kept = set()
    for number in range(0, 150, 2):
        docs = fresh()

        def attempt(docs: Path = docs) -> None:
            try:
                build(docs, files)
            except EditionError as error:
                os._exit(41 if "F021" in {d.code for d in error.diagnostics} else 40)

        status = in_child(attempt, refuse(errno.EROFS, number), docs)
        assert status in (0, 40, 41)
        assert bool(pending(docs)) == (status == 41)
        kept.add(status)
        recover(docs)
        assert snapshot(docs) == (old if status else after(old, files))
    assert kept == {0, 40, 41}


def test_a_child_that_fails_is_noticed(tmp_path: Path) -> None:
    assert in_child(lambda: 1 / 0, kill_at(99), tmp_path) == FAILED
