"""The word index, static: every word with its places, the most frequent words and pairs; and entries compared."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Final

from edition.index.edition import ResolvedEntry
from edition.index.words import WordForm, word_forms, word_pairs
from edition.publish.markup.markdown import attribute, escape, link
from edition.publish.plan import COMPARE, SEARCH, WORDS, View, front, plural

MOST: Final = 40
RUN: Final = 3
STRIP: Final = 1000
# Shown on the page, so that readers can judge what the first lists leave out.
FUNCTION_WORDS: Final = frozenset(
    """
    a about above after again against all also although am among an and another any are as at be because been before
    being below between both but by can could did do does doing down during each either even every few for from
    further had has have having he her here hers him his how however i if in into is it its itself just may me might
    more most must my neither no nor not of off on once one only or other our ours out over own per rather same
    shall she should since so some such than that the their theirs them then there therefore these they this those
    through thus to too toward towards under until up upon very was we were what when where whether which while who
    whom whose why will with within without would yet you your 's
    """.split()  # noqa: SIM905 - a list of 170 literals hides what it says
)


def render(view: View) -> Iterator[tuple[str, str]]:
    """The word index and the comparison."""
    yield WORDS, _index(view)
    yield COMPARE, _compare(view)


def _index(view: View) -> str:
    units = [unit for unit in view.edition.text.units if unit.numbered]
    words = word_forms(units)
    total = sum(word.count for word in words)
    rule = link("the rule that the search page states", f"{view.to(WORDS, SEARCH)}#rules")
    intro = (
        f"{plural(total, 'word')} of the numbered text, {plural(len(words), 'different word')}, counted by {rule}: "
        "capitals and accents folded, the parts of compounds apart. Words lead to the search, numbers to the "
        f"paragraphs. A number in brackets says how often, where more than once; a range is paragraphs in a row."
    )
    letters = [(initial, list(group)) for initial, group in groupby(sorted(words, key=_order), _initial)]
    blocks = ["# Word index { #word-index }", f"{intro}\n{{ .editors }}", *_frequent(view, words, total)]
    blocks += ["## All words { #all-words }", *(_letter(view, *item) for item in letters)]
    description = "Every word of the report with its count and its places, and the most frequent words and pairs."
    fields = {"search": "{exclude: true}"}
    return front("Word index", description, **fields) + "\n\n".join(blocks) + "\n"


def _order(word: WordForm) -> tuple[bool, str]:
    """Words before numbers; the possessive among the former."""
    key = word.key.removeprefix("'")
    return not key[:1].isalpha(), key


def _initial(word: WordForm) -> str:
    first = word.key.removeprefix("'")[:1].upper()
    return first if first.isalpha() else "0–9"


def _word(view: View, word: WordForm) -> str:
    """A word, linked to its search; a bare ’s cannot be typed there."""
    if word.key.startswith("'"):
        return escape(word.form)
    return link(word.form, f"{view.to(WORDS, SEARCH)}?find={word.key}")


def _frequent(view: View, words: tuple[WordForm, ...], total: int) -> list[str]:
    ranked = sorted(words, key=lambda word: (-word.count, word.key))
    content = [word for word in ranked if word.key not in FUNCTION_WORDS]
    units = [unit for unit in view.edition.text.units if unit.numbered]
    pairs = [(pair, n) for pair, n in word_pairs(units).items() if n > 1 and not FUNCTION_WORDS.intersection(pair)]
    pairs = sorted(pairs, key=lambda item: (-item[1], item[0]))[:MOST]
    forms = {word.key: word.form for word in words}
    search = view.to(WORDS, SEARCH)
    left_out = ", ".join(sorted(FUNCTION_WORDS))
    return [
        "## Most frequent words { #most-frequent }",
        "Without articles, pronouns, prepositions and the like; share in 1,000 words.\n{ .editors }",
        _ranking(_word(view, word) + f" {_share(word.count, total)}" for word in content[:MOST]),
        "## Most frequent pairs { #most-frequent-pairs }",
        "Two words, one after the other in a paragraph, none of them left out above.\n{ .editors }",
        _ranking(f"[{escape(forms[a])} {escape(forms[b])}]({search}?find=%22{a}+{b}%22) {n}" for (a, b), n in pairs),
        "## Most frequent words of all { #most-frequent-of-all }",
        _ranking(_word(view, word) + f" {_share(word.count, total)}" for word in ranked[:MOST]),
        _details("Words left out of the first two lists", escape(left_out.replace("'", "’"))),
    ]


def _share(count: int, total: int) -> str:
    return f"{count:,} ({1000 * count / total:.1f})"


def _ranking(rows: Iterable[str]) -> str:
    return '<div class="desk-ranking" markdown="1">\n\n' + "\n".join(f"1. {row}" for row in rows) + "\n\n</div>"


def _details(summary: str, body: str) -> str:
    return f'<details markdown="1">\n<summary>{attribute(summary)}</summary>\n\n{body}\n\n</details>'


def _letter(view: View, initial: str, words: list[WordForm]) -> str:
    rows = []
    for word in words:
        printed = ", ".join(f"{escape(form)} {count}" for form, count in word.forms)
        forms = f" ({printed})" if len(word.forms) > 1 else ""
        rows.append(f"- {_word(view, word)} **{word.count}**{forms} {_loci(view, word)}")
    return _details(f"{initial}: {plural(len(words), 'word')}", "\n".join(rows))


def _loci(view: View, word: WordForm) -> str:
    """The paragraphs of a word, linked; from `RUN` on, those in a row that have it once each as a range."""
    places = [(view.edition.units[name], count) for name, count in word.places]
    shown, at = [], 0
    while at < len(places):
        unit, count = places[at]
        end = at + 1
        first = unit.number or 0
        while count == 1 and end < len(places) and (places[end][0].number, places[end][1]) == (first + end - at, 1):
            end += 1
        ranged = end - at >= RUN
        label = f"{first}–{first + end - at - 1}" if ranged else str(first)
        shown.append(link(label, view.to_unit(WORDS, unit.id)) + (f" ({count})" if count > 1 else ""))
        at = end if ranged else at + 1
    return ", ".join(shown)


def _compare(view: View) -> str:
    entries = sorted(
        view.edition.entries,
        key=lambda resolved: (-view.concordance.count(resolved.id), resolved.entry.order, resolved.id),
    )
    intro = (
        f"Where in the report its {plural(len(entries), 'glossary entry', 'glossary entries')} are mentioned: a strip "
        "is the report from its first word to its last, a stroke is a mention, a light line the beginning of a part. "
        f"Words and phrases of your own can be compared on the {link('search page', view.to(COMPARE, SEARCH))}: "
        "with several of them, each has its strip."
    )
    table = ["| Select | Entry | Kind | Mentions | Dispersion |", "| --- | --- | --- | ---: | --- |"]
    table += [_row(view, resolved) for resolved in entries]
    blocks = ["# Comparison { #comparison }", f"{intro}\n{{ .editors }}", _only(view)]
    blocks.append('<div class="desk-compare" markdown="1">\n\n' + "\n".join(table) + "\n\n</div>")
    description = "The dispersion of the glossary’s entries through the report, one under the other."
    fields = {"search": "{exclude: true}", "hide": "[toc]"}
    return front("Comparison", description, **fields) + "\n\n".join(blocks) + "\n"


def _only(view: View) -> str:
    """The box that hides all rows but the selected ones (by style alone), and the lines where the parts begin."""
    starts = "".join(f"M{round(STRIP * share)} 0v10" for share in _part_starts(view))
    return "\n".join(
        [
            '<p class="desk-only"><label><input type="checkbox" id="desk-only"> Show only the entries selected '
            'below</label><svg width="0" height="0" aria-hidden="true"><defs>'
            f'<path id="desk-parts" d="{starts}"/></defs></svg></p>',
        ]
    )


def _part_starts(view: View) -> Iterator[float]:
    """For each part at the top the share of the words that stand before it."""
    tops = {division.id for division in view.edition.text.divisions if division.parent is None}
    before, seen = 0, set[str]()
    for unit in view.edition.text.units:
        if unit.division in tops - seen:
            seen.add(unit.division)
            yield before / max(1, view.concordance.words)
        before += len(unit.text.split())


def _row(view: View, resolved: ResolvedEntry) -> str:
    entry = resolved.entry
    box = f'<input type="checkbox" aria-label="Select {attribute(entry.printed)}">'
    strokes = "".join(f"M{round(STRIP * share)} 0v10" for share in view.concordance.dispersion(entry.id))
    strip = (
        f'<svg class="desk-strip" viewBox="0 0 {STRIP} 10" preserveAspectRatio="none" role="img" '
        f'aria-label="{attribute(_spread(view, entry.id))}"><use href="#desk-parts"/><path d="{strokes}"/></svg>'
    )
    headword = link(entry.printed, view.to(COMPARE, view.entry(entry.id)))
    return f"| {box} | {headword} | {resolved.kind} | {view.concordance.count(entry.id)} | {strip} |"


def _spread(view: View, entry: str) -> str:
    """The mentions of an entry in each part at the top, in words."""
    counts: dict[str, int] = {}
    for name, count in view.concordance.by_division(entry).items():
        division = view.edition.divisions.get(name)
        while division and division.parent:
            division = view.edition.divisions[division.parent]
        title = division.title if division else "Front matter"
        counts[title] = counts.get(title, 0) + count
    return "; ".join(f"{title}: {count}" for title, count in counts.items())
