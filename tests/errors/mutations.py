"""Mutated editions: from the tiny report, changed at random in what editors write and in the witness. The seed is all.

A mutation is not meant to be wrong: half of them are editions that somebody could write. Either an edition is refused
with diagnostics that name places, or it builds.
"""

from __future__ import annotations

import copy
import hashlib
import random
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import yaml

TINY = Path(__file__).parent.parent / "tiny"
WITNESS, RECORD = "source/report.txt", "source/witness.yml"

Files = dict[str, bytes]

WORDS = [
    *(
        "<b>x</b>",
        "a & b",
        "`x`",
        "{{ x }}",
        "{% x %}",
        "*x* _y_",
        "# x",
        "| x |",
        "]]>",
        "</script>",
        '"quoted"',
        "x: y",
    ),
    *(
        "- x",
        "1. x",
        "> x",
        "[x](javascript:alert(1))",
        "&amp; &#60;",
        "a\nb",
        "a\n\n# b",
        "tab\there",
        "~~~",
        "---",
        "===",
    ),
    *("\u202eright", "zero\u200bwidth", "שלום", "é\u0301", "😀 astral", "\u00ad", "\u2028", "\x85", "\ufeff", "\ufffe"),
    *(
        "",
        " ",
        "  two  spaces ",
        "x" * 3000,
        "null",
        "true",
        "no",
        "1899",
        "0x10",
        "1e3",
        "~",
        "=1+1",
        "@x",
        "%x",
        "'",
        "\\",
    ),
    *(
        "{ #p1 }",
        "[[x]]",
        "<!-- x -->",
        "$x$",
        "\\u0041",
        "ＦＵＬＬ",
        "ﬁ",
        "ß",
        "İ",
        "\u3000",
        "–",
        "“x”",
        "‘x’",
        "x’s",
    ),
]
DATES = [
    *(
        "1899-02-29",
        "XXXX",
        "Y-17E7",
        "0000",
        "-0001",
        "9999",
        "9999-12",
        "../..",
        "1899/..",
        "../1899",
        "1899-21",
        "189X",
    ),
    *(
        "18XX",
        "1899-XX",
        "1899-XX-10",
        "{1899,1900-05}",
        "[1899,1900..1902]",
        "[..1899]",
        "{..1899}",
        "1901/1899",
        "/1899",
    ),
    *(
        "1899~",
        "1899?",
        "1899%",
        "1899-05-01",
        "1901-05-02",
        "1901-06",
        "May 1901",
        "sometime",
        "1899-13",
        "2021-09-10T10:00:00Z",
    ),
    *(
        "1899-34",
        "?1899-05",
        "1899-05~-11",
        "156X-12-25",
        "Y12345",
        "1950S2",
        "20 21",
        "1899-02-29/1900",
        "{1899-02-29,1960}",
    ),
]
LOCI = [
    *(f"p{n}" for n in range(9)),
    "p0",
    "p-1",
    "P1",
    "title",
    "epigraph",
    "trees",
    "opening",
    "to-be-done",
    "nowhere",
    "é",
]
PATTERNS = [
    *(
        "(",
        "[",
        "*",
        "(?P<page>.+)",
        "(?P<page>\\d+)",
        "A Plan (?P<page>[ivx]+)",
        "(a+)+$",
        "(a|a)*b",
        ".*.*.*.*.*x",
        "\\1",
    ),
    *(
        "(?P<page>.*)Society",
        "a{99999999999}",
        "(" * 300,
        "(?i)hillside society",
        "Hillside.*",
        "(?P<page>H)illside Society",
    ),
    *("[[a]]", "(?x) Hillside", "(?<=a+)b", "", ".*", "x?x?x?x?x?x?x?xxxxxxx", "(?:Hillside )+Society", ".+"),
]
LANGUAGES = [
    "en",
    "de",
    "fr",
    "zh",
    "ja",
    "pt-BR",
    "zh-Hant",
    "qq",
    "english",
    "en_US",
    "x-klingon",
    "en-",
    "tlh",
    "ar",
    "EN",
]
IDS = [
    *(
        "p1",
        "p12",
        "page-2",
        "r1",
        "a1",
        "op1",
        "letter-a",
        "kind-people",
        "apparatus",
        "content",
        "keeper",
        "purchase",
        "trees",
    ),
    *(
        "title",
        "x",
        "1",
        "2021-x",
        "a-",
        "-a",
        "A",
        "a b",
        "é",
        "index",
        "full-text",
        "timeline",
        "map",
        "search",
        "x" * 300,
    ),
]
URLS = [
    *(
        "https://example.org/",
        "javascript:alert(1)",
        "http://",
        "https://example.org/a(b)_c",
        "https://example.org/ä",
        "//x",
        "ftp://x",
    ),
    *(
        "https://[::1",
        "https://example.org/<b>",
        "https://example.org/?a=1&b=2#c",
        "data:text/html,x",
        "HTTPS://EXAMPLE.ORG",
        "https://u:p@x",
    ),
]
NUMBERS = [0, 1, 2, -1, 10**6, 10**30, "12", 1.5, True]
SNIPPETS = [
    *(
        "&a ",
        "*a",
        "!!python/object:os.system x",
        "!foo ",
        "<<: {a: 1}\n",
        "\n---\n",
        "\t",
        "[" * 3000,
        "{" * 50,
        "? x\n",
        "? [a]\n: b\n",
    ),
    *(
        "\x00",
        "\x07",
        "\x1b[31m",
        "\ufeff",
        "%YAML 1.1\n---\n",
        "- ",
        ": ",
        "#",
        "'",
        '"',
        "|",
        ">",
        "\r",
        "\r\n",
        "\u2028",
        "}",
        "]",
    ),
    *("where: x\n", "\n2021: x\n", '"\\ud800"', '"\\0"', '"\\x07"', "&b [*b]", "yes", "0o17", "\n...\n", "𝕏", "\u202e"),
]
VALUES: dict[str, list[Any]] = {
    "edtf": DATES,
    "date": DATES,
    "inferred_date": DATES,
    "at": LOCI,
    "pattern": PATTERNS,
    "lang": LANGUAGES,
}
VALUES |= {
    "language": LANGUAGES,
    "url": URLS,
    "id": IDS,
    "slug": IDS,
    "entry": IDS,
    "event": IDS,
    "first_page": NUMBERS,
}
VALUES |= {"count": NUMBERS}
ADDITIONS: dict[str, list[tuple[str, Any]]] = {
    "editorial/edition.yml": [
        ("inferred_date", "1899-05"),
        ("inferred_date_from", [{"at": "p1", "quote": "In 1899"}]),
        ("about", [{"title": "More", "text": "Some *more*."}]),
        ("languages", [{"form": "trees", "lang": "fr"}]),
        ("languages", [{"form": "wrote a memorandum", "lang": "fr"}]),
        ("complete", []),
    ],
    "source/witness.yml": [
        ("subtitle", "—A Subtitle"),
        ("first_page", 7),
        ("emphasis", "_"),
        ("item_marker", "-"),
        ("first_side", "verso"),
        ("running_heads", []),
        ("issuing_body_full", "The Hillside Society"),
    ],
}
CITATION = (
    b"id: plan-1899\nabstract: An abstract.\nkeywords: [trees, orchards]\nplace: {text: Hillside, sources: [ledger]}\n"
)


