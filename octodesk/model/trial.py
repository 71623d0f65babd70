# SPDX-License-Identifier: EUPL-1.2
"""The document as it would be after changes that nobody has made yet: for edits that go by several steps, and to look
at what an edit would do."""

from __future__ import annotations

from collections.abc import Iterable

from octodesk.model.delta import Delta
from octodesk.model.document import Document
from octodesk.model.edit import ALIVE, Change
from octodesk.model.resolve import ABSENT, FieldState, Head, Life


def tried(document: Document, changes: Iterable[Change]) -> Document:
    """As if an edit with these changes had been applied to the document, unknown to any log."""
    fields = {
        (one.table, one.id, one.field): (ABSENT, FieldState((Head("", 0, one.value),))) for one in changes
    }
    rows = dict.fromkeys(key[:2] for key in fields)
    said = {key[:2]: bool(after.value) for key, (_, after) in fields.items() if key[2] == ALIVE}
    lives = {row: Life(said.get(row, document.find(*row) is not None)) for row in rows}
    return document.with_delta(Delta(fields, lives))
