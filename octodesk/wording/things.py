# SPDX-License-Identifier: EUPL-1.2
"""What sessions, rooms, people and times are called in sentences."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import cast

from octodesk import languages
from octodesk.languages import _
from octodesk.model import clock, names
from octodesk.model.document import Document
from octodesk.model.fields import Placement
from octodesk.model.rows import Person, Room, Session


def session_name(document: Document, session_id: str) -> str:
    """ "WS 4", else the title in quotes, else the kind's name; a deleted one by its title."""
    language = languages.language()
    session = cast("Session | None", document.find("session", session_id))
    if session is None:
        title = _deleted_words(document, "session", session_id, "title")
        return languages.quoted(title, language) if title else _("a deleted session")
    title = document.words(session.title, language)
    label = document.label(session_id, language)
    return label or (languages.quoted(title, language) if title else document.title(session_id, language))


def room_name(document: Document, room_id: str) -> str:
    room = cast("Room | None", document.find("room", room_id))
    if room is None:
        return _deleted_words(document, "room", room_id, "name") or _("a deleted room")
    return document.words(room.name, languages.language()) or room_id


def _deleted_words(document: Document, table: str, row_id: str, field: str) -> str:
    """The text of a deleted row, "" where there never was one."""
    text = getattr(document.buried(table, row_id), field, None)
    return document.words(text, languages.language()) if text else ""


def rooms_named(document: Document, rooms: Iterable[str]) -> str:
    """ "Room 1 and Room 2", in the order of the grid; "" for none."""
    wanted = set(rooms)
    ordered = [room.id for room in document.rooms if room.id in wanted]
    return languages.listed([room_name(document, room) for room in ordered], languages.language())


def person_name(document: Document, person_id: str) -> str:
    """ "A. Silva", else function and organisation, else the country."""
    language = languages.language()
    person = cast("Person | None", document.find("person", person_id))
    if person is None:
        gone = cast("Person | None", document.buried("person", person_id))
        return (names.short_name(gone) if gone else "") or _("a deleted person")
    called = names.called(document, person_id, language)
    return languages.country_name(called, language) if called == person.country else called


def people_named(document: Document, people: Iterable[str]) -> str:
    return languages.listed([person_name(document, person) for person in people], languages.language())


def hour(document: Document, wall: datetime) -> str:
    """The clock in the event's house style for the program's language: "11:00", "11 h 00"."""
    language = languages.language()
    form = document.event.time_form.in_language(language) or None
    return languages.clock_time(wall.time(), language, form=form)


def hour_at(document: Document, instant: int) -> str:
    return hour(document, clock.wall_clock(instant, document.event.time_zone))


def day(document: Document, placement: Placement) -> str:
    return languages.day_name(document.day_of(placement), languages.language())


def where(document: Document, placement: Placement) -> str:
    """ "Room 2, 11:00"; without a room "room to be decided, 11:00", or the hour alone where nothing runs beside it."""
    at = hour(document, placement.start)
    if placement.rooms:
        return _("{room}, {time}").format(room=rooms_named(document, placement.rooms), time=at)
    return at if placement.exclusive else _("room to be decided, {time}").format(time=at)


def where_and_day(document: Document, placement: Placement) -> str:
    """ "Wednesday 17 November, Room 2, 11:00"."""
    return _("{day}, {place}").format(day=day(document, placement), place=where(document, placement))
