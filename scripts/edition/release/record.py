"""What site/ was made of, so that it is not made again from the same."""

from __future__ import annotations

import hashlib
import json
import os
import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

RECORD: Final = ".site-made.json"
SETTINGS: Final = "mkdocs.yml"
FOLDERS: Final = ("docs", "overrides")
VARIABLE: Final = re.compile(r"!ENV\s*\[?\s*([A-Za-z_]\w*)")


def digest_of_inputs(root: Path, item: Mapping[str, Any], notice: str) -> str:
    """A digest of all that the site of the project at `root` depends on.

    Those are docs/, overrides/, the settings with the environment that they name, this engine, and the version of every
    package that is installed.
    """
    digest = hashlib.sha256()
    for part in _inputs(root, item, notice):
        digest.update(len(part).to_bytes(8, "big") + part)
    return digest.hexdigest()


def is_current(root: Path, inputs: str) -> bool:
    """Whether site/ was made of these inputs, and nothing in it has changed since."""
    try:
        made = json.loads((root / RECORD).read_text(encoding="utf-8"))
        return bool(made["inputs"] == inputs and made["files"] == _digests(_read(root / "site")))
    except (OSError, ValueError, KeyError, TypeError):
        return False


def keep(root: Path, inputs: str | None, site: Mapping[str, bytes]) -> None:
    """Notes that site/ is this, made of `inputs`; None where it should be made again in any case."""
    if inputs is None:
        (root / RECORD).unlink(missing_ok=True)
    else:
        made = {"inputs": inputs, "files": _digests(site)}
        (root / RECORD).write_text(json.dumps(made, indent=1) + "\n", encoding="utf-8")


def _inputs(root: Path, item: Mapping[str, Any], notice: str) -> Iterator[bytes]:
    yield json.dumps([item, notice, sys.version], sort_keys=True).encode()
    settings = (root / SETTINGS).read_text(encoding="utf-8")
    for name in ("SOURCE_DATE_EPOCH", *sorted(set(VARIABLE.findall(settings)))):
        yield f"{name}={os.environ.get(name)}".encode()
    yield settings.encode()
    for folder in sys.path:
        # Their names hold the versions.
        yield "\n".join(sorted(path.name for path in Path(folder).glob("*.dist-info"))).encode()
    for path in (*(root / name for name in FOLDERS), Path(__file__).parents[1]):
        for name, content in _read(path).items():
            if not name.endswith(".pyc"):
                yield name.encode()
                yield content


def _read(folder: Path) -> dict[str, bytes]:
    found = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def _digests(files: Mapping[str, bytes]) -> dict[str, str]:
    return {name: hashlib.sha256(content).hexdigest() for name, content in sorted(files.items())}
