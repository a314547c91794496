"""All generated files of docs/: planned first, then written, each by its writer."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from edition.assemble import concordance_of
from edition.index.edition import Edition
from edition.model.diagnostics import EditionError
from edition.publish.citation import files as citation_files
from edition.publish.data import datapackage, panels, search_sets
from edition.publish.data import files as data_files
from edition.publish.data.tables import FILES
from edition.publish.formats import files as format_files
from edition.publish.formats import preview
from edition.publish.labels import labels
from edition.publish.pages import (
    apparatus,
    cite,
    codes,
    comparison,
    concordance,
    data,
    downloads,
    editorial_report,
    glossary,
    home,
    recommendations,
    report,
    search,
    site,
    timeline,
    words,
)
from edition.publish.plan.claims import clashes
from edition.publish.plan.plan import make_plan
from edition.publish.view import View

PAGES = (
    home,
    report,
    glossary,
    timeline,
    recommendations,
    concordance,
    comparison,
    apparatus,
    editorial_report,
    search,
    words,
    cite,
    codes,
    site,
)


def view_of(edition: Edition) -> View:
    """The edition for writers. Raises EditionError where two things claim one path or anchor."""
    concordance_ = concordance_of(edition)
    plan = make_plan(edition, concordance_)
    if found := clashes(plan):
        raise EditionError(found)
    return View(edition, concordance_, plan, labels(edition.editorial.witness.language))


def everything(view: View) -> dict[str, bytes]:
    """Path to content; text is UTF-8, its lines end in LF."""
    tables = data_files.tables(view)
    made = _texts(chain(data_files.render(view, tables), citation_files.render(view)))
    made |= dict(format_files.render(view))
    package = view.plan.data_file("datapackage.json")
    made[package] = datapackage.render(view, made).encode()
    machine = _texts(chain(panels.render(view), search_sets.render(view))) | dict(preview.render(view))
    pages = _texts(chain.from_iterable(module.render(view) for module in PAGES))
    listed = _texts(chain(data.render(view, _described(tables)), downloads.render(view, made)))
    return pages | listed | made | machine


def _texts(files: Iterator[tuple[str, str]]) -> dict[str, bytes]:
    return {path: words.encode() for path, words in files}


def _described(tables: data_files.Tables) -> dict[str, tuple[str, int, dict[str, str]]]:
    """What each data file holds, its number of records, and its fields with their meaning."""
    return {
        name: (
            model.__doc__ or "",
            len(tables[name]),
            {field: info.description or "" for field, info in model.model_fields.items()},
        )
        for name, (model, _) in FILES.items()
    }
