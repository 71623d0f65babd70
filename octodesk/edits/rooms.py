# SPDX-License-Identifier: EUPL-1.2
"""Taking rooms away, with where their sessions go."""

from __future__ import annotations

from collections.abc import Sequence

from octodesk.edits.rows import delete_rows
from octodesk.model.document import Document
from octodesk.model.edit import Change, Edit, Refused
from octodesk.model.fields import Placement
from octodesk.model.rows import Session


def sessions_held_in(document: Document, rooms: Sequence[str]) -> Sequence[Session]:
    """In programme order, each once."""
    return [one for one in document.sessions if set(one.rooms) & set(rooms)]


def delete_rooms(document: Document, *, rooms: Sequence[str], to: str | None) -> Edit:
    """Rooms go; their sessions keep their time and are held in `to` from now on, or with None in a room to be decided.

    Refused: unknown-row, session-room-locked.
    """
    gone = delete_rows(document, table="room", row_ids=rooms)
    if to is None:
        return gone
    if document.find("room", to) is None or to in rooms:
        raise Refused("unknown-row", table="room", id=to)
    placed = {one.id: _held_in(one, rooms, to) for one in sessions_held_in(document, rooms)}
    changes = (
        Change("session", one.id, "placement", placed[one.id].plain())
        if (one.table, one.field) == ("session", "placement") and one.id in placed
        else one
        for one in gone.changes
    )
    return Edit(gone.label, tuple(changes), gone.about)


def _held_in(session: Session, rooms: Sequence[str], to: str) -> Placement:
    at = session.placement
    assert at is not None
    return Placement(at.start, tuple(sorted({*at.rooms, to} - set(rooms))), at.exclusive)
