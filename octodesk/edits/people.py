# SPDX-License-Identifier: EUPL-1.2
"""Who takes part in what, and putting one person in another's place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from octodesk.edits.fields import plain_value
from octodesk.edits.ordering import key_at_end
from octodesk.edits.rows import added
from octodesk.edits.sense import check_point
from octodesk.edits.sessions import session_of
from octodesk.model import identity
from octodesk.model.document import Document
from octodesk.model.edit import ALIVE, Change, Edit, Refused
from octodesk.model.order import keys_between
from octodesk.model.rows import Contribution


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
    made = added(
        document, "contribution", new_id, {**_part(session_id, person_id, role, agenda_point), "order": key}
    )
    return Edit("contribution-added", (*renumbered, *made), (session_id, person_id))


def contribute_all(
    document: Document, *, session_id: str, people: Sequence[str], role: str, author_id: str
) -> Edit:
    """Several people get a part in a session, in the order given; who has it already keeps it. Refused as for one."""
    session_of(document, session_id)
    fresh = [
        person for person in people
        if document.find("contribution", identity.contribution_id(session_id, person, role)) is None
    ]  # fmt: skip
    for person in fresh:
        check_person(document, person)
    others = document.contributions_of(session_id)
    keys = keys_between(others[-1].order if others else None, None, len(fresh), author_id)
    changes = [
        change
        for person, key in zip(fresh, keys, strict=True)
        for change in added(
            document, "contribution", identity.contribution_id(session_id, person, role),
            {**_part(session_id, person, role, None), "order": key},
        )
    ]  # fmt: skip
    return Edit("contribution-added", tuple(changes), (session_id, *people))


def _part(session_id: str, person_id: str, role: str, agenda_point: str | None) -> dict[str, Any]:
    """What makes a contribution's id."""
    given = {"session": session_id, "person": person_id, "role": role, "agenda_point": agenda_point}
    return {name: value for name, value in given.items() if value is not None}


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


def change_role(document: Document, *, part_id: str, role: str) -> Edit:
    """A part in another role, with all else it holds. A role is part of what a contribution is: the old one goes, a
    new one comes. Refused: unknown-row, wrong-value."""
    if document.find("contribution", part_id) is None:
        raise Refused("unknown-row", table="contribution", id=part_id)
    plain_value("contribution", "role", role)
    part = document.contribution(part_id)
    about = (part.session, part.person)
    if role == part.role:
        return Edit("role-changed", (), about)
    new_id = identity.contribution_id(part.session, part.person, role, part.agenda_point)
    gone = Change("contribution", part_id, ALIVE, False)
    if document.find("contribution", new_id) is not None:
        return Edit("role-changed", (gone,), about)
    wanted = {**_part(part.session, part.person, role, part.agenda_point), **_kept(part), **_person_own(part)}
    return Edit("role-changed", (gone, *added(document, "contribution", new_id, wanted)), about)


def _taken_over(document: Document, part: Contribution, new: str) -> Iterator[Change]:
    """One part goes from its person to another, who may have it already."""
    yield Change("contribution", part.id, ALIVE, False)
    new_id = identity.contribution_id(part.session, new, part.role, part.agenda_point)
    if document.find("contribution", new_id) is None:
        wanted = {**_part(part.session, new, part.role, part.agenda_point), **_kept(part)}
        yield from added(document, "contribution", new_id, wanted)


def _kept(part: Contribution) -> dict[str, Any]:
    """What a part keeps when another person takes it over, by log field."""
    topic = {f"topic.{language}": words for language, words in part.topic.words}
    plain = {"order": part.order, "minutes": part.minutes, "way": part.way, **topic}
    return {name: value for name, value in plain.items() if value is not None}


def _person_own(part: Contribution) -> dict[str, Any]:
    """What a part holds besides, which is its person's own and does not go to another."""
    behalf = {f"on_behalf_of.{language}": words for language, words in part.on_behalf_of.words}
    return {**behalf, **({} if part.seat is None else {"seat": part.seat})}


def stand_in(
    document: Document, *, old: str, new: str, newcomer: Edit | None, sessions: Sequence[str], declined: bool
) -> Edit:
    """Somebody stands in for another in these sessions, with role, order, minutes, way and topic; `newcomer` adds them
    first where nobody knew them. The old one stays in the list, as declined where that is wished.

    Refused: unknown-row, same-person, takes-no-part.
    """
    check_person(document, old)
    if newcomer is None:
        check_person(document, new)
    if old == new:
        raise Refused("same-person", person=old)
    for session_id in sessions:
        if session_id not in document.sessions_of(old):
            raise Refused("takes-no-part", person=old, session=session_id)
    parts = [part for part in document.contributions_by(old) if part.session in sessions]
    changes = [*(newcomer.changes if newcomer else ())]
    changes.extend(change for part in parts for change in _taken_over(document, part, new))
    if declined:
        changes.extend(document.changes("person", old, "status", "declined"))
    return Edit("person-replaced", tuple(changes), (old, new, *sessions))


def merge_people(document: Document, *, keep: str, gone: str, values: Mapping[str, Any]) -> Edit:
    """Two rows that are one person: the parts of the one that goes are the other's, which gets these values (as a row
    holds them). Refused: unknown-row, same-person."""
    check_person(document, keep)
    check_person(document, gone)
    if keep == gone:
        raise Refused("same-person", person=keep)
    changes = [
        change for name, value in values.items() for change in document.changes("person", keep, name, value)
    ]
    for part in document.contributions_by(gone):
        changes.extend(_taken_over(document, part, keep))
    for meeting in document.related:
        if gone in meeting.blocked_people:
            others = tuple(sorted({*meeting.blocked_people, keep} - {gone}))
            changes.extend(document.changes("related", meeting.id, "blocked_people", others))
    changes.append(Change("person", gone, ALIVE, False))
    return Edit("people-merged", tuple(changes), (keep, gone))
