"""What comes after the text of a chapter: its parts, who and what is mentioned, dates, entries of the register."""

from __future__ import annotations

from collections import Counter

from edition.editorial import EntryKind
from edition.model.values import Division, Unit
from edition.publish.markup.blocks import Markdown, box, bullets, heading, paragraph
from edition.publish.markup.markdown import joined, strong
from edition.publish.plan.paths import KIND_SLUGS
from edition.publish.view import View


def parts(view: View, here: str, division: Division) -> list[Markdown]:
    """The list of the parts that have pages of their own."""
    rows = []
    for part in view.plan.tree.subpages(division):
        title = view.link(here, part.title, view.plan.division(part))
        words = view.labels.count("word", view.extent(part).words)
        rows.append(view.labels.marked("report.part", title=title, summary=part.summary, words=words))
    return [_box(view.labels("report.parts"), "parts", [bullets(rows)])] if rows else []


def end_matter(view: View, here: str, units: list[Unit]) -> list[Markdown]:
    """Who and what is mentioned in `units`, the dates, and the entries of the register."""
    content = _mentioned(view, here, units)
    named = {event.id for unit in units for event in view.layers.events.get(unit.id, ())}
    if named:
        events = sorted(named, key=view.layers.order_of_events.__getitem__)
        rows = (view.link(here, view.layers.title_of_event[name], view.plan.event(name)) for name in events)
        content.append(_row(view.labels("report.dates"), joined(rows, ", ")))
    asked = [entry for unit in units for entry in view.layers.recommendations.get(unit.id, ())]
    if asked:
        asked.sort(key=lambda entry: view.layers.order_of_recommendations[entry.id])
        rows = (view.link(here, entry.id, view.plan.recommendation(entry.id)) for entry in asked)
        content.append(_row(view.labels("report.recommendations"), joined(rows, ", ")))
    return [_box(view.labels("report.mentioned"), "mentioned", content)] if content else []


def _mentioned(view: View, here: str, units: list[Unit]) -> list[Markdown]:
    counts = Counter(mention.entry for unit in units for mention in view.concordance.in_unit.get(unit.id, ()))
    by_kind: dict[EntryKind, list[str]] = {}
    for name in sorted(counts):
        by_kind.setdefault(view.entries[name].kind, []).append(name)
    content = []
    for kind in KIND_SLUGS:
        names = sorted(by_kind.get(kind, ()), key=lambda name: view.entries[name].entry.order)
        rows = (
            joined([view.link(here, view.entries[name].entry.printed, view.plan.entry(name)), f" ({counts[name]})"])
            for name in names
        )
        if names:
            content.append(
                _row(view.labels("statement.title", title=view.labels(f"kinds.{kind.value}")), joined(rows, ", "))
            )
    return content


def _row(title: str, words: Markdown) -> Markdown:
    return paragraph(joined([strong(title), words], " "), "mentioned")


def _box(title: str, anchor: str, content: list[Markdown]) -> Markdown:
    inside = [heading(2, title, id=anchor), *content]
    return box("div", "editors", "end-matter", content=inside)
