"""YAML read with places: every key, value and item has its line and column.

The events of PyYAML's parser (libyaml) are read, not its values: what a plain scalar means is decided by the model
that it is for (`edition.editorial.base`), so that `no`, `1899` or `2021-09` are words where words are wanted. Of
YAML 1.2 the files use mappings with words as keys, lists, scalars, comments and aliases of scalars; all else is
refused.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final, TypeVar

import yaml
from pydantic import ValidationError
from yaml.events import (
    AliasEvent,
    CollectionEndEvent,
    DocumentStartEvent,
    Event,
    MappingStartEvent,
    ScalarEvent,
    SequenceStartEvent,
)

from edition.editorial import Located
from edition.editorial.base import Plain
from edition.model.characters import unfit
from edition.model.diagnostics import Diagnostic, Where
from edition.read.messages import model_error, yaml_error

L = TypeVar("L", bound=Located)

DEPTH: Final = 32
MOST_ERRORS: Final = 20
_NULL: Final = frozenset({"", "~", "null", "Null", "NULL"})
_BOM: Final = "\ufeff"


def _begin_of(event: Event) -> tuple[int, int]:
    """Line and column, from 1, at which an event begins."""
    mark = event.start_mark
    assert mark is not None
    return mark.line + 1, mark.column + 1


class Node:
    """A value of a file with its place. `value` is what models read; `parts` are the nodes that it holds."""

    __slots__ = ("column", "keys", "line", "parts", "value")

    def __init__(self, event: Event, value: Any, parts: dict[str | int, Node] | None = None) -> None:
        self.line, self.column = _begin_of(event)
        self.value = value
        self.parts = parts
        self.keys: dict[str, tuple[int, int]] = {}

    def find(self, path: tuple[str | int, ...]) -> tuple[int, int] | None:
        """Line and column of the value at `path`; None where there is none."""
        node: Node | None = self
        for step in path:
            node = node.parts.get(step) if node and node.parts else None
        return (node.line, node.column) if node else None


@dataclass(frozen=True)
class YamlFile:
    """A parsed file: its path and its content with places."""

    file: str
    content: Node

    def where(self, path: tuple[int | str, ...], key: bool = False) -> Where:
        """The place of the value at `path` (of its `key`), or of the innermost mapping or list on the way to it."""
        node, place = self.content, (self.content.line, self.content.column)
        for index, step in enumerate(path):
            found = node.parts.get(step) if node.parts else None
            if found is None:
                break
            # A mapping or list under a key is found at the key: its own beginning is the key of something else.
            at_key = isinstance(step, str) and (found.parts is not None or (key and index == len(path) - 1))
            place = node.keys[str(step)] if at_key else (found.line, found.column)
            node = found
        return Where(self.file, *place)


class _Builder:
    """Builds nodes from events, without recursion, and collects what is refused."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.root: Node | None = None
        self.errors: list[Diagnostic] = []
        self.documents = 0
        self._open: list[Node] = []
        self._keys: list[tuple[str, Event] | None] = []
        self._anchors: dict[str, Node | None] = {}

    def refuse(self, event: Event, message: str, advice: str, code: str = "Y009") -> None:
        self.errors.append(Diagnostic(Where(self.file, *_begin_of(event)), code, message, advice))

    def read(self, event: Event) -> bool:
        """Take in one event; False where reading on makes no sense."""
        if len(self.errors) >= MOST_ERRORS:
            return False
        if isinstance(event, ScalarEvent):
            self._scalar(event)
        elif isinstance(event, MappingStartEvent | SequenceStartEvent):
            return self._begin(event)
        elif isinstance(event, CollectionEndEvent):
            self._open.pop()
            self._keys.pop()
        elif isinstance(event, AliasEvent):
            self._alias(event)
        elif isinstance(event, DocumentStartEvent):
            self.documents += 1
            if self.documents > 1:
                self.refuse(event, "a second document begins here", "remove the line “---”, or make two files")
                return False
        return True

    def _scalar(self, event: ScalarEvent) -> None:
        self._tagged(event)
        plain = not event.style
        value = None if plain and event.value in _NULL else Plain(event.value) if plain else event.value
        if event.style == '"':
            for _, name in unfit(event.value):
                self.refuse(
                    event, f"the text holds {name} as an escape", "remove it: not all formats can hold it", "F009"
                )
        node = Node(event, value)
        if event.anchor:
            self._anchors[event.anchor] = node
        self._add(event, node)

    def _begin(self, event: MappingStartEvent | SequenceStartEvent) -> bool:
        self._tagged(event)
        if event.anchor:
            self._anchors[event.anchor] = None
        if len(self._open) == DEPTH:
            self.refuse(event, f"values are nested more than {DEPTH} deep", "close the brackets before this one")
            return False
        node = Node(event, {} if isinstance(event, MappingStartEvent) else [], {})
        if isinstance(node.value, dict):
            line, column = self._place(node)
            node.value["where"] = Where(self.file, line, column, inside=node)
        self._add(event, node)
        self._open.append(node)
        self._keys.append(None)
        return True

    def _place(self, node: Node) -> tuple[int, int]:
        key = self._keys[-1] if self._keys else None
        return _begin_of(key[1]) if key else (node.line, node.column)

    def _alias(self, event: AliasEvent) -> None:
        name = event.anchor or ""
        found = self._anchors.get(name)
        if found is None:
            known = name in self._anchors
            message = f"“*{name}” repeats a list or mapping" if known else f"there is no anchor “&{name}”"
            self.refuse(event, message, "write the values out, or quote the text if the star belongs to it")
        self._add(event, Node(event, found.value if found else None))

    def _tagged(self, event: ScalarEvent | MappingStartEvent | SequenceStartEvent) -> None:
        if event.tag is not None:
            advice = "remove it, or quote the text if the exclamation mark belongs to it"
            self.refuse(event, f"the tag “{event.tag}” is not used here", advice)

    def _add(self, event: Event, node: Node) -> None:
        """Put a value where it belongs: into the list, under the pending key, or as the next key."""
        if not self._open:
            self.root = node
            return
        parent = self._open[-1]
        assert parent.parts is not None
        if isinstance(parent.value, list):
            parent.parts[len(parent.value)] = node
            parent.value.append(node.value)
            return
        key = self._keys[-1]
        if key is None:
            self._keys[-1] = (self._key(parent, event, node), event)
            return
        name, _ = key
        parent.parts[name] = node
        parent.value[name] = node.value
        self._keys[-1] = None

    def _key(self, parent: Node, event: Event, node: Node) -> str:
        name = node.value
        place = (node.line, node.column)
        if not isinstance(name, str) or not isinstance(event, ScalarEvent):
            self.refuse(
                event, "a key that is not a word", "write a word and a colon; see editorial/README.md for the keys"
            )
            return f"?{node.line}:{node.column}"
        if name == "<<":
            self.refuse(event, "“<<” (merging mappings) is not used here", "write the keys out")
        elif name == "where":
            self.refuse(event, "unknown key “where”", "remove it; see editorial/README.md for the keys", "Y003")
            return f"?{node.line}:{node.column}"
        elif name in parent.keys:
            line = parent.keys[name][0]
            self.refuse(event, f"the key “{name}” is already used in line {line}", "remove one of the two", "Y004")
        parent.keys[str(name)] = place
        return str(name)


