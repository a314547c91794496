"""ZIP files whose bytes depend on their content alone."""

from __future__ import annotations

import time
import zipfile
from pathlib import Path

EARLIEST = 315_532_800  # 1 January 1980, the first day a ZIP can name.


def write(folder: Path, name: str, epoch: int, target: Path) -> None:
    """All files below `folder`, in order of path, below the folder `name` of the ZIP, all with one time."""
    with zipfile.ZipFile(target, "w") as archive:
        for path in sorted(path for path in folder.rglob("*") if path.is_file()):
            add(archive, f"{name}/{path.relative_to(folder).as_posix()}", path.read_bytes(), epoch)


def add(archive: zipfile.ZipFile, name: str, content: bytes, epoch: int, compressed: bool = True) -> None:
    """One file, with the time `epoch`."""
    entry = zipfile.ZipInfo(name, time.gmtime(max(epoch, EARLIEST))[:6])
    entry.compress_type = zipfile.ZIP_DEFLATED if compressed else zipfile.ZIP_STORED
    entry.external_attr = 0o644 << 16
    entry.create_system = 3
    archive.writestr(entry, content)
