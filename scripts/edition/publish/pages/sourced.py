"""What the editors state, and the public sources of it."""

from __future__ import annotations

from edition.editorial import Reading, Source, Sourced
from edition.model.dates import read_edtf
from edition.publish.dated import spoken
from edition.publish.markup.blocks import Markdown, paragraph
from edition.publish.markup.markdown import Words, joined, link, strong
from edition.publish.view import View


def statement(
    view: View, here: str, title: str, said: Sourced | None, *classes: str, cited: bool = True
) -> list[Markdown]:
    """A statement under its title, with its sources if they are to be `cited`; no block where nothing is said."""
    if said is None:
        return []
    parts: list[Words] = [strong(title), " ", view.prose(here, said.text)]
    if cited and said.sources:
        parts += [" ", view.labels.marked("statement.source", sources=listed(view, said.sources))]
    return [paragraph(joined(parts), *(classes or ("editors",)))]


def listed(view: View, names: tuple[str, ...]) -> Markdown:
    """Sources by body, title and date; where a copy or a report was read instead, it is named after the original."""
    return joined((_named(view, view.sources[name]) for name in names), "; ")


def _named(view: View, source: Source) -> Markdown:
    original, opened = source.original, source.read_at
    words = _document(view, original.body, original.title, original.date, original.url)
    if opened is None:
        return words
    if source.read is Reading.COPY:
        return view.labels.marked("statement.copy", original=words, copy=link(opened.body, opened.url))
    report = _document(view, opened.body, opened.title, opened.date, opened.url)
    return view.labels.marked("statement.reported", original=words, report=report)


def _document(view: View, body: str, title: str | None, date: str | None, url: str | None) -> Markdown:
    """Body, title (date); the title is the link, or the body where there is no title."""
    named: Words = link(title or body, url) if url else title or body
    words = joined([body, ", ", named]) if title else joined([named])
    if date is None:
        return words
    return view.labels.marked("statement.dated", document=words, date=spoken(view.labels, read_edtf(date)))
