"""Ids are unique and not the engine's own, and references name ids that exist."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any, Final

from edition.editorial import EntryKind
from edition.index.edition import Edition
from edition.model.diagnostics import Diagnostic, Where
from edition.text.claims import in_order

# Anchors that pages and formats use themselves: of paragraphs, pages, operations, letters, kinds, recommendations.
_OWN: Final = re.compile(r"(p|op|r|a)[0-9]+|page-[0-9]+|(letter|kind|wit|entry|event|app)-.+")
# Headings and parts of the generated pages and of the theme, and ids in TEI.
RESERVED: Final = frozenset(
    [
        "apparatus",
        "cite",
        "codes",
        "comparison",
        "concordance",
        "content",
        "contents",
        "data",
        "directives",
        "downloads",
        "editors",
        "events",
        "figures",
        "footer",
        "formats",
        "full-text",
        "glossary",
        "header",
        "home",
        "index",
        "kinds",
        "main",
        "map",
        "mentioned",
        "navigation",
        "notes",
        "page",
        "pages",
        "parts",
        "register",
        "search",
        "skip",
        "targets",
        "the-report",
        "timeline",
        "toc",
        "ways-in",
        "words",
    ]
)


def _duplicates(kind: str, items: Iterable[Any]) -> Iterator[Diagnostic]:
    first: dict[str, Where] = {}
    for item in items:
        if item.id in first:
            message = f"the {kind} id “{item.id}” is already used at {first[item.id]}"
            yield Diagnostic(item.where, "Y005", message, "give one of the two another id; keep the published one")
        first.setdefault(item.id, item.where)


def ids_are_unique(edition: Edition) -> Iterator[Diagnostic]:
    """No id occurs twice among its kind."""
    editorial = edition.editorial
    yield from _duplicates("entry", (resolved.entry for resolved in edition.entries))
    yield from _duplicates("event", editorial.timeline.events)
    yield from _duplicates("category", editorial.timeline.categories)
    register = editorial.recommendations
    yield from _duplicates("recommendation", [*register.entries, *register.withdrawn])
    yield from _duplicates("theme", editorial.recommendations.themes)
    yield from _duplicates("addressee", editorial.recommendations.addressees)
    yield from _duplicates("source", editorial.sources)
    anchors = [*editorial.divisions.front_matter, *in_order(editorial.divisions.divisions)]
    yield from _duplicates("anchor", anchors)
    emendations = editorial.emendations
    yield from _duplicates("operation", [*emendations.normalisations, *emendations.emendations, *emendations.notes])


def ids_are_not_the_engines(edition: Edition) -> Iterator[Diagnostic]:
    """No id is one that generated pages use for something else."""
    editorial = edition.editorial
    named: Iterable[Any] = chain(
        (resolved.entry for resolved in edition.entries),
        editorial.timeline.events,
        editorial.divisions.front_matter,
        in_order(editorial.divisions.divisions),
        editorial.emendations.normalisations,
        editorial.emendations.emendations,
        editorial.emendations.notes,
    )
    for item in named:
        if item.id in RESERVED or _OWN.fullmatch(item.id):
            message = f"the id “{item.id}” is one that the edition’s pages use themselves"
            yield Diagnostic(item.where.at("id"), "Y008", message, f"choose another, such as “{item.id}-1”")
    for division in in_order(editorial.divisions.divisions):
        if division.slug and division.slug in RESERVED:
            message = f"the slug “{division.slug}” is one that the edition’s pages use themselves"
            yield Diagnostic(division.where.at("slug"), "Y008", message, f"choose another, such as “{division.slug}-1”")


def _unknown(where: Where, kind: str, name: str, known: set[str]) -> Iterator[Diagnostic]:
    if name not in known:
        near = min(known, key=lambda other: (-_common(other, name), other), default="")
        advice = f"did you mean “{near}”?" if _common(near, name) > 2 else f"add the {kind}, or remove the reference"
        yield Diagnostic(where, "Y006", f"there is no {kind} “{name}”", advice)


def _common(one: str, other: str) -> int:
    return next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def references_resolve(edition: Edition) -> Iterator[Diagnostic]:
    """See-also, contrast, disagreement, category, speaker and source name something that exists."""
    entries = {resolved.id for resolved in edition.entries}
    persons = {resolved.id for resolved in edition.entries if resolved.kind is EntryKind.PERSON}
    for resolved in edition.entries:
        for name in resolved.entry.see:
            yield from _unknown(resolved.entry.where, "entry", name, entries)
        for contrast in resolved.entry.contrast:
            yield from _unknown(contrast.where, "entry", contrast.entry, entries)
    events = {event.id for event in edition.editorial.timeline.events}
    categories = {category.id for category in edition.editorial.timeline.categories}
    for event in edition.editorial.timeline.events:
        yield from _unknown(event.where, "category", event.category, categories)
        for other in event.disagrees:
            yield from _unknown(other.where, "event", other.event, events)
    for recommendation in edition.editorial.recommendations.entries:
        if recommendation.speaker:
            yield from _unknown(recommendation.where, "person", recommendation.speaker, persons)
    sources = {source.id for source in edition.editorial.sources}
    for where, name in cited_sources(edition):
        yield from _unknown(where, "source", name, sources)


def cited_sources(edition: Edition) -> Iterator[tuple[Where, str]]:
    """Every citation of a source by the editors, with its place."""
    for resolved in edition.entries:
        for statement in (resolved.entry.definition, resolved.entry.expansion, resolved.entry.note):
            if statement:
                yield from ((statement.where, name) for name in statement.sources)
    for event in edition.editorial.timeline.events:
        yield from ((event.where, name) for name in event.sources)
        if event.note:
            yield from ((event.note.where, name) for name in event.note.sources)
    for recommendation in edition.editorial.recommendations.entries:
        if recommendation.note:
            yield from ((recommendation.note.where, name) for name in recommendation.note.sources)
    place = edition.editorial.citation.place
    if place:
        yield from ((place.where, name) for name in place.sources)
