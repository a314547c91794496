"""What all of the editors' files share: kinds of values, the place of a mapping, quotations, sourced statements.

Kinds of text: `Text` is one line (titles, labels, headwords); `Prose` may have several, which count as one; `Form` is
words as printed, to the letter; `Exact` is any characters in one line, spaces at the ends too.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import Annotated, Any, Final, Literal
from urllib.parse import urlsplit

from pydantic import AfterValidator, BaseModel, ConfigDict, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from edition.model.characters import in_one_line
from edition.model.dates import read_edtf
from edition.model.diagnostics import Where
from edition.model.languages import language_error
from edition.model.slugs import slug

_ID: Final = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_NAME: Final = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
# RFC 3986, section 2: the characters of an address.
_ADDRESS: Final = re.compile(r"[A-Za-z0-9\-._~:/?#\[\]@!$&'()*+,;=%]+")
_TRUE: Final = frozenset({"true", "True", "TRUE"})
_FALSE: Final = frozenset({"false", "False", "FALSE"})
_WHOLE: Final = re.compile(r"[-+]?[0-9]{1,9}")


class Plain(str):
    """A scalar written without quotes: the only form in which YAML has numbers, true and false."""

    __slots__ = ()


def refused(message: str, advice: str, code: str = "Y002") -> PydanticCustomError:
    """An error of a value: what is wrong as a predicate (`is not an id`), what to do, and the code to report."""
    return PydanticCustomError("refused", "{message}: {advice}", {"message": message, "advice": advice, "code": code})


def _id(value: str) -> str:
    if not _ID.fullmatch(value):
        advice = "use lower-case letters a to z, digits and single hyphens between them"
        raise refused(f"is “{value}”, which is not an id", advice + (f", such as {slug(value)}" if slug(value) else ""))
    return value


def _name(value: str) -> str:
    if not _NAME.fullmatch(_id(value)):
        raise refused(f"is “{value}”, which begins with a digit", "begin it with a letter, as XML requires of ids")
    return value


def _one_line(value: str) -> str:
    if "\n" in value or "\t" in value:
        raise refused("holds a line break or a tab", "write it in one line, or fold longer text with “>-”")
    return value


def _text(value: str) -> str:
    return _visible(_one_line(value.strip()))


def _prose(value: str) -> str:
    return _visible(in_one_line(value))


def _form(value: str) -> str:
    if _visible(_one_line(value)) != value.strip():
        raise refused("begins or ends with a space", "remove it")
    return value


def _visible(value: str) -> str:
    if not any(unicodedata.category(char)[0] in "LNPS" for char in value):
        raise refused(
            "is empty" if not value.strip() else "shows nothing", "write it, or leave the key out if it is optional"
        )
    return value


def _edtf(value: str) -> str:
    try:
        read_edtf(value)
    except ValueError as error:
        raise refused(f"is “{value}”, {error}", DATE_ADVICE, "D001") from error
    return value


def _url(value: str) -> str:
    try:
        parts = urlsplit(value)
        good = parts.scheme in ("http", "https") and bool(parts.hostname) and "@" not in parts.netloc
        good = good and (parts.port or 1) > 0
    except ValueError:
        good = False
    if not good:
        raise refused(f"is “{value}”, which is not a web address", "give one that begins with https:// or http://")
    if not _ADDRESS.fullmatch(value):
        advice = "copy the address from the browser’s address bar, where other characters are percent-encoded"
        raise refused(f"is “{value}”, which has characters that an address cannot have", advice)
    return value


def _language(value: str) -> str:
    error = language_error(value)
    if error:
        raise refused(f"is “{value}”, which {error}", "use a tag such as en, fr, pt-BR or zh-Hant")
    return value


DATE_ADVICE: Final = "write it as ISO 8601-2: 2021, 2021-09, 2021-09-10, 2017/2021, 2030~, ../2060"

Id = Annotated[str, AfterValidator(_id)]
Name = Annotated[str, AfterValidator(_name)]
Text = Annotated[str, AfterValidator(_text)]
Prose = Annotated[str, AfterValidator(_prose)]
Form = Annotated[str, AfterValidator(_form)]
Exact = Annotated[str, StringConstraints(min_length=1), AfterValidator(_one_line)]
Reading = Annotated[str, AfterValidator(_one_line)]
Edtf = Annotated[str, AfterValidator(_edtf)]
Url = Annotated[str, AfterValidator(_url)]
Language = Annotated[str, AfterValidator(_language)]
Detector = Literal["name", "abbreviation", "date", "directive"]


class Located(BaseModel):
    """A mapping of a YAML file, with its place."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    where: Where

    @model_validator(mode="before")
    @classmethod
    def _meant(cls, data: Any) -> Any:
        """Read scalars as what their fields want; a key without a value is absent where it may be."""
        if not isinstance(data, dict):
            return data
        kinds = _kinds(cls)
        return {
            key: _scalar(value, kinds[key][0]) if isinstance(value, str) and key in kinds else value
            for key, value in data.items()
            if not (value is None and key in kinds and not kinds[key][1])
        }


@cache
def _kinds(model: type[Located]) -> dict[str, tuple[Any, bool]]:
    """Of each key of a model: what kind of value its field wants, and whether it is required."""
    return {field.alias or name: (field.annotation, field.is_required()) for name, field in model.model_fields.items()}


def _scalar(value: str, wanted: Any) -> Any:
    """A scalar as YAML 1.2's core schema reads it (section 10.3.2), where a truth value or a number is wanted."""
    plain = isinstance(value, Plain)
    if wanted is bool:
        return True if plain and value in _TRUE else False if plain and value in _FALSE else [value]
    if wanted is int:
        return int(value) if plain and _WHOLE.fullmatch(value) else [value]
    return value


class Place(Located):
    """A locus and quoted words; `form`, inside the quote, narrows it."""

    at: Text
    quote: Form
    form: Form | None = None


class Sourced(Located):
    """A statement of the editors and the ids of the sources it is based on."""

    text: Prose
    sources: tuple[Id, ...] = ()
