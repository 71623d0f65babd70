# SPDX-License-Identifier: EUPL-1.2
"""What makes a file OctoDesk's database, and which version of it: looked at before anything else is read."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

from octodesk.store.columns import shape
from octodesk.store.contract import StoreError

APPLICATION_ID = 0x4F63746F
""""Octo", in the header of the file."""
VERSION = 3
"""Of the tables that are kept. The state tables have none: see SHAPE."""
WITH_ENCLOSURES = 3
"""The first version with tables for what belongs to an event beside its edits."""
SHAPE = "derived-shape"
"""The setting that says which shape the state tables have; where it is another than ours they are made anew."""


def version_of(connection: sqlite3.Connection, path: Path | str) -> int:
    """The version of a database, 0 for an empty one. Raises StoreError("not-a-database", "too-new")."""
    application = connection.execute("PRAGMA application_id").fetchone()[0]
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    empty = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0] == 0
    if application == 0 and empty:
        return 0
    if application != APPLICATION_ID:
        raise StoreError("not-a-database", str(path))
    if version > VERSION:
        raise StoreError("too-new", str(path))
    return version


def has_our_shape(connection: sqlite3.Connection) -> bool:
    """Whether the state tables are those of this program."""
    found = connection.execute("SELECT value FROM setting WHERE name = ?", (SHAPE,)).fetchone()
    return found is not None and json.loads(found[0]) == shape()
