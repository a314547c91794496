"""What the witness is and how it is read: source/witness.yml, divisions.yml, emendations.yml."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from edition.editorial.base import Form, Id, Located, Text


class RunningHead(Located):
    """A running head of the witness; `side` is the page side it stands on."""

    side: Literal["recto", "verso"]
    pattern: Form


class WitnessRecord(Located):
    """source/witness.yml: what the witness is and how to read it."""

    siglum: Text
    file: Text
    title: Text
    subtitle: Text | None = None
    issuing_body: Text
    issuing_body_full: Text | None = None
    language: Text
    sha256: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
    obtained: Text
    first_page: int = 1
    first_side: Literal["recto", "verso"] = "recto"
    running_heads: tuple[RunningHead, ...] = ()
    item_marker: Form = "- "
    emphasis: Form = "*"


class FrontMatter(Located):
    """A line of the front matter: the anchor it gets and the words it begins with."""

    id: Id
    label: Text
    line: Form


class DivisionEntry(Located):
    """A part of the report, found by its printed heading or, where it has none, by its first words."""

    id: Id
    title: Text
    heading: Form | None = None
    starts: Form | None = None
    slug: Id | None = None
    summary: Text
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
    find: Form
    replace: Form
    count: int
    reason: Text


class Emendation(Located):
    """A single mended place: the witness's words (`lemma`) and what the edition reads."""

    id: Id
    at: Text
    lemma: Form
    reading: str
    reason: Text


class TextNote(Located):
    """A note on a place that stays as it is."""

    id: Id
    at: Text
    quote: Form
    text: Text
    kind: Text


class Emendations(Located):
    """editorial/emendations.yml."""

    normalisations: tuple[Normalisation, ...] = ()
    emendations: tuple[Emendation, ...] = ()
    notes: tuple[TextNote, ...] = ()
