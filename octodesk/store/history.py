# SPDX-License-Identifier: EUPL-1.2
"""What resolving and undo ask of a log, answered by the database's indexes.

Where much is asked at once, the keys go in as one JSON array, which SQLite takes apart (json_each): one statement of one
shape for one key or ten thousand. No statement here may scan a table; a test reads their query plans.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Integer,
    Select,
    and_,
    bindparam,
    func,
    select,
)

from octodesk.model import undo
from octodesk.model.edit import ALIVE
from octodesk.model.resolve import FieldKey, FieldState, Head, RowKey
from octodesk.model.stamped import ChangeRef
from octodesk.store.columns import json_words
from octodesk.store.joining import in_order
from octodesk.store.tables import change, edit, edit_parent, head, in_force, supersede

EVENT: ColumnElement[int] = bindparam("in_event", type_=Integer)
WANTED = func.json_each(bindparam("wanted")).table_valued("value", name="wanted")


def part(place: int) -> ColumnElement[Any]:
    """The nth item of each wanted array."""
    return func.json_extract(WANTED.c.value, f"$[{place}]")


_BY_ROW = and_(change.c.event == EVENT, change.c.table_name == part(0), change.c.row_id == part(1))
_BY_FIELD = and_(_BY_ROW, change.c.field == part(2))
_ITS_EDIT = and_(edit.c.event == EVENT, edit.c.number == change.c.edit)
_OF_ROW = and_(in_force.c.event == EVENT, in_force.c.table_name == part(0), in_force.c.row_id == part(1))
_OF_FIELD = and_(_OF_ROW, in_force.c.field == part(2))
_ITS_CHANGE = and_(
    change.c.event == EVENT, change.c.edit == in_force.c.edit, change.c.place == in_force.c.place
)
_HEAD = (
    in_force.c.table_name, in_force.c.row_id, in_force.c.field, edit.c.id, change.c.place, edit.c.lamport,
    change.c.first, change.c.value,
)  # fmt: skip


def _heads(where: ColumnElement[bool]) -> Select[*tuple[Any, ...]]:
    return select(*_HEAD).select_from(
        in_order(WANTED, in_force, where).then(change, _ITS_CHANGE).then(edit, _ITS_EDIT)
    )


_HEADS_OF_FIELDS = _heads(_OF_FIELD)
_HEADS_OF_ROWS = _heads(_OF_ROW)
_CHANGES = select(
    change.c.table_name, change.c.row_id, change.c.field, change.c.edit, change.c.place, edit.c.id, edit.c.lamport,
    edit.c.effective,
).select_from(in_order(WANTED, change, _BY_FIELD).then(edit, _ITS_EDIT))  # fmt: skip
_SUPERSEDES = select(
    supersede.c.edit, supersede.c.place, supersede.c.earlier, supersede.c.earlier_place
).select_from(
    in_order(WANTED, change, _BY_FIELD).then(
        supersede,
        and_(
            supersede.c.event == EVENT, supersede.c.edit == change.c.edit, supersede.c.place == change.c.place
        ),
    )
)
_VALUE = select(change.c.value).select_from(
    in_order(edit, change, and_(change.c.event == EVENT, change.c.edit == edit.c.number))
).where(edit.c.event == EVENT, edit.c.id == bindparam("id"), change.c.place == bindparam("place"))  # fmt: skip
_EDIT = select(edit.c.number, edit.c.lamport, edit.c.effective).where(
    edit.c.event == EVENT, edit.c.id == bindparam("id")
)
_LATER = edit.alias("later")
_RETRACTORS = (
    select(_LATER.c.id)
    .select_from(in_order(edit, _LATER, and_(_LATER.c.event == EVENT, _LATER.c.retracts == edit.c.number)))
    .where(edit.c.event == EVENT, edit.c.id == bindparam("id"))
)
_HEADS = (
    select(edit.c.id)
    .select_from(in_order(head, edit, and_(edit.c.event == EVENT, edit.c.number == head.c.edit)))
    .where(head.c.event == EVENT)
    .limit(2)
)
_BESIDE = (
    select(edit.c.id)
    .where(edit.c.event == EVENT, edit.c.lamport == bindparam("lowest"))
    .order_by(edit.c.id)
    .limit(2)
)


def _ancestors() -> Select[Any]:
    seen = select(bindparam("start", type_=Integer).label("number")).cte("seen", recursive=True)
    step = and_(edit_parent.c.event == EVENT, edit_parent.c.edit == seen.c.number)
    parent = and_(
        edit.c.event == EVENT, edit.c.number == edit_parent.c.parent, edit.c.lamport >= bindparam("lowest")
    )
    seen = seen.union(
        select(edit_parent.c.parent).select_from(in_order(seen, edit_parent, step).then(edit, parent))
    )
    return select(edit.c.id).select_from(
        in_order(seen, edit, and_(edit.c.event == EVENT, edit.c.number == seen.c.number))
    )


_ANCESTORS = _ancestors()


def plain_value(words: str | None) -> Any:
    """A change's value from its column; None where it was removed for good."""
    return None if words is None else json.loads(words)


