# SPDX-License-Identifier: EUPL-1.2
"""Large events for measuring: many sessions, rooms and people, and a long history of edits on them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import date, timedelta

from octodesk.model.edit import Author, Change, Edit
from octodesk.model.log import Log
from octodesk.model.rows import Row
from octodesk.model.stamped import ChangeRef, Stamp, Stamped, stamp
from octodesk.model.text import Text
from tests.build import ANA, at, days, event, log_of, part, person, point, room, session

FIRST = date(2021, 11, 15)
WALL = "2021-10-01T08:00:00Z"


def large_rows(sessions: int) -> list[Row]:
    """A conference of five days: texts in three languages, two people and, for every fourth session, two points each."""
    rooms = [
        room(f"r{n:02d}", capacity=40 + n, languages=("en", "fr")) for n in range(max(2, sessions // 60))
    ]
    people = [_person(n) for n in range(max(2, sessions // 2))]
    made = [_session(n, rooms[n % len(rooms)].id) for n in range(sessions)]
    parts = [part(one.id, people[(n + k) % len(people)].id) for n, one in enumerate(made) for k in range(2)]
    points = [
        point(f"p{n}-{k}", made[n].id, "Opening words") for n in range(0, sessions, 4) for k in range(2)
    ]
    frame: list[Row] = [event(first_day=FIRST, last_day=FIRST + timedelta(days=4)), *days(FIRST, 5)]
    return [*frame, *rooms, *people, *made, *parts, *points]


def _person(n: int) -> Row:
    words = {"en": f"Head of unit {n}", "fr": f"Cheffe d'unité {n}"}
    return person(
        f"person-{n}", given_name="Olena", country="FR", function=Text.of(words), organisation=Text.of(words)
    )


def _session(n: int, room_id: str) -> Row:
    day = (FIRST + timedelta(days=n % 5)).isoformat()
    start = f"{8 + n // 60 % 10:02d}:{n % 12 * 5:02d}"
    title = Text.of(
        en=f"Workshop about matter {n}", fr=f"Atelier sur le sujet {n}", es=f"Taller sobre el asunto {n}"
    )
    about = Text.of(en=f"What can be done about {n}, and by whom. " * 4)
    return session(
        f"session-{n}", at(room_id, start, day=day), title=title, description=about, topics=("law", "police")
    )


def large_log(sessions: int) -> Log:
    return log_of(*large_rows(sessions))


class Editing:
    """Stamps edits one after the other, like a desk, without a store: a long history in little time."""

    def __init__(self, log: Log, author: Author = ANA, device: str = "d1") -> None:
        self._heads = tuple(sorted(log.heads))
        self._lamport = log.next_lamport
        self._author, self._device = author, device
        self._now: dict[tuple[str, str, str], ChangeRef] = {
            its.key: (edit.id, place) for edit in log for place, its in enumerate(edit.changes)
        }
        self._count = 0

    def made(self, *changes: Change) -> Stamped:
        by = Stamp("event", self._heads, self._lamport, self._author, self._device, WALL, self._salt)
        edit = stamp(
            Edit("session-moved", changes), by, lambda *key: [self._now[key]] if key in self._now else []
        )
        self._heads, self._lamport = (edit.id,), self._lamport + 1
        self._now.update((its.key, (edit.id, place)) for place, its in enumerate(edit.changes))
        return edit

    def _salt(self) -> bytes:
        self._count += 1
        return hashlib.sha256(f"{self._device} {self._count}".encode()).digest()[:16]


def moves(editing: Editing, count: int, *, sessions: int = 1) -> Iterator[Stamped]:
    """Edits that move the first few sessions about, and rename them."""
    for n in range(count):
        start = f"2021-11-{15 + n % 5}T{8 + n % 10:02d}:{n % 60:02d}"
        placement = {"start": start, "rooms": [f"r{n % 2:02d}"], "exclusive": False}
        changes = [Change("session", f"session-{n % sessions}", "placement", placement)]
        if n % 3 == 0:
            changes.append(Change("session", f"session-{n % sessions}", "title.en", f"Workshop {n}"))
        yield editing.made(*changes)
