"""Words of another language, marked as such (WCAG 3.1.2), so that they are read out as they should be."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from edition.editorial import Foreign
from edition.model.values import Span
from edition.publish.markup.html import Html, element
from edition.publish.markup.html import text as html_text
from edition.publish.markup.markdown import Mark, Markdown, annotate, escape


def foreign(text: str, languages: tuple[Foreign, ...]) -> Iterator[Mark]:
    """The marks around the foreign words of `text`."""
    if not languages:
        return
    pattern, tags = _pattern(languages)
    for found in pattern.finditer(text):
        opened = element("span", lang=tags[found.group()])
        yield Mark(Span(*found.span()), opened.removesuffix("</span>"), "</span>")


@cache
def _pattern(languages: tuple[Foreign, ...]) -> tuple[re.Pattern[str], dict[str, str]]:
    tags = {item.form: item.lang for item in languages}
    longest_first = sorted(tags, key=lambda form: (-len(form), form))
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)"), tags


def marked(text: str, languages: tuple[Foreign, ...]) -> Markdown:
    """`text` for Markdown, its foreign words marked."""
    marks = list(foreign(text, languages))
    return annotate(text, marks) if marks else escape(text)


def marked_html(text: str, languages: tuple[Foreign, ...]) -> Html:
    """`text` for HTML, its foreign words marked."""
    marks = list(foreign(text, languages))
    return Html(annotate(text, marks, html_text)) if marks else html_text(text)
