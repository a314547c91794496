"""What the editors state rests on a public source, and each source says what was read."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from edition.editorial import Ground, Reading, Source
from edition.index.edition import Edition
from edition.model.diagnostics import Diagnostic, Where
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


def sources_say_what_was_read(edition: Edition) -> Iterator[Diagnostic]:
    """Every source says what was opened, where, and what it confirms; its addresses are web addresses."""
    for source in edition.editorial.sources:
        yield from _account(source)
        yield from _reading(source)
        yield from _address(source.original.where, source.original.url)
        if source.read_at:
            yield from _address(source.read_at.where, source.read_at.url)


def _account(source: Source) -> Iterator[Diagnostic]:
    if not source.verified.strip():
        message = f"“verified” of the source “{source.id}” is empty"
        yield Diagnostic(source.where, "S003", message, "say in a sentence what was read there and what it confirms")


def _reading(source: Source) -> Iterator[Diagnostic]:
    if source.read not in list(Reading):
        message = f"“read: {source.read}” of the source “{source.id}” is no reading"
        yield Diagnostic(source.where, "S007", message, "write original, copy or report-of-it")
    elif source.read == Reading.ORIGINAL:
        yield from _original(source)
    elif source.read_at is None:
        message = f"the source “{source.id}” was read as a {source.read}, and the record does not say where"
        yield Diagnostic(source.where, "S005", message, "add read_at with title, body, date and url of what was opened")
    elif source.read == Reading.REPORT and source.read_at.title is None:
        message = f"the report in which the source “{source.id}” was read has no title"
        yield Diagnostic(source.read_at.where, "S005", message, "add its title")


def _original(source: Source) -> Iterator[Diagnostic]:
    if source.original.url is None:
        message = f"the source “{source.id}” was read in the original, and the original has no address"
        advice = "add original.url, or say with read: copy or read: report-of-it what was opened instead"
        yield Diagnostic(source.original.where, "S004", message, advice)
    if source.read_at:
        message = f"the source “{source.id}” was read in the original, and read_at names another place"
        yield Diagnostic(source.read_at.where, "S008", message, "remove read_at, or write read: copy")


def _address(where: Where, url: str | None) -> Iterator[Diagnostic]:
    if url is None:
        return
    parts = urlsplit(url)
    if parts.scheme not in ("https", "http") or not parts.hostname or " " in url:
        yield Diagnostic(where, "S006", f"“{url}” is no web address", "write it in full, beginning with https://")
