"""`edition serve` shows each change, keeps the pages when a build fails, and ends when it is told to."""

from __future__ import annotations

import os
import queue
import re
import shutil
import signal
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.error import HTTPError

import pytest

CONFIGURATION = """\
INHERIT: docs/edition.yml
theme: {name: null, custom_dir: overrides, locale: en, static_templates: [404.html]}
plugins: []
exclude_docs: /edition.yml
markdown_extensions: [attr_list, md_in_html, tables]
extra_css: [assets/own.css]
"""
PATIENCE = 60


class Served:
    """The command, running: what it says, line by line, and what it serves."""

    def __init__(self, root: Path, port: int = 0) -> None:
        self.root = root
        command = [sys.executable, "-m", "edition", "--root", str(root), "serve", "--address", f"127.0.0.1:{port}"]
        environment = {**os.environ, "TMPDIR": str(root / "tmp"), "PYTHONUNBUFFERED": "1"}
        self.process = subprocess.Popen(
            command,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            env=environment,
            start_new_session=True,
            # A shell that starts the tests in the background has them ignore Ctrl-C.
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
        )
        self.lines: queue.Queue[str | None] = queue.Queue()
        self.said: list[str] = []
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        assert self.process.stdout
        for line in self.process.stdout:
            self.lines.put(line.rstrip("\n"))
        self.lines.put(None)

    def until(self, pattern: str) -> str:
        """Reads on to the line that matches; it has to come."""
        while True:
            try:
                line = self.lines.get(timeout=PATIENCE)
            except queue.Empty:
                pytest.fail("\n".join([f"no line like {pattern}:", *self.said]))
            assert line is not None, "\n".join(["it has ended:", *self.said])
            self.said.append(line)
            if re.search(pattern, line):
                return line

    def ready(self) -> Served:
        found = re.search(r"http://127\.0\.0\.1:\d+/", self.until("is served at"))
        assert found
        self.address = found[0]
        return self

    def get(self, path: str) -> str:
        with urllib.request.urlopen(self.address + path, timeout=PATIENCE) as answer:
            return str(answer.read().decode())

    def shows(self, path: str, words: str) -> bool:
        """Whether the page comes to hold `words`; one saving can be seen as two changes, so builds are not counted."""
        end = time.monotonic() + PATIENCE
        while words not in self.get(path):
            if time.monotonic() > end:
                return False
            time.sleep(0.05)
        return True

    def ends(self, number: int) -> int:
        self.process.send_signal(number)
        return self.process.wait(PATIENCE)


@pytest.fixture
def project(tiny_built: Path) -> Path:
    for folder in ("overrides", "docs/assets", "tmp"):
        (tiny_built / folder).mkdir()
    (tiny_built / "mkdocs.yml").write_text(CONFIGURATION)
    for page in (tiny_built / "docs").rglob("*.md"):
        if found := re.search(r'^template: "?([^"\n]+)"?$', page.read_text(encoding="utf-8"), re.MULTILINE):
            (tiny_built / "overrides" / found[1]).write_text("{% extends 'main.html' %}")
    (tiny_built / "overrides/main.html").write_text("<html><body><p>skeleton 1</p>{{ page.content }}</body></html>")
    (tiny_built / "overrides/404.html").write_text("<html><body>nothing here</body></html>")
    (tiny_built / "docs/assets/own.css").write_text("a {}")
    (tiny_built / "docs/about/mine.md").write_text("# Mine\n\nfirst\n")
    return tiny_built


@pytest.fixture
def served(project: Path) -> Iterator[Callable[..., Served]]:
    running: list[Served] = []

    def start(port: int = 0) -> Served:
        running.append(Served(project, port))
        return running[-1]

    yield start
    for one in running:
        if one.process.poll() is None:
            one.process.kill()


def replace(path: Path, old: str, new: str) -> None:
    """Saves as many editors do: a new file takes the place of the old one."""
    words = path.read_text(encoding="utf-8")
    assert old in words
    path.with_name("4913").write_text(words.replace(old, new), encoding="utf-8")
    path.with_name("4913").replace(path)


