"""Claims on paths and anchors: what two things claim is a diagnostic that names both."""

from __future__ import annotations

from collections.abc import Mapping

from edition.editorial import EntryKind
from edition.model.diagnostics import Diagnostic, Where
from edition.model.slugs import slug
from edition.publish.plan.paths import (
    ABOUT,
    APPARATUS,
    CHAPTER_SECTIONS,
    DATA,
    FULL_TEXT,
    HOME,
    KIND_SLUGS,
    REGISTER,
    SECTIONS,
    SITE,
    SKELETON,
    TIMELINE,
    url,
)
from edition.publish.plan.plan import Address, Paged, Plan

TEI = "the TEI document"


def clashes(plan: Plan) -> list[Diagnostic]:
    """What two things claim in `plan`; nothing may be written before this list is empty."""
    claims = _Claims()
    _claim_pages(plan, claims)
    _claim_text(plan, claims)
    _claim_divisions(plan, claims)
    _claim_apparatus(plan, claims)
    _claim_entries(plan, claims)
    return claims.clashes


class _Claims:
    """What has been claimed: by document (a page, or a format) and name, with what it is and where it was asked for."""

    def __init__(self) -> None:
        self.taken: dict[tuple[str, str], tuple[str, Where | None]] = {}
        self.clashes: list[Diagnostic] = []

    def path(self, path: str, what: str, where: Where | None = None) -> None:
        # `x.md` and `x/index.md` are two files, and one address.
        self._claim("P001", ("", url(path)), what, where, "give one of them another slug")

    def anchor(self, document: str, name: str, what: str, where: Where | None = None) -> None:
        self._claim("P002", (document, name), what, where, "give one of them another id")

    def _claim(self, code: str, key: tuple[str, str], what: str, where: Where | None, advice: str) -> None:
        if key not in self.taken:
            self.taken[key] = (what, where)
            return
        first = self.taken[key]
        place = where or first[1] or Where("editorial/edition.yml")
        at = f" at {first[1]}" if first[1] and first[1] != place else ""
        name = f"the address {key[1]}" if not key[0] else f"the anchor “{key[1]}” in {key[0]}"
        self.clashes.append(Diagnostic(place, code, f"{what} claims {name}, as {first[0]}{at} does", advice))


def _claim_pages(plan: Plan, claims: _Claims) -> None:
    places = _places(plan)
    for page in (*SECTIONS, *ABOUT, FULL_TEXT, DATA, SITE):
        claims.path(page, "the engine")
    listed = [(plan.text[division.id], division.id) for division in plan.tree.pages]
    for paged, name in listed:
        for page, _ in paged.pages:
            claims.path(page, f"the division “{name}”", places.get(name))
    lists = (plan.full, plan.events, plan.register, plan.concordance, plan.comparison, plan.words, plan.apparatus)
    for paged in (*lists, *plan.kinds.values()):
        for page, _ in paged.pages[1:]:
            claims.path(page, f"the continuation of {paged.first}")
    for page, names in SECTIONS.items():
        divided = {TIMELINE: plan.events, REGISTER: plan.register, APPARATUS: plan.apparatus}.get(page)
        for part in [part for part, _ in divided.pages] if divided else [page]:
            for name in names:
                claims.anchor(part, name, "the engine")


def _claim_entries(plan: Plan, claims: _Claims) -> None:
    for kind, paged in plan.kinds.items():
        for page, _ in paged.pages:
            claims.anchor(page, f"kind-{KIND_SLUGS[kind]}", "the engine")
    for resolved in plan.edition.entries:
        claims.anchor(plan.entry(resolved.id).page, resolved.id, f"the entry “{resolved.id}”", resolved.entry.where)
    for event in plan.edition.events:
        what = f"the event “{event.id}”"
        _claim_listed(claims, plan.events, event.id, plan.event(event.id), what, event.event.where)
    for asked in plan.edition.recommendations:
        what = f"the recommendation “{asked.id}”"
        _claim_listed(claims, plan.register, asked.id, plan.recommendation(asked.id), what, asked.entry.where)
    for gone in plan.edition.editorial.recommendations.withdrawn:
        address = plan.withdrawn(gone.id)
        claims.anchor(address.page, address.anchor, f"the withdrawn “{gone.id}”", gone.where)
    for section in plan.edition.editorial.edition.about:
        claims.anchor(HOME, slug(section.title), f"the section “{section.title}”", section.where)


def _claim_listed(claims: _Claims, paged: Paged, name: str, address: Address, what: str, where: Where) -> None:
    """An anchor on its page and, where that is another, on the first, which lists what has moved."""
    named = [paged.first] if name in paged.moved else []
    for page in dict.fromkeys([address.page, *named]):
        claims.anchor(page, address.anchor, what, where)


def _places(plan: Plan) -> Mapping[str, Where]:
    record = plan.edition.editorial.divisions
    front = {line.id: line.where for line in record.front_matter}
    return front | {entry.id: entry.where for entry in plan.tree.entries(record.divisions)}


def _claim_text(plan: Plan, claims: _Claims) -> None:
    """The anchors of the text: on its chapter pages, in the full text, and in TEI, where they share one document."""
    for kind in EntryKind:
        claims.anchor(TEI, kind.value, "the engine")
    for name in ("editors", "kinds"):
        claims.anchor(TEI, name, "the engine")
    for page, _ in (entry for paged in plan.text.values() for entry in paged.pages):
        for name in (*SKELETON, *CHAPTER_SECTIONS):
            claims.anchor(page, name, "the engine")
    for page, _ in plan.full.pages:
        for name in SKELETON:
            claims.anchor(page, name, "the engine")
    places = _places(plan)
    for unit in plan.edition.text.units:
        documents = (plan.unit_page(unit.id), plan.full.page_of[unit.id], TEI)
        for document in documents:
            claims.anchor(document, unit.id, f"the {unit.kind.value} “{unit.id}”", places.get(unit.id))
            if unit.run_in:
                what = f"the run-in heading “{unit.run_in.title}” of {unit.id}"
                claims.anchor(document, plan.run_in(unit.id), what, places.get(unit.division))


def _claim_divisions(plan: Plan, claims: _Claims) -> None:
    places = _places(plan)
    for division in plan.edition.text.divisions:
        page = plan.division_page(division) if division.is_page else plan.division(division).page
        full = plan.full.page_of[division.units[0]] if division.units else plan.full.first
        heading = any(plan.edition.units[name].id == division.id for name in division.units)
        for document in (page, full, TEI):
            if not heading:
                claims.anchor(document, division.id, f"the division “{division.id}”", places.get(division.id))
    for item in plan.edition.text.breaks:
        claims.anchor(TEI, plan.page_break(item.page), f"page {item.page} of the received text")
        claims.anchor(plan.full.first, plan.page_break(item.page), f"page {item.page} of the received text")


def _claim_apparatus(plan: Plan, claims: _Claims) -> None:
    record = plan.edition.editorial.emendations
    named = [(f"the normalisation “{rule.id}”", rule.id, rule.where) for rule in record.normalisations]
    named += [(f"the emendation “{item.id}”", item.id, item.where) for item in record.emendations]
    named += [(f"the note “{note.id}”", note.id, note.where) for note in record.notes]
    for what, name, where in named:
        _claim_listed(claims, plan.apparatus, name, plan.operation(name), what, where)
