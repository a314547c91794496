"""The text read from the witness can be numbered, paged and linked."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from edition.index.edition import Edition
from edition.model.diagnostics import Diagnostic, Where
from edition.model.patterns import LAST_PAGE, page_number
from edition.model.values import Operation, Span
from edition.read.readers.lines import Line, as_running_head
from edition.text.claims import in_order

DEEPEST: Final = 4


def _line(edition: Edition, number: int) -> Where:
    return Where(f"source/{edition.editorial.witness.file}", number)


def pages_follow_each_other(edition: Edition) -> Iterator[Diagnostic]:
    """A page number in a running head is a number, and more than that of the page before."""
    heads, last = edition.editorial.witness.running_heads, edition.editorial.witness.first_page
    first_line = min((unit.line for unit in edition.text.units), default=0)
    for page_break in edition.text.breaks:
        where = _line(edition, page_break.line)
        words = page_break.running_head or ""
        head = as_running_head(Line(page_break.line, Span(0, len(words)), words), heads) if words else None
        if head and head.printed and page_number(head.printed) is None:
            advice = f"let the group “page” of the pattern match a number, arabic or roman, of 1 to {LAST_PAGE}"
            yield Diagnostic(where, "W009", f"the page number “{head.printed}” is not a number", advice)
        elif page_break.page < last or (page_break.page == last and page_break.line > first_line):
            message = f"page {page_break.page} follows page {last}"
            advice = "correct first_page, or leave the group “page” out of the patterns in source/witness.yml"
            yield Diagnostic(where, "W009", message, advice)
        elif page_break.page > LAST_PAGE:
            yield Diagnostic(where, "W009", f"page {page_break.page} is too high", "correct first_page or the patterns")
        last = page_break.page


def paragraphs_have_words(edition: Edition) -> Iterator[Diagnostic]:
    """There are paragraphs, and after all changes each unit has words."""
    if not any(unit.numbered for unit in edition.text.units):
        advice = "check front_matter and headings in editorial/divisions.yml: they take every line"
        yield Diagnostic(_line(edition, 1), "W010", "the report has no numbered paragraph", advice)
    for unit in edition.text.units:
        if not unit.text.strip():
            advice = "check emendations and normalisations, and item_marker in source/witness.yml"
            yield Diagnostic(_line(edition, unit.line), "W011", f"{unit.id} has no words", advice)


def operations_are_apart(edition: Edition) -> Iterator[Diagnostic]:
    """No two recorded changes are about the same words of the witness."""
    changes = sorted(edition.text.operations, key=lambda operation: (operation.span, operation.id))
    for one, other in pairwise(changes):
        if one.span.overlaps(other.span):
            message = f"{_named(one)} and {_named(other)} change the same words"
            advice = "let the emendation or normalisation begin or end before them"
            yield Diagnostic(_line(edition, other.line), "E002", message, advice)


def _named(operation: Operation) -> str:
    return f"the {operation.kind.value} “{operation.rule}”"


def divisions_are_not_too_deep(edition: Edition) -> Iterator[Diagnostic]:
    """Divisions nest as deep as headings do: HTML has six levels; the full text takes one, a run-in heading another."""
    places = {entry.id: entry.where for entry in in_order(edition.editorial.divisions.divisions)}
    for division in edition.text.divisions:
        if division.level > DEEPEST:
            message = f"the division “{division.id}” is nested more than {DEEPEST} deep"
            yield Diagnostic(
                places[division.id], "Y002", message, "make it part of the one above, or that one’s neighbour"
            )


def run_in_headings_have_anchors(edition: Edition) -> Iterator[Diagnostic]:
    """A run-in heading has letters to make an anchor of, which nothing else has, and no emphasis crosses its end."""
    taken: dict[str, str] = {unit.id: unit.id for unit in edition.text.units}
    taken |= {division.id: division.id for division in edition.text.divisions}
    for unit in edition.text.units:
        head = unit.run_in
        if head is None:
            continue
        where = _line(edition, unit.line)
        if not head.id[:1].isalpha():
            message = f"the run-in heading “{head.title}” gives no anchor that begins with a letter"
            yield Diagnostic(where, "W012", message, "leave it out of run_in in editorial/divisions.yml")
        elif head.id in taken:
            message = f"the run-in heading “{head.title}” gives the anchor “{head.id}”, which {taken[head.id]} has"
            yield Diagnostic(where, "W012", message, "leave it out of run_in, or give the other one another id")
        taken.setdefault(head.id, unit.id)
        end = head.span.end
        if any(span.start < end < span.end and span.start > head.span.start for span in unit.emphasis):
            message = f"an emphasis begins in the run-in heading “{head.title}” and ends behind it"
            yield Diagnostic(where, "W012", message, "leave it out of run_in in editorial/divisions.yml")
