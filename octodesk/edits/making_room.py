# SPDX-License-Identifier: EUPL-1.2
"""Putting a session where others stand: changing places with one of them, or pushing the later ones back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from octodesk.edits.sessions import put_all, session_of
from octodesk.model import clock
from octodesk.model.checks.programme import Programme, Row, programme_of
from octodesk.model.document import Document
from octodesk.model.edit import Edit, Refused
from octodesk.model.fields import Placement
from octodesk.model.rows import Session
from octodesk.model.timetable import sessions_of_day, takes_time

PAUSES = frozenset({"break", "coffee", "lunch"})
Placements = tuple[tuple[str, Placement], ...]


@dataclass(frozen=True, slots=True)
class _Spell:
    """A session where it stands or would stand; instants in minutes."""

    session: Session
    at: Placement
    begins: int
    ends: int

    def meets(self, other: _Spell) -> bool:
        """Whether the two are at the same time where only one can be."""
        if not (self.begins < other.ends and other.begins < self.ends):
            return False
        return self.at.exclusive or other.at.exclusive or bool(set(self.at.rooms) & set(other.at.rooms))

    @property
    def stays(self) -> bool:
        """Breaks, what has nothing beside it, and fixed times are not pushed."""
        return self.at.exclusive or self.session.locked_time or self.session.kind in PAUSES


def in_the_way(document: Document, session_id: str, at: Placement) -> tuple[str, ...]:
    """The sessions in its rooms at that time, or beside which nothing may run; the one it would cover most comes first."""
    begins, ends = document.span_at(at, document.session(session_id).minutes)
    if begins == ends:
        return ()
    met = {
        one.id: min(one.ends, ends) - max(one.begins, begins)
        for row in _rows(programme_of(document), at)
        for one in row.overlapping(begins, ends)
        if one.id != session_id
    }
    return tuple(sorted(met, key=lambda one: (-met[one], one)))


def _rows(programme: Programme, at: Placement) -> Iterator[Row]:
    """What may stand there: in its rooms, or with nothing beside it."""
    if at.exclusive:
        yield programme.everything
        return
    yield programme.exclusive
    yield from (programme.by_room[room] for room in at.rooms if room in programme.by_room)


def pushed(document: Document, session_id: str, at: Placement) -> Placements:
    """Where a session and those it pushes back would stand: each begins when the one before it in its room ends.

    Refused: no-room-to-push where something that stays is in the way of the last of them.
    """
    return pushed_by(document, session_of(document, session_id), at)


def pushed_by(document: Document, session: Session, at: Placement) -> Placements:
    """The same for a session that need not be there yet."""
    mine = _spell(document, session, at)
    others = [one for one in _of_day(document, mine) if one.ends > mine.begins]
    staying = [one for one in others if one.stays]
    moved = [mine]
    _refuse_if_met(mine, staying)
    for one in others:
        if not one.stays and (later := _pushed_by(document, one, moved)) is not one:
            _refuse_if_met(later, staying)
            moved.append(later)
    return tuple((one.session.id, one.at) for one in moved)


def push(document: Document, session_id: str, at: Placement) -> Edit:
    """A session there, and the later ones in its rooms pushed back, up to the next break. Refused as `pushed`."""
    return put_all(document, "sessions-pushed", pushed(document, session_id, at))


def _pushed_by(document: Document, one: _Spell, moved: Sequence[_Spell]) -> _Spell:
    """The same spell where nothing pushes it."""
    later = one
    while (met := next((other for other in moved if other.meets(later)), None)) is not None:
        begins = met.ends
        start = clock.wall_clock(begins, document.event.time_zone)
        later = _Spell(one.session, replace(one.at, start=start), begins, begins + one.session.minutes)
    return later


def _refuse_if_met(one: _Spell, staying: Sequence[_Spell]) -> None:
    met = next((other for other in staying if other.meets(one)), None)
    if met is not None:
        minutes = min(one.ends, met.ends) - met.begins
        raise Refused("no-room-to-push", session=one.session.id, stays=met.session.id, minutes=minutes)


def _spell(document: Document, session: Session, at: Placement) -> _Spell:
    return _Spell(session, at, *document.span_at(at, session.minutes))


def _of_day(document: Document, mine: _Spell) -> Iterator[_Spell]:
    """What else takes time on the day of a spell, by start."""
    found = (
        _spell(document, one, one.placement)
        for one in sessions_of_day(document, document.day_of(mine.at))
        if one.placement is not None and one.id != mine.session.id and takes_time(one)
    )
    yield from sorted(found, key=lambda one: (one.begins, one.session.id))
