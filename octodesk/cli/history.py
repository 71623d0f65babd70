# SPDX-License-Identifier: EUPL-1.2
"""The edits of a log one by one, each with what it changed and a sentence."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from octodesk.model.delta import Delta
from octodesk.model.document import Document
from octodesk.model.fields import split_field
from octodesk.model.log import Log
from octodesk.model.stamped import Stamped
from octodesk.store.memory import MemoryStore
from octodesk.wording.edits import done


def told(log: Log) -> Iterator[dict[str, Any]]:
    """Each edit in causal order, as `history --json` prints it."""
    store = MemoryStore(Log())
    document = Document(log.event)
    for edit in log:
        delta = store.append([edit])
        document = document.with_delta(delta)
        yield _entry(document, edit, delta)


def _entry(document: Document, edit: Stamped, delta: Delta) -> dict[str, Any]:
    return {
        "id": edit.id,
        "at": edit.wall,
        "author": edit.author.name,
        "kind": edit.kind,
        "label": edit.label,
        "message": done(document, edit),
        "retracts": edit.retracts or None,
        "changes": [_change(key, before.value, after.value) for key, (before, after) in delta.fields.items()],
    }


def _change(key: tuple[str, str, str], before: Any, after: Any) -> dict[str, Any]:
    table, row_id, name = key
    field, language = split_field(name)
    return {
        "table": table,
        "id": row_id,
        "field": field,
        "language": language or None,
        "before": before,
        "after": after,
    }
