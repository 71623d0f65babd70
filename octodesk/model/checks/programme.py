# SPDX-License-Identifier: EUPL-1.2
"""The programme as the checks look at it: every placed session with its instants and people, found by room, person,
track and region. It follows each edit: what an edit does not touch is taken over from the programme before."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple, cast

from octodesk.model.document import Document, Table
from octodesk.model.fields import Placement
from octodesk.model.rows import Contribution, Session


class Placed(NamedTuple):
    """A session where it stands, or might stand. `begins` and `ends` are instants in minutes, begins < ends.

    `present` are those of its people who come into the room; the others speak from elsewhere or sent a film. `margin`
    are the minutes before or after it for which its rooms may be blocked.
    """

    session: Session
    placement: Placement
    begins: int
    ends: int
    people: frozenset[str]
    present: frozenset[str]
    margin: int = 0

    @property
    def id(self) -> str:
        return self.session.id

    @property
    def order(self) -> tuple[int, str]:
        return self.begins, self.session.id

    def overlaps(self, other: Placed) -> bool:
        return self.begins < other.ends and other.begins < self.ends


_FEW = 5
"""So few are looked at one by one sooner than sought."""
_NO_TIMES: list[int] = []


class Row:
    """What happens in one room, or to one person, or anywhere, by time."""

    __slots__ = ("_begins", "_longest", "margin", "placed")

    def __init__(self, placed: Iterable[Placed]) -> None:
        self.placed = list(placed)
        self.margin, self._longest, self._begins = 0, 0, _NO_TIMES
        if len(self.placed) > 1:
            self.placed.sort(key=_by_time)
        for one in self.placed:
            if one.margin > self.margin:
                self.margin = one.margin
        if len(self.placed) >= _FEW:
            self._begins = [one.begins for one in self.placed]
            self._longest = max([one.ends - one.begins for one in self.placed])

    def overlapping(self, begins: int, ends: int) -> list[Placed]:
        if len(self.placed) < _FEW:
            return [one for one in self.placed if one.begins < ends and begins < one.ends]
        first = bisect_left(self._begins, begins - self._longest + 1)
        found = self.placed[first : bisect_left(self._begins, ends)]
        return [one for one in found if one.ends > begins]

    def without(self, ids: frozenset[str], *coming: Placed) -> list[Placed]:
        """All but these sessions, and those that come instead, by time."""
        found = [one for one in self.placed if one.session.id not in ids]
        return sorted([*found, *coming], key=_by_time) if coming else found


def _by_time(one: Placed) -> tuple[int, str]:
    return one.begins, one.session.id


EMPTY = Row(())

Rows = Mapping[str, Row]


class Programme(NamedTuple):
    """All that takes time in a document; get it with `programme_of`.

    Kept while sessions and parts stay as they are, so it holds nothing of rooms, people and days.
    """

    zone: str
    placed: Mapping[str, Placed]
    everything: Row
    exclusive: Row
    by_room: Rows
    by_person: Rows
    by_track: Rows
    by_region: Rows


_KEYS: Mapping[str, Callable[[Placed], Iterable[str]]] = {
    "by_room": lambda one: one.placement.rooms,
    "by_person": lambda one: one.people,
    "by_track": lambda one: (one.session.track,) if one.session.track else (),
    "by_region": lambda one: one.session.regions,
}

_TABLES = ("session", "contribution", "event")


def programme_of(document: Document) -> Programme:
    """The programme of a document, built once and kept with it."""
    return document.derived("programme", _TABLES, _build)


def stand(document: Document, session: Session, placement: Placement, minutes: int) -> Placed | None:
    """A session as if it stood there; None for what has no length or is cancelled, as that collides with nothing."""
    if minutes <= 0 or session.status == "cancelled":
        return None
    return _stand(document, session, placement, minutes, document.contributions_of(session.id))


def _stand(
    document: Document, session: Session, placement: Placement, minutes: int, parts: Sequence[Contribution]
) -> Placed:
    begins, ends = document.span_at(placement, minutes)
    margin = max(session.setup_minutes, session.clear_minutes)
    if not parts:
        return Placed(session, placement, begins, ends, _NOBODY, _NOBODY, margin)
    people = present = frozenset([part.person for part in parts])
    if any(part.way != "room" for part in parts):
        present = frozenset([part.person for part in parts if part.way == "room"])
    return Placed(session, placement, begins, ends, people, present, margin)


_NOBODY: frozenset[str] = frozenset()


def _build(document: Document) -> Programme:
    kept = document.kept("programme")
    if kept is not None and kept[1].zone == document.event.time_zone:
        changed = changed_sessions(document, sessions=kept[0][0], parts=kept[0][1])
        return _renewed(document, kept[1], changed) if changed else cast("Programme", kept[1])
    found = list(_all_placed(document, cast("Iterable[Session]", document.table("session").values())))
    return Programme(
        document.event.time_zone,
        {one.id: one for one in found},
        Row(found),
        Row(one for one in found if one.placement.exclusive),
        *(_by(found, keys) for keys in _KEYS.values()),
    )


def changed_sessions(document: Document, *, sessions: Table, parts: Table) -> frozenset[str]:
    """The sessions that differ from what these tables held, themselves or in their people."""
    changed = set(differing(sessions, document.table("session")))
    for rows in differing(parts, document.table("contribution")).values():
        changed.update(cast("Contribution", row).session for row in rows)
    return frozenset(changed)


def differing(before: Table, now: Table) -> dict[str, tuple[Any, ...]]:
    """The rows of a table that came, went or changed: by id, as they were and as they are."""
    if before is now:
        return {}
    found: dict[str, tuple[Any, ...]] = {
        key: (row,) if (was := before.get(key)) is None else (was, row)
        for key, row in now.items()
        if before.get(key) is not row
    }
    if len(before) + sum(len(rows) == 1 for rows in found.values()) != len(now):
        found.update({key: (row,) for key, row in before.items() if key not in now})
    return found


def _renewed(document: Document, before: Programme, changed: frozenset[str]) -> Programme:
    table = document.table("session")
    going = [before.placed[one] for one in changed if one in before.placed]
    rows = [cast("Session", table[one]) for one in changed if one in table]
    coming = list(_all_placed(document, rows))
    placed = {key: one for key, one in before.placed.items() if key not in changed}
    placed.update({one.id: one for one in coming})
    return Programme(
        before.zone,
        placed,
        Row(before.everything.without(changed, *coming)),
        Row(before.exclusive.without(changed, *(one for one in coming if one.placement.exclusive))),
        *(_rows_renewed(getattr(before, name), keys, going, coming) for name, keys in _KEYS.items()),
    )


def _rows_renewed(
    before: Rows, keys: Callable[[Placed], Iterable[str]], going: list[Placed], coming: list[Placed]
) -> Rows:
    touched = {key for one in (*going, *coming) for key in keys(one)}
    changed = frozenset(one.id for one in (*going, *coming))
    new = {
        key: Row(before.get(key, EMPTY).without(changed, *(one for one in coming if key in keys(one))))
        for key in touched
    }
    return {**before, **new} if touched else before


def _all_placed(document: Document, sessions: Iterable[Session]) -> Iterator[Placed]:
    parts = document.grouped("contribution", "session")
    for one in sessions:
        if one.placement and one.minutes > 0 and one.status != "cancelled":
            yield _stand(document, one, one.placement, one.minutes, parts.get(one.id, ()))


def _by(placed: Iterable[Placed], keys: Callable[[Placed], Iterable[str]]) -> Rows:
    groups: dict[str, list[Placed]] = {}
    for one in placed:
        for key in keys(one):
            groups.setdefault(key, []).append(one)
    return {key: Row(group) for key, group in groups.items()}
