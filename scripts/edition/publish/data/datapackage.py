"""A Frictionless Data Package (specification v1) of the data files: what each is, its fields, size and checksum."""

from __future__ import annotations

import hashlib
import types
from collections.abc import Mapping
from typing import Any, Final, Union, get_args, get_origin

from edition.publish.citation.record import record
from edition.publish.data.records import Record
from edition.publish.data.tables import FILES
from edition.publish.markup.json import readable
from edition.publish.view import View

TYPES: Final = {str: "string", int: "integer", bool: "boolean", float: "number"}


def render(view: View, files: Mapping[str, bytes]) -> str:
    """The descriptor of the CSV and JSON files among `files` (path to content)."""
    item = record(view)
    resources = []
    for name, (model, _) in FILES.items():
        table = files[view.plan.data_file(f"{name}.csv")]
        resources.append(
            {
                "profile": "tabular-data-resource",
                **_resource(name, f"{name}.csv", "text/csv", table, model.__doc__ or ""),
                "format": "csv",
                "dialect": {"lineTerminator": "\r\n"},
                "schema": {"fields": _fields(model), "missingValues": [""]},
            }
        )
        content = files[view.plan.data_file(f"{name}.json")]
        described = _resource(f"{name}-json", f"{name}.json", "application/json", content, model.__doc__ or "")
        resources.append({"profile": "data-resource", **described, "format": "json"})
    package = {
        "profile": "data-package",
        "name": item["id"],
        "title": item["title"],
        "description": view.edition.editorial.edition.description,
        "keywords": list(view.edition.editorial.citation.keywords),
        "sources": [{"title": item["title"]}],
        "contributors": [
            {"title": item["author"][0]["literal"], "role": "author"},
            {"title": view.labels("edition.maintainers"), "role": "maintainer"},
        ],
        "resources": resources,
    }
    return readable({key: value for key, value in package.items() if value})


def _resource(name: str, path: str, media: str, content: bytes, description: str) -> dict[str, Any]:
    return {
        "name": name,
        "path": path,
        "description": description,
        "mediatype": media,
        "encoding": "utf-8",
        "bytes": len(content),
        "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
    }


def _fields(model: type[Record]) -> list[dict[str, Any]]:
    return [
        _field(info.alias or name, info.annotation, info.description or "") for name, info in model.model_fields.items()
    ]


def _field(name: str, annotation: Any, description: str) -> dict[str, Any]:
    """A field of a table (Table Schema v1). Lists and records stand in CSV as text, see the page about the data."""
    plain, optional = annotation, False
    if get_origin(annotation) in (Union, types.UnionType):
        (plain,) = (kind for kind in get_args(annotation) if kind is not type(None))
        optional = True
    field: dict[str, Any] = {"name": name, "type": TYPES.get(plain, "string"), "description": description}
    if name == "id" and not optional:
        field["constraints"] = {"required": True, "unique": True}
    return field
