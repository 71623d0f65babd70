# SPDX-License-Identifier: EUPL-1.2
"""Copies of the whole database that are known to be good: made by SQLite's backup, checked, and only then named."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from octodesk.store.contract import StoreError
from octodesk.store.errors import as_store_error

_PAGES_AT_ONCE = 4096


def verified_copy(source: sqlite3.Connection, target: Path) -> Path:
    """Writes a copy of an open database, whole or not at all, over an older one of that name.

    Raises StoreError: "corrupt" where the copy does not pass SQLite's check, "disk-full", "read-only" …
    """
    unfinished = target.with_name(target.name + ".unfinished")
    with as_store_error(target):
        target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        unfinished.unlink(missing_ok=True)
        try:
            _copy(source, unfinished)
            _sync(unfinished)
            unfinished.replace(target)
        finally:
            unfinished.unlink(missing_ok=True)
    return target


def _copy(source: sqlite3.Connection, target: Path) -> None:
    with closing(sqlite3.connect(target, isolation_level=None)) as copy:
        source.backup(copy, pages=_PAGES_AT_ONCE)
        copy.execute("PRAGMA journal_mode=DELETE")  # one file, which can lie anywhere
        if wrong := damage_of(copy):
            raise StoreError("corrupt", wrong[0])


def damage_of(connection: sqlite3.Connection) -> list[str]:
    """What SQLite finds wrong with a database, [] where all is well."""
    found = [words for (words,) in connection.execute("PRAGMA quick_check(10)")]
    return [] if found == ["ok"] else found


def _sync(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())
