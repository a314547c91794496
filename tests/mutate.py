"""Proves the central tests by mutation: breaks a copy of the project in one way at a time, names the tests that fail.

Run as `make mutate`, or `python tests/mutate.py WORDS` for those whose name has these words. Exits with 1 if a mutation
goes unnoticed by the test that is there to catch it.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent
COMPLEXITY = "docs/report/complexity.md"
FULL_TEXT = "docs/report/full-text.md"


def in_file(name: str, change: Callable[[str], str]) -> Callable[[Path], None]:
    def mutate(root: Path) -> None:
        path = root / name
        before = path.read_text(encoding="utf-8")
        after = change(before)
        assert after != before, f"the mutation does not change {name}"
        path.write_text(after, encoding="utf-8")

    return mutate


def replaced(name: str, old: str, new: str) -> Callable[[Path], None]:
    return in_file(name, lambda text: text.replace(old, new))


def drop_word(text: str) -> str:
    """Take one word out of the first paragraph."""
    return re.sub(r"(\n\[\d+\]\(#p\d+\)\{[^}]*\} \S+ )\S+ ", r"\1", text, count=1)


def swap_paragraphs(text: str) -> str:
    """Exchange the second and the third numbered paragraph."""
    blocks = text.split("\n\n")
    places = [i for i, block in enumerate(blocks) if re.match(r"\[\d+\]\(#p\d+\)", block)]
    blocks[places[1]], blocks[places[2]] = blocks[places[2]], blocks[places[1]]
    return "\n\n".join(blocks)


def double_paragraph(text: str) -> str:
    """Say one paragraph twice, the second time without its anchor."""
    blocks = text.split("\n\n")
    place = next(i for i, block in enumerate(blocks) if re.match(r"\[\d+\]\(#p\d+\)", block))
    blocks.insert(place, re.sub(r"\n\{[^}]*\}$", "", blocks[place]))
    return "\n\n".join(blocks)


def drop_running_head(text: str) -> str:
    """Take the record of one removed running head away, as if its words had been lost in silence."""
    rows = json.loads(text)
    rows.remove(next(row for row in rows if row["kind"] == "running head"))
    return json.dumps(rows, ensure_ascii=False, indent=1) + "\n"


def drop_first_record(text: str) -> str:
    return json.dumps(json.loads(text)[1:], ensure_ascii=False, indent=1) + "\n"


def drop_glossary_entry(text: str) -> str:
    """Delete the first entry of a glossary file."""
    return re.sub(r"(entries:\n)  - id: .*?\n(?=  - id: )", r"\1", text, count=1, flags=re.DOTALL)


def drop_first_line_of_mentions(text: str) -> str:
    return re.sub(r"\n- <span class=\"kl\">.*", "", text, count=1)


@dataclass(frozen=True)
class Mutation:
    """What is broken, how, and the test that has to notice."""

    name: str
    mutate: Callable[[Path], None]
    test: str


FIDELITY, SITE, BROWSER = "tests/report/test_fidelity.py", "tests/site", "tests/browser"
DESK, TAKE, TEXT = "tests/desk", "tests/take", "docs/downloads/cicir-2021.txt"
# What is installed and not tracked, but needed by some tests.
INSTALLED = ("tests/tools/node_modules",)
MUTATIONS = (
    Mutation(
        "the first mention in a section not linked",
        in_file(FULL_TEXT, lambda t: re.sub(r"\[([^\]]+)\]\([^)]+\)\{ \.term [^}]*\}", r"\1", t, count=1)),
        f"{SITE}/test_data.py::test_the_first_mention",
    ),
    Mutation(
        "an import from a later stage",
        in_file(
            "scripts/edition/model/slugs.py",
            lambda t: f"{t}\n\ndef late() -> None:\n    import edition.store  # noqa\n",
        ),
        "tests/architecture/test_imports.py::test_no_module_imports",
    ),
    Mutation(
        "a distance longer by one, seen without a browser",
        replaced("docs/assets/js/desk/near.js", "last - i < size + clause.near", "last - i <= size + clause.near"),
        "tests/javascript/test_javascript.py::test_in_node",
    ),
    Mutation(
        "a variable that nobody defines",
        replaced("docs/assets/js/place.js", "const here =", "const there ="),
        "tests/javascript/test_javascript.py::test_no_finding",
    ),
    Mutation("a word dropped from a chapter", in_file(COMPLEXITY, drop_word), f"{FIDELITY}::test_chapters_in_markdown"),
    Mutation("the same, seen in the built site", in_file(COMPLEXITY, drop_word), f"{FIDELITY}::test_chapters_as_built"),
    Mutation(
        "a word dropped from the full text", in_file(FULL_TEXT, drop_word), f"{FIDELITY}::test_full_text_in_markdown"
    ),
    Mutation("two paragraphs swapped", in_file(COMPLEXITY, swap_paragraphs), f"{FIDELITY}::test_chapters_in_markdown"),
    Mutation(
        "two paragraphs swapped in the full text", in_file(FULL_TEXT, swap_paragraphs), f"{FIDELITY}::test_full_text_as"
    ),
    Mutation("a paragraph said twice", in_file(COMPLEXITY, double_paragraph), f"{FIDELITY}::test_chapters_as_built"),
    Mutation(
        "a byte of the witness",
        in_file("source/report.txt", lambda t: t.replace("well", "weII", 1)),
        f"{FIDELITY}::test_the_checksum",
    ),
    Mutation(
        "an operation off the record",
        in_file("docs/data/operations.json", drop_running_head),
        f"{FIDELITY}::test_chapters_in_markdown",
    ),
    Mutation(
        "a hand edit of a generated page",
        in_file(COMPLEXITY, drop_word),
        f"{SITE}/test_generated.py::test_committed_pages",
    ),
    Mutation(
        "a glossary entry deleted",
        in_file("editorial/glossary/people.yml", drop_glossary_entry),
        f"{SITE}/test_generated.py::test_committed_pages",
    ),
    Mutation(
        "an anchor renamed",
        in_file(COMPLEXITY, lambda t: t.replace("{ #p7 ", "{ #p7a ")),
        f"{SITE}/test_contract.py::test_no_published_anchor",
    ),
    Mutation(
        "a link to a renamed anchor",
        in_file(COMPLEXITY, lambda t: t.replace("](#p7)", "](#p777)")),
        f"{SITE}/test_links.py::test_links_resolve",
    ),
    Mutation(
        "a line of the mentions deleted",
        in_file("docs/glossary/people.md", drop_first_line_of_mentions),
        f"{SITE}/test_data.py::test_every_mention_is_listed",
    ),
    Mutation(
        "a record of the data deleted",
        in_file("docs/data/paragraphs.json", drop_first_record),
        f"{FIDELITY}::test_paragraphs_in_the_data",
    ),
    Mutation(
        "boundaries of mentions off",
        in_file(
            "scripts/edition/index/mentions.py",
            lambda t: t.replace('_AFTER: Final = r"(?![\\w])', '_AFTER: Final = r"(?=.|$)'),
        ),
        "tests/unit/test_mentions.py::test_",
    ),
    Mutation(
        "an escape forgotten",
        in_file("scripts/edition/publish/markup/markdown.py", lambda t: t.replace("[\\\\`*_{}", "[\\\\`*{}")),
        "tests/unit/test_markup.py::test_what_markdown",
    ),
    Mutation(
        "a dialog without a name",
        replaced("overrides/partials/search.html", """ aria-label="{{ lang.t('search') }}" data""", " data"),
        f"{BROWSER}/test_keyboard.py::test_search_to_a_result",
    ),
    Mutation(
        "a colour too pale to read",
        replaced("docs/assets/css/edition.css", "--soft: #5d564b", "--soft: #b0a999"),
        "tests/checkers/test_accessibility.py::test_no_violation_when_filtered",
    ),
    Mutation(
        "a nested list left open",
        replaced("overrides/partials/nav.html", "{% endfor %}</ul>", "{% endfor %}"),
        "tests/checkers/test_nu.py::test_no_error",
    ),
    Mutation(
        "no way to skip to the text",
        replaced("overrides/base.html", 'class="skip" href="#content"', 'class="skip" href="#contents"'),
        f"{BROWSER}/test_keyboard.py::test_the_first_stop",
    ),
    Mutation(
        "a control under another",
        in_file("docs/assets/css/edition.css", lambda t: t + ".filter { position: relative; z-index: -1; }\n"),
        f"{BROWSER}/test_keyboard.py::test_tab_reaches",
    ),
    Mutation(
        "letters as commands",
        replaced("docs/assets/js/edition.js", "|| !(ctrlKey || metaKey) || altKey", "|| altKey"),
        f"{BROWSER}/test_keyboard.py::test_no_single_letter",
    ),
    Mutation(
        "a panel that Escape does not close",
        replaced("docs/assets/js/panels.js", 'event.key === "Escape"', 'event.key === "Esc"'),
        f"{BROWSER}/test_keyboard.py::test_panel_opens",
    ),
    Mutation(
        "a filter that leaves the address as it was",
        replaced("docs/assets/js/filters.js", "history.replaceState", "String"),
        f"{BROWSER}/test_reading.py::test_filters_stand",
    ),
    Mutation(
        "storage taken for granted",
        replaced("docs/assets/js/store.js", "catch {\n    /* Storage", "catch (fault) {\n    throw fault; /* Storage"),
        f"{BROWSER}/test_reading.py::test_nothing_fails_where_storage",
    ),
    Mutation(
        "capitals told apart unasked",
        replaced("docs/assets/js/desk/engine.js", "if (!options.case) same", "same"),
        f"{DESK}/test_counts.py::test_lines_are",
    ),
    Mutation(
        "any gap taken for a hyphen",
        replaced("docs/assets/js/desk/engine.js", "return !/^[-‐-―−]$/u.test(typed) || ", "return true || "),
        f"{DESK}/test_counts.py::test_lines_are",
    ),
    Mutation(
        "a distance longer by one",
        replaced("docs/assets/js/desk/near.js", "last - i < size + clause.near", "last - i <= size + clause.near"),
        f"{DESK}/test_counts.py::test_lines_are",
    ),
    Mutation(
        "what the address says as markup",
        replaced(
            "docs/assets/js/desk/lines.js", "{ textContent: words, className }", "{ innerHTML: words, className }"
        ),
        f"{DESK}/test_page.py::test_bad_input",
    ),
    Mutation(
        "a script fetched twice",
        replaced("docs/assets/js/desk/everywhere.js", "if (!coming.has(name))", "if (true)"),
        f"{DESK}/test_page.py::test_each_script",
    ),
    Mutation(
        "a word dropped from the plain text",
        in_file(TEXT, lambda t: re.sub(r"\n(\[7\] \S+ )\S+ ", r"\n\1", t)),
        f"{TAKE}/test_formats.py::test_plain_text",
    ),
    Mutation(
        "a running head lost from TEI",
        in_file("docs/downloads/cicir-2021.xml", lambda t: re.sub(r"<fw\b.*?</fw>", "", t, count=1, flags=re.S)),
        f"{TAKE}/test_formats.py::test_tei_keeps",
    ),
    Mutation(
        "a mention without its tag in TEI",
        in_file("docs/downloads/cicir-2021.xml", lambda t: re.sub(r' ref="#entry.[\w-]+"', "", t, count=1)),
        f"{TAKE}/test_formats.py::test_tei_tags",
    ),
    Mutation(
        "a file missing from the downloads page",
        in_file("docs/downloads/index.md", lambda t: re.sub(r"\n\| \[sources.csv\].*", "", t)),
        f"{TAKE}/test_formats.py::test_the_downloads",
    ),
    Mutation(
        "the institution taken for a person",
        replaced("docs/data/citation.json", '"literal"', '"family"'),
        f"{TAKE}/test_citation.py::test_the_record",
    ),
    Mutation(
        "paragraphs left out of the books",
        replaced("scripts/edition/release/book.py", '"screen-only", "strip"', '"screen-only", "u", "strip"'),
        f"{TAKE}/test_release.py::test_epub_has_every_paragraph",
    ),
    Mutation(
        "a build that exchanges files without a record",
        replaced("scripts/edition/store/journal.py", "    part.rename(journal / _UNDO)\n", ""),
        "tests/store/test_crash.py::test_killed_at_any_change",
    ),
    Mutation(
        "a lock that locks nothing",
        replaced("scripts/edition/store/lock.py", "fcntl.flock(holder, kind | fcntl.LOCK_NB)", "pass"),
        "tests/store/test_refusals.py::test_another_command",
    ),
    Mutation(
        "a build that takes all of docs/ for its own",
        replaced("scripts/edition/store/tree.py", "old = read_tree(docs, owned)", "old = read_tree(docs)"),
        "tests/store/test_build.py::test_what_is_written_by_hand",
    ),
)


def copy_of_the_project(folder: Path) -> Path:
    """The files that git tracks or would track, and what a build has made, copied as they are."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    for name in filter(None, listed.stdout.decode().split("\0")):
        target = folder / "project" / name
        target.parent.mkdir(parents=True, exist_ok=True)
        if (ROOT / name).exists():
            shutil.copy2(ROOT / name, target)
    shutil.copytree(ROOT / "docs", folder / "project/docs", dirs_exist_ok=True)
    for name in INSTALLED:
        (folder / "project" / name).symlink_to(ROOT / name)
    return folder / "project"


