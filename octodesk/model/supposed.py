# SPDX-License-Identifier: EUPL-1.2
"""A document as an edit would make it, without writing anything, for previews; and one edit from one state to another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from octodesk.model.delta import Delta
from octodesk.model.document import Document
from octodesk.model.edit import ALIVE, Change, Edit
from octodesk.model.resolve import ABSENT, FieldState, Head, Life, RowKey
from octodesk.model.row_values import default_of, own_values
from octodesk.model.rows import fields_of


def supposed(document: Document, edit: Edit) -> Document:
    """The document if the edit were made."""
    fields = {
        (one.table, one.id, one.field): (ABSENT, FieldState((Head("", place, one.value),)))
        for place, one in enumerate(edit.changes)
    }
    rows = {(one.table, one.id) for one in edit.changes}
    return document.with_delta(Delta(fields, {row: _life(document, row, edit.changes) for row in rows}))


def _life(document: Document, row: RowKey, changes: Iterable[Change]) -> Life:
    said = [one.value for one in changes if (one.table, one.id) == row and one.field == ALIVE]
    alive = bool(said[-1]) if said else document.find(*row) is not None
    return Life(alive, document.contested.get(row, "") if alive else "")


def changes_between(before: Document, after: Document, rows: Iterable[RowKey]) -> tuple[Change, ...]:
    """What has to be set so that these rows of one state are as they are in another."""
    return tuple(change for table, row_id in sorted(rows) for change in _of_row(before, after, table, row_id))


def _of_row(before: Document, after: Document, table: str, row_id: str) -> Iterator[Change]:
    old, new = before.find(table, row_id), after.find(table, row_id)
    if new is None:
        if old is not None:
            yield Change(table, row_id, ALIVE, False)
        return
    if old is None:
        yield Change(table, row_id, ALIVE, True)
    then, now = own_values(old) if old is not None else {}, own_values(new)
    for field in sorted(then.keys() | now.keys()):
        if then.get(field, _NOTHING) != now.get(field, _NOTHING):
            yield Change(table, row_id, field, now.get(field, _default(table, field)))


_NOTHING = object()


def _default(table: str, field: str) -> Any:
    name, _dot, _language = field.partition(".")
    kind = fields_of(table)[name]
    return "" if kind.translated else kind.write(default_of(table, name))
