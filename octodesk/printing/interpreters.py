# SPDX-License-Identifier: EUPL-1.2
"""The booths' sheet: room × time × languages × who speaks, in which language and how the names are said; load per booth."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from reportlab.platypus import Flowable, PageBreak

from octodesk import languages
from octodesk.model.rows import Booking, Contribution, Person, Room, Session
from octodesk.printing import people, words
from octodesk.printing.audience import contributions_shown, days_shown, sessions_shown
from octodesk.printing.crowd import own_script
from octodesk.printing.edition import Edition, Wording
from octodesk.printing.lists import (
    HOUR,
    SMALL,
    STRONG,
    Cell,
    cell,
    day_heading,
    list_title,
    ruled_table,
    said,
    small_heading,
    wide_sheet,
)
from octodesk.printing.options import PrintRefused, page_size
from octodesk.printing.placing import Book
from octodesk.printing.styles import GREY, Face

_PAUSE: Final = timedelta(minutes=10)
"""A gap shorter than this is no pause for a booth."""


@dataclass(frozen=True, slots=True)
class Voice:
    """Somebody who will speak, as the booth needs to know."""

    name: str
    own_script: str
    pronunciation: str
    role: str
    affiliation: str
    speaks: tuple[str, ...]
    """Language codes."""
    text_awaited: bool


@dataclass(frozen=True, slots=True)
class Turn:
    """One session in a room."""

    session: str
    hours: str
    label: str
    title: Wording
    floor: tuple[str, ...]
    into: tuple[str, ...]
    voices: tuple[Voice, ...]


@dataclass(frozen=True, slots=True)
class Load:
    """What a room's booths have to do on one day: minutes in all, and the longest stretch without a pause."""

    languages: tuple[str, ...]
    team: int
    sessions: int
    minutes: int
    longest: int


@dataclass(frozen=True, slots=True)
class BoothDay:
    room: str
    name: Wording
    bookings: tuple[str, ...]
    turns: tuple[Turn, ...]
    load: Load


def booth_days(edition: Edition, day: date) -> list[BoothDay]:
    """Rooms in which something is interpreted on that day, in the order of the grid."""
    sessions = sessions_shown(edition, day)
    found = []
    for room in edition.document.rooms:
        if edition.options.room not in ("", room.id):
            continue
        held = [
            one for one in sessions if room.id in one.rooms and len(words.languages_spoken(edition, one)) > 1
        ]
        held = [one for one in held if edition.options.session in ("", one.id)]
        if held:
            booked = [one for one in edition.document.bookings if (one.room, one.date) == (room.id, day)]
            found.append(_booth_day(edition, room, held, sorted(booked, key=lambda one: one.from_)))
    return found


def _booth_day(edition: Edition, room: Room, held: list[Session], booked: list[Booking]) -> BoothDay:
    turns = tuple(_turn(edition, one) for one in held)
    spoken = dict.fromkeys(code for one in held for code in words.languages_spoken(edition, one))
    team = max((one.team for one in booked), default=0)
    load = Load(
        tuple(spoken), team, len(held), sum(one.minutes for one in held), _longest_stretch(edition, held)
    )
    lines = tuple(_booking_words(edition, one) for one in booked)
    return BoothDay(room.id, edition.wording(room.name), lines, turns, load)


