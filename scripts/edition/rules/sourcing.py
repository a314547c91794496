"""What the editors state is based on a public source, and each source says where it was read."""

from __future__ import annotations

from collections.abc import Iterator

from edition.editorial import Ground, Reading, Source
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


def sources_say_where_they_were_read(edition: Edition) -> Iterator[Diagnostic]:
    """A source read in the original has its address; one read as a copy or in a report tells where that is."""
    for source in edition.editorial.sources:
        yield from _original(source) if source.read is Reading.ORIGINAL else _elsewhere(source)


def _original(source: Source) -> Iterator[Diagnostic]:
    if source.original.url is None:
        message = f"the source “{source.id}” was read in the original, and the original has no address"
        advice = "add `url` to `original`, or use `read: copy` or `read: report-of-it` to say what was opened instead"
        yield Diagnostic(source.original.where, "S004", message, advice)
    if source.read_at:
        message = f"the source “{source.id}” was read in the original, and `read_at` names another place"
        yield Diagnostic(source.read_at.where, "S008", message, "remove `read_at`, or write `read: copy`")


def _elsewhere(source: Source) -> Iterator[Diagnostic]:
    if source.read_at is None:
        message = f"the source “{source.id}” was read as {source.read}, and the record does not say where"
        advice = "add `read_at` with title, body, date and url of what was opened"
        yield Diagnostic(source.where, "S005", message, advice)
    elif source.read is Reading.REPORT and source.read_at.title is None:
        message = f"the report in which the source “{source.id}” was read has no title"
        yield Diagnostic(source.read_at.where, "S005", message, "add its title")
