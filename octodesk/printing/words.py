# SPDX-License-Identifier: EUPL-1.2
"""How a session, a time, a room, a language is said on paper."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime, time
from typing import Final

from octodesk import languages
from octodesk.model import clock
from octodesk.model.document import Document
from octodesk.model.rows import AgendaPoint, Booking, Session
from octodesk.printing.audience import closed_title, is_closed
from octodesk.printing.edition import Edition, Wording

PAUSES: Final = frozenset({"break", "coffee", "lunch"})
"""Kinds that are printed as a band between sessions."""

# ---- sessions


def label(edition: Edition, session: Session) -> str:
    """ "WS 4", "Lightning talks I", or "": in the print's language, overrides as typed."""
    if is_closed(edition, session) or not edition.shows("labels"):
        return ""
    return edition.document.label(session.id, edition.language)


def title(edition: Edition, session: Session) -> Wording:
    """What the session is called beside its label: "" where the label stands for an empty title."""
    if is_closed(edition, session):
        return edition.said(closed_title(edition))
    if session.title:
        return edition.wording(session.title)
    return Wording("") if label(edition, session) else kind_name(edition, session)


def kind_name(edition: Edition, session: Session) -> Wording:
    kind = edition.document.find("kind", session.kind)
    return Wording(session.kind) if kind is None else edition.wording(kind.name)  # type: ignore[union-attr]


def status_mark(edition: Edition, session: Session) -> str:
    """ "to be confirmed", "by invitation" …, or ""."""
    marks = []
    if session.access == "invited":
        marks.append(edition.gettext("by invitation"))
    if session.access == "media":
        marks.append(edition.gettext("open to the media"))
    if session.status == "to-be-confirmed":
        marks.append(edition.gettext("to be confirmed"))
    return ", ".join(marks)


# ---- times


def hour(edition: Edition, at: datetime | time) -> str:
    """In the house style of the print's language."""
    when = at.time() if isinstance(at, datetime) else at
    return languages.clock_time(when, edition.language, form=time_form(edition))


def hours(edition: Edition, session: Session) -> str:
    """ "13:00 – 18:00", one hour for what has no length, the zone's mark behind if the house style has it."""
    start, end = _start(session), edition.document.end(session)
    shown = hours_alone(edition, session)
    return f"{shown}\u00a0{zone_mark(edition, start)}" if start != end and marks_zone(edition) else shown


def hours_alone(edition: Edition, session: Session) -> str:
    """The same without the zone."""
    start, end = _start(session), edition.document.end(session)
    if start == end:
        return hour(edition, start)
    form = time_form(edition)
    return languages.time_range(start.time(), end.time(), edition.language, form=form)


def time_form(edition: Edition) -> str | None:
    """The house style of hours in the print's language, None for the language's own."""
    form = edition.event.time_form.in_language(edition.language)
    return form if form in languages.TIME_FORMS else None


def marks_zone(edition: Edition) -> bool:
    """Whether the zone's mark is printed behind each time."""
    return edition.event.zone_mark.in_language(edition.language) == "yes"


def zone_mark(edition: Edition, at: datetime) -> str:
    return languages.zone_mark(edition.event.time_zone, at)


def agenda_times(edition: Edition, session: Session, points: Sequence[AgendaPoint]) -> list[str]:
    """The start of each point, "13:20  ", where the minutes of all of them are known; else ""s."""
    if not all(point.minutes for point in points):
        return [""] * len(points)
    at, found = _start(session), []
    for point in points:
        found.append(f"{hour(edition, at)}\u00a0\u00a0")
        at = clock.end_of(at, point.minutes or 0, edition.event.time_zone)
    return found


def hours_served(edition: Edition, session: Session) -> list[str]:
    """The session's hours where its audience is: "Tokyo 15:00 – 16:50"; the date too where it is another."""
    start = _start(session)
    begins = clock.instant(start, edition.event.time_zone)
    found = []
    for zone in session.regions:
        local = clock.wall_clock(begins, zone)
        end = clock.wall_clock(begins + session.minutes, zone)
        shown = languages.time_range(local.time(), end.time(), edition.language)
        other_day = (
            f", {languages.short_day(local, edition.language)}" if local.date() != start.date() else ""
        )
        found.append(f"{city(zone)} {shown}{other_day}")
    return found


