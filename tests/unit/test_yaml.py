"""YAML: what scalars mean, and where each value is."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import BaseModel

from edition.editorial import Editorial, Entry, Located, TimelineFile, WitnessRecord
from edition.editorial.examples import EXAMPLES
from edition.model.diagnostics import Diagnostic, Where
from edition.model.patterns import page_number, pattern_error
from edition.read.messages import _models
from edition.read.yaml import parse_yaml, validated


class Kinds(Located):
    """A field of each kind."""

    word: str = ""
    flag: bool = False
    count: int = 0
    words: tuple[str, ...] = ()
    inner: Kinds | None = None


def read(text: str) -> Kinds | list[Diagnostic]:
    source, errors = parse_yaml("x.yml", text)
    if source is None:
        return errors
    value, errors = validated(source, Kinds)
    return errors if value is None else value


@pytest.mark.parametrize(
    ("text", "field", "value"),
    [
        *(
            (f"word: {word}", "word", word)
            for word in ("no", "yes", "on", "1899", "2021-09", "0x10", "1_000", "12:30", "=")
        ),
        ('word: "1899"', "word", "1899"),
        ("word: true", "word", "true"),
        ("flag: true", "flag", True),
        ("flag: False", "flag", False),
        ("count: 12", "count", 12),
        ("count: -3", "count", -3),
        ("count: 007", "count", 7),
        ("words: [a, b]", "words", ("a", "b")),
        ("word:", "word", ""),
        ("words: ~", "words", ()),
        ("inner: null", "inner", None),
        ("word: >-\n  a\n  b", "word", "a b"),
        ("word: &a text\nwords: [*a, *a]", "words", ("text", "text")),
    ],
)
def test_what_scalars_mean(text: str, field: str, value: Any) -> None:
    found = read(text)
    assert isinstance(found, Kinds), found
    assert getattr(found, field) == value
    assert type(getattr(found, field)) is type(value)


@pytest.mark.parametrize(
    ("text", "place", "code"),
    [
        ('flag: "true"', (1, 7), "Y002"),
        ("flag: yes", (1, 7), "Y002"),
        ('count: "12"', (1, 8), "Y002"),
        ("count: 1.5", (1, 8), "Y002"),
        ("words: a", (1, 8), "Y002"),
        ("words:\n  - a\n  - [b]\n", (3, 5), "Y002"),
        ("word: a\ninner:\n  flag: maybe\n", (3, 9), "Y002"),
        ("word: a\ninner:\n  unknown: x\n", (3, 3), "Y003"),
        ("where: x", (1, 1), "Y003"),
        ("word: a\nword: b", (2, 1), "Y004"),
        ("words: *a", (1, 8), "Y009"),
        ("words: &a [b]\ninner: {words: *a}", (2, 16), "Y009"),
        ("~: x", (1, 1), "Y009"),
        ("# nothing", (1, 1), "Y001"),
        ("word: a: b", (1, 8), "Y001"),
        ("word: 'a", (1, 9), "Y001"),
        ("é: [\nword: x", (2, 8), "Y001"),
    ],
)
def test_where_errors_are(text: str, place: tuple[int, int], code: str) -> None:
    errors = read(text)
    assert isinstance(errors, list)
    assert [(e.where.line, e.where.column, e.code) for e in errors] == [(*place, code)]


def test_each_value_has_its_place() -> None:
    found = read("word: a\ninner:\n  words:\n    - one\n    - two\n  inner: {word: c}\n")
    assert isinstance(found, Kinds) and found.inner and found.inner.inner
    assert found.inner.where == Where("x.yml", 2, 1)
    assert found.inner.where.at("words", 1) == Where("x.yml", 5, 7)
    assert found.inner.inner.where == Where("x.yml", 6, 3)
    assert found.inner.inner.where.at("word") == Where("x.yml", 6, 17)
    assert found.where.at("count") == found.where


def test_every_required_key_has_an_example() -> None:
    models, queue = set[type[BaseModel]](), list[Any]([Editorial, Entry, TimelineFile, WitnessRecord])
    while queue:
        model = queue.pop()
        if model not in models:
            models.add(model)
            queue += [m for field in model.model_fields.values() for m in _models(field.annotation)]
    required = {
        field.alias or name
        for model in models
        if issubclass(model, Located)
        for name, field in model.model_fields.items()
        if field.is_required() and name != "where"
    }
    assert required <= set(EXAMPLES)


@pytest.mark.parametrize(
    ("printed", "number"),
    [("12", 12), ("0", None), ("iv", 4), ("XLII", 42), ("mcmxcix", 1999), ("iiii", None), ("", None), ("x1", None)],
)
def test_page_numbers(printed: str, number: int | None) -> None:
    assert page_number(printed) == number


@pytest.mark.parametrize(
    ("pattern", "fits"),
    [
        *(
            (pattern, True)
            for pattern in ("CICIR", r"Report (?P<page>\d+)", "(A|B) Plan", ".+", r"\w+ \d{1,3}", "(?i)plan")
        ),
        *(
            (pattern, False)
            for pattern in ("(", "(a+)+", "(a|ab)*", "(?:A+ )+", ".*.*.*.*x", "a?" * 20 + "a" * 20, "(" * 190)
        ),
        *((pattern, False) for pattern in ("a{9999999999}", "[[a]]", "x" * 300, r"(.*)\2")),
    ],
)
def test_patterns(pattern: str, fits: bool) -> None:
    assert (pattern_error(pattern) is None) == fits
