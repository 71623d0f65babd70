# SPDX-License-Identifier: EUPL-1.2
"""Copies of the database kept in a folder beside it: the newest ten, and one for each of the last fourteen days.

Each is a whole database of its own, made by SQLite's backup and checked before it gets its name.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Iterable
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from octodesk.store.backup import verified_copy
from octodesk.store.contract import StoreError
from octodesk.store.errors import as_store_error

NEWEST, DAYS = 10, 14
_NAME = re.compile(r"octodesk-(\d{8}T\d{6}Z)-(opened|merge)\.db")
_STAMP = "%Y%m%dT%H%M%SZ"


@dataclass(frozen=True, slots=True)
class Backup:
    """A copy: where it lies, when it was made (UTC, aware), and before what: "opened", "merge" or "migration"."""

    path: Path
    at: datetime
    why: str


def folder_of(database: Path) -> Path:
    return database.with_name("backups")


def backups_of(database: Path) -> tuple[Backup, ...]:
    """The copies of a database, the newest first; () where there are none."""
    folder = folder_of(database)
    found = [_backup(path) for path in folder.iterdir()] if folder.is_dir() else []
    found += [_before_migration(path) for path in database.parent.glob(f"{database.name}.version-*.copy")]
    return tuple(sorted((one for one in found if one), key=lambda one: (one.at, one.why), reverse=True))


def _backup(path: Path) -> Backup | None:
    match = _NAME.fullmatch(path.name)
    if match is None:
        return None
    return Backup(path, datetime.strptime(match[1], _STAMP).replace(tzinfo=UTC), match[2])


def _before_migration(path: Path) -> Backup:
    return Backup(path, datetime.fromtimestamp(path.stat().st_mtime, UTC), "migration")


def back_up(database: Path, why: str, now: datetime) -> Backup | None:
    """Makes a copy now, and lets those go that are no longer kept; None where nothing has changed since the newest.

    Raises StoreError, and has then left the older copies as they were: "corrupt" where the database does not pass
    SQLite's check, "disk-full" …
    """
    known = backups_of(database)
    if not database.exists() or (known and not _changed_since(database, known[0].path)):
        return None
    made = Backup(folder_of(database) / f"octodesk-{now.astimezone(UTC).strftime(_STAMP)}-{why}.db", now, why)
    address = database.absolute().as_uri() + "?mode=ro"
    with as_store_error(database), closing(sqlite3.connect(address, uri=True)) as source:
        verified_copy(source, made.path)
    for old in _superfluous(backups_of(database)):
        with as_store_error(old.path):
            old.path.unlink(missing_ok=True)
    return made


def _changed_since(database: Path, copy: Path) -> bool:
    """By the files' times: what is written to the database is written to its log first."""
    parts = (database.with_name(database.name + tail) for tail in ("", "-wal"))
    newest = max((part.stat().st_mtime_ns for part in parts if part.exists()), default=0)
    return newest > copy.stat().st_mtime_ns


def _superfluous(newest_first: Iterable[Backup]) -> list[Backup]:
    """All but the newest few, the newest of each of the last days there was one, and those before a migration."""
    listed = list(newest_first)
    kept = listed[:NEWEST] + [one for one in listed if one.why == "migration"]
    by_day: dict[object, Backup] = {}
    for one in listed:
        by_day.setdefault(one.at.date(), one)
    kept += list(by_day.values())[:DAYS]
    return [one for one in listed if one not in kept]


class BackupsBefore:
    """Makes copies before something is done to a database. A copy that fails must not keep the work from going on: what
    was wrong is told to `trouble`."""

    def __init__(
        self, database: Path, now: Callable[[], datetime], trouble: Callable[[StoreError], None]
    ) -> None:
        self._database, self._now, self._trouble = database, now, trouble

    def __call__(self, why: str) -> None:
        try:
            back_up(self._database, why, self._now())
        except StoreError as wrong:
            self._trouble(wrong)
