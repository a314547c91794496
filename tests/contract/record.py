"""Adds the anchors of the built site that are not yet in the list of published anchors; removes none."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

TESTS = Path(__file__).parent.parent
sys.path[:0] = [str(TESTS), str(TESTS / "site")]

from test_contract import CONTRACT, anchors  # noqa: E402

from sites import ROOT, mkdocs_build  # noqa: E402


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        found = anchors(mkdocs_build(ROOT, Path(folder) / "site"))
    published = CONTRACT.read_text(encoding="utf-8").split() if CONTRACT.exists() else []
    new = [anchor for anchor in found if anchor not in set(published)]
    CONTRACT.write_text("".join(f"{anchor}\n" for anchor in [*published, *new]), encoding="utf-8")
    print(f"{len(new)} new anchors, {len(published) + len(new)} in all")


main()
