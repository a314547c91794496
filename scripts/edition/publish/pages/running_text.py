"""A unit of the text with what is laid on it: its number, links, page marks, emendations, labels of the register."""

from __future__ import annotations

from edition.index.edition import ResolvedRecommendation
from edition.model.values import Span, Unit, UnitKind
from edition.publish.markup.html import Html, element
from edition.publish.markup.languages import foreign
from edition.publish.markup.markdown import Mark, Markdown, annotate, joined, link, link_around, wrapped
from edition.publish.plan.plan import Address
from edition.publish.view import View


def numbered_words(view: View, here: str, unit: Unit) -> Markdown:
    """The number of a unit as a link to itself, the label of a registered item, and its words."""
    parts = [_number(view, unit)]
    registered = view.recommendation_at.get(unit.id) if unit.kind is UnitKind.ITEM else None
    if registered:
        parts.append(_label(view, here, registered))
    return joined([*parts, laid_words(view, here, unit)], " ")


def _number(view: View, unit: Unit) -> Markdown:
    name = view.labels("report.paragraph", number=str(unit.number))
    return link(str(unit.number), f"#{unit.id}", "pn", aria_label=name)


def _label(view: View, here: str, asked: ResolvedRecommendation) -> Markdown:
    return view.link(here, asked.id, view.plan.recommendation(asked.id), "rec")


def laid_words(view: View, here: str, unit: Unit) -> Markdown:
    """The text of a unit with everything that is laid on it."""
    marks = [*_page_marks(view, unit), *_emendations(view, here, unit)]
    marks += [Mark(span, "*", "*") for span in unit.emphasis]
    if unit.run_in:
        level = str(_level(view, here, unit) + 1)
        name = view.plan.run_in(unit.id)
        opening, closing = wrapped("span", class_="run-in", role="heading", aria_level=level, id=name)
        marks.append(Mark(unit.run_in.span, opening, closing))
    marks += _links(view, here, unit)
    marks += _directives(view, here, unit, marks)
    languages = foreign(unit.text, view.edition.editorial.edition.languages)
    marks += _clear_of(list(languages), [mark.span for mark in marks])
    return annotate(unit.text, marks)


def _level(view: View, here: str, unit: Unit) -> int:
    """The level of the heading on page `here` that `unit` is under."""
    division = view.edition.divisions[unit.division]
    page = view.plan.tree.page_of(division)
    return division.level - page.level + 1 + (page.level if here in view.plan.full_pages else 0)


def _directives(view: View, here: str, unit: Unit, laid: list[Mark]) -> list[Mark]:
    """The labels of the register's entries that are quoted from a unit, before the first word and outside of links."""
    marks = []
    for asked in view.layers.recommendations.get(unit.id, ()):
        if asked.entry.quote is not None:
            begin = asked.passage.span.start
            around = [mark.span.start for mark in laid if mark.span.start < begin < mark.span.end]
            at = min(around, default=begin)
            # Within a paragraph the style keeps the distance: where scripts read the words, a space would be doubled.
            marks.append(Mark(Span(at, at), _label(view, here, asked) + ("" if at else " ")))
    return marks


def page_mark(view: View, page: int) -> Html:
    """The mark of a page break (DPUB-ARIA 1.1, doc-pagebreak)."""
    title = view.labels("report.page_mark", page=str(page))
    name = view.plan.page_break(page)
    return element("span", class_="pb", role="doc-pagebreak", id=name, title=title, data_page=str(page))


def _page_marks(view: View, unit: Unit) -> list[Mark]:
    marks = [Mark(Span(offset, offset), page_mark(view, page)) for offset, page in unit.breaks]
    if unit.kind is not UnitKind.HEADING and view.layers.begins_page(unit):
        marks.append(Mark(Span(0, 0), page_mark(view, unit.page)))
    return marks


def _emendations(view: View, here: str, unit: Unit) -> list[Mark]:
    marks = []
    for emended in unit.emended:
        operation = view.layers.emendations[emended.operation]
        note = view.labels("report.witness_reads", lemma=operation.lemma)
        name = view.labels("report.emended", note=note)
        target = view.plan.link(here, view.plan.operation(operation.rule or operation.id))
        sign = link("°", target, "em", title=note, aria_label=name)
        marks.append(Mark(Span(emended.span.end, emended.span.end), sign))
    return marks


def _links(view: View, here: str, unit: Unit) -> list[Mark]:
    marks = []
    for mention in view.concordance.in_unit.get(unit.id, ()):
        if mention in view.concordance.linked:
            marks.append(_linked(view, here, mention.span, view.plan.entry(mention.entry), "term", mention.entry))
    taken = [mark.span for mark in marks] + ([unit.run_in.span] if unit.run_in else [])
    for event, span in view.layers.dates.get(unit.id, ()) if unit.kind is not UnitKind.HEADING else ():
        if not any(span.overlaps(other) for other in taken):
            marks.append(_linked(view, here, span, view.plan.event(event.id), "date", event.id))
            taken.append(span)
    return _clear_of(marks, [*unit.emphasis])


def _linked(view: View, here: str, span: Span, target: Address, kind: str, name: str) -> Mark:
    field = {"term": "data_entry", "date": "data_event"}[kind]
    before, after = link_around(view.plan.link(here, target), kind, **{field: name})
    return Mark(span, before, after)


def _clear_of(marks: list[Mark], spans: list[Span]) -> list[Mark]:
    """The marks that do not cross any of `spans`."""

    def crosses(one: Span, other: Span) -> bool:
        return one.overlaps(other) and not one.contains(other) and not other.contains(one)

    return [mark for mark in marks if not any(crosses(mark.span, span) for span in spans)]
