"""Dates agree with the printed words and name what they are based on."""

from __future__ import annotations

from collections.abc import Iterator

from edition.editorial import Ground
from edition.index.edition import Edition
from edition.model.diagnostics import Diagnostic
from edition.model.printed import contradicts


def dates_agree_with_words(edition: Edition) -> Iterator[Diagnostic]:
    """A year, month or day in the quoted form lies within the coded date."""
    for resolved in edition.events:
        if resolved.dates.precision == "none":
            continue
        for place in resolved.event.loci:
            named = contradicts(place.form or place.quote, resolved.dates)
            if named:
                message = f"the words say {named}, which is not within {resolved.event.edtf} (event “{resolved.id}”)"
                advice = "correct the date, or quote the words it is based on"
                yield Diagnostic(place.where, "D002", message, advice)


def inferred_dates_name_their_passage(edition: Edition) -> Iterator[Diagnostic]:
    """An inferred date names the passages it is inferred from; passages of the report's own date come with the date."""
    for resolved in edition.events:
        if resolved.event.ground is Ground.INFERABLE and not resolved.event.from_:
            message = f"the date of the event “{resolved.id}” is marked inferable, but no passage is given"
            yield Diagnostic(resolved.event.where, "D003", message, "add the passages under “from”")
    record = edition.editorial.edition
    if record.inferred_date_from and not record.inferred_date:
        message = "“inferred_date_from” is given without “inferred_date”"
        yield Diagnostic(record.inferred_date_from[0].where, "D003", message, "add the date, or remove the passages")
