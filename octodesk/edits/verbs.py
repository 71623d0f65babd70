# SPDX-License-Identifier: EUPL-1.2
"""EDITS.json: each entry is one verb with its facts, and becomes one Edit. The verbs and their facts are the contract of
the command line; `undo` and `redo` are the desk's and not here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from octodesk.edits import conflicts, fields, ordering, people, rows, sessions
from octodesk.model import clock
from octodesk.model.document import Document
from octodesk.model.edit import Edit, Refused
from octodesk.model.identity import fresh_id

Entry = Mapping[str, Any]
_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Hand:
    """Whose hand it is: the author's id, and a source of random bytes for new ids."""

    author_id: str
    chance: Callable[[int], bytes]


@dataclass(frozen=True, slots=True)
class Verb:
    """`needs` and `may` name the facts an entry must and can have besides "do"."""

    make: Callable[[Document, Entry, Hand], Edit]
    needs: frozenset[str]
    may: frozenset[str] = frozenset()


def edit_of(document: Document, entry: object, hand: Hand) -> Edit:
    """The Edit of one entry. Refused: not-an-entry, unknown-verb, fact-missing, fact-unknown, and what the verb refuses."""
    if not isinstance(entry, dict):
        raise Refused("not-an-entry")
    name = entry.get("do")
    verb = VERBS.get(name) if isinstance(name, str) else None
    if verb is None:
        raise Refused("unknown-verb", verb="" if name is None else str(name))
    given = set(entry) - {"do"}
    if lacking := verb.needs - given:
        raise Refused("fact-missing", verb=name, fact=min(lacking))
    if unknown := given - verb.needs - verb.may:
        raise Refused("fact-unknown", verb=name, fact=min(unknown))
    return verb.make(document, entry, hand)


def _place(document: Document, entry: Entry, _: Hand) -> Edit:
    exclusive = entry.get("exclusive")
    if exclusive is not None and not isinstance(exclusive, bool):
        raise Refused("wrong-fact", fact="exclusive", expected="true-or-false")
    return sessions.place(
        document,
        _words(entry, "session"),
        start=_parsed(entry, "start", clock.parse_moment, "moment"),
        rooms=_ids_or_none(entry, "rooms"),
        exclusive=exclusive,
    )


def _unplace(document: Document, entry: Entry, _: Hand) -> Edit:
    return sessions.unplace(document, _words(entry, "session"))


def _resize(document: Document, entry: Entry, _: Hand) -> Edit:
    return sessions.resize(document, _words(entry, "session"), minutes=_whole(entry, "minutes"))


def _swap(document: Document, entry: Entry, _: Hand) -> Edit:
    return sessions.swap(document, first=_words(entry, "first"), second=_words(entry, "second"))


def _shift(document: Document, entry: Entry, _: Hand) -> Edit:
    return sessions.shift(
        document,
        day=_parsed(entry, "day", clock.parse_date, "date"),
        from_time=_parsed(entry, "from", clock.parse_time, "time"),
        minutes=_whole(entry, "minutes"),
        room=_words_or_none(entry, "room"),
    )


def _set(document: Document, entry: Entry, _: Hand) -> Edit:
    return fields.set_field(
        document,
        table=_words(entry, "table"),
        row_id=_words(entry, "id"),
        field=_words(entry, "field"),
        value=entry["value"],
        language=_words_or_none(entry, "language"),
    )


def _add(document: Document, entry: Entry, hand: Hand) -> Edit:
    values = entry.get("values", {})
    if not isinstance(values, dict):
        raise Refused("wrong-fact", fact="values", expected="named-values")
    return rows.add_row(
        document,
        table=_words(entry, "table"),
        values=values,
        author_id=hand.author_id,
        row_id=_words_or_none(entry, "id"),
        fresh_id=fresh_id(hand.chance(10)),
    )


def _delete(document: Document, entry: Entry, _: Hand) -> Edit:
    return rows.delete_row(document, table=_words(entry, "table"), row_id=_words(entry, "id"))


def _contribute(document: Document, entry: Entry, hand: Hand) -> Edit:
    return people.contribute(
        document,
        session_id=_words(entry, "session"),
        person_id=_words(entry, "person"),
        role=_words(entry, "role"),
        author_id=hand.author_id,
        agenda_point=_words_or_none(entry, "agenda_point"),
    )


def _replace_person(document: Document, entry: Entry, _: Hand) -> Edit:
    old, new = _words(entry, "old"), _words(entry, "new")
    return people.replace_person(document, old=old, new=new, sessions=_ids_or_none(entry, "sessions"))


def _reorder(document: Document, entry: Entry, hand: Hand) -> Edit:
    return ordering.reorder(
        document,
        table=_words(entry, "table"),
        row_id=_words(entry, "id"),
        after=_words_or_none(entry, "after"),
        author_id=hand.author_id,
    )


def _acknowledge(document: Document, entry: Entry, _: Hand) -> Edit:
    return conflicts.acknowledge(
        document,
        rule=_words(entry, "rule"),
        sessions=_ids_or_none(entry, "sessions") or (),
        reason=_words(entry, "reason"),
        rooms=_ids_or_none(entry, "rooms"),
        people=_ids_or_none(entry, "people"),
    )


def _words(entry: Entry, fact: str) -> str:
    value = entry[fact]
    if not isinstance(value, str):
        raise Refused("wrong-fact", fact=fact, expected="words")
    return value


def _words_or_none(entry: Entry, fact: str) -> str | None:
    return None if entry.get(fact) is None else _words(entry, fact)


def _parsed(entry: Entry, fact: str, parse: Callable[[str], _T], expected: str) -> _T:
    try:
        return parse(_words(entry, fact))
    except ValueError as wrong:
        raise Refused("wrong-fact", fact=fact, expected=expected) from wrong


def _whole(entry: Entry, fact: str) -> int:
    value = entry[fact]
    if isinstance(value, bool) or not isinstance(value, int):
        raise Refused("wrong-fact", fact=fact, expected="whole-number")
    return value


def _ids_or_none(entry: Entry, fact: str) -> tuple[str, ...] | None:
    value = entry.get(fact)
    if value is None:
        return None
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise Refused("wrong-fact", fact=fact, expected="list-of-words")
    return tuple(value)


def _facts(words: str) -> frozenset[str]:
    return frozenset(words.split())


VERBS: Mapping[str, Verb] = {
    "place": Verb(_place, _facts("session start"), _facts("rooms exclusive")),
    "unplace": Verb(_unplace, _facts("session")),
    "resize": Verb(_resize, _facts("session minutes")),
    "swap": Verb(_swap, _facts("first second")),
    "shift": Verb(_shift, _facts("day from minutes"), _facts("room")),
    "set": Verb(_set, _facts("table id field value"), _facts("language")),
    "add": Verb(_add, _facts("table"), _facts("id values")),
    "delete": Verb(_delete, _facts("table id")),
    "contribute": Verb(_contribute, _facts("session person role"), _facts("agenda_point")),
    "replace-person": Verb(_replace_person, _facts("old new"), _facts("sessions")),
    "reorder": Verb(_reorder, _facts("table id after")),
    "acknowledge": Verb(_acknowledge, _facts("rule sessions reason"), _facts("rooms people")),
}
