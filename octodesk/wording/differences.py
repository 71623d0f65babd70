# SPDX-License-Identifier: EUPL-1.2
"""What differs between two documents, in words: what is meant, what it was, what it is, and all of it as a sentence."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from octodesk import languages
from octodesk.languages import _
from octodesk.model import fields
from octodesk.model.comparison import ROW, Difference
from octodesk.model.document import Document
from octodesk.wording.fields import field_name
from octodesk.wording.row_names import row_name
from octodesk.wording.things import where, where_and_day
from octodesk.wording.values import value_words

LONG = 60
"""Letters of a text that a sentence still quotes."""


def thing_words(before: Document, after: Document, difference: Difference) -> str:
    """What the difference is about: "WS 4", as it is called afterwards where it is there."""
    there = before if difference.what == "removed" else after
    return row_name(there, difference.table, difference.id)


def field_words(difference: Difference) -> str:
    """ "title in French", "time and place"; "" for a whole row."""
    if difference.field == ROW:
        return ""
    if not difference.language:
        return field_name(difference.field)
    tongue = languages.language_name(difference.language, languages.language())
    return _("{field} in {language}").format(field=field_name(difference.field), language=tongue)


def before_words(before: Document, difference: Difference) -> str:
    """What it was, in words; "–" for nothing."""
    return side_words(before, difference, difference.before)


def after_words(after: Document, difference: Difference) -> str:
    """What it is, in words; "–" for nothing."""
    return side_words(after, difference, difference.after)


def side_words(document: Document, difference: Difference, value: Any) -> str:
    """A value that this field could hold, as one of two sides."""
    if difference.field == ROW:
        return row_name(document, difference.table, difference.id) if value else "–"
    if difference.field == "order":
        return _order_words(document, difference.table, value)
    return value_words(document, difference.table, difference.field, value)


def _order_words(document: Document, table: str, before: str | None) -> str:
    return _("after {thing}").format(thing=row_name(document, table, before)) if before else _("first")


def told(before: Document, after: Document, difference: Difference) -> str:
    """A sentence without its full stop: "WS 4 moved from … to …"."""
    tell = _TOLD.get((difference.what, difference.field))
    if tell is not None:
        return tell(before, after, difference)
    words = {
        "thing": thing_words(before, after, difference),
        "field": field_words(difference),
        "old": _short(before_words(before, difference), difference),
        "new": _short(after_words(after, difference), difference),
    }
    if len(words["old"]) > LONG or len(words["new"]) > LONG:
        return _("{thing}: {field} written anew").format(**words)
    if words["old"] == "–":
        return _("{thing}: {field} is now {new}").format(**words)
    if words["new"] == "–":
        return _("{thing}: {field} taken away, it was {old}").format(**words)
    return _("{thing}: {field} is now {new}, it was {old}").format(**words)


def _short(words: str, difference: Difference) -> str:
    """Words of a text in quotation marks."""
    quoted = difference.language and words != "–"
    return languages.quoted(words, languages.language()) if quoted else words


def _added(before: Document, after: Document, difference: Difference) -> str:
    thing = languages.capitalised(thing_words(before, after, difference))
    return _("{thing} added").format(thing=thing)


def _removed(before: Document, after: Document, difference: Difference) -> str:
    thing = languages.capitalised(thing_words(before, after, difference))
    return _("{thing} deleted").format(thing=thing)


def _moved(before: Document, after: Document, difference: Difference) -> str:
    thing = thing_words(before, after, difference)
    old, new = before_words(before, difference), after_words(after, difference)
    if difference.before is None:
        return _("{session} placed: {place}").format(session=thing, place=new)
    if difference.after is None:
        return _("{session} taken off the timetable, it was {place}").format(session=thing, place=old)
    if beside := _only_beside(before, after, difference):
        return beside
    old, new = _places(before, after, difference)
    return _("{session} moved from {old} to {new}").format(session=thing, old=old, new=new)


def both_words(before: Document, after: Document, difference: Difference) -> tuple[str, str]:
    """What it was and what it is, for a table. Of a session that stays on its day the day is left out."""
    placed = difference.field == "placement" and None not in (difference.before, difference.after)
    if placed:
        return _places(before, after, difference)
    return before_words(before, difference), after_words(after, difference)


def _places(before: Document, after: Document, difference: Difference) -> tuple[str, str]:
    """Where it was and is; the day is said where it is another."""
    was, now = (fields.PLACEMENT.read(value) for value in (difference.before, difference.after))
    say = where if before.day_of(was) == after.day_of(now) else where_and_day
    return say(before, was), say(after, now)


def _only_beside(before: Document, after: Document, difference: Difference) -> str:
    """Where time and rooms stay and only what may run beside it is another."""
    if any(difference.before[name] != difference.after[name] for name in ("start", "rooms")):
        return ""
    thing = thing_words(before, after, difference)
    if difference.after["exclusive"]:
        return _("{session}: now nothing runs beside it").format(session=thing)
    return _("{session}: other sessions may now run beside it").format(session=thing)


def _reordered(before: Document, after: Document, difference: Difference) -> str:
    thing, new = thing_words(before, after, difference), after_words(after, difference)
    return _("{thing} now stands in another place: {place}").format(thing=thing, place=new)


_TOLD: Mapping[tuple[str, str], Callable[[Document, Document, Difference], str]] = {
    ("added", ROW): _added,
    ("removed", ROW): _removed,
    ("moved", "placement"): _moved,
    ("moved", "order"): _reordered,
}
