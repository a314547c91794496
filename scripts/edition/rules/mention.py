"""Forms and mentions: each form has one owner, each owner occurs, and no place has two."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from edition.editorial import Entry, Place
from edition.index.edition import Edition
from edition.index.mentions import LocatedForm, with_capital
from edition.model.diagnostics import Diagnostic
from edition.model.tracked import fold_quotes


def claimed_forms(entries: Iterable[Entry]) -> tuple[dict[str, str], list[Diagnostic]]:
    """Each variant with its entry, and an error for each that two entries claim."""
    owner: dict[str, str] = {}
    errors = []
    for entry in entries:
        for index, variant in enumerate(map(fold_quotes, entry.variants)):
            if owner.setdefault(variant, entry.id) != entry.id:
                message = f"“{variant}” is claimed by “{owner[variant]}” and by “{entry.id}”"
                advice = "keep it in one entry, and list the passages of the other under “mentions”"
                errors.append(Diagnostic(entry.where.at("variants", index), "M002", message, advice))
    return owner, errors


def double_claims(located: list[tuple[Place, LocatedForm]]) -> Iterator[Diagnostic]:
    """LocatedForm mentions that overlap."""
    ordered = sorted(located, key=lambda item: (item[1].unit, item[1].span))
    for (_, one), (place, other) in pairwise(ordered):
        if one.unit == other.unit and one.span.overlaps(other.span):
            message = f"words at {other.unit} are claimed by “{one.entry}” and by “{other.entry}”"
            yield Diagnostic(place.where, "M003", message, "shorten the forms, or remove one of the two mentions")


def unused_variants(entries: Iterable[Entry], used: set[str]) -> Iterator[Diagnostic]:
    """Variants by which nothing is mentioned."""
    for entry in entries:
        for index, variant in enumerate(entry.variants):
            if not used.intersection(with_capital(fold_quotes(variant))):
                message = f"the variant “{variant}” of “{entry.id}” has no mentions"
                advice = "remove it: it is nowhere in the text, or always within a longer form"
                yield Diagnostic(entry.where.at("variants", index), "M001", message, advice)


def idle_exceptions(exceptions: list[tuple[Place, LocatedForm]], effective: set[LocatedForm]) -> Iterator[Diagnostic]:
    """Exceptions that excluded nothing."""
    for place, item in exceptions:
        if item not in effective:
            message = f"no form of “{item.entry}” matches here, so there is nothing to exclude"
            yield Diagnostic(place.where, "M004", message, "remove the exception, or quote the words that match")


def entries_are_mentioned(edition: Edition) -> Iterator[Diagnostic]:
    """Every entry is mentioned somewhere."""
    mentioned = {mention.entry for mention in edition.mentions}
    for resolved in edition.entries:
        if resolved.id not in mentioned:
            message = f"the text never mentions “{resolved.id}”"
            yield Diagnostic(resolved.entry.where, "M005", message, "give its forms as printed, or remove the entry")
