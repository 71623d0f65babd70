# SPDX-License-Identifier: EUPL-1.2
"""A programme that was read beside a conference that is here: which of its rows are which of ours, and the conference as
it would be with all that the programme says."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, cast

from octodesk.exchange.papers.gathering import Draft
from octodesk.exchange.papers.understanding import Understood, by_language
from octodesk.exchange.papers.wordbook import folded
from octodesk.model.document import Document
from octodesk.model.edit import Addition, Change, Edit
from octodesk.model.fields import FieldKind
from octodesk.model.identity import contribution_id
from octodesk.model.numbering import numbers
from octodesk.model.order import keys_between
from octodesk.model.rows import Row, Session, fields_of
from octodesk.model.text import Text

_Key = tuple[object, ...]


def with_programme(
    document: Document, understood: Understood, *, author_id: str, fresh: Callable[[], str]
) -> Document:
    """The conference with what the programme says. What the programme does not speak of stays; nothing goes.

    `fresh` gives ids for the rows that are new.
    """
    matching = _Matching(document, fresh)
    changes: list[Change] = []
    for table in _TABLES:
        rows = understood.drafts.get(table, ())
        ids = matching.match(table, rows)
        changes += _changes(document, table, [(ids[row.id], matching.values(row)) for row in rows], author_id)
    return document.tried(Edit("programme-taken", tuple(changes)))


_TABLES = (
    "event", "day", "room", "person", "session", "agenda_point", "contribution", "heading", "related", "contact", "donor",
)  # fmt: skip
"""In the order in which they build on each other."""


class _Matching:
    """Which row of the programme is which row here; new ones get ids of their own."""

    def __init__(self, document: Document, fresh: Callable[[], str]) -> None:
        self._document, self._fresh = document, fresh
        self._ids: dict[tuple[str, str], str] = {}

    def match(self, table: str, rows: Iterable[Draft]) -> Mapping[str, str]:
        """The ids here by the ids in the programme."""
        free: dict[_Key, list[str]] = {}
        for known, keys in self._known(table):
            for key in keys:
                if key != ("none",):
                    free.setdefault(key, []).append(known)
        found: dict[str, str] = {}
        waiting = [(row, list(self._keys_of(row))) for row in rows]
        for rank in range(max((len(keys) for _, keys in waiting), default=0)):
            for row, keys in waiting:  # the surest way of knowing a row first, for all of them
                if row.id not in found and rank < len(keys):
                    self._pair(row, free.get(keys[rank], []), found)
        for row, _ in waiting:
            found.setdefault(row.id, self._new_id(row))
            self._ids[table, row.id] = found[row.id]
        return found

    @staticmethod
    def _pair(row: Draft, candidates: list[str], found: dict[str, str]) -> None:
        mine = next((one for one in candidates if one not in found.values()), None)
        if mine is not None:
            found[row.id] = mine

    def values(self, row: Draft) -> dict[str, Any]:
        """A row's values with the ids of here."""
        values = dict(row.values)
        for name, kind in fields_of(row.table).items():
            if kind.refers_to and name in values:
                values[name] = self._translated(kind, values[name])
        if row.table == "session":
            self._keep_rooms(row, values)
        return by_language(row.table, values)

    def _keep_rooms(self, row: Draft, values: dict[str, Any]) -> None:
        """A programme that names no room for a session takes none away from it."""
        known = self._document.find("session", self._ids["session", row.id])
        placement = values.get("placement")
        if isinstance(known, Session) and known.placement and placement and not placement["rooms"]:
            same = known.placement.plain()["start"] == placement["start"]
            values["placement"] = {**placement, "rooms": list(known.rooms) if same or known.exclusive else []}

    def _translated(self, kind: FieldKind, value: Any) -> Any:
        table = kind.refers_to
        if isinstance(value, dict):
            return {**value, "rooms": sorted(self._ids.get((table, one), one) for one in value["rooms"])}
        if isinstance(value, list):
            return sorted(self._ids.get((table, one), one) for one in value)
        return self._ids.get((table, value), value)

    def _new_id(self, row: Draft) -> str:
        if row.table == "contribution":
            values = {
                name: self._ids.get((table, row.values.get(name, "")), "") for name, table in _OF_A_PART
            }
            return contribution_id(
                values["session"], values["person"], row.values["role"], values["agenda_point"] or None
            )
        return (
            row.id
            if row.table == "day"
            else self._document.event_id
            if row.table == "event"
            else self._fresh()
        )

    def _known(self, table: str) -> Iterator[tuple[str, list[_Key]]]:
        if table == "event":
            yield self._document.event_id, [("event",)]
            return
        for row_id, row in sorted(self._document.table(table).items()):
            yield row_id, list(_keys(self._document, table, row))

    def _keys_of(self, draft: Draft) -> Iterator[_Key]:
        """What a row of the programme may be known by, the surest first."""
        values = draft.values
        if draft.table == "event":
            yield ("event",)
            return
        words = [folded(one) for text in _named(draft.table, values) for one in text.values()]
        if draft.table == "day":
            yield ("date", values["date"])
        elif draft.table == "session":
            facts = values["kind"], values.get("number"), values.get("label_override", "")
            yield from _session_keys(*facts, words[:1] or [""], values["placement"])
        elif draft.table == "person":
            yield _person_key(values.get("family_name", ""), values.get("given_name", ""), words)
        elif draft.table == "agenda_point":
            session = self._ids["session", values["session"]]
            yield from (("point", session, one) for one in words)
        elif draft.table == "contribution":
            yield ("id", self._new_id(draft))
        else:
            yield from (("named", one) for one in words)
        if draft.table == "contact":
            yield ("contact",)


