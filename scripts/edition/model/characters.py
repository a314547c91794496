"""Characters that text may hold: one rule for the witness and for what editors write, so that every format keeps it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

# What XML cannot hold (XML 1.0, section 2.2), and besides: the other control characters, characters that some
# formats read as ends of lines (U+0085, U+2028, U+2029), lone surrogates and noncharacters (Unicode, section 23.7).
_PLANES: Final = "".join(f"{chr(plane << 16 | 0xFFFE)}{chr(plane << 16 | 0xFFFF)}" for plane in range(17))
_UNFIT: Final = re.compile(f"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufdd0-\ufdef{_PLANES}]")
# A set is asked first, since it is ten times as fast, and texts without such characters are the rule.
_UNFIT_ONES: Final = frozenset(
    [
        *map(chr, [*range(0x09), *range(0x0B, 0x20), *range(0x7F, 0xA0), 0x2028, 0x2029]),
        *map(chr, [*range(0xD800, 0xE000), *range(0xFDD0, 0xFDF0)]),
        *_PLANES,
    ]
)
_BREAKS: Final = re.compile(r"[ \t]*[\n\t][\s]*")


def unfit(text: str) -> Iterator[tuple[int, str]]:
    """The characters of `text` that not every format can hold: index and name (`U+000C`)."""
    if _UNFIT_ONES.isdisjoint(text):
        return iter(())
    return ((match.start(), f"U+{ord(match.group()):04X}") for match in _UNFIT.finditer(text))


def in_one_line(text: str) -> str:
    """`text` with line breaks and tabs, and the white space around them, as one space; none at its ends."""
    return _BREAKS.sub(" ", text).strip()
