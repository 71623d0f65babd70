# SPDX-License-Identifier: EUPL-1.2
"""Who takes part in what, and putting one person in another's place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from octodesk.edits.fields import plain_value
from octodesk.edits.ordering import key_at_end
from octodesk.edits.rows import check_point
from octodesk.edits.sessions import session_of
from octodesk.model import identity
from octodesk.model.document import Document
from octodesk.model.edit import ALIVE, Change, Edit, Refused
from octodesk.model.row_values import default_of
from octodesk.model.rows import Contribution, attribute, fields_of

_KEPT = ("order", "minutes", "way", "topic")
"""What a part keeps when another person takes it over."""


def contribute(
    document: Document,
    *,
    session_id: str,
    person_id: str,
    role: str,
    author_id: str,
    agenda_point: str | None = None,
) -> Edit:
    """A person gets a part in a session or one of its agenda points, as the last in order.

    Refused: unknown-row, wrong-value, point-of-other-session.
    """
    session_of(document, session_id)
    check_person(document, person_id)
    plain_value("contribution", "role", role)
    check_point(document, session_id=session_id, point_id=agenda_point)
    new_id = identity.contribution_id(session_id, person_id, role, agenda_point)
    if document.find("contribution", new_id) is not None:
        return Edit("contribution-added", (), (session_id, person_id))
    key, renumbered = key_at_end(document, "contribution", session_id, author_id)
    values = {
        "session": session_id,
        "person": person_id,
        "role": role,
        "agenda_point": agenda_point,
        "order": key,
    }
    changes = (
        Change("contribution", new_id, name, value) for name, value in values.items() if value is not None
    )
    alive = Change("contribution", new_id, ALIVE, True)
    return Edit("contribution-added", (*renumbered, alive, *changes), (session_id, person_id))


def check_person(document: Document, person_id: str) -> None:
    if document.find("person", person_id) is None:
        raise Refused("unknown-row", table="person", id=person_id)


def replace_person(document: Document, *, old: str, new: str, sessions: Iterable[str] | None = None) -> Edit:
    """Somebody takes over another's parts, in some sessions or (None) all, with order, minutes, way and topic.

    Refused: unknown-row, same-person, takes-no-part (the old one has no part in a session named).
    """
    check_person(document, old)
    check_person(document, new)
    if old == new:
        raise Refused("same-person", person=old)
    wanted = document.sessions_of(old) if sessions is None else tuple(sessions)
    for session_id in wanted:
        session_of(document, session_id)
        if session_id not in document.sessions_of(old):
            raise Refused("takes-no-part", person=old, session=session_id)
    parts = [part for part in document.contributions_by(old) if part.session in wanted]
    changes = [change for part in parts for change in _taken_over(document, part, new)]
    return Edit("person-replaced", tuple(changes), (old, new, *wanted))


def _taken_over(document: Document, part: Contribution, new: str) -> Iterator[Change]:
    yield Change("contribution", part.id, ALIVE, False)
    new_id = identity.contribution_id(part.session, new, part.role, part.agenda_point)
    if document.find("contribution", new_id) is not None:
        return
    yield Change("contribution", new_id, ALIVE, True)
    for name in ("session", "role", "agenda_point"):
        if (value := getattr(part, name)) is not None:
            yield Change("contribution", new_id, name, value)
    yield Change("contribution", new_id, "person", new)
    yield from _kept(part, new_id)


def _kept(part: Contribution, new_id: str) -> Iterator[Change]:
    for name in _KEPT:
        kind, value = fields_of("contribution")[name], getattr(part, attribute(name))
        if kind.translated:
            yield from (Change("contribution", new_id, f"{name}.{one}", words) for one, words in value.words)
        elif value != default_of("contribution", name):
            yield Change("contribution", new_id, name, kind.write(value))
