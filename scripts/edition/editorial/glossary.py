"""The glossary: editorial/glossary/."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field

from edition.editorial.base import Form, Id, Located, Place, Prose, Sourced, Text


class Exception_(Place):
    """A place where a variant does not mean its entry."""

    reason: Prose


class Sense(Place):
    """What a headword means in the report, in the editors' attributed words, and the passage that carries it."""

    sense: Prose


class Reported(Place):
    """A place where the report gives a person's words."""

    how: Literal["quotation", "paraphrase"]


class Contrast(Located):
    """A look-alike, and why it is not the same."""

    entry: Id
    why: Prose


class EntryKind(StrEnum):
    """The six kinds of glossary entries."""

    CONCEPT = "concept"
    PERSON = "person"
    ORGANISATION = "organisation"
    DOCUMENT = "document"
    PLACE = "place"
    ISSUE = "issue"


class Entry(Located):
    """A glossary entry."""

    id: Id
    headword: Text
    sort: Text | None = None
    variants: tuple[Form, ...] = ()
    mentions: tuple[Place, ...] = ()
    except_: tuple[Exception_, ...] = Field(default=(), alias="except")
    link: bool = True
    senses: Annotated[tuple[Sense, ...], Field(min_length=1)]
    office: tuple[Place, ...] = ()
    reported: tuple[Reported, ...] = ()
    expansion: Sourced | None = None
    note: Sourced | None = None
    see: tuple[Id, ...] = ()
    contrast: tuple[Contrast, ...] = ()

    @property
    def order(self) -> str:
        """The key entries are put in order by."""
        return (self.sort or self.headword).strip("“”\"'‘’").casefold()


class GlossaryFile(Located):
    """A file of editorial/glossary/."""

    kind: EntryKind
    entries: tuple[Entry, ...] = ()
