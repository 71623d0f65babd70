# SPDX-License-Identifier: EUPL-1.2
"""What a merge left open, in words."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from octodesk import languages
from octodesk.languages import _, ngettext
from octodesk.model.collisions import DELETED, ROW, Collision, unsettled
from octodesk.model.document import Document
from octodesk.wording.fields import field_name
from octodesk.wording.moments import by_whom
from octodesk.wording.row_names import row_name
from octodesk.wording.values import value_words

MOST_NAMED = 5


def open_questions(document: Document) -> Iterator[str]:
    """What is to be known before printing: of what is not settled, how much there is and where."""
    rows = sorted(unsettled(document))
    if rows:
        named = [row_name(document, *row) for row in rows[:MOST_NAMED]]
        said = ngettext(
            "Not settled since changes were taken in: {things}.",
            "Not settled since changes were taken in: {things} ({n} in all).",
            len(rows),
        )
        yield said.format(things=languages.listed(named, languages.language()), n=len(rows))


def question_words(document: Document, one: Collision) -> str:
    """What the question is about: "WS 4: time and place"."""
    thing = languages.capitalised(row_name(document, one.table, one.id))
    if one.field == DELETED:
        return _("{thing}: deleted or not").format(thing=thing)
    if one.field == ROW:
        return _("{thing}: added twice").format(thing=thing)
    if not one.language:
        return _("{thing}: {field}").format(thing=thing, field=field_name(one.field))
    tongue = languages.language_name(one.language, languages.language())
    field = _("{field} in {language}").format(field=field_name(one.field), language=tongue)
    return _("{thing}: {field}").format(thing=thing, field=field)


def answer_words(document: Document, one: Collision, value: Any) -> str:
    """One of the values that stand against each other."""
    if one.field == DELETED:
        return _("deleted") if value else _("stays")
    if one.field == ROW:
        filled = [field_name(name) for name, held in value.items() if name != "id" and held not in _NOTHING]
        return _("with {fields}").format(fields=languages.listed(filled, languages.language()))
    if one.field == "order":
        return _place_words(document, one, value)
    return value_words(document, one.table, one.field, value)


def _place_words(document: Document, one: Collision, key: str) -> str:
    """Where a row stands that has this order key: "after Opening", "first"."""
    row: Any = document.row(*one.row)
    session = getattr(row, "session", "")
    others: list[Any] = [
        other for other in document.table(one.table).values() if getattr(other, "session", "") == session
    ]
    before = [(other.order, other.id) for other in others if (other.order, other.id) < (key, one.id)]
    if not before:
        return _("first")
    return _("after {thing}").format(thing=row_name(document, one.table, max(before)[1]))


_NOTHING: tuple[Any, ...] = (None, "", 0, False, [], {})


def collision_words(document: Document, one: Collision, now: datetime) -> str:
    """ "WS 4: time and place: Room 2, 16:00 (Ana, Tuesday) or Room 1, 14:00 (Ben, Monday)"."""
    values = [
        _("{value} ({who})").format(
            value=answer_words(document, one, held.value), who=by_whom(held.edit, now)
        )
        for held in one.values
    ]
    return _("{question}: {answers}").format(
        question=question_words(document, one), answers=_(" or ").join(values)
    )
