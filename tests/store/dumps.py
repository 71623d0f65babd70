# SPDX-License-Identifier: EUPL-1.2
"""Everything a database holds, to compare two of them or one with itself later."""

from __future__ import annotations

from typing import Any

from octodesk.store.engine import driver, reading
from octodesk.store.events import Database


def dump(database: Database) -> dict[str, list[tuple[Any, ...]]]:
    """All rows of all tables, sorted."""
    with reading(database._engine) as connection:
        raw = driver(connection)
        names = [name for (name,) in raw.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
        return {name: sorted(raw.execute(f'SELECT * FROM "{name}"'), key=repr) for name in names}
