# SPDX-License-Identifier: EUPL-1.2
"""Whether a database holds what it should: every page, every edit by its hash, all that follows from the edits.

Only reads, by the standard library, on a connection of its own: may run in a thread beside the work.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from octodesk.model.delta import states_of
from octodesk.model.document import Document
from octodesk.model.log import Log
from octodesk.store.backup import damage_of
from octodesk.store.contract import StoreError
from octodesk.store.file_format import has_our_shape
from octodesk.store.reading import as_damage, document_of, enclosures_of, event_number, log_of, opened


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong. part: "pages" (SQLite's own check), "log" (edits or values), "index" (tables of the log that do not
    agree with it), "state" (tables that can be built again), "attachments"; `event` is "" for the whole file."""

    part: str
    event: str = ""


def faults_of(path: Path) -> tuple[Fault, ...]:
    """What is wrong with a database, () where all is well or there is none. Raises StoreError: "not-a-database",
    "too-new", "locked", "unwritable"."""
    try:
        with opened(path) as connection:
            return () if connection is None else tuple(_faults(connection))
    except StoreError as wrong:
        if wrong.reason != "corrupt":
            raise
        return (Fault("pages"),)


def _faults(connection: sqlite3.Connection) -> Iterator[Fault]:
    if damage_of(connection):
        yield Fault("pages")
    for (event,) in connection.execute("SELECT id FROM event_list ORDER BY id").fetchall():
        yield from (Fault(part, event) for part in _parts_of(connection, event))


def _parts_of(connection: sqlite3.Connection, event: str) -> Iterator[str]:
    try:
        with as_damage(event):
            log = log_of(connection, event)
    except (StoreError, sqlite3.Error):
        yield "log"
        return
    if log.damage():
        yield "log"
    number = event_number(connection, event)
    if not _agrees(connection, number, log):
        yield "index"
    elif not _follows(connection, event, number, log):
        yield "state"
    try:
        enclosures_of(connection, event)
    except ValueError:
        yield "attachments"


_EDITS = (
    "SELECT number, id, lamport, author, device, kind, wall, retracts, effective FROM edit WHERE event = ?"
)
_PARENTS = "SELECT edit, parent FROM edit_parent WHERE event = ?"
_CHANGES = "SELECT edit, place, table_name, row_id, field, first FROM change WHERE event = ?"
_SUPERSEDES = "SELECT edit, place, earlier, earlier_place FROM supersede WHERE event = ?"
_REDACTIONS = "SELECT edit, target, place FROM redaction WHERE event = ?"
_HEADS = "SELECT edit FROM head WHERE event = ?"
_IN_FORCE = "SELECT table_name, row_id, field, edit, place FROM in_force WHERE event = ?"


def _agrees(connection: sqlite3.Connection, event: int, log: Log) -> bool:
    """Whether the columns and tables beside the cores say what the cores say."""
    rows = connection.execute(_EDITS, (event,)).fetchall()
    numbers = {row[1]: row[0] for row in rows}
    edits = {
        (numbers.get(one.id), one.id, one.lamport, one.author.id, one.device, one.kind, one.wall,
         numbers.get(one.retracts), int(log.is_effective(one.id)))
        for one in log
    }  # fmt: skip
    refs = [(numbers.get(one.id), place, its) for one in log for place, its in enumerate(one.changes)]
    wanted: list[tuple[str, set[tuple[Any, ...]]]] = [
        (_PARENTS, {(numbers.get(one.id), numbers.get(parent)) for one in log for parent in one.parents}),
        (_CHANGES, {(number, place, *its.key, int(not its.supersedes)) for number, place, its in refs}),
        (_SUPERSEDES, {(number, place, numbers.get(at), there) for number, place, its in refs for at, there in its.supersedes}),
        (_REDACTIONS, {(numbers.get(one.id), numbers.get(at), there) for one in log for at, there in one.redacts}),
        (_HEADS, {(numbers.get(one),) for one in log.heads}),
    ]  # fmt: skip
    return set(rows) == edits and all(
        set(connection.execute(words, (event,)).fetchall()) == rows for words, rows in wanted
    )


def _follows(connection: sqlite3.Connection, event_id: str, event: int, log: Log) -> bool:
    """Whether the state tables are what the log resolves to."""
    if not has_our_shape(connection):
        return True  # they are built again before they are used
    numbers = dict(connection.execute("SELECT id, number FROM edit WHERE event = ?", (event,)).fetchall())
    states = states_of(log)
    heads = {
        (*row, name, numbers[head.edit], head.place)
        for row, named in states.items() for name, state in named.items() for head in state.heads
    }  # fmt: skip
    if set(connection.execute(_IN_FORCE, (event,)).fetchall()) != heads:
        return False
    try:
        return document_of(connection, event_id) == Document.of_log(log)
    except (StoreError, ValueError, TypeError):
        return False
