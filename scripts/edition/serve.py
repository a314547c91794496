"""Serving the site while it is edited: watch the sources, rebuild, and let mkdocs reload."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterable
from pathlib import Path

WATCHED = ("source", "editorial", "scripts")
PAUSE = 0.5


def serve(root: Path, address: str) -> int:
    """Build and serve below `root` at `address` until interrupted.

    Each change below source/, editorial/ or scripts/ starts `edition build` in a process of its own, so that a change
    of the engine counts too; faults are printed and the site stays as it was.
    """
    if _build(root) != 0:
        return 1
    command = [sys.executable, "-m", "mkdocs", "serve", "--quiet", "--dev-addr", address]
    site = subprocess.Popen(command, cwd=root)
    print(f"The edition is served at http://{address}/ (stop with Ctrl-C)", flush=True)
    seen = _stamps(root)
    try:
        while site.poll() is None:
            time.sleep(PAUSE)
            now = _stamps(root)
            if now != seen:
                seen = now
                _build(root)
    except KeyboardInterrupt:
        print()
    finally:
        site.terminate()
        site.wait()
    return 0


def _build(root: Path) -> int:
    return subprocess.run([sys.executable, "-m", "edition", "--root", str(root), "build"], check=False).returncode


def _stamps(root: Path) -> dict[Path, int]:
    return {path: path.stat().st_mtime_ns for path in _files(root)}


def _files(root: Path) -> Iterable[Path]:
    for folder in WATCHED:
        yield from sorted(path for path in (root / folder).rglob("*") if path.suffix in {".py", ".yml", ".txt"})