def tiny() -> Files:
    """The files of the tiny report."""
    paths = [
        path for folder in ("source", "editorial") for path in sorted((TINY / folder).rglob("*")) if path.is_file()
    ]
    return {path.relative_to(TINY).as_posix(): path.read_bytes() for path in paths}


def mutated(seed: int) -> tuple[Files, list[str]]:
    """The edition of a seed, and what was done to it."""
    chance = random.Random(seed)
    files, done = tiny(), []
    for _ in range(chance.choice((1, 1, 1, 2, 3))):
        change = chance.choice(CHANGES)
        done.append(change(chance, files) or change.__name__)
    return files, done


def _yaml_name(chance: random.Random, files: Files) -> str:
    return chance.choice([name for name in files if name.endswith(".yml")])


def _places(value: Any) -> Iterator[tuple[Any, Any]]:
    """Every container of a tree with each of its keys or indexes."""
    if isinstance(value, dict | list):
        for key, item in list(value.items() if isinstance(value, dict) else enumerate(value)):
            yield value, key
            yield from _places(item)


def _in_tree(chance: random.Random, files: Files, change: Callable[[Any, Any], str | None]) -> str:
    name = _yaml_name(chance, files)
    try:
        tree = yaml.load(files[name], yaml.BaseLoader)
        places = list(_places(tree))
        parent, key = chance.choice(places)
        said = change(parent, key)
        files[name] = yaml.safe_dump(tree, allow_unicode=chance.random() < 0.8, sort_keys=False, width=1000).encode(
            "utf-8", "surrogatepass"
        )
    except (yaml.YAMLError, UnicodeError, IndexError):
        return "nothing"
    return f"{name}: {said} at {key!r}"


