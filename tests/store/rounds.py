"""Ten commands at once, over and over, while hand-written files are saved: counts what is lost. `make rounds`.

    python tests/store/rounds.py [ROUNDS]

Each round changes a definition, starts builds and checks of one small edition at the same moment, kills one of the
builds, and saves hand-written files meanwhile, in place and by renaming, as editors do. Then it kills one more build
while it exchanges files. It prints what it counted and ends with 1 if that is not all zero.

Every twentieth round runs the command as a user does. In the others each command is a fork of this process that looks
up what the engine makes of the two definitions instead of making it again, so that they meet at the disk more often.
"""

from __future__ import annotations

import os
import random
import shutil
import signal
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

from edition import cli
from edition.publish.everything import everything, view_of
from edition.publish.plan.paths import is_owned
from edition.store import build as store_build
from edition.store import read_inputs, read_tree
from edition.store.journal import JOURNAL

TINY = Path(__file__).parent.parent / "tiny"
COMMANDS = ("build", "check") * 5
COUNTED = (
    "hand-written files lost",
    "tracebacks",
    "wrong exit codes",
    "incomplete trees with exit 0",
    "generated trees neither old nor new",
    "leftovers",
)
PEOPLE = "editorial/glossary/people.yml"
Tree = dict[str, bytes]


def generated(docs: Path) -> Tree:
    return read_tree(docs, is_owned)


class Command:
    """The command `edition`, running: a new process, or a fork that knows what the engine `makes` of its inputs."""

    def __init__(self, root: Path, name: str, makes: Mapping[str, Tree] | None = None) -> None:
        self.output = tempfile.TemporaryFile()  # noqa: SIM115  # It is read when the command has ended.
        self.name = name
        arguments = ["--root", str(root), name]
        if makes is None:
            command = [sys.executable, "-m", "edition", *arguments]
            self.pid = os.posix_spawn(sys.executable, command, os.environ, file_actions=self._to_output())
        else:
            self.pid = os.fork()
            if not self.pid:
                self._run(arguments, makes)

    def _to_output(self) -> list[tuple[int, int, int]]:
        return [(os.POSIX_SPAWN_DUP2, self.output.fileno(), number) for number in (1, 2)]

    def _run(self, arguments: list[str], makes: Mapping[str, Tree]) -> None:
        for number in (1, 2):
            os.dup2(self.output.fileno(), number)
        sys.stdout, sys.stderr = (os.fdopen(number, "w", encoding="utf-8") for number in (1, 2))
        for module in (cli, store_build):
            module.__dict__.update(
                assembled=lambda inputs: inputs[PEOPLE].decode(),
                view_of=lambda sense: sense,
                everything=lambda sense: makes[sense],
            )
        status = 99
        try:
            status = cli.main(arguments)
        except BaseException:
            sys.excepthook(*sys.exc_info())
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(status)

    def kill(self) -> None:
        os.kill(self.pid, signal.SIGKILL)

    def running(self) -> bool:
        return os.waitid(os.P_PID, self.pid, os.WEXITED | os.WNOHANG | os.WNOWAIT) is None

    def end(self) -> tuple[int, str]:
        """Wait for it: its status and all that it said."""
        status = os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])
        self.output.seek(0)
        said = self.output.read().decode()
        self.output.close()
        return status, said


class Writer(threading.Thread):
    """Saves hand-written files until told to end, and knows what each has to hold."""

    def __init__(self, folder: Path) -> None:
        super().__init__(daemon=True)
        self.folder, self.ended, self.wanted = folder, threading.Event(), dict[str, str]()

    def run(self) -> None:
        number = 0
        while not self.ended.wait(0.005):
            number += 1
            name, words = f"page-{number % 20}.md", f"# Page\n\nversion {number}\n"
            path = self.folder / name
            if number % 2:
                path.write_text(words)
            else:
                (self.folder / "4913").write_text(words)
                (self.folder / "4913").replace(path)
            self.wanted[name] = words

    def lost(self) -> int:
        self.ended.set()
        self.join()
        found = {path.name: path.read_text() for path in self.folder.iterdir()}
        return sum(found.get(name) != words for name, words in self.wanted.items())


