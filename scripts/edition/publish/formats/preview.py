"""The picture that previews of links show: the report's shape, a bar for each paragraph, as high as it is long.

A PNG (ISO/IEC 15948) with a palette of four colours. Its data are stored, not compressed: so its bytes depend on no
compressor's version.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from typing import Final

from edition.model.values import Unit
from edition.publish.view import View

WIDTH: Final = 600
HEIGHT: Final = 315
MARGIN: Final = 36
PALETTE: Final = (b"\xfb\xfa\xf6", b"\x1f\x3a\x5f", b"\x7a\x93\xb2", b"\xb4\x54\x2c")
PAPER, DARK, LIGHT, ACCENT = range(4)
PIXELS_A_BYTE: Final = 4


def render(view: View) -> Iterator[tuple[str, bytes]]:
    """The picture."""
    yield view.plan.data_file("preview.png"), png(_columns(view))


def _columns(view: View) -> list[tuple[int, int]]:
    """Height and colour of every column of pixels: chapters in two shades by turns, list items in the accent."""
    units = [unit for unit in view.edition.text.units if unit.numbered]
    tops = {division.id: number for number, division in enumerate(view.plan.tree.tops)}
    longest = max((len(unit.text) for unit in units), default=1)
    room = WIDTH - 2 * MARGIN
    columns = [(0, PAPER)] * WIDTH
    for index, unit in enumerate(units):
        first, last = (MARGIN + room * n // len(units) for n in (index, index + 1))
        height = max(3, (HEIGHT - 2 * MARGIN) * len(unit.text) // longest)
        for column in range(first, max(first + 1, last - 1)):
            columns[column] = (height, _colour(view, unit, tops))
    return columns


def _colour(view: View, unit: Unit, tops: dict[str, int]) -> int:
    if unit.kind.value == "item":
        return ACCENT
    top = view.plan.tree.top_of(view.edition.divisions[unit.division])
    return (DARK, LIGHT)[tops[top.id] % 2]


def png(columns: list[tuple[int, int]]) -> bytes:
    """A picture of upright bars on the paper's ground."""
    rows: list[bytes] = []
    tops = {height for height, _ in columns} | {0}
    for above in range(HEIGHT - MARGIN, -MARGIN, -1):
        # A row differs from the one above it only where a bar begins or all end.
        if not rows or above in tops:
            pixels = [colour if 0 < above <= height else PAPER for height, colour in columns]
            rows.append(b"\0" + bytes(_packed(pixels)))
        else:
            rows.append(rows[-1])
    header = struct.pack(">IIBBBBB", WIDTH, HEIGHT, 2, 3, 0, 0, 0)
    parts = [(b"IHDR", header), (b"PLTE", b"".join(PALETTE)), (b"IDAT", _stored(b"".join(rows))), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(*part) for part in parts)


def _packed(pixels: list[int]) -> Iterator[int]:
    for start in range(0, len(pixels), PIXELS_A_BYTE):
        four = pixels[start : start + PIXELS_A_BYTE]
        yield four[0] << 6 | four[1] << 4 | four[2] << 2 | four[3]


def _stored(data: bytes) -> bytes:
    """`data` as a zlib stream of stored blocks (RFC 1950, RFC 1951 section 3.2.4)."""
    size = 0xFFFF
    blocks = [data[start : start + size] for start in range(0, len(data), size)]
    out = b"\x78\x01"
    for number, block in enumerate(blocks, start=1):
        out += struct.pack("<BHH", number == len(blocks), len(block), len(block) ^ 0xFFFF) + block
    return out + struct.pack(">I", zlib.adler32(data))


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
