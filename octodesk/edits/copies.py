# SPDX-License-Identifier: EUPL-1.2
"""Copies of sessions with their items and people: within a conference, and from one into another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from octodesk.edits.rows import added
from octodesk.edits.sense import check_start
from octodesk.edits.sessions import session_of
from octodesk.model import identity
from octodesk.model.document import Document
from octodesk.model.edit import Change, Edit, Refused
from octodesk.model.fields import PLACEMENT, Placement
from octodesk.model.row_values import default_of, own_values

OWN = frozenset({"number", "number_fixed", "label_override", "placement", "locked_time", "locked_room"})
"""What a session does not hand on: its number, and what fixes it to a place."""
Values = Mapping[str, Any]
"""By log field, plain JSON."""


@dataclass(frozen=True, slots=True)
class Copy:
    """A session as it can be put into any conference; ids are those where it came from.

    `points` and `people` are rows by id; `parts` the contributions' values.
    """

    session: Values
    points: Mapping[str, Values]
    parts: tuple[Values, ...]
    people: Mapping[str, Values]


def copy_of(document: Document, session_id: str) -> Copy:
    """Refused: unknown-row."""
    session = session_of(document, session_id)
    parts = document.contributions_of(session_id)
    return Copy(
        {name: value for name, value in own_values(session).items() if name not in OWN},
        {point.id: own_values(point) for point in document.agenda_of(session_id)},
        tuple(own_values(part) for part in parts),
        {part.person: own_values(document.person(part.person)) for part in parts},
    )


def put_copies(
    document: Document, copies: Iterable[tuple[Copy, Placement | None]], *, new_ids: Iterable[str]
) -> Edit:
    """Copies under new ids where they are to stand, None: among the not yet placed.

    What a conference does not know is left out (track, rooms) or brought along (people); a kind it lacks becomes its
    first. Refused: start-in-gap, needed where it has no kinds at all.
    """
    ids = tuple(new_ids)
    changes: list[Change] = []
    people: set[str] = set()
    for new_id, (copy, at) in zip(ids, copies, strict=True):
        changes += _brought(document, copy.people, people)
        changes += _put(document, copy, new_id, at)
    return Edit("sessions-copied", tuple(changes), ids)


def _brought(document: Document, people: Mapping[str, Values], known: set[str]) -> Iterator[Change]:
    """People the conference does not know, each once."""
    for person, values in people.items():
        if person not in known and document.find("person", person) is None:
            known.add(person)
            yield from added(document, "person", person, values)


def _put(document: Document, copy: Copy, new_id: str, at: Placement | None) -> Iterator[Change]:
    values = {**copy.session, "kind": _kind(document, copy.session.get("kind"))}
    if document.find("track", values.get("track")) is None:
        values.pop("track", None)
    if at is not None:
        check_start(document, at.start)
        known = tuple(room for room in at.rooms if document.find("room", room) is not None)
        values["placement"] = PLACEMENT.write(Placement(at.start, known, at.exclusive))
    yield from added(document, "session", new_id, values)
    points = {old: f"{new_id[:48]}-{place}" for place, old in enumerate(copy.points, start=1)}
    for old, point in copy.points.items():
        yield from added(document, "agenda_point", points[old], {**point, "session": new_id})
    for part in copy.parts:
        yield from _part(document, part, new_id, points)


def _part(document: Document, part: Values, session: str, points: Mapping[str, str]) -> Iterator[Change]:
    values = {**part, "session": session}
    if part.get("agenda_point") is not None:
        values["agenda_point"] = points[part["agenda_point"]]
    role = part.get("role", default_of("contribution", "role"))
    part_id = identity.contribution_id(session, part["person"], role, values.get("agenda_point"))
    yield from added(document, "contribution", part_id, values)


def _kind(document: Document, wanted: str | None) -> str:
    if wanted is not None and document.find("kind", wanted) is not None:
        return wanted
    if not document.kinds:
        raise Refused("needed", table="session", field="kind")
    return document.kinds[0].id