def parse_yaml(file: str, text: str) -> tuple[YamlFile | None, list[Diagnostic]]:
    """Parse `text`, the content of `file`; what is wrong with the YAML itself comes back as diagnostics with places."""
    errors = list(_characters(file, text))
    if errors:
        return None, errors
    builder = _Builder(file)
    try:
        for event in yaml.parse(text, Loader=yaml.CSafeLoader):
            if not builder.read(event):
                break
    except yaml.YAMLError as error:
        return None, [*builder.errors, yaml_error(file, text, error)]
    if builder.errors:
        return None, builder.errors
    root = builder.root
    if root is None or not isinstance(root.value, dict):
        message, advice = (
            "the file is not a mapping",
            "begin it with the keys that editorial/README.md shows, as `key: value`",
        )
        return None, [Diagnostic(Where(file, root.line, root.column) if root else Where(file), "Y001", message, advice)]
    return YamlFile(file, root), []


def _characters(file: str, text: str) -> Iterator[Diagnostic]:
    """The first character of each line that a file of text cannot hold."""
    if next(unfit(text.replace("\r", "")), None) is None and _BOM not in text:
        return
    for number, line in enumerate(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"), start=1):
        found = next(unfit(line), None) or ((line.index(_BOM), "U+FEFF") if _BOM in line else None)
        if found:
            where = Where(file, number, found[0] + 1)
            yield Diagnostic(where, "F009", f"the character {found[1]} cannot be part of a text", "remove it")


def validated(source: YamlFile, model: type[L]) -> tuple[L | None, list[Diagnostic]]:
    """The file's content as `model`, or every way in which it isn't one, each with its place."""
    try:
        return model.model_validate(source.content.value), []
    except ValidationError as error:
        found = []
        for item in error.errors(include_url=False):
            path = tuple(item["loc"])
            found.append(model_error(source.where(path, key=item["type"] == "extra_forbidden"), model, dict(item)))
        return None, found
