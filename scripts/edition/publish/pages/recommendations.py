"""The register of recommendations: the Road Map's items (R…) and directives of the argument (A…)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator

from edition.editorial import Action, RecommendationClass, Withdrawn
from edition.index.edition import ResolvedRecommendation
from edition.model.values import Span
from edition.publish.markup.blocks import Markdown, box, bullets, heading, page, paragraph, quotation, raw
from edition.publish.markup.html import Html, element
from edition.publish.markup.html import joined as html_joined
from edition.publish.markup.markdown import Mark, annotate_line, joined, mark, strong
from edition.publish.pages.filters import filter_form
from edition.publish.pages.paging import moved, turning
from edition.publish.pages.room import rows_that_fit
from edition.publish.pages.sourced import statement
from edition.publish.plan.paths import REGISTER, SERIES
from edition.publish.plan.sizes import MATRIX
from edition.publish.view import View


def render(view: View) -> Iterator[tuple[str, str]]:
    """The register's page or pages."""
    entries = {resolved.id: resolved for resolved in view.edition.recommendations}
    for here, names in view.plan.register.pages:
        yield here, _page(view, here, [entries[name] for name in names])


def _page(view: View, here: str, entries: list[ResolvedRecommendation]) -> str:
    labels, paged = view.labels, view.plan.register
    content = [heading(1, labels("register.title"), id=view.plan.section(REGISTER, "register"))]
    if here == paged.first:
        content += [*_intro(view), *turning(view, here, paged)]
        content += [_matrix(view), _filter(view)] if entries else []
    else:
        content += turning(view, here, paged)
    for series, anchor in SERIES.items():
        listed = [resolved for resolved in entries if resolved.id.startswith(series)]
        if listed:
            content.append(heading(2, labels(f"register.{anchor}"), id=view.plan.section(REGISTER, anchor)))
            content.append(box("div", "series", content=[_boxed(view, here, resolved) for resolved in listed]))
    if here == paged.pages[-1][0]:
        content += _withdrawn(view, here)
    content += moved(view, here, paged, _named(view), view.plan.recommendation)
    content += turning(view, here, paged)
    meta = {"title": labels("register.title"), "description": labels("register.description"), "hide": ["toc"]}
    return page(meta, labels("page.generated"), content)


def _withdrawn(view: View, here: str) -> Iterator[Markdown]:
    """Entries that were published and are none: their ids stay, with the reason."""
    withdrawn: tuple[Withdrawn, ...] = view.edition.editorial.recommendations.withdrawn
    if withdrawn:
        yield heading(2, view.labels("register.withdrawn"), id=view.plan.section(REGISTER, "withdrawn"))
    for entry in withdrawn:
        yield heading(3, entry.id, "register", id=view.plan.withdrawn(entry.id).anchor)
        yield paragraph(joined([view.locus(here, entry.at), ". ", view.prose(here, entry.why)]), "editors")


def _intro(view: View) -> list[Markdown]:
    entries, labels = view.edition.recommendations, view.labels
    actions = labels.count("action", sum(len(resolved.actions) for resolved in entries))
    words = [labels("register.intro", entries=labels.count("entry", len(entries)), actions=actions)]
    if entries:
        shares = (
            labels("register.of_class", number=number, **{"class": labels(f"register.class_of.{name}").lower()})
            for name, number in _classes(view).items()
        )
        words.append(labels("register.classes", classes="; ".join(shares)))
    return [paragraph(" ".join(words), "editors")]


def _named(view: View) -> Callable[[str], str]:
    entries = {resolved.id: resolved for resolved in view.edition.recommendations}
    return lambda name: _title(view, entries[name])


def _title(view: View, resolved: ResolvedRecommendation) -> str:
    title = view.heading_over(view.edition.units[resolved.passage.unit])
    return view.labels("register.entry", id=resolved.id, title=title)


def _used(view: View) -> tuple[dict[str, str], dict[str, str]]:
    """The addressees and the themes that occur, by id, in the editors' order."""
    entries = view.edition.recommendations
    asked = {name for resolved in entries for name in resolved.addressees}
    used = {name for resolved in entries for name in resolved.themes}
    return (
        {name: item.label for name, item in view.addressees.items() if name in asked},
        {name: item.label for name, item in view.themes.items() if name in used},
    )


def _classes(view: View) -> dict[str, int]:
    """How many entries each class has; those without any are left out."""
    counts = Counter(resolved.entry.class_ for resolved in view.edition.recommendations)
    return {name.value: counts[name.value] for name in RecommendationClass if counts[name.value]}


def _filter(view: View) -> Markdown:
    labels = view.labels
    addressees, themes = _used(view)
    choices = {
        "class": (labels("register.class"), {name: labels(f"register.class_of.{name}") for name in _classes(view)}),
        "addressee": (labels("register.asked"), addressees),
        "theme": (labels("register.theme"), themes),
    }
    sorts = {
        "": labels("register.sort.place"),
        "addressee": labels("register.sort.addressee"),
        "theme": labels("register.sort.theme"),
        "actions": labels("register.sort.actions"),
    }
    return filter_form(labels, ".asked", ".series", labels("register.filtered"), choices, sorts)


