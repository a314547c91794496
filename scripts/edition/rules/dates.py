"""Dates agree with the printed words and name what they rest on."""

from __future__ import annotations

from collections.abc import Iterator

from edition.editorial import Ground
from edition.index.edition import Edition
from edition.model.dates import contradicts
from edition.model.diagnostics import Diagnostic


def dates_agree_with_words(edition: Edition) -> Iterator[Diagnostic]:
    """A year or month in the quoted form lies within the coded date."""
    for resolved in edition.events:
        if resolved.dates.precision == "none":
            continue
        for place, found in zip(resolved.event.loci, resolved.loci, strict=False):
            named = contradicts(edition.words_at(found.form), resolved.dates)
            if named:
                message = f"the words name {named}, which lies outside {resolved.event.edtf} (event “{resolved.id}”)"
                yield Diagnostic(place.where, "D002", message, "mend the date, or quote the words it rests on")


def inferred_dates_name_their_passage(edition: Edition) -> Iterator[Diagnostic]:
    """An inferred date says from where."""
    for resolved in edition.events:
        if resolved.event.ground is Ground.INFERABLE and not resolved.event.from_:
            message = f"event “{resolved.id}” is inferable, but from no passage"
            yield Diagnostic(resolved.event.where, "D003", message, "name the passages under “from”")
