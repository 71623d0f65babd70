# SPDX-License-Identifier: EUPL-1.2
"""What was taken in from others and can still be taken out again, on this machine alone. It is never handed on."""

from __future__ import annotations

import json

from sqlalchemy import Connection, bindparam, delete, func, insert, select

from octodesk.model.undo import MergeStep
from octodesk.store.columns import json_words
from octodesk.store.history import EVENT
from octodesk.store.tables import merge_step

KEPT_STEPS = 20
"""Merges that can be taken out one after the other; each keeps the bytes it came in."""

_NEWEST = (
    select(*(column for column in merge_step.c if column.name not in ("event", "received")))
    .where(merge_step.c.event == EVENT)
    .order_by(merge_step.c.number.desc())
    .limit(1)
)
_LAST_NUMBER = select(func.max(merge_step.c.number)).where(merge_step.c.event == EVENT)
_FORGET = delete(merge_step).where(merge_step.c.event == EVENT, merge_step.c.number == bindparam("of"))
_FORGET_OLD = delete(merge_step).where(merge_step.c.event == EVENT, merge_step.c.number <= bindparam("last"))


def remember(connection: Connection, event: int, step: MergeStep, received: bytes) -> None:
    number = 1 + (connection.execute(_LAST_NUMBER, {"in_event": event}).scalar() or 0)
    connection.execute(_FORGET_OLD, {"in_event": event, "last": number - KEPT_STEPS})
    connection.execute(insert(merge_step), {
        "event": event,
        "number": number,
        "heads": json_words(list(step.heads)),
        "edits": json_words(list(step.edits)),
        "source": step.source,
        "lamport": step.lamport,
        "final": int(step.final),
        "received": received,
    })  # fmt: skip


def newest(connection: Connection, event: int) -> MergeStep | None:
    found = connection.execute(_NEWEST, {"in_event": event}).first()
    if found is None:
        return None
    heads, edits = tuple(json.loads(found.heads)), tuple(json.loads(found.edits))
    return MergeStep(heads, edits, found.source, found.lamport, bool(found.final))


def forget_newest(connection: Connection, event: int) -> None:
    number = connection.execute(_LAST_NUMBER, {"in_event": event}).scalar()
    connection.execute(_FORGET, {"in_event": event, "of": number})
