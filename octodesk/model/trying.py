# SPDX-License-Identifier: EUPL-1.2
"""An edit tried out: the Delta it would be, from the document alone."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from octodesk.model.delta import Delta
from octodesk.model.edit import ALIVE, Edit, check_once
from octodesk.model.resolve import ABSENT, DEAD, FieldKey, FieldState, Head, Life, RowKey
from octodesk.model.rows import Row


class Rows(Protocol):
    """What trying asks of a document."""

    def find(self, table: str, row_id: str) -> Row | None: ...

    def buried(self, table: str, row_id: str) -> Row | None: ...

    @property
    def contested(self) -> Mapping[RowKey, str]: ...


def trial(document: Rows, edit: Edit) -> Delta:
    """What the edit would do. Its changes replace whatever is in force, so they settle what was open.

    ValueError where it names other edits, or a field twice.
    """
    if edit.retracts or edit.redacts:
        raise ValueError("only the log knows what this does")
    check_once(edit)
    fields: dict[FieldKey, tuple[FieldState, FieldState]] = {}
    lives: dict[RowKey, Life] = {}
    for place, change in enumerate(edit.changes):
        row = (change.table, change.id)
        fields[(*row, change.field)] = (ABSENT, FieldState((Head("", place, change.value),)))
        if change.field == ALIVE:
            lives[row] = Life(change.value is True)
        elif row not in lives:
            lives[row] = _life(document, row)
    return Delta(fields, lives)


def _life(document: Rows, row: RowKey) -> Life:
    """Of a row whose `_alive` stays as it is. What is written on a deleted one brings it back, flagged."""
    if document.find(*row) is not None:
        return Life(alive=True, contested=document.contested.get(row, ""))
    return Life(alive=True, contested="deleted") if document.buried(*row) is not None else DEAD
