"""What the editors state, and the public sources it rests on."""

from __future__ import annotations

from urllib.parse import urlsplit

from edition.editorial import Sourced
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
    """Sources by body, title and date. A link says whose page it leads to: often a copy, not the issuing body's own."""
    known = {source.id: source for source in view.edition.editorial.sources}
    shown = []
    for source in (known[name] for name in names):
        words = f"{escape(source.body)}, {escape(source.title)} ({escape(spoken(read_edtf(source.date)))})"
        shown.append(f"{words}, seen at {link(_host(source.url), source.url)}" if source.url else words)
    return "; ".join(shown)


def _host(url: str) -> str:
    return urlsplit(url).netloc.removeprefix("www.")
