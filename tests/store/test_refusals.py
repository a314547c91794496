"""What the system refuses, or is in the way, is an error with a code: nothing changes, nothing is left over."""

from __future__ import annotations

import fcntl
import os
import re
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from conftest import TINY
from edition.cli import main
from edition.index.edition import Edition
from edition.model.diagnostics import CODES, EditionError, printable
from edition.publish.everything import everything, view_of
from edition.store import write_tree

NOBODY = 65534
STALE = ("timeline.md", "report/opening.md")


@pytest.fixture
def project() -> Iterator[Path]:
    """A tiny edition to be built, in a folder that a user without privileges can reach and owns."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        for name in ("source", "editorial", "docs"):
            shutil.copytree(TINY / name, root / name)
        for name in STALE:
            (root / "docs" / name).write_text("stale")
        (root / "docs/about/mine.md").write_text("# Mine\n")
        root.chmod(0o755)
        if os.geteuid() == 0:
            for path in (root, *root.rglob("*")):
                os.chown(path, NOBODY, NOBODY)
        yield root
        for path in (root, *(path for path in root.rglob("*") if path.is_dir())):
            path.chmod(0o755)


@pytest.fixture(autouse=True)
def made(tiny_edition: Edition, monkeypatch: pytest.MonkeyPatch) -> None:
    """The files are made once; what is tested here is how they reach the disk."""
    files = everything(view_of(tiny_edition))
    monkeypatch.setattr("edition.store.build.everything", lambda _: files)
    monkeypatch.setattr("edition.cli.everything", lambda _: files)


def run(root: Path, command: str, before: Callable[[], object] = lambda: None) -> tuple[int, str]:
    """The command in a process without privileges: its status and what it says to stderr."""
    with tempfile.TemporaryFile() as said:
        child = os.fork()
        if not child:
            os.dup2(said.fileno(), 2)
            sys.stderr = open(2, "w", encoding="utf-8", closefd=False)  # noqa: SIM115
            try:
                before()
                if os.geteuid() == 0:
                    os.setgroups([])
                    os.setgid(NOBODY)
                    os.setuid(NOBODY)
                status = main(["--root", str(root), command])
            except BaseException:
                sys.excepthook(*sys.exc_info())
                status = 99
            sys.stderr.flush()
            os._exit(status)
        status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        said.seek(0)
        return status, said.read().decode()


def tree(root: Path) -> dict[str, bytes | Path | None]:
    def content(path: Path) -> bytes | Path | None:
        return path.readlink() if path.is_symlink() else path.read_bytes() if path.is_file() else None

    return {path.relative_to(root).as_posix(): content(path) for path in root.rglob("*")}


def refused(
    root: Path, code: str, place: str, command: str = "build", before: Callable[[], object] = lambda: None
) -> None:
    """The command fails with this code, at this place, and leaves everything as it is."""
    old = tree(root)
    status, said = run(root, command, before)
    assert status == 1, said
    assert "Traceback" not in said
    assert re.search(rf"^{re.escape(place)}:\d+:\d+: \[{code}\] .+: .+$", said, re.MULTILINE), said
    assert code in CODES
    last = said.splitlines()[-1]
    assert re.fullmatch(r"\d+ errors?; docs/ unchanged" if command == "build" else r"\d+ errors?", last), said
    assert tree(root) == old


def test_a_limit_on_the_size_of_files(project: Path) -> None:
    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (5000, 5000))

    old = tree(project)
    status, said = run(project, "build", limit)
    assert (status, tree(project)) == (1, old)
    assert "[F022] a limit on the size of files is reached" in said
    assert "Traceback" not in said


@pytest.mark.parametrize("folder", ["docs", "docs/report"])
def test_a_folder_that_may_not_be_written(project: Path, folder: str) -> None:
    (project / folder).chmod(0o555)
    refused(project, "F023", "docs" if folder == "docs" else "docs/report/opening.md")


def test_everything_read_only_can_be_checked(project: Path) -> None:
    assert run(project, "build")[0] == 0
    for path in (project, *project.rglob("*")):
        path.chmod(0o555 if path.is_dir() else 0o444)
    old = tree(project)
    assert run(project, "check") == (0, "")
    assert run(project, "build") == (0, "")
    assert tree(project) == old


@pytest.mark.parametrize("command", ["build", "check"])
@pytest.mark.parametrize("name", ["editorial/timeline.yml", "source", "docs/timeline.md"])
def test_what_may_not_be_read(project: Path, name: str, command: str) -> None:
    kept = (project / name).stat().st_mode
    (project / name).chmod(0)
    status, said = run(project, command)
    (project / name).chmod(kept)
    assert status == 1
    assert f"{name}:1:1: [F023]" in said
    assert "Traceback" not in said


def test_a_file_as_docs(project: Path) -> None:
    shutil.rmtree(project / "docs")
    (project / "docs").write_text("mine")
    refused(project, "F024", "docs")


@pytest.mark.parametrize("target", ["nowhere", "docs"])
def test_a_link_to_nothing_as_docs(project: Path, target: str) -> None:
    shutil.rmtree(project / "docs")
    (project / "docs").symlink_to(target)
    refused(project, "F024", "docs")


def test_a_folder_where_a_file_should_go(project: Path) -> None:
    (project / "docs/timeline.md").unlink()
    (project / "docs/timeline.md").mkdir()
    (project / "docs/timeline.md/mine.md").write_text("mine")
    refused(project, "F024", "docs/timeline.md")


def test_a_file_where_a_folder_should_go(project: Path) -> None:
    shutil.rmtree(project / "docs/report")
    (project / "docs/report").write_text("mine")
    refused(project, "F024", "docs/report")


@pytest.mark.parametrize("name", ["report", "timeline.md"])
def test_nothing_is_written_through_a_link_inside(project: Path, name: str) -> None:
    (project / "docs" / name).rename(project / "elsewhere")
    (project / "docs" / name).symlink_to("../elsewhere")
    refused(project, "F024", f"docs/{name}")


@pytest.mark.parametrize(
    "name", ["report/" + "x" * 260 + ".md", "report/a\0b.md", "../outside.md", "/outside.md", "a//b.md"]
)
def test_names_that_no_file_can_have(tmp_path: Path, name: str) -> None:
    with pytest.raises(EditionError, match=r"\[F026\]"):
        write_tree(tmp_path / "docs", {name: b"", "index.md": b""}, lambda _: True)
    assert not list(tmp_path.iterdir())


def test_another_command_that_does_not_end(tiny_built: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tiny_built / "docs/timeline.md").write_text("stale")
    old = tree(tiny_built)
    holder = os.open(tiny_built, os.O_RDONLY)
    fcntl.flock(holder, fcntl.LOCK_EX)
    for command in ("build", "check"):
        assert main(["--root", str(tiny_built), "--wait", "0.2", command]) == 1
        said = capsys.readouterr().err
        assert said.startswith("waiting for another command that uses docs/ ...\ndocs:1:1: [F020]")
        assert said.count("waiting") == 1
    assert tree(tiny_built) == old
    fcntl.flock(holder, fcntl.LOCK_SH)
    assert main(["--root", str(tiny_built), "--wait", "0", "check"]) == 1
    assert "[F005]" in capsys.readouterr().err, "two may read at once"
    assert main(["--root", str(tiny_built), "--wait", "0", "build"]) == 1
    os.close(holder)
    assert main(["--root", str(tiny_built), "--wait", "0", "build"]) == 0


def test_check_reports_an_interrupted_build_and_leaves_it_alone(
    tiny_built: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    journal = tiny_built / "docs/.edition-journal"
    (journal / "old").mkdir(parents=True)
    (journal / "undo.json").write_text("{}")
    old = tree(tiny_built)
    assert main(["--root", str(tiny_built), "check"]) == 1
    assert "docs:1:1: [F021]" in capsys.readouterr().err
    assert tree(tiny_built) == old
    assert main(["--root", str(tiny_built), "build"]) == 0
    assert main(["--root", str(tiny_built), "check"]) == 0
    assert not journal.exists()


@pytest.mark.parametrize("sink", ["a reader that went away", "/dev/full"])
def test_output_that_goes_nowhere(tiny_built: Path, sink: str) -> None:
    (tiny_built / "docs/timeline.md").write_text("stale")
    if sink == "/dev/full":
        out = os.open(sink, os.O_WRONLY)
    else:
        reader, out = os.pipe()
        os.close(reader)
    command = [sys.executable, "-m", "edition", "--root", str(tiny_built), "build"]
    done = subprocess.run(command, stdout=out, stderr=subprocess.PIPE, text=True, check=False)
    os.close(out)
    assert done.returncode == 1
    full = "could not print all of the output: No space left on device\n"
    assert done.stderr == (full if sink == "/dev/full" else "")
    assert main(["--root", str(tiny_built), "check"]) == 0


def heed_ctrl_c() -> None:
    """A shell that starts the tests in the background has them ignore it."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def test_ctrl_c_is_one_line(tiny_built: Path) -> None:
    """Held up by the lock, a build is interrupted."""
    holder = os.open(tiny_built, os.O_RDONLY)
    fcntl.flock(holder, fcntl.LOCK_EX)
    command = [sys.executable, "-m", "edition", "--root", str(tiny_built), "build"]
    process = subprocess.Popen(
        command, preexec_fn=heed_ctrl_c, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    assert process.stderr
    assert process.stderr.readline().startswith("waiting")
    process.send_signal(signal.SIGINT)
    assert process.communicate() == ("", "interrupted\n")
    assert process.returncode == 130
    os.close(holder)


def test_what_steers_a_terminal_is_printed_as_text(tiny_built: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tiny_built / "docs/report/\x1b[2J\u202eevil.md").write_text("")
    assert main(["--root", str(tiny_built), "check"]) == 1
    assert main(["--root", str(tiny_built), "build"]) == 0
    printed = capsys.readouterr()
    for said in (printed.out, printed.err):
        assert r"docs/report/\u001b[2J\u202eevil.md" in said
    assert printable("“é” 中 ab") == "“é” 中 ab"
    assert printable("\ud800\x7f\u2028") == r"\ud800\u007f\u2028"
