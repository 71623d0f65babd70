# SPDX-License-Identifier: EUPL-1.2
"""The run sheet of room staff and technicians: room by room, what to set up, when it starts, who, what, when to clear."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from reportlab.platypus import Flowable, PageBreak

from octodesk import languages
from octodesk.model.rows import Person, Room, Session
from octodesk.printing import people, words
from octodesk.printing.audience import contributions_shown, days_shown, is_closed, sessions_shown
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
from octodesk.printing.options import page_size
from octodesk.printing.placing import Book
from octodesk.printing.styles import GREY, Face

_SHARES: Final = (15, 19, 52, 52, 68, 17)


@dataclass(frozen=True, slots=True)
class Line:
    """One session as the staff of its room needs it; hours as printed, "" where nothing is to be done."""

    session: str
    set_up: str
    start: str
    end: str
    label: str
    title: Wording
    who: tuple[str, ...]
    remote: tuple[str, ...]
    needs: tuple[str, ...]
    note: str
    clear: str


@dataclass(frozen=True, slots=True)
class RoomRun:
    """A room's day; `room` "" for what is elsewhere."""

    room: str
    name: Wording
    facts: str
    lines: tuple[Line, ...]


def runs(edition: Edition, day: date) -> list[RoomRun]:
    """Room after room in the order of the grid, then what is elsewhere."""
    sessions = [one for one in sessions_shown(edition, day) if _asked_for(edition, one)]
    found = []
    for room in edition.document.rooms:
        held = [one for one in sessions if room.id in one.rooms]
        if held and edition.options.room in ("", room.id):
            lines = tuple(_line(edition, one) for one in held)
            found.append(RoomRun(room.id, edition.wording(room.name), _room_facts(edition, room), lines))
    elsewhere = [one for one in sessions if not one.rooms]
    if elsewhere and not edition.options.room:
        name = Wording(edition.gettext("Elsewhere, or room to be decided"))
        found.append(RoomRun("", name, "", tuple(_line(edition, one) for one in elsewhere)))
    return found


def _asked_for(edition: Edition, session: Session) -> bool:
    return edition.options.session in ("", session.id)


def _line(edition: Edition, session: Session) -> Line:
    real = edition.document.session(session.id)
    start, end = real.start, edition.document.end(real)
    assert start is not None
    before, after = timedelta(minutes=real.setup_minutes), timedelta(minutes=real.clear_minutes)
    parts = contributions_shown(edition, session)
    there = [edition.document.person(part.person) for part in parts if part.way == "room"]
    away = [edition.document.person(part.person) for part in parts if part.way != "room"]
    away += [person for person in there if person.remote and edition.event.mode != "online"]
    return Line(
        session=session.id,
        set_up=_hour(edition, start - before, start) if before else "",
        start=words.hour(edition, start),
        end=words.hour(edition, end) if session.minutes else "",
        label=words.label(edition, session),
        title=words.title(edition, session),
        who=_names(edition, [one for one in there if one not in away]),
        remote=_names(edition, away),
        needs=() if is_closed(edition, session) else _needs(edition, session),
        note=session.note if edition.internal else "",
        clear=_hour(edition, end + after, start) if after else "",
    )


def _hour(edition: Edition, at: datetime, of_day: datetime) -> str:
    """With the day where it is another: setting up may begin the evening before."""
    hour = words.hour(edition, at)
    return hour if at.date() == of_day.date() else f"{languages.short_day(at, edition.language)} {hour}"


def _names(edition: Edition, found: list[Person]) -> tuple[str, ...]:
    """Each once, with the telephone in the secretariat's copy."""
    return tuple(dict.fromkeys(_named(edition, person) for person in found))


def _named(edition: Edition, person: Person) -> str:
    name = people.latin_name(edition, person) or people.affiliation_words(edition, person)
    phone = f" ({person.phone})" if edition.internal and person.phone else ""
    return (name or people.country_words(edition, person)) + phone