def versions(root: Path) -> dict[str, Tree]:
    """The two versions of the file of definitions, and what the engine makes of each."""
    inputs = read_inputs(root)
    words = inputs[PEOPLE].decode()
    found = (words, words.replace("The plan calls her", "They call her"))
    made = {sense: everything(view_of(store_build.assembled({**inputs, PEOPLE: sense.encode()}))) for sense in found}
    assert made[found[0]] != made[found[1]]
    return made


def one_round(root: Path, number: int, makes: Mapping[str, Tree]) -> Counter[str]:
    """One round: the even ones write the first version, the odd ones the second."""
    counts: Counter[str] = Counter()
    chance = random.Random(number)
    sense = tuple(makes)[number % 2]
    quick = None if number % 20 == 19 else makes
    docs = root / "docs"
    writer = Writer(docs / "about/by-hand")
    writer.start()
    (root / PEOPLE).write_text(sense, encoding="utf-8")
    commands = [Command(root, name, quick) for name in chance.sample(COMMANDS, len(COMMANDS))]
    victim = next(command for command in commands if command.name == "build")
    time.sleep(chance.uniform(0, 0.3 if quick else 4))
    victim.kill()
    for command in commands:
        status, said = command.end()
        # A check may come before the first build, or after one that was killed.
        allowed = {0, -signal.SIGKILL} if command is victim else {0, 1} if command.name == "check" else {0}
        counts["tracebacks"] += "Traceback" in said
        counts["wrong exit codes"] += status not in allowed
    counts["incomplete trees with exit 0"] += generated(docs) != makes[sense]
    counts["leftovers"] += any(path.name.startswith(".") for path in docs.iterdir())
    counts["wrong exit codes"] += Command(root, "check", quick).end()[0] != 0
    counts.update(half_way(root, chance, tuple(makes)[1 - number % 2], makes))
    counts["hand-written files lost"] += writer.lost()
    return counts


def half_way(root: Path, chance: random.Random, sense: str, makes: Mapping[str, Tree]) -> Counter[str]:
    """Kill a build of the other version while it changes docs/: the tree is one of the two, or `check` reports it."""
    counts: Counter[str] = Counter()
    (root / PEOPLE).write_text(sense, encoding="utf-8")
    build = Command(root, "build", makes)
    while build.running() and not (root / "docs" / JOURNAL / chance.choice(("new", "undo.json"))).exists():
        pass
    time.sleep(chance.uniform(0, 0.003))
    build.kill()
    build.end()
    mixed = generated(root / "docs") not in makes.values()
    status, said = Command(root, "check", makes).end()
    counts["generated trees neither old nor new"] += mixed and "[F021]" not in said
    counts["incomplete trees with exit 0"] += mixed and status == 0
    return counts


def rounds(number: int, root: Path) -> Counter[str]:
    """The counts of that many rounds in `root`, which gets a copy of the tiny edition."""
    for name in ("source", "editorial", "docs"):
        shutil.copytree(TINY / name, root / name)
    (root / "docs/about/by-hand").mkdir(parents=True)
    makes = versions(root)
    counts: Counter[str] = Counter(dict.fromkeys(COUNTED, 0))
    for one in range(number):
        counts.update(one_round(root, one, makes))
        if one % 10 == 9:
            print(f"{one + 1} rounds: {dict(counts)}", flush=True)
    return counts


def main() -> int:
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    with tempfile.TemporaryDirectory() as folder:
        counts = rounds(number, Path(folder))
    print(f"{number} rounds of {len(COMMANDS)} commands at once:")
    for name in COUNTED:
        print(f"{counts[name]:5} {name}")
    return 1 if any(counts[name] for name in COUNTED) else 0


if __name__ == "__main__":
    sys.exit(main())
