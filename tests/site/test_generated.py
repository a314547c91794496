"""The same input gives the same bytes, on any machine; a broken one gives the same words."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import ROOT, TINY
from edition.cli import main

CONSOLE = TINY / "console.txt"


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


def snapshot(docs: Path) -> dict[str, bytes]:
    return {path.relative_to(docs).as_posix(): path.read_bytes() for path in docs.rglob("*") if path.is_file()}


@pytest.mark.parametrize(("seed", "locale"), [("1", "C"), ("2", "C.UTF-8"), ("3", "POSIX")])
def test_builds_are_byte_identical(tmp_path: Path, seed: str, locale: str) -> None:
    for name in ("source", "editorial"):
        shutil.copytree(ROOT / name, tmp_path / name)
    environment = {**os.environ, "PYTHONHASHSEED": seed, "LC_ALL": locale, "LANG": locale, "TZ": "Asia/Tokyo"}
    command = [sys.executable, "-m", "edition", "--root", str(tmp_path), "build"]
    subprocess.run(command, check=True, capture_output=True, env=environment)
    built = snapshot(tmp_path / "docs")
    committed = snapshot(ROOT / "docs")
    assert built == {name: committed[name] for name in built}
