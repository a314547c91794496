"""Where entries are named: from forms and located places to mentions, leftmost longest, without overlap."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from edition.model.tracked import fold_quotes
from edition.model.values import Mention, Span, Unit

_BEFORE: Final = r"(?<![\w])(?<!\w[-‐-―/])"
_POSSESSIVE: Final = r"(?:'s)?"
_AFTER: Final = r"(?![\w])(?![-‐-―/]\w)"
_MASK: Final = "\x00"


@dataclass
class _Node:
    """A node of the trie of forms."""

    children: dict[str, _Node] = field(default_factory=dict)
    end: bool = False

    def add(self, form: str) -> None:
        node = self
        for char in form:
            node = node.children.setdefault(char, _Node())
        node.end = True

    def pattern(self) -> str:
        branches = [re.escape(char) + node.pattern() for char, node in sorted(self.children.items())]
        if not branches:
            return ""
        joined = branches[0] if len(branches) == 1 and not self.end else f"(?:{'|'.join(branches)})"
        return joined + "?" if self.end else joined


def with_capital(form: str) -> tuple[str, ...]:
    """`form`, and with a capital where it begins with a lower-case letter."""
    return (form, form[0].upper() + form[1:]) if form[:1].islower() else (form,)


class Matcher:
    """Finds forms in text: one regular expression, factored as a trie, so that its cost does not grow with the forms.

    `forms` maps each form to the id of its entry. Quotation marks and apostrophes are folded on both sides.
    """

    def __init__(self, forms: Mapping[str, str]) -> None:
        self.entry_of: dict[str, str] = {}
        trie = _Node()
        folded = {fold_quotes(form): entry for form, entry in forms.items()}
        for form, entry in folded.items():
            for variant in with_capital(form):
                self.entry_of[variant] = folded.get(variant, entry)
                trie.add(variant)
        body = trie.pattern()
        self._regex = re.compile(f"{_BEFORE}({body}){_POSSESSIVE}{_AFTER}") if body else None

    def find(self, text: str) -> Iterator[tuple[Span, str, str]]:
        """Each match in `text`: its span with any possessive ’s, the entry's id, and the variant that matched."""
        if self._regex is None:
            return
        for match in self._regex.finditer(fold_quotes(text)):
            yield Span(*match.span()), self.entry_of[match.group(1)], match.group(1)


@dataclass(frozen=True)
class Located:
    """A place that an editor settled: `entry` is named there, or (an exception) is not."""

    entry: str
    unit: str
    span: Span


def find_mentions(
    units: Iterable[Unit],
    forms: Mapping[str, str],
    located: Iterable[Located] = (),
    exceptions: Iterable[Located] = (),
) -> tuple[tuple[Mention, ...], set[str], set[Located]]:
    """All mentions in reading order; the variants that were used; the exceptions that took something out.

    A located mention goes before whatever forms would match there. An exception takes its entry's match away, and
    what else could match there is found.
    """
    matcher, used, effective = Matcher(forms), set[str](), set[Located]()
    by_unit: dict[str, list[Located]] = {}
    barred: dict[str, list[Located]] = {}
    for place in located:
        by_unit.setdefault(place.unit, []).append(place)
    for place in exceptions:
        barred.setdefault(place.unit, []).append(place)
    mentions: list[Mention] = []
    for order, unit in enumerate(units):
        settled = by_unit.get(unit.id, [])
        found = [(place.span, place.entry, True) for place in settled]
        text = _masked(unit.text, [place.span for place in settled])
        for span, entry, variant in _matches(matcher, forms, text, barred.get(unit.id, []), effective):
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
    matcher: Matcher, forms: Mapping[str, str], text: str, barred: list[Located], effective: set[Located]
) -> Iterator[tuple[Span, str, str]]:
    for span, entry, variant in matcher.find(text):
        against = [place for place in barred if place.entry == entry and place.span.overlaps(span)]
        if not against:
            yield span, entry, variant
            continue
        effective.update(against)
        rest = {form: owner for form, owner in forms.items() if owner != entry}
        inside = " " * span.start + text[span.start : span.end]
        yield from _matches(Matcher(rest), rest, inside, barred, effective)
