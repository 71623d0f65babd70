# SPDX-License-Identifier: EUPL-1.2
"""What was taken in from others and can still be taken out again, on this machine alone. It is never handed on."""

from __future__ import annotations

import json
from dataclasses import dataclass

from sqlalchemy import Connection, bindparam, delete, func, insert, select

from octodesk.store.columns import json_words
from octodesk.store.history import EVENT
from octodesk.store.tables import merge_step

_LAST = (
    select(merge_step.c.number, merge_step.c.heads, merge_step.c.edits, merge_step.c.received)
    .where(merge_step.c.event == EVENT)
    .order_by(merge_step.c.number.desc())
    .limit(1)
)
_NUMBER = select(func.coalesce(func.max(merge_step.c.number), 0) + 1).where(merge_step.c.event == EVENT)
_FORGET = delete(merge_step).where(merge_step.c.event == EVENT, merge_step.c.number == bindparam("of"))


@dataclass(frozen=True, slots=True)
class MergeStep:
    """The heads before a merge, the edits it brought, and the bytes they came in (b"" where they came otherwise)."""

    heads: tuple[str, ...]
    edits: tuple[str, ...]
    received: bytes


def remember(connection: Connection, event: int, step: MergeStep) -> None:
    connection.execute(insert(merge_step), {
        "event": event,
        "number": connection.execute(_NUMBER, {"in_event": event}).scalar_one(),
        "heads": json_words(list(step.heads)),
        "edits": json_words(list(step.edits)),
        "received": step.received,
    })  # fmt: skip


def newest(connection: Connection, event: int) -> MergeStep | None:
    found = connection.execute(_LAST, {"in_event": event}).first()
    if found is None:
        return None
    return MergeStep(tuple(json.loads(found.heads)), tuple(json.loads(found.edits)), found.received)


def forget_newest(connection: Connection, event: int) -> None:
    found = connection.execute(_LAST, {"in_event": event}).first()
    if found is not None:
        connection.execute(_FORGET, {"in_event": event, "of": found.number})
