"""The plan of what is written: every output path, every anchor and every link, claimed once before anything is written.

Writers ask the plan for paths, anchors and addresses; a path or an anchor that two things claim is a diagnostic that
names both. The plan also divides what would make a page too large among several pages: the first keeps the address,
the others are `…/2/`, `…/3/`, and the first lists what has moved, under the old anchors.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import islice

from edition.editorial import EntryKind
from edition.index.concordance import Concordance
from edition.index.edition import Edition, ResolvedEntry
from edition.index.words import WordForm
from edition.model.slugs import slug
from edition.model.values import Division, Unit
from edition.publish.plan import sizes
from edition.publish.plan.apparatus import rows as apparatus_rows
from edition.publish.plan.paths import (
    APPARATUS,
    COMPARE,
    CONCORDANCE,
    FULL_TEXT,
    KIND_SLUGS,
    REGISTER,
    REPORT,
    SECTIONS,
    SERIES,
    TIMELINE,
    WORDS,
    url,
)
from edition.publish.plan.tree import Tree


@dataclass(frozen=True)
class Address:
    """A page, by its path under docs/, and an anchor on it, if any."""

    page: str
    anchor: str = ""

    def __str__(self) -> str:
        return f"{self.page}#{self.anchor}" if self.anchor else self.page


@dataclass(frozen=True)
class Paged:
    """Things listed under one heading, on one page or several: the pages, each with the ids of what is on it."""

    pages: tuple[tuple[str, tuple[str, ...]], ...]

    @property
    def first(self) -> str:
        return self.pages[0][0]

    @cached_property
    def page_of(self) -> dict[str, str]:
        return {name: page for page, names in self.pages for name in names}

    @cached_property
    def moved(self) -> tuple[str, ...]:
        """What is on a further page and is named on the first, under the anchor it has."""
        further = (name for _, names in self.pages[1:] for name in names)
        return tuple(islice(further, sizes.MOST_MOVED))

    def address(self, name: str, anchor: str | None = None) -> Address:
        """Where a thing is; its anchor is its id unless another is given."""
        return Address(self.page_of[name], name if anchor is None else anchor)


@dataclass(frozen=True)
class Plan:
    """All outputs and addresses of an edition. Look-ups raise KeyError for what is not in the edition."""

    edition: Edition
    tree: Tree
    text: Mapping[str, Paged]
    full: Paged
    kinds: Mapping[EntryKind, Paged]
    events: Paged
    register: Paged
    concordance: Paged
    comparison: Paged
    words: Paged
    apparatus: Paged
    run_ins: Mapping[str, str]

    @cached_property
    def full_pages(self) -> frozenset[str]:
        """The pages of the full text."""
        return frozenset(page for page, _ in self.full.pages)

    @property
    def book(self) -> tuple[Paged, ...]:
        """What a book of the edition consists of, in order."""
        return (self.full, *self.kinds.values(), self.events, self.register, self.apparatus)

    @cached_property
    def _units(self) -> dict[str, str]:
        return {name: page for paged in self.text.values() for name, page in paged.page_of.items()}

    @cached_property
    def _entries(self) -> dict[str, str]:
        return {name: page for paged in self.kinds.values() for name, page in paged.page_of.items()}

    def division_page(self, division: Division) -> str:
        """The (first) page of a division that has one, or of the one that it is on."""
        return self.text[self.tree.page_of(division).id].first

    def division(self, division: Division) -> Address:
        """Where a division begins: its page, with an anchor if the page is another division's."""
        if division.is_page:
            return Address(self.division_page(division))
        page = self.unit_page(division.units[0]) if division.units else self.division_page(division)
        return Address(page, division.id)

    def unit_page(self, unit: str) -> str:
        """The page of the chapter that a unit is on."""
        return self._units[unit]

    def unit(self, unit: str) -> Address:
        """A unit in its chapter."""
        return Address(self._units[unit], unit)

    def entry(self, entry: str) -> Address:
        """A glossary entry."""
        return Address(self._entries[entry], entry)

    def event(self, event: str) -> Address:
        """An event of the timeline."""
        return self.events.address(event)

    def recommendation(self, recommendation: str) -> Address:
        """An entry of the register; its anchor is its id in lower case."""
        return self.register.address(recommendation, recommendation.lower())

    def withdrawn(self, recommendation: str) -> Address:
        """A withdrawn entry of the register, on its last page."""
        return Address(self.register.pages[-1][0], recommendation.lower())

    def operation(self, rule: str) -> Address:
        """An emendation, a normalisation or a textual note in the apparatus."""
        return self.apparatus.address(rule)

    def run_in(self, unit: str) -> str:
        """The anchor of the run-in heading of a unit."""
        return self.run_ins[unit]

    def page_break(self, page: int) -> str:
        """The anchor of the place where a page of the received text begins."""
        return f"page-{page}"

    def kind_page(self, kind: EntryKind) -> str:
        """The first page of a kind of entries, also where it has none."""
        return f"glossary/{KIND_SLUGS[kind]}.md"

    def data_file(self, name: str) -> str:
        """The path of a file that machines read."""
        return f"data/{name}"

    def text_file(self, key: str) -> str:
        """The path of the report as plain text; `key` is the citation key."""
        return f"downloads/{key}.txt"

    def tei_file(self, key: str) -> str:
        """The path of the edition as TEI."""
        return f"downloads/{key}.xml"

    def stem(self, page: str) -> str:
        """A page without its suffix, as the scripts of the search know it."""
        return page.removesuffix(".md")

    def section(self, page: str, name: str) -> str:
        """The anchor `name` of the engine's own on `page`. Raises KeyError where none was claimed."""
        if name not in SECTIONS[page]:
            raise KeyError(f"{page}#{name}")
        return name

    def letter(self, initial: str) -> str:
        """The anchor of a letter of the glossary's A–Z."""
        return "letter-" + (slug(initial) or f"u{ord(initial[0]):x}")

    def link(self, here: str, target: Address | str) -> str:
        """The relative link in Markdown from page `here` to `target`."""
        goal = target if isinstance(target, Address) else Address(target)
        if goal.page == here and goal.anchor:
            return f"#{goal.anchor}"
        return _relative(posixpath.dirname(here), goal.page) + (f"#{goal.anchor}" if goal.anchor else "")

    def href(self, here: str, target: Address | str) -> str:
        """The relative link in HTML from page `here` to `target`, where each page has a folder."""
        goal = target if isinstance(target, Address) else Address(target)
        if goal.page == here:
            return f"#{goal.anchor}"
        return _relative(url(here), url(goal.page)) + "/" + (f"#{goal.anchor}" if goal.anchor else "")

    def url(self, target: Address | str) -> str:
        """The address of `target` from the root of the site: `report/complexity/#p6`."""
        goal = target if isinstance(target, Address) else Address(target)
        return url(goal.page) + (f"#{goal.anchor}" if goal.anchor else "")


