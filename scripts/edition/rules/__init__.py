"""House rules: each takes the assembled edition and yields what breaks the rule."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final

from edition.index.edition import Edition
from edition.model.diagnostics import Diagnostic
from edition.rules.dates import dates_agree_with_words, inferred_dates_name_their_passage
from edition.rules.glossary import (
    entries_are_defined,
    identifiers_have_their_form,
    words_of_the_report_are_printed,
)
from edition.rules.identity import ids_are_not_the_engines, ids_are_unique, references_resolve
from edition.rules.lists import no_item_is_listed_twice
from edition.rules.mention import entries_are_mentioned
from edition.rules.prose import references_in_prose_resolve
from edition.rules.recommendation import (
    addressees_and_themes_are_known,
    classes_are_known,
    every_item_is_registered,
    every_sentence_is_accounted_for,
    parts_do_not_overlap,
    withdrawn_entries_name_their_place,
    words_are_verbatim,
)
from edition.rules.sourcing import editors_name_sources, sources_are_cited, sources_say_where_they_were_read
from edition.rules.witness import (
    divisions_are_not_too_deep,
    operations_are_apart,
    pages_follow_each_other,
    paragraphs_have_words,
    run_in_headings_have_anchors,
)

Rule = Callable[[Edition], Iterable[Diagnostic]]

RULES: Final[tuple[Rule, ...]] = (
    pages_follow_each_other,
    paragraphs_have_words,
    run_in_headings_have_anchors,
    divisions_are_not_too_deep,
    operations_are_apart,
    ids_are_unique,
    ids_are_not_the_engines,
    no_item_is_listed_twice,
    references_resolve,
    entries_are_mentioned,
    entries_are_defined,
    words_of_the_report_are_printed,
    identifiers_have_their_form,
    references_in_prose_resolve,
    dates_agree_with_words,
    inferred_dates_name_their_passage,
    editors_name_sources,
    sources_are_cited,
    sources_say_where_they_were_read,
    addressees_and_themes_are_known,
    classes_are_known,
    parts_do_not_overlap,
    words_are_verbatim,
    every_sentence_is_accounted_for,
    every_item_is_registered,
    withdrawn_entries_name_their_place,
)
