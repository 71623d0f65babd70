# SPDX-License-Identifier: EUPL-1.2
"""The night of those who follow from elsewhere. Compared are instants, so that a clock change on either side counts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import timedelta
from functools import lru_cache

from octodesk.model import clock
from octodesk.model.checks.found import Found
from octodesk.model.checks.ground import Ground, Stretch
from octodesk.model.checks.programme import Placed


def night_of_audience(ground: Ground, subject: Placed) -> Iterator[Found]:
    """night-for-audience: for a region a session is meant for it would be night."""
    regions = subject.session.regions
    if not regions:
        return
    night = ground.options["night-for-audience"]
    asleep = tuple(zone for zone in regions if at_night(zone, subject.begins, subject.ends, night))
    if asleep:
        when = (subject.begins, subject.ends)
        yield Found("night-for-audience", (subject.session.id,), when=when, facts=(("zones", asleep),))


def night_of_speakers(ground: Ground, subject: Placed) -> Iterator[Found]:
    """night-for-remote-speaker: somebody who takes part from elsewhere would have to get up for it."""
    night = ground.options["night-for-remote-speaker"]
    for one in subject.people:
        zone = ground.people[one].person.time_zone
        if not zone or not takes_part_from_elsewhere(ground, subject, one):
            continue
        if at_night(zone, subject.begins, subject.ends, night):
            when = (subject.begins, subject.ends)
            facts = (("zones", (zone,)),)
            yield Found("night-for-remote-speaker", (subject.session.id,), (), (one,), when, facts)


def takes_part_from_elsewhere(ground: Ground, subject: Placed, person: str) -> bool:
    """By a link, that is: neither in the room nor in a film."""
    ways = {part.way for part in ground.parts[subject.session.id] if part.person == person}
    return ways != {"video"} if ground.people[person].person.remote else "remote" in ways


def at_night(zone: str, begins: int, ends: int, night: Mapping[str, int]) -> bool:
    """Whether any of the minutes between two instants is night in a zone; `night` has minutes of the day."""
    return _at_night(zone, begins, ends, night["from"], night["until"])


@lru_cache(maxsize=65536)
def _at_night(zone: str, begins: int, ends: int, dusk: int, dawn: int) -> bool:
    return any(first < ends and begins < last for first, last in _nights(zone, begins, ends, dusk, dawn))


def nights_between(zone: str, begins: int, ends: int, night: Mapping[str, int]) -> tuple[Stretch, ...]:
    """The nights of a zone that may lie between two instants."""
    return _nights(zone, begins, ends, night["from"], night["until"])


@lru_cache(maxsize=4096)
def _nights(zone: str, begins: int, ends: int, dusk: int, dawn: int) -> tuple[Stretch, ...]:
    first, last = (clock.wall_clock(at, zone).replace(hour=0, minute=0) for at in (begins, ends))
    midnights = (first + timedelta(days=n) for n in range(-1, (last - first).days + 1))
    rises = timedelta(days=0 if dusk < dawn else 1, minutes=dawn)
    return tuple(
        (clock.instant(at + timedelta(minutes=dusk), zone), clock.instant(at + rises, zone))
        for at in midnights
    )
