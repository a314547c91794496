"""What all of the editors' files share: kinds of values, the place of a mapping, quotations, sourced statements."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, StringConstraints

from edition.model.dates import read_edtf
from edition.model.diagnostics import Where

Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Form = Annotated[str, StringConstraints(min_length=1)]


def _edtf(value: str) -> str:
    read_edtf(value)
    return value


Edtf = Annotated[str, AfterValidator(_edtf)]
Detector = Literal["name", "abbreviation", "date", "directive"]


class Located(BaseModel):
    """A mapping of a YAML file, with its place."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    where: Where


class Place(Located):
    """A locus and quoted words; `form`, inside the quote, narrows it."""

    at: Text
    quote: Form
    form: Form | None = None


class Sourced(Located):
    """A statement of the editors and the ids of the sources it rests on."""

    text: Text
    sources: tuple[Id, ...] = ()
