"""The citation record: one item of CSL-JSON (schema 1.0.2), from which every citation is made."""

from __future__ import annotations

from typing import Any

from edition.model.slugs import slug
from edition.model.values import Unit
from edition.publish.citation.csl import STYLES, citations_of, reference
from edition.publish.view import View


def key(view: View) -> str:
    """The citation key, which also names the downloads."""
    editorial = view.edition.editorial
    year = (editorial.edition.inferred_date or "undated")[:4].rstrip("u") or "undated"
    return editorial.citation.id or f"{slug(editorial.witness.issuing_body)}-{year}"


def record(view: View) -> dict[str, Any]:
    """The report as an item of CSL-JSON (schema 1.0.2): the one source of every citation."""
    editorial = view.edition.editorial
    witness, more = editorial.witness, editorial.citation
    body = witness.issuing_body_full or witness.issuing_body
    subtitle = f": {witness.subtitle.lstrip('—– ')}" if witness.subtitle else ""
    item: dict[str, Any] = {
        "id": key(view),
        "type": "report",
        "title": f"{witness.title}{subtitle}",
        "title-short": more.short_title or witness.title,
        "author": [{"literal": body}],
        "publisher": body,
        "genre": more.genre,
        "language": witness.language,
    }
    if more.place:
        item["publisher-place"] = more.place.text
    if editorial.edition.inferred_date:
        item["issued"] = {"date-parts": [_date_parts(editorial.edition.inferred_date)], "circa": True}
        item["note"] = date_note(view)
    if more.abstract:
        item["abstract"] = more.abstract
    if more.keywords:
        item["keyword"] = "; ".join(more.keywords)
    if more.url:
        item["URL"] = more.url
    return item


def _date_parts(date: str) -> list[int]:
    return [int(part) for part in date.split("-")]


def date_note(view: View) -> str:
    """What the date rests on, in a sentence; empty where the report is dated or no date is inferred."""
    edition = view.edition.editorial.edition
    if not edition.inferred_date:
        return ""
    year, *rest = _date_parts(edition.inferred_date)
    months = view.labels.group("dates.months")
    words = " ".join([*([str(rest[1])] if rest[1:] else []), *([months[str(rest[0])]] if rest else []), str(year)])
    places = ", ".join(_named(view, view.edition.units[place.at]) for place in edition.inferred_date_from)
    return (
        view.labels("cite.inferred_from", date=words, places=places)
        if places
        else view.labels("cite.inferred", date=words)
    )


def _named(view: View, unit: Unit) -> str:
    number = str(unit.number)
    return view.labels("cite.place", number=number) if unit.numbered else view.labels("cite.line", words=unit.text)


def pinpoint(unit: Unit) -> str:
    """The place of a unit for a citation: paragraph, and the inferred page in square brackets (`f.`: and the next)."""
    beyond = unit.last_page - unit.page
    return f"{unit.number} [p. {unit.page}{['', ' f.', ' ff.'][min(beyond, 2)]}]"


def citations(view: View, item: dict[str, Any]) -> dict[str, Any]:
    """All styles: the reference, and the citation of every numbered paragraph with its pinpoint."""
    units = [unit for unit in view.edition.text.units if unit.numbered]
    out: dict[str, Any] = {}
    for style in STYLES:
        out[style.id] = {
            "label": style.label,
            "notes": style.notes,
            "reference": reference(item, style),
            "paragraphs": citations_of(item, style, {unit.id: pinpoint(unit) for unit in units}),
        }
    return out


def for_templates(view: View) -> dict[str, Any]:
    """What the templates of the site need of the record, for the metadata of pages."""
    item = record(view)
    fields = {
        "key": item["id"],
        "title": item["title"],
        "author": item["author"][0]["literal"],
        "institution": item["publisher"],
        "place": item.get("publisher-place"),
        "date": view.edition.editorial.edition.inferred_date,
        "note": item.get("note"),
        "language": item["language"],
        "genre": item["genre"],
        "abstract": item.get("abstract"),
        "keywords": list(view.edition.editorial.citation.keywords),
    }
    return {name: value for name, value in fields.items() if value}
