# SPDX-License-Identifier: EUPL-1.2
"""Rooms and people that are not there: outside the hours they are available, or needed at a meeting beside the
conference; people also before they arrive and after they leave."""

from __future__ import annotations

from collections.abc import Iterator

from octodesk.model.checks.found import Found
from octodesk.model.checks.ground import Ground, PersonThere
from octodesk.model.checks.programme import Placed


def rooms_there(ground: Ground, subject: Placed) -> Iterator[Found]:
    """room-unavailable. A room with no hours given is always available."""
    for room in subject.placement.rooms:
        if not ground.rooms[room].hours.hold(subject.begins, subject.ends):
            yield Found(
                "room-unavailable", (subject.session.id,), rooms=(room,), when=(subject.begins, subject.ends)
            )


def people_there(ground: Ground, subject: Placed) -> Iterator[Found]:
    """speaker-unavailable. Who speaks from elsewhere need not have arrived."""
    for one in subject.people:
        person = ground.people[one]
        if person.always or (person.hours.hold(subject.begins, subject.ends) and _in_town(person, subject)):
            continue
        when = (subject.begins, subject.ends)
        yield Found("speaker-unavailable", (subject.session.id,), people=(one,), when=when)


def _in_town(there: PersonThere, subject: Placed) -> bool:
    arrival, departure = there.in_town
    if there.person.remote or there.person.id not in subject.present:
        return True
    return (arrival is None or arrival <= subject.begins) and (departure is None or subject.ends <= departure)
