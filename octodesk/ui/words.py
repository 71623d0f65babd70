# SPDX-License-Identifier: EUPL-1.2
"""How sessions, rooms, times and people are called on the screen, in the program's language. No Qt."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime

from octodesk import languages
from octodesk.languages import _, ngettext
from octodesk.model.document import Document
from octodesk.model.fields import Placement
from octodesk.model.rows import Contribution, Room, Session
from octodesk.wording.roles import role_name
from octodesk.wording.things import hour as clock_words
from octodesk.wording.things import person_name, room_name
from octodesk.wording.things import rooms_named as room_names

__all__ = [
    "clock_words", "day_words", "held_in", "hours_words", "items_words", "label_and_title", "language_codes", "languages_of",
    "panel_words", "person_name", "role_name", "room_facts", "room_languages", "room_name", "room_names",
    "session_name", "short_day_words", "short_session_name",
]  # fmt: skip

MODERATING = ("moderator", "chair")


def session_name(document: Document, session_id: str) -> str:
    """ "WS 4 Crime and crypto-currencies", "Lightning talks I", "Break"."""
    label, title = label_and_title(document, session_id)
    return " ".join(part for part in (label, title) if part)


def label_and_title(document: Document, session_id: str) -> tuple[str, str]:
    """What stands on a block: a label that stands for an empty title is not said twice."""
    language = languages.language()
    label, title = document.label(session_id, language), document.title(session_id, language)
    return ("", title) if label == title else (label, title)


def short_session_name(document: Document, session_id: str) -> str:
    """ "WS 4" where there is a label, else the title: for sentences."""
    language = languages.language()
    return document.label(session_id, language) or document.title(session_id, language)


def held_in(document: Document, placement: Placement, place: str = "") -> str:
    """Where a session is held, in words."""
    if placement.rooms:
        return room_names(document, placement.rooms)
    if placement.exclusive:
        return place or _("all rooms")
    return place or _("room to be decided")


def hours_words(document: Document, start: datetime, end: datetime) -> str:
    """ "09:00–10:50", close together as on a block; a moment without length is one hour."""
    hours = dict.fromkeys(clock_words(document, moment) for moment in (start, end))
    return "–".join(hours)


def day_words(day: date) -> str:
    """ "Wednesday 17 November"."""
    return languages.capitalised(languages.day_name(day, languages.language()))


def short_day_words(day: date) -> str:
    """ "Wed 17"."""
    return languages.capitalised(languages.short_day(day, languages.language()))


def language_codes(document: Document, codes: Iterable[str]) -> str:
    """ "ENG FRA SPA": the conference's languages first, in its order."""
    wanted = set(codes)
    first = [code for code in (*document.event.working_languages, *document.languages) if code in wanted]
    ordered = dict.fromkeys([*first, *sorted(wanted)])
    return " ".join(languages.language_code3(code) for code in ordered)


def languages_of(document: Document, session: Session) -> str:
    return language_codes(document, {*session.floor_languages, *session.interpretation})


def room_facts(document: Document, room: Room, day: date) -> str:
    """What stands below a room's name: "online · 300 connections · ENG FRA SPA"."""
    mode = _("online") if room.mode == "online" else ""
    parts = (mode, _size_words(room), language_codes(document, room_languages(document, room, day)))
    return " · ".join(part for part in parts if part)


def room_languages(document: Document, room: Room, day: date) -> tuple[str, ...]:
    """What is booked for that day counts; without any booking, the room's usual languages."""
    booked = [
        one for one in document.bookings if (one.room, one.date) == (room.id, day) and one.status != "refused"
    ]
    if not booked:
        return room.languages
    return tuple(sorted({code for booking in booked for code in (*booking.floor, *booking.into)}))


def _size_words(room: Room) -> str:
    if room.capacity is None:
        return ""
    number = languages.number(room.capacity, languages.language())
    if room.mode == "online":
        return ngettext("{n} connection", "{n} connections", room.capacity).format(n=number)
    return ngettext("{n} seat", "{n} seats", room.capacity).format(n=number)


def panel_words(document: Document, session_id: str) -> str:
    """Who is on it, short: "Moderator: N. Beridze · A. Silva, O. Kovalenko", more than two others as a number."""
    parts = document.contributions_of(session_id)
    leading = [part for part in parts if part.role in MODERATING]
    others = list(
        dict.fromkeys(part.person for part in parts if part.role not in (*MODERATING, "secretariat"))
    )
    found = [_leader_words(document, leading[0])] if leading else []
    if others:
        found.append(_others_words(document, others))
    return " · ".join(found)


def items_words(document: Document, session_id: str) -> str:
    """ "7 items", "" without agenda points."""
    count = len(document.agenda_of(session_id))
    return ngettext("{n} item", "{n} items", count).format(n=count) if count else ""


def _leader_words(document: Document, part: Contribution) -> str:
    person = document.person(part.person)
    role = role_name(part.role, person)
    return _("{role}: {name}").format(role=role, name=person_name(document, part.person))


def _others_words(document: Document, people: Sequence[str]) -> str:
    if len(people) <= 2:
        return ", ".join(person_name(document, person) for person in people)
    return ngettext("{n} speaker", "{n} speakers", len(people)).format(n=len(people))
