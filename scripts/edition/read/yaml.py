"""YAML read with positions kept: every mapping comes out with the place it stands at.

Built on ruamel.yaml (YAML 1.2), which keeps line and column of each key and item.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from pydantic import ValidationError
from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.constructor import DuplicateKeyError
from ruamel.yaml.error import MarkedYAMLError, YAMLError

from edition.editorial import Located
from edition.model.diagnostics import Diagnostic, Where

L = TypeVar("L", bound=Located)


@dataclass(frozen=True)
class YamlFile:
    """A parsed file: its path, and its content with ruamel's positions."""

    file: str
    content: Any

    def where(self, path: tuple[int | str, ...]) -> Where:
        """The place of the value at `path`, or of the innermost mapping on the way to it."""
        node, place = self.content, Where(self.file)
        for step in path:
            found = _position(node, step)
            if found is None:
                break
            place = Where(self.file, found[0] + 1, found[1] + 1)
            node = node[step]
        return place


def _position(node: Any, step: int | str) -> tuple[int, int] | None:
    if isinstance(node, CommentedMap) and step in node:
        key: tuple[int, int] = node.lc.key(step)
        return key
    if isinstance(node, CommentedSeq) and isinstance(step, int) and step < len(node):
        item: tuple[int, int] = node.lc.item(step)
        return item
    return None


def parse_yaml(file: str, text: str) -> tuple[YamlFile | None, list[Diagnostic]]:
    """Parse `text`; a fault of YAML itself is a diagnostic with its place."""
    reader = YAML(typ="rt")
    reader.version = (1, 2)
    try:
        content = reader.load(text)
    except DuplicateKeyError as error:
        return None, [_yaml_fault(file, error, "Y004", "remove one of the two")]
    except MarkedYAMLError as error:
        return None, [_yaml_fault(file, error, "Y001", "mend the YAML there; quote strings that hold “: ” or “#”")]
    except YAMLError as error:
        return None, [Diagnostic(Where(file), "Y001", _one_line(str(error)), "save the file as plain YAML text")]
    if not isinstance(content, CommentedMap):
        return None, [Diagnostic(Where(file), "Y001", "the file holds no mapping", "begin it with its documented keys")]
    return YamlFile(file, content), []


def _yaml_fault(file: str, error: MarkedYAMLError, code: str, advice: str) -> Diagnostic:
    mark = error.problem_mark or error.context_mark
    where = Where(file, mark.line + 1, mark.column + 1) if mark else Where(file)
    return Diagnostic(where, code, _one_line(error.problem or error.context or "not YAML"), advice)


def _one_line(message: str) -> str:
    return " ".join(message.split("\n", 1)[0].split())


def validated(source: YamlFile, model: type[L]) -> tuple[L | None, list[Diagnostic]]:
    """The file's content as `model`, or every way in which it isn't one, each with its place."""
    try:
        return model.model_validate(_plain(source.content, source, ())), []
    except ValidationError as error:
        return None, [_model_fault(source, dict(item)) for item in error.errors()]


def _plain(node: Any, source: YamlFile, path: tuple[int | str, ...]) -> Any:
    if isinstance(node, CommentedMap):
        here = source.where(path)
        return {"where": here, **{str(k): _plain(v, source, (*path, k)) for k, v in node.items()}}
    if isinstance(node, CommentedSeq):
        return [_plain(item, source, (*path, index)) for index, item in enumerate(node)]
    return node


def _model_fault(source: YamlFile, error: Mapping[str, Any]) -> Diagnostic:
    path = tuple(error["loc"])
    where, key = source.where(path), ".".join(str(step) for step in path)
    if error["type"] == "extra_forbidden":
        return Diagnostic(
            where, "Y003", f"unknown key “{path[-1]}”", "see editorial/README.md for the keys, or remove it"
        )
    if error["type"] == "missing":
        return Diagnostic(where, "Y002", f"“{key}” is missing", "add it; editorial/README.md shows the form")
    message = f"“{key}”: {error['msg'][0].lower()}{error['msg'][1:]}"
    return Diagnostic(where, "Y002", message, "give it the form shown in editorial/README.md")
