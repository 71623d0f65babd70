# SPDX-License-Identifier: EUPL-1.2
"""What a merge left open, in words."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from octodesk import languages
from octodesk.languages import _
from octodesk.model.collisions import DELETED, ROW, Collision
from octodesk.model.document import Document
from octodesk.wording.fields import field_name
from octodesk.wording.moments import by_whom
from octodesk.wording.row_names import row_name
from octodesk.wording.values import value_words


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
