"""The report's text: a page for each chapter, and the full text on one page."""

from __future__ import annotations

from collections.abc import Iterator

from edition.index.edition import ResolvedEvent, ResolvedRecommendation
from edition.model.values import Division, OperationKind, Span, Unit, UnitKind
from edition.publish.markup.languages import foreign
from edition.publish.markup.markdown import Mark, annotate, attributes, escape, link
from edition.publish.plan import APPARATUS, FULL_TEXT, KINDS, REGISTER, TIMELINE, View, front, plural, quoted

Block = str


def render(view: View) -> Iterator[tuple[str, str]]:
    """The chapter pages and the full-text page."""
    for division in view.edition.pages:
        yield view.page(division), chapter(view, division)
    yield FULL_TEXT, full_text(view)


def chapter(view: View, division: Division) -> str:
    """The page of one division, with those of its parts that have no page of their own."""
    here = view.page(division)
    blocks = _front_matter(view, here) if division is view.edition.text.divisions[0] else []
    blocks += _division(view, here, division, level=1)
    blocks += _parts(view, here, division)
    blocks += _end_matter(view, here, division)
    description = f"{division.summary}"
    fields = _run_in_field(view, [division]) | _cite_field(view, division)
    return front(division.title, description, **fields) + "\n\n".join(blocks) + "\n"


def full_text(view: View) -> str:
    """The whole report on one page."""
    witness = view.edition.editorial.witness
    blocks = _front_matter(view, FULL_TEXT, title_heading=True)
    for division in view.edition.text.divisions:
        if division.is_page:
            blocks += _division(view, FULL_TEXT, division, level=division.level + 1)
    description = f"The full text of {witness.title} on one page, with the number of each paragraph."
    fields = _run_in_field(view, view.edition.pages) | {"search": "{exclude: true}", "full_text": "true"}
    return front("Full text", description, **fields) + "\n\n".join(blocks) + "\n"


def _on_page(view: View, division: Division) -> list[Division]:
    """The parts of `division` that stand on its page, in order, at any depth."""
    parts = [view.edition.divisions[child] for child in division.children]
    return [d for part in parts if not part.is_page for d in (part, *_on_page(view, part))]


def _run_in_field(view: View, divisions: tuple[Division, ...] | list[Division]) -> dict[str, str]:
    """The run-in headings of a page, for its table of contents: `{after: anchor of the heading, id, title}`."""
    rows = []
    for page in divisions:
        for division in (page, *_on_page(view, page)):
            for name in division.units:
                head = view.edition.units[name].run_in
                if head:
                    rows.append(f'{{after: "{division.id}", id: "{head.id}", title: "{head.title}"}}')
    return {"run_in": "[" + ", ".join(rows) + "]"} if rows else {}


def _cite_field(view: View, division: Division) -> dict[str, str]:
    """Title and pages of a chapter, for the metadata of its page."""
    names = [name for part in (division, *_on_page(view, division)) for name in part.units]
    units = [view.edition.units[name] for name in names]
    ends = sorted({units[0].page, units[-1].last_page}) if units else []
    pages = "-".join(map(str, ends))
    return {"cite": f"{{title: {quoted(division.title)}, pages: {quoted(pages)}}}"}


def _front_matter(view: View, here: str, title_heading: bool = False) -> list[Block]:
    blocks = []
    for unit in view.edition.text.units:
        if unit.kind is not UnitKind.FRONT:
            continue
        if unit.id == "title" and title_heading:
            blocks.append(f"# {_words(view, here, unit)} {attributes('front', id=unit.id)}")
        else:
            blocks.append(f"{_words(view, here, unit)}\n{attributes('front', unit.id, id=unit.id)}")
    return blocks


def _division(view: View, here: str, division: Division, level: int) -> list[Block]:
    """Heading and units of a division and of the parts that stand on its page."""
    classes = ("supplied",) if division.supplied else ()
    heading = f"{'#' * level} {escape(division.title)} {attributes(*classes, id=division.id)}"
    units = [view.edition.units[name] for name in division.units]
    blocks = [*_break_before(view, units[:1]), heading] if units else [heading]
    if division.supplied:
        note = "The report gives this part no heading; the title is the editors’."
        blocks.append(f"{note}\n{attributes('editors', 'supplied-note')}")
    items: list[str] = []
    for unit in units:
        if unit.kind is UnitKind.HEADING:
            continue
        if unit.kind is UnitKind.ITEM:
            items.append(_item(view, here, unit))
            continue
        blocks += _list(items)
        items = []
        blocks.append(_paragraph(view, here, unit))
    blocks += _list(items)
    for child in division.children:
        part = view.edition.divisions[child]
        if not part.is_page:
            blocks += _division(view, here, part, level + 1)
    return blocks


