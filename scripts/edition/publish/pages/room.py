"""How much of something that grows a drawing or a table may show, so that a page stays within its size."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable


def rows_that_fit(sizes: Iterable[tuple[int, int]], room: int, most: int) -> int:
    """How many rows fit into `room` bytes, `most` at most: `sizes` are (row from 1, bytes), in any order."""
    rows: Counter[int] = Counter()
    for row, size in sizes:
        rows[row] += size
    total = 0
    for row in sorted(rows):
        total += rows[row]
        if total > room or row > most:
            return row - 1
    return max(rows, default=0)
