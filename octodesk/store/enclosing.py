# SPDX-License-Identifier: EUPL-1.2
"""What belongs to an event beside its edits, in the database."""

from __future__ import annotations

from sqlalchemy import Connection, insert

from octodesk.model.enclosures import Enclosures
from octodesk.store.bulk import run_many
from octodesk.store.tables import attachment, unknown_part

_ATTACH = insert(attachment).prefix_with("OR IGNORE")
_KEEP = insert(unknown_part).prefix_with("OR REPLACE")


def enclose(connection: Connection, event: int, enclosed: Enclosures) -> None:
    """Adds to what is there; an unknown part of the same name is replaced."""
    run_many(connection, _ATTACH, [
        {"event": event, "sha256": name, "content": content} for name, content in enclosed.attachments.items()
    ])  # fmt: skip
    run_many(connection, _KEEP, [
        {"event": event, "name": name, "format": enclosed.format, "content": content}
        for name, content in enclosed.unknown.items()
    ])  # fmt: skip