def heads_of_fields(
    connection: Connection, event: int, keys: Iterable[FieldKey]
) -> dict[FieldKey, FieldState]:
    """The state of each of these fields as the log holds it now; those without heads are left out."""
    return _states(connection, _HEADS_OF_FIELDS, event, list(keys))


def heads_of_rows(connection: Connection, event: int, rows: Iterable[RowKey]) -> dict[FieldKey, FieldState]:
    """The state of every field of these rows, `_alive` too."""
    return _states(connection, _HEADS_OF_ROWS, event, list(rows))


def _states(
    connection: Connection, statement: Select[Any], event: int, wanted: Sequence[Sequence[str]]
) -> dict[FieldKey, FieldState]:
    if not wanted:
        return {}
    found: dict[FieldKey, list[tuple[int, Head]]] = {}
    for table, row, field, edit_id, place, lamport, first, value in connection.execute(
        statement, {"in_event": event, "wanted": json_words(wanted)}
    ):
        made = Head(edit_id, place, plain_value(value), bool(first))
        found.setdefault((table, row, field), []).append((lamport, made))
    return {key: FieldState(newest_in_order(heads)) for key, heads in found.items()}


def newest_in_order(heads: list[tuple[int, Head]]) -> tuple[Head, ...]:
    """(lamport, head) pairs as heads, the winner first."""
    heads.sort(key=lambda pair: (pair[0], pair[1].ref), reverse=True)
    return tuple(one for _, one in heads)


class SqlHistory:
    """A model.resolve.History on the database, for one transaction. What it has read it keeps; values are learnt."""

    def __init__(self, connection: Connection, event: int) -> None:
        self._connection = connection
        self._event = event
        self._changes: dict[FieldKey, dict[ChangeRef, tuple[ChangeRef, ...]]] = {}
        self._edits: dict[str, tuple[int, bool]] = {}
        self._values: dict[ChangeRef, Any] = {}
        self._ancestors: dict[str, tuple[int, set[str]]] = {}

    def learn(self, heads: Iterable[Head]) -> None:
        """Values known from elsewhere need not be read."""
        self._values.update((one.ref, one.value) for one in heads)

    def load(self, keys: Collection[FieldKey]) -> None:
        """Reads all changes of these fields at once."""
        if not keys:
            return
        asked = {"in_event": self._event, "wanted": json_words(sorted(keys))}
        self._changes.update((key, {}) for key in keys)
        refs: dict[tuple[int, int], ChangeRef] = {}
        field_of: dict[ChangeRef, FieldKey] = {}
        for table, row, field, number, place, edit_id, lamport, effective in self._connection.execute(
            _CHANGES, asked
        ):
            ref = refs[number, place] = (edit_id, place)
            field_of[ref] = (table, row, field)
            self._edits[edit_id] = lamport, bool(effective)
        supersedes: dict[ChangeRef, list[ChangeRef]] = {ref: [] for ref in field_of}
        for number, place, earlier, earlier_place in self._connection.execute(_SUPERSEDES, asked):
            supersedes[refs[number, place]].append(refs[earlier, earlier_place])
        for ref, earlier_refs in supersedes.items():
            self._changes[field_of[ref]][ref] = tuple(earlier_refs)

    def changes_of(self, key: FieldKey) -> Mapping[ChangeRef, tuple[ChangeRef, ...]]:
        if key not in self._changes:
            self.load([key])
        return self._changes[key]

    def value_of(self, ref: ChangeRef) -> Any:
        if ref not in self._values:
            asked = {"in_event": self._event, "id": ref[0], "place": ref[1]}
            self._values[ref] = plain_value(self._connection.execute(_VALUE, asked).scalar_one())
        return self._values[ref]

    def lamport(self, edit: str) -> int:
        return self._facts(edit)[0]

    def is_effective(self, edit: str) -> bool:
        return self._facts(edit)[1]

    def _facts(self, edit_id: str) -> tuple[int, bool]:
        if edit_id not in self._edits:
            found = self._connection.execute(_EDIT, {"in_event": self._event, "id": edit_id}).one()
            self._edits[edit_id] = found.lamport, bool(found.effective)
        return self._edits[edit_id]

    def retractors(self, edit: str) -> Collection[str]:
        return self._connection.execute(_RETRACTORS, {"in_event": self._event, "id": edit}).scalars().all()

    def has_seen(self, edit: str, earlier: str) -> bool:
        """As Log.has_seen; the only head of a log has seen all of it."""
        if edit == earlier:
            return True
        lowest = self.lamport(earlier)
        if self.lamport(edit) <= lowest:
            return False
        return (
            self._is_only_head(edit) or self._is_alone(lowest) or earlier in self._ancestors_of(edit, lowest)
        )

    def _is_only_head(self, edit_id: str) -> bool:
        return list(self._connection.execute(_HEADS, {"in_event": self._event}).scalars()) == [edit_id]

    def _is_alone(self, lamport: int) -> bool:
        """Whether only one edit has this lamport number: every later one descends from it."""
        found = self._connection.execute(_BESIDE, {"in_event": self._event, "lowest": lamport}).all()
        return len(found) == 1

    def _ancestors_of(self, edit_id: str, lowest: int) -> set[str]:
        known = self._ancestors.get(edit_id)
        if known is None or known[0] > lowest:
            number = self._connection.execute(_EDIT, {"in_event": self._event, "id": edit_id}).one().number
            asked = {"in_event": self._event, "start": number, "lowest": lowest}
            known = self._ancestors[edit_id] = (
                lowest,
                set(self._connection.execute(_ANCESTORS, asked).scalars()),
            )
        return known[1]


