# SPDX-License-Identifier: EUPL-1.2
"""All rules, by what each looks at: a session where it stands, a session as such, a person's days, a room's bookings,
a person, the conference."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from octodesk.model.checks import turning_points
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
Points = turning_points.Points

BY_TIME: Sequence[tuple[Family, Points]] = (
    (beside_exclusive, turning_points.exclusive),
    (of_one_track, turning_points.track),
    (of_one_audience, turning_points.audience),
    (as_declared, turning_points.declared),
    (people_there, turning_points.people_there),
    (bounds, turning_points.bounds),
    (night_of_audience, turning_points.nights),
    (night_of_speakers, turning_points.nights_of_speakers),
)
"""What a session meets at a time, wherever it is held; and where along the day the answer may change."""

BY_ROOM: Sequence[tuple[Family, Points]] = (
    (in_one_room, turning_points.room),
    (of_one_person, turning_points.people),
    (rooms_there, turning_points.rooms_there),
    (seats, turning_points.nowhere),
    (equipment, turning_points.nowhere),
    (languages_there, turning_points.interpretation),
)
"""What depends on the room too; speakers have to walk there."""

_ASKS: Mapping[Family, str] = {
    of_one_track: "track", of_one_audience: "regions", night_of_audience: "regions", seats: "expected",
    equipment: "equipment", languages_there: "interpretation",
}  # fmt: skip
"""Families with nothing to say of a session in which this field is empty: not even asked, as there are thousands."""
_PLACED = tuple((family, _ASKS.get(family, "id")) for family, _ in (*BY_TIME, *BY_ROOM))


def of_placed(ground: Ground, subject: Placed) -> list[Found]:
    """What one session meets where it stands, or might stand."""
    found: list[Found] = []
    session = subject.session
    for family, field in _PLACED:
        if getattr(session, field):
            for one in family(ground, subject):
                found.append(one)  # noqa: PERF402 - quicker than extending from a generator that mostly yields nothing
    return found


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