def test_each_change_is_shown(project: Path, served: Callable[..., Served]) -> None:
    site = served().ready()
    assert "first" in site.get("about/mine/")
    (project / "docs/about/mine.md").write_text("# Mine\n\nsecond\n")
    assert site.shows("about/mine/", "second")
    assert "skeleton 1" in site.get("glossary/people/")

    replace(project / "editorial/glossary/people.yml", "The plan calls her", "They call her")
    assert site.shows("glossary/people/", "They call her")
    assert site.shows("data/glossary.json", "They call her")

    (project / "docs/assets/own.css").write_text("b {}")
    assert site.shows("assets/own.css", "b {}")

    replace(project / "overrides/main.html", "skeleton 1", "skeleton 2")
    assert site.shows("glossary/people/", "skeleton 2")
    assert "second" in site.get("about/mine/")
    with pytest.raises(HTTPError) as missing:
        site.get("nowhere/")
    assert missing.value.code == 404
    assert b"nothing here" in missing.value.read()


def test_errors_leave_the_pages_and_are_said(project: Path, served: Callable[..., Served]) -> None:
    site = served().ready()
    before = site.get("glossary/people/")
    people = project / "editorial/glossary/people.yml"
    replace(people, "kind: person", "kind: [person")
    site.until(re.escape("editorial/glossary/people.yml:2:") + r"\d+: \[Y001\]")
    site.until("1 error; the pages are unchanged")
    assert site.get("glossary/people/") == before
    replace(project / "overrides/main.html", "{{ page.content }}", "{% nonsense %}")
    site.until(r"\[F029\]")
    assert site.get("glossary/people/") == before
    replace(people, "kind: [person", "kind: person")
    replace(project / "overrides/main.html", "{% nonsense %}", "mended {{ page.content }}")
    site.until("pages built")
    assert "mended" in site.get("glossary/people/")
    assert not [line for line in site.said if "Traceback" in line]


def test_an_open_page_is_told_and_own_writes_are_not_changes(project: Path, served: Callable[..., Served]) -> None:
    site = served().ready()
    shown = re.search(r'event\.data !== "(\d+)"', site.get("index.html"))
    assert shown
    with urllib.request.urlopen(site.address + ".edition-events", timeout=PATIENCE) as events:
        assert events.readline().decode() == f"data: {shown[1]}\n"
        replace(project / "editorial/glossary/people.yml", "The plan calls her", "They call her")
        events.readline()
        assert events.readline().decode() != f"data: {shown[1]}\n"
    (project / "docs/about/mine.md").write_text("# Mine\n\nsecond\n")
    site.until(r"0 files written, [1-9]\d* pages built")
    assert len([line for line in site.said if "pages built" in line]) == 3


@pytest.mark.parametrize(("number", "status"), [(signal.SIGTERM, 0), (signal.SIGINT, 130)])
def test_it_ends_wholly(project: Path, served: Callable[..., Served], number: int, status: int) -> None:
    site = served().ready()
    assert site.ends(number) == status
    with pytest.raises(ProcessLookupError):
        os.killpg(site.process.pid, 0)
    assert not list((project / "tmp").iterdir())


def test_a_port_in_use_is_an_error(served: Callable[..., Served]) -> None:
    first = served().ready()
    second = served(int(first.address.rpartition(":")[2].strip("/")))
    assert second.process.wait(PATIENCE) == 1
    second.until(r"\[F027\]")
    assert not [line for line in second.said if "served at http" in line or "Traceback" in line]


def test_a_changed_engine_starts_again(
    project: Path, served: Callable[..., Served], monkeypatch: pytest.MonkeyPatch
) -> None:
    import edition

    engine = project / "engine"
    shutil.copytree(Path(edition.__file__).parent, engine / "edition")
    monkeypatch.setenv("PYTHONPATH", str(engine))
    site = served().ready()
    words = (engine / "edition/cli.py").read_text(encoding="utf-8")
    (engine / "edition/cli.py").write_text(words + "\nthis is no Python\n", encoding="utf-8")
    site.until("the changed engine does not load: SyntaxError")
    (engine / "edition/cli.py").write_text(words, encoding="utf-8")
    site.until("restarting")
    site.ready()
    assert "first" in site.get("about/mine/")
    assert site.ends(signal.SIGTERM) == 0
