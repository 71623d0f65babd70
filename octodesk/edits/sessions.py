# SPDX-License-Identifier: EUPL-1.2
"""Putting sessions on the timetable and moving them about."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time
from typing import cast

from octodesk.edits.sense import check_start
from octodesk.model import clock
from octodesk.model.document import Document
from octodesk.model.edit import Change, Edit, Refused
from octodesk.model.fields import LONGEST, Placement
from octodesk.model.rows import Kind, Session
from octodesk.model.timetable import sessions_of_day

Placements = tuple[tuple[str, Placement | None], ...]
"""Sessions and where they are to stand, None: among the not yet placed."""


def session_of(document: Document, session_id: str) -> Session:
    """The session, or Refused("unknown-row")."""
    found = document.find("session", session_id)
    if found is None:
        raise Refused("unknown-row", table="session", id=session_id)
    return cast("Session", found)


def exclusive_by_default(document: Document, session: Session) -> bool:
    """Whether sessions of this kind have nothing beside them unless somebody says otherwise."""
    kind = cast("Kind | None", document.find("kind", session.kind))
    return kind is not None and kind.exclusive


def place(
    document: Document,
    session_id: str,
    *,
    start: datetime,
    rooms: tuple[str, ...] | None = None,
    exclusive: bool | None = None,
) -> Edit:
    """A session at a wall-clock start. Rooms or exclusive left out stay as they are; for one not yet placed: no room,
    and exclusive as its kind is."""
    session = session_of(document, session_id)
    if rooms is None:
        rooms = session.rooms
    if exclusive is None:
        exclusive = session.exclusive if session.placement else exclusive_by_default(document, session)
    return move_session(document, session_id, Placement(start, tuple(sorted(set(rooms))), exclusive))


def move_session(document: Document, session_id: str, placement: Placement) -> Edit:
    """A session at a placement. Refused: session-time-locked, session-room-locked, unknown-row, start-in-gap."""
    session = session_of(document, session_id)
    check_move(document, session, placement)
    label = "session-placed" if session.placement is None else "session-moved"
    return document.edit(label, session, placement=placement)


def check_move(document: Document, session: Session, placement: Placement) -> None:
    """That a session may go to a placement. Refused otherwise."""
    now = session.placement
    if now is not None and session.locked_time and placement.start != now.start:
        raise Refused("session-time-locked", session=session.id)
    if now is not None and session.locked_room and placement.rooms != now.rooms:
        raise Refused("session-room-locked", session=session.id)
    for room in placement.rooms:
        _check_room(document, room)
    if now is None or placement.start != now.start:
        check_start(document, placement.start)


def unplace(document: Document, session_id: str) -> Edit:
    """A session back among the not yet placed. Refused: session-time-locked, session-room-locked."""
    session = session_of(document, session_id)
    if session.placement is None:
        return Edit("session-unplaced", (), (session_id,))
    check_free_to_leave(session)
    return document.edit("session-unplaced", session, placement=None)


def check_free_to_leave(session: Session) -> None:
    if session.locked_time:
        raise Refused("session-time-locked", session=session.id)
    if session.locked_room and session.rooms:
        raise Refused("session-room-locked", session=session.id)


def resize(document: Document, session_id: str, *, minutes: int) -> Edit:
    """A session's length in minutes. Refused: session-time-locked, length-impossible."""
    session = session_of(document, session_id)
    if not 0 <= minutes <= LONGEST:
        raise Refused("length-impossible", session=session_id, minutes=minutes, most=LONGEST)
    if session.locked_time and session.placement is not None and minutes != session.minutes:
        raise Refused("session-time-locked", session=session_id)
    return document.edit("session-resized", session, minutes=minutes)


def resize_top(document: Document, session_id: str, *, start: datetime, minutes: int) -> Edit:
    """A session's start and length together, as when its upper edge is dragged."""
    session = session_of(document, session_id)
    if session.placement is None:
        raise Refused("not-placed", session=session_id)
    moved = place(document, session_id, start=start)
    resized = resize(document, session_id, minutes=minutes)
    return Edit("session-resized", (*moved.changes, *resized.changes), (session_id,))


def swap(document: Document, *, first: str, second: str) -> Edit:
    """Two sessions exchange start and rooms; exclusive stays with each. One not yet placed takes the other's place."""
    return put_all(document, "sessions-swapped", exchanged(document, first, second))


def exchanged(document: Document, first: str, second: str) -> Placements:
    """Where two sessions would stand that change places; one not yet placed makes the other so. Whether anything runs
    beside them stays with each."""
    one, other = session_of(document, first), session_of(document, second)
    return (first, _to_place_of(document, one, other)), (second, _to_place_of(document, other, one))


def _to_place_of(document: Document, session: Session, other: Session) -> Placement | None:
    if other.placement is None:
        return None
    exclusive = session.exclusive if session.placement else exclusive_by_default(document, session)
    return replace(other.placement, exclusive=exclusive)


def put_all(document: Document, label: str, placements: Placements) -> Edit:
    """Each session where it is to stand, None: among the not yet placed. Refused as edits.sessions says."""
    edits = [
        unplace(document, session) if at is None else move_session(document, session, at)
        for session, at in placements
    ]
    changes = tuple(change for edit in edits for change in edit.changes)
    return Edit(label, changes, tuple(session for session, _ in placements))


def shift(document: Document, *, day: date, from_time: time, minutes: int, room: str | None = None) -> Edit:
    """What starts at or after a time of a day moves by minutes (elapsed); with a room, only what is held in it.

    Refused: unknown-row, shift-too-far, session-time-locked for the first locked one among them.
    """
    if abs(minutes) > LONGEST:
        raise Refused("shift-too-far", minutes=minutes, most=LONGEST)
    if room is not None:
        _check_room(document, room)
    since = datetime.combine(day, from_time)
    moving = [
        one for one in sessions_of_day(document, day)
        if one.placement and one.placement.start >= since and (room is None or room in one.rooms)
    ]  # fmt: skip
    changes = (change for one in moving for change in _shifted(document, one, minutes))
    return Edit("sessions-shifted", tuple(changes), tuple(one.id for one in moving))


def _shifted(document: Document, session: Session, minutes: int) -> tuple[Change, ...]:
    now = session.placement
    assert now is not None
    start = clock.end_of(now.start, minutes, document.event.time_zone)
    return move_session(document, session.id, Placement(start, now.rooms, now.exclusive)).changes


def _check_room(document: Document, room: str) -> None:
    if document.find("room", room) is None:
        raise Refused("unknown-row", table="room", id=room)
