# SPDX-License-Identifier: EUPL-1.2
"""What to look at before a conference is printed: one list of all that is open, each with the row it is about."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from octodesk.model.checks.checking import check
from octodesk.model.checks.conflict import Conflict
from octodesk.model.checks.folding import language_of
from octodesk.model.checks.settings import severities
from octodesk.model.collisions import unsettled
from octodesk.model.document import Document
from octodesk.model.parity import wordings
from octodesk.model.resolve import RowKey

SORTS = ("restricted", "clash", "question", "missing", "unconfirmed", "untranslated")
"""In the order in which they are listed; what should not be printed at all first."""

_SORT_OF_RULE = {
    "restricted-in-public": "restricted",
    "speaker-declined": "unconfirmed",
    "speaker-unconfirmed": "unconfirmed",
    "translation-missing": "untranslated",
}
"""Of those about what is still to do; the others say what is missing."""
_OF_PEOPLE = frozenset({"speaker-declined", "speaker-unconfirmed", "remote-test-missing"})
"""Rules that are put right at the person."""
_CHECKED = frozenset({"session", "agenda_point"})
"""Tables whose texts the rule translation-missing looks at."""


class Matter(NamedTuple):
    """One thing to look at. `row` is what to go to; `conflict` what a rule found there, None where none did;
    `language` the one it has no words in, of what is untranslated."""

    sort: str
    row: RowKey
    conflict: Conflict | None = None
    language: str = ""


def before_printing(document: Document, languages: Collection[str]) -> tuple[Matter, ...]:
    """What is open in a conference that is to be printed in these languages; what was accepted is not."""
    found = (*_found(document, languages), *_questions(document), *_other_texts(document, languages))
    return tuple(sorted(found, key=lambda one: SORTS.index(one.sort)))


def _found(document: Document, languages: Collection[str]) -> Iterator[Matter]:
    for one in check(document):
        language = language_of(one)
        if one.acknowledged is None and (not language or language in languages):
            sort = "clash" if one.is_clash else _SORT_OF_RULE.get(one.rule, "missing")
            yield Matter(sort, _row(document, one), one, language)


def _row(document: Document, conflict: Conflict) -> RowKey:
    people = [("person", one) for one in conflict.people]
    sessions = [("session", one) for one in conflict.sessions]
    rooms = [("room", one) for one in conflict.rooms]
    about = [*people, *sessions] if conflict.rule in _OF_PEOPLE else [*sessions, *people, *rooms]
    return about[0] if about else ("event", document.event_id)


def _questions(document: Document) -> Iterable[Matter]:
    return (Matter("question", row) for row in sorted(unsettled(document)))


def _other_texts(document: Document, languages: Collection[str]) -> Iterator[Matter]:
    """A row whose texts no rule looks at stands once for each language in which one of them has no words."""
    if severities(document)["translation-missing"] == "off":
        return
    asked = [one for one in document.languages if one in languages]
    lacking = (
        Matter("untranslated", (one.table, one.row), language=language)
        for one in wordings(document)
        if one.table not in _CHECKED
        for language in asked
        if one.standing(document, language) == "missing"
    )
    yield from dict.fromkeys(lacking)
