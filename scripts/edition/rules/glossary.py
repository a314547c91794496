"""Entries define their headword, say whose words it is, and name authorities in the form those give."""

from __future__ import annotations

from collections.abc import Iterator

from edition.editorial import Definition
from edition.index.edition import Edition
from edition.index.mentions import with_capital
from edition.model.diagnostics import Diagnostic
from edition.model.identifiers import FORMS, fault_of
from edition.model.tracked import fold_quotes


def entries_are_defined(edition: Edition) -> Iterator[Diagnostic]:
    """Every entry opens with a definition, and the definition says what it is based on."""
    for resolved in edition.entries:
        definition = resolved.entry.definition
        if definition is None:
            message = f"the entry “{resolved.id}” has no definition"
            advice = "add “definition”: one line that says what it is, by the report or the editors"
            yield Diagnostic(resolved.entry.where, "G001", message, advice)
        elif misfit := _misfit(definition):
            yield Diagnostic(definition.where, "G004", f"the definition of “{resolved.id}” {misfit[0]}", misfit[1])


def _misfit(definition: Definition) -> tuple[str, str] | None:
    """What does not fit between whose words a definition is in and what it is based on, and what to do."""
    has_passage, is_sourced = definition.place is not None, bool(definition.sources or definition.general)
    if definition.by == "report":
        if not has_passage:
            return "is the report’s, but names no passage", "add “at” and “quote”, or give it as “by: editors”"
        if is_sourced:
            return "is the report’s, but names a source of the editors", "remove “sources” and “general”"
        return None
    if has_passage:
        return "is the editors’, but names a passage", "give it as “by: report”, or move the passage to a sense"
    if not is_sourced:
        return "is the editors’, but has no source", "name one; for undisputed general knowledge add “general: true”"
    return None


def words_of_the_report_are_printed(edition: Edition) -> Iterator[Diagnostic]:
    """A headword given as the report's words is a form that the report prints."""
    printed: dict[str, set[str]] = {}
    for mention in edition.mentions:
        printed.setdefault(mention.entry, set()).add(fold_quotes(mention.form))
    for resolved in edition.entries:
        forms = with_capital(fold_quotes(resolved.entry.headword))
        if resolved.entry.words == "report" and not printed.get(resolved.id, set()).intersection(forms):
            message = f"“{resolved.entry.headword}” is given as the report’s words, which the report does not print"
            advice = "use a form that the entry’s mentions have, or remove “words: report”"
            yield Diagnostic(resolved.entry.where, "G002", message, advice)


def identifiers_have_their_form(edition: Edition) -> Iterator[Diagnostic]:
    """Each identifier under `same_as` has the form that its authority gives it."""
    for resolved in edition.entries:
        for identifier in resolved.entry.same_as:
            fault = fault_of(identifier)
            if fault:
                advice = f"write it as one of {', '.join(example for _, _, example in FORMS.values())}"
                yield Diagnostic(resolved.entry.where, "G003", f"{fault} (entry “{resolved.id}”)", advice)
