"""The register of recommendations: the Road Map's items (R…) and directives of the argument (A…)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from edition.editorial import Action, RecommendationClass, Withdrawn
from edition.index.edition import ResolvedRecommendation
from edition.model.values import Span
from edition.publish.markup.markdown import Mark, annotate, attribute, attributes, escape
from edition.publish.pages.filters import boxed, filter_form
from edition.publish.pages.sourced import NOTE, statement
from edition.publish.plan import REGISTER, View, front, plural

Block = str

SERIES = {"R": ("Recommendations", "recommendations"), "A": ("Directives in the running argument", "directives")}
CLASSES = {
    RecommendationClass.DEMAND: "Demand",
    RecommendationClass.PROPOSAL: "Proposal",
    RecommendationClass.COMMITMENT: "Commitment",
    RecommendationClass.CONDITION: "Condition",
    RecommendationClass.REPORTED: "Reported position",
}
POLARITY = {"do": "to do", "stop": "to stop", "refrain": "to refrain from"}


def render(view: View) -> Iterator[tuple[str, str]]:
    """The register page."""
    entries = view.edition.recommendations
    actions = sum(len(entry.actions) for entry in entries)
    intro = (
        f"{plural(len(entries), 'entry', 'entries')} with {plural(actions, 'action')}. The text of each is the "
        "report’s, word for word; addressees are those that the sentence names. The edition passes no judgement and "
        "tracks no status."
    )
    counts = Counter(RecommendationClass(entry.entry.class_) for entry in entries)
    shares = "; ".join(f"{words.lower()} {counts[name]}" for name, words in CLASSES.items() if counts[name])
    intro += f" Entries by class: {shares}." if entries else ""
    blocks = ["# Register of recommendations { #register }", f"{intro}\n{{ .editors }}"]
    blocks += [_matrix(view), _filter(view)] if entries else []
    for series, (title, anchor) in SERIES.items():
        listed = [entry for entry in entries if entry.id[0] == series]
        if listed:
            blocks.append(f"## {title} {attributes(id=anchor)}")
            blocks.append(boxed("series", [_boxed(view, entry) for entry in listed]))
    withdrawn = view.edition.editorial.recommendations.withdrawn
    if withdrawn:
        blocks.append("## Withdrawn entries { #withdrawn }")
        blocks += [block for item in withdrawn for block in _withdrawn(view, item)]
    description = "Every recommendation of the report, verbatim, split into actions with their addressees and themes."
    yield REGISTER, front("Register of recommendations", description, hide="[toc]") + "\n\n".join(blocks) + "\n"


def _withdrawn(view: View, item: Withdrawn) -> list[Block]:
    place = view.locus(REGISTER, item.at)
    return [
        f"### {item.id} {attributes('register', id=item.id.lower())}",
        f"{place}. {view.prose(REGISTER, item.why)}\n{{ .editors }}",
    ]


def _labels(view: View) -> tuple[dict[str, str], dict[str, str]]:
    """The addressees and the themes that occur, by id, in the editors' order."""
    record, entries = view.edition.editorial.recommendations, view.edition.recommendations
    asked = {name for entry in entries for name in entry.addressees}
    used = {name for entry in entries for name in entry.themes}
    return (
        {item.id: item.label for item in record.addressees if item.id in asked},
        {item.id: item.label for item in record.themes if item.id in used},
    )


def _filter(view: View) -> Block:
    addressees, themes = _labels(view)
    used = {entry.entry.class_ for entry in view.edition.recommendations}
    classes = {name.value: label for name, label in CLASSES.items() if name in used}
    choices = {"class": ("Class", classes), "addressee": ("Asked", addressees), "theme": ("Theme", themes)}
    sorts = {"": "place in the report", "addressee": "who is asked", "theme": "theme", "actions": "number of actions"}
    return filter_form(".asked", ".series", "the words of the report", choices, sorts)


