# SPDX-License-Identifier: EUPL-1.2
"""The edits of a log one by one, each with what it changed and a sentence."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from octodesk.model.comparison import ACCOUNTS
from octodesk.model.delta import Delta
from octodesk.model.document import Document
from octodesk.model.fields import split_field
from octodesk.model.history import EVERYTHING, Wanted, finder
from octodesk.model.log import Log
from octodesk.model.stamped import Stamped
from octodesk.store.memory import MemoryStore
from octodesk.wording.edits import done


def told(log: Log, wanted: Wanted = EVERYTHING) -> Iterator[dict[str, Any]]:
    """Each edit that is looked for, in causal order, as `history --json` prints it."""
    store = MemoryStore(Log())
    document = Document(log.event)
    matches = finder(Document.of_log(log), wanted) if wanted != EVERYTHING else _any
    for edit in log:
        delta = store.append([edit])
        document = document.with_delta(delta)
        if matches(edit):
            yield _entry(document, edit, delta)


def _any(_edit: Stamped) -> bool:
    return True


def _entry(document: Document, edit: Stamped, delta: Delta) -> dict[str, Any]:
    return {
        "id": edit.id,
        "at": edit.wall,
        "author": edit.author.name,
        "kind": edit.kind,
        "label": edit.label,
        "message": done(document, edit),
        "retracts": edit.retracts or None,
        "changes": [
            _change(key, before.value, after.value)
            for key, (before, after) in delta.fields.items()
            if key[0] not in ACCOUNTS or edit.kind == "issue"
        ],
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
