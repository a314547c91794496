"""Builds many mutated editions, each in a process of its own, and counts what must not be.

Run by hand: `nice python tests/errors/many.py --count 2000 --sites 100`. Looked for are tracebacks, processes killed or
still running after 20 seconds, a docs/ that a refused build has changed or an accepted one left incomplete, and, of the
editions that were accepted, sites that `mkdocs build --strict` does not build.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from mutations import TINY, Files, mutated

from edition.cli import main

ROOT = Path(__file__).parent.parent.parent
PATIENCE = 20
BESIDE = {"source", "editorial", "docs", "out"}


def built(root: Path) -> tuple[int | None, str]:
    """`edition build` in its own process: exit code (None: killed after 20 s; negative: signal), what it printed."""
    child = os.fork()
    if child == 0:
        out = os.open(root / "out", os.O_CREAT | os.O_WRONLY | os.O_TRUNC)
        os.dup2(out, 1)
        os.dup2(out, 2)
        sys.stdout, sys.stderr = os.fdopen(1, "w"), os.fdopen(2, "w")
        code = 70
        try:
            code = main(["--root", str(root), "build"])
        except BaseException:
            import traceback

            traceback.print_exc()
        finally:
            sys.stdout.flush()
            sys.stderr.flush()
            os._exit(code)
    for _ in range(PATIENCE * 50):
        found, status = os.waitpid(child, os.WNOHANG)
        if found:
            return os.waitstatus_to_exitcode(status), (root / "out").read_text("utf-8", "replace")
        time.sleep(0.02)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return None, ""


def fingerprint(folder: Path) -> dict[str, str]:
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def laid_out(root: Path, files: Files) -> None:
    for folder in ("source", "editorial", "docs"):
        shutil.rmtree(root / folder, ignore_errors=True)
    for name, data in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(data)
    shutil.copytree(TINY / "docs", root / "docs")
    (root / "docs/by-hand.md").write_text("Written by hand.\n", encoding="utf-8")


def site(root: Path) -> str:
    """The site of an accepted edition, built strictly; what MkDocs says if it does not build."""
    for name in ("mkdocs.yml", "overrides"):
        target = root / name
        if not target.exists():
            (shutil.copytree if (ROOT / name).is_dir() else shutil.copy)(ROOT / name, target)
    for name in ("about", "assets"):
        shutil.copytree(ROOT / "docs" / name, root / "docs" / name, dirs_exist_ok=True)
    (root / "docs/by-hand.md").unlink()
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(root / "site")]
    env = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run(command, cwd=root, env=env, capture_output=True, text=True, check=False)
    shutil.rmtree(root / "site", ignore_errors=True)
    return "" if done.returncode == 0 else done.stdout[-1500:] + done.stderr[-3000:]


def run(options: argparse.Namespace) -> int:
    counts: Counter[str] = Counter()
    bad: list[str] = []

    def wrong(kind: str, seed: int, done: list[str], said: str = "") -> None:
        counts[kind] += 1
        bad.append(f"{kind}: seed {seed}: {done}\n{said[-1500:]}")
        print(bad[-1], flush=True)

    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        laid_out(root, {})
        old = fingerprint(root / "docs")
        for number, seed in enumerate(range(options.first, options.first + options.count), start=1):
            files, done = mutated(seed)
            if number % 100 == 1 and number > 1:
                print(f"{number - 1} editions: {dict(counts)}", flush=True)
            laid_out(root, files)
            code, said = built(root)
            now = fingerprint(root / "docs")
            beside = {path.name for path in root.iterdir()} - BESIDE - {"mkdocs.yml", "overrides"}
            beside = {name for name in beside if "lock" not in name}
            counts["refused" if code == 1 else "accepted" if code == 0 else "other"] += 1
            if code is None:
                wrong("hang", seed, done)
            elif code not in (0, 1) or "Traceback" in said:
                wrong("traceback", seed, done, said)
            elif (code == 1 and now != old) or now.get("by-hand.md") != old["by-hand.md"] or beside:
                wrong("partial write", seed, done, f"{beside}{said}")
            elif code == 0:
                if said != (again := built(root)[1]) and "0 changed" not in again:
                    wrong("partial write", seed, done, again)
                if counts["sites"] < options.sites and seed % options.each == 0:
                    counts["sites"] += 1
                    if failed := site(root):
                        wrong("site not built", seed, done, failed)
    print(f"{options.count} editions: {dict(counts)}")
    return 1 if bad else 0


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--first", type=int, default=0, help="the first seed")
    parser.add_argument("--count", type=int, default=2000, help="how many editions")
    parser.add_argument("--sites", type=int, default=100, help="how many sites of accepted editions")
    parser.add_argument("--each", type=int, default=1, help="only editions whose seed is a multiple of this")
    sys.exit(run(parser.parse_args()))
