# SPDX-License-Identifier: EUPL-1.2
"""The current state of an event in tables of its own, kept in step with the log by each Delta, or built from it anew."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Connection, and_, bindparam, delete, inspect, select, update
from sqlalchemy.dialects.sqlite import insert

from octodesk.model.delta import Delta, lives_of, states_of, whole
from octodesk.model.edit import ALIVE
from octodesk.model.log import Log
from octodesk.model.resolve import FieldKey, FieldState, Life, RowKey
from octodesk.model.row_values import is_readable, row_from, with_field
from octodesk.model.rows import ROWS, Row
from octodesk.store.bulk import run_many
from octodesk.store.columns import json_words, row_table, shape
from octodesk.store.file_format import SHAPE
from octodesk.store.history import EVENT, WANTED
from octodesk.store.joining import in_order
from octodesk.store.tables import (
    DERIVED,
    KEPT,
    OF_ROWS,
    contested,
    edit,
    head,
    in_force,
    open_field,
    setting,
    unreadable,
)

_EDIT_NUMBER = (
    select(edit.c.number).where(edit.c.event == EVENT, edit.c.id == bindparam("of")).scalar_subquery()
)
_CEASE = delete(in_force).where(
    in_force.c.event == EVENT,
    in_force.c.table_name == bindparam("its_table"),
    in_force.c.row_id == bindparam("its_row"),
    in_force.c.field == bindparam("its_field"),
)
_COME_INTO_FORCE = insert(in_force).values(
    event=EVENT,
    table_name=bindparam("its_table"),
    row_id=bindparam("its_row"),
    field=bindparam("its_field"),
    edit=_EDIT_NUMBER,
    place=bindparam("at"),
)
_SELECT_ROWS = {
    name: select(*(table.c[column] for column in row_table(name).selected)).select_from(
        in_order(WANTED, table, and_(table.c.event == EVENT, table.c.id == WANTED.c.value))
    )
    for name, table in OF_ROWS.items()
}
_WRITE_ROWS = {name: insert(table).prefix_with("OR REPLACE") for name, table in OF_ROWS.items()}
_DELETE_ROWS = {
    name: delete(table).where(table.c.event == EVENT, table.c.id == bindparam("of"))
    for name, table in OF_ROWS.items()
}
_OPEN = insert(open_field).on_conflict_do_nothing()
_SETTLE = delete(open_field).where(
    open_field.c.event == EVENT,
    open_field.c.table_name == bindparam("its_table"),
    open_field.c.row_id == bindparam("its_row"),
    open_field.c.field == bindparam("its_field"),
)
_UNREADABLE = insert(unreadable)
_READABLE = delete(unreadable).where(
    unreadable.c.event == EVENT,
    unreadable.c.table_name == bindparam("its_table"),
    unreadable.c.row_id == bindparam("its_row"),
    unreadable.c.field == bindparam("its_field"),
)
_CONTEST = insert(contested)
_UNCONTEST = delete(contested).where(
    contested.c.event == EVENT,
    contested.c.table_name == bindparam("its_table"),
    contested.c.row_id == bindparam("its_row"),
)


def write_delta(connection: Connection, event: int, delta: Delta) -> None:
    """Brings heads, rows and open questions to where a step has led."""
    _write_heads(connection, event, delta)
    _write_rows(connection, event, delta)
    _write_open(connection, event, delta)
    _write_unreadable(connection, event, delta)
    _write_contested(connection, event, delta.lives)


def _write_heads(connection: Connection, event: int, delta: Delta) -> None:
    """The changes now in force on each changed field instead of those before."""
    gone = [_named(event, key) for key, (before, _) in delta.fields.items() if before.heads]
    come = [
        {**_named(event, key), "of": one.edit, "at": one.place}
        for key, (_, after) in delta.fields.items()
        for one in after.heads
    ]
    run_many(connection, _CEASE, gone)
    run_many(connection, _COME_INTO_FORCE, come)


def _write_rows(connection: Connection, event: int, delta: Delta) -> None:
    values: dict[RowKey, list[tuple[str, Any]]] = {}
    for (table, row_id, field), (_, after) in delta.fields.items():
        values.setdefault((table, row_id), []).append((field, after.value))
    of_table: dict[str, list[str]] = {}
    for table, row_id in delta.lives:
        of_table.setdefault(table, []).append(row_id)
    for name, ids in of_table.items():
        if name in ROWS:
            known = _known_rows(connection, event, name, ids)
            run_many(connection, _WRITE_ROWS[name], [
                {
                    "event": event,
                    "alive": int(delta.lives[name, row_id].alive),
                    **row_table(name).written(_changed(name, row_id, known.get(row_id), values.get((name, row_id), ()))),
                }
                for row_id in ids
            ])  # fmt: skip


def _known_rows(connection: Connection, event: int, name: str, ids: list[str]) -> dict[str, Row]:
    found = connection.execute(_SELECT_ROWS[name], {"in_event": event, "wanted": json_words(ids)}).all()
    return {row.id: row for row in row_table(name).rows(found)}


def _changed(name: str, row_id: str, row: Row | None, values: Iterable[tuple[str, Any]]) -> Row:
    if row is None:
        return row_from(name, row_id, values)
    for field, value in values:
        row = with_field(row, name, field, value)
    return row


def _write_open(connection: Connection, event: int, delta: Delta) -> None:
    opened: list[FieldKey] = []
    settled: list[FieldKey] = []
    for key, (before, after) in delta.fields.items():
        if key[2] == ALIVE or before.is_open == after.is_open:
            continue
        (opened if after.is_open else settled).append(key)
    run_many(connection, _SETTLE, [_named(event, key) for key in settled])
    run_many(connection, _OPEN, [_columns(event, key) for key in opened])


def _write_unreadable(connection: Connection, event: int, delta: Delta) -> None:
    before = [key for key, (state, _) in delta.fields.items() if not _is_readable(key, state)]
    after = [key for key, (_, state) in delta.fields.items() if not _is_readable(key, state)]
    run_many(connection, _READABLE, [_named(event, key) for key in before])
    run_many(connection, _UNREADABLE, [_columns(event, key) for key in after])


def _is_readable(key: FieldKey, state: FieldState) -> bool:
    return is_readable(key[0], key[2], state.value)


def _write_contested(connection: Connection, event: int, lives: Mapping[RowKey, Life]) -> None:
    run_many(
        connection,
        _UNCONTEST,
        [{"in_event": event, "its_table": table, "its_row": row} for table, row in lives],
    )
    run_many(connection, _CONTEST, [
        {"event": event, "table_name": table, "row_id": row, "question": life.contested}
        for (table, row), life in lives.items()
        if life.contested
    ])  # fmt: skip


def _named(event: int, key: FieldKey) -> dict[str, Any]:
    return {"in_event": event, "its_table": key[0], "its_row": key[1], "its_field": key[2]}


def _columns(event: int, key: FieldKey) -> dict[str, Any]:
    return {"event": event, "table_name": key[0], "row_id": key[1], "field": key[2]}


def drop_rows(connection: Connection, event: int, rows: Iterable[RowKey]) -> None:
    """Forgets rows of which the log no longer knows anything."""
    for table, row_id in rows:
        if table in ROWS:
            connection.execute(_DELETE_ROWS[table], {"in_event": event, "of": row_id})


# -- building all of it anew

_EFFECTIVE = (
    update(edit).where(edit.c.event == EVENT, edit.c.id == bindparam("of")).values(effective=bindparam("now"))
)

_HEAD = insert(head).values(event=EVENT, edit=_EDIT_NUMBER)


def rebuild(connection: Connection, event: int, log: Log) -> None:
    """Builds everything that follows from the log anew: state tables, heads, what is in force, what is effective."""
    at = {"in_event": event}
    for table in (*DERIVED.sorted_tables, head):
        connection.execute(delete(table).where(table.c.event == EVENT), at)
    facts = [{"in_event": event, "of": one.id, "now": int(log.is_effective(one.id))} for one in log]
    if facts:
        connection.execute(_EFFECTIVE, facts)
    run_many(connection, _HEAD, [{"in_event": event, "of": one} for one in sorted(log.heads)])
    states = states_of(log)
    write_delta(connection, event, whole(states, lives_of(log, states)))


def make_tables(connection: Connection) -> None:
    """Drops all state tables, those of other program versions too, and makes them as this program wants them."""
    for name in inspect(connection).get_table_names():
        if name not in KEPT.tables:
            connection.exec_driver_sql(f'DROP TABLE "{name}"')
    DERIVED.create_all(connection)
    remember = insert(setting).values(name=SHAPE, value=json_words(shape()))
    connection.execute(
        remember.on_conflict_do_update(index_elements=["name"], set_={"value": json_words(shape())})
    )
