# SPDX-License-Identifier: EUPL-1.2
"""Two sessions at one time: in one room, with one person, beside what nothing may run beside.

Two sessions conflict in time when each starts before the other ends; touching is no conflict. Any role counts, and the
people of agenda points count for the whole session.
"""

from __future__ import annotations

from collections.abc import Iterator

from octodesk.model.checks.found import Found
from octodesk.model.checks.ground import Ground, Stretch
from octodesk.model.checks.programme import EMPTY, Placed

BREAKS = frozenset({"break", "coffee", "lunch"})


def in_one_room(ground: Ground, subject: Placed) -> Iterator[Found]:
    """room-double-booked, and setup-overlap where only the minutes for setting up and clearing away meet."""
    seen: set[str] = set()
    for room in subject.placement.rooms:
        row = ground.programme.by_room.get(room, EMPTY)
        reach = row.margin + subject.margin
        for other in row.overlapping(subject.begins - reach, subject.ends + reach):
            if other.session.id != subject.session.id and other.session.id not in seen:
                seen.add(other.session.id)
                yield from _in_rooms(*in_order(subject, other))


def _in_rooms(first: Placed, second: Placed) -> Iterator[Found]:
    rooms = tuple(room for room in first.placement.rooms if room in second.placement.rooms)
    pair = (first.session.id, second.session.id)
    if first.overlaps(second):
        yield Found("room-double-booked", pair, rooms=rooms, when=_both(first, second))
        return
    # They do not overlap, so the one that begins first is over first.
    needed = first.session.clear_minutes + second.session.setup_minutes
    gap = second.begins - first.ends
    if gap < needed:
        facts = (("gap", gap), ("needed", needed))
        yield Found("setup-overlap", pair, rooms=rooms, when=(first.ends, second.begins), facts=facts)


def of_one_person(ground: Ground, subject: Placed) -> Iterator[Found]:
    """speaker-double-booked, and no-time-to-change-rooms where somebody cannot walk from one room to the other."""
    seen: set[str] = set()
    begins, ends, rows = subject.begins - ground.walk, subject.ends + ground.walk, ground.programme.by_person
    for person in subject.people:
        for other in rows.get(person, EMPTY).overlapping(begins, ends):
            if other.session.id != subject.session.id and other.session.id not in seen:
                seen.add(other.session.id)
                yield from _of_people(ground, *in_order(subject, other))


def _of_people(ground: Ground, first: Placed, second: Placed) -> Iterator[Found]:
    pair = (first.session.id, second.session.id)
    if first.overlaps(second):
        people = tuple(sorted(first.people & second.people))
        yield Found("speaker-double-booked", pair, people=people, when=_both(first, second))
        return
    needed = _walk(ground, first, second)
    gap = second.begins - first.ends
    if gap >= needed:
        return
    walking = first.present & second.present
    people = tuple(sorted(one for one in walking if not ground.people[one].person.remote))
    if people:
        rooms = tuple(sorted({*first.placement.rooms, *second.placement.rooms}))
        facts = (("gap", gap), ("needed", needed))
        when = (first.ends, second.begins)
        yield Found("no-time-to-change-rooms", pair, rooms, people, when, facts)


def _walk(ground: Ground, first: Placed, second: Placed) -> int:
    """Minutes from the one's room to the other's; none where they share one, or one of them is a call."""
    here, there = first.placement.rooms, second.placement.rooms
    if not here or not there or not set(here).isdisjoint(there):
        return 0
    one, other = ground.rooms[here[0]].room, ground.rooms[there[0]].room
    if "online" in (one.mode, other.mode):
        return 0
    walk = ground.options["no-time-to-change-rooms"]
    apart = one.building and other.building and one.building != other.building
    return walk["between_buildings"] if apart else walk["minutes"]


def beside_exclusive(ground: Ground, subject: Placed) -> Iterator[Found]:
    """beside-exclusive; with a break, coffee or lunch across-break."""
    exclusive = subject.placement.exclusive
    row = ground.programme.everything if exclusive else ground.programme.exclusive
    for other in row.overlapping(subject.begins, subject.ends):
        if other.session.id == subject.session.id:
            continue
        first, second = in_order(subject, other)
        pair, when = (first.session.id, second.session.id), _both(first, second)
        if not any(one.placement.exclusive and one.session.kind in BREAKS for one in (first, second)):
            yield Found("beside-exclusive", pair, when=when)
        elif when[1] - when[0] > ground.options["across-break"]["grace"]:
            yield Found("across-break", pair, when=when)


def in_order(one: Placed, other: Placed) -> tuple[Placed, Placed]:
    return (one, other) if one.order < other.order else (other, one)


def _both(first: Placed, second: Placed) -> Stretch:
    return max(first.begins, second.begins), min(first.ends, second.ends)
