"""Two built sites held against each other: their pages, and the anchors in their articles."""

from __future__ import annotations

import re
from pathlib import Path


def skeleton(folder: Path) -> dict[str, set[str]]:
    """Page to anchors of its article. Anchors that a theme adds for itself (`__…`) do not count."""
    pages = {}
    for path in sorted(folder.rglob("*.html")):
        html = path.read_text(encoding="utf-8")
        article = html[html.find("<article") : html.rfind("</article>")]
        anchors = set(re.findall(r'\bid="?([^"\s>]+)', article))
        pages[path.relative_to(folder).as_posix()] = {anchor for anchor in anchors if not anchor.startswith("__")}
    return pages


def differences(one: Path, other: Path) -> list[str]:
    """What differs between two sites, a line each."""
    left, right = skeleton(one), skeleton(other)
    lines = [f"page only in one: {page}" for page in sorted(left.keys() ^ right.keys())]
    for page in sorted(left.keys() & right.keys()):
        lines += [f"{page}: anchor only in one: {anchor}" for anchor in sorted(left[page] ^ right[page])]
    return lines
