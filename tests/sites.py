"""The built sites, each made once a run: the first worker that asks builds, the others wait for it and share it."""

from __future__ import annotations

import fcntl
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
TINY = ROOT / "tests/tiny"
# The sub-path that the report's site is built for, as a project's pages are published.
NAME = "some-name"

Once = Callable[[str, Callable[[Path], object]], Path]


def mkdocs_build(root: Path, target: Path, engine: str = "mkdocs", **environment: str) -> Path:
    """Build the site of the checkout at `root` into `target`, strictly; fail with the engine's own words."""
    command = [sys.executable, "-m", engine, "build", "--strict", "--site-dir", str(target)]
    env = {**os.environ, "NO_MKDOCS_2_WARNING": "1", **environment}
    done = subprocess.run(command, cwd=root, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return target


def tiny_checkout(folder: Path) -> Path:
    """The tiny report laid over a copy of this project, as somebody begins who has a report of their own."""
    shutil.copy(ROOT / "mkdocs.yml", folder)
    shutil.copytree(ROOT / "overrides", folder / "overrides")
    for source in (ROOT / "docs/assets", ROOT / "docs/about", TINY / "docs"):
        inside = source.relative_to(TINY if source.is_relative_to(TINY) else ROOT)
        shutil.copytree(source, folder / inside, dirs_exist_ok=True)
    return folder


@pytest.fixture(scope="session")
def once(tmp_path_factory: pytest.TempPathFactory) -> Once:
    """`once(name, make)`: the folder `name`, filled by `make(folder)` once a run. Tests only read it."""
    shared = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        shared = shared.parent

    def made(name: str, make: Callable[[Path], object]) -> Path:
        target, half = shared / name, shared / f"{name}.half"
        with (shared / f"{name}.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not target.exists():
                shutil.rmtree(half, ignore_errors=True)
                half.mkdir()
                make(half)
                half.rename(target)
        return target

    return made


@pytest.fixture(scope="session")
def published(once: Once) -> Path:
    """A folder that holds the report's site as the sub-path it is published under."""
    return once("published", lambda folder: mkdocs_build(ROOT, folder / NAME, SITE_URL=f"http://127.0.0.1/{NAME}/"))


@pytest.fixture(scope="session")
def site(published: Path) -> Path:
    """The report's site, built for a sub-path."""
    return published / NAME


@pytest.fixture(scope="session")
def tiny_root(once: Once) -> Path:
    """A checkout whose report is the tiny one."""
    return once("tiny-checkout", tiny_checkout)


@pytest.fixture(scope="session")
def tiny_site(once: Once, tiny_root: Path) -> Path:
    """The tiny report's site, built for the root of a host."""
    return once("tiny", lambda folder: mkdocs_build(tiny_root, folder / "site", SITE_URL="http://127.0.0.1/")) / "site"
