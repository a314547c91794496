"""The search page, and the texts that the desk in docs/assets/js/desk/ searches, as classic scripts.

A script that sets a variable loads from a folder as well as from a server; `fetch` and modules do not.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any, Final

from edition.model.values import Division, Span, Unit
from edition.publish.markup.markdown import attribute, link
from edition.publish.plan import FULL_TEXT, KINDS, SEARCH, WORDS, View, front

Row = list[Any]

SYNTAX: Final = (
    ("`mutual benefit`", "both words, anywhere in the same paragraph"),
    ("`“mutual benefit”`", "the two words, one after the other; straight or curly quotation marks"),
    ("`mutual OR common`", "either; `|` does the same; it binds the words beside it, before the other words count"),
    ("`strateg*`", "every word that begins so; the star stands for any letters or digits, or none, in any place"),
    ("`“mutual * and”`", "in a phrase, a star alone is any one word"),
    ("`“mutual benefit”~10`", "both words, in any order, with at most ten other words among them"),
)


def render(view: View) -> Iterator[tuple[str, str]]:
    """The page and the four sets of texts."""
    yield SEARCH, _page(view)
    yield "data/search-text.js", _script("text", _text(view))
    yield "data/search-headings.js", _script("headings", _headings(view))
    yield "data/search-recommendations.js", _script("recommendations", _recommendations(view))
    yield "data/search-glossary.js", _script("glossary", _glossary(view))


def _script(name: str, value: dict[str, Any]) -> str:
    """A set as a script; a unit a line, so that a changed paragraph is a changed line."""
    head = _json({key: item for key, item in value.items() if key != "units"}).removesuffix("}")
    units = ",\n".join(_json(unit) for unit in value["units"])
    return f'(((globalThis.Desk ??= {{}}).sets ??= {{}}).{name} = {head},"units":[\n{units}\n]}});\n'


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _marked(unit: Unit, span: Span, page: int) -> str:
    """The words of a span; a form feed stands where a page begins, counted from `page` on."""
    starts = [
        (span.start, unit.page_at(span.start)),
        *((at, on) for at, on in unit.breaks if span.start < at < span.end),
    ]
    words, last = "", span.start
    for at, on in starts:
        words += unit.text[last:at] + "\f" * (on - page)
        last, page = at, on
    return words + unit.text[last : span.end]


def _row(view: View, unit: Unit, label: str, span: Span | None = None) -> Row:
    """A unit, or a span of it: division, text, anchor, label, offset, page."""
    span = span or Span(0, len(unit.text))
    page = unit.page_at(span.start)
    return [_index(view, unit), _marked(unit, span, page), unit.id, label, span.start, page]


def _divisions(view: View) -> list[Row]:
    """Of each division: id, page, and the number of the division it is part of (-1: none)."""
    order = {division.id: n for n, division in enumerate(view.edition.text.divisions)}
    return [
        [division.id, _path(view.page(_on(view, division))), order.get(division.parent or "", -1)]
        for division in view.edition.text.divisions
    ]


def _on(view: View, division: Division) -> Division:
    while not division.is_page and division.parent:
        division = view.edition.divisions[division.parent]
    return division


def _path(page: str) -> str:
    return page.removesuffix(".md")


def _index(view: View, unit: Unit) -> int:
    """The number of a unit's division; front matter belongs to the first."""
    ids = [division.id for division in view.edition.text.divisions]
    return ids.index(unit.division) if unit.division in ids else 0


def _text(view: View) -> dict[str, Any]:
    """The numbered units. Sparing, since the first result waits for it: a unit is its text alone (`_marked`, pages
    counted through), with the number of its division before it where that changes; anchors are counted.
    """
    units: list[Row | str] = []
    division, page = 0, 1
    for unit in view.edition.text.units:
        if unit.numbered:
            words = _marked(unit, Span(0, len(unit.text)), page)
            units.append(words if _index(view, unit) == division else [_index(view, unit), words])
            division, page = _index(view, unit), unit.last_page
    return {"noun": ["paragraph", "paragraphs"], "divisions": _divisions(view), "units": units}


def _headings(view: View) -> dict[str, Any]:
    units = [_row(view, unit, view.front_label(unit)) for unit in view.edition.text.units if not unit.numbered]
    return {"noun": ["line", "lines"], "divisions": _divisions(view), "units": units}


def _recommendations(view: View) -> dict[str, Any]:
    units = []
    for resolved in view.edition.recommendations:
        unit = view.edition.units[resolved.passage.unit]
        units.append(_row(view, unit, f"{resolved.id}, ¶ {unit.number}", resolved.passage.span))
    return {"noun": ["recommendation", "recommendations"], "divisions": _divisions(view), "units": units}


def _glossary(view: View) -> dict[str, Any]:
    """Each statement of each entry: its headword and forms, its senses, its expansion, its note."""
    kinds = list(KINDS)
    units: list[Row] = []
    for resolved in sorted(view.edition.entries, key=lambda item: (item.entry.order, item.id)):
        entry = resolved.entry
        forms = [form for form, _ in view.concordance.forms(entry.id) if form != entry.headword]
        statements = ["; ".join([entry.printed, *forms]), view.plain(entry.gist)]
        statements += [view.plain(sense.sense) for sense, _ in resolved.senses]
        statements += [view.plain(item.text) for item in (entry.expansion, entry.note) if item]
        units += [[kinds.index(resolved.kind), words, entry.id, entry.printed, 0, 0] for words in statements]
    divisions = [[slug, f"glossary/{slug}", -1] for slug, _ in KINDS.values()]
    return {"noun": ["statement of an entry", "statements of entries"], "divisions": divisions, "units": units}