def _matrix(view: View) -> Block:
    """Who is asked what: a table of addressees and themes with the entries in each cell."""
    addressees, themes = _labels(view)
    cells: dict[tuple[str, str], list[str]] = {}
    for entry in view.edition.recommendations:
        pairs = {(a, t) for action, _ in entry.actions for a in action.addressees for t in action.themes}
        for pair in pairs:
            cells.setdefault(pair, []).append(entry.id)
    head = "".join(f'<th scope="col">{attribute(label)}</th>' for label in addressees.values())
    rows = "".join(
        f'<tr><th scope="row">{attribute(label)}</th>'
        + "".join(_cell(name, theme, cells.get((name, theme), [])) for name in addressees)
        + "</tr>"
        for theme, label in themes.items()
    )
    caption = "Entries by theme and by who is asked. An entry stands in every cell that one of its actions falls into."
    return (
        f'<table class="matrix"><caption>{caption}</caption><thead><tr><td></td>{head}</tr></thead>'
        f"<tbody>{rows}</tbody></table>"
    )


def _cell(addressee: str, theme: str, entries: list[str]) -> str:
    links = " ".join(f'<a href="#{entry.lower()}">{entry}</a>' for entry in entries)
    return f'<td data-addressee="{addressee}" data-theme="{theme}" data-count="{len(entries)}">{links}</td>'


def _boxed(view: View, resolved: ResolvedRecommendation) -> Block:
    data = {
        "addressee": " ".join(resolved.addressees),
        "theme": " ".join(resolved.themes),
        "class": resolved.entry.class_,
        "actions": str(len(resolved.actions)),
    }
    return boxed("asked", _entry(view, resolved), "section", **data)


def heading(view: View, resolved: ResolvedRecommendation) -> str:
    """Where an entry stands: the run-in heading over it, or its division's title."""
    unit = view.edition.units[resolved.passage.unit]
    division = view.edition.divisions.get(unit.division)
    if division is None:
        return view.front_label(unit)
    if unit.run_in:
        return unit.run_in.title
    before = [view.edition.units[name] for name in division.units]
    heads = [u.run_in for u in before[: before.index(unit)] if u.run_in]
    return heads[-1].title if heads else division.title


def _entry(view: View, resolved: ResolvedRecommendation) -> list[Block]:
    entry, unit = resolved.entry, view.edition.units[resolved.passage.unit]
    blocks = [f"### {entry.id} {escape(heading(view, resolved))} {attributes('register', id=entry.id.lower())}"]
    place = f"{escape(view.division_title(unit))}, {view.locus(REGISTER, unit.id, resolved.passage.span)}"
    place += f" · {CLASSES[RecommendationClass(entry.class_)]}"
    if entry.voice != "report":
        speaker = view.entries[entry.speaker].entry.printed if entry.speaker else "another speaker"
        place += f" · {entry.voice} from {escape(speaker)}"
    blocks.append(f"{place}\n{{ .place }}")
    blocks.append(f"> {_verbatim(view, resolved)}")
    rows = [_action(view, action) for action, _ in resolved.actions]
    blocks.append("\n".join(rows))
    if resolved.context:
        count = plural(len(resolved.context), "sentence")
        blocks.append(f"Context, asking nothing: {count}, set in italics above.\n{{ .editors }}")
    return [*blocks, *statement(view, REGISTER, NOTE, entry.note)]


def _verbatim(view: View, resolved: ResolvedRecommendation) -> str:
    text, passage = view.edition.units[resolved.passage.unit].text, resolved.passage.span

    def local(span: Span) -> Span:
        return Span(span.start - passage.start, span.end - passage.start)

    marks = [Mark(local(span), "**", "**") for _, span in resolved.actions]
    marks += [Mark(local(span), '<span class="context">', "</span>") for span in resolved.context]
    return annotate(text[passage.start : passage.end], marks)


def _action(view: View, action: Action) -> str:
    record = view.edition.editorial.recommendations
    addressees = {item.id: item.label for item in record.addressees}
    themes = {item.id: item.label for item in record.themes}
    who = ", ".join(addressees[name] for name in action.addressees)
    if action.addressee:
        who += f" (“{action.addressee}”)"
    facts = [
        f"{POLARITY[action.polarity]}: {action.verb}",
        f"asked: {who}",
        ", ".join(themes[t] for t in action.themes),
    ]
    if action.timeframe:
        facts.append(f"when: “{action.timeframe}”")
    if action.instrument:
        facts.append(f"instrument: “{action.instrument}”")
    return f"- **{escape(action.whole)}** — {escape('; '.join(facts))}"