def city(zone: str) -> str:
    """ "Buenos Aires" for America/Argentina/Buenos_Aires."""
    return zone.rpartition("/")[2].replace("_", "\u00a0")


def day_words(edition: Edition, day: date, *, year: bool = False) -> str:
    """ "Wednesday 17 November", at the beginning of a line."""
    return languages.capitalised(languages.day_name(day, edition.language, year=year))


def day_label(edition: Edition, day: date) -> Wording:
    """What the day is called besides its date, "" where nothing."""
    found = next((one for one in edition.document.days if one.date == day), None)
    return edition.wording(found.label) if found else Wording("")


def dates(edition: Edition) -> str:
    return languages.date_range(edition.event.first_day, edition.event.last_day, edition.language)


def place(edition: Edition) -> Wording:
    """Where the event is: its venue and place, or that it is online."""
    parts = [edition.wording(text) for text in (edition.event.venue, edition.event.place) if text]
    if parts:
        return Wording(", ".join(part.words for part in parts), parts[0].language)
    return edition.said(edition.gettext("Online") if edition.event.mode == "online" else "")


def version(edition: Edition) -> str:
    label = edition.event.version
    return languages.version_label(label, edition.language) if label else ""


def draft_mark(edition: Edition) -> str:
    return edition.gettext("Draft") if edition.event.status == "draft" else ""


def copy_for(edition: Edition) -> str:
    """For whom the copy is, where it may not be handed to everybody."""
    return {
        "participants": edition.gettext("Copy for: participants"),
        "secretariat": edition.gettext("Copy for: secretariat"),
    }.get(edition.options.audience, "")


# ---- rooms


def room_words(edition: Edition, session: Session) -> Wording:
    """Where it is: the room or rooms, else the place, else "Room to be decided" (nothing for what is exclusive)."""
    if session.rooms:
        return rooms_listed(edition, session.rooms)
    if session.place:
        return edition.wording(session.place)
    return edition.said("" if session.exclusive else edition.gettext("Room to be decided"))


def rooms_listed(edition: Edition, room_ids: Iterable[str]) -> Wording:
    wanted = set(room_ids)
    names = [edition.wording(room.name) for room in edition.document.rooms if room.id in wanted]
    joined = languages.listed([name.words for name in names], edition.language)
    return Wording(joined, names[0].language if names else "")


# ---- interpretation


def interpretation(edition: Edition, session: Session) -> str:
    """ "English, French and Spanish", "" where there is one language or none to name."""
    codes = languages_spoken(edition, session)
    names = [languages.language_name(code, edition.language) for code in codes]
    return languages.listed(names, edition.language) if len(names) > 1 else ""


def languages_spoken(edition: Edition, session: Session) -> list[str]:
    """What is booked for its rooms then, else the rooms' usual languages, else what the session asks for.

    In the order of the event's working languages, then by name; never by the order of codes.
    """
    if is_closed(edition, session) or not _is_spoken(session):
        return []
    codes = _languages_there(edition.document, session) or set(session.interpretation)
    order = {code: place for place, code in enumerate(edition.event.working_languages)}

    def place(code: str) -> tuple[int, str]:
        return order.get(code, len(order)), languages.folded(languages.language_name(code, edition.language))

    return sorted(codes, key=place)


def _is_spoken(session: Session) -> bool:
    return session.minutes > 0 and (bool(session.rooms) or bool(session.interpretation))


def _languages_there(document: Document, session: Session) -> set[str]:
    found: set[str] = set()
    for room_id in session.rooms:
        booked = [one for one in document.bookings if one.room == room_id and _on_its_day(one, session)]
        now = [one for one in booked if _during(document, one, session) and one.status != "refused"]
        for one in now:
            found |= {*one.floor, *one.into}
        if not booked:
            found |= set(document.room(room_id).languages)
    return found


def _on_its_day(booking: Booking, session: Session) -> bool:
    return session.placement is not None and booking.date == session.placement.start.date()


def _during(document: Document, booking: Booking, session: Session) -> bool:
    start, end = _start(session), document.end(session)
    return start.time() < booking.until and (booking.from_ < end.time() or end.date() > start.date())


def _start(session: Session) -> datetime:
    assert session.placement is not None
    return session.placement.start
