"""Words of another language, marked as such (WCAG 3.1.2), so that they are read out as they should be."""

from __future__ import annotations

import re
from collections.abc import Iterator

from edition.editorial import Foreign
from edition.model.values import Span
from edition.publish.markup.markdown import Mark, annotate


def foreign(text: str, languages: tuple[Foreign, ...]) -> Iterator[Mark]:
    """The marks around the foreign words of `text`; of two forms that overlap, the one listed first is marked."""
    taken: list[Span] = []
    for item in languages:
        for found in re.finditer(rf"(?<!\w){re.escape(item.form)}(?!\w)", text):
            span = Span(*found.span())
            if not any(span.overlaps(other) for other in taken):
                taken.append(span)
                yield Mark(span, f'<span lang="{item.lang}">', "</span>")


def marked(text: str, languages: tuple[Foreign, ...]) -> str:
    """`text` for Markdown, its foreign words marked."""
    return annotate(text, foreign(text, languages))