def _matrix(view: View) -> Markdown:
    """Who is asked what: a table of addressees and themes with the entries in each cell."""
    addressees, themes = _used(view)
    cells: dict[tuple[str, str], list[Html]] = {}
    for resolved in view.edition.recommendations:
        href = view.plan.href(REGISTER, view.plan.recommendation(resolved.id))
        link = element("a", resolved.id, href=href)
        pairs = {(a, t) for action, _ in resolved.actions for a in action.addressees for t in action.themes}
        for pair in pairs:
            cells.setdefault(pair, []).append(link)
    sizes = ((row, len(link) + 1) for links in cells.values() for row, link in enumerate(links, start=1))
    most = rows_that_fit(sizes, MATRIX, len(view.edition.recommendations))
    head = element("tr", element("td"), *(element("th", label, scope="col") for label in addressees.values()))
    rows = (
        element(
            "tr",
            element("th", label, scope="row"),
            *(_cell(view, name, theme, cells.get((name, theme), []), most) for name in addressees),
        )
        for theme, label in themes.items()
    )
    caption = element("caption", view.labels("register.matrix"))
    return raw(element("table", caption, element("thead", head), element("tbody", *rows), class_="matrix"))


def _cell(view: View, addressee: str, theme: str, links: list[Html], most: int) -> Html:
    """A cell with its links, `most` of them at most, and how many more there are."""
    more = [view.labels("register.more", number=len(links) - most)] if len(links) > most else []
    shown = html_joined([*links[:most], *more], " ")
    return element("td", shown, data_addressee=addressee, data_theme=theme, data_count=len(links))


def _boxed(view: View, here: str, resolved: ResolvedRecommendation) -> Markdown:
    return box(
        "section",
        "asked",
        content=_entry(view, here, resolved),
        data_addressee=" ".join(resolved.addressees),
        data_theme=" ".join(resolved.themes),
        data_class=resolved.entry.class_,
        data_actions=str(len(resolved.actions)),
    )


def _entry(view: View, here: str, resolved: ResolvedRecommendation) -> list[Markdown]:
    entry, labels = resolved.entry, view.labels
    anchor = view.plan.recommendation(entry.id).anchor
    content = [
        heading(3, _title(view, resolved), "register", id=anchor),
        paragraph(_place(view, here, resolved), "place"),
        quotation(_verbatim(view, resolved)),
        bullets(_action(view, action) for action, _ in resolved.actions),
    ]
    if resolved.context:
        sentences = labels.count("sentence", len(resolved.context))
        content.append(paragraph(labels("register.context", sentences=sentences), "editors"))
    return [*content, *statement(view, here, labels("statement.note"), entry.note)]


def _place(view: View, here: str, resolved: ResolvedRecommendation) -> Markdown:
    entry, labels = resolved.entry, view.labels
    unit = view.edition.units[resolved.passage.unit]
    place = labels.marked(
        "register.place",
        division=view.division_title(unit),
        locus=view.locus(here, unit.id, resolved.passage.span),
        **{"class": labels(f"register.class_of.{entry.class_}")},
    )
    if entry.voice == "report":
        return place
    speaker = view.entries[entry.speaker].entry.printed if entry.speaker else labels("register.another_speaker")
    return labels.marked("register.voiced", place=place, voice=labels(f"register.voice.{entry.voice}", speaker=speaker))


def _verbatim(view: View, resolved: ResolvedRecommendation) -> Markdown:
    text, passage = view.edition.units[resolved.passage.unit].text, resolved.passage.span

    def local(span: Span) -> Span:
        return Span(span.start - passage.start, span.end - passage.start)

    marks: list[Mark] = [mark(local(span), "strong") for _, span in resolved.actions]
    marks += [mark(local(span), "span", "context") for span in resolved.context]
    return annotate_line(text[passage.start : passage.end], marks)


def _whole(view: View, action: Action) -> str:
    """The words of an action so that they can be read alone: with the object that a series leaves to a later verb."""
    return view.labels("register.whole", text=action.text, object=action.object) if action.object else action.text


def _action(view: View, action: Action) -> Markdown:
    labels = view.labels
    who = ", ".join(view.addressees[name].label for name in action.addressees)
    if action.addressee:
        who = labels("register.named", who=who, words=action.addressee)
    facts = [
        labels(f"register.polarity.{action.polarity}", verb=action.verb),
        labels("register.asked_of", who=who),
        ", ".join(view.themes[name].label for name in action.themes),
    ]
    if action.timeframe:
        facts.append(labels("register.when", words=action.timeframe))
    if action.instrument:
        facts.append(labels("register.instrument", words=action.instrument))
    return labels.marked("register.action", action=strong(_whole(view, action)), facts=joined(facts, "; "))
