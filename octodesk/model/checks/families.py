# SPDX-License-Identifier: EUPL-1.2
"""All rules, by what each looks at: a session where it stands, a session as such, a person's days, a room's bookings,
a person, the conference."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from octodesk.model.checks.alike import as_declared, of_one_audience, of_one_track
from octodesk.model.checks.availability import people_there, rooms_there
from octodesk.model.checks.bounds import bounds
from octodesk.model.checks.found import Found
from octodesk.model.checks.ground import Ground
from octodesk.model.checks.interpretation import languages_there, teams
from octodesk.model.checks.needs import equipment, seats
from octodesk.model.checks.nights import night_of_audience, night_of_speakers
from octodesk.model.checks.overlaps import beside_exclusive, in_one_room, of_one_person
from octodesk.model.checks.people_days import days_of
from octodesk.model.checks.programme import EMPTY, Placed

Family = Callable[[Ground, Placed], Iterator[Found]]

BY_TIME: Sequence[Family] = (
    beside_exclusive, of_one_track, of_one_audience, as_declared, people_there, bounds, night_of_audience,
    night_of_speakers,
)  # fmt: skip
"""What a session meets at a time, wherever it is held."""

BY_ROOM: Sequence[Family] = (in_one_room, of_one_person, rooms_there, seats, equipment, languages_there)
"""What depends on the room too; speakers have to walk there."""


def of_placed(ground: Ground, subject: Placed) -> Iterator[Found]:
    """What one session meets where it stands, or might stand."""
    for family in BY_TIME:
        yield from family(ground, subject)
    for family in BY_ROOM:
        yield from family(ground, subject)


def of_days(ground: Ground, subject: Placed) -> Iterator[Found]:
    """What its people's days, and its rooms' interpreters, would be with a session standing there."""
    yield from of_peoples_days(ground, subject)
    yield from of_teams(ground, subject)


def of_peoples_days(ground: Ground, subject: Placed) -> Iterator[Found]:
    for person in subject.people:
        row = ground.programme.by_person.get(person, EMPTY)
        yield from _naming(subject, days_of(ground, person, row.without(_only(subject), subject)))


def of_teams(ground: Ground, subject: Placed) -> Iterator[Found]:
    if not subject.session.interpretation:
        return
    for room in subject.placement.rooms:
        if room in ground.bookings:
            row = ground.programme.by_room.get(room, EMPTY)
            yield from _naming(subject, teams(ground, room, row.without(_only(subject), subject)))


def _only(subject: Placed) -> frozenset[str]:
    return frozenset((subject.session.id,))


def _naming(subject: Placed, found: Iterator[Found]) -> Iterator[Found]:
    return (one for one in found if subject.session.id in one.sessions)
