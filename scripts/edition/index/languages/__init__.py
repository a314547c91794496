"""What the engine knows of a report's language, a data file a language: `en.toml` has every key and what it means.

This module alone opens those files, each once.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any


@dataclass(frozen=True)
class Language:
    """A language's data. Patterns are regular expressions; what a language has no data for is empty."""

    tag: str
    abbreviated: tuple[str, ...] = ()
    months: tuple[str, ...] = ()
    before: str = ""
    date_names: tuple[str, ...] = ()
    date_words: tuple[str, ...] = ()
    cues: tuple[str, ...] = ()
    name: str = ""
    ordinary: str = ""
    abbreviation: str = ""
    function_words: frozenset[str] = frozenset()


@cache
def language(tag: str) -> Language:
    """The data of a language, by its tag (BCP 47; the primary subtag counts); of one without a file, none."""
    primary = re.split("[-_]", tag.lower(), maxsplit=1)[0]
    file = files(__package__).joinpath(f"{primary}.toml")
    if not primary.isalpha() or not file.is_file():
        return Language(primary)
    return _read(primary, tomllib.loads(file.read_text(encoding="utf-8")))


def _read(tag: str, data: dict[str, Any]) -> Language:
    dates = data.get("dates", {})
    parts = dict(data.get("parts", {}))
    if months := tuple(dates.get("months", ())):
        parts["month"] = f"(?:{'|'.join(month.lower() for month in months)})"
    return Language(
        tag=tag,
        abbreviated=tuple(data.get("sentences", {}).get("abbreviated", ())),
        months=months,
        before=dates.get("before", ""),
        date_names=_filled(dates.get("names", ()), parts),
        date_words=_filled(dates.get("words", ()), parts),
        cues=_filled(data.get("directives", {}).get("cues", ()), parts),
        name=data.get("names", {}).get("name", ""),
        ordinary=data.get("names", {}).get("ordinary", ""),
        abbreviation=data.get("abbreviations", {}).get("abbreviation", ""),
        function_words=frozenset(data.get("words", {}).get("function", "").split()),
    )


def _filled(patterns: Iterable[str], parts: dict[str, str]) -> tuple[str, ...]:
    """`patterns` with the named parts put in."""
    return tuple(re.sub(r"<([a-z]+)>", lambda match: parts[match.group(1)], pattern) for pattern in patterns)
