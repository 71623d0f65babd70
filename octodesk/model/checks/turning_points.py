# SPDX-License-Identifier: EUPL-1.2
"""For each family of rules the starts at which its answer about a session may change.

A turning point is the first start, as an instant, at which another answer may begin; between two of them a family says
the same of every start. Here `m` is the length of the session, so that it stands from s until s + m: "s + m > t" begins
to hold at t - m + 1, "s < t" ends to hold at t.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime, time, timedelta

from octodesk.model import clock
from octodesk.model.checks.ground import Ground, Hours, Stretch, lunch_on
from octodesk.model.checks.nights import nights_between, takes_part_from_elsewhere
from octodesk.model.checks.programme import EMPTY, Placed, Row

Reach = tuple[int, int]
"""The instants between which the session may stand, from its first start to its last end."""

Points = Callable[[Ground, Placed, Reach], Iterator[int]]


def _length(subject: Placed) -> int:
    return subject.ends - subject.begins


def _meeting(stretches: Iterable[Stretch], m: int, pad: int = 0) -> Iterator[int]:
    """Where a session begins and ceases to come nearer than `pad` to a stretch of time."""
    for begins, ends in stretches:
        yield begins - m - pad + 1
        yield ends + pad


def _others(row: Row, subject: Placed, reach: Reach, pad: int = 0) -> Iterator[Placed]:
    for other in row.overlapping(reach[0] - pad, reach[1] + pad):
        if other.session.id != subject.session.id:
            yield other


def _of_row(row: Row, subject: Placed, reach: Reach) -> Iterator[int]:
    return _meeting(((one.begins, one.ends) for one in _others(row, subject, reach)), _length(subject))


def exclusive(ground: Ground, subject: Placed, reach: Reach) -> Iterator[int]:
    programme = ground.programme
    row = programme.everything if subject.placement.exclusive else programme.exclusive
    yield from _of_row(row, subject, reach)
    if grace := ground.options["across-break"]["grace"]:
        for one in _others(row, subject, reach):
            yield one.begins - _length(subject) + grace + 1
            yield one.ends - grace


def track(ground: Ground, subject: Placed, reach: Reach) -> Iterator[int]:
    return _of_row(ground.programme.by_track.get(subject.session.track or "", EMPTY), subject, reach)


def audience(ground: Ground, subject: Placed, reach: Reach) -> Iterator[int]:
    for region in subject.session.regions:
        yield from _of_row(ground.programme.by_region.get(region, EMPTY), subject, reach)


def declared(ground: Ground, subject: Placed, _reach: Reach) -> Iterator[int]:
    session, links, placed = subject.session, ground.links, ground.programme.placed
    named = {
        *session.apart_from, *session.after, *links.apart_from.get(session.id, ()), *links.after.get(session.id, ()),
    }  # fmt: skip
    there = ((placed[one].begins, placed[one].ends) for one in named if one in placed)
    return _meeting(there, _length(subject))


def rooms_there(ground: Ground, subject: Placed, _reach: Reach) -> Iterator[int]:
    for room in subject.placement.rooms:
        yield from _of_hours(ground.rooms[room].hours, _length(subject))


def people_there(ground: Ground, subject: Placed, _reach: Reach) -> Iterator[int]:
    m = _length(subject)
    for one in subject.people:
        there = ground.people[one]
        yield from _of_hours(there.hours, m)
        arrival, departure = there.in_town
        if arrival is not None:
            yield arrival
        if departure is not None:
            yield departure - m + 1


def _of_hours(hours: Hours, m: int) -> Iterator[int]:
    for first, last in hours.there or ():
        yield first
        yield last - m + 1
    yield from _meeting(hours.away, m)


def bounds(ground: Ground, subject: Placed, reach: Reach) -> Iterator[int]:
    grace = ground.options["outside-opening-hours"]["grace"]
    for opens, closes in ground.open_hours.values():
        yield opens - grace
        yield closes + grace - _length(subject) + 1
    yield from _day_changes(ground, reach)


def _day_changes(ground: Ground, reach: Reach) -> Iterator[int]:
    """Where a start belongs to another day: at midnight, or at a closing past it."""
    yield from midnights(ground, reach)
    yield from (closes for _, closes in ground.open_hours.values())


def midnights(ground: Ground, reach: Reach) -> Iterator[int]:
    day = clock.wall_clock(reach[0], ground.zone).date()
    while (at := clock.instant(datetime.combine(day, time()), ground.zone)) <= reach[1]:
        yield at
        day += timedelta(days=1)


def nights(ground: Ground, subject: Placed, reach: Reach) -> Iterator[int]:
    night = ground.options["night-for-audience"]
    for zone in subject.session.regions:
        yield from _meeting(nights_between(zone, *reach, night), _length(subject))


def nights_of_speakers(ground: Ground, subject: Placed, reach: Reach) -> Iterator[int]:
    night = ground.options["night-for-remote-speaker"]
    for one in subject.people:
        zone = ground.people[one].person.time_zone
        if zone and takes_part_from_elsewhere(ground, subject, one):
            yield from _meeting(nights_between(zone, *reach, night), _length(subject))


def room(ground: Ground, subject: Placed, reach: Reach) -> Iterator[int]:
    m, session = _length(subject), subject.session
    for name in subject.placement.rooms:
        row = ground.programme.by_room.get(name, EMPTY)
        for one in _others(row, subject, reach, pad=row.margin + subject.margin):
            yield from _meeting([(one.begins, one.ends)], m)
            yield one.begins - m - session.clear_minutes - one.session.setup_minutes + 1
            yield one.ends + one.session.clear_minutes + session.setup_minutes


def people(ground: Ground, subject: Placed, reach: Reach) -> Iterator[int]:
    walks = {0, *ground.options["no-time-to-change-rooms"].values()}
    for one in subject.people:
        row = ground.programme.by_person.get(one, EMPTY)
        for other in _others(row, subject, reach, pad=max(walks)):
            for walk in walks:
                yield from _meeting([(other.begins, other.ends)], _length(subject), walk)


def interpretation(ground: Ground, subject: Placed, reach: Reach) -> Iterator[int]:
    if not subject.session.interpretation:
        return
    if ground.options["booking-too-short"]["grace"]:
        yield from range(*reach)  # where several bookings leave gaps, their sum can cross the grace anywhere
        return
    yield from _day_changes(ground, reach)
    for name in subject.placement.rooms:
        for booked in ground.bookings.get(name, ()):
            for at in (booked.begins, booked.ends):
                yield at
                yield at - _length(subject) + 1


def team(ground: Ground, subject: Placed, reach: Reach) -> Iterator[int]:
    if not subject.session.interpretation:
        return
    options = ground.options["interpreters-without-pause"]
    limits = {value for name, value in options.items() if name != "pause"}
    for name in subject.placement.rooms:
        if name not in ground.bookings:
            continue
        row = ground.programme.by_room.get(name, EMPTY)
        served = [one for one in _others(row, subject, reach, pad=1440) if one.session.interpretation]
        spells = [(one.begins, one.ends) for one in served]
        spells += [(one.begins, one.ends) for one in ground.bookings[name]]
        yield from _chain(spells, _length(subject), pause=options["pause"], limits=limits)


def _chain(spells: Iterable[Stretch], m: int, *, pause: int, limits: Iterable[int]) -> Iterator[int]:
    """Where pauses open and close, and where work on end with these becomes longer than a limit."""
    for begins, ends in spells:
        yield from _meeting([(begins, ends)], m)
        yield from _meeting([(begins, ends)], m, pause)
        for limit in limits:
            yield ends - limit
            yield begins + limit - m + 1


def days(ground: Ground, subject: Placed, reach: Reach) -> Iterator[int]:
    m = _length(subject)
    pause = ground.options["no-pause-for-speaker"]
    lunch = ground.options["no-lunch-for-speaker"]["minutes"]
    first, last = (clock.wall_clock(at, ground.zone).date() for at in reach)
    windows = [lunch_on(ground, first + timedelta(days=n)) for n in range((last - first).days + 1)]
    for one in subject.people:
        row = ground.programme.by_person.get(one, EMPTY)
        spells = [(other.begins, other.ends) for other in _others(row, subject, reach, pad=1440)]
        yield from _chain(spells, m, pause=pause["pause"], limits=[pause["minutes"]])
        for begins, ends in spells:
            yield ends + lunch
            yield begins - lunch - m + 1
    if subject.people:
        yield from midnights(ground, reach)
        yield from _meeting(windows, m)
        for opens, closes in windows:
            yield opens + lunch
            yield closes - lunch - m + 1


def nowhere(_ground: Ground, _subject: Placed, _reach: Reach) -> Iterator[int]:
    """The answer is the same whenever it stands there."""
    return iter(())
