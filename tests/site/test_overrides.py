"""Our templates replace parts of the pinned theme: if a part changes, its replacement has to be looked at again."""

from __future__ import annotations

import hashlib
import re
from importlib.metadata import version
from pathlib import Path

import material

from conftest import ROOT

OVERRIDES = ROOT / "overrides"
UPSTREAM = Path(material.__file__).parent / "templates"
RECORD = ROOT / "tests/contract/upstream.txt"
FIRST = re.compile(r"\{#- Replaces (.+) of Material for MkDocs (\d+\.\d+\.\d+)")


def replaced() -> dict[str, str]:
    """The parts of the theme that our templates replace, as their first lines name them, and the version."""
    parts: dict[str, str] = {}
    for path in sorted(OVERRIDES.rglob("*.html")):
        first = path.read_text(encoding="utf-8").splitlines()[0]
        if (UPSTREAM / path.relative_to(OVERRIDES)).exists() and not first.startswith('{% extends "base.html" %}'):
            found = FIRST.match(first)
            assert found, f"{path}: the first line has to name the part and version it replaces"
            names = found[1].split(" and ")
            assert path.relative_to(OVERRIDES).as_posix() in names
            parts |= dict.fromkeys(names, found[2])
    return parts


def test_the_version_is_the_one_the_overrides_name() -> None:
    assert set(replaced().values()) == {version("mkdocs-material")}


def test_the_replaced_parts_have_not_changed() -> None:
    """tests/contract/upstream.txt: `sha256sum` of each part, to be renewed after comparing old and new."""
    lines = [line.split() for line in RECORD.read_text(encoding="utf-8").splitlines()]
    recorded = {name: checksum for checksum, name in lines}
    found = {name: hashlib.sha256((UPSTREAM / name).read_bytes()).hexdigest() for name in replaced()}
    assert found == recorded


def test_nothing_of_the_themes_search_is_loaded(site: Path) -> None:
    for path in sorted(site.rglob("*.html")):
        html = path.read_text(encoding="utf-8")
        assert not re.search(r"assets/(?:javascripts|stylesheets)/|search_index|md-search|__config", html), path
    assert not (site / "search/search_index.json").exists()
