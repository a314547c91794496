"""The glossary: editorial/glossary/."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Final, Literal

from pydantic import Field

from edition.editorial.base import Form, Id, Located, Place, Prose, Sourced, Text

_ARTICLE: Final = re.compile(r"(?:the|an|a)\s+", re.IGNORECASE)


class Exception_(Place):
    """A place where a variant does not mean its entry."""

    reason: Prose


class Definition(Located):
    """One line that says what a headword is.

    `by: report`: the report explains it, at the passage `at`, `quote`. `by: editors`: with sources, or, where any
    dictionary or atlas says it and nobody disputes it, marked as `general` knowledge.
    """

    text: Prose
    by: Literal["report", "editors"]
    at: Text | None = None
    quote: Form | None = None
    form: Form | None = None
    sources: tuple[Id, ...] = ()
    general: bool = False

    @property
    def place(self) -> Place | None:
        """The passage that carries it, where one is given."""
        if self.at is None or self.quote is None:
            return None
        return Place(where=self.where, at=self.at, quote=self.quote, form=self.form)


class Sense(Place):
    """How the report uses a headword, in the editors' attributed words, and the passage that carries it."""

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
    words: Literal["editors", "report"] = "editors"
    sort: Text | None = None
    variants: tuple[Form, ...] = ()
    mentions: tuple[Place, ...] = ()
    except_: tuple[Exception_, ...] = Field(default=(), alias="except")
    link: bool = True
    definition: Definition | None = None
    senses: tuple[Sense, ...] = ()
    office: tuple[Place, ...] = ()
    reported: tuple[Reported, ...] = ()
    expansion: Sourced | None = None
    note: Sourced | None = None
    see: tuple[Id, ...] = ()
    contrast: tuple[Contrast, ...] = ()
    same_as: tuple[Text, ...] = ()
    same_as_note: Prose | None = None

    @property
    def printed(self) -> str:
        """The headword as it is shown everywhere: in quotation marks where the words are the report's own."""
        return f"“{self.headword}”" if self.words == "report" else self.headword

    @property
    def order(self) -> str:
        """The key entries are put in order by: no quotation marks, no leading article, no capitals."""
        plain = (self.sort or self.headword).strip("“”\"'‘’")
        return _ARTICLE.sub("", plain, count=1).casefold() if _ARTICLE.match(plain) else plain.casefold()

    @property
    def gist(self) -> str:
        """What the headword is, in one line: its definition, or its first sense where it has none."""
        return self.definition.text if self.definition else next((sense.sense for sense in self.senses), "")


class GlossaryFile(Located):
    """A file of editorial/glossary/."""

    kind: EntryKind
    entries: tuple[Entry, ...] = ()
