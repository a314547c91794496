"""The page that documents the data files."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from edition.publish.markup.blocks import heading, page, paragraph, table
from edition.publish.markup.markdown import code, joined, link, with_code
from edition.publish.plan.paths import DATA
from edition.publish.view import View

# Of each data file: what it holds, how many records, and the meaning of its fields.
Described = Mapping[str, tuple[str, int, Mapping[str, str]]]


def render(view: View, files: Described) -> Iterator[tuple[str, str]]:
    """The page; `files` describes each data file by its name."""
    labels = view.labels
    content = [
        heading(1, labels("data.title"), id="data"),
        paragraph(labels.marked("data.intro", bar=code("|"))),
    ]
    for name, (meaning, count, fields) in files.items():
        downloads = [
            link(labels("data.json"), f"{name}.json"),
            link(labels("data.csv"), f"{name}.csv"),
            link(labels("data.schema"), f"schema/{name}.schema.json"),
        ]
        records = labels.count("record", count)
        rows = ([code(field), with_code(words)] for field, words in fields.items())
        content += [
            heading(2, name, id=name),
            paragraph(
                labels.marked("data.file", meaning=with_code(meaning), records=records, files=joined(downloads, ", "))
            ),
            table([labels("data.field"), labels("data.meaning")], rows),
        ]
    meta = {"title": labels("data.title"), "description": labels("data.description")}
    yield DATA, page(meta, labels("page.generated"), content)
