# SPDX-License-Identifier: EUPL-1.2
"""Issuing a version: a named moment that never changes."""

from __future__ import annotations

from datetime import UTC, datetime

from octodesk.model.document import Document
from octodesk.model.edit import ALIVE, Author, Change, Edit, Refused


def issue_version(
    document: Document, *, label: str, at: datetime, author: Author, fresh_id: str, note: str = ""
) -> Edit:
    """The event's version label, and a row that names this moment. `at` is aware. Refused: needed.

    Both are one edit, so one undo takes both back; the version's state is the log up to and with this edit.
    """
    if not label.strip():
        raise Refused("needed", table="version", field="label")
    moment = at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    values = {"label": label.strip(), "at": moment, "author": author.name, "note": note}
    row = (Change("version", fresh_id, name, value) for name, value in values.items() if value)
    changes = (
        *document.changes("event", document.event_id, "version", label.strip()),
        Change("version", fresh_id, ALIVE, True),
        *row,
    )
    return Edit("version-issued", changes, (fresh_id,), kind="version")
