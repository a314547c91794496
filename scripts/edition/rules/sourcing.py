"""What the editors state rests on a public source."""

from __future__ import annotations

from collections.abc import Iterator

from edition.editorial import Ground
from edition.index.edition import Edition
from edition.model.diagnostics import Diagnostic
from edition.rules.identity import cited_sources


def editors_name_sources(edition: Edition) -> Iterator[Diagnostic]:
    """Expansions, supplied dates and the place of publication name a source."""
    advice = "name at least one source of editorial/sources/"
    for resolved in edition.entries:
        expansion = resolved.entry.expansion
        if expansion and not expansion.sources:
            message = f"the expansion of “{resolved.entry.printed}” has no source"
            yield Diagnostic(expansion.where, "S001", message, advice)
    for event in edition.events:
        if event.event.ground is Ground.SUPPLIED and not event.event.sources:
            message = f"the supplied date of “{event.id}” has no source"
            yield Diagnostic(event.event.where, "S001", message, advice)
    place = edition.editorial.citation.place
    if place and not place.sources:
        yield Diagnostic(place.where, "S001", f"the place of publication “{place.text}” has no source", advice)


def sources_are_cited(edition: Edition) -> Iterator[Diagnostic]:
    """Every source is cited somewhere."""
    cited = {name for _, name in cited_sources(edition)}
    for source in edition.editorial.sources:
        if source.id not in cited:
            yield Diagnostic(source.where, "S002", f"nothing cites the source “{source.id}”", "cite it or remove it")
