# SPDX-License-Identifier: EUPL-1.2
"""Edits of a day or a room as a whole: closing its gaps, exchanging two rooms or two days, a break put in, a repetition."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime, time

from octodesk.edits.copies import copy_of, put_copies
from octodesk.edits.making_room import pushed_by
from octodesk.edits.rows import added
from octodesk.edits.sense import check_start
from octodesk.edits.sessions import move_session, put_all, session_of
from octodesk.model import clock
from octodesk.model.document import Document
from octodesk.model.edit import Edit, Refused
from octodesk.model.fields import PLACEMENT, Placement
from octodesk.model.rows import Kind, Session
from octodesk.model.timetable import sessions_of_day, takes_time


def compact(document: Document, *, day: date, from_time: time, room: str | None = None) -> Edit:
    """What starts at or after a time moves up to the end of what runs before it; with a room, only what is held in it.

    What has nothing beside it and what is fixed stays, and nothing passes it. Refused as moves are.
    """
    begins_at = clock.instant(datetime.combine(day, from_time), document.event.time_zone)
    placed = [one for one in sessions_of_day(document, day) if one.placement is not None and takes_time(one)]
    free_from: dict[str, int] = {}
    moves: list[tuple[str, Placement | None]] = []
    for one in sorted(placed, key=lambda one: (_begins(document, one), one.id)):
        assert one.placement is not None
        begins = _begins(document, one)
        if _stays(one) or begins < begins_at or (room is not None and room not in one.rooms):
            _take(document, one, begins, free_from)
            continue
        earliest = max((free_from.get(held, begins_at) for held in (*one.rooms, _EVERYWHERE)), default=begins)
        start = min(begins, max(earliest, begins_at))
        if start < begins:
            wall = clock.wall_clock(start, document.event.time_zone)
            moves.append((one.id, replace(one.placement, start=wall)))
        _take(document, one, start, free_from)
    return put_all(document, "sessions-shifted", tuple(moves))


_EVERYWHERE = ""
"""No room's id."""


def _take(document: Document, one: Session, begins: int, free_from: dict[str, int]) -> None:
    rooms: Iterable[str] = (
        (_EVERYWHERE, *(room.id for room in document.rooms)) if one.exclusive else one.rooms
    )
    for room in rooms:
        free_from[room] = max(free_from.get(room, 0), begins + one.minutes)


def _stays(session: Session) -> bool:
    return session.exclusive or session.locked_time or not session.rooms


def _begins(document: Document, session: Session) -> int:
    assert session.placement is not None
    return document.span_at(session.placement, session.minutes)[0]


def swap_rooms(document: Document, *, first: str, second: str, day: date | None = None) -> Edit:
    """What is held in one room is held in the other, and the other way round; None: on all days.

    Refused: unknown-row, session-room-locked.
    """
    for room in (first, second):
        if document.find("room", room) is None:
            raise Refused("unknown-row", table="room", id=room)
    other = {first: second, second: first}
    moves: list[tuple[str, Placement | None]] = []
    for one in document.sessions:
        at = one.placement
        if at is None or not other.keys() & set(at.rooms) or (day is not None and document.day_of(at) != day):
            continue
        rooms = tuple(sorted(other.get(room, room) for room in at.rooms))
        if rooms != at.rooms:
            moves.append((one.id, replace(at, rooms=rooms)))
    return put_all(document, "sessions-moved", tuple(moves))


def swap_days(document: Document, *, first: date, second: date) -> Edit:
    """What is on one day is on the other at the same hours, and the other way round.

    Refused: session-time-locked, start-in-gap.
    """
    moves: list[tuple[str, Placement | None]] = []
    for one, other in ((first, second), (second, first)):
        for session in sessions_of_day(document, one):
            assert session.placement is not None
            start = session.placement.start + (other - one)
            moves.append((session.id, replace(session.placement, start=start)))
    return put_all(document, "sessions-moved", tuple(moves))


def make_exclusive(document: Document, session_ids: Sequence[str], *, exclusive: bool) -> Edit:
    """Nothing runs beside these sessions from now on, or something may. Refused: not-placed."""
    moves: list[tuple[str, Placement | None]] = []
    for session_id in session_ids:
        at = session_of(document, session_id).placement
        if at is None:
            raise Refused("not-placed", session=session_id)
        moves.append((session_id, replace(at, exclusive=exclusive)))
    if len(moves) == 1:
        session, placement = moves[0]
        assert placement is not None
        return move_session(document, session, placement)
    return put_all(document, "sessions-moved", tuple(moves))


def insert_break(document: Document, *, start: datetime, kind: str, new_id: str) -> Edit:
    """A break of its kind's length for everybody; what stands there is pushed later, up to the next break.

    Refused: needed where there is no such kind, start-in-gap, no-room-to-push.
    """
    found = document.find("kind", kind)
    if not isinstance(found, Kind):
        raise Refused("needed", table="session", field="kind")
    check_start(document, start)
    at = Placement(start, (), True)
    fresh = Session(new_id, kind=kind, minutes=found.minutes, placement=at)
    values = {"kind": kind, "minutes": found.minutes, "placement": PLACEMENT.write(at)}
    made = tuple(added(document, "session", new_id, values))
    moved = put_all(document, "sessions-pushed", pushed_by(document, fresh, at)[1:])
    return Edit("row-added", (*made, *moved.changes), (new_id, *moved.about))


def repeat(
    document: Document, session_id: str, placements: Sequence[Placement], *, new_ids: Iterable[str]
) -> Edit:
    """Copies of a session at other places. Refused: unknown-row, start-in-gap."""
    copy = copy_of(document, session_id)
    return put_copies(document, [(copy, at) for at in placements], new_ids=new_ids)
