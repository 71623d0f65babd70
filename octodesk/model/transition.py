# SPDX-License-Identifier: EUPL-1.2
"""What has to be set to come from one state of a document to another, as one edit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from octodesk.model.document import Document
from octodesk.model.edit import ALIVE, Change
from octodesk.model.resolve import RowKey
from octodesk.model.row_values import default_of, own_values
from octodesk.model.rows import fields_of


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