def _list(items: list[str]) -> list[Block]:
    return ["\n".join(items)] if items else []


def _paragraph(view: View, here: str, unit: Unit) -> Block:
    return f"{_number(unit)} {_words(view, here, unit)}\n{attributes('u', id=unit.id)}"


def _item(view: View, here: str, unit: Unit) -> Block:
    recommendation = view.recommendation_at.get(unit.id)
    label = ""
    if recommendation:
        label = _label(view, here, recommendation) + " "
    return f"- {_number(unit)} {label}{_words(view, here, unit)}\n  {attributes('u', id=unit.id)}"


def _label(view: View, here: str, asked: ResolvedRecommendation) -> str:
    return link(asked.id, view.to(here, f"{REGISTER}#{asked.id.lower()}"), "rec", data_search_exclude="true")


def _number(unit: Unit) -> str:
    fields = {"aria_label": f"Paragraph {unit.number}", "data_search_exclude": "true"}
    return link(str(unit.number), f"#{unit.id}", "pn", **fields)


def _words(view: View, here: str, unit: Unit) -> str:
    """The text of a unit with everything that is laid on it."""
    marks = [*_page_marks(view, unit), *_emendations(view, here, unit)]
    marks += [Mark(span, "*", "*") for span in unit.emphasis]
    if unit.run_in:
        level = _level(view, here, unit) + 1
        opening = f'<span class="run-in" role="heading" aria-level="{level}" id="{unit.run_in.id}">'
        marks.append(Mark(unit.run_in.span, opening, "</span>"))
    marks += _links(view, here, unit)
    marks += _directives(view, here, unit, marks)
    languages = foreign(unit.text, view.edition.editorial.edition.languages)
    marks += _clear_of(list(languages), [mark.span for mark in marks])
    return annotate(unit.text, marks)


def _level(view: View, here: str, unit: Unit) -> int:
    """The level of the heading on page `here` that `unit` stands under."""
    division, steps = view.edition.divisions[unit.division], 1
    while not division.is_page and division.parent:
        division, steps = view.edition.divisions[division.parent], steps + 1
    return steps + (division.level if here == FULL_TEXT else 0)


def _directives(view: View, here: str, unit: Unit, laid: list[Mark]) -> list[Mark]:
    """The labels of the register's entries that are quoted from a unit, before the first word and outside of links."""
    marks = []
    for asked in view.edition.recommendations:
        if asked.entry.quote is not None and asked.passage.unit == unit.id:
            begin = asked.passage.span.start
            around = [mark.span.start for mark in laid if mark.span.start < begin < mark.span.end]
            at = min(around, default=begin)
            # Within a paragraph the style keeps the distance: a space would stand twice where scripts read the words.
            marks.append(Mark(Span(at, at), _label(view, here, asked) + ("" if at else " ")))
    return marks


def page_mark(page: int) -> str:
    """The mark of a page break (DPUB-ARIA 1.1, doc-pagebreak)."""
    return f'<span class="pb" role="doc-pagebreak" id="page-{page}" title="page {page}" data-page="{page}"></span>'


def _page_marks(view: View, unit: Unit) -> list[Mark]:
    marks = [Mark(Span(offset, offset), page_mark(page)) for offset, page in unit.breaks]
    if unit.kind is not UnitKind.HEADING and _begins_page(view, unit):
        marks.append(Mark(Span(0, 0), page_mark(unit.page)))
    return marks


def _begins_page(view: View, unit: Unit) -> bool:
    units = view.edition.text.units
    index = units.index(unit)
    return index > 0 and units[index - 1].last_page < unit.page


def _break_before(view: View, units: list[Unit]) -> list[Block]:
    """The page mark before a heading that begins a page."""
    return [
        f'<div class="pb-line">{page_mark(unit.page)}</div>'
        for unit in units
        if unit.kind is UnitKind.HEADING and _begins_page(view, unit)
    ]


def _emendations(view: View, here: str, unit: Unit) -> list[Mark]:
    lemmas = {op.id: op for op in view.edition.text.operations if op.kind is OperationKind.EMENDATION}
    marks = []
    for emended in unit.emended:
        operation = lemmas[emended.operation]
        note = f"The witness reads: {operation.lemma}"
        target = view.to(here, f"{APPARATUS}#{operation.rule}")
        fields = {"title": note, "aria_label": f"Emended. {note}", "data_search_exclude": "true"}
        marks.append(Mark(Span(emended.span.end, emended.span.end), link("°", target, "em", **fields)))
    return marks


