"""Sources, exclusions, and the records of the edition and its citation."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import StringConstraints

from edition.editorial.base import Detector, Edtf, Form, Id, Located, Place, Sourced, Text


class Reading(StrEnum):
    """What was opened: the original itself, its text as somebody else publishes it, or somebody's account of it."""

    ORIGINAL = "original"
    COPY = "copy"
    REPORT = "report-of-it"


class Original(Located):
    """What a statement rests on; the address is the official one, whether or not it was opened."""

    title: Text
    body: Text
    date: Edtf | None = None
    url: Text | None = None


class Opened(Located):
    """Where a copy or a report of the original was read."""

    title: Text | None = None
    body: Text
    date: Edtf | None = None
    url: Text


class Source(Located):
    """A public source of the editors' statements: what they rest on, and what was read."""

    id: Id
    original: Original
    read: Text
    read_at: Opened | None = None
    kind: Literal["official", "party", "reference", "news", "scholarly"]
    verified: str


class SourcesFile(Located):
    """A file of editorial/sources/."""

    sources: tuple[Source, ...] = ()


class Exclusion(Located):
    """Something a detector finds and no index needs, with the reason."""

    detector: Detector
    form: Form
    at: Text | None = None
    reason: str


class ExclusionsFile(Located):
    """A file of editorial/exclusions/."""

    exclusions: tuple[Exclusion, ...] = ()


class KeyedText(Located):
    """A heading and its words, for the home page."""

    title: Text
    text: Text


class Foreign(Located):
    """Words of another language than the report's, as printed, and the language (BCP 47)."""

    form: Form
    lang: Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]+)*$")]


class EditionRecord(Located):
    """editorial/edition.yml: the words of the site that are neither the report's nor the engine's."""

    site_name: Text
    description: Text
    lead: Text
    voice: Text
    notice: Text
    editors: tuple[Text, ...] = ()
    responsibility: Text | None = None
    corrections: Text | None = None
    complete: tuple[Detector, ...] = ()
    inferred_date: Text | None = None
    inferred_date_from: tuple[Place, ...] = ()
    about: tuple[KeyedText, ...] = ()
    languages: tuple[Foreign, ...] = ()


class CitationRecord(Located):
    """editorial/citation.yml: what a citation needs beyond the witness and the edition's record."""

    id: Id | None = None
    short_title: Text | None = None
    genre: Text = "Report"
    place: Sourced | None = None
    abstract: Text | None = None
    keywords: tuple[Text, ...] = ()
    url: Text | None = None