def _longest_stretch(edition: Edition, held: list[Session]) -> int:
    """Minutes from the start of a session to the end of the last that follows without a pause."""
    longest, begins, ends = 0, datetime.min, datetime.min
    for one in sorted(held, key=lambda session: session.start or datetime.min):
        start, end = one.start, edition.document.end(one)
        assert start is not None
        if start - ends >= _PAUSE:
            begins = start
        ends = max(ends, end)
        longest = max(longest, int((ends - begins).total_seconds() // 60))
    return longest


def _turn(edition: Edition, session: Session) -> Turn:
    spoken = words.languages_spoken(edition, session)
    floor = [code for code in spoken if code in session.floor_languages] or list(session.floor_languages)
    parts = [one for one in contributions_shown(edition, session) if one.role not in people.UNNAMED_ROLES]
    voices = tuple(_voice(edition, one, set(floor) | set(spoken)) for one in parts)
    return Turn(
        session.id, words.hours_alone(edition, session), words.label(edition, session), words.title(edition, session),
        tuple(floor), tuple(spoken), voices,
    )  # fmt: skip


def _voice(edition: Edition, part: Contribution, here: set[str]) -> Voice:
    person = edition.document.person(part.person)
    return Voice(
        _name(edition, person),
        own_script(edition, person),
        person.pronunciation,
        people.role_words(edition, part.role, [person]),
        ", ".join(fact for fact in (people.affiliation_words(edition, person), people.country_words(edition, person)) if fact),
        tuple(code for code in person.languages if code in here) or person.languages,
        "booth-text" in person.owed.plain(),
    )  # fmt: skip


def _name(edition: Edition, person: Person) -> str:
    return (
        people.latin_name(edition, person)
        or people.function_words(edition, person)
        or people.country_words(edition, person)
    )


def _booking_words(edition: Edition, booking: Booking) -> str:
    hours = languages.time_range(
        booking.from_, booking.until, edition.language, form=words.time_form(edition)
    )
    facts = [hours, mode_words(edition, booking.mode), _listed(edition, booking.into)]
    if booking.team:
        facts.append(
            edition.ngettext("{n} interpreter", "{n} interpreters", booking.team).format(n=booking.team)
        )
    facts.append(status_words(edition, booking.status))
    return " · ".join(fact for fact in facts if fact)


def mode_words(edition: Edition, mode: str) -> str:
    return {
        "simultaneous": edition.gettext("simultaneous interpretation"),
        "consecutive": edition.gettext("consecutive interpretation"),
        "whispered": edition.gettext("whispered interpretation"),
        "sign": edition.gettext("sign language"),
        "remote": edition.gettext("remote interpretation"),
    }.get(mode, mode)


def status_words(edition: Edition, status: str) -> str:
    return {
        "needed": edition.gettext("to be requested"),
        "requested": edition.gettext("requested"),
        "confirmed": edition.pgettext("a booking", "confirmed"),
        "refused": edition.pgettext("a booking", "refused"),
    }.get(status, status)


def _listed(edition: Edition, codes: tuple[str, ...]) -> str:
    return languages.listed(
        [languages.language_name(code, edition.language) for code in codes], edition.language
    )


# ---- on paper


def interpreters(edition: Edition) -> Book:
    sheet = wide_sheet("interpreters", page_size(edition.options, orientation="landscape"))
    name = edition.gettext("Interpretation")
    lead = edition.gettext("For the booths: who speaks when, in which language, and how the names are said.")
    days = {day: booth_days(edition, day) for day in days_shown(edition)}
    if not any(days.values()):
        raise PrintRefused("nothing-interpreted")
    flowables: list[Flowable] = list_title(edition, name, lead=lead)
    begun = False
    for day, booths in days.items():
        if not booths:
            continue
        flowables += [PageBreak()] if begun else []
        begun = True
        flowables.append(day_heading(edition, day))
        for one in booths:
            flowables += _room(edition, one, sheet.width)
        flowables += _loads(edition, booths, sheet.width)
    return Book(f"{edition.words(edition.event.name)} – {name}", flowables, (sheet,))


def _room(edition: Edition, one: BoothDay, width: float) -> list[Flowable]:
    heads = (
        edition.gettext("Time"), edition.gettext("Session"), edition.gettext("Languages"),
        edition.gettext("Speaker, in order"), edition.gettext("How to say it"), edition.gettext("Speaks"),
    )  # fmt: skip
    rows = [row for turn in one.turns for row in _rows(edition, turn)]
    found = small_heading(edition, one.name)
    for line in one.bookings:
        found += said(edition, line, SMALL)
    return [*found, ruled_table(edition, heads, (26, 54, 34, 74, 46, 24), rows, width, header_columns=0)]


def _rows(edition: Edition, turn: Turn) -> list[list[Cell]]:
    """A row per speaker, the session beside the first, its hours beside all: a page may end anywhere."""
    label = edition.set(
        f"{turn.label}  " if turn.label and turn.title else turn.label, Face.SANS_SEMIBOLD, colour=GREY
    )
    session = [cell(label + edition.set(turn.title, STRONG.face), STRONG)]
    spoken = []
    if turn.floor:
        template = edition.gettext("Floor: {languages}")
        spoken += said(edition, template.format(languages=_listed(edition, turn.floor)))
    spoken += said(
        edition, edition.gettext("Booths: {languages}").format(languages=_listed(edition, turn.into))
    )
    first: list[Cell] = [[cell(edition.set(turn.hours, HOUR.face), HOUR)], session, spoken]
    again: list[Cell] = [said(edition, turn.hours, SMALL), [], []]
    voices = [_voice_cells(edition, voice) for voice in turn.voices] or [[[], [], []]]
    return [[*(again if place else first), *voice] for place, voice in enumerate(voices)]


def _voice_cells(edition: Edition, voice: Voice) -> list[Cell]:
    name = edition.set(voice.name, Face.SANS_SEMIBOLD)
    if voice.own_script:
        name += edition.set("  ") + edition.set(voice.own_script)
    facts = ", ".join(fact for fact in (voice.role, voice.affiliation) if fact)
    who = [cell(name), *said(edition, facts, SMALL)]
    if voice.text_awaited:
        who += said(edition, edition.gettext("text not yet received"), SMALL)
    return [who, said(edition, voice.pronunciation), said(edition, _listed(edition, voice.speaks))]


def _loads(edition: Edition, booths: list[BoothDay], width: float) -> list[Flowable]:
    heads = (
        edition.gettext("Room"), edition.gettext("Booths"), edition.gettext("Interpreters"), edition.gettext("Sessions"),
        edition.gettext("In all"), edition.gettext("Longest without a pause"),
    )  # fmt: skip
    rows = []
    for one in booths:
        load = one.load
        rows.append(
            [
                said(edition, one.name, STRONG),
                said(edition, _listed(edition, load.languages)),
                said(edition, languages.number(load.team, edition.language) if load.team else "–"),
                said(edition, languages.number(load.sessions, edition.language)),
                said(edition, languages.duration(load.minutes, edition.language)),
                said(edition, languages.duration(load.longest, edition.language)),
            ]
        )
    heading = small_heading(edition, edition.gettext("Load of the booths"))
    return [*heading, ruled_table(edition, heads, (40, 80, 30, 26, 30, 44), rows, width)]
