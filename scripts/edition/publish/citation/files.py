"""The citation record in all its formats, and the citations of every paragraph."""

from __future__ import annotations

from collections.abc import Iterator

from edition.publish.citation.exchange import bibtex, cff, ris
from edition.publish.citation.record import citations, record
from edition.publish.markup.json import compact, readable, script
from edition.publish.view import View


def render(view: View) -> Iterator[tuple[str, str]]:
    """The files below data/ that hold the record or are made from it."""
    item, file = record(view), view.plan.data_file
    title = view.labels("cite.edition_title", title=view.edition.editorial.witness.title)
    yield file("citation.json"), readable([item])
    yield file("citation.bib"), bibtex(item)
    yield file("citation.ris"), ris(item)
    yield (
        file("CITATION.cff"),
        cff(
            item,
            title,
            view.labels("edition.maintainers"),
            view.labels("cite.message"),
            view.edition.editorial.citation.url,
        ),
    )
    cited = citations(view, item)
    yield file("citations.json"), compact(cited) + "\n"
    yield file("citations.js"), script("globalThis.editionCitations", compact(cited))
