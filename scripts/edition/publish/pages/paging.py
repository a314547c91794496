"""What a list needs that is longer than one page: where the rest is, and, on the first page, the anchors that moved."""

from __future__ import annotations

from collections.abc import Callable

from edition.publish.markup.blocks import Markdown, box, bullets, item, paragraph
from edition.publish.markup.markdown import Words, joined
from edition.publish.plan.plan import Address, Paged
from edition.publish.view import View


def turning(view: View, here: str, paged: Paged) -> list[Markdown]:
    """Links to the other pages of a list; nothing where there is one page."""
    pages = [page for page, _ in paged.pages]
    if len(pages) < 2:
        return []
    links: list[Words] = [
        view.labels("paging.here", number=n)
        if page == here
        else view.link(here, view.labels("paging.page", number=n), page)
        for n, page in enumerate(pages, start=1)
    ]
    return [paragraph(view.labels.marked("paging.pages", pages=joined(links, " · ")), "editors", "paging")]


def moved(
    view: View, here: str, paged: Paged, words: Callable[[str], str], address: Callable[[str], Address]
) -> list[Markdown]:
    """On the first page, what is on the others: each under the anchor that it had before the list was divided."""
    if here != paged.first or len(paged.pages) < 2:
        return []
    rows = []
    for _, names in paged.pages[1:]:
        for name in names:
            target = address(name)
            rows.append(
                item(view.link(here, words(name), target), id=target.anchor, data_moved=view.plan.href(here, target))
            )
    return [box("nav", "editors", "moved", content=[bullets(rows)], aria_label=view.labels("paging.moved"))]
