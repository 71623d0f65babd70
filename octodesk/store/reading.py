# SPDX-License-Identifier: EUPL-1.2
"""The first paint: reading the database with the standard library alone, before SQLAlchemy is imported.

Every function opens the file to read only and closes it again; what another process writes meanwhile does not matter.
All raise StoreError: "not-a-database", "too-new", "corrupt", "locked", "unwritable" (it cannot be opened at all).
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from octodesk.model.document import Document
from octodesk.model.enclosures import NOTHING_ENCLOSED, Enclosures, attachment_name
from octodesk.model.log import Log
from octodesk.model.resolve import FieldKey, FieldState, Head, Life
from octodesk.model.rows import ROWS, Row
from octodesk.model.stamped import Damaged, read
from octodesk.model.text import Text
from octodesk.store.columns import row_table
from octodesk.store.contract import StoreError
from octodesk.store.errors import as_store_error
from octodesk.store.file_format import WITH_ENCLOSURES, has_our_shape, version_of

PATIENCE = 5.0
"""Seconds to wait while somebody else holds the file."""


@dataclass(frozen=True, slots=True)
class ListedEvent:
    """An event of the database, as a list shows it. `changed`: UTC of its newest edit, "2021-10-04T12:00:00Z"."""

    id: str
    name: Text
    short_name: str
    first_day: str
    last_day: str
    version: str
    sessions: int
    changed: str


# -- what the window and the command line ask


def default_path() -> Path:
    """The user's own database."""
    import platformdirs

    return platformdirs.user_data_path("octodesk", appauthor=False) / "octodesk.db"


def path_of(where: str | Path) -> Path:
    """A database given as a path or as a URL "sqlite:///…". Raises StoreError("not-a-database") for other URLs."""
    words = str(where)
    if words.startswith("sqlite:///") and words.removeprefix("sqlite:///") not in ("", ":memory:"):
        return Path(words.removeprefix("sqlite:///"))
    if "://" in words:
        raise StoreError("not-a-database", words)
    return Path(where)


def list_events(path: Path) -> tuple[ListedEvent, ...]:
    """The events of a database, the one that begins last first; () where there is no database yet."""
    with opened(path) as connection:
        return () if connection is None else listed(connection)


def read_document(path: Path, event_id: str) -> Document:
    """One event as it is now. Raises StoreError("unknown-event")."""
    with opened(path) as connection:
        if connection is None:
            raise StoreError("unknown-event", event_id)
        return document_of(connection, event_id)


def read_log(path: Path, event_id: str) -> Log:
    """All edits of one event. Raises StoreError("unknown-event")."""
    with opened(path) as connection:
        if connection is None:
            raise StoreError("unknown-event", event_id)
        return log_of(connection, event_id)


def read_enclosures(path: Path, event_id: str) -> Enclosures:
    """What belongs to an event beside its edits. Raises StoreError("unknown-event")."""
    with opened(path) as connection:
        if connection is None:
            raise StoreError("unknown-event", event_id)
        return enclosures_of(connection, event_id)


def read_settings(path: Path) -> dict[str, Any]:
    """All settings by name; {} where there is no database yet."""
    with opened(path) as connection:
        return {} if connection is None else settings_of(connection)


def find_event(events: Iterable[ListedEvent], name: str) -> str:
    """The id of the event with this id or short name (case does not matter).

    Raises StoreError("unknown-event"), and StoreError("ambiguous") where several have the name.
    """
    known = list(events)
    by_id = [one.id for one in known if one.id == name]
    found = by_id or [one.id for one in known if one.short_name.casefold() == name.casefold()]
    if not found:
        raise StoreError("unknown-event", name)
    if len(found) > 1:
        raise StoreError("ambiguous", name)
    return found[0]


# -- opening


@contextmanager
def opened(path: Path) -> Iterator[sqlite3.Connection | None]:
    """A connection in one reading transaction; None where there is no database yet. Raises StoreError."""
    if not path.exists():
        yield None
        return
    with as_store_error(path), closing(_connected(path)) as connection:
        connection.execute("BEGIN")
        version = version_of(connection, path)
        with as_damage(path):
            yield connection if version else None


def _connected(path: Path) -> sqlite3.Connection:
    address = path.absolute().as_uri() + "?mode=ro"
    connection = sqlite3.connect(address, uri=True, timeout=PATIENCE, isolation_level=None)
    try:
        connection.execute("SELECT count(*) FROM sqlite_schema")
    except sqlite3.OperationalError:
        log = path.with_name(path.name + "-wal")
        if log.exists() and log.stat().st_size:
            connection.close()
            raise
        # In a folder where nothing can be written SQLite cannot make its lock file; nobody writes there either.
        connection.close()
        connection = sqlite3.connect(address + "&immutable=1", uri=True, isolation_level=None)
    return connection


@contextmanager
def as_damage(where: Path | str) -> Iterator[None]:
    """Around turning columns into values: what cannot be read is damage of the file."""
    try:
        yield
    except Damaged as wrong:
        raise StoreError("corrupt", str(where)) from wrong
    except (ValueError, TypeError, KeyError, IndexError) as wrong:
        raise StoreError("corrupt", str(where)) from wrong


# -- on an open connection


def event_number(connection: sqlite3.Connection, event_id: str) -> int:
    """The number of an event inside this database. Raises StoreError("unknown-event")."""
    found = connection.execute("SELECT event FROM event_list WHERE id = ?", (event_id,)).fetchone()
    if found is None:
        raise StoreError("unknown-event", event_id)
    return int(found[0])


