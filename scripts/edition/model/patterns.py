"""Regular expressions that editors write for running heads, and the page numbers that they find."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator
from re import _constants as codes  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any, Final

LAST_PAGE: Final = 99_999
LONGEST_PATTERN: Final = 200
# A pattern is tried on each short line of the witness: with these bounds a line takes milliseconds at worst.
MOST_REPEATS: Final = 6
MOST_UNBOUNDED: Final = 3
LONG: Final = 10

_ROMAN: Final = re.compile(r"m{0,3}(cm|cd|d?c{0,3})(xc|xl|l?x{0,3})(ix|iv|v?i{0,3})", re.IGNORECASE)
_ROMAN_VALUE: Final = {"m": 1000, "d": 500, "c": 100, "l": 50, "x": 10, "v": 5, "i": 1}
_REPEATS: Final = (codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT)


def pattern_error(pattern: str) -> str | None:
    """What is wrong with a pattern: not an expression of Python's `re`, or one that can take for ever; or None."""
    if len(pattern) > LONGEST_PATTERN:
        return f"it is longer than {LONGEST_PATTERN} characters"
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            re.compile(pattern)
            repeats = list(_repeats(parser.parse(pattern), False))
    except (re.error, OverflowError, RecursionError, Warning) as error:
        return str(error) or "it cannot be read"
    if any(nested for _, nested in repeats):
        return "a repetition or a choice within a repetition, which can take for ever"
    if len(repeats) > MOST_REPEATS or sum(most > LONG for most, _ in repeats) > MOST_UNBOUNDED:
        return f"it repeats more than {MOST_REPEATS} times, or more than {MOST_UNBOUNDED} times without an end"
    return None


def _repeats(parsed: Any, inside: bool) -> Iterator[tuple[int, bool]]:
    """The repetitions of a parsed pattern: how often at most, and whether within another one; a choice within, too."""
    for operation, argument in parsed:
        repeat = operation in _REPEATS
        if repeat or (inside and operation is codes.BRANCH):
            yield (int(argument[1]) if repeat else 1), inside
        for part in _parts(argument):
            yield from _repeats(part, inside or (repeat and argument[1] > 1))


def _parts(argument: Any) -> Iterator[Any]:
    if isinstance(argument, parser.SubPattern):
        yield argument
    elif isinstance(argument, tuple | list):
        for part in argument:
            yield from _parts(part)


def page_number(printed: str) -> int | None:
    """A printed page number, arabic or roman, as 1 to 99,999; None where it is none."""
    if printed.isascii() and printed.isdigit() and len(printed) <= len(str(LAST_PAGE)):
        return int(printed) or None
    if not printed or not _ROMAN.fullmatch(printed):
        return None
    values = [_ROMAN_VALUE[letter] for letter in printed.lower()]
    return sum(-value if value < max(values[index:]) else value for index, value in enumerate(values)) or None