def drop(chance: random.Random, files: Files) -> str:
    return _in_tree(chance, files, lambda parent, key: parent.pop(key) and "dropped")


def rename(chance: random.Random, files: Files) -> str:
    def change(parent: Any, key: Any) -> str:
        if isinstance(parent, dict):
            parent[chance.choice([key + "s", "where", "<<", key.upper(), "", "id", "text"])] = parent.pop(key)
        return "renamed"

    return _in_tree(chance, files, change)


def retype(chance: random.Random, files: Files) -> str:
    def change(parent: Any, key: Any) -> str:
        value = parent[key]
        parent[key] = chance.choice(
            [[value], {"at": value}, None, 7, True, [], {}, "", [value, value], str(value), 1.5]
        )
        return f"made {parent[key]!r:.40}"

    return _in_tree(chance, files, change)


def words(chance: random.Random, files: Files) -> str:
    """Other words, or other words within them, in any text."""

    def change(parent: Any, key: Any) -> str:
        new, old = chance.choice(WORDS), parent[key]
        if isinstance(old, str):
            at = chance.randint(0, len(old))
            parent[key] = new if chance.random() < 0.5 else old[:at] + new + old[at:]
        return f"words {new!r:.30}"

    return _in_tree(chance, files, change)


def fitting(chance: random.Random, files: Files) -> str:
    """Another value of the kind that the key wants."""

    def change(parent: Any, key: Any) -> str:
        if key in VALUES:
            parent[key] = chance.choice(VALUES[key])
        return f"value {parent[key]!r:.40}"

    for _ in range(6):
        said = _in_tree(chance, files, change)
        if any(said.endswith(f"{key!r}") for key in VALUES):
            break
    return said


def repeat(chance: random.Random, files: Files) -> str:
    def change(parent: Any, key: Any) -> str:
        if isinstance(parent, list):
            parent.insert(chance.randint(0, len(parent)), copy.deepcopy(parent[key]))
        return "repeated"

    return _in_tree(chance, files, change)


def exchange(chance: random.Random, files: Files) -> str:
    def change(parent: Any, key: Any) -> str:
        other = chance.choice(list(parent) if isinstance(parent, dict) else range(len(parent)))
        parent[key], parent[other] = parent[other], parent[key]
        return f"exchanged with {other!r}"

    return _in_tree(chance, files, change)


def borrow(chance: random.Random, files: Files) -> str:
    """A value that the same key has elsewhere in the edition."""
    known: dict[Any, list[Any]] = {}
    for name in files:
        if name.endswith(".yml"):
            try:
                for parent, key in _places(yaml.load(files[name], yaml.BaseLoader)):
                    if isinstance(key, str):
                        known.setdefault(key, []).append(parent[key])
            except yaml.YAMLError:
                continue

    def change(parent: Any, key: Any) -> str:
        if key in known:
            parent[key] = copy.deepcopy(chance.choice(known[key]))
        return f"borrowed {parent[key]!r:.40}"

    return _in_tree(chance, files, change)


def add(chance: random.Random, files: Files) -> str:
    """An optional key, or the optional file."""
    if chance.random() < 0.2:
        files["editorial/citation.yml"] = CITATION
        return "citation.yml added"
    name = chance.choice(list(ADDITIONS))
    if name not in files:
        return "nothing"
    key, value = chance.choice(ADDITIONS[name])
    try:
        tree = yaml.load(files[name], yaml.BaseLoader)
        tree[key] = value
        files[name] = yaml.safe_dump(tree, allow_unicode=True, sort_keys=False).encode()
    except (yaml.YAMLError, TypeError):
        return "nothing"
    return f"{name}: {key} added"


def lighten(chance: random.Random, files: Files) -> str:
    """Leave out a whole optional file."""
    names = [name for name in files if (name.startswith("editorial/") and name.count("/") > 1) or "emend" in name]
    names += [name for name in files if name.endswith(("timeline.yml", "recommendations.yml"))]
    if names:
        del files[name := chance.choice(names)]
        return f"{name} removed"
    return "nothing"


def snippet(chance: random.Random, files: Files) -> str:
    """A piece of YAML, or of what is none, somewhere in a file."""
    name, new = _yaml_name(chance, files), chance.choice(SNIPPETS)
    text = files[name].decode("utf-8", "replace")
    at = chance.choice([0, text.find("\n") + 1, text.rfind("\n") + 1, chance.randint(0, len(text))])
    files[name] = (text[:at] + new + text[at:]).encode("utf-8", "surrogatepass")
    return f"{name}: {new!r:.30} at {at}"


