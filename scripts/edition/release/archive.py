"""ZIP files whose bytes depend on their content alone."""

from __future__ import annotations

import io
import time
import zipfile
from collections.abc import Collection, Mapping
from typing import Final

EARLIEST: Final = 315_532_800  # 1 January 1980, the first day a ZIP can name.


def pack(files: Mapping[str, bytes], epoch: int, stored: Collection[str] = ()) -> bytes:
    """The files by path, in their order, all with the time `epoch`; those in `stored` are not compressed."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, content in files.items():
            entry = zipfile.ZipInfo(name, time.gmtime(max(epoch, EARLIEST))[:6])
            entry.compress_type = zipfile.ZIP_STORED if name in stored else zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            entry.create_system = 3
            archive.writestr(entry, content)
    return packed.getvalue()