def _links(view: View, here: str, unit: Unit) -> list[Mark]:
    marks = []
    for mention in view.concordance.in_unit.get(unit.id, ()):
        if mention in view.concordance.linked:
            target = view.to(here, view.entry(mention.entry))
            marks.append(Mark(mention.span, "[", f"]({target}){attributes('term', data_entry=mention.entry)}"))
    taken = [mark.span for mark in marks] + ([unit.run_in.span] if unit.run_in else [])
    for event, span in _dated(view, unit):
        if not any(span.overlaps(other) for other in taken):
            target = view.to(here, f"{TIMELINE}#{event.id}")
            marks.append(Mark(span, "[", f"]({target}){attributes('date', data_event=event.id)}"))
            taken.append(span)
    return _clear_of(marks, [*unit.emphasis])


def _dated(view: View, unit: Unit) -> Iterator[tuple[ResolvedEvent, Span]]:
    if unit.kind is UnitKind.HEADING:
        return
    for event in view.edition.events:
        for found in event.loci:
            if found.link.unit == unit.id and found.link != found.quote:
                yield event, found.link.span


def _clear_of(marks: list[Mark], spans: list[Span]) -> list[Mark]:
    """The marks that do not cross any of `spans`."""

    def crosses(one: Span, other: Span) -> bool:
        return one.overlaps(other) and not one.contains(other) and not other.contains(one)

    return [mark for mark in marks if not any(crosses(mark.span, span) for span in spans)]


def _parts(view: View, here: str, division: Division) -> list[Block]:
    """The list of the parts that have pages of their own."""
    rows = []
    for child in division.children:
        part = view.edition.divisions[child]
        if part.is_page:
            words = plural(words_of(view, part), "word")
            rows.append(f"- {link(part.title, view.to(here, view.page(part)))} — {escape(part.summary)} ({words})")
    if not rows:
        return []
    return [_editors_block("Parts", "parts", ["\n".join(rows)])]


def words_of(view: View, division: Division) -> int:
    """The words of a division with all its parts."""
    own = sum(len(view.edition.units[name].text.split()) for name in division.units)
    return own + sum(words_of(view, view.edition.divisions[child]) for child in division.children)


def _end_matter(view: View, here: str, division: Division) -> list[Block]:
    """Who and what is mentioned on the page, the dates, and the recommendations."""
    ids = {division.id, *(part.id for part in _on_page(view, division))}
    if division is view.edition.text.divisions[0]:
        ids.add("")
    blocks = _mentioned(view, here, ids)
    units = [unit for unit in view.edition.text.units if unit.division in ids]
    names = {unit.id for unit in units}
    events = [event for event in view.edition.events if any(found.form.unit in names for found in event.loci)]
    if events:
        rows = ", ".join(link(event.event.title, view.to(here, f"{TIMELINE}#{event.id}")) for event in events)
        blocks.append(f"**Dates.** {rows}\n{{ .mentioned }}")
    asked = [r for r in view.edition.recommendations if r.passage.unit in names]
    if asked:
        rows = ", ".join(link(r.id, view.to(here, f"{REGISTER}#{r.id.lower()}")) for r in asked)
        blocks.append(f"**Recommendations and directives.** {rows}\n{{ .mentioned }}")
    return [_editors_block("Mentioned on this page", "mentioned", blocks)] if blocks else []


def _mentioned(view: View, here: str, divisions: set[str]) -> list[Block]:
    counts = view.concordance.in_divisions(divisions)
    blocks = []
    for kind, (_, label) in KINDS.items():
        listed = [(view.entries[name].entry, count) for name, count in counts if view.entries[name].kind is kind]
        listed.sort(key=lambda item: item[0].order)
        rows = ", ".join(
            link(entry.printed, view.to(here, view.entry(entry.id))) + f" ({count})" for entry, count in listed
        )
        if rows:
            blocks.append(f"**{label}.** {rows}\n{{ .mentioned }}")
    return blocks


def _editors_block(title: str, anchor: str, blocks: list[Block]) -> Block:
    inner = "\n\n".join([f"## {title} {attributes(id=anchor)}", *blocks])
    return f'<div class="editors end-matter" data-search-exclude="true" markdown="1">\n\n{inner}\n\n</div>'
