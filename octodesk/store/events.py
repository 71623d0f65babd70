# SPDX-License-Identifier: EUPL-1.2
"""The database of all of a user's events, opened to write. Import it after the first paint: it brings SQLAlchemy."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from pathlib import Path
from types import TracebackType

from sqlalchemy import delete, insert

from octodesk.model.enclosures import NOTHING_ENCLOSED, Enclosures
from octodesk.model.log import Log
from octodesk.model.resolve import RowKey
from octodesk.store import enclosing, migrations, steps
from octodesk.store.appending import SqlStore
from octodesk.store.backup import damage_of, verified_copy
from octodesk.store.contract import StoreError
from octodesk.store.enclosing import enclose
from octodesk.store.engine import driver, engine_on, reading, writing
from octodesk.store.errors import as_store_error
from octodesk.store.locking import WritingLock
from octodesk.store.reading import (
    PATIENCE,
    ListedEvent,
    as_damage,
    event_number,
    find_event,
    listed,
    opened,
    path_of,
)
from octodesk.store.settings import Settings
from octodesk.store.tables import DERIVED, KEPT, event_list


class Database:
    """All events. One process has it open at a time; every change is one transaction, safe when the call returns.

    Everything that fails for the machine's sake is a StoreError: "in-use" (another process has it), "locked" (somebody
    else's program holds the file), "disk-full", "read-only", "unwritable", "corrupt", "not-a-database", "too-new".
    """

    def __init__(
        self,
        where: str | Path,
        *,
        lock: WritingLock | None = None,
        patience: float = PATIENCE,
        steps: Sequence[migrations.Step] = migrations.STEPS,
        before: Callable[[str], None] = lambda _why: None,
    ) -> None:
        """`where`: a path or "sqlite:///PATH", made if it is not there; "sqlite://" is one in memory.

        `lock` is handed over if the caller holds it already: it is released by `close`, but not where this raises.
        `patience`: seconds to wait for a file that another program holds. `before` hears "merge" before one.
        """
        self.path = None if str(where) == "sqlite://" else path_of(where)
        if self.path:
            with opened(self.path):  # somebody else's file is found out before anything is changed in it
                pass
        self._lock = lock or (WritingLock(self.path) if self.path else None)
        self._engine = engine_on(self.path, patience=patience)
        self._before = before
        self.settings = Settings(self._engine)
        try:
            self._prepare(steps)
        except BaseException:
            self._engine.dispose()
            if self._lock and not lock:
                self._lock.release()
            raise

    def _prepare(self, steps: Sequence[migrations.Step]) -> None:
        if self._lock:
            self._lock.take()
        self._make_private()
        if wrong := self.damage():  # 10 ms for 9 MB, 0.1 s for 74 MB (20,000 edits of 5,000 sessions)
            raise StoreError("corrupt", wrong[0])
        with as_damage(self.path or ""):
            migrations.bring_up_to_date(self._engine, self.path, steps=steps)

    def _make_private(self) -> None:
        """A new file is for its owner alone: people's telephone numbers lie in it."""
        if self.path and not self.path.exists():
            with as_store_error(self.path):
                self.path.touch(mode=0o600)

    # -- events

    def events(self) -> tuple[ListedEvent, ...]:
        """The one that begins last first."""
        with reading(self._engine) as connection, as_damage(self.path or ""):
            return listed(driver(connection))

    def find(self, name: str) -> str:
        """The id of an event by id or short name. Raises StoreError("unknown-event", "ambiguous")."""
        return find_event(self.events(), name)

    def holds(self, event_id: str) -> bool:
        return any(one.id == event_id for one in self.events())

    def open(self, event_id: str) -> SqlStore:
        """Raises StoreError("unknown-event")."""
        with reading(self._engine) as connection:
            number = event_number(driver(connection), event_id)
        return SqlStore(self._engine, number, event_id, self._before)

    def add(self, log: Log, enclosed: Enclosures = NOTHING_ENCLOSED) -> SqlStore:
        """A new event from all its edits. Raises StoreError("event-known") where it is there already, Damaged."""
        with writing(self._engine) as connection:
            known = (
                driver(connection).execute("SELECT 1 FROM event_list WHERE id = ?", (log.event,)).fetchone()
            )
            if known or not log.event:
                raise StoreError("event-known" if known else "unknown-event", log.event)
            number = connection.execute(insert(event_list), {"id": log.event}).inserted_primary_key
            assert number is not None
            steps.take_in(connection, number[0], log.event, list(log))
            enclose(connection, number[0], enclosed)
        return SqlStore(self._engine, number[0], log.event, self._before)

    def remove(self, event_id: str) -> None:
        """Takes an event with all its edits and drafts out of this database. Raises StoreError("unknown-event")."""
        with writing(self._engine) as connection:
            event = event_number(driver(connection), event_id)
            for table in (*DERIVED.sorted_tables, *reversed(KEPT.sorted_tables)):
                if "event" in table.c:
                    connection.execute(delete(table).where(table.c.event == event))

    # -- the file

    def rebuild(self) -> None:
        """Builds all that follows from the logs anew."""
        with as_damage(self.path or ""):
            migrations.rebuild_all(self._engine)

    def damage(self) -> list[str]:
        """What SQLite finds wrong when it looks at every page, [] where all is well."""
        with reading(self._engine) as connection:
            return damage_of(driver(connection))

    def flush(self) -> None:
        """Brings the write-ahead log into the file and empties it: what was blanked lies in neither."""
        with self._engine.connect() as connection, as_store_error(self.path or ""):
            driver(connection).execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def forget_beside(self, event_id: str, rows: Collection[RowKey], attachments: Collection[str]) -> None:
        """Takes out drafts of these rows, these attachments, and all files received, which may hold what was removed."""
        with writing(self._engine) as connection:
            event = event_number(driver(connection), event_id)
            enclosing.forget(connection, event, rows, attachments)
        self.flush()

    def copy_to(self, target: Path) -> Path:
        """A verified copy of the whole database in one file."""
        with self._engine.connect() as connection:
            return verified_copy(driver(connection), target)

    def close(self) -> None:
        self._engine.dispose()
        if self._lock:
            self._lock.release()

    def __enter__(self) -> Database:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, wrong: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
