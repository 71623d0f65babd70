# SPDX-License-Identifier: EUPL-1.2
"""Rows the log holds dead: kept beside the live ones, as their ids are never given again, and brought back where a live
row still refers to them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from octodesk.model.resolve import Life, RowKey
from octodesk.model.row_values import references, row_from, with_field
from octodesk.model.rows import ROWS, Row

Tables = Mapping[str, Mapping[str, Row]]

RETURNED = Life(False, "deleted")
"""A row the log holds dead, shown all the same because a live row refers to it."""


def bury_or_keep(
    tables: dict[str, dict[str, Row]],
    buried: dict[str, dict[str, Row]],
    row_key: RowKey,
    values: Iterable[tuple[str, Any]],
    life: Life,
) -> None:
    """Sets values of a row and puts it among the living or the dead. A table of a newer program is passed over."""
    name, row_id = row_key
    if name not in ROWS:
        return
    alive, dead = tables.setdefault(name, {}), buried.setdefault(name, {})
    row = alive.pop(row_id, None) or dead.pop(row_id, None)
    if row is None:
        row = row_from(name, row_id, values)
    else:
        for field, value in values:
            row = with_field(row, name, field, value)
    (alive if life.alive else dead)[row_id] = row


def needed_dead_rows(tables: Tables, buried: Tables, returned: Collection[RowKey]) -> set[RowKey]:
    """The dead rows that live ones refer to, and those that these refer to; rows now `returned` count as dead.

    An id that never was a row's counts too: it stands for an empty row.
    """
    waiting = [
        row for name, table in tables.items() for row in table.values() if (name, row.id) not in returned
    ]
    needed: set[RowKey] = set()
    while waiting:
        for name, row_id in references(waiting.pop()):
            found = tables.get(name, {}).get(row_id)
            if (name, row_id) in needed or (found is not None and (name, row_id) not in returned):
                continue
            needed.add((name, row_id))
            waiting.append(found or buried.get(name, {}).get(row_id) or ROWS[name](row_id))
    return needed