def failed(root: Path, test: str) -> list[str]:
    """The names of the tests in `test`'s file, beginning as it does, that fail in the checkout at `root`."""
    file, _, begins = test.partition("::")
    options = ["-q", "-x", "-p", "no:cacheprovider", "--tb=no", "-rfE"]
    command = [sys.executable, "-m", "pytest", file, "-k", begins, *options]
    environment = {"PYTHONPATH": f"{root}/scripts", "PATH": "/usr/bin:/bin", "HOME": str(root)}
    done = subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, check=False)
    return sorted(set(re.findall(r"^(?:FAILED|ERROR) \S+::(\w+)", done.stdout, flags=re.MULTILINE)))


def caught_by(mutation: Mutation) -> list[str]:
    """The first test that fails in a copy of the project with `mutation` in it; none if nothing does."""
    with tempfile.TemporaryDirectory() as folder:
        root = copy_of_the_project(Path(folder))
        mutation.mutate(root)
        return failed(root, mutation.test)


def main() -> int:
    unnoticed, words = 0, " ".join(sys.argv[1:])
    chosen = [mutation for mutation in MUTATIONS if words in mutation.name]
    print("| Mutation | Caught by |\n| --- | --- |")
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        for mutation, caught in zip(chosen, pool.map(caught_by, chosen), strict=True):
            unnoticed += not caught
            print(f"| {mutation.name} | {', '.join(f'`{name}`' for name in caught) or '**nothing**'} |", flush=True)
    print(f"\n{len(chosen) - unnoticed} of {len(chosen)} caught")
    return 1 if unnoticed else 0


if __name__ == "__main__":
    sys.exit(main())
