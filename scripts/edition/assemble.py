"""From the witness and the editors' data to the edition, with every error found on the way."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

from edition.editorial import Action, Editorial, Entry, EntryKind, Event, Place, Recommendation
from edition.editorial.base import DATE_ADVICE
from edition.index.concordance import Concordance
from edition.index.edition import Edition, Quoted, ResolvedEntry, ResolvedEvent, ResolvedNote, ResolvedRecommendation
from edition.index.mentions import LocatedForm, find_mentions
from edition.index.resolve import Resolver
from edition.model.dates import read_edtf
from edition.model.diagnostics import Diagnostic
from edition.model.tracked import occurrences
from edition.model.values import DateRange, Mention, Passage, Span, Transcription
from edition.read.readers.lines import read_witness
from edition.rules import RULES
from edition.rules.completeness import account
from edition.rules.mention import claimed_forms, double_claims, idle_exceptions, unused_variants
from edition.text.transcription import transcribe


def assemble(witness_file: str, witness_text: str, editorial: Editorial) -> tuple[Edition, list[Diagnostic]]:
    """The edition, and all its errors in order of place. With errors the edition is not fit to be rendered."""
    text, errors = transcribe(read_witness(witness_file, witness_text), editorial)
    resolver = Resolver(text.units)
    mentions, found = _mentions(editorial, text, resolver)
    errors += found
    events, found = _events(editorial, resolver)
    errors += found
    recommendations, found = _recommendations(editorial, resolver)
    errors += found
    edition = Edition(
        editorial=editorial,
        text=text,
        entries=tuple(_entry(entry, kind, resolver) for kind, entry in all_entries(editorial)),
        events=tuple(events),
        recommendations=tuple(recommendations),
        notes=tuple(
            ResolvedNote(note, passage)
            for note in editorial.emendations.notes
            if (passage := resolver.words(note.where, note.at, note.quote))
        ),
        mentions=mentions,
    )
    for place in editorial.edition.inferred_date_from:
        resolver.place(place)
    errors += resolver.errors
    for rule in RULES:
        errors += rule(edition)
    if not errors:
        coverage, found = account(edition)
        errors += found
        edition = replace(edition, coverage=coverage)
    return edition, sorted(set(errors))


def concordance_of(edition: Edition) -> Concordance:
    """The edition's mentions, inverted."""
    linkable = frozenset(resolved.id for resolved in edition.entries if resolved.entry.link)
    return Concordance(edition.text.units, edition.text.divisions, edition.mentions, linkable)


def all_entries(editorial: Editorial) -> list[tuple[EntryKind, Entry]]:
    """The glossary entries with their kinds, in the order they are written."""
    return [(file.kind, entry) for file in editorial.glossary for entry in file.entries]


def _mentions(
    editorial: Editorial, text: Transcription, resolver: Resolver
) -> tuple[tuple[Mention, ...], list[Diagnostic]]:
    entries = [entry for _, entry in all_entries(editorial)]
    forms, errors = claimed_forms(entries)
    located = _located(entries, "mentions", resolver)
    exceptions = _located(entries, "except_", resolver)
    errors += double_claims([(place, item) for item, place in located])
    mentions, used, effective = find_mentions(
        text.units, forms, [item for item, _ in located], [item for item, _ in exceptions]
    )
    errors += unused_variants(entries, used)
    errors += idle_exceptions([(place, item) for item, place in exceptions], effective)
    return mentions, errors


def _located(entries: list[Entry], field: str, resolver: Resolver) -> list[tuple[LocatedForm, Place]]:
    return [
        (LocatedForm(entry.id, found.form.unit, found.form.span), place)
        for entry in entries
        for place in getattr(entry, field)
        if (found := resolver.place(place))
    ]


P = TypeVar("P", bound=Place)


def _places(places: tuple[P, ...], resolver: Resolver) -> tuple[tuple[P, Quoted], ...]:
    return tuple((place, found) for place in places if (found := resolver.place(place)))


def _entry(entry: Entry, kind: EntryKind, resolver: Resolver) -> ResolvedEntry:
    return ResolvedEntry(
        entry,
        kind,
        definition=_definition(entry, resolver),
        senses=_places(entry.senses, resolver),
        office=_places(entry.office, resolver),
        reported=_places(entry.reported, resolver),
    )


def _definition(entry: Entry, resolver: Resolver) -> Quoted | None:
    place = entry.definition.place if entry.definition else None
    return resolver.place(place) if place else None


def _events(editorial: Editorial, resolver: Resolver) -> tuple[list[ResolvedEvent], list[Diagnostic]]:
    events, errors = [], []
    for event in editorial.timeline.events:
        dates, error = _dates(event)
        errors += error
        loci = tuple(found for _, found in _places(event.loci, resolver))
        grounds = tuple(found for _, found in _places(event.from_, resolver))
        events.append(ResolvedEvent(event, dates, loci, grounds))
    return events, errors


def _dates(event: Event) -> tuple[DateRange, list[Diagnostic]]:
    try:
        return read_edtf(event.edtf), []
    except ValueError as error:
        message = f"the date of the event “{event.id}” is “{event.edtf}”, {error}"
        where = event.where.at("edtf")
        return DateRange(event.edtf, None, None, "none"), [Diagnostic(where, "D001", message, DATE_ADVICE)]


def _recommendations(editorial: Editorial, resolver: Resolver) -> tuple[list[ResolvedRecommendation], list[Diagnostic]]:
    resolved, errors = [], []
    for entry in editorial.recommendations.entries:
        passage = _passage(entry, resolver)
        if passage is None:
            continue
        words = resolver.units[passage.unit].text[passage.span.start : passage.span.end]
        actions: list[tuple[Action, Span]] = []
        objects: list[Span] = []
        for action in entry.actions:
            span = _inside(action.text, words, passage)
            if span:
                actions.append((action, span))
            else:
                message = f"the action “{action.text}” does not appear exactly once in {entry.id}"
                errors.append(Diagnostic(action.where, "R001", message, "copy the words from the recommendation"))
            cut = _inside(action.object, words, passage) if action.object else None
            if cut:
                objects.append(cut)
            elif action.object:
                message = f"the object “{action.object}” is not in {entry.id}, or more than once"
                errors.append(Diagnostic(action.where, "R009", message, "copy the words from the recommendation"))
        context = []
        for index, sentence in enumerate(entry.context):
            span = _inside(sentence, words, passage)
            if span:
                context.append(span)
            else:
                message = f"the context “{sentence}” does not appear exactly once in {entry.id}"
                where = entry.where.at("context", index)
                errors.append(Diagnostic(where, "R001", message, "copy the sentence from the recommendation"))
        resolved.append(ResolvedRecommendation(entry, passage, tuple(actions), tuple(objects), tuple(context)))
    return resolved, errors


def _passage(entry: Recommendation, resolver: Resolver) -> Passage | None:
    if entry.quote is not None:
        return resolver.words(entry.where, entry.at, entry.quote)
    if entry.at in resolver.units:
        return Passage(entry.at, Span(0, len(resolver.units[entry.at].text)))
    return resolver.words(entry.where, entry.at, "")


def _inside(words: str, text: str, passage: Passage) -> Span | None:
    hits = occurrences(words, text)
    if len(hits) != 1:
        return None
    return Span(passage.span.start + hits[0].start, passage.span.start + hits[0].end)
