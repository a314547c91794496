"""The report as plain text and as TEI, under the names that the plan gives them."""

from __future__ import annotations

from collections.abc import Iterator

from edition.publish.citation.record import key
from edition.publish.formats import plain, tei
from edition.publish.view import View


def render(view: View) -> Iterator[tuple[str, bytes]]:
    """The two files."""
    yield view.plan.text_file(key(view)), plain.render(view).encode()
    yield view.plan.tei_file(key(view)), tei.render(view)