_OF_A_PART = (("session", "session"), ("person", "person"), ("agenda_point", "agenda_point"))


def _named(table: str, values: Mapping[str, Any]) -> list[Mapping[str, str]]:
    names = ("function",) if table == "person" else ("title", "name", "text")
    return [values[name] for name in names if isinstance(values.get(name), dict)]


def _session_keys(
    kind: str, number: object, label: str, words: Iterable[str], placement: Mapping[str, Any] | None
) -> Iterator[_Key]:
    """Always as many, so that each is a rank: its number, its title at its time, its title, its kind or place at its time."""
    start = placement["start"] if placement else ""
    exclusive = bool(placement and placement["exclusive"])
    for title in words:
        yield (
            ("number", kind, number)
            if number is not None
            else ("label", folded(label))
            if label
            else ("none",)
        )
        yield "title then", title, start
        yield ("title", title) if title else ("none",)
        yield "kind then", kind, start
        yield "then", start, exclusive


def _person_key(family: str, given: str, words: list[str]) -> _Key:
    return ("person", folded(family), folded(given)) if family or given else ("function", *sorted(words))


def _keys(document: Document, table: str, row: Row) -> Iterator[_Key]:
    """What a row here may be known by."""
    one = cast("Any", row)
    if table == "day":
        yield ("date", one.date.isoformat())
    elif table == "session":
        number = numbers(document).get(one.id)
        at = one.placement.plain() if one.placement else None
        yield from _session_keys(one.kind, number, one.label_override, _folded(one.title) or [""], at)
    elif table == "person":
        yield _person_key(one.family_name, one.given_name, _folded(one.function))
    elif table == "agenda_point":
        yield from (("point", one.session, words) for words in _folded(one.text))
    elif table == "contribution":
        yield ("id", one.id)
    else:
        texts = (getattr(one, name, None) for name in ("title", "name", "text"))
        yield from (("named", words) for text in texts if isinstance(text, Text) for words in _folded(text))
    if table == "contact":
        yield ("contact",)


def _folded(text: Text) -> list[str]:
    return [folded(words) for _, words in text.words]


def _changes(
    document: Document, table: str, rows: list[tuple[str, dict[str, Any]]], author_id: str
) -> Iterator[Change]:
    """What differs here from what the programme says."""
    new = [row for row in rows if document.find(table, row[0]) is None]
    keys = iter(_order_keys(document, table, len(new), author_id))
    for row_id, values in rows:
        if document.find(table, row_id) is None:
            order = {"order": next(keys)} if "order" in fields_of(table) else {}
            yield from Addition(table, row_id, {**values, **order}).changes()
            continue
        for name, value in _said(table, values).items():
            if document.plain(table, row_id, name) != value:
                yield Change(table, row_id, name, value)


def _order_keys(document: Document, table: str, count: int, author_id: str) -> list[str]:
    last = max(
        (cast("Any", row).order for row in document.table(table).values() if hasattr(row, "order")),
        default=None,
    )
    return keys_between(last, None, count, author_id) if count and "order" in fields_of(table) else []


_OUR_OWN = {"event": frozenset({"languages", "short_name"}), "day": frozenset({"opens", "closes"})}
"""Fields of which a programme on paper knows nothing."""


def _said(table: str, values: Mapping[str, Any]) -> dict[str, Any]:
    own = _OUR_OWN.get(table, frozenset())
    said = {name: value for name, value in values.items() if name not in own}
    if table == "session":
        said.pop("number_fixed", None)
        said.pop("number", None)  # it was found by its number
    return said
