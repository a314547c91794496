"""Projects to be released: copies of the report's and of the tiny one, in folders of their own."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from sites import ROOT, TINY, tiny_checkout

EPOCH = "1700000000"
ADDRESS = "https://edition.test/report/"


def report_project(folder: Path) -> Path:
    for name in ("docs", "editorial", "overrides", "source"):
        shutil.copytree(ROOT / name, folder / name, dirs_exist_ok=True)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    return folder


def tiny_project(folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    tiny_checkout(folder)
    for name in ("source", "editorial"):
        shutil.copytree(TINY / name, folder / name)
    return folder


def edition_site(root: Path, *options: str, **environment: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "edition", "--root", str(root), "site", *options]
    env = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": EPOCH, **environment}
    return subprocess.run(command, env=env, capture_output=True, text=True, check=False)


def made(root: Path) -> dict[str, bytes]:
    """EPUB, PDF and ZIP of a project, by suffix."""
    found = [path for path in sorted((root / "site").rglob("*")) if path.suffix in (".epub", ".pdf", ".zip")]
    return {path.suffix: path.read_bytes() for path in found}
