"""The same tree under the successor of MkDocs: the same pages and anchors."""

from __future__ import annotations

from pathlib import Path

from compare import differences

from sites import mkdocs_build


def test_properdocs_builds_the_same_pages_and_anchors(tiny_site: Path, tiny_root: Path, tmp_path: Path) -> None:
    assert not differences(tiny_site, mkdocs_build(tiny_root, tmp_path / "site", engine="properdocs"))
