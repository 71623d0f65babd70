# SPDX-License-Identifier: EUPL-1.2
"""The best places for a session, each with what speaks for it and against it.

Each day is looked at as a whole: what it costs at each start by time alone, then room by room, the most promising first,
until no room that is left could offer better than what is found.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from heapq import nsmallest
from typing import cast

from octodesk.model import clock
from octodesk.model.checks import Conflict, what_if
from octodesk.model.checks.cells import WEIGHTS, Day, Weights, weights_of
from octodesk.model.checks.programme import EMPTY, programme_of
from octodesk.model.checks.settings import options
from octodesk.model.document import Document
from octodesk.model.fields import Placement
from octodesk.model.rows import Kind, Room, Session
from octodesk.model.timetable import dates, hours_shown, opening, sessions_of_day

ENOUGH = 12
"""Columns looked at in any case, so that there is a choice."""

APART = 30
"""Minutes by which two places in a room on one day differ at least."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a session might stand. `cost` is small where it is good; `conflicts` are those it would have there, of
    which `new` are not where it stands now."""

    placement: Placement
    cost: int
    conflicts: tuple[Conflict, ...]
    new: int


@dataclass(frozen=True, slots=True)
class Offer:
    """A start in some rooms: what it costs, how far it is from where the session stands and from a tidy timetable."""

    cost: int
    far: tuple[int, ...]
    placement: Placement


def places(document: Document, session_id: str, *, most: int = 5) -> tuple[Place, ...]:
    """The best places, the best first; where it stands now is none of them. What is fixed stays as it is. () for what
    has no length or is cancelled."""
    session = document.session(session_id)
    if session.minutes <= 0 or session.status == "cancelled":
        return ()
    offers = best_offers(document, session, most, weights_of(document))
    now = what_if(document, session_id, session.placement, session.minutes) if session.placement else ()
    return tuple(_place(document, session, offer, now) for offer in offers)


def _place(document: Document, session: Session, offer: Offer, now: Sequence[Conflict]) -> Place:
    found = what_if(document, session.id, offer.placement, session.minutes)
    counted = tuple(one for one in found if one.acknowledged is None)
    known = {one.key for one in now}
    new = sum(one.key not in known for one in counted)
    return Place(offer.placement, cost_of(counted) + offer.far[0], counted, new)


def cost_of(conflicts: Sequence[Conflict]) -> int:
    """Errors count a hundred, warnings ten, notes one."""
    return sum({"error": 100, "warning": 10}.get(one.severity, 1) for one in conflicts)


def best_offers(document: Document, session: Session, most: int, weights: Weights) -> list[Offer]:
    """The best places by these weights."""
    search = _Search(document, session, weights)
    found: list[Offer] = []
    for looked, (bound, day, rooms) in enumerate(sorted(search.columns(), key=lambda column: column[0])):
        if looked >= ENOUGH and len(found) >= most:
            worst = nsmallest(most, found, key=_rank)[-1]
            if worst.cost <= bound:
                break
        found.extend(search.offers(day, rooms))
    return nsmallest(most, found, key=_rank)


def free_offers(document: Document, session: Session, weights: Weights) -> list[Placement]:
    """Every place where nothing weighs as an error, on the steps of the timetable."""
    search = _Search(document, session, weights)
    return [at for _, day, rooms in search.columns() for at in search.free(day, rooms)]


def _rank(offer: Offer) -> tuple[object, ...]:
    return offer.cost, offer.far, offer.placement.start, offer.placement.rooms


class _Search:
    """One session, and the days it may be held on."""

    def __init__(self, document: Document, session: Session, weights: Weights) -> None:
        self._document, self._session, self._weights = document, session, weights
        self._zone = document.event.time_zone
        kind = cast("Kind | None", document.find("kind", session.kind))
        default = kind is not None and kind.exclusive
        self.exclusive = session.exclusive if session.placement else default
        self._days = {day: self._day(day) for day in self._dates()}
        self._natural = {day: self._natural_starts(day) for day in self._days}

    def _dates(self) -> Sequence[date]:
        at = self._session.placement
        if at is not None and self._session.locked_time:
            return [self._document.day_of(at)]
        event = self._document.event
        return [day for day in dates(self._document) if event.first_day <= day <= event.last_day]

    def _day(self, day: date) -> Day:
        hours = opening(self._document, day)
        if hours is None:
            begins, ends = hours_shown(self._document, [day])
        else:
            begins, ends = (_minute(at, day) for at in hours)
        step = max(5, self._document.event.snap)
        at = self._session.placement
        if at is not None and self._session.locked_time:
            begins = _minute(at.start, day)
            last = begins + 1
        else:
            last = max(begins + 1, ends - self._session.minutes + 1)
        return Day(
            self._document,
            self._session.id,
            day,
            begins,
            last,
            step,
            self.exclusive,
            own_weights=self._weights,
        )

    def _natural_starts(self, day: date) -> frozenset[datetime]:
        """Starts that keep the lines of the timetable: where something else begins, or a break is over."""
        found: set[datetime] = set()
        for one in sessions_of_day(self._document, day):
            if one.id == self._session.id or one.placement is None:
                continue
            found.add(one.placement.start)
            if one.placement.exclusive:
                found.add(clock.end_of(one.placement.start, one.minutes, self._zone))
        hours, at = opening(self._document, day), self._session.placement
        return frozenset({*found, *(hours[:1] if hours else ()), *((at.start,) if at else ())})

    def columns(self) -> Iterator[tuple[int, date, tuple[str, ...]]]:
        """(least it can cost there, day, rooms)."""
        held = [(rooms, self._whatever_the_time(rooms)) for rooms in self._rooms()]
        for day, along in self._days.items():
            for rooms, own in held:
                yield self._least(along, rooms) + own, day, rooms

    def _least(self, along: Day, rooms: tuple[str, ...]) -> int:
        """What it costs by time alone where the first of the rooms is free for long enough; where it never is, a
        double booking more."""
        if not rooms:
            return min(along.by_time, default=0)
        free = [along.by_time[first:last] for first, last in self._gaps(along, rooms[0])]
        costs = [min(part) for part in free if part]
        taken = self._weights["room-double-booked"]
        return min(costs) if costs else min(along.by_time, default=0) + taken

    def _gaps(self, along: Day, room: str) -> Iterator[tuple[int, int]]:
        """The places among the starts of a day from which a room is free for long enough: from, until before."""
        if not along.starts:
            return
        instants, length = along.instants, self._session.minutes
        at = instants[0]
        row = programme_of(self._document).by_room.get(room, EMPTY)
        for one in row.overlapping(at, instants[-1] + length):
            if one.id != self._session.id:
                yield bisect_left(instants, at), bisect_right(instants, one.begins - length)
                at = max(at, one.ends)
        yield bisect_left(instants, at), len(instants)

    def _rooms(self) -> Sequence[tuple[str, ...]]:
        at = self._session.placement
        if at is not None and (self._session.locked_room or len(at.rooms) > 1):
            return [at.rooms]
        if (at is not None and at.exclusive and not at.rooms) or self._is_nowhere():
            return [()]
        return [(room.id,) for room in self._document.rooms]

    def _is_nowhere(self) -> bool:
        """Held in no room, such as a coffee break."""
        return self._session.placement is None and self._session.kind in _IN_NO_ROOM

    def _whatever_the_time(self, rooms: tuple[str, ...]) -> int:
        """What seats and equipment cost there."""
        session, there = self._session, [self._document.room(one) for one in rooms]
        lacking = set(session.equipment) - {tag for room in there for tag in room.equipment}
        seats = _seats(there)
        full = seats is not None and (session.expected or 0) > seats
        weight = self._weights["equipment-missing"] * bool(there and lacking)
        slack = options(self._document)["capacity-exceeded"]["slack"]
        return weight + (self._weights["capacity-exceeded"] if there and full and not slack else 0)

    def offers(self, day: date, rooms: tuple[str, ...]) -> Iterator[Offer]:
        """The best start of a column, and the best of those that differ by more than a few minutes."""
        along = self._days[day]
        costs = along.costs(rooms)
        seats = _seats([self._document.room(one) for one in rooms])
        there = [place for place, at in enumerate(along.starts) if not self._is_now(at, rooms)]
        first = self._best_of(along, rooms, there, costs, seats)
        if first is None:
            return
        yield first
        apart = timedelta(minutes=max(APART, self._session.minutes // 2))
        other = [n for n in there if abs(along.starts[n] - first.placement.start) >= apart]
        second = self._best_of(along, rooms, other, costs, seats)
        if second is not None:
            yield second

    def _best_of(
        self,
        along: Day,
        rooms: tuple[str, ...],
        there: Sequence[int],
        costs: Sequence[int],
        seats: int | None,
    ) -> Offer | None:
        least = min((costs[n] for n in there), default=None)
        found = (
            Offer(costs[n], self._far(along.starts[n], rooms, seats), self._at(along, n, rooms))
            for n in there
            if costs[n] == least
        )
        return min(found, key=_rank, default=None)

    def free(self, day: date, rooms: tuple[str, ...]) -> Iterator[Placement]:
        along = self._days[day]
        costs = along.costs(rooms)
        yield from (self._at(along, n, rooms) for n, cost in enumerate(costs) if cost < WEIGHTS["error"])

    def _at(self, along: Day, place: int, rooms: tuple[str, ...]) -> Placement:
        return Placement(along.starts[place], rooms, self.exclusive)

    def _is_now(self, start: datetime, rooms: tuple[str, ...]) -> bool:
        """Where it stands, or a few minutes beside: that is no other place."""
        at = self._session.placement
        if at is None or at.rooms != rooms:
            return False
        return abs(start - at.start) < timedelta(minutes=self._session.minutes)

    def _far(self, start: datetime, rooms: tuple[str, ...], seats: int | None) -> tuple[int, ...]:
        """How far it is from where it stands and from a tidy timetable: 0 to 9, and what breaks a tie."""
        at, session = self._session.placement, self._session
        untidy = start not in self._natural[start.date()] if start.date() in self._natural else True
        empty = 0 if seats is None or not session.expected else max(0, seats - session.expected)
        if at is None:
            return 3 * untidy, empty, 0
        hours = min(3, abs((start - at.start) // timedelta(hours=1)))
        other_day = 2 * (start.date() != at.start.date())
        moved = rooms != at.rooms
        return 3 * untidy + hours + other_day + moved, empty, abs((start - at.start) // timedelta(minutes=1))


_IN_NO_ROOM = frozenset({"break", "coffee", "lunch", "registration", "reception", "social", "photo"})


def _seats(rooms: Sequence[Room]) -> int | None:
    capacities = [room.capacity for room in rooms]
    return None if not capacities or None in capacities else sum(one or 0 for one in capacities)


def _minute(at: datetime, day: date) -> int:
    return round((at - datetime.combine(day, time())).total_seconds() / 60)


def fitting(document: Document, placement: Placement, *, minutes: int) -> tuple[tuple[str, int], ...]:
    """The not yet placed sessions that fit into an empty place of so many minutes without an error: (id, cost), the
    best first, and among equals the one that fills it best."""
    found = []
    for session in document.sessions:
        if session.placement is None and 0 < session.minutes <= minutes and session.status != "cancelled":
            there = what_if(document, session.id, placement, session.minutes)
            if all(one.severity != "error" for one in there):
                found.append((cost_of(there), minutes - session.minutes, session.id))
    return tuple((session_id, cost) for cost, _, session_id in sorted(found))
