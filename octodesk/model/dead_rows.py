# SPDX-License-Identifier: EUPL-1.2
"""Rows the log holds dead: kept beside the live ones, as their ids are never given again, and brought back where a live
row still refers to them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from operator import attrgetter
from typing import Any

from octodesk.model.resolve import Life, RowKey
from octodesk.model.row_values import references, row_from, with_field
from octodesk.model.rows import ROWS, Row, attribute, fields_of, references_of

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


def bring_back(
    tables: dict[str, Mapping[str, Row]],
    buried: dict[str, Mapping[str, Row]],
    lives: dict[RowKey, Life],
    touched: Iterable[RowKey] | None,
) -> None:
    """After some rows were touched (None: all): brings back dead rows that live ones refer to, buries again those nobody
    refers to any more. Tables that change are replaced by copies."""
    returned = {row for row, life in lives.items() if life == RETURNED}
    dangle = _dangles(tables) if touched is None else any(_may_dangle(tables, row) for row in touched)
    if not (returned or dangle):
        return
    needed = needed_dead_rows(tables, buried, returned)
    alive = {name: dict(tables.get(name, {})) for name, _ in returned ^ needed}
    dead = {name: dict(buried.get(name, {})) for name in alive}
    for name, row_id in returned - needed:
        dead[name][row_id] = alive[name].pop(row_id)
        del lives[name, row_id]
    for name, row_id in needed - returned:
        alive[name][row_id] = dead[name].pop(row_id) if row_id in dead[name] else ROWS[name](row_id)
        lives[name, row_id] = RETURNED
    tables.update(alive)
    buried.update(dead)


def _may_dangle(tables: Tables, row_key: RowKey) -> bool:
    name, row_id = row_key
    row = tables.get(name, {}).get(row_id)
    if row is None:
        return name in ROWS
    return any(row_id not in tables.get(table, {}) for table, row_id in references(row))


def _dangles(tables: Tables) -> bool:
    """Whether any live row refers to one that does not live; a whole document is looked at column by column."""
    return any(
        not _referred_to(table.values(), name, field) <= tables.get(target, {}).keys()
        for name, table in tables.items()
        for field, target in references_of(name)
    )


def _referred_to(rows: Iterable[Row], table: str, field: str) -> set[str]:
    values = set(map(attrgetter(attribute(field)), rows))
    match fields_of(table)[field].name:
        case "reference":
            found = values
        case "placement":
            found = {room for rooms in {at.rooms for at in values if at} for room in rooms}
        case _:
            found = {one for several in values for one in several}
    return found - {None, ""}


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
