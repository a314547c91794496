"""What the witness is and how it is read: source/witness.yml, divisions.yml, emendations.yml."""

from __future__ import annotations

import re
from typing import Annotated, Final, Literal

from pydantic import AfterValidator, Field

from edition.editorial.base import Exact, Form, Id, Language, Located, Name, Prose, Reading, Text, refused
from edition.model.patterns import LAST_PAGE, pattern_error

_SIGLUM: Final = re.compile(r"[A-Za-z0-9À-ÖØ-öø-˿Ͱ-ͽΆ-ϿЀ-ӿ._-]+")
_MARK: Final = re.compile(r"[^\w\s]{1,3}")
_SHA256: Final = re.compile(r"[0-9a-f]{64}")


def _pattern(value: str) -> str:
    error = pattern_error(value)
    if error:
        raise refused(
            f"is not a usable regular expression: {error}", "write plain words, with `.` or `\\d+` where they vary"
        )
    return value


def _siglum(value: str) -> str:
    if not _SIGLUM.fullmatch(value):
        raise refused(f"is “{value}”, which is not a siglum", "use a letter or a few, such as R, without spaces")
    return value


def _mark(value: str) -> str:
    if not _MARK.fullmatch(value):
        raise refused(
            f"is “{value}”, which is not a mark of emphasis", "give one to three signs that are no letters, such as “*”"
        )
    return value


def _sha256(value: str) -> str:
    if not _SHA256.fullmatch(value):
        raise refused("is not a SHA-256 checksum", "copy the 64 digits that `sha256sum` prints for the witness")
    return value


class RunningHead(Located):
    """A running head of the witness; `side` is the side of the page it is printed on.

    `pattern` is a regular expression that matches all of it; a group `page` in it is the printed page number.
    """

    side: Literal["recto", "verso"]
    pattern: Annotated[Form, AfterValidator(_pattern)]


class WitnessRecord(Located):
    """source/witness.yml: what the witness is and how to read it."""

    siglum: Annotated[str, AfterValidator(_siglum)]
    file: Text
    title: Text
    subtitle: Text | None = None
    issuing_body: Text
    issuing_body_full: Text | None = None
    language: Language
    sha256: Annotated[str, AfterValidator(_sha256)]
    obtained: Prose
    first_page: Annotated[int, Field(ge=1, le=LAST_PAGE)] = 1
    first_side: Literal["recto", "verso"] = "recto"
    running_heads: tuple[RunningHead, ...] = ()
    item_marker: Exact = "- "
    emphasis: Annotated[str, AfterValidator(_mark)] = "*"


class FrontMatter(Located):
    """A line of the front matter: the anchor it gets and the words it begins with."""

    id: Name
    label: Text
    line: Form


class DivisionEntry(Located):
    """A part of the report, found by its printed heading or, where it has none, by its first words."""

    id: Name
    title: Text
    heading: Form | None = None
    starts: Form | None = None
    slug: Id | None = None
    summary: Prose
    page: bool = True
    recommends: bool = False
    run_in: tuple[Form, ...] = ()
    parts: tuple[DivisionEntry, ...] = ()


class Divisions(Located):
    """editorial/divisions.yml."""

    front_matter: tuple[FrontMatter, ...] = ()
    divisions: Annotated[tuple[DivisionEntry, ...], Field(min_length=1)]


class Normalisation(Located):
    """A typographic change made wherever `find` occurs; `count` is how often that is."""

    id: Id
    label: Text
    find: Exact
    replace: Exact
    count: Annotated[int, Field(ge=1)]
    reason: Prose


class Emendation(Located):
    """A single corrected place: the witness's words (`lemma`) and what the edition reads."""

    id: Id
    at: Text
    lemma: Form
    reading: Reading
    reason: Prose


class TextNote(Located):
    """A note on a place that stays as it is."""

    id: Id
    at: Text
    quote: Form
    text: Prose
    kind: Text


class Emendations(Located):
    """editorial/emendations.yml."""

    normalisations: tuple[Normalisation, ...] = ()
    emendations: tuple[Emendation, ...] = ()
    notes: tuple[TextNote, ...] = ()
