# SPDX-License-Identifier: EUPL-1.2
"""What the rules stand on: the programme, and rooms, people, days and bookings with their hours as instants."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from typing import NamedTuple, cast

from octodesk.model import clock
from octodesk.model.checks.programme import Programme, programme_of
from octodesk.model.checks.settings import options
from octodesk.model.document import Document
from octodesk.model.fields import Placement, Span
from octodesk.model.rows import AgendaPoint, Booking, Contribution, Event, Person, Related, Room, Session
from octodesk.model.timetable import opening_of

Stretch = tuple[int, int]
"""From an instant until another."""


class Hours(NamedTuple):
    """When somebody or something is there: `there` None means always; `away` is taken from it."""

    there: tuple[Stretch, ...] | None
    away: tuple[Stretch, ...]

    def hold(self, begins: int, ends: int) -> bool:
        if any(first < ends and begins < last for first, last in self.away):
            return False
        return self.there is None or any(first <= begins and ends <= last for first, last in self.there)


ALWAYS = Hours(None, ())


class RoomThere(NamedTuple):
    room: Room
    hours: Hours
    equipment: frozenset[str]


class PersonThere(NamedTuple):
    """`in_town`: from arrival until departure, as far as they are known. `always`: there is nothing to ask."""

    person: Person
    hours: Hours
    in_town: tuple[int | None, int | None]
    always: bool


class Booked(NamedTuple):
    """An interpretation booking from one instant until another."""

    booking: Booking
    begins: int
    ends: int

    @property
    def stands(self) -> bool:
        return self.booking.status != "refused"


class Links(NamedTuple):
    """The sessions that name one, by the one they name."""

    apart_from: Mapping[str, tuple[str, ...]]
    after: Mapping[str, tuple[str, ...]]


Blocked = Mapping[str, tuple[Stretch, ...]]
Parts = Mapping[str, tuple[Contribution, ...]]


class Ground(NamedTuple):
    """What the rules ask for, by id; `parts` and `points` by session, `parts_of` by person. `lunch` fills as days are asked for."""

    document: Document
    event: Event
    programme: Programme
    links: Links
    options: Mapping[str, Mapping[str, int]]
    rooms: Mapping[str, RoomThere]
    people: Mapping[str, PersonThere]
    open_hours: Mapping[date, Stretch]
    past_midnight: bool
    """Whether a day closes after midnight, so that an early hour can belong to the evening before."""
    bookings: Mapping[str, tuple[Booked, ...]]
    """By room, those refused too."""
    booked_days: frozenset[tuple[str, date]]
    parts: Parts
    parts_of: Parts
    points: Mapping[str, tuple[AgendaPoint, ...]]
    lunch: dict[date, Stretch]
    walk: int
    """Minutes of the longest way between two rooms."""

    @property
    def zone(self) -> str:
        return self.event.time_zone

    def day_of(self, placement: Placement) -> date:
        """As Document.day_of."""
        return self.document.day_of(placement) if self.past_midnight else placement.start.date()


TABLES = (
    "session", "contribution", "event", "day", "room", "person", "booking", "kind", "track", "related", "rule_setting",
    "agenda_point", "heading",
)  # fmt: skip
"""What the rules look at."""


def ground_of(document: Document) -> Ground:
    return document.derived("ground", TABLES, _build)


def _build(document: Document) -> Ground:
    bookings = document.derived("bookings as instants", ("booking", "event"), _bookings)
    return Ground(
        document,
        document.event,
        programme_of(document),
        document.derived("session links", ("session",), _links),
        options(document),
        document.derived("rooms there", ("room", "related", "event"), _rooms),
        document.derived("people there", ("person", "related", "event"), _people),
        document.derived("open hours", ("day", "event"), _open_hours),
        any(day.closes <= day.opens for day in document.days),
        bookings,
        frozenset((room, one.booking.date) for room, those in bookings.items() for one in those),
        document.grouped("contribution", "session"),
        document.grouped("contribution", "person"),
        document.grouped("agenda_point", "session"),
        {},
        max(options(document)["no-time-to-change-rooms"].values()),
    )


def _links(document: Document) -> Links:
    apart: dict[str, tuple[str, ...]] = {}
    after: dict[str, tuple[str, ...]] = {}
    for row in document.table("session").values():
        session = cast("Session", row)
        for named in session.apart_from:
            apart[named] = (*apart.get(named, ()), session.id)
        for named in session.after:
            after[named] = (*after.get(named, ()), session.id)
    return Links(apart, after)


def _rooms(document: Document) -> dict[str, RoomThere]:
    blocked = _blocked(document, of=lambda one: one.blocked_rooms)
    return {
        room.id: RoomThere(room, _hours(document, room, blocked), frozenset(room.equipment))
        for room in document.rooms
    }


def _people(document: Document) -> dict[str, PersonThere]:
    blocked = _blocked(document, of=lambda one: one.blocked_people)
    rows = cast("Iterable[Person]", document.table("person").values())
    return {one.id: _person(document, one, blocked) for one in rows}


def _person(document: Document, person: Person, blocked: Blocked) -> PersonThere:
    hours = _hours(document, person, blocked)
    if person.arrival is None and person.departure is None:
        return PersonThere(person, hours, (None, None), hours is ALWAYS)
    arrival, departure = (
        None if moment is None else clock.instant(moment, document.event.time_zone)
        for moment in (person.arrival, person.departure)
    )
    return PersonThere(person, hours, (arrival, departure), always=False)


def _hours(document: Document, row: Room | Person, blocked: Blocked) -> Hours:
    if not row.availability and row.id not in blocked:
        return ALWAYS
    return Hours(_stretches(document, row.availability), blocked.get(row.id, ()))


def lunch_on(ground: Ground, day: date) -> Stretch:
    """The instants between which a meal should fit."""
    if day not in ground.lunch:
        window, midnight = ground.options["no-lunch-for-speaker"], _midnight(day)
        opens, closes = (
            clock.instant(midnight + timedelta(minutes=window[name]), ground.zone)
            for name in ("from", "until")
        )
        ground.lunch[day] = opens, closes
    return ground.lunch[day]


def _stretches(document: Document, spans: Sequence[Span]) -> tuple[Stretch, ...] | None:
    """Wall-clock spans, sorted, as instants; adjoining ones join. None for no spans: always."""
    if not spans:
        return None
    zone = document.event.time_zone
    return joined((clock.instant(one.begins, zone), clock.instant(one.ends, zone)) for one in spans)


def joined(stretches: Iterable[Stretch]) -> tuple[Stretch, ...]:
    """The same time in as few stretches as can be, sorted."""
    found: list[Stretch] = []
    for begins, ends in sorted(stretches):
        if begins >= ends:
            continue  # an hour that comes twice can turn a span round
        if found and begins <= found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], ends))
        else:
            found.append((begins, ends))
    return tuple(found)


def _blocked(document: Document, *, of: Callable[[Related], tuple[str, ...]]) -> Blocked:
    """The whole days of related meetings, by room or person that they need."""
    zone = document.event.time_zone
    found: dict[str, list[Stretch]] = {}
    for one in document.related:
        begins = clock.instant(_midnight(one.from_), zone)
        ends = clock.instant(_midnight(one.until) + timedelta(days=1), zone)
        for row_id in of(one):
            found.setdefault(row_id, []).append((begins, ends))
    return {row_id: joined(days) for row_id, days in found.items()}


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time())


def _open_hours(document: Document) -> dict[date, Stretch]:
    zone = document.event.time_zone
    return {
        day.date: (clock.instant(opens, zone), clock.instant(closes, zone))
        for day in reversed(document.days)
        for opens, closes in [opening_of(day)]
    }


def _bookings(document: Document) -> dict[str, tuple[Booked, ...]]:
    zone = document.event.time_zone
    found: dict[str, list[Booked]] = {}
    for one in document.bookings:
        begins, ends = (clock.instant(datetime.combine(one.date, at), zone) for at in (one.from_, one.until))
        found.setdefault(one.room, []).append(Booked(one, begins, ends))
    return {room: tuple(those) for room, those in found.items()}