def scramble(chance: random.Random, files: Files) -> str:
    """Bytes cut off, cut out, exchanged or put in."""
    name = chance.choice(list(files))
    data = bytearray(files[name])
    at, length = chance.randint(0, len(data)), chance.choice([1, 1, 2, 5, 30, len(data)])
    how = chance.choice(["cut", "noise", "double", "one"])
    if how == "cut":
        del data[at : at + length]
    elif how == "noise":
        data[at:at] = chance.randbytes(min(length, 40))
    elif how == "double":
        data[at:at] = data[at : at + length]
    elif data:
        data[at % len(data)] = chance.randrange(256)
    files[name] = bytes(data)
    return f"{name}: {how} {length} at {at}"


def bomb(chance: random.Random, files: Files) -> str:
    """Aliases that grow, or nesting without end."""
    name = _yaml_name(chance, files)
    rows = [f"x{n}: &x{n} [{', '.join([f'*x{n - 1}'] * 9)}]" for n in range(1, 20)]
    text = "\n".join(["x0: &x0 [a]", *rows]) if chance.random() < 0.5 else "a: " + "[" * chance.choice([40, 3000])
    files[name] = (files[name].decode("utf-8", "replace") + "\n" + text + "\n").encode()
    return f"{name}: bomb"


def folder(chance: random.Random, files: Files) -> str:
    """A file that is missing, empty, strange or strangely named."""
    name = chance.choice(list(files))
    how = chance.randrange(4)
    if how == 0:
        del files[name]
        return f"{name} removed"
    if how == 1:
        files[name] = chance.choice([b"", b"\n", b"# x\n", b"\xff\xfe\x00", b"- a\n", b"x\n", b"{}\n", b"\x00"])
        return f"{name} is {files[name]!r}"
    odd = chance.choice(["a\x1bb.yml", "a\u202eb.yml", "ä ö.yml", "a\nb.yml", ".yml", "x.yaml", "x.yml~"])
    files[f"editorial/glossary/{odd}"] = chance.choice([b"kind: place\n", b"kind: [\n", b"kind: person\nentries: []\n"])
    return f"{odd!r} added"


def witness(chance: random.Random, files: Files) -> str:
    """The witness changed, its checksum recorded."""
    if WITNESS not in files:
        return "nothing"
    text = files[WITNESS].decode("utf-8", "replace")
    lines = text.split("\n")
    at = chance.randrange(len(lines))
    how = chance.randrange(11)
    if how == 0:
        new = chance.choice(
            [
                "\x0c",
                "\x07",
                "\r",
                "\x00",
                "\t",
                "\u2028",
                "*",
                "**",
                "\u00a0",
                "\u200b",
                "\ufffe",
                "<b>",
                "{{ x }}",
                "_",
            ]
        )
        place = chance.randint(0, len(text))
        lines = (text[:place] + new + text[place:]).split("\n")
    elif how == 1:
        del lines[at]
    elif how == 2:
        lines.insert(at, chance.choice(lines))
    elif how == 3:
        chance.shuffle(lines)
    elif how == 4:
        lines = [line + "\r" for line in lines]
    elif how == 5:
        lines = [line for line in lines if line]
    elif how == 6:
        lines.insert(at, chance.choice([*WORDS, "A Plan for the Orchard", "Hillside Society", "- ", "*a b* c*"]))
    elif how == 7:
        lines = lines[:at]
    elif how == 8:
        lines = [line or "\x0c" for line in lines]
    elif how == 9:
        lines[at] = f"*{lines[at]}*" if chance.random() < 0.5 else lines[at].upper()
    else:
        inside = lines[at].split(" ")
        chance.shuffle(inside)
        lines[at] = " ".join(inside)
    data = "\n".join(lines).encode("utf-8", "surrogatepass")
    files[WITNESS] = data
    record = files.get(RECORD, b"").decode("utf-8", "replace").split("\n")
    if chance.random() < 0.95:
        digest = hashlib.sha256(data).hexdigest()
        record = [f"sha256: {digest}" if line.startswith("sha256:") else line for line in record]
    files[RECORD] = "\n".join(record).encode("utf-8", "surrogatepass")
    return f"witness {how} at {at}"


CHANGES: tuple[Callable[[random.Random, Files], str], ...] = (
    *(drop, rename, retype, words, words, words, fitting, fitting, fitting, repeat, exchange, borrow, borrow, add, add),
    *(lighten, snippet, scramble, bomb, folder, witness, witness, witness),
)
