"""What the detectors look for in this report besides what they know of its language: editorial/detectors.yml."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import AfterValidator

from edition.editorial.base import Form, Located
from edition.model.diagnostics import Where

FILE = "editorial/detectors.yml"


def _pattern(value: str) -> str:
    try:
        compiled = re.compile(value)
    except (re.error, OverflowError, RecursionError) as error:
        raise ValueError(f"“{value}” is not a regular expression ({error})") from error
    if compiled.match(""):
        raise ValueError(f"“{value}” also matches where nothing is")
    return value


Expression = Annotated[Form, AfterValidator(_pattern)]


class DatePatterns(Located):
    """Expressions that imply a date: `names` match as written, `words` (in lower case) in any case."""

    names: tuple[Expression, ...] = ()
    words: tuple[Expression, ...] = ()


class DetectorsFile(Located):
    """editorial/detectors.yml: regular expressions, tried after those of the language."""

    dates: DatePatterns = DatePatterns(where=Where(FILE))
    directives: tuple[Expression, ...] = ()
