"""What the tests share: the project's folder, its edition, a browser. The built sites are in sites.py."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from edition.assemble import assemble
from edition.index.edition import Edition
from edition.read.sources import read_sources
from edition.store import read_inputs
from sites import ROOT, TINY, mkdocs_build, once, published, site, tiny_root, tiny_site

pytest_plugins = ["served"]
__all__ = ["ROOT", "TINY", "mkdocs_build", "once", "published", "site", "tiny_root", "tiny_site"]


def pytest_configure(config: pytest.Config) -> None:
    """Make the files for machines, which tests read and a fresh clone lacks, unless that would hide stale pages."""
    if hasattr(config, "workerinput") or (ROOT / "docs/data/paragraphs.json").exists():
        return
    from edition.cli import main

    for command in ("check", "build"):
        if main(["--root", str(ROOT), command]):
            pytest.exit("the generated pages are not current: run `edition build`", 1)


def built_edition(root: Path) -> Edition:
    sources = read_sources(read_inputs(root))
    edition, faults = assemble(sources.witness_file, sources.witness_text, sources.editorial)
    assert not faults, "\n".join(map(str, faults))
    return edition


@pytest.fixture(scope="session")
def edition() -> Edition:
    return built_edition(ROOT)


@pytest.fixture(scope="session")
def tiny_edition() -> Edition:
    return built_edition(TINY)


@pytest.fixture
def tiny(tmp_path: Path) -> Path:
    """A copy of the tiny report's sources, to be broken."""
    for name in ("source", "editorial"):
        shutil.copytree(TINY / name, tmp_path / name)
    return tmp_path


@pytest.fixture
def tiny_built(tiny: Path) -> Path:
    """A copy of the tiny report with its generated pages."""
    shutil.copytree(TINY / "docs", tiny / "docs")
    return tiny


@pytest.fixture(scope="session")
def pandoc() -> Callable[..., str]:
    import pypandoc

    def run(words: str, *arguments: str) -> str:
        command = [pypandoc.get_pandoc_path(), *arguments]
        return subprocess.run(command, input=words, capture_output=True, text=True, check=True).stdout

    return run


def chromium_path() -> str:
    found = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if not found:
        pytest.fail("no Chromium: apt-get install chromium")
    return found


@pytest.fixture(scope="session")
def browser() -> Iterator[object]:
    from playwright.sync_api import sync_playwright

    arguments = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"]
    arguments += ["--disable-background-networking", "--disable-component-update", "--disable-sync"]
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=chromium_path(), args=arguments)
        yield chromium
        chromium.close()
