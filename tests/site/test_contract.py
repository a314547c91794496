"""Published anchors are a contract: the list is append-only."""

from __future__ import annotations

import functools
import re
from pathlib import Path

from conftest import ROOT
from extract import page_at

CONTRACT = ROOT / "tests/contract/anchors.txt"
PUBLISHED = ("report/", "glossary/", "timeline/", "recommendations/", "concordance/", "apparatus/")


@functools.cache
def anchors(site: Path) -> list[str]:
    """The anchors inside the articles of the generated pages, as `page#anchor`."""
    found = set()
    for path in sorted(site.rglob("index.html")):
        page = path.relative_to(site).as_posix().removesuffix("index.html")
        if page.startswith(PUBLISHED):
            article = next(page_at(path).iter("article"))
            found |= {
                f"{page}#{e.get('id')}" for e in article.iter() if e.get("id") and not e.get("id", "").startswith("__")
            }
    return sorted(found)


def test_no_published_anchor_disappears(site: Path) -> None:
    published = CONTRACT.read_text(encoding="utf-8").split()
    lost = set(published) - set(anchors(site))
    assert not lost, f"anchors that readers may have cited are gone; restore them: {sorted(lost)[:20]}"


def test_new_anchors_are_recorded(site: Path) -> None:
    published = CONTRACT.read_text(encoding="utf-8").split()
    new = set(anchors(site)) - set(published)
    assert not new, f"run `make anchors` to add {len(new)} new anchors to {CONTRACT.name}: {sorted(new)[:20]}"


def test_paragraph_anchors_are_the_same_on_the_full_text(site: Path) -> None:
    def numbered(prefix: str) -> list[str]:
        names = {a.split("#")[1] for a in anchors(site) if a.startswith(prefix)}
        return sorted(name for name in names if re.fullmatch(r"p\d+", name))

    full = numbered("report/full-text/")
    chapters = {a for a in anchors(site) if a.startswith("report/") and not a.startswith("report/full-text/")}
    assert full == sorted({a.split("#")[1] for a in chapters if re.search(r"#p\d+$", a)})
