"""Sources, exclusions, and the records of the edition and its citation."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Annotated, Final, Literal

from pydantic import AfterValidator

from edition.editorial.base import (
    Detector,
    Edtf,
    Form,
    Id,
    Language,
    Located,
    Place,
    Prose,
    Sourced,
    Text,
    Url,
    refused,
)
from edition.model.characters import in_one_line
from edition.model.dates import read_edtf

_PLAIN_DATE: Final = re.compile(r"[0-9]{4}(-[0-9]{2}){0,2}")


class Reading(StrEnum):
    """What was opened: the original itself, its text as somebody else publishes it, or somebody's account of it."""

    ORIGINAL = "original"
    COPY = "copy"
    REPORT = "report-of-it"


class Original(Located):
    """What a statement is based on; the address is the official one, whether or not it was opened."""

    title: Text
    body: Text
    date: Edtf | None = None
    url: Url | None = None


class Opened(Located):
    """Where a copy or a report of the original was read."""

    title: Text | None = None
    body: Text
    date: Edtf | None = None
    url: Url


class Source(Located):
    """A public source of the editors' statements: what they are based on, and what was read."""

    id: Id
    original: Original
    read: Reading
    read_at: Opened | None = None
    kind: Literal["official", "party", "reference", "news", "scholarly"]
    verified: Prose


class SourcesFile(Located):
    """A file of editorial/sources/."""

    sources: tuple[Source, ...] = ()


def _reason(value: str) -> str:
    words = in_one_line(value)
    if not words:
        raise refused("is empty", "say in a few words why no index needs it", "C006")
    return words


class Exclusion(Located):
    """Something a detector finds and no index needs, with the reason."""

    detector: Detector
    form: Form
    at: Text | None = None
    reason: Annotated[str, AfterValidator(_reason)]


class ExclusionsFile(Located):
    """A file of editorial/exclusions/."""

    exclusions: tuple[Exclusion, ...] = ()


class KeyedText(Located):
    """A heading and its words, for the home page."""

    title: Text
    text: Prose


class Foreign(Located):
    """Words of another language than the report's, as printed, and the language (BCP 47)."""

    form: Form
    lang: Language


def _plain_date(value: str) -> str:
    try:
        good = _PLAIN_DATE.fullmatch(value) and read_edtf(value)
    except ValueError:
        good = None
    if not good:
        raise refused(
            f"is “{value}”, which is not a plain date",
            "write the year, month or day: 2021, 2021-11, 2021-11-16",
            "D001",
        )
    return value


class EditionRecord(Located):
    """editorial/edition.yml: the words of the site that are neither the report's nor the engine's."""

    site_name: Text
    description: Prose
    lead: Prose
    voice: Prose
    notice: Prose
    editors: tuple[Text, ...] = ()
    responsibility: Prose | None = None
    corrections: Prose | None = None
    complete: tuple[Detector, ...] = ()
    inferred_date: Annotated[str, AfterValidator(_plain_date)] | None = None
    inferred_date_from: tuple[Place, ...] = ()
    about: tuple[KeyedText, ...] = ()
    languages: tuple[Foreign, ...] = ()


class CitationRecord(Located):
    """editorial/citation.yml: what a citation needs beyond the witness and the edition's record."""

    id: Id | None = None
    short_title: Text | None = None
    genre: Text = "Report"
    place: Sourced | None = None
    abstract: Prose | None = None
    keywords: tuple[Text, ...] = ()
    url: Url | None = None
