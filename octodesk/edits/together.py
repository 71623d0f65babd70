# SPDX-License-Identifier: EUPL-1.2
"""The same thing done to several rows, as one edit."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from octodesk.edits.fields import set_field
from octodesk.model.document import Document
from octodesk.model.edit import Edit


def set_fields(
    document: Document, *, table: str, row_ids: Sequence[str], field: str, value: Any, language: str | None = None
) -> Edit:  # fmt: skip
    """One field of several rows gets the same plain value. Refused as set_field refuses, for the first that is."""
    return together(
        row_ids,
        lambda row_id: set_field(
            document, table=table, row_id=row_id, field=field, value=value, language=language
        ),
    )


def together(row_ids: Sequence[str], make: Callable[[str], Edit]) -> Edit:
    """One edit of those made for each row; for a single row, its own. They must not touch the same fields."""
    edits = [make(row_id) for row_id in row_ids]
    if len(edits) == 1:
        return edits[0]
    labels = {edit.label for edit in edits if edit.changes}
    label = _TOGETHER.get(labels.pop(), "fields-set") if len(labels) == 1 else "fields-set"
    return Edit(label, tuple(change for edit in edits for change in edit.changes), tuple(row_ids))


_TOGETHER = {"session-moved": "sessions-moved", "session-placed": "sessions-moved"}
