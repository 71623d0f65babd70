# SPDX-License-Identifier: EUPL-1.2
"""Many rows at once, as from a spreadsheet: one edit, whatever their number."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from octodesk.edits.fields import set_field
from octodesk.edits.ordering import has_order, neighbours
from octodesk.edits.rows import add_row
from octodesk.model.document import Document
from octodesk.model.edit import Change, Edit
from octodesk.model.order import keys_between

Values = Mapping[str, Any]
"""By field, as in EDITS.json: a text is a mapping of language to words."""


def take_rows(
    document: Document, *, table: str, new: Sequence[Values], known: Mapping[str, Values], author_id: str,
    fresh_id: Callable[[], str],
) -> Edit:  # fmt: skip
    """Adds rows, and sets what is given of rows that are there already. Refused as each alone would be."""
    changes: list[Change] = []
    about: list[str] = []
    keys = _keys(document, table, len(new), author_id)
    for values, key in zip(new, keys, strict=True):
        row_id = fresh_id()
        placed = {**values, "order": key} if key else values
        made = add_row(
            document, table=table, values=placed, author_id=author_id, row_id=row_id, fresh_id=row_id
        )
        changes.extend(made.changes)
        about.append(row_id)
    for row_id, values in known.items():
        for field, value in values.items():
            changes.extend(_given(document, table, row_id, field, value))
        about.append(row_id)
    return Edit("rows-taken", tuple(changes), tuple(about))


def _given(document: Document, table: str, row_id: str, field: str, value: Any) -> tuple[Change, ...]:
    """A text given in some languages keeps its other ones."""
    if isinstance(value, dict):
        edits = [
            set_field(document, table=table, row_id=row_id, field=field, value=words, language=language)
            for language, words in value.items()
        ]
        return tuple(change for edit in edits for change in edit.changes)
    return set_field(document, table=table, row_id=row_id, field=field, value=value).changes


def _keys(document: Document, table: str, count: int, author_id: str) -> Sequence[str]:
    if not has_order(table):
        return [""] * count
    others = neighbours(document, table, "")
    return keys_between(others[-1].order if others else None, None, count, author_id)
