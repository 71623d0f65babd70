# SPDX-License-Identifier: EUPL-1.2
"""The nearest place that works: what is offered where something is refused."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from itertools import islice

from octodesk.model import clock
from octodesk.model.checks import what_if
from octodesk.model.document import Document
from octodesk.model.fields import Placement
from octodesk.model.rows import Session
from octodesk.model.timetable import opening, sessions_of_day

MOST_TRIED = 400


def nearest_place(document: Document, session_id: str, at: Placement) -> Placement | None:
    """Without a clash, on the same day: first the same rooms at the nearest time, then another room at the wished time,
    then anywhere that day. None where there is no such place."""
    session = document.session(session_id)
    tried = islice(_candidates(document, session, at), MOST_TRIED)
    return next((one for one in tried if _works(document, session, one)), None)


def _works(document: Document, session: Session, at: Placement) -> bool:
    if session.locked_time and session.placement is not None and at.start != session.placement.start:
        return False
    if session.locked_room and session.placement is not None and at.rooms != session.placement.rooms:
        return False
    if not clock.exists(at.start, document.event.time_zone):
        return False
    return not any(one.is_clash for one in what_if(document, session.id, at, session.minutes))


def _candidates(document: Document, session: Session, at: Placement) -> Iterator[Placement]:
    rooms = [(room.id,) for room in document.rooms] if at.rooms else []
    others = [one for one in rooms if one != at.rooms]
    yield at
    times = [replace(at, start=start) for start in _starts(document, session, at)]
    yield from times
    yield from (replace(at, rooms=room) for room in others)
    yield from (replace(time, rooms=room) for time in times for room in others)


def _starts(document: Document, session: Session, at: Placement) -> list[datetime]:
    """When a session could begin that day: at the end of another, or so as to end where another begins."""
    zone, day = document.event.time_zone, document.day_of(at)
    starts: set[datetime] = set()
    for one in sessions_of_day(document, day):
        if one.placement is not None and one.id != session.id:
            starts.add(document.end(one))
            starts.add(clock.end_of(one.placement.start, -session.minutes, zone))
    hours = opening(document, day)
    if hours is not None:
        starts |= {hours[0], clock.end_of(hours[1], -session.minutes, zone)}
    wanted = clock.instant(at.start, zone)
    return sorted(starts, key=lambda start: (abs(clock.instant(start, zone) - wanted), start))