_LISTED = """
    SELECT list.id, it.name, it.short_name, it.first_day, it.last_day, it.version,
        (SELECT count(*) FROM session WHERE session.event = list.event AND session.alive = 1),
        (SELECT wall FROM edit WHERE edit.event = list.event ORDER BY edit.lamport DESC, edit.id DESC LIMIT 1)
    FROM event_list AS list JOIN event AS it ON it.event = list.event AND it.id = list.id
"""


def listed(connection: sqlite3.Connection) -> tuple[ListedEvent, ...]:
    if has_our_shape(connection):
        found = [
            ListedEvent(raw[0], Text.of(json.loads(raw[1])), *raw[2:]) for raw in connection.execute(_LISTED)
        ]
    else:
        found = [
            _listed_by_log(connection, one)
            for (one,) in connection.execute("SELECT id FROM event_list").fetchall()
        ]
    return tuple(sorted(found, key=lambda one: (one.first_day, one.id), reverse=True))


def _listed_by_log(connection: sqlite3.Connection, event_id: str) -> ListedEvent:
    log = log_of(connection, event_id)
    document = Document.of_log(log)
    event = document.event
    days = (event.first_day.isoformat(), event.last_day.isoformat())
    changed = next(reversed(list(log))).wall
    return ListedEvent(
        event_id, event.name, event.short_name, *days, event.version, len(document.sessions), changed
    )


def settings_of(connection: sqlite3.Connection) -> dict[str, Any]:
    found = connection.execute("SELECT name, value FROM setting ORDER BY name")
    return {name: json.loads(value) for name, value in found}


def document_of(connection: sqlite3.Connection, event_id: str) -> Document:
    """From the state tables; where they are of another shape than this program's, from the log."""
    event = event_number(connection, event_id)
    if not has_our_shape(connection):
        return Document.of_log(log_of(connection, event_id))
    tables: dict[str, dict[str, Row]] = {}
    buried: dict[str, dict[str, Row]] = {}
    for name in ROWS:
        tables[name], buried[name] = _rows_of(connection, event, name)
    lives = {
        (table, row): Life(alive=True, contested=what)
        for table, row, what in connection.execute(_CONTESTED, (event,))
    }
    unreadable = frozenset(connection.execute(_UNREADABLE, (event,)))
    return Document.of_rows(event_id, tables, buried, _open_fields(connection, event), lives, unreadable)


def _rows_of(connection: sqlite3.Connection, event: int, name: str) -> tuple[dict[str, Row], dict[str, Row]]:
    """The live rows of a table by id, and the dead ones."""
    table = row_table(name)
    columns = ", ".join(f'"{column}"' for column in table.selected)
    raws = connection.execute(f'SELECT {columns} FROM "{name}" WHERE event = ?', (event,)).fetchall()  # noqa: S608 our names
    rows = {row.id: row for row in table.rows(raws)}
    dead = {row_id for row_id, alive, *_ in raws if not alive}
    return {key: row for key, row in rows.items() if key not in dead}, {key: rows[key] for key in dead}


_CONTESTED = "SELECT table_name, row_id, question FROM contested WHERE event = ?"
_UNREADABLE = "SELECT table_name, row_id, field FROM unreadable WHERE event = ?"
_OPEN = """
    SELECT it.table_name, it.row_id, it.field, edit.id, change.place, change.value, change.first
    FROM open_field AS it
    CROSS JOIN in_force AS now ON now.event = it.event AND now.table_name = it.table_name AND now.row_id = it.row_id
        AND now.field = it.field
    CROSS JOIN change ON change.event = now.event AND change.edit = now.edit AND change.place = now.place
    CROSS JOIN edit ON edit.event = now.event AND edit.number = now.edit
    WHERE it.event = ?
    ORDER BY edit.lamport DESC, edit.id DESC, change.place DESC
"""


def _open_fields(connection: sqlite3.Connection, event: int) -> dict[FieldKey, FieldState]:
    heads: dict[FieldKey, list[Head]] = {}
    for table, row, field, edit, place, words, first in connection.execute(_OPEN, (event,)):
        value = None if words is None else json.loads(words)
        heads.setdefault((table, row, field), []).append(Head(edit, place, value, bool(first)))
    return {key: FieldState(tuple(found)) for key, found in heads.items()}


_CORES = "SELECT number, id, core FROM edit WHERE event = ? ORDER BY number"
_VALUES = "SELECT edit, salt, value FROM change WHERE event = ? ORDER BY edit, place"


def log_of(connection: sqlite3.Connection, event_id: str) -> Log:
    """Every edit checked against its id again. Raises Damaged."""
    event = event_number(connection, event_id)
    values: dict[int, list[tuple[str, Any] | None]] = {}
    for edit, salt, value in connection.execute(_VALUES, (event,)):
        values.setdefault(edit, []).append(kept_value(salt, value))
    cores = connection.execute(_CORES, (event,))
    return Log(read(edit_id, core, values.get(number, [])) for number, edit_id, core in cores)


def enclosures_of(connection: sqlite3.Connection, event_id: str) -> Enclosures:
    """What belongs to an event beside its edits. Raises Damaged."""
    event = event_number(connection, event_id)
    if version_of(connection, "") < WITH_ENCLOSURES:
        return NOTHING_ENCLOSED
    found = dict(connection.execute("SELECT sha256, content FROM attachment WHERE event = ?", (event,)))
    for name, content in found.items():
        if attachment_name(content) != name:
            raise Damaged("attachment-changed", attachment=name)
    parts = connection.execute(
        "SELECT name, format, content FROM unknown_part WHERE event = ?", (event,)
    ).fetchall()
    newest = max((number for _, number, _ in parts), default=0)
    return Enclosures(found, {name: content for name, _, content in parts}, newest)


def kept_value(salt: str | None, value: str | None) -> tuple[str, Any] | None:
    """A change's salt and value from its columns; None where they were removed for good."""
    return None if salt is None or value is None else (salt, json.loads(value))
