# SPDX-License-Identifier: EUPL-1.2
"""A second checker, slow and plain: every session beside every other, every minute of it. It shares no code with the
checks but the rows themselves."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import combinations
from typing import cast
from zoneinfo import ZoneInfo

from octodesk.model.document import Document
from octodesk.model.fields import Span
from octodesk.model.rows import Contribution, Day, Person, Room, Session

STEP = timedelta(minutes=5)
"""Every time in the conferences it is asked about is a multiple of this."""

JUDGED = frozenset({
    "room-double-booked", "speaker-double-booked", "beside-exclusive", "across-break", "room-unavailable",
    "speaker-unavailable", "outside-event", "outside-opening-hours",
})  # fmt: skip


@dataclass(frozen=True)
class Trouble:
    rule: str
    sessions: tuple[str, ...]
    rooms: tuple[str, ...] = ()
    people: tuple[str, ...] = ()


@dataclass(frozen=True)
class _Run:
    session: Session
    begins: datetime
    ends: datetime
    people: frozenset[str]


def troubles(document: Document) -> set[Trouble]:
    runs = sorted(_runs(document), key=lambda run: (run.begins, run.session.id))
    found: set[Trouble] = set()
    for one, other in combinations(runs, 2):
        if one.begins < other.ends and other.begins < one.ends:
            found.update(_of_pair(one, other))
    for run in runs:
        found.update(_of_one(document, run))
    return found


def _runs(document: Document) -> Iterator[_Run]:
    for session in cast("list[Session]", list(document.table("session").values())):
        if session.placement is None or session.status == "cancelled" or session.minutes == 0:
            continue
        begins = _utc(session.placement.start, document)
        parts = cast("list[Contribution]", list(document.table("contribution").values()))
        people = frozenset(part.person for part in parts if part.session == session.id)
        yield _Run(session, begins, begins + timedelta(minutes=session.minutes), people)


def _utc(wall: datetime, document: Document) -> datetime:
    return wall.replace(tzinfo=ZoneInfo(document.event.time_zone)).astimezone(UTC)


def _of_pair(one: _Run, other: _Run) -> Iterator[Trouble]:
    pair = (one.session.id, other.session.id)
    if rooms := sorted(set(one.session.rooms) & set(other.session.rooms)):
        yield Trouble("room-double-booked", pair, rooms=tuple(rooms))
    if people := sorted(one.people & other.people):
        yield Trouble("speaker-double-booked", pair, people=tuple(people))
    exclusive = [run.session.kind for run in (one, other) if run.session.exclusive]
    if {"break", "coffee", "lunch"} & set(exclusive):
        yield Trouble("across-break", pair)
    elif exclusive:
        yield Trouble("beside-exclusive", pair)


def _of_one(document: Document, run: _Run) -> Iterator[Trouble]:
    rooms = cast("list[Room]", [document.table("room")[room] for room in run.session.rooms])
    people = cast("list[Person]", [document.table("person")[person] for person in run.people])
    for room in rooms:
        if not _there(document, run, room.availability):
            yield Trouble("room-unavailable", (run.session.id,), rooms=(room.id,))
    for person in people:
        if not _there(document, run, person.availability):
            yield Trouble("speaker-unavailable", (run.session.id,), people=(person.id,))
    yield from _out_of_bounds(document, run)


def _there(document: Document, run: _Run, availability: tuple[Span, ...]) -> bool:
    spans = [(_utc(span.begins, document), _utc(span.ends, document)) for span in availability]
    moment = run.begins
    while spans and moment < run.ends:
        if not any(begins <= moment < ends for begins, ends in spans):
            return False
        moment += STEP
    return True


def _out_of_bounds(document: Document, run: _Run) -> Iterator[Trouble]:
    start = run.session.start
    assert start is not None
    days = {day.date: day for day in cast("list[Day]", list(document.table("day").values()))}
    eve = days.get(start.date() - timedelta(days=1))
    late = eve is not None and eve.closes <= eve.opens and start.time() < eve.closes
    belongs_to = start.date() - timedelta(days=1) if late else start.date()
    if not document.event.first_day <= belongs_to <= document.event.last_day:
        yield Trouble("outside-event", (run.session.id,))
        return
    day = days.get(belongs_to)
    if day is None:
        return
    closing: date = day.date if day.closes > day.opens else day.date + timedelta(days=1)
    opens = _utc(datetime.combine(day.date, day.opens), document)
    closes = _utc(datetime.combine(closing, day.closes), document)
    if run.begins < opens or run.ends > closes:
        yield Trouble("outside-opening-hours", (run.session.id,))
