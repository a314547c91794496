"""The data files: each table as JSON, as CSV, and its JSON Schema."""

from __future__ import annotations

from collections.abc import Iterator

from edition.publish.data.tables import FILES
from edition.publish.markup.csv import table
from edition.publish.markup.json import readable
from edition.publish.view import View


def render(view: View) -> Iterator[tuple[str, str]]:
    """Every data file and its schema."""
    for name, (model, rows) in FILES.items():
        listed = [row.model_dump() for row in rows(view)]
        yield view.plan.data_file(f"{name}.json"), readable(listed)
        yield view.plan.data_file(f"{name}.csv"), table(list(model.model_fields), (row.values() for row in listed))
        schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", "type": "array"}
        items = model.model_json_schema()
        definitions = items.pop("$defs", {})
        yield (
            view.plan.data_file(f"schema/{name}.schema.json"),
            readable(schema | {"items": items, "$defs": definitions}),
        )
