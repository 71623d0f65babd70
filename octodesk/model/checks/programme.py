# SPDX-License-Identifier: EUPL-1.2
"""The programme as the checks look at it: every placed session with its instants and people, found by room and person."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import cast

from octodesk.model.document import Document
from octodesk.model.fields import Placement
from octodesk.model.rows import Session


@dataclass(frozen=True, slots=True)
class Placed:
    """A session where it stands, or might stand. `begins` and `ends` are instants in minutes, begins < ends."""

    session: Session
    placement: Placement
    begins: int
    ends: int
    people: frozenset[str]

    @property
    def id(self) -> str:
        return self.session.id

    @property
    def order(self) -> tuple[int, str]:
        return self.begins, self.session.id

    def overlaps(self, other: Placed) -> bool:
        return self.begins < other.ends and other.begins < self.ends


class Row:
    """What happens in one room, or to one person, or anywhere, by time."""

    __slots__ = ("_begins", "_longest", "_placed")

    def __init__(self, placed: Iterable[Placed]) -> None:
        self._placed = sorted(placed, key=lambda one: one.order)
        self._begins = [one.begins for one in self._placed]
        self._longest = max((one.ends - one.begins for one in self._placed), default=0)

    def overlapping(self, begins: int, ends: int) -> Iterator[Placed]:
        first = bisect_left(self._begins, begins - self._longest)
        for one in self._placed[first : bisect_left(self._begins, ends)]:
            if one.ends > begins:
                yield one


_EMPTY = Row(())


@dataclass(frozen=True, slots=True)
class Programme:
    """All that takes time in a document. Build with `programme_of`.

    Kept while sessions and parts stay as they are, so it holds nothing of rooms, people and days.
    """

    placed: Mapping[str, Placed]
    everything: Row
    exclusive: Row
    by_room: Mapping[str, Row]
    by_person: Mapping[str, Row]

    def beside(self, subject: Placed) -> Iterable[Placed]:
        """The sessions that can collide with one where it stands: at the same time, and in a room of its, with a
        person of its, or where one of the two is exclusive. Each once, in no particular order, the session itself apart."""
        found: dict[str, Placed] = {}
        for row in self._rows(subject):
            for one in row.overlapping(subject.begins, subject.ends):
                if one.id != subject.id:
                    found[one.id] = one
        return found.values()

    def _rows(self, subject: Placed) -> Iterator[Row]:
        if subject.placement.exclusive:
            yield self.everything
            return
        yield self.exclusive
        for room in subject.placement.rooms:
            yield self.by_room.get(room, _EMPTY)
        for person in subject.people:
            yield self.by_person.get(person, _EMPTY)


def programme_of(document: Document) -> Programme:
    """The programme of a document, built once and kept with it."""
    return document.derived("programme", ("session", "contribution", "event"), _build)


def stand(document: Document, session: Session, placement: Placement, minutes: int) -> Placed | None:
    """A session as if it stood there; None for what has no length or is cancelled, as that collides with nothing."""
    if minutes <= 0 or session.status == "cancelled":
        return None
    people = frozenset(document.people_of(session.id))
    return Placed(session, placement, *document.span_at(placement, minutes), people)


def _build(document: Document) -> Programme:
    found = [
        one for row in document.table("session").values() if (one := _placed(document, cast("Session", row)))
    ]
    return Programme(
        {one.id: one for one in found},
        Row(found),
        Row(one for one in found if one.placement.exclusive),
        _by(found, lambda one: one.placement.rooms),
        _by(found, lambda one: one.people),
    )


def _placed(document: Document, session: Session) -> Placed | None:
    return stand(document, session, session.placement, session.minutes) if session.placement else None


def _by(placed: Iterable[Placed], keys: Callable[[Placed], Iterable[str]]) -> dict[str, Row]:
    groups: dict[str, list[Placed]] = {}
    for one in placed:
        for key in keys(one):
            groups.setdefault(key, []).append(one)
    return {key: Row(group) for key, group in groups.items()}
