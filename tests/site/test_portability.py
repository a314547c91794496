"""The same tree under the successor of MkDocs: the same pages and anchors."""

from __future__ import annotations

import re
from pathlib import Path

from conftest import ROOT, mkdocs_build


def test_properdocs_builds_the_same_pages_and_anchors(site: Path, tmp_path: Path) -> None:
    other = mkdocs_build(ROOT, tmp_path / "site", engine="properdocs")

    def skeleton(folder: Path) -> dict[str, list[str]]:
        return {
            path.relative_to(folder).as_posix(): re.findall(r'\bid="([^"]+)"', path.read_text(encoding="utf-8"))
            for path in sorted(folder.rglob("*.html"))
        }

    assert skeleton(other) == skeleton(site)
