"""The timeline: events in order of their earliest day, targets of the future apart."""

from __future__ import annotations

from collections.abc import Iterator

from edition.editorial import Event, Ground
from edition.index.edition import ResolvedEvent
from edition.publish.markup.markdown import attributes, escape, link
from edition.publish.pages.axis import Point, axis
from edition.publish.pages.dated import timed
from edition.publish.pages.filters import boxed, filter_form
from edition.publish.pages.sourced import NOTE, listed, statement
from edition.publish.plan import TIMELINE, View, front, plural

Block = str

GROUNDS = {
    Ground.STATED: "stated in the report",
    Ground.INFERABLE: "inferable from the report",
    Ground.SUPPLIED: "supplied by the editors",
}


def render(view: View) -> Iterator[tuple[str, str]]:
    """The timeline page."""
    events = ordered(view)
    past = [event for event in events if not event.event.target]
    targets = [event for event in events if event.event.target]
    intro = (
        f"{plural(len(events), 'event')} that the report dates or names. Each gives the words as printed, the date, "
        "and on what ground it rests: stated, inferable from the report, or supplied by the editors with a source."
    )
    blocks = ["# Timeline { #timeline }", f"{intro}\n{{ .editors }}"]
    blocks += [_drawing(past, targets), _filter(view), "## Events { #events }", _list(view, past)]
    if targets:
        blocks += ["## Targets in the future { #targets }", _list(view, targets)]
    description = "Every event and date of the report, in order."
    yield TIMELINE, front("Timeline", description, hide="[toc]") + "\n\n".join(blocks) + "\n"


def _drawing(past: list[ResolvedEvent], targets: list[ResolvedEvent]) -> Block:
    """The axis, and the key to its signs."""
    signs = "".join(
        f'<span><svg class="axis" viewBox="-7 -7 14 14" aria-hidden="true"><circle class="{ground.value}" r="5"/></svg>'
        f" {words}</span>"
        for ground, words in GROUNDS.items()
    )
    drawn = axis(_points(past), _points(targets, last=True))
    words = "Each dot is an event; the deep past is pressed together before the double stroke, the future stands apart."
    return f'<div class="drawn editors">{drawn}<p>{words} {signs}</p></div>'


def _points(events: list[ResolvedEvent], last: bool = False) -> list[Point]:
    """Events at their earliest day; what is to come at its latest."""
    days = [(event.dates.earliest, event.dates.latest) for event in events]
    dated = [(event, high or low if last else low or high) for event, (low, high) in zip(events, days, strict=True)]
    return [Point(event.id, event.event.title, day, event.event.ground.value) for event, day in dated if day]


def _filter(view: View) -> Block:
    used = {event.event.category for event in view.edition.events}
    categories = {c.id: c.label for c in view.edition.editorial.timeline.categories if c.id in used}
    grounds = {ground.value: words for ground, words in GROUNDS.items()}
    choices = {"ground": ("Date", grounds), "category": ("Category", categories)}
    return filter_form(".events > ol > li", ".events", "titles, words and notes", choices)


def ordered(view: View) -> list[ResolvedEvent]:
    """The events by earliest day, then latest, then id; those open to the past by their latest day."""
    return sorted(view.edition.events, key=_order)


def _order(event: ResolvedEvent) -> tuple[str, str, str]:
    dates = event.dates
    return (dates.earliest or dates.latest or "", dates.latest or "9999-12-31", event.id)


def _list(view: View, events: list[ResolvedEvent]) -> Block:
    return boxed("events", [_event(view, number, event) for number, event in enumerate(events, start=1)])


def _event(view: View, number: int, resolved: ResolvedEvent) -> Block:
    event = resolved.event
    blocks = [f"### {escape(event.title)} {attributes('event', id=event.id)}"]
    categories = {category.id: category.label for category in view.edition.editorial.timeline.categories}
    facts = [timed(resolved.dates), GROUNDS[event.ground], escape(categories[event.category])]
    blocks.append(
        f"{' · '.join(facts)}\n{attributes('facts', data_ground=event.ground.value, data_category=event.category)}"
    )
    for found in resolved.loci:
        printed = ""
        if found.form != found.quote:
            printed = f"As printed: **{view.words(view.edition.words_at(found.form))}** — "
        blocks.append(f"{printed}{view.quotation(TIMELINE, found.quote)}\n{{ .quoted }}")
    if resolved.grounds:
        rows = "; ".join(view.quotation(TIMELINE, found.form) for found in resolved.grounds)
        blocks.append(f"**Inferred from.** {rows}\n{{ .editors }}")
    blocks += _sourced(view, event)
    titles = {other.id: other.event.title for other in view.edition.events}
    for other in event.disagrees:
        to = link(titles[other.event], f"#{other.event}")
        blocks.append(f"**Disagrees with** {to}: {view.prose(TIMELINE, other.why)}\n{{ .editors .disagrees }}")
    body = "\n\n".join(blocks).replace("\n", "\n    ").replace("\n    \n", "\n\n")
    return f"{number}.  {body}"


def _sourced(view: View, event: Event) -> list[Block]:
    """What the date rests on, and the note; where both rest on the same, that is said once."""
    shared = event.note is not None and event.note.sources == event.sources
    title = "Date and note from" if shared else "Date from"
    dated = [f"**{title}.** {listed(view, event.sources)}.\n{{ .editors }}"] if event.sources else []
    noted = statement(view, TIMELINE, NOTE, event.note, cited=not shared)
    return [*noted, *dated] if shared else [*dated, *noted]
