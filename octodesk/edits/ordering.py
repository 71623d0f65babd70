# SPDX-License-Identifier: EUPL-1.2
"""Rows that stand in an order of the user's own: where a new one goes, and moving one behind another."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from octodesk.model.document import Document
from octodesk.model.edit import Change, Edit, Refused
from octodesk.model.order import first_keys, fits, keys_between
from octodesk.model.rows import ROWS, fields_of

GROUPED_BY = {"agenda_point": "session", "contribution": "session", "session_document": "session"}
"""Tables whose rows stand in order within another row; the rest are one list each."""


def has_order(table: str) -> bool:
    return "order" in fields_of(table)


def neighbours(document: Document, table: str, group: str) -> list[Any]:
    """The rows of one list, in their order. `group` is the id of the session for grouped tables, else ""."""
    by = GROUPED_BY.get(table)
    rows: list[Any] = [
        row for row in document.table(table).values() if by is None or getattr(row, by) == group
    ]
    return sorted(rows, key=lambda row: (row.order, row.id))


def key_at_end(document: Document, table: str, group: str, author_id: str) -> tuple[str, tuple[Change, ...]]:
    """The order key of a new last row, and the changes that renumber the list where no more keys fit."""
    others = neighbours(document, table, group)
    return _key_after(table, others, len(others), author_id)


def reorder(document: Document, *, table: str, row_id: str, after: str | None, author_id: str) -> Edit:
    """A row goes behind another of its list; None: to the front. Refused: unknown-table, unknown-row, not-ordered."""
    if table not in ROWS:
        raise Refused("unknown-table", table=table)
    if not has_order(table):
        raise Refused("not-ordered", table=table)
    row: Any = document.find(table, row_id)
    if row is None:
        raise Refused("unknown-row", table=table, id=row_id)
    group = getattr(row, GROUPED_BY[table]) if table in GROUPED_BY else ""
    everyone = neighbours(document, table, group)
    others = [one for one in everyone if one.id != row_id]
    place = _place_after(others, table, after, row_id)
    if [one.id for one in (*others[:place], row, *others[place:])] == [one.id for one in everyone]:
        return Edit("row-reordered", (), (row_id,))
    key, renumbered = _key_after(table, others, place, author_id)
    return Edit("row-reordered", (*renumbered, Change(table, row_id, "order", key)), (row_id,))


def _place_after(others: Sequence[Any], table: str, after: str | None, row_id: str) -> int:
    if after is None:
        return 0
    place = next((place for place, one in enumerate(others) if one.id == after), None)
    if place is None:
        raise Refused("not-in-this-list", table=table, id=row_id, after=after)
    return place + 1


def _key_after(
    table: str, others: Sequence[Any], place: int, author_id: str
) -> tuple[str, tuple[Change, ...]]:
    """A key for the row at `place` among others, and the others' new keys where there was no room."""
    before = others[place - 1].order if place else None
    behind = others[place].order if place < len(others) else None
    keys = keys_between(before, behind, 1, author_id)
    if fits(keys, before=before, after=behind):
        return keys[0], ()
    fresh = first_keys(len(others) + 1, author_id)
    key = fresh.pop(place)
    changes = (
        Change(table, one.id, "order", new)
        for one, new in zip(others, fresh, strict=True)
        if one.order != new
    )
    return key, tuple(changes)
