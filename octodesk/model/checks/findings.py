# SPDX-License-Identifier: EUPL-1.2
"""All that the rules find in a document, kept per session, person and room. An edit makes anew only what it touches."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple, cast

from octodesk.model.checks import completeness
from octodesk.model.checks.families import of_placed
from octodesk.model.checks.found import Found
from octodesk.model.checks.ground import TABLES, Ground, ground_of
from octodesk.model.checks.interpretation import teams
from octodesk.model.checks.people_days import days_of
from octodesk.model.checks.programme import EMPTY, Programme, changed_sessions, differing
from octodesk.model.document import Document, Table
from octodesk.model.rows import AgendaPoint, Booking, Heading, Person, Session

Unit = tuple[str, str]
"""A table and an id: what was looked at."""

_WIDE = ("event", "day", "kind", "track", "related", "rule_setting")
"""Tables a change of which touches everything."""


class Findings(NamedTuple):
    """`units` hold every finding that names their session, so a pair stands in two; `programme` is what they hold for."""

    units: Mapping[Unit, tuple[Found, ...]]
    programme: Programme

    def all(self) -> Iterator[Found]:
        """Each finding once."""
        for (table, key), found in self.units.items():
            for one in found:
                if table != "session" or one.sessions[0] == key:
                    yield one


def findings(document: Document) -> Findings:
    return document.derived("findings", TABLES, _build)


def _build(document: Document) -> Findings:
    ground = ground_of(document)
    kept = document.kept("findings")
    if kept is not None:
        before = dict(zip(TABLES, kept[0], strict=True))
        if all(before[name] is document.table(name) for name in _WIDE):
            return _renewed(ground, cast("Findings", kept[1]), before)
    units = {unit: found for unit in _all_units(ground) if (found := _look(ground, unit))}
    return Findings(units, ground.programme)


def _all_units(ground: Ground) -> Iterator[Unit]:
    document = ground.document
    yield from (("session", one) for one in document.table("session"))
    yield from (("person", one) for one in ground.parts_of)
    yield from (("room", one) for one in ground.bookings)
    yield "event", document.event_id


def _look(ground: Ground, unit: Unit) -> tuple[Found, ...]:
    table, key = unit
    return tuple(_LOOKS[table](ground, key))


def _session(ground: Ground, key: str) -> list[Found]:
    placed = ground.programme.placed.get(key)
    found = of_placed(ground, placed) if placed else []
    row = ground.document.table("session").get(key)
    if row:
        found += completeness.of_session(ground, cast("Session", row))
    return found


def _person(ground: Ground, key: str) -> list[Found]:
    there = ground.programme.by_person.get(key, EMPTY)
    found = list(days_of(ground, key, there.placed)) if there.placed else []
    row = ground.document.table("person").get(key)
    if row:
        found += completeness.of_person(ground, cast("Person", row))
    return found


def _room(ground: Ground, key: str) -> Iterator[Found]:
    return teams(ground, key, ground.programme.by_room.get(key, EMPTY).placed)


_LOOKS: Mapping[str, Callable[[Ground, str], Iterable[Found]]] = {
    "session": _session,
    "person": _person,
    "room": _room,
    "event": lambda ground, _: completeness.of_event(ground),
}


# -- after an edit


def _renewed(ground: Ground, before: Findings, tables: Mapping[str, Table]) -> Findings:
    touched = set(_touched_sessions(ground, before, tables))
    units = dict(before.units)
    met = {one for key in touched for found in units.get(("session", key), ()) for one in found.sessions}
    for key in touched:
        units[("session", key)] = _look(ground, ("session", key))
        met.update(one for found in units[("session", key)] for one in found.sessions)
    others = {("session", key) for key in met - touched}
    for unit in (*others, *_people_and_rooms(ground, before, tables, touched)):
        units[unit] = _look(ground, unit)
    return Findings({unit: found for unit, found in units.items() if found}, ground.programme)


def _touched_sessions(ground: Ground, before: Findings, tables: Mapping[str, Table]) -> Iterator[str]:
    document = ground.document
    yield from changed_sessions(document, sessions=tables["session"], parts=tables["contribution"])
    for rows in differing(tables["agenda_point"], document.table("agenda_point")).values():
        yield from (cast("AgendaPoint", row).session for row in rows)
    for rows in differing(tables["heading"], document.table("heading")).values():
        for row in rows:
            yield from cast("Heading", row).sessions
    for room in _changed_rooms(ground, tables):
        for programme in (before.programme, ground.programme):
            yield from (one.id for one in programme.by_room.get(room, EMPTY).placed)
    for person in differing(tables["person"], document.table("person")):
        yield from (one.id for one in ground.programme.by_person.get(person, EMPTY).placed)


def _changed_rooms(ground: Ground, tables: Mapping[str, Table]) -> Iterator[str]:
    yield from differing(tables["room"], ground.document.table("room"))
    for rows in differing(tables["booking"], ground.document.table("booking")).values():
        yield from (cast("Booking", row).room for row in rows)


def _people_and_rooms(
    ground: Ground, before: Findings, tables: Mapping[str, Table], sessions: set[str]
) -> set[Unit]:
    """The units beside the sessions that may have changed with them."""
    units: set[Unit] = {
        ("person", one) for one in differing(tables["person"], ground.document.table("person"))
    }
    units.update(("room", one) for one in _changed_rooms(ground, tables))
    for programme in (before.programme, ground.programme):
        for key in sessions:
            if placed := programme.placed.get(key):
                units.update(("person", one) for one in placed.people)
                units.update(("room", one) for one in placed.placement.rooms)
    parts = differing(tables["contribution"], ground.document.table("contribution"))
    units.update(("person", part.person) for rows in parts.values() for part in rows)
    # Of what is not placed nobody is in the programme, but they are still asked to confirm.
    units.update(("person", one) for key in sessions for one in ground.document.people_of(key))
    return units
