# SPDX-License-Identifier: EUPL-1.2
"""A large programme that uses every rule: rooms side by side, hours on end, people who speak more than once, tracks,
regions, bookings, needs. Most of it stands well; a part was thrown in without looking."""

from __future__ import annotations

import random
from datetime import date, datetime, time, timedelta

from octodesk.model.document import Document
from octodesk.model.fields import Facts, Placement, Span
from octodesk.model.row_values import table_of
from octodesk.model.rows import Booking, Contribution, Person, Room, Row, Session, Track
from tests.build import KINDS, days, event, part, person, room, session, text

FIRST = date(2026, 10, 24)
DAYS = 3
REGIONS = ("Asia/Tokyo", "America/New_York", "Asia/Kolkata", "Africa/Lagos")
TAGS = ("projector", "microphones", "webcast", "recording")
HOUSES = ("North", "South")


def crowded(sessions: int, *, rooms: int = 0, seed: int = 1) -> Document:
    """So many sessions over three days in `rooms` rooms (0: as many as they need), every rule with work to do."""
    chance = random.Random(seed)
    count = rooms or max(2, sessions // 30)
    tables: dict[str, dict[str, Row]] = {}
    for row in (*KINDS, *_rows(chance, sessions, count)):
        tables.setdefault(table_of(row), {})[row.id] = row
    return Document("event", tables)


def _rows(chance: random.Random, sessions: int, rooms: int) -> list[Row]:
    last = FIRST + timedelta(days=DAYS - 1)
    frame: list[Row] = [event(first_day=FIRST, last_day=last, registration=_REGISTRATION), *days(FIRST, DAYS)]
    places = [_room(chance, n) for n in range(rooms)]
    people = [_person(chance, n) for n in range(sessions)]
    tracks = [Track(f"t{n}", text(f"Track {n}")) for n in range(max(25, sessions // 8))]
    made = [_session(chance, n, places, tracks) for n in range(sessions)]
    parts = [one for session_ in made for one in _parts(chance, session_.id, people)]
    bookings = [one for place in places for one in _bookings(chance, place)]
    return [*frame, *places, *people, *tracks, *made, *parts, *bookings]


_REGISTRATION = Facts((("from", "2026-08-01"), ("until", "2026-10-01")))


def _room(chance: random.Random, n: int) -> Room:
    return room(
        f"r{n:03d}", capacity=chance.choice([60, 120, 200, 400]), building=text(HOUSES[n % 2]), booths=3,
        languages=("en", "es", "fr"), equipment=tuple(sorted(chance.sample(TAGS, 3))), order=f"1000.{n:03d}",
        availability=(Span(_at(0, 8), _at(2, 20)),) if n % 5 == 0 else (),
    )  # fmt: skip


def _person(chance: random.Random, n: int) -> Person:
    away = (Span(_at(0, 8), _at(1, 13)),) if chance.random() < 0.02 else ()
    remote = chance.random() < 0.1
    return person(
        f"p{n:05d}", given_name="Olena", availability=away, remote=remote,
        time_zone=chance.choice(REGIONS) if remote else None,
        technical_test=Facts((("result", "passed"),)),
        status="accepted" if chance.random() < 0.95 else "invited",
    )  # fmt: skip


def _at(day: int, hour: int) -> datetime:
    return datetime.combine(FIRST + timedelta(days=day), time(hour))


def _session(chance: random.Random, n: int, rooms: list[Room], tracks: list[Track]) -> Session:
    place, turn = rooms[n % len(rooms)], n // len(rooms)
    start = _at(turn % DAYS, 9) + timedelta(minutes=50 * (turn // DAYS))
    if chance.random() < 0.02:
        start = _at(turn % DAYS, 9) + timedelta(minutes=chance.randrange(0, 480, 5))
    words = f"about matter {n}"
    return session(
        f"s{n:05d}", Placement(start, (place.id,)), minutes=40, track=chance.choice(tracks).id,
        title=text(f"Workshop {words}", f"Atelier {words}", f"Taller {words}"),
        description=text(f"What can be done {words}. " * 3, f"Que faire {words}. " * 3, f"Qué hacer {words}. " * 3),
        expected=chance.choice([30, 50, 60]) if chance.random() < 0.97 else 300,
        interpretation=("fr",) if n % 4 == 0 else (), equipment=("projector",) if n % 10 == 0 else (),
        regions=(chance.choice(REGIONS),) if n % 40 == 0 else (), setup_minutes=5 if n % 20 == 0 else 0,
    )  # fmt: skip


def _parts(chance: random.Random, session_id: str, people: list[Person]) -> list[Contribution]:
    chosen = chance.sample(people, chance.choice([2, 2, 3]))
    roles = ("moderator", "speaker", "panellist")
    return [part(session_id, one.id, role) for one, role in zip(chosen, roles, strict=False)]


def _bookings(chance: random.Random, place: Room) -> list[Booking]:
    if chance.random() < 0.5:
        return []
    return [
        Booking(
            f"{place.id}-{day}-{half}", place.id, FIRST + timedelta(days=day), time(begins), time(ends),
            ("en",), ("fr",), team=2, status="confirmed",
        )
        for day in range(DAYS)
        for half, begins, ends in (("am", 9, 13), ("pm", 13, 18))
    ]  # fmt: skip
