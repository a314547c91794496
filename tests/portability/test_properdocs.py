"""The same tree under the successor of MkDocs: the same pages and anchors."""

from __future__ import annotations

from pathlib import Path

from compare import differences

from conftest import ROOT, mkdocs_build


def test_properdocs_builds_the_same_pages_and_anchors(site: Path, tmp_path: Path) -> None:
    assert not differences(site, mkdocs_build(ROOT, tmp_path / "site", engine="properdocs"))
