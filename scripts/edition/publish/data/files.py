"""The data files: each table as JSON, as CSV, and its JSON Schema."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from edition.publish.data.tables import FILES
from edition.publish.markup.csv import table
from edition.publish.markup.json import readable
from edition.publish.markup.json import records as json_records
from edition.publish.view import View

Tables = Mapping[str, list[dict[str, Any]]]


def tables(view: View) -> Tables:
    """The records of each data file, by its name."""
    return {name: [row.model_dump(by_alias=True) for row in rows(view)] for name, (_, rows) in FILES.items()}


def render(view: View, records: Tables) -> Iterator[tuple[str, str]]:
    """Every data file and its schema; `records` as `tables` gives them."""
    for name, (model, _) in FILES.items():
        listed = records[name]
        yield view.plan.data_file(f"{name}.json"), json_records(listed)
        yield (
            view.plan.data_file(f"{name}.csv"),
            table([field.alias or key for key, field in model.model_fields.items()], (row.values() for row in listed)),
        )
        schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", "type": "array"}
        items = model.model_json_schema()
        definitions = items.pop("$defs", {})
        yield (
            view.plan.data_file(f"schema/{name}.schema.json"),
            readable(schema | {"items": items, "$defs": definitions}),
        )
