"""The words that the engine prints, by language: headings, sentences, table heads, plurals.

A label is plain text with `{names}` to be filled in; what it becomes is up to the builder that it goes through. A noun
that is counted is a table with the forms `one` and `other`.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any, Final

from edition.publish.markup.markdown import Markdown, Words, filled

FALLBACK: Final = "en"


@dataclass(frozen=True)
class Labels:
    """The labels of one language. Raises KeyError for a label that the language lacks."""

    language: str
    table: Mapping[str, Any]

    def __call__(self, key: str, **values: str | int) -> str:
        """The label `key` (`page.name`) as plain text, its names filled in; numbers get separators of thousands."""
        shown = {name: value if isinstance(value, str) else f"{value:,}" for name, value in values.items()}
        return self._find(key).format_map(shown)

    def marked(self, key: str, **values: Words | int) -> Markdown:
        """The label `key` as Markdown; values that are Markdown already keep their markup."""
        return filled(self._find(key), **values)

    def count(self, noun: str, number: int) -> str:
        """A number with its noun: `1 entry`, `1,203 entries`."""
        forms = self.table["counts"][noun]
        form: str = forms["one" if number == 1 else "other"]
        return form.format(n=f"{number:,}")

    def group(self, key: str) -> Mapping[str, str]:
        """All labels of a table, such as the kinds of entries, in their order."""
        found: Any = self.table
        for step in key.split("."):
            found = found[step]
        group: Mapping[str, str] = found
        return group

    def _find(self, key: str) -> str:
        found: Any = self.table
        for step in key.split("."):
            found = found[step]
        if not isinstance(found, str):
            raise KeyError(key)
        return found


def languages() -> frozenset[str]:
    """The languages (BCP 47, primary) that have labels."""
    names = (item.name for item in resources.files(__name__).iterdir())
    return frozenset(name.removesuffix(".toml") for name in names if name.endswith(".toml"))


@cache
def labels(language: str) -> Labels:
    """The labels for a language (BCP 47): of its primary tag, or in English where there are none."""
    primary = language.split("-")[0].lower()
    chosen = primary if primary in languages() else FALLBACK
    words = resources.files(__name__).joinpath(f"{chosen}.toml").read_text(encoding="utf-8")
    return Labels(chosen, tomllib.loads(words))
