"""The timeline: events in order of their earliest day, targets of the future apart."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ..dates import MONTHS
from ..edition import ResolvedEvent
from ..editorial import Ground
from ..model import DateRange
from .glossary import sources
from .layout import TIMELINE, View, front, plural
from .markup import attribute, attributes, escape, link

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
    blocks = ["# Timeline { #timeline }", f"{intro}\n{{ .editors }}", "## Events { #events }", _list(view, past)]
    if targets:
        blocks += ["## Targets in the future { #targets }", _list(view, targets)]
    description = "Every event and date of the report, in order."
    yield TIMELINE, front("Timeline", description) + "\n\n".join(blocks) + "\n"


def ordered(view: View) -> list[ResolvedEvent]:
    """The events by earliest day, then latest, then id; those open to the past by their latest day."""
    return sorted(view.edition.events, key=_order)


def _order(event: ResolvedEvent) -> tuple[str, str, str]:
    dates = event.dates
    return (dates.earliest or dates.latest or "", dates.latest or "9999-12-31", event.id)


def _list(view: View, events: list[ResolvedEvent]) -> Block:
    return "\n\n".join(_event(view, number, event) for number, event in enumerate(events, start=1))


def _event(view: View, number: int, resolved: ResolvedEvent) -> Block:
    event = resolved.event
    blocks = [f"### {escape(event.title)} {attributes('event', id=event.id)}"]
    categories = {category.id: category.label for category in view.edition.editorial.timeline.categories}
    facts = [_time(resolved.dates), GROUNDS[event.ground], escape(categories[event.category]).lower()]
    blocks.append(
        f"{' · '.join(facts)}\n{attributes('facts', data_ground=event.ground.value, data_category=event.category)}"
    )
    for found in resolved.loci:
        printed = ""
        if found.form != found.quote:
            printed = f"As printed: **{escape(view.edition.words_at(found.form))}** — "
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
    """The date as a `time` element where HTML has a value for it (a day, month or year), else as words."""
    words = spoken(dates)
    value = dates.edtf.strip("~?%")
    if dates.precision in ("year", "month", "day"):
        return f'<time datetime="{attribute(value)}">{escape(words)}</time>'
    return f'<span class="edtf" title="EDTF {attribute(dates.edtf)}">{escape(words)}</span>'


def spoken(dates: DateRange) -> str:
    """A date in words: `10 September 2021`, `2017 to 2021`, `by 2060`, `about 1971`."""
    low, high = dates.earliest, dates.latest
    if low is None:
        return f"until {_end(high, dates, last=True)}" if high else "undated"
    if high is None:
        return f"since {_end(low, dates)}"
    about = "about " if "~" in dates.edtf or "%" in dates.edtf else ""
    doubt = " (uncertain)" if "?" in dates.edtf or "%" in dates.edtf else ""
    if dates.precision in ("year", "month", "day"):
        words = _part(low, dates.precision)
    else:
        first, last = _end(low, dates), _end(high, dates, last=True)
        among = dates.edtf.startswith("[") and ".." in dates.edtf
        words = first if first == last else f"between {first} and {last}" if among else f"{first} to {last}"
    return f"{about}{words}{doubt}"


def _end(day: str | None, dates: DateRange, last: bool = False) -> str:
    """One end of a range, as precise as EDTF wrote it."""
    assert day is not None
    parts = dates.edtf.strip("[]{}").replace("..", "/").split("/")
    written = (parts[-1] if last else parts[0]).split(",")[-1 if last else 0].strip("~?% ")
    precision = {4: "year", 7: "month", 10: "day"}.get(len(written), "month")
    if "X" in written:
        precision = "year"
    return _part(day, precision)


def _part(day: str, precision: str) -> str:
    value = date.fromisoformat(day)
    if precision == "year":
        return str(value.year)
    month = f"{MONTHS[value.month - 1]} {value.year}"
    return month if precision == "month" else f"{value.day} {month}"
