# SPDX-License-Identifier: EUPL-1.2
"""SQLAlchemy's engine on the database: its one connection, its pragmas, its transactions, its errors."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, cast

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from sqlalchemy.pool import QueuePool

from octodesk.model.fields import Wrong
from octodesk.store.contract import StoreError
from octodesk.store.errors import store_error


def engine_on(path: Path | None, *, patience: float) -> Engine:
    """An engine with a single connection, in memory where `path` is None. `patience`: seconds to wait for a lock.

    One connection, because SQLite before 3.51.3 can lose data where several write; threads wait for each other.
    """
    url = "sqlite://" if path is None else f"sqlite:///{path}"
    engine = create_engine(
        url,
        poolclass=QueuePool,
        pool_size=1,
        max_overflow=0,
        connect_args={"check_same_thread": False, "timeout": patience},
    )

    @event.listens_for(engine, "connect")
    def connected(connection: sqlite3.Connection, _record: Any) -> None:
        connection.isolation_level = None  # transactions begin below, not where the driver thinks fit
        # FULL, not NORMAL: at a power cut WAL with NORMAL loses edits the user was told are safe.
        for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "trusted_schema=OFF"):
            connection.execute(f"PRAGMA {pragma}")
        connection.execute("PRAGMA cell_size_check=ON")
        connection.execute("PRAGMA secure_delete=ON")  # what is removed for good lies in no free page
        connection.execute("PRAGMA cache_size=-16000")

    @event.listens_for(engine, "begin")
    def begun(connection: Connection) -> None:
        writes = connection.get_execution_options().get("writes", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """A transaction that only reads. Raises StoreError."""
    with _transaction(engine, writes=False) as connection:
        yield connection


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """A transaction that writes, all or nothing. Raises StoreError.

    What SQLite has rolled back by itself (a full disk) is not rolled back again: the driver looks first.
    """
    with _transaction(engine, writes=True) as connection:
        yield connection


@contextmanager
def _transaction(engine: Engine, *, writes: bool) -> Iterator[Connection]:
    where = engine.url.database or ""
    try:
        with engine.connect() as connection, connection.execution_options(writes=writes).begin():
            yield connection
    except DBAPIError as wrong:
        known = store_error(wrong.orig, where) if wrong.orig else None
        if known is None:
            raise
        raise known from wrong
    except sqlite3.Error as wrong:
        known = store_error(wrong, where)
        if known is None:
            raise
        raise known from wrong
    except (json.JSONDecodeError, Wrong) as wrong:  # only what lies in the tables is parsed in a transaction
        raise StoreError("corrupt", where) from wrong
    except PoolTimeout as wrong:
        raise StoreError("locked", where) from wrong


def driver(connection: Connection) -> sqlite3.Connection:
    """The standard library's connection below SQLAlchemy's, for what is shared with the first paint."""
    return cast("sqlite3.Connection", connection.connection.driver_connection)
