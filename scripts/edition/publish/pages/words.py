"""The word index, static: the most frequent words and pairs, and every word with its places."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Final

from edition.index.words import WordForm, word_pairs
from edition.publish.markup.blocks import Markdown, box, details, heading, numbered, page, paragraph, raw
from edition.publish.markup.html import Html, element, in_query
from edition.publish.markup.html import joined as html_joined
from edition.publish.markup.markdown import Words, joined, link
from edition.publish.pages.paging import turning
from edition.publish.plan.paths import SEARCH, WORDS
from edition.publish.view import View

MOST: Final = 40
RUN: Final = 3


def render(view: View) -> Iterator[tuple[str, str]]:
    """The word index, on as many pages as its size needs."""
    labels, words = view.labels, view.word_forms
    paged = view.plan.words
    by_key = {word.key: word for word in words}
    meta = {
        "title": labels("words.title"),
        "description": labels("words.description"),
    }
    for here, keys in paged.pages:
        content = [heading(1, labels("words.title"), id=view.plan.section(WORDS, "word-index"))]
        if here == paged.first:
            total = sum(word.count for word in words)
            content += [_intro(view, words, total), *_frequent(view, words, total)]
        content += [
            heading(2, labels("words.all"), id=view.plan.section(WORDS, "all-words")),
            *turning(view, here, paged),
        ]
        listed = groupby((by_key[key] for key in keys), initial_of)
        content += [_letter(view, here, initial, list(group)) for initial, group in listed]
        yield here, page(meta, labels("page.generated"), content)


def _intro(view: View, words: tuple[WordForm, ...], total: int) -> Markdown:
    labels = view.labels
    rule = link(labels("words.rule"), f"{view.plan.link(WORDS, SEARCH)}#{view.plan.section(SEARCH, 'rules')}")
    counted = labels.count("word", total)
    different = labels.count("different_word", len(words))
    return paragraph(labels.marked("words.intro", words=counted, different=different, rule=rule), "editors")


def initial_of(word: WordForm) -> str:
    """The letter under which a word is listed; numbers come under one."""
    first = word.key.removeprefix("'")[:1].upper()
    return first if first.isalpha() else "0–9"


def _word(view: View, here: str, word: WordForm) -> Words:
    """A word, linked to its search; a bare ’s cannot be typed there."""
    if word.key.startswith("'"):
        return word.form
    return link(word.form, f"{view.plan.link(here, SEARCH)}?find={in_query(word.key)}")


def _frequent(view: View, words: tuple[WordForm, ...], total: int) -> list[Markdown]:
    labels, function_words = view.labels, view.function_words
    ranked = sorted(words, key=lambda word: (-word.count, word.key))
    content = [word for word in ranked if word.key not in function_words]
    units = [unit for unit in view.edition.text.units if unit.numbered]
    pairs = [(pair, n) for pair, n in word_pairs(units).items() if n > 1 and not function_words.intersection(pair)]
    pairs = sorted(pairs, key=lambda item: (-item[1], item[0]))[:MOST]
    forms = {word.key: word.form for word in words}
    search = view.plan.link(WORDS, SEARCH)
    left_out = ", ".join(sorted(function_words)).replace("'", "’")
    linked_pairs = (
        joined([link(f"{forms[a]} {forms[b]}", f"{search}?find={in_query(_phrase(a, b))}"), f" {n}"])
        for (a, b), n in pairs
    )

    def shares(chosen: Iterable[WordForm]) -> Iterator[Markdown]:
        for word in chosen:
            share = labels("words.share", count=word.count, share=f"{1000 * word.count / total:.1f}")
            yield joined([_word(view, WORDS, word), share], " ")

    return [
        heading(2, labels("words.frequent"), id=view.plan.section(WORDS, "most-frequent")),
        paragraph(labels("words.frequent_intro"), "editors"),
        _ranking(shares(content[:MOST])),
        heading(2, labels("words.pairs"), id=view.plan.section(WORDS, "most-frequent-pairs")),
        paragraph(labels("words.pairs_intro"), "editors"),
        _ranking(linked_pairs),
        heading(2, labels("words.frequent_of_all"), id=view.plan.section(WORDS, "most-frequent-of-all")),
        _ranking(shares(ranked[:MOST])),
        details(labels("words.left_out"), [paragraph(left_out)]),
    ]


def _phrase(*keys: str) -> str:
    return '"' + " ".join(keys) + '"'


def _ranking(rows: Iterable[Markdown]) -> Markdown:
    return box("div", "desk-ranking", content=[numbered(rows)])


def _letter(view: View, here: str, initial: str, words: list[WordForm]) -> Markdown:
    summary = view.labels("words.letter", letter=initial, words=view.labels.count("word", len(words)))
    rows = html_joined((_row(view, here, word) for word in words), "\n")
    return raw(element("details", element("summary", summary), "\n", element("ul", rows)))


def _row(view: View, here: str, word: WordForm) -> Html:
    shown: str | Html = word.form
    if not word.key.startswith("'"):
        shown = element("a", word.form, href=f"{view.plan.href(here, SEARCH)}?find={in_query(word.key)}")
    printed = ", ".join(f"{form} {count}" for form, count in word.forms)
    forms = f" ({printed})" if len(word.forms) > 1 else ""
    count = element("strong", str(word.count))
    return element("li", shown, " ", count, forms, " ", html_joined(_loci(view, here, word), ", "))


def _loci(view: View, here: str, word: WordForm) -> Iterator[Html]:
    """The paragraphs of a word, linked; from `RUN` on, those in a row that have it once each as a range."""
    places = [(view.edition.units[name], count) for name, count in word.places]
    at = 0
    while at < len(places):
        unit, count = places[at]
        end = at + 1
        first = unit.number or 0
        while count == 1 and end < len(places) and (places[end][0].number, places[end][1]) == (first + end - at, 1):
            end += 1
        ranged = end - at >= RUN
        label = f"{first}–{first + end - at - 1}" if ranged else str(first)
        linked = element("a", label, href=view.plan.href(here, view.plan.unit(unit.id)))
        yield html_joined([linked, f" ({count})"]) if count > 1 else linked
        at = end if ranged else at + 1
