"""What the editors state, and the public sources it rests on."""

from __future__ import annotations

from edition.editorial import Reading, Source, Sourced
from edition.model.dates import read_edtf
from edition.publish.markup.markdown import escape, link
from edition.publish.pages.dated import spoken
from edition.publish.plan import View

NOTE = "Editors’ note"


def statement(
    view: View, here: str, title: str, said: Sourced | None, classes: str = ".editors", cited: bool = True
) -> list[str]:
    """A statement under its title, with its sources if they are to be `cited`; no block where nothing is said."""
    if said is None:
        return []
    source = f" (Source: {listed(view, said.sources)}.)" if cited and said.sources else ""
    return [f"**{title}.** {view.prose(here, said.text)}{source}\n{{ {classes} }}"]


def listed(view: View, names: tuple[str, ...]) -> str:
    """Sources by body, title and date; where a copy or a report was read instead, it is named after the original."""
    known = {source.id: source for source in view.edition.editorial.sources}
    return "; ".join(_named(known[name]) for name in names)


def _named(source: Source) -> str:
    original, opened = source.original, source.read_at
    words = _document(original.body, original.title, original.date, original.url)
    if opened is None:
        return words
    if source.read == Reading.COPY:
        return f"{words}, copy at {link(opened.body, opened.url)}"
    return f"{words}, as reported by {_document(opened.body, opened.title, opened.date, opened.url)}"


def _document(body: str, title: str | None, date: str | None, url: str | None) -> str:
    """Body, title (date); the title is the link, or the body where there is no title."""
    parts = [escape(body)] if title else []
    named = title or body
    parts.append(link(named, url) if url else escape(named))
    return ", ".join(parts) + (f" ({escape(spoken(read_edtf(date)))})" if date else "")
