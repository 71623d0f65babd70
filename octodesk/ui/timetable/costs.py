# SPDX-License-Identifier: EUPL-1.2
"""Where on the timetable a session would fit, room by room, for the tint while it is dragged. No Qt."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from octodesk.model import clock, timetable
from octodesk.model.checks.programme import Placed, Programme, Row, programme_of
from octodesk.model.document import Document
from octodesk.model.fields import Span
from octodesk.ui.timetable.grid import Column, minute_of, moment_of

Cost = Literal["free", "soft", "hard"]
Spell = tuple[int, int]
"""From a minute of the day until another."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of a column: minutes of the day, and what the session would cost if it stood there."""

    begins: int
    ends: int
    cost: Cost


@dataclass(frozen=True, slots=True)
class Need:
    """What is looked for: a session with its people, so long, with `besides` out of the way."""

    session: str
    minutes: int
    people: frozenset[str]
    exclusive: bool
    besides: frozenset[str]


def need_of(document: Document, session_id: str, *, besides: Collection[str] = ()) -> Need:
    session = document.session(session_id)
    people = frozenset(document.people_of(session_id))
    return Need(session_id, session.minutes, people, session.exclusive, frozenset(besides) | {session_id})


def stretches(
    document: Document, column: Column, need: Need, *, begins: int, ends: int
) -> tuple[Stretch, ...]:
    """The minutes of a column from `begins` to `ends`, cut where the answer changes.

    Free: the session can stand there without meeting anything. Soft: somebody or the room is away, or it is outside
    the opening hours. Hard: something is there, or what is left between is too short.
    """
    taken = [_spell(document, one, column) for one in _in_the_way(document, column, need, begins, ends)]
    gaps = [gap for gap in _between(taken, begins, ends) if gap[1] - gap[0] >= max(1, need.minutes)]
    awkward = list(_awkward(document, column, need, begins, ends))
    found: list[Stretch] = []
    at = begins
    for first, last in gaps:
        if at < first:
            found.append(Stretch(at, first, "hard"))
        found.extend(_mixed(first, last, awkward))
        at = last
    if at < ends:
        found.append(Stretch(at, ends, "hard"))
    return tuple(found)


def _in_the_way(document: Document, column: Column, need: Need, begins: int, ends: int) -> Iterator[Placed]:
    zone = document.event.time_zone
    first, last = (clock.instant(moment_of(minute, column.day), zone) for minute in (begins, ends))
    for row in _rows(programme_of(document), column, need):
        for one in row.overlapping(first, last):
            if one.id not in need.besides:
                yield one


def _rows(programme: Programme, column: Column, need: Need) -> Iterator[Row]:
    """What may stand in the way: in the room, of the same people, or with nothing beside it."""
    if need.exclusive:
        yield programme.everything
        return
    yield programme.exclusive
    found = [programme.by_room.get(column.room or "")]
    found.extend(programme.by_person.get(person) for person in need.people)
    yield from (row for row in found if row is not None)


def _spell(document: Document, one: Placed, column: Column) -> Spell:
    begins = minute_of(clock.wall_clock(one.begins, document.event.time_zone), column.day)
    return begins, begins + one.ends - one.begins


def _between(taken: Iterable[Spell], begins: int, ends: int) -> Iterator[Spell]:
    """What is left of a stretch of time when some of it is taken."""
    at = begins
    for first, last in sorted(taken):
        if at < first:
            yield at, min(first, ends)
        at = max(at, last)
    if at < ends:
        yield at, ends


def _awkward(document: Document, column: Column, need: Need, begins: int, ends: int) -> Iterator[Spell]:
    """When the room or one of the people is away, or the day is not open."""
    hours = timetable.opening(document, column.day)
    if hours is not None:
        open_from, open_until = (minute_of(moment, column.day) for moment in hours)
        yield from _between([(open_from, open_until)], begins, ends)
    for spans in _availabilities(document, column, need):
        there = [(minute_of(span.begins, column.day), minute_of(span.ends, column.day)) for span in spans]
        yield from _between(there, begins, ends)


def _availabilities(document: Document, column: Column, need: Need) -> Iterator[Sequence[Span]]:
    found = [document.person(person).availability for person in sorted(need.people)]
    if column.room is not None:
        found.append(document.room(column.room).availability)
    return (spans for spans in found if spans)


def _mixed(first: int, last: int, awkward: Sequence[Spell]) -> Iterator[Stretch]:
    """A gap long enough, cut into what is free and what is awkward."""
    soft = [(max(first, one), min(last, other)) for one, other in awkward if one < last and first < other]
    at = first
    for free_from, free_until in _between(soft, first, last):
        if at < free_from:
            yield Stretch(at, free_from, "soft")
        yield Stretch(free_from, free_until, "free")
        at = free_until
    if at < last:
        yield Stretch(at, last, "soft")
