"""The timeline: editorial/timeline.yml."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from edition.editorial.base import Form, Id, Located, Place, Prose, Sourced, Text


class Ground(StrEnum):
    """The basis for a date."""

    STATED = "stated"
    INFERABLE = "inferable"
    SUPPLIED = "supplied"


class Category(Located):
    """A category of events."""

    id: Id
    label: Text
    scope: Prose | None = None


class Disagreement(Located):
    """Another event whose statement conflicts with this one."""

    event: Id
    why: Prose


class Locus(Place):
    """Where the report names an event or a date; `link`, inside the form, are the words that are linked in the text."""

    link: Form | None = None


class Event(Located):
    """An event of the timeline."""

    id: Id
    title: Text
    edtf: Text
    ground: Ground
    category: Id
    target: bool = False
    loci: Annotated[tuple[Locus, ...], Field(min_length=1)]
    from_: tuple[Place, ...] = Field(default=(), alias="from")
    sources: tuple[Id, ...] = ()
    note: Sourced | None = None
    disagrees: tuple[Disagreement, ...] = ()


class TimelineFile(Located):
    """editorial/timeline.yml."""

    categories: tuple[Category, ...] = ()
    events: tuple[Event, ...] = ()
