"""Where entries are named: from forms and located places to mentions, leftmost longest, without overlap."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from posixpath import commonprefix
from typing import Final

from edition.model.tracked import fold_quotes
from edition.model.values import Mention, Span, Unit

_BEFORE: Final = r"(?<![\w])(?<!\w[-‐-―/])"
_POSSESSIVE: Final = r"(?:'s)?"
_AFTER: Final = r"(?![\w])(?![-‐-―/]\w)"
_MASK: Final = "\x00"


# Forms that begin alike nest a group each; beyond this depth `re` may refuse, and alternatives are simply listed.
_DEEPEST: Final = 40


def _factored(forms: list[str], at: int = 0, depth: int = 0) -> str:
    """A pattern for what follows the first `at` characters, which all of `forms` (sorted) share; longest first."""
    if depth > _DEEPEST:
        return _listed(form[at:] for form in forms)
    ends = len(forms[0]) == at
    branches = []
    for _, group in groupby(forms[1:] if ends else forms, key=lambda form: form[at]):
        alike = list(group)
        shared = len(commonprefix((alike[0], alike[-1])))
        rest = _factored(alike, shared, depth + 1) if len(alike[-1]) > shared or len(alike) > 1 else ""
        branches.append(re.escape(alike[0][at:shared]) + rest)
    if not branches:
        return ""
    joined = branches[0] if len(branches) == 1 and not ends else f"(?:{'|'.join(branches)})"
    return joined + "?" if ends else joined


def _listed(endings: Iterable[str]) -> str:
    return f"(?:{'|'.join(re.escape(ending) for ending in sorted(endings, key=len, reverse=True))})"


def with_capital(form: str) -> tuple[str, ...]:
    """`form`, and with a capital where it begins with a lower-case letter."""
    return (form, form[0].upper() + form[1:]) if form[:1].islower() else (form,)


class Matcher:
    """Finds forms in text: one regular expression, factored as a trie, so that its cost does not grow with the forms.

    `forms` maps each form to the id of its entry. Quotation marks and apostrophes are folded on both sides.
    """

    def __init__(self, forms: Mapping[str, str]) -> None:
        self.entry_of: dict[str, str] = {}
        self._forms = {fold_quotes(form): entry for form, entry in forms.items()}
        self._sources: dict[str, list[str]] = {}
        for form, entry in self._forms.items():
            for variant in with_capital(form):
                self.entry_of[variant] = self._forms.get(variant, entry)
                self._sources.setdefault(variant, []).append(form)
        variants = sorted(filter(None, self.entry_of))
        self._longest = max(map(len, variants), default=0)
        self._regex = re.compile(f"{_BEFORE}({_factored(variants)}){_POSSESSIVE}{_AFTER}") if variants else None

    def without(self, entry: str, words: str) -> Matcher:
        """A matcher for the forms of all entries but `entry`, of which only those that occur in `words` count."""
        folded = fold_quotes(words)
        parts = (
            folded[start:end]
            for start in range(len(folded))
            for end in range(start + 1, min(start + self._longest, len(folded)) + 1)
        )
        forms = {form for part in parts for form in self._sources.get(part, ())}
        return Matcher({form: owner for form in forms if (owner := self._forms[form]) != entry})

    def find(self, text: str) -> Iterator[tuple[Span, str, str]]:
        """Each match in `text`: its span with any possessive ’s, the entry's id, and the variant that matched."""
        if self._regex is None:
            return
        for match in self._regex.finditer(fold_quotes(text)):
            yield Span(*match.span()), self.entry_of[match.group(1)], match.group(1)


@dataclass(frozen=True)
class LocatedForm:
    """A place that an editor settled: `entry` is named there, or (an exception) is not."""

    entry: str
    unit: str
    span: Span


def find_mentions(
    units: Iterable[Unit],
    forms: Mapping[str, str],
    located: Iterable[LocatedForm] = (),
    exceptions: Iterable[LocatedForm] = (),
) -> tuple[tuple[Mention, ...], set[str], set[LocatedForm]]:
    """All mentions in reading order; the variants that were used; the exceptions that took something out.

    A located mention goes before whatever forms would match there. An exception takes its entry's match away, and
    what else could match there is found.
    """
    matcher, used, effective = Matcher(forms), set[str](), set[LocatedForm]()
    by_unit: dict[str, list[LocatedForm]] = {}
    barred: dict[str, list[LocatedForm]] = {}
    for place in located:
        by_unit.setdefault(place.unit, []).append(place)
    for place in exceptions:
        barred.setdefault(place.unit, []).append(place)
    mentions: list[Mention] = []
    for order, unit in enumerate(units):
        settled = by_unit.get(unit.id, [])
        found = [(place.span, place.entry, True) for place in settled]
        text = _masked(unit.text, [place.span for place in settled])
        for span, entry, variant in _matches(matcher, text, barred.get(unit.id, []), effective):
            found.append((span, entry, False))
            used.add(variant)
        for span, entry, is_located in sorted(found):
            form = unit.text[span.start : span.end]
            mentions.append(Mention(order, span, unit.id, entry, form, is_located))
    return tuple(mentions), used, effective


def _masked(text: str, spans: Iterable[Span]) -> str:
    for span in spans:
        text = text[: span.start] + _MASK * (span.end - span.start) + text[span.end :]
    return text


def _matches(
    matcher: Matcher, text: str, barred: list[LocatedForm], effective: set[LocatedForm]
) -> Iterator[tuple[Span, str, str]]:
    for span, entry, variant in matcher.find(text):
        against = [place for place in barred if place.entry == entry and place.span.overlaps(span)]
        if not against:
            yield span, entry, variant
            continue
        effective.update(against)
        words = text[span.start : span.end]
        rest = matcher.without(entry, words)
        yield from _matches(rest, " " * span.start + words, barred, effective)
