"""Builds and checks at once, one of them killed, while hand-written files are saved: three rounds of `make rounds`."""

from __future__ import annotations

from pathlib import Path

from rounds import COUNTED, rounds


def test_nothing_is_lost_in_three_rounds(tmp_path: Path) -> None:
    counts = rounds(3, tmp_path)
    assert {name: counts[name] for name in COUNTED} == dict.fromkeys(COUNTED, 0)
