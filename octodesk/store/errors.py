# SPDX-License-Identifier: EUPL-1.2
"""SQLite's own errors as the store's codes. What is not listed here is a bug, and stays as it is."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from octodesk.store.contract import StoreError

_SHARED_MEMORY_FULL = sqlite3.SQLITE_IOERR_SHMSIZE
_REASONS = {
    sqlite3.SQLITE_FULL: "disk-full",
    sqlite3.SQLITE_READONLY: "read-only",
    sqlite3.SQLITE_PERM: "read-only",
    sqlite3.SQLITE_BUSY: "locked",
    sqlite3.SQLITE_LOCKED: "locked",
    sqlite3.SQLITE_CORRUPT: "corrupt",
    sqlite3.SQLITE_NOTADB: "not-a-database",
    sqlite3.SQLITE_CANTOPEN: "unwritable",
    sqlite3.SQLITE_IOERR: "unwritable",
    sqlite3.SQLITE_AUTH: "unwritable",
}
_SIGNS_OF_DAMAGE = ("Could not decode to UTF-8", "malformed", "no such table", "no such column")


def store_error(wrong: BaseException, where: Path | str) -> StoreError | None:
    """The StoreError for an error of sqlite3, None where it says that the program is wrong, not the machine."""
    if not isinstance(wrong, sqlite3.Error):
        return None
    code = getattr(wrong, "sqlite_errorcode", None) or 0
    if code == _SHARED_MEMORY_FULL:
        return StoreError("disk-full", str(where))
    reason = _REASONS.get(code & 0xFF)
    if reason is None and any(sign in str(wrong) for sign in _SIGNS_OF_DAMAGE):
        reason = "corrupt"
    return StoreError(reason, str(where)) if reason else None


@contextmanager
def as_store_error(where: Path | str) -> Iterator[None]:
    """Around work with sqlite3 itself: its errors come out as StoreError, and so do a folder's."""
    try:
        yield
    except sqlite3.Error as wrong:
        known = store_error(wrong, where)
        if known is None:
            raise
        raise known from wrong
    except PermissionError as wrong:
        raise StoreError("read-only", str(where)) from wrong
    except OSError as wrong:
        raise StoreError("unwritable", str(where)) from wrong
