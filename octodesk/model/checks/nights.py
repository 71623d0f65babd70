# SPDX-License-Identifier: EUPL-1.2
"""The night of those who follow from elsewhere. Compared are instants, so that a clock change on either side counts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import timedelta
from functools import lru_cache

from octodesk.model import clock
from octodesk.model.checks.found import Found
from octodesk.model.checks.ground import Ground
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
        person = ground.people[one].person
        zone = person.time_zone
        if not zone or not takes_part_from_elsewhere(ground, subject, one):
            continue
        if at_night(zone, subject.begins, subject.ends, night):
            when = (subject.begins, subject.ends)
            facts = (("zones", (zone,)),)
            yield Found("night-for-remote-speaker", (subject.session.id,), (), (one,), when, facts)


def takes_part_from_elsewhere(ground: Ground, subject: Placed, person: str) -> bool:
    """By a link, that is: neither in the room nor in a film."""
    if ground.people[person].person.remote:
        ways = {part.way for part in ground.document.contributions_of(subject.id) if part.person == person}
        return ways != {"video"}
    return any(
        part.person == person and part.way == "remote"
        for part in ground.document.contributions_of(subject.id)
    )


def at_night(zone: str, begins: int, ends: int, night: Mapping[str, int]) -> bool:
    """Whether any of the minutes between two instants is night in a zone; `night` has minutes of the day."""
    return _at_night(zone, begins, ends, night["from"], night["until"])


@lru_cache(maxsize=65536)
def _at_night(zone: str, begins: int, ends: int, dusk: int, dawn: int) -> bool:
    for day in range(-1, 2):
        midnight = clock.wall_clock(begins, zone).replace(hour=0, minute=0) + timedelta(days=day)
        falls = clock.instant(midnight + timedelta(minutes=dusk), zone)
        rises_next_day = timedelta(days=0 if dusk < dawn else 1)
        breaks = clock.instant(midnight + rises_next_day + timedelta(minutes=dawn), zone)
        if falls < ends and begins < breaks:
            return True
    return False