@cache
def _relative(folder: str, target: str) -> str:
    """The relative path from a folder to a path; both are counted from one root."""
    return posixpath.relpath(f"/{target}", f"/{folder}")


def make_plan(edition: Edition, concordance: Concordance) -> Plan:
    """The plan of an edition. `claims.clashes` tells whether it can be written."""
    tree = Tree(edition.text.divisions)
    text = dict(_text(edition, tree))
    return Plan(
        edition=edition,
        tree=tree,
        text=text,
        full=_paged(FULL_TEXT, ((unit.id, sizes.unit(unit)) for unit in edition.text.units)),
        kinds={
            kind: _listed(f"glossary/{name}.md", rows)
            for kind, name in KIND_SLUGS.items()
            if (rows := list(_entry_sizes(edition, concordance, kind)))
        },
        concordance=_paged(CONCORDANCE, _concordance_sizes(edition, concordance)),
        comparison=_paged(COMPARE, _comparison_sizes(edition, concordance)),
        words=_paged(WORDS, ((word.key, sizes.word(word)) for word in sorted(concordance.word_forms, key=_in_index))),
        events=_listed(TIMELINE, _event_sizes(edition), min(sizes.AXIS, 250 * len(edition.events))),
        register=_listed(REGISTER, _register_sizes(edition), sizes.MATRIX + sizes.MATRIX_FRAME),
        apparatus=_apparatus(edition),
        run_ins=_run_ins(edition),
    )


