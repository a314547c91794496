"""No list has the same item twice."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import BaseModel

from edition.editorial import Located, Place
from edition.index.edition import Edition
from edition.model.diagnostics import Diagnostic
from edition.model.tracked import fold_quotes


def no_item_is_listed_twice(edition: Edition) -> Iterator[Diagnostic]:
    """Words, ids and passages are listed once; quotation marks and apostrophes count as equal."""
    yield from _within(edition.editorial)


def _within(model: BaseModel) -> Iterator[Diagnostic]:
    for name, field in type(model).model_fields.items():
        value = getattr(model, name)
        if isinstance(value, tuple):
            if isinstance(model, Located):
                yield from _repeated(model, field.alias or name, value)
            for item in value:
                if isinstance(item, BaseModel):
                    yield from _within(item)
        elif isinstance(value, BaseModel):
            yield from _within(value)


def _repeated(model: Located, key: str, items: tuple[object, ...]) -> Iterator[Diagnostic]:
    seen = set()
    for index, item in enumerate(items):
        words = _compared(item)
        if words in seen:
            shown = item if isinstance(item, str) else words[1] if words else ""
            where = item.where if isinstance(item, Located) else model.where.at(key, index)
            yield Diagnostic(where, "Y007", f"“{key}” lists “{shown}” twice", "remove one of the two")
        elif words:
            seen.add(words)


def _compared(item: object) -> tuple[str, ...] | None:
    """What is compared of an item: its words, or its passage; None for items that have an id or only fields."""
    if isinstance(item, str):
        return (fold_quotes(item),)
    if isinstance(item, Place):
        return (item.at, fold_quotes(item.quote), fold_quotes(item.form or ""))
    return None
