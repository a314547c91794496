"""What is committed is what a build writes: no drift, no chance, no half-written tree."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from conftest import ROOT, TINY
from edition.cli import main

CONSOLE = TINY / "console.txt"


def test_committed_pages_are_current(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--root", str(ROOT), "check"]) == 0
    printed = capsys.readouterr()
    assert not printed.out
    assert not printed.err


def test_golden_pages_of_the_tiny_report(capsys: pytest.CaptureFixture[str]) -> None:
    """tests/tiny/docs is the golden: `edition --root tests/tiny build` renews it, and git shows the difference."""
    assert main(["--root", str(TINY), "check"]) == 0, capsys.readouterr().err


def test_golden_console_of_a_broken_report(tiny: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name, old, new in (
        ("editorial/timeline.yml", '"1901-05-01"', '"May 1901"'),
        ("editorial/recommendations.yml", "[travel]", "[cooking]"),
        ("editorial/glossary/people.yml", "Ada Quince, the Society’s", "Ada Quince, our Society’s"),
        ("editorial/emendations.yml", "count: 1", "count: 2"),
    ):
        path = tiny / name
        path.write_text(path.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    main(["--root", str(tiny), "build"])
    assert capsys.readouterr().err == CONSOLE.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "change", "code"),
    [
        ("docs/report/opening.md", lambda path: path.write_text(path.read_text().replace("bought", "sold")), "F005"),
        ("docs/report/opening.md", Path.unlink, "F004"),
        ("docs/report/extra.md", lambda path: path.write_text("# Mine\n"), "F006"),
        ("docs/data/paragraphs.json", lambda path: path.write_text(path.read_text() + "\n"), "F005"),
    ],
)
def test_a_hand_edit_is_found(
    tiny_built: Path, capsys: pytest.CaptureFixture[str], name: str, change: object, code: str
) -> None:
    change(tiny_built / name)  # type: ignore[operator]
    assert main(["--root", str(tiny_built), "check"]) == 1
    said = capsys.readouterr().err
    assert f"{name}:" in said
    assert f"[{code}]" in said
    assert "edition build" in said


def test_hand_written_pages_are_nobodys_business(tiny_built: Path) -> None:
    page = tiny_built / "docs/about/mine.md"
    page.write_text("# Mine\n")
    assert main(["--root", str(tiny_built), "check"]) == 0
    assert main(["--root", str(tiny_built), "build"]) == 0
    assert page.read_text() == "# Mine\n"


def test_a_build_removes_orphans_and_touches_only_what_changed(tiny_built: Path) -> None:
    orphan = tiny_built / "docs/glossary/old.md"
    orphan.write_text("# Old\n")
    kept = tiny_built / "docs/timeline.md"
    stale = tiny_built / "docs/report/opening.md"
    stale.write_text("stale")
    inode, moment = kept.stat().st_ino, kept.stat().st_mtime_ns
    assert main(["--root", str(tiny_built), "build"]) == 0
    assert not orphan.exists()
    assert stale.read_text() != "stale"
    assert (kept.stat().st_ino, kept.stat().st_mtime_ns) == (inode, moment)
    assert sorted(path.name for path in tiny_built.iterdir()) == ["docs", "editorial", "source"]


def snapshot(docs: Path) -> dict[str, bytes]:
    return {path.relative_to(docs).as_posix(): path.read_bytes() for path in docs.rglob("*") if path.is_file()}


def test_a_killed_build_leaves_the_old_pages_or_the_new(tiny_built: Path) -> None:
    """Kill a build at many moments of its run; the tree is never a mixture."""
    docs = tiny_built / "docs"
    complete = snapshot(docs)
    for name in ("report/opening.md", "timeline.md", "data/glossary.json"):
        (docs / name).write_text("old")
    old = snapshot(docs)
    command = [sys.executable, "-m", "edition", "--root", str(tiny_built), "build"]
    started = time.monotonic()
    subprocess.run(command, check=True, capture_output=True)
    length = time.monotonic() - started
    assert snapshot(docs) == complete
    seen = set()
    for step in range(24):
        for name in ("report/opening.md", "timeline.md", "data/glossary.json"):
            (docs / name).unlink(missing_ok=True)
            (docs / name).write_text("old")
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(length * (0.6 + 0.5 * step / 24))
        process.send_signal(signal.SIGKILL)
        process.wait()
        found = snapshot(docs)
        assert found in (old, complete)
        seen.add(found == complete)
    assert main(["--root", str(tiny_built), "build"]) == 0
    assert snapshot(docs) == complete
    assert not (tiny_built / ".docs-staging").exists()


@pytest.mark.parametrize(("seed", "locale"), [("1", "C"), ("2", "C.UTF-8"), ("3", "POSIX")])
def test_builds_are_byte_identical(tmp_path: Path, seed: str, locale: str) -> None:
    import shutil

    for name in ("source", "editorial"):
        shutil.copytree(ROOT / name, tmp_path / name)
    environment = {**os.environ, "PYTHONHASHSEED": seed, "LC_ALL": locale, "LANG": locale, "TZ": "Asia/Tokyo"}
    command = [sys.executable, "-m", "edition", "--root", str(tmp_path), "build"]
    subprocess.run(command, check=True, capture_output=True, env=environment)
    built = snapshot(tmp_path / "docs")
    committed = snapshot(ROOT / "docs")
    assert built == {name: committed[name] for name in built}
