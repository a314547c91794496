"""A folder as a ZIP whose bytes depend on its content alone."""

from __future__ import annotations

import time
import zipfile
from pathlib import Path

EARLIEST = 315_532_800  # 1 January 1980, the first day a ZIP can name.


def write(folder: Path, name: str, epoch: int, target: Path) -> None:
    """All files below `folder`, in order of path, below the folder `name` of the ZIP, all with one time."""
    moment = time.gmtime(max(epoch, EARLIEST))[:6]
    with zipfile.ZipFile(target, "w") as archive:
        for path in sorted(path for path in folder.rglob("*") if path.is_file()):
            entry = zipfile.ZipInfo(f"{name}/{path.relative_to(folder).as_posix()}", moment)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            entry.create_system = 3
            archive.writestr(entry, path.read_bytes())
