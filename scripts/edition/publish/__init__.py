"""From the edition to files: each module renders one kind of page; `everything` is all of them."""

from __future__ import annotations

from collections.abc import Iterator

from edition.assemble import concordance_of
from edition.index.edition import Edition
from edition.publish.data import panels
from edition.publish.formats import preview
from edition.publish.pages import (
    apparatus,
    cite,
    codes,
    concordance,
    data,
    downloads,
    editorial_report,
    glossary,
    home,
    recommendations,
    report,
    search,
    site,
    timeline,
    words,
)
from edition.publish.plan import OWNED, View

__all__ = ["OWNED", "everything"]


def everything(edition: Edition) -> dict[str, bytes]:
    """All generated files of docs/: path to content (text in UTF-8, lines ended by LF)."""
    view = View(edition, concordance_of(edition))
    files = {path: text.encode() for path, text in _pages(view)} | dict(preview.render(view))
    return files | dict(downloads.render(view, files))


def _pages(view: View) -> Iterator[tuple[str, str]]:
    yield from home.render(view)
    yield from report.render(view)
    yield from glossary.render(view)
    yield from panels.render(view)
    yield from timeline.render(view)
    yield from recommendations.render(view)
    yield from concordance.render(view)
    yield from apparatus.render(view)
    yield from data.render(view)
    yield from editorial_report.render(view)
    yield from search.render(view)
    yield from words.render(view)
    yield from cite.render(view)
    yield from codes.render()
    yield from site.render(view)
