# SPDX-License-Identifier: EUPL-1.2
"""What a copy shows to whom: which sessions, which of their facts, which people."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from octodesk.model.rows import AgendaPoint, Contribution, Person, Session
from octodesk.model.timetable import dates, sessions_of_day
from octodesk.printing.edition import Edition

NEVER_PRINTED = frozenset({"blocker", "technical-test"})


def days_shown(edition: Edition) -> tuple[date, ...]:
    """The days of the programme that are asked for and hold something."""
    wanted = (edition.options.day,) if edition.options.day else _every_day(edition)
    return tuple(day for day in wanted if sessions_shown(edition, day))


def _every_day(edition: Edition) -> tuple[date, ...]:
    placed = {edition.document.day_of(one.placement) for one in edition.document.sessions if one.placement}
    return tuple(sorted({*dates(edition.document), *placed}))


def sessions_shown(edition: Edition, day: date) -> tuple[Session, ...]:
    """A day's sessions in programme order, as this copy may show them."""
    found = (as_shown(edition, session) for session in sessions_of_day(edition.document, day))
    return tuple(session for session in found if session is not None and _in_room_asked_for(edition, session))


def as_shown(edition: Edition, session: Session) -> Session | None:
    """The session, stripped of what this copy must not tell; None if it is not to be seen at all."""
    if session.kind in NEVER_PRINTED or session.status == "cancelled":
        return None
    if is_closed(edition, session):
        return replace(Session(session.id), kind=session.kind, minutes=session.minutes, placement=session.placement,
                       access=session.access)  # fmt: skip
    return session


def is_closed(edition: Edition, session: Session) -> bool:
    """Whether this copy says no more of it than "Closed session"."""
    return session.access == "restricted" and not edition.internal


def agenda_shown(edition: Edition, session: Session) -> tuple[AgendaPoint, ...]:
    if is_closed(edition, session):
        return ()
    return tuple(point for point in edition.document.agenda_of(session.id) if point.text)


def contributions_shown(edition: Edition, session: Session) -> tuple[Contribution, ...]:
    """The parts people have in a session, without those who declined or, in a public copy, may not be named."""
    if is_closed(edition, session):
        return ()
    parts = edition.document.contributions_of(session.id)
    return tuple(part for part in parts if _may_be_named(edition, edition.document.person(part.person)))


def _may_be_named(edition: Edition, person: Person) -> bool:
    return person.status != "declined" and (person.publish or not edition.public)


def _in_room_asked_for(edition: Edition, session: Session) -> bool:
    room = edition.options.room
    return not room or session.exclusive or room in session.rooms


def closed_title(edition: Edition) -> str:
    return edition.gettext("Closed session")