# -- what undo asks

_CHANGES_IN = select(
    change.c.place, change.c.table_name, change.c.row_id, change.c.field, change.c.value, edit.c.number
).select_from(in_order(edit, change, and_(change.c.event == EVENT, change.c.edit == edit.c.number))).where(
    edit.c.event == EVENT, edit.c.id == bindparam("id")
)  # fmt: skip
_ON_ROWS = select(change.c.table_name, change.c.row_id, change.c.edit, change.c.place).select_from(
    in_order(WANTED, change, _BY_ROW)
)
_FACTS = select(edit.c.number, edit.c.id, edit.c.author, edit.c.effective).select_from(
    in_order(WANTED, edit, and_(edit.c.event == EVENT, edit.c.number == WANTED.c.value))
)


def _succession() -> Select[Any]:
    found = (supersede.c.earlier, supersede.c.earlier_place, supersede.c.edit, supersede.c.place)
    direct = select(*found).where(supersede.c.event == EVENT, supersede.c.earlier == bindparam("number"))
    chain = direct.cte("chain", recursive=True)
    onward = and_(
        supersede.c.event == EVENT,
        supersede.c.earlier == chain.c.edit,
        supersede.c.earlier_place == chain.c.place,
    )
    return select(chain.union(select(*found).select_from(in_order(chain, supersede, onward))))


_SUCCESSION = _succession()

_Place = tuple[int, int]


class SqlSuccession:
    """A model.undo.Succession for one edit, read in four statements."""

    def __init__(self, connection: Connection, event: int, edit_id: str) -> None:
        self._history = SqlHistory(connection, event)
        inside = connection.execute(_CHANGES_IN, {"in_event": event, "id": edit_id}).all()
        self._mine = [((edit_id, one.place), (one.table_name, one.row_id, one.field)) for one in inside]
        self._values = {(edit_id, one.place): plain_value(one.value) for one in inside if one.field == ALIVE}
        asked = {"in_event": event, "number": inside[0].number if inside else -1}
        chain = [
            ((early, at), (late, place)) for early, at, late, place in connection.execute(_SUCCESSION, asked)
        ]
        rows = [[one.table_name, one.row_id] for one in inside if one.field == ALIVE]
        on_rows = connection.execute(_ON_ROWS, {"in_event": event, "wanted": json_words(rows)}).all()
        numbers = (
            {number for pair in chain for number, _ in pair}
            | {one.edit for one in on_rows}
            | {asked["number"]}
        )
        facts = connection.execute(_FACTS, {"in_event": event, "wanted": json_words(sorted(numbers))}).all()
        self._facts = {one.id: one for one in facts}
        ids = {one.number: one.id for one in facts}
        self._later: dict[ChangeRef, list[ChangeRef]] = {}
        for (early, at), (late, place) in chain:
            self._later.setdefault((ids[early], at), []).append((ids[late], place))
        self._on_row: dict[RowKey, list[ChangeRef]] = {}
        for one in on_rows:
            self._on_row.setdefault((one.table_name, one.row_id), []).append((ids[one.edit], one.place))

    def changes_in(self, edit: str) -> Iterator[tuple[ChangeRef, FieldKey]]:
        return (one for one in self._mine if one[0][0] == edit)

    def superseders(self, ref: ChangeRef) -> Collection[ChangeRef]:
        return self._later.get(ref, ())

    def changes_on_row(self, row: RowKey) -> Collection[ChangeRef]:
        return self._on_row.get(row, ())

    def value_of(self, ref: ChangeRef) -> object:
        return self._values[ref]

    def has_seen(self, edit: str, earlier: str) -> bool:
        return self._history.has_seen(edit, earlier)

    def author_of(self, edit: str) -> str:
        return str(self._facts[edit].author)

    def is_effective(self, edit: str) -> bool:
        return bool(self._facts[edit].effective)


def standing_on(connection: Connection, event: int, edit_id: str, author: str) -> set[str]:
    """The effective edits of others that stand on this one."""
    return undo.standing_on(SqlSuccession(connection, event, edit_id), edit_id, author)
