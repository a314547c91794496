"""The core opens no file and imports no renderer of others; only a few modules may."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from conftest import ROOT

PACKAGE = ROOT / "scripts/edition"
SHELL = ("cli.py", "__main__.py", "store/", "serve/", "release/", "read/yaml.py")
FORBIDDEN = {
    "mkdocs",
    "markdown",
    "yaml",
    "os",
    "pathlib",
    "subprocess",
    "shutil",
    "tempfile",
    "requests",
    "urllib.request",
    "importlib",
}
# These read data files of the engine's own, and nothing else.
DATA = {"index/languages/__init__.py", "publish/labels/__init__.py"}
# What is made after the pages needs their files and other programs.
CORE = sorted(p for p in PACKAGE.rglob("*.py") if not p.relative_to(PACKAGE).as_posix().startswith(SHELL))


def forbidden(module: str) -> bool:
    return any(f"{module}.".startswith(f"{name}.") for name in FORBIDDEN)


@pytest.mark.parametrize("path", CORE, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_core_is_pure(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            assert not any(forbidden(alias.name) for alias in node.names)
        if isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
            if path.relative_to(PACKAGE).as_posix() in DATA and node.module in ("importlib", "importlib.resources"):
                continue
            assert not forbidden(node.module)
            assert not any(forbidden(f"{node.module}.{alias.name}") for alias in node.names)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            assert node.func.id not in {"open", "print", "input", "exec", "eval"}


def test_the_engine_holds_no_word_of_this_report() -> None:
    words = [
        "china",
        "cicir",
        "beijing",
        "biden",
        "trump",
        "xi jinping",
        "taiwan",
        "brookings",
        "coexistence",
        "washington",
    ]
    for path in [
        *PACKAGE.rglob("*.py"),
        *PACKAGE.rglob("*.toml"),
        *(ROOT / "overrides").rglob("*"),
        *(ROOT / "docs/assets").rglob("*.[cj]s*"),
    ]:
        if path.is_file():
            text = path.read_text(encoding="utf-8", errors="ignore").lower()
            assert not [word for word in words if word in text], path
