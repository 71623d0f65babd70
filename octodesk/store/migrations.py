# SPDX-License-Identifier: EUPL-1.2
"""Bringing a database to what this program wants: made, migrated step by step, its state tables made anew.

What is kept (the log above all) changes only by the functions of STEPS, each in its own transaction together with the
number of the version it leads to, after a verified copy of the database has been taken. State tables need no steps:
where their shape is another one they are dropped and built from the log.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from sqlalchemy import Connection, Engine

from octodesk.store import derived
from octodesk.store.backup import verified_copy
from octodesk.store.engine import driver, reading, writing
from octodesk.store.file_format import APPLICATION_ID, VERSION, has_our_shape, version_of
from octodesk.store.reading import event_number, log_of
from octodesk.store.tables import KEPT

Step = Callable[[Connection], None]


def _merges_say_more(connection: Connection) -> None:
    """Version 1 had the table, and nothing ever wrote to it."""
    connection.exec_driver_sql("DROP TABLE merge_step")
    connection.exec_driver_sql(
        "CREATE TABLE merge_step (event INTEGER NOT NULL, number INTEGER NOT NULL, heads TEXT NOT NULL,"
        " edits TEXT NOT NULL, source TEXT NOT NULL, lamport INTEGER NOT NULL,"
        " final INTEGER NOT NULL CHECK (final IN (0, 1)), received BLOB NOT NULL, PRIMARY KEY (event, number),"
        " FOREIGN KEY(event) REFERENCES event_list (event)) STRICT"
    )


def _files_lie_beside_the_edits(connection: Connection) -> None:
    connection.exec_driver_sql(
        "CREATE TABLE attachment (event INTEGER NOT NULL, sha256 TEXT NOT NULL, content BLOB NOT NULL,"
        " PRIMARY KEY (event, sha256), FOREIGN KEY(event) REFERENCES event_list (event)) STRICT"
    )
    connection.exec_driver_sql(
        "CREATE TABLE unknown_part (event INTEGER NOT NULL, name TEXT NOT NULL, format INTEGER NOT NULL,"
        " content BLOB NOT NULL, PRIMARY KEY (event, name),"
        " FOREIGN KEY(event) REFERENCES event_list (event)) STRICT"
    )


STEPS: tuple[Step, ...] = (_merges_say_more, _files_lie_beside_the_edits)
"""The nth leads from version n to n + 1. Never changed once released: they are how old databases are opened for ever."""


def bring_up_to_date(engine: Engine, path: Path | None, *, steps: Sequence[Step] = STEPS) -> None:
    """Makes or migrates the database. Raises StoreError: "not-a-database", "too-new", and what writing can raise."""
    where = path or ""
    with reading(engine) as connection:
        version = version_of(driver(connection), where)
    if version == 0:
        _make(engine)
        return
    for number, step in enumerate(steps[version - 1 :], start=version):
        _migrate(engine, path, step, number)
    with reading(engine) as connection:
        ours = has_our_shape(driver(connection))
    if not ours:
        rebuild_all(engine)


def _make(engine: Engine) -> None:
    with writing(engine) as connection:
        KEPT.create_all(connection)
        derived.make_tables(connection)
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.exec_driver_sql(f"PRAGMA user_version = {VERSION}")


def _migrate(engine: Engine, path: Path | None, step: Step, number: int) -> None:
    if path is not None:
        with engine.connect() as connection:
            verified_copy(driver(connection), copy_before(path, number))
    with writing(engine) as connection:
        step(connection)
        connection.exec_driver_sql(f"PRAGMA user_version = {number + 1}")


def copy_before(path: Path, version: int) -> Path:
    """Where the copy lies that was taken before leaving a version."""
    return path.with_name(f"{path.name}.version-{version}.copy")


def rebuild_all(engine: Engine) -> None:
    """Drops the state tables and builds them from the log, all events in one transaction."""
    with writing(engine) as connection:
        raw = driver(connection)
        events = [event_id for (event_id,) in raw.execute("SELECT id FROM event_list").fetchall()]
        derived.make_tables(connection)
        for event_id in events:
            derived.rebuild(connection, event_number(raw, event_id), log_of(raw, event_id))
