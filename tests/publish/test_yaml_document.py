"""The site's configuration as YAML: what is written is what is read again."""

from __future__ import annotations

import pytest
import yaml

from edition.publish.markup.yaml import document

WORDS = [
    "plain",
    "yes",
    "null",
    "1e3",
    "a: b",
    "- a",
    "---",
    "x\n---\ny",
    "{{ a }}",
    "\"'`",
    "!ENV x",
    "é\u2028\u0085",
    "",
]


@pytest.mark.parametrize("words", [*WORDS, "a long title " * 100, "长" * 1500])
def test_a_document_is_read_as_it_was_written(words: str) -> None:
    nested: list[object] = [{words: "a.md"}, {words: ["b.md", {words: ["c.md", {words: "d.md"}]}]}, words]
    values: dict[str, object] = {
        "site_name": words,
        "extra": {"citation": {"a": words, "b": [words, {"c": words, "d": None}]}},
        "nav": nested,
    }
    assert yaml.safe_load(document(values, "Generated.\nNot by hand.")) == values


def test_empty_things_keep_their_kind() -> None:
    values: dict[str, object] = {"a": [], "b": {}, "c": None, "d": True, "e": 1}
    assert yaml.safe_load(document(values, "Generated.")) == values
