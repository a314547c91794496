"""The register: editorial/recommendations.yml."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Annotated, Final, Literal

from pydantic import AfterValidator, Field

from edition.editorial.base import Form, Id, Located, Prose, Sourced, Text, refused

_NUMBER: Final = re.compile(r"[RA][1-9][0-9]{0,4}")


def _number(value: str) -> str:
    if not _NUMBER.fullmatch(value):
        advice = "use R and a number for a recommendation, A and a number for another call to action, such as R12"
        raise refused(f"is “{value}”, which is not an id of this list", advice)
    return value


class RecommendationClass(StrEnum):
    """What kind of sentence an entry of the register is; each kind is counted apart."""

    DEMAND = "demand"
    PROPOSAL = "proposal"
    COMMITMENT = "commitment"
    CONDITION = "condition"
    REPORTED = "reported-position"


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
    """One atomic thing that a passage asks for: a verbatim span, and what its words say.

    `object`: a second verbatim span, where the series in the sentence leaves the object with a later verb.
    """

    text: Form
    object: Form | None = None
    cue: Form
    verb: Form
    polarity: Literal["do", "stop", "refrain"]
    addressees: Annotated[tuple[Id, ...], Field(min_length=1)]
    addressee: Form | None = None
    themes: Annotated[tuple[Id, ...], Field(min_length=1)]
    timeframe: Form | None = None
    instrument: Form | None = None

    @property
    def whole(self) -> str:
        """The words as a whole that can be read alone: the span, and after an ellipsis the object cut off from it."""
        return f"{self.text} … {self.object}" if self.object else self.text


class Recommendation(Located):
    """A recommendation (R…, a whole item) or a directive in the running argument (A…, a quoted passage)."""

    id: Annotated[str, AfterValidator(_number)]
    at: Text
    class_: Annotated[Text, Field(alias="class")]
    quote: Form | None = None
    voice: Literal["report", "quoted", "endorsed"] = "report"
    speaker: Id | None = None
    actions: Annotated[tuple[Action, ...], Field(min_length=1)]
    context: tuple[Form, ...] = ()
    note: Sourced | None = None


class Withdrawn(Located):
    """An entry that was published and is no longer one: its id and anchor stay, with the reason."""

    id: Annotated[str, AfterValidator(_number)]
    at: Text
    why: Prose


class RecommendationsFile(Located):
    """editorial/recommendations.yml."""

    addressees: tuple[Addressee, ...] = ()
    themes: tuple[Theme, ...] = ()
    entries: tuple[Recommendation, ...] = ()
    withdrawn: tuple[Withdrawn, ...] = ()
