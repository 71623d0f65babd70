# SPDX-License-Identifier: EUPL-1.2
"""The conferences kept on this computer, as the window needs them: listed, opened, taken in from a log.

What is only looked at is read by the standard library. The database is opened to write when something asks for it, or
after the first paint: SQLAlchemy takes longer to import than everything else of the start.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from octodesk.model.beginning import Pen
from octodesk.model.edit import Author
from octodesk.model.enclosures import NOTHING_ENCLOSED, Enclosures
from octodesk.model.identity import author_id
from octodesk.model.log import Log
from octodesk.store import reading
from octodesk.store.contract import StoreError
from octodesk.store.locking import WritingLock
from octodesk.store.reading import ListedEvent
from octodesk.ui.identity import Identity
from octodesk.ui.late_store import LateStore
from octodesk.ui.put_away import Place, PutAway

if TYPE_CHECKING:
    from octodesk.store.appending import SqlStore
    from octodesk.store.drafts import Drafts
    from octodesk.store.events import Database
    from octodesk.store.repairing import Repair

AUTHOR_ID, AUTHOR_NAME, DEVICE = "author-id", "author-name", "device"
"""What the database's settings call them."""


class Shelf:
    """One process has it at a time. Every call may raise StoreError; the first is "in-use"."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.copy_failed: Callable[[StoreError], None] = lambda _wrong: None
        """Hears why a safety copy could not be made; the work goes on."""
        self._lock = WritingLock(path).take()
        self._opened: Database | None = None

    @property
    def is_open(self) -> bool:
        return self._opened is not None

    @property
    def database(self) -> Database:
        """Opened to write."""
        if self._opened is None:
            from octodesk.store.events import Database

            self._opened = Database(self.path, lock=self._lock, before=self._copy_before)
        return self._opened

    def _copy_before(self, why: str) -> None:
        from octodesk.store.backups import BackupsBefore

        BackupsBefore(self.path, lambda: datetime.now(UTC), self.copy_failed)(why)

    def repair(self, pen: Pen, now: datetime) -> Repair:
        """Puts a sound database in the place of a damaged one; no conference of it may be in use."""
        from octodesk.store.repairing import repaired

        if self._opened is not None:
            self._opened.close()
            self._opened = None
            self._lock.take()
        return repaired(self.path, pen, now)

    @staticmethod
    def prepare() -> None:
        """Imports what opening needs; may be done in a thread, where opening itself may not."""
        import octodesk.store.events  # noqa: F401

    def events(self) -> Sequence[ListedEvent]:
        return self.database.events() if self.is_open else reading.list_events(self.path)

    def holds(self, event: str) -> bool:
        return any(one.id == event for one in self.events())

    def open(self, event: str) -> LateStore:
        """Raises StoreError("unknown-event")."""
        return LateStore(reading.read_document(self.path, event), lambda: self.database.open(event))

    def take_in(
        self, log: Log, *, received: bytes = b"", source: str = "", enclosed: Enclosures = NOTHING_ENCLOSED
    ) -> SqlStore:
        """The conference of a log: a new one, or the one that is here with what it lacked, as Desk.merge takes it."""
        try:
            return self.database.add(log, enclosed)
        except StoreError as wrong:
            if wrong.reason != "event-known":
                raise
        store = self.database.open(log.event)
        lacking = store.lacking(edit.id for edit in log)
        new = [edit for edit in log if edit.id in lacking]
        if new:
            store.merge(new, received=received, source=source, enclosed=enclosed)
        else:
            store.enclose(enclosed)
        return store

    # -- what is put away

    @property
    def put_away(self) -> PutAway:
        """What is archived and what is deleted."""
        return PutAway.of(self._settings())

    def put(self, event: str, place: Place, today: date) -> None:
        """Archives a conference, deletes it for KEPT_DAYS, or brings it back."""
        self.put_away.moved(event, place, today).keep(self.database.settings)

    def clear_away(self, today: date) -> None:
        """Those that have lain deleted long enough go for good."""
        for event in self.put_away.lapsed(today):
            if self.holds(event):
                self.database.remove(event)
            self.put(event, "here", today)

    def drafts(self, event: str) -> Drafts:
        """What was being typed in a conference."""
        return self.database.open(event).drafts

    @property
    def name(self) -> str:
        """The author's name, "" until somebody has given it."""
        return str(self._settings().get(AUTHOR_NAME, ""))

    def name_author(self, name: str) -> None:
        self.database.settings.set(AUTHOR_NAME, name)

    @property
    def identity(self) -> Identity:
        """Who edits here; by the login name until somebody has given a better one."""
        from getpass import getuser

        kept = self._settings()
        if not (kept.get(AUTHOR_ID) and kept.get(DEVICE)):
            made = self.database.settings.identity(lambda: os.urandom(16))
            kept = {AUTHOR_ID: made.author.id, AUTHOR_NAME: made.author.name, DEVICE: made.device}
        author = Author(str(kept[AUTHOR_ID]), str(kept.get(AUTHOR_NAME) or getuser()))
        return Identity(author, str(kept[DEVICE]))

    def identity_or_login(self) -> Identity:
        """As `identity`; where the settings cannot be read either, the login name stands for the author."""
        from getpass import getuser

        try:
            return self.identity
        except StoreError:
            return Identity(Author(author_id(getuser()), getuser()), "repair")

    def _settings(self) -> dict[str, object]:
        return self.database.settings.all() if self.is_open else reading.read_settings(self.path)

    def close(self) -> None:
        if self._opened is not None:
            self._opened.close()
        self._lock.release()