def _page(view: View) -> str:
    off = (
        "This search runs in your browser and needs JavaScript, which is off or did not load. Without it, the "
        f"{link('word index', view.to(SEARCH, WORDS))} has every word with all its places, and the browser’s own "
        f"search finds words on the page of the {link('full text', view.to(SEARCH, FULL_TEXT))}."
    )
    blocks = ["# Search { #search }", f"{off}\n{{ #desk-off .editors }}", _form(view), _output(), _rules()]
    description = "Exact words and phrases of the report: counted, in context, with every place."
    fields = {"template": "desk.html", "search": "{exclude: true}", "hide": "[toc]"}
    return front("Search", description, **fields) + "\n\n".join(blocks) + "\n"


def _form(view: View) -> str:
    flags = (
        ("case", "capitals"),
        ("accents", "accents"),
        ("marks", "hyphens, dashes and apostrophes"),
    )
    matches = (("all", "all the words"), ("any", "any of the words"), ("phrase", "the whole as a phrase"))
    sorts = (("place", "place"), ("left", "words before"), ("right", "words after"))
    boxes = "".join(f'<label><input type="checkbox" name="{name}" value="1"> {words}</label>' for name, words in flags)
    return "\n".join(
        [
            '<form id="desk" role="search" aria-label="Full text" hidden>',
            '<p class="desk-ask"><label for="desk-find">Words or “phrase”</label>',
            '<input id="desk-find" name="find" type="search" autocomplete="off" autocapitalize="off"',
            'spellcheck="false"><button>Search</button></p>',
            '<p class="desk-choices">',
            _select("match", "Find", matches),
            _select("scope", "In", _scopes(view)),
            _select("sort", "Sort by", sorts),
            "</p>",
            f'<fieldset class="desk-choices"><legend>Tell apart</legend>{boxes}</fieldset>',
            "</form>",
        ]
    )


def _select(name: str, words: str, options: Iterable[tuple[str, str]]) -> str:
    rows = "".join(f'<option value="{attribute(value)}">{attribute(label)}</option>' for value, label in options)
    return f'<label>{words} <select name="{name}">{rows}</select></label>'


def _scopes(view: View) -> list[tuple[str, str]]:
    parts = [
        (f"part.{division.id}", "\u2003" * (division.level - 1) + f"Part: {division.title}")
        for division in view.edition.text.divisions
    ]
    return [
        ("text", "paragraphs and items"),
        *parts,
        ("recommendations", "recommendations and directives"),
        ("headings", "headings and front matter"),
        ("glossary", "glossary (editors’ words)"),
    ]


def _output() -> str:
    return "\n".join(
        [
            '<div id="desk-out" hidden>',
            '<p id="desk-summary" role="status"></p>',
            '<div id="desk-notes"></div>',
            '<div id="desk-more"></div>',
            '<ol id="desk-lines" aria-label="Lines"></ol>',
            '<p><button type="button" id="desk-further" hidden>Further lines</button></p>',
            "</div>",
        ]
    )


def _rules() -> str:
    table = ["| You type | It finds |", "| --- | --- |", *(f"| {typed} | {found} |" for typed, found in SYNTAX)]
    return "\n\n".join(
        [
            "## How to ask { #syntax }",
            "\n".join(table),
            "From the search field, ↓ goes to the lines, ↑ and ↓ go through them, Enter opens one, Escape goes back. "
            "The address of this page holds the whole search: copy it to send it.",
            "## What is counted { #rules }",
            "- **What is searched:** the numbered paragraphs and items, each by itself, as they stand in "
            "[paragraphs.json](data/paragraphs.json): page breaks joined, running heads out. A phrase does not reach "
            "from one paragraph into the next. Headings and front matter, and the glossary, are searched apart.\n"
            "- **A word** is an unbroken run of letters, their marks, and digits. An apostrophe between two of them is "
            "part of the word, but a final ’s is a word of its own: a possessive is found with its noun. A point or a "
            "comma between digits is part of the number. Everything else separates words: the two halves of a "
            "compound with a hyphen, dash or stroke are two words.\n"
            "- **The same word:** capitals and accents make no difference, nor does the kind of apostrophe, unless "
            "you tell them apart.\n"
            "- **In a phrase** the words follow each other, whatever stands between them. A hyphen or dash typed "
            "between two words wants a hyphen or dash there, of whatever kind. If hyphens, dashes and apostrophes "
            "are told apart, all that stands between two words has to be as typed, to the letter.\n"
            "- **Near each other:** read from the left, the first place at which all the words stand close enough, "
            "and the shortest stretch that ends there; the search goes on behind it.\n"
            "- **A hit** shares no word with another: of two that overlap, the one that begins first counts, and of "
            "two that begin together the longer. With several words, the hits of all of them count, in the "
            "paragraphs that have what is asked.",
        ]
    )
