# SPDX-License-Identifier: EUPL-1.2
"""What belongs to an event beside its edits, in the database."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import Connection, bindparam, delete, insert

from octodesk.model.enclosures import Enclosures
from octodesk.model.resolve import RowKey
from octodesk.store.bulk import run_many
from octodesk.store.history import EVENT
from octodesk.store.tables import attachment, draft, merge_step, unknown_part

_ATTACH = insert(attachment).prefix_with("OR IGNORE")
_KEEP = insert(unknown_part).prefix_with("OR REPLACE")


_FORGET_DRAFT = delete(draft).where(
    draft.c.event == EVENT,
    draft.c.table_name == bindparam("its_table"),
    draft.c.row_id == bindparam("its_row"),
)
_FORGET_ATTACHMENT = delete(attachment).where(
    attachment.c.event == EVENT, attachment.c.sha256 == bindparam("of")
)
_FORGET_RECEIVED = delete(merge_step).where(merge_step.c.event == EVENT)


def enclose(connection: Connection, event: int, enclosed: Enclosures) -> None:
    """Adds to what is there; an unknown part of the same name is replaced."""
    run_many(connection, _ATTACH, [
        {"event": event, "sha256": name, "content": content} for name, content in enclosed.attachments.items()
    ])  # fmt: skip
    run_many(connection, _KEEP, [
        {"event": event, "name": name, "format": enclosed.format, "content": content}
        for name, content in enclosed.unknown.items()
    ])  # fmt: skip


def forget(
    connection: Connection, event: int, rows: Collection[RowKey], attachments: Collection[str]
) -> None:
    """Takes out drafts of these rows, these attachments, and every file received."""
    run_many(connection, _FORGET_DRAFT, [
        {"in_event": event, "its_table": table, "its_row": row} for table, row in sorted(rows)
    ])  # fmt: skip
    run_many(
        connection, _FORGET_ATTACHMENT, [{"in_event": event, "of": name} for name in sorted(attachments)]
    )
    connection.execute(_FORGET_RECEIVED, {"in_event": event})
