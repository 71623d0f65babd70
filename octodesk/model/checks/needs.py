# SPDX-License-Identifier: EUPL-1.2
"""What a session needs of its rooms: seats and equipment. Joined rooms count together."""

from __future__ import annotations

from collections.abc import Iterator

from octodesk.model.checks.found import Found
from octodesk.model.checks.ground import Ground
from octodesk.model.checks.programme import Placed


def seats(ground: Ground, subject: Placed) -> Iterator[Found]:
    """capacity-exceeded: more people expected than there are seats, the slack (percent of the seats) let pass."""
    expected, rooms = subject.session.expected, subject.placement.rooms
    if not expected or not rooms:
        return
    capacities = [ground.rooms[room].room.capacity for room in rooms]
    if None in capacities:
        return
    there = sum(one or 0 for one in capacities)
    if expected * 100 > there * (100 + ground.options["capacity-exceeded"]["slack"]):
        facts = (("expected", expected), ("seats", there))
        yield Found("capacity-exceeded", (subject.session.id,), rooms=rooms, facts=facts)


def equipment(ground: Ground, subject: Placed) -> Iterator[Found]:
    """equipment-missing."""
    rooms = subject.placement.rooms
    if not subject.session.equipment or not rooms:
        return
    there = frozenset[str]().union(*(ground.rooms[room].equipment for room in rooms))
    lacking = tuple(one for one in subject.session.equipment if one not in there)
    if lacking:
        facts = (("equipment", lacking),)
        yield Found("equipment-missing", (subject.session.id,), rooms=rooms, facts=facts)