def _needs(edition: Edition, session: Session) -> tuple[str, ...]:
    found = [setup_words(edition, session.setup_style or _usual_style(edition, session))]
    found += [equipment_words(edition, one) for one in session.equipment]
    if session.webcast:
        found.append(equipment_words(edition, "webcast"))
    if session.recorded:
        found.append(equipment_words(edition, "recording"))
    if session.expected:
        template = edition.ngettext("{n} person expected", "{n} people expected", session.expected)
        found.append(template.format(n=languages.number(session.expected, edition.language)))
    if spoken := words.interpretation(edition, session):
        found.append(edition.gettext("Interpretation: {languages}").format(languages=spoken))
    found.append(words.status_mark(edition, session))
    return tuple(dict.fromkeys(one for one in found if one))


def _usual_style(edition: Edition, session: Session) -> str:
    return next((edition.document.room(room).setup_style for room in session.rooms), "")


def _room_facts(edition: Edition, room: Room) -> str:
    facts = [edition.words(room.building)]
    if room.floor:
        facts.append(edition.gettext("floor {floor}").format(floor=room.floor))
    if room.capacity:
        seats = languages.number(room.capacity, edition.language)
        facts.append(edition.ngettext("{n} seat", "{n} seats", room.capacity).format(n=seats))
    if room.booths:
        booths = languages.number(room.booths, edition.language)
        facts.append(edition.ngettext("{n} booth", "{n} booths", room.booths).format(n=booths))
    return " · ".join(fact for fact in facts if fact)


def setup_words(edition: Edition, style: str) -> str:
    return {
        "theatre": edition.gettext("Set-up: theatre"),
        "classroom": edition.gettext("Set-up: classroom"),
        "u-shape": edition.gettext("Set-up: U-shape"),
        "hollow-square": edition.gettext("Set-up: hollow square"),
    }.get(style, edition.gettext("Set-up: {style}").format(style=style) if style else "")


def equipment_words(edition: Edition, tag: str) -> str:
    return {
        "projector": edition.gettext("projector"),
        "microphones": edition.gettext("microphones"),
        "webcast": edition.gettext("webcast"),
        "recording": edition.gettext("recording"),
        "video-link": edition.gettext("video link"),
        "screen": edition.gettext("screen"),
        "flipchart": edition.gettext("flip chart"),
        "laptop": edition.gettext("laptop"),
    }.get(tag, tag.replace("-", " "))


# ---- on paper


def run_sheet(edition: Edition) -> Book:
    sheet = wide_sheet("run-sheet", page_size(edition.options, orientation="landscape"))
    name = edition.gettext("Run sheet")
    lead = edition.gettext("For room staff and technicians: room by room, hour by hour.")
    flowables: list[Flowable] = list_title(edition, name, lead=lead)
    for place, day in enumerate(days_shown(edition)):
        found = runs(edition, day)
        if not found:
            continue
        flowables += [PageBreak()] if place else []
        flowables.append(day_heading(edition, day))
        for one in found:
            flowables += _room(edition, one, sheet.width)
    return Book(f"{edition.words(edition.event.name)} – {name}", flowables, (sheet,))


def _room(edition: Edition, one: RoomRun, width: float) -> list[Flowable]:
    heads = (
        edition.gettext("Set up from"),
        edition.gettext("Start – end"),
        edition.gettext("Session"),
        edition.gettext("Who"),
        edition.gettext("Needs"),
        edition.gettext("Cleared by"),
    )
    rows = [_row(edition, line) for line in one.lines]
    found = small_heading(edition, one.name)
    found += said(edition, one.facts, SMALL)
    return [*found, ruled_table(edition, heads, _SHARES, rows, width, header_columns=0)]


def _row(edition: Edition, line: Line) -> list[Cell]:
    hours = [
        cell(edition.set(line.start, HOUR.face), HOUR),
        *said(edition, f"– {line.end}" if line.end else "", SMALL),
    ]
    title = edition.set(
        f"{line.label}  " if line.label and line.title else line.label, Face.SANS_SEMIBOLD, colour=GREY
    )
    session = [cell(title + edition.set(line.title, STRONG.face), STRONG)]
    if line.note:
        session += said(edition, edition.gettext("Internal note: {note}").format(note=line.note), SMALL)
    who = [cell(edition.set(name)) for name in line.who]
    if line.remote:
        who += said(edition, edition.gettext("By video link:"), SMALL)
        who += [cell(edition.set(name)) for name in line.remote]
    needs = [cell(edition.set(need)) for need in line.needs]
    return [said(edition, line.set_up, STRONG), hours, session, who, needs, said(edition, line.clear, STRONG)]
