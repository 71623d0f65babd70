# SPDX-License-Identifier: EUPL-1.2
"""What has happened: a room is lost, somebody cannot come, a day is shorter. The document as it would be then."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import cast

from octodesk.model.document import Document
from octodesk.model.edit import Change, Edit
from octodesk.model.fields import Span
from octodesk.model.rows import Day, Person, Room, fields_of

NEVER = Span(datetime(1000, 1, 1), datetime(1000, 1, 1, 0, 1))
"""When somebody is there who is never there: no hours at all would mean always."""
_EVER = Span(datetime(1000, 1, 1), datetime(9000, 1, 1))


@dataclass(frozen=True, slots=True)
class Loss:
    """`rooms` and `people` are not there on `day` (None: on no day at all). `closes`: that day ends at this hour."""

    rooms: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    day: date | None = None
    closes: time | None = None


def after(document: Document, loss: Loss) -> Document:
    """The document with the hours that are left."""
    changes = [_away(document, "room", one, loss.day) for one in loss.rooms]
    changes += [_away(document, "person", one, loss.day) for one in loss.people]
    if loss.closes is not None and loss.day is not None:
        days = (cast("Day", row) for row in document.table("day").values())
        changes += [
            Change("day", day.id, "closes", f"{loss.closes:%H:%M}") for day in days if day.date == loss.day
        ]
    return document.tried(Edit("loss", tuple(changes))) if changes else document


def _away(document: Document, table: str, row_id: str, day: date | None) -> Change:
    row = cast("Room | Person", document.row(table, row_id))
    spans = (NEVER,) if day is None else _without(row.availability or (_EVER,), day)
    kind = fields_of(table)["availability"]
    return Change(table, row_id, "availability", kind.write(spans or (NEVER,)))


def _without(spans: tuple[Span, ...], day: date) -> tuple[Span, ...]:
    """What is left of some hours when a whole day is taken out."""
    begins = datetime.combine(day, time())
    ends = begins + timedelta(days=1)
    parts = [
        part
        for one in spans
        for part in ((one.begins, min(one.ends, begins)), (max(one.begins, ends), one.ends))
    ]
    return tuple(Span(*part) for part in parts if part[0] < part[1])
