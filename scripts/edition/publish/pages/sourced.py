"""What the editors state, and the public sources of it."""

from __future__ import annotations

from urllib.parse import urlsplit

from edition.editorial import Sourced
from edition.model.dates import read_edtf
from edition.publish.dated import spoken
from edition.publish.markup.blocks import Markdown, paragraph
from edition.publish.markup.markdown import Words, joined, link, strong
from edition.publish.view import View


def statement(view: View, title: str, said: Sourced | None, *classes: str, cited: bool = True) -> list[Markdown]:
    """A statement under its title, with its sources if they are to be `cited`; no block where nothing is said."""
    if said is None:
        return []
    parts: list[Words] = [strong(title), " ", said.text]
    if cited and said.sources:
        parts += [" ", view.labels.marked("statement.source", sources=listed(view, said.sources))]
    return [paragraph(joined(parts), *(classes or ("editors",)))]


def listed(view: View, names: tuple[str, ...]) -> Markdown:
    """Sources by body, title and date. A link says whose page it leads to: often a copy, not the issuing body's own."""
    shown: list[Words] = []
    for source in (view.sources[name] for name in names):
        date = spoken(view.labels, read_edtf(source.date))
        words = view.labels("statement.cited", body=source.body, title=source.title, date=date)
        if source.url:
            host = link(urlsplit(source.url).netloc.removeprefix("www."), source.url)
            shown.append(view.labels.marked("statement.seen", source=words, host=host))
        else:
            shown.append(words)
    return joined(shown, "; ")