def _entry_sizes(edition: Edition, concordance: Concordance, kind: EntryKind) -> Iterator[tuple[str, int]]:
    for resolved in sorted(edition.entries, key=lambda item: (item.entry.order, item.id)):
        if resolved.kind is kind:
            yield resolved.id, sizes.entry(resolved, concordance.count(resolved.id))


def _concordance_sizes(edition: Edition, concordance: Concordance) -> Iterator[tuple[str, int]]:
    for resolved in sorted(edition.entries, key=lambda item: (item.entry.order, item.id)):
        places = {mention.unit for mention in concordance.of_entry.get(resolved.id, ())}
        yield resolved.id, sizes.concordance_row(len(places))


def _comparison_sizes(edition: Edition, concordance: Concordance) -> Iterator[tuple[str, int]]:
    def most_first(item: ResolvedEntry) -> tuple[int, str, str]:
        return -concordance.count(item.id), item.entry.order, item.id

    for resolved in sorted(edition.entries, key=most_first):
        yield resolved.id, sizes.comparison_row(concordance.count(resolved.id))


def _in_index(word: WordForm) -> tuple[bool, str]:
    """Words before numbers; the possessive among the former."""
    key = word.key.removeprefix("'")
    return not key[:1].isalpha(), key


def _event_sizes(edition: Edition) -> Iterator[tuple[str, int]]:
    """The events in the order of the timeline: what has been, then targets."""
    for event in sorted(edition.events_in_order, key=lambda item: item.event.target):
        yield event.id, sizes.event(event, edition)


def _register_sizes(edition: Edition) -> Iterator[tuple[str, int]]:
    """The entries of the register, one series after the other."""
    for series in SERIES:
        for entry in edition.recommendations:
            if entry.id.startswith(series):
                yield entry.id, sizes.recommendation(entry, edition)


def _text(edition: Edition, tree: Tree) -> Iterator[tuple[str, Paged]]:
    """For each division with a page: its page or pages, with the units on them; front matter is on the first."""
    taken: dict[str, str] = {}
    by_page: dict[str, list[Unit]] = {division.id: [] for division in tree.pages}
    first = tree.pages[0].id
    for unit in edition.text.units:
        division = edition.divisions.get(unit.division)
        by_page[tree.page_of(division).id if division else first].append(unit)
    for division in tree.pages:
        parent = tree.by_id.get(division.parent or "")
        folder = taken[tree.page_of(parent).id] if parent else REPORT
        path = f"{folder}/{division.slug}"
        taken[division.id] = path
        page = f"{path}/index.md" if tree.subpages(division) else f"{path}.md"
        yield division.id, _paged(page, ((unit.id, sizes.unit(unit)) for unit in by_page[division.id]))


def _paged(first: str, items: Iterable[tuple[str, int]], lead: int = 0) -> Paged:
    """`items` (id, estimated bytes) on as few pages as hold them; `lead` bytes come before the first item."""
    stem = first.removesuffix(".md").removesuffix("/index")
    pages: list[tuple[str, list[str]]] = [(first, [])]
    room = sizes.PAGE - lead
    for name, size in items:
        if size > room and pages[-1][1]:
            pages.append((f"{stem}/{len(pages) + 1}.md", []))
            room = sizes.PAGE
        pages[-1][1].append(name)
        room -= size
    return Paged(tuple((page, tuple(names)) for page, names in pages))


def _apparatus(edition: Edition) -> Paged:
    rows = list(apparatus_rows(edition))
    return _listed(APPARATUS, ((row.key, sizes.row(row)) for row in rows), moving=sum(row.anchored for row in rows))


def _listed(first: str, items: Iterable[tuple[str, int]], lead: int = 0, moving: int | None = None) -> Paged:
    """As `_paged`, with room on the first page for `lead` bytes and, if there are more pages, for what has moved.

    `moving`: how many of the items have an anchor that can move; all, if it is not given.
    """
    sized = list(items)
    if sum(size for _, size in sized) + lead > sizes.PAGE:
        lead += sizes.MOVED * min(len(sized) if moving is None else moving, sizes.MOST_MOVED)
    return _paged(first, sized, lead)


def _run_ins(edition: Edition) -> dict[str, str]:
    return {unit.id: unit.run_in.id or f"run-in-{unit.id}" for unit in edition.text.units if unit.run_in}
