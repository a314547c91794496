"""The timeline: events in order of their earliest day, targets of the future apart."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from ..dates import MONTHS
from ..edition import ResolvedEvent
from ..editorial import Ground
from ..model import DateRange
from .axis import Point, axis
from .filters import boxed, filter_form
from .glossary import sources
from .layout import TIMELINE, View, front, plural
from .markup import attribute, attributes, escape, link

Block = str
Part = Callable[[str, str], str]

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
    facts = [_time(resolved.dates), GROUNDS[event.ground], escape(categories[event.category])]
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
    if event.sources:
        blocks.append(f"**Date.** {sources(view, event.sources)}\n{{ .editors }}")
    if event.note:
        blocks.append(
            f"**Editors’ note.** {escape(event.note.text)} {sources(view, event.note.sources)}".rstrip()
            + "\n{ .editors }"
        )
    titles = {other.id: other.event.title for other in view.edition.events}
    for other in event.disagrees:
        to = link(titles[other.event], f"#{other.event}")
        blocks.append(f"**Disagrees with** {to}: {escape(other.why)}\n{{ .editors .disagrees }}")
    body = "\n\n".join(blocks).replace("\n", "\n    ").replace("\n    \n", "\n\n")
    return f"{number}.  {body}"


def _time(dates: DateRange) -> str:
    """The date in words, each day, month or year in it as a `time` element with its value in HTML's form."""
    return f'<span class="when" title="EDTF {attribute(dates.edtf)}">{_in_words(dates, _element)}</span>'


def spoken(dates: DateRange) -> str:
    """A date in words: `10 September 2021`, `2017 to 2021`, `by 2060`, `about 1971`."""
    return _in_words(dates, _part)


def _element(day: str, precision: str) -> str:
    length = {"year": 4, "month": 7}.get(precision, 10)
    return f'<time datetime="{day[:length]}">{escape(_part(day, precision))}</time>'


def _in_words(dates: DateRange, part: Part) -> str:
    low, high = dates.earliest, dates.latest
    if low is None:
        return f"until {_end(high, dates, part, last=True)}" if high else "undated"
    if high is None:
        return f"since {_end(low, dates, part)}"
    about = "about " if "~" in dates.edtf or "%" in dates.edtf else ""
    doubt = " (uncertain)" if "?" in dates.edtf or "%" in dates.edtf else ""
    if dates.precision in ("year", "month", "day"):
        words = part(low, dates.precision)
    else:
        first, last = _end(low, dates, part), _end(high, dates, part, last=True)
        among = dates.edtf.startswith("[") and ".." in dates.edtf
        words = first if first == last else f"between {first} and {last}" if among else f"{first} to {last}"
    return f"{about}{words}{doubt}"


def _end(day: str | None, dates: DateRange, part: Part, last: bool = False) -> str:
    """One end of a range, as precise as EDTF wrote it."""
    assert day is not None
    parts = dates.edtf.strip("[]{}").replace("..", "/").split("/")
    written = (parts[-1] if last else parts[0]).split(",")[-1 if last else 0].strip("~?% ")
    precision = {4: "year", 7: "month", 10: "day"}.get(len(written), "month")
    if "X" in written:
        precision = "year"
    return part(day, precision)


def _part(day: str, precision: str) -> str:
    value = date.fromisoformat(day)
    if precision == "year":
        return str(value.year)
    month = f"{MONTHS[value.month - 1]} {value.year}"
    return month if precision == "month" else f"{value.day} {month}"
