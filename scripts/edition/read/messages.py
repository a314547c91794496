"""What is wrong with a YAML file, in words: errors of the YAML itself, and of values against their model."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping
from typing import Any, Final, get_args

from pydantic import BaseModel

from edition.editorial.examples import EXAMPLES
from edition.model.diagnostics import Diagnostic, Where

README: Final = "see editorial/README.md"

# What the parser (libyaml) says, as a reader of YAML would say it, and what to do.
_SAID: Final = (
    ("mapping values are not allowed", "a second “: ” in one value", "put the text in quotes"),
    ("could not find expected ':'", "a line that is neither `key: value` nor `- item`", "indent it, or add the colon"),
    ("did not find expected ',' or", "a bracket or brace is not closed, or a comma is missing", "add what is missing"),
    ("found unexpected end of stream", "a quotation mark is not closed", "close it"),
    ("did not find expected key", "the line does not fit in here", "check its indentation and quotation marks"),
    ("did not find expected '-'", "an item of a list does not begin with “- ”", "check its indentation"),
    (
        "cannot start any token",
        "a value begins with a tab, or with one of @ ` % ",
        "indent with spaces; quote the text",
    ),
    ("found undefined tag", "a tag that is not declared", "remove it, or put the text in quotes"),
    ("unknown escape", "an unknown escape in double quotes", "use single quotes, or write \\\\ for a backslash"),
)

# Types of pydantic's errors: what is wrong, and what to do.
_WRONG: Final = {
    "string_type": ("is not text", "write words after the colon, in quotes if they hold “: ” or “#”"),
    "string_too_short": ("is empty", "write it, or remove the key"),
    "too_short": ("is an empty list", "give it at least one item"),
    "tuple_type": ("is not a list", "write `[one, two]`, or one item a line, each after “- ”"),
    "model_type": ("is not a mapping", "write `key: value` lines under it, or `{key: value, …}`"),
    "bool_type": ("is neither true nor false", "write true or false, without quotes"),
    "bool_parsing": ("is neither true nor false", "write true or false, without quotes"),
    "int_type": ("is not a whole number", "write digits, without quotes"),
    "int_parsing": ("is not a whole number", "write digits, without quotes"),
    "greater_than_equal": ("is less than {ge}", "correct the number"),
    "less_than_equal": ("is more than {le}", "correct the number"),
}


def yaml_error(file: str, text: str, error: Exception) -> Diagnostic:
    """The diagnostic for what the parser refuses in `text`."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    where = Where(file, *_within(text, mark.line + 1, mark.column + 1)) if mark else Where(file)
    said = " ".join(str(getattr(error, "problem", None) or getattr(error, "reason", None) or error).split())
    for words, message, advice in _SAID:
        if words in said:
            return Diagnostic(where, "Y001", message, advice)
    return Diagnostic(where, "Y001", said, "correct the YAML; put text that holds “: ” or “#” in quotes")


def _within(text: str, line: int, column: int) -> tuple[int, int]:
    """The place, or the end of the last line where it is behind the end of the text."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").rstrip("\n").split("\n")
    return (line, column) if line <= len(lines) else (len(lines), len(lines[-1]) + 1)


def model_error(where: Where, model: type[BaseModel], error: Mapping[str, Any]) -> Diagnostic:
    """The diagnostic for one of pydantic's errors, `where` it is, in a file of the kind `model`."""
    path, kind, context = error["loc"], error["type"], error.get("ctx", {})
    names = [step for step in path if isinstance(step, str)]
    key = names[-1] if names else "the file"
    if kind == "extra_forbidden":
        keys = [*_keys(model, path[:-1])]
        near = difflib.get_close_matches(key, keys, 1)
        advice = f"did you mean “{near[0]}”?" if near else f"the keys here are {', '.join(keys)}"
        return Diagnostic(where, "Y003", f"unknown key “{key}”", advice)
    if kind == "missing":
        return Diagnostic(where, "Y002", f"“{key}” is missing", f"add it, such as {example(key)}")
    subject = f"an item of “{key}”" if path and isinstance(path[-1], int) else f"“{key}”"
    if "advice" in context:
        return Diagnostic(where, context["code"], f"{subject} {context['message']}", context["advice"])
    if kind in ("enum", "literal_error"):
        allowed = context["expected"].replace("'", "").replace(" or ", ", ")
        return Diagnostic(where, "Y002", f"{subject} is not one of {allowed}", "use one of these words")
    if error["input"] is None:
        return Diagnostic(where, "Y002", f"{subject} is empty", f"write it, such as {example(key)}")
    said, advice = _WRONG.get(kind, (f"does not have the right form ({error['msg']})", README))
    return Diagnostic(where, "Y002", f"{subject} {said.format(**context)}", advice)


def example(key: str) -> str:
    """The right form of a key, short enough for a message."""
    return f"`{key}: {EXAMPLES[key]}`" if key in EXAMPLES else f"`{key}: …` ({README})"


def _keys(model: type[BaseModel], path: tuple[str | int, ...]) -> Iterator[str]:
    """The keys that the mapping at `path` of a file of the kind `model` may have."""
    for step in path:
        if isinstance(step, str):
            field = next((f for name, f in model.model_fields.items() if step in (name, f.alias)), None)
            inner = next(_models(field.annotation), None) if field else None
            if inner is None:
                return
            model = inner
    yield from (field.alias or name for name, field in model.model_fields.items() if name != "where")


def _models(annotation: Any) -> Iterator[type[BaseModel]]:
    """The models that an annotation (`tuple[Entry, ...]`, `Sourced | None`) is about."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for argument in get_args(annotation):
        yield from _models(argument)
