"""The timeline: events in order of their earliest day, targets of the future apart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from edition.editorial import Event, Ground
from edition.index.edition import ResolvedEvent
from edition.publish.dated import timed
from edition.publish.markup.blocks import Markdown, box, heading, numbered_blocks, page, paragraph, raw
from edition.publish.markup.html import element
from edition.publish.markup.html import joined as html_joined
from edition.publish.markup.markdown import Words, joined, strong
from edition.publish.markup.svg import drawing
from edition.publish.pages.axis import Point, axis, moment
from edition.publish.pages.filters import filter_form
from edition.publish.pages.paging import moved, turning
from edition.publish.pages.sourced import listed, statement
from edition.publish.plan.paths import TIMELINE
from edition.publish.view import View


def render(view: View) -> Iterator[tuple[str, str]]:
    """The timeline's page or pages."""
    numbers: dict[str, int] = {}
    for group in _groups(view.events.values()):
        numbers |= {event.id: number for number, event in enumerate(group, start=1)}
    for here, names in view.plan.events.pages:
        yield here, _page(view, here, [view.events[name] for name in names], numbers)


def _groups(events: Iterable[ResolvedEvent]) -> tuple[list[ResolvedEvent], list[ResolvedEvent]]:
    """Events that have been, and targets."""
    past: list[ResolvedEvent] = []
    targets: list[ResolvedEvent] = []
    for event in events:
        (targets if event.event.target else past).append(event)
    return past, targets


def _page(view: View, here: str, events: list[ResolvedEvent], numbers: dict[str, int]) -> str:
    labels, paged = view.labels, view.plan.events
    content = [heading(1, labels("timeline.title"), id=view.plan.section(TIMELINE, "timeline"))]
    if here == paged.first:
        intro = labels("timeline.intro", events=labels.count("event", len(view.events)))
        content += [paragraph(intro, "editors"), *turning(view, here, paged), _drawing(view), _filter(view)]
    else:
        content += turning(view, here, paged)
    past, targets = _groups(events)
    if past or here == paged.first:
        content += [heading(2, labels("timeline.events"), id=view.plan.section(TIMELINE, "events"))]
        content += [_list(view, here, past, numbers)]
    if targets:
        content += [heading(2, labels("timeline.targets"), id=view.plan.section(TIMELINE, "targets"))]
        content += [_list(view, here, targets, numbers)]
    content += moved(view, here, paged, lambda name: view.events[name].event.title, view.plan.event)
    content += turning(view, here, paged)
    meta = {"title": labels("timeline.title"), "description": labels("timeline.description"), "hide": ["toc"]}
    return page(meta, labels("page.generated"), content)


def _drawing(view: View) -> Markdown:
    """The axis, and the key to its signs."""
    signs = html_joined(
        element(
            "span",
            drawing(element("circle", class_=ground.value, r=5), viewbox="-7 -7 14 14", class_="axis"),
            f" {view.labels(f'timeline.ground.{ground.value}')}",
        )
        for ground in Ground
    )
    past, targets = _groups(view.events.values())
    drawn = axis(view.labels, _points(view, past), _points(view, targets, last=True))
    return raw(element("div", drawn, element("p", view.labels("timeline.drawn"), " ", signs), class_="drawn editors"))


def _points(view: View, events: list[ResolvedEvent], last: bool = False) -> list[Point]:
    """Events at their earliest day; what is to come at its latest. Those without a place on the axis are left out."""
    points = []
    for resolved in events:
        low, high = resolved.dates.earliest, resolved.dates.latest
        at = moment((high or low if last else low or high) or "")
        if at is not None:
            href = view.plan.href(TIMELINE, view.plan.event(resolved.id))
            points.append(Point(href, resolved.event.title, at, resolved.event.ground.value))
    return points


def _filter(view: View) -> Markdown:
    labels = view.labels
    used = {resolved.event.category for resolved in view.edition.events}
    categories = {name: category.label for name, category in view.categories.items() if name in used}
    choices = {
        "ground": (labels("timeline.by_ground"), labels.group("timeline.ground")),
        "category": (labels("timeline.by_category"), categories),
    }
    return filter_form(labels, ".events > ol > li", ".events", labels("timeline.filtered"), choices)


def _list(view: View, here: str, events: list[ResolvedEvent], numbers: dict[str, int]) -> Markdown:
    start = numbers[events[0].id] if events else 1
    return box("div", "events", content=[numbered_blocks((_event(view, here, event) for event in events), start)])


def _event(view: View, here: str, resolved: ResolvedEvent) -> list[Markdown]:
    event, labels = resolved.event, view.labels
    facts = labels.marked(
        "timeline.facts",
        date=timed(labels, resolved.dates),
        ground=labels(f"timeline.ground.{event.ground.value}"),
        category=view.categories[event.category].label,
    )
    content = [
        heading(3, event.title, "event", id=event.id),
        paragraph(facts, "facts", data_ground=event.ground.value, data_category=event.category),
    ]
    for found in resolved.loci:
        words = view.quotation(here, found.quote)
        if found.form != found.quote:
            form = strong(view.words(view.edition.words_at(found.form)))
            words = labels.marked("timeline.printed", form=form, passage=words)
        content.append(paragraph(words, "quoted"))
    if resolved.grounds:
        rows = joined((view.quotation(here, found.form) for found in resolved.grounds), "; ")
        content.append(paragraph(joined([strong(labels("timeline.inferred")), rows], " "), "editors"))
    content += _sourced(view, here, event)
    for other in event.disagrees:
        to = view.link(here, view.events[other.event].event.title, view.plan.event(other.event))
        against, why = strong(labels("timeline.against")), view.prose(here, other.why)
        words = labels.marked("timeline.disagrees", title=against, event=to, why=why)
        content.append(paragraph(words, "editors", "disagrees"))
    return content


def _sourced(view: View, here: str, event: Event) -> list[Markdown]:
    """What the date rests on, and the note; where both rest on the same, that is said once."""
    labels = view.labels
    shared = event.note is not None and event.note.sources == event.sources
    dated: list[Markdown] = []
    if event.sources:
        title: Words = strong(labels("timeline.dated_and_noted" if shared else "timeline.dated"))
        words = labels.marked("timeline.sources", title=title, sources=listed(view, event.sources))
        dated = [paragraph(words, "editors")]
    noted = statement(view, here, labels("statement.note"), event.note, cited=not shared)
    return [*noted, *dated] if shared else [*dated, *noted]
