"""The register: editorial/recommendations.yml."""

from __future__ import annotations

import re
from typing import Annotated, Final, Literal

from pydantic import AfterValidator, Field

from edition.editorial.base import Form, Id, Located, Prose, Sourced, Text, refused

_NUMBER: Final = re.compile(r"[RA][1-9][0-9]{0,4}")


def _number(value: str) -> str:
    if not _NUMBER.fullmatch(value):
        advice = "use R and a number for a recommendation, A and a number for another call to action, such as R12"
        raise refused(f"is “{value}”, which is not an id of this list", advice)
    return value


class Theme(Located):
    """A theme of recommendations."""

    id: Id
    label: Text
    scope: Prose


class Addressee(Located):
    """Who can be asked to act."""

    id: Id
    label: Text


class Action(Located):
    """One atomic thing that a passage asks for: a verbatim span, and what its words say."""

    text: Form
    cue: Form
    verb: Form
    polarity: Literal["do", "stop", "refrain"]
    addressees: Annotated[tuple[Id, ...], Field(min_length=1)]
    addressee: Form | None = None
    themes: Annotated[tuple[Id, ...], Field(min_length=1)]
    timeframe: Form | None = None
    instrument: Form | None = None


class Recommendation(Located):
    """A recommendation (R…, a whole item) or a directive in the running argument (A…, a quoted passage)."""

    id: Annotated[str, AfterValidator(_number)]
    at: Text
    quote: Form | None = None
    voice: Literal["report", "quoted", "endorsed"] = "report"
    speaker: Id | None = None
    actions: Annotated[tuple[Action, ...], Field(min_length=1)]
    context: tuple[Form, ...] = ()
    note: Sourced | None = None


class RecommendationsFile(Located):
    """editorial/recommendations.yml."""

    addressees: tuple[Addressee, ...] = ()
    themes: tuple[Theme, ...] = ()
    entries: tuple[Recommendation, ...] = ()
