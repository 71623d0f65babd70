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
from octodesk.model.rows import Booking, Contribution, Day, Person, Room, Session

STEP = timedelta(minutes=5)
"""Every time in the conferences it is asked about is a multiple of this."""

JUDGED = frozenset({
    "room-double-booked", "speaker-double-booked", "beside-exclusive", "across-break", "room-unavailable",
    "speaker-unavailable", "outside-event", "outside-opening-hours", "parallel-same-track", "parallel-same-audience",
    "must-not-overlap", "wrong-order", "setup-overlap", "no-time-to-change-rooms", "night-for-audience",
    "night-for-remote-speaker", "capacity-exceeded", "equipment-missing", "interpretation-missing", "booking-too-short",
    "booking-unused",
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
    ways: dict[str, set[str]]
    """How each of its people takes part."""

    @property
    def people(self) -> set[str]:
        return set(self.ways)


def troubles(document: Document) -> set[Trouble]:
    runs = sorted(_runs(document), key=lambda run: (run.begins, run.session.id))
    found: set[Trouble] = set()
    for one, other in combinations(runs, 2):
        if one.begins < other.ends and other.begins < one.ends:
            found.update(_of_pair(one, other))
        else:
            found.update(_apart(document, one, other))
        found.update(_order(one, other))
        found.update(_order(other, one))
    for run in runs:
        found.update(_of_one(document, run))
    found.update(_unused(document, runs))
    return found


def _runs(document: Document) -> Iterator[_Run]:
    for session in cast("list[Session]", list(document.table("session").values())):
        if session.placement is None or session.status == "cancelled" or session.minutes == 0:
            continue
        begins = _utc(session.placement.start, document)
        parts = [part for part in _parts(document) if part.session == session.id]
        ways: dict[str, set[str]] = {}
        for part in parts:
            ways.setdefault(part.person, set()).add(part.way)
        yield _Run(session, begins, begins + timedelta(minutes=session.minutes), ways)


def _parts(document: Document) -> list[Contribution]:
    return cast("list[Contribution]", list(document.table("contribution").values()))


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

    if one.session.track and one.session.track == other.session.track and not exclusive:
        yield Trouble("parallel-same-track", pair)
    if set(one.session.regions) & set(other.session.regions):
        yield Trouble("parallel-same-audience", pair)
    if other.session.id in one.session.apart_from or one.session.id in other.session.apart_from:
        yield Trouble("must-not-overlap", pair)


def _apart(document: Document, one: _Run, other: _Run) -> Iterator[Trouble]:
    """Of two that do not overlap, the earlier first."""
    pair, gap = (one.session.id, other.session.id), other.begins - one.ends
    rooms = sorted(set(one.session.rooms) & set(other.session.rooms))
    if rooms and gap < timedelta(minutes=one.session.clear_minutes + other.session.setup_minutes):
        yield Trouble("setup-overlap", pair, rooms=tuple(rooms))
    if rooms or not (one.session.rooms and other.session.rooms):
        return
    here, there = (cast("Room", document.table("room")[run.session.rooms[0]]) for run in (one, other))
    far = here.building and there.building and here.building != there.building
    if "online" in (here.mode, there.mode) or gap >= timedelta(minutes=15 if far else 5):
        return
    people = cast("dict[str, Person]", document.table("person"))
    walking = [
        name for name in sorted(one.people & other.people)
        if not people[name].remote and all("room" in run.ways[name] for run in (one, other))
    ]  # fmt: skip
    if walking:
        both = tuple(sorted({*one.session.rooms, *other.session.rooms}))
        yield Trouble("no-time-to-change-rooms", pair, both, tuple(walking))


def _order(later: _Run, earlier: _Run) -> Iterator[Trouble]:
    if earlier.session.id in later.session.after and later.begins < earlier.ends:
        yield Trouble("wrong-order", (later.session.id, earlier.session.id))


def _of_one(document: Document, run: _Run) -> Iterator[Trouble]:
    itself = (run.session.id,)
    rooms = cast("list[Room]", [document.table("room")[room] for room in run.session.rooms])
    people = cast("list[Person]", [document.table("person")[person] for person in run.people])
    for room in rooms:
        if not _there(document, run, room.availability):
            yield Trouble("room-unavailable", itself, rooms=(room.id,))
    for person in people:
        late = person.arrival is not None and run.begins < _utc(person.arrival, document)
        away = late and not person.remote and "room" in run.ways[person.id]
        if away or not _there(document, run, person.availability):
            yield Trouble("speaker-unavailable", itself, people=(person.id,))
        elsewhere = run.ways[person.id] != {"video"} if person.remote else "remote" in run.ways[person.id]
        if elsewhere and person.time_zone and _at_night(run, person.time_zone):
            yield Trouble("night-for-remote-speaker", itself, people=(person.id,))
    if any(_at_night(run, zone) for zone in run.session.regions):
        yield Trouble("night-for-audience", itself)
    yield from _needs(run, rooms)
    yield from _interpretation(document, run, rooms)
    yield from _out_of_bounds(document, run)


def _at_night(run: _Run, zone: str) -> bool:
    """Whether the clocks there show between ten and seven at any of its moments."""
    moment = run.begins
    while moment < run.ends:
        if not 7 <= moment.astimezone(ZoneInfo(zone)).hour < 22:
            return True
        moment += STEP
    return False


def _needs(run: _Run, rooms: list[Room]) -> Iterator[Trouble]:
    names = tuple(room.id for room in rooms)
    seats = [room.capacity for room in rooms]
    if rooms and run.session.expected and None not in seats and run.session.expected > sum(map(int, seats)):  # type: ignore[arg-type]
        yield Trouble("capacity-exceeded", (run.session.id,), names)
    if rooms and set(run.session.equipment) - {tag for room in rooms for tag in room.equipment}:
        yield Trouble("equipment-missing", (run.session.id,), names)


def _interpretation(document: Document, run: _Run, rooms: list[Room]) -> Iterator[Trouble]:
    if not rooms:
        return
    names = tuple(room.id for room in rooms)
    # Of joined rooms the one that lacks least is taken, language by language.
    lacks = {
        language: min(_lacking(document, run, room, language) for room in rooms)
        for language in run.session.interpretation
    }
    moments = (run.ends - run.begins) // STEP
    if any(lack == moments for lack in lacks.values()):
        yield Trouble("interpretation-missing", (run.session.id,), names)
    if any(0 < lack < moments for lack in lacks.values()):
        yield Trouble("booking-too-short", (run.session.id,), names)


def _lacking(document: Document, run: _Run, room: Room, language: str) -> int:
    """The moments of a session in which nobody interprets."""
    day = _belongs_to(document, run)
    booked = [one for one in _bookings(document) if one.room == room.id]
    moments = [run.begins + n * STEP for n in range((run.ends - run.begins) // STEP)]
    if all(one.date != day for one in booked):
        return 0 if language in room.languages else len(moments)
    there = [
        (
            _utc(datetime.combine(one.date, one.from_), document),
            _utc(datetime.combine(one.date, one.until), document),
        )
        for one in booked
        if one.status != "refused" and language in one.into
    ]
    return sum(not any(begins <= moment < ends for begins, ends in there) for moment in moments)


def _unused(document: Document, runs: list[_Run]) -> Iterator[Trouble]:
    for one in _bookings(document):
        begins = _utc(datetime.combine(one.date, one.from_), document)
        ends = _utc(datetime.combine(one.date, one.until), document)
        used = any(
            one.room in run.session.rooms
            and run.session.interpretation
            and run.begins < ends
            and begins < run.ends
            for run in runs
        )
        if one.status != "refused" and not used:
            yield Trouble("booking-unused", (), (one.room,))


def _bookings(document: Document) -> list[Booking]:
    return cast("list[Booking]", list(document.table("booking").values()))


def _there(document: Document, run: _Run, availability: tuple[Span, ...]) -> bool:
    spans = [(_utc(span.begins, document), _utc(span.ends, document)) for span in availability]
    moment = run.begins
    while spans and moment < run.ends:
        if not any(begins <= moment < ends for begins, ends in spans):
            return False
        moment += STEP
    return True


def _out_of_bounds(document: Document, run: _Run) -> Iterator[Trouble]:
    belongs_to = _belongs_to(document, run)
    days = {day.date: day for day in cast("list[Day]", list(document.table("day").values()))}
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


def _belongs_to(document: Document, run: _Run) -> date:
    start = run.session.start
    assert start is not None
    days = {day.date: day for day in cast("list[Day]", list(document.table("day").values()))}
    eve = days.get(start.date() - timedelta(days=1))
    late = eve is not None and eve.closes <= eve.opens and start.time() < eve.closes
    return start.date() - timedelta(days=1) if late else start.date()
