"""Markup laid on plain text: what is taken off again is the text, to the letter."""

from __future__ import annotations

import itertools

import markdown
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from edition.model.values import Span
from edition.publish.markup.markdown import Mark, annotate, escape_line
from extract import parsed

EXTENSIONS = ["attr_list", "md_in_html", "tables", "toc"]
LINE = st.text(alphabet=st.sampled_from(list("abc 12.\\`*_{}[]()<>&#+-!|~^=:\"'“”’–é")), min_size=1, max_size=60)


def shown(source: str) -> str:
    return " ".join("".join(parsed(markdown.markdown(source, extensions=EXTENSIONS)).itertext()).split())


def laid(text: str, cuts: list[int]) -> list[Mark]:
    """Links on every other stretch between `cuts`, marks of a page at each."""
    places = sorted({min(cut, len(text)) for cut in cuts})
    spans = [Span(a, b) for a, b in itertools.pairwise(places) if text[a:b].strip() == text[a:b] != ""]
    links = [Mark(span, "[", "](#x){ .term }") for span in spans[::2]]
    return links + [Mark(Span(cut, cut), '<span class="pb"></span>') for cut in places]


SPECIAL = ["_a_ b", "*a* b", "**a**", "`a`", "[a](b)", "![a](b)", "a {.b}", "<b>a</b>", "&amp; &c;", "a | b", "\\*a\\*"]


@pytest.mark.parametrize("text", SPECIAL)
def test_what_markdown_would_read_as_markup_is_shown_as_it_is(text: str) -> None:
    assert shown("x " + annotate(text, [])) == f"x {text}"


@settings(deadline=None)
@given(LINE, st.lists(st.integers(0, 60), max_size=6))
def test_annotate_then_strip_is_identity(text: str, cuts: list[int]) -> None:
    text = " ".join(text.split())
    if text:
        assert shown("x " + annotate(text, laid(text, cuts)) + " x") == f"x {text} x"


@settings(deadline=None)
@given(LINE)
def test_special_characters_survive_at_the_beginning_of_a_line(text: str) -> None:
    text = " ".join(text.split())
    if text:
        assert shown(escape_line(text)) == text


@settings(deadline=None)
@given(LINE)
def test_special_characters_survive_in_a_table(text: str) -> None:
    text = " ".join(text.split())
    if text:
        table = f"| a | b |\n| --- | --- |\n| {annotate(text, [])} | z |"
        assert shown(table).endswith(f"{text} z")


def test_marks_nest_outermost_first() -> None:
    marks = [Mark(Span(2, 4), "<i>", "</i>"), Mark(Span(0, 6), "<b>", "</b>"), Mark(Span(2, 2), "|")]
    assert annotate("abcdef", marks) == "<b>ab|<i>cd</i>ef</b>"


def test_crossing_marks_are_refused() -> None:
    with pytest.raises(ValueError, match="cross"):
        annotate("abcdef", [Mark(Span(0, 3), "<b>", "</b>"), Mark(Span(2, 5), "<i>", "</i>")])
