"""What `edition build` writes and `edition check` compares: the generated files, and nothing of anybody else's."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from conftest import ROOT, TINY
from edition.cli import drift, main
from edition.index.edition import Edition
from edition.publish.everything import everything, view_of
from edition.publish.plan.paths import is_committed, is_owned
from edition.store import read_tree


@pytest.fixture(scope="module")
def made(edition: Edition) -> dict[str, bytes]:
    return everything(view_of(edition))


def test_what_is_on_disk_is_what_a_build_writes(made: dict[str, bytes]) -> None:
    """The committed pages, and the files for machines, which the other tests read: `edition build` renews both."""
    assert not list(map(str, drift(made, read_tree(ROOT / "docs", is_owned))))


def test_golden_files_of_the_tiny_report(tiny_edition: Edition) -> None:
    """tests/tiny/docs is the golden: `edition --root tests/tiny build` renews it, and git shows the difference."""
    assert not list(map(str, drift(everything(view_of(tiny_edition)), read_tree(TINY / "docs", is_owned))))


def test_check_says_nothing_when_all_is_well(tiny_built: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--root", str(tiny_built), "check"]) == 0
    printed = capsys.readouterr()
    assert not printed.out
    assert not printed.err


@pytest.mark.parametrize(
    ("name", "change", "code"),
    [
        ("docs/report/opening.md", lambda path: path.write_text(path.read_text().replace("bought", "sold")), "F005"),
        ("docs/report/opening.md", Path.unlink, "F004"),
        ("docs/report/extra.md", lambda path: path.write_text("# Mine\n"), "F006"),
        ("docs/edition.yml", lambda path: path.write_text(path.read_text() + "\n"), "F005"),
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
    assert said.endswith("\n1 error\n")


def test_a_fresh_clone_passes_check_and_a_build_completes_it(tiny_built: Path) -> None:
    """A clone has the files that people review; those that only machines read are made by the build."""
    docs = tiny_built / "docs"
    complete = read_tree(docs)
    for name in complete:
        if not is_committed(name):
            (docs / name).unlink()
    assert read_tree(docs).keys() < complete.keys()
    assert main(["--root", str(tiny_built), "check"]) == 0
    assert main(["--root", str(tiny_built), "build"]) == 0
    assert read_tree(docs) == complete


def test_git_ignores_exactly_the_files_for_machines(made: dict[str, bytes]) -> None:
    names = [f"docs/{name}" for name in made]
    command = ["git", "check-ignore", "--no-index", *names]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode not in (0, 1):
        pytest.skip("a downloaded archive has no git")
    assert set(done.stdout.split()) == {name for name in names if not is_committed(name.removeprefix("docs/"))}
    assert "docs/data/glossary.json" in done.stdout


def test_what_is_written_by_hand_is_not_touched(tiny_built: Path) -> None:
    names = ("about/mine.md", "assets/mine.css", "glossary/.people.md.swp", "own/deep/page.md")
    for name in names:
        (tiny_built / "docs" / name).parent.mkdir(parents=True, exist_ok=True)
        (tiny_built / "docs" / name).write_text(name)
    (tiny_built / "docs/timeline.md").write_text("stale")
    before = {name: (tiny_built / "docs" / name).stat() for name in names}
    assert main(["--root", str(tiny_built), "build"]) == 0
    assert main(["--root", str(tiny_built), "check"]) == 0
    assert {name: (tiny_built / "docs" / name).stat() for name in names} == before
    assert all((tiny_built / "docs" / name).read_text() == name for name in names)


def test_a_build_removes_orphans_and_touches_only_what_changed(
    tiny_built: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    orphan = tiny_built / "docs/report/old/deep/page.md"
    orphan.parent.mkdir(parents=True)
    orphan.write_text("# Old\n")
    kept = tiny_built / "docs/timeline.md"
    stale = tiny_built / "docs/report/opening.md"
    stale.write_text("stale")
    inode, moment = kept.stat().st_ino, kept.stat().st_mtime_ns
    assert main(["--root", str(tiny_built), "build"]) == 0
    assert not (tiny_built / "docs/report/old").exists()
    assert stale.read_text() != "stale"
    assert (kept.stat().st_ino, kept.stat().st_mtime_ns) == (inode, moment)
    assert sorted(path.name for path in tiny_built.iterdir()) == ["docs", "editorial", "source"]
    said = capsys.readouterr().out.splitlines()
    assert said[:2] == ["docs/report/opening.md", "docs/report/old/deep/page.md (removed)"]
    assert said[2].endswith(" generated files, 2 changed")


def test_a_link_as_docs_is_followed_and_stays(tiny_built: Path) -> None:
    docs, elsewhere = tiny_built / "docs", tiny_built / "elsewhere"
    complete = read_tree(docs)
    docs.rename(elsewhere)
    docs.symlink_to("elsewhere")
    (elsewhere / "timeline.md").write_text("stale")
    assert main(["--root", str(tiny_built), "check"]) == 1
    assert main(["--root", str(tiny_built), "build"]) == 0
    assert docs.is_symlink()
    assert read_tree(elsewhere) == complete


def test_a_first_build_makes_docs(tiny: Path) -> None:
    assert main(["--root", str(tiny), "build"]) == 0
    assert read_tree(tiny / "docs") == read_tree(TINY / "docs", is_owned)
    shutil.rmtree(tiny / "docs")
    (tiny / "editorial/divisions.yml").write_text("nothing")
    assert main(["--root", str(tiny), "build"]) == 1
    assert not (tiny / "docs").exists()
