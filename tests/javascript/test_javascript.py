"""The scripts of the site, without a browser: linted, and what needs no page is tested in Node."""

from __future__ import annotations

import shutil
import subprocess

import pytest

from served import tool
from sites import ROOT

TESTS = sorted(path for path in (ROOT / "tests").rglob("*.test.mjs") if "node_modules" not in path.parts)


def run(*command: str) -> None:
    """Run a command; the test fails with what it prints where it does not end well."""
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"\n{done.stdout}{done.stderr}"


def test_no_finding_of_the_linter() -> None:
    run(str(tool("oxlint/bin/oxlint")), "--deny-warnings", "docs/assets/js", *map(str, TESTS))


@pytest.mark.parametrize("path", TESTS, ids=lambda path: str(path.relative_to(ROOT / "tests")))
def test_in_node(path: object) -> None:
    node = shutil.which("node")
    assert node, "Node.js is missing: apt-get install nodejs"
    run(node, "--test", str(path))
