"""The page that lists the diagnostic codes."""

from __future__ import annotations

from collections.abc import Iterator

from edition.model.diagnostics import CODES
from edition.publish.markup.blocks import heading, page, paragraph, table
from edition.publish.markup.markdown import Words, code
from edition.publish.plan.paths import CODES_PAGE
from edition.publish.view import View


def render(view: View) -> Iterator[tuple[str, str]]:
    """The page of codes."""
    labels = view.labels
    rows: list[list[Words]] = [[code(name), meaning] for name, meaning in CODES.items()]
    content = [
        heading(1, labels("codes.title"), id=view.plan.section(CODES_PAGE, "codes")),
        paragraph(labels.marked("codes.intro", form=code(labels("codes.form")))),
        table([labels("codes.code"), labels("codes.meaning")], rows),
    ]
    meta = {"title": labels("codes.title"), "description": labels("codes.description")}
    yield CODES_PAGE, page(meta, labels("page.generated"), content)
