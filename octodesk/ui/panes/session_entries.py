# SPDX-License-Identifier: EUPL-1.2
"""Every field of a session, as the inspector shows it. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time

from octodesk import languages
from octodesk.edits.sessions import place, resize, unplace
from octodesk.edits.together import together
from octodesk.languages import _
from octodesk.model import timetable
from octodesk.model.document import Document
from octodesk.model.edit import Edit, Refused
from octodesk.model.fields import Facts
from octodesk.ui import reading, words
from octodesk.ui.panes.choice_words import choices
from octodesk.ui.panes.entries import Choices, Entry, Ids, Section
from octodesk.ui.panes.session_edits import placed_at, placed_on
from octodesk.ui.panes.session_facts import offered_languages

MOST_ASKED = 50
"""So many of the sessions shown are asked for what they hold beside the usual choices."""

# -- when and where


def _day(document: Document, session_id: str) -> date | None:
    at = document.session(session_id).placement
    return document.day_of(at) if at else None


def _days(document: Document, ids: Ids) -> Choices:
    days = list(timetable.dates(document))
    for one in ids[:MOST_ASKED]:
        own = _day(document, one)
        if own is not None and own not in days:
            days.append(own)
    return [(None, _("Not yet placed")), *((day, words.short_day_words(day)) for day in days)]


def _day_words(document: Document, session_id: str) -> str:
    day = _day(document, session_id)
    return words.short_day_words(day) if day else _("Not yet placed")


def _write_day(document: Document, ids: Ids, day: date | None) -> Edit:
    if day is None:
        return together(ids, lambda one: unplace(document, one))
    return together(ids, lambda one: placed_on(document, one, day))


def _start(document: Document, session_id: str) -> str:
    at = document.session(session_id).placement
    return words.clock_words(document, at.start) if at else ""


def _write_start(document: Document, ids: Ids, hour: time | None) -> Edit:
    if hour is None:
        return together(ids, lambda one: unplace(document, one))
    first = timetable.dates(document)[0]
    return together(ids, lambda one: placed_at(document, one, hour, first_day=first))


def _length(document: Document, session_id: str) -> str:
    return languages.duration(document.session(session_id).minutes, languages.language())


def _write_length(document: Document, ids: Ids, minutes: int) -> Edit:
    return together(ids, lambda one: resize(document, one, minutes=minutes))


def _held_in(document: Document, session_id: str) -> str:
    session = document.session(session_id)
    if session.placement is None:
        return ""
    return words.held_in(document, session.placement, document.words(session.place))


def _write_rooms(document: Document, ids: Ids, rooms: list[str]) -> Edit:
    def moved(one: str) -> Edit:
        at = document.session(one).placement
        if at is None:
            raise Refused("day-first")
        return place(document, one, start=at.start, rooms=tuple(rooms))

    return together(ids, moved)


def _write_alone(document: Document, ids: Ids, alone: bool) -> Edit:  # noqa: FBT001 - a value, as every entry writes one
    def changed(one: str) -> Edit:
        at = document.session(one).placement
        if at is None:
            raise Refused("day-first")
        return place(document, one, start=at.start, exclusive=alone)

    return together(ids, changed)


def _seats(document: Document, ids: Ids) -> str:
    rooms = {room for one in ids for room in document.session(one).rooms}
    seats = sum(document.room(room).capacity or 0 for room in rooms)
    return _("of {n}").format(n=seats) if seats and len(ids) == 1 else ""


# -- small ways of reading and writing


def _rooms(document: Document, _ids: Ids) -> Choices:
    return [(room.id, words.room_name(document, room.id)) for room in document.rooms]


def _kinds(document: Document, _ids: Ids) -> Choices:
    spoken = languages.language()
    return [(kind.id, document.words(kind.name, spoken) or kind.id) for kind in document.kinds]


def _tracks(document: Document, _ids: Ids) -> Choices:
    spoken = languages.language()
    named = [(track.id, document.words(track.name, spoken) or track.id) for track in document.tracks]
    return [(None, _("None")), *named]


def _tongues(document: Document, ids: Ids) -> Choices:
    offered = (
        one for session in ids[:MOST_ASKED] for one in offered_languages(document, document.session(session))
    )
    return list(dict.fromkeys(offered))


def _said(name: str) -> Callable[[Document, str], str]:
    """How a list of words reads in a line."""
    return lambda document, session_id: ", ".join(getattr(document.session(session_id), name))


def _codes(name: str) -> Callable[[Document, str], str]:
    return lambda document, one: words.language_codes(document, getattr(document.session(one), name))


def _fixed(what: str) -> Callable[[Document, Ids], Choices]:
    return lambda _document, _ids: choices(what)


def _setups(document: Document, ids: Ids) -> Choices:
    known = list(choices("setup"))
    own = {document.session(one).setup_style for one in ids[:MOST_ASKED]} - {value for value, _words in known}
    return [*known, *((words, words) for words in sorted(own))]


def _number(document: Document, session_id: str) -> str:
    number = document.session(session_id).number
    return "" if number is None else str(number)


def _minutes(name: str) -> Callable[[Document, str], str]:
    return lambda document, one: str(getattr(document.session(one), name) or "")


def _media(name: str) -> Callable[[Document, str], str]:
    def said(document: Document, session_id: str) -> str:
        held = dict(document.session(session_id).media.pairs).get(name)
        return str(held) if held else ""

    return said


def _write_media(name: str) -> Callable[[Document, Ids, time | None], Edit]:
    def written(document: Document, ids: Ids, hour: time | None) -> Edit:
        def one(session_id: str) -> Edit:
            session = document.session(session_id)
            held = {**dict(session.media.pairs), name: hour.isoformat("minutes") if hour else ""}
            pairs = tuple(sorted((key, value) for key, value in held.items() if value))
            return document.edit("field-set", session, media=Facts(pairs))

        return together(ids, one)

    return written


def _none_is_zero(typed: str) -> int:
    return reading.count(typed) or 0


def _text(
    name: str,
    caption: Callable[[], str],
    purpose: Callable[[], str],
    *,
    lines: bool = False,
    height: int = 60,
) -> Entry:
    return Entry(name, caption, purpose, shape="lines" if lines else "line", height=height)


# -- the sections

FIRST = Section("first", (
    _text("title", lambda: _("Title"), lambda: _(
        "What the session is called. Stands in every programme, on door signs and in personal programmes."
    )),
    _text("description", lambda: _("Description"), lambda: _(
        "What it is about, in a few lines. Stands in the full programme and in the workshop's own document."
    ), lines=True, height=84),
    Entry("day", lambda: _("Day"), lambda: _("The day it is on. “Not yet placed” takes it off the timetable."),
          "choice", 2, words=_day_words, choices=_days, value=_day, write=_write_day),
    Entry("start", lambda: _("Starts"), lambda: _(
        "When it starts, to the minute, in the conference's time zone. Empty it to take the session off the timetable."
    ), quarters=1, read=reading.hour, words=_start, write=_write_start, value=_start),
    Entry("minutes", lambda: _("Length"), lambda: _("How long it lasts: 90, 1:30 or 1 h 30. Its end follows from it."),
          quarters=1, read=reading.length, words=_length, write=_write_length),
    Entry("rooms", lambda: _("Room"), lambda: _(
        "Where it is held; two ticks join two rooms. None: the room is to be decided. Stands wherever the time stands."
    ), "ticks", 2, choices=_rooms, words=_held_in, write=_write_rooms,
        value=lambda document, one: document.session(one).rooms),
    Entry("kind", lambda: _("Kind"), lambda: _(
        "What sort of session it is. Gives it its colour, its number and its usual length."
    ), "choice", 2, choices=_kinds),
    Entry("interpretation", lambda: _("Interpretation"), lambda: _(
        "The languages it should be interpreted into. Stands on the programme and makes the list of booths to book."
    ), "ticks", 2, choices=_tongues, words=_codes("interpretation")),
    Entry("expected", lambda: _("Expected"), lambda: _(
        "How many people are expected; compared with the seats of the room. Never printed."
    ), quarters=2, read=reading.count, suffix=_seats),
))  # fmt: skip

MORE = (
    Section("texts", (
        _text("subtitle", lambda: _("Subtitle"), lambda: _("Stands below the title in the full programme.")),
        _text("aim", lambda: _("Aim"), lambda: _("What it is to achieve, in one sentence. Stands in the full programme."),
              lines=True),
        _text("outcome", lambda: _("Expected outcome"), lambda: _(
            "What should come of it. Stands in the workshop's own document."
        ),
              lines=True),
        _text("cooperation", lambda: _("In co-operation with"), lambda: _(
            "Who organises it together with you. Stands below the title."
        )),
        _text("occasion", lambda: _("On the occasion of"), lambda: _(
            "What it marks, such as an anniversary. Stands below the title."
        )),
        _text("place", lambda: _("Place"), lambda: _(
            "Where it is when that is no room: a foyer, a restaurant. Stands where the room would."
        )),
    ), lambda: _("More texts")),
    Section("status", (
        Entry("status", lambda: _("Status"), lambda: _(
            "Draft sessions are hatched, cancelled ones are struck through and stand in the list of changes."
        ), "choice", 2, choices=_fixed("session-status")),
        Entry("track", lambda: _("Track"), lambda: _(
            "The thematic line it belongs to. Gives the colour on screen and paper."
        ),
              "choice", 2, choices=_tracks),
        Entry("number", lambda: _("Number"), lambda: _(
            "Its number among those of its kind. Empty: given in programme order."
        ),
              quarters=1, read=reading.count, words=_number),
        Entry("label_override", lambda: _("Label"), lambda: _(
            "Printed as typed instead of the number: “WS 4 bis”."
        ), quarters=1),
        Entry("number_fixed", lambda: _("Number fixed"), lambda: _("Later moves do not change the number."), "flag", 2),
        Entry("locked_time", lambda: _("Fixed time"), lambda: _("Nothing and nobody moves it to another time."), "flag", 2),
        Entry("locked_room", lambda: _("Fixed room"), lambda: _("Nothing and nobody moves it to another room."), "flag", 2),
        Entry("exclusive", lambda: _("Nothing beside it"), lambda: _(
            "It is drawn across all rooms, and everything at its time clashes with it."
        ),
              "flag", 2, value=lambda document, one: document.session(one).exclusive, write=_write_alone),
        Entry("topics", lambda: _("Topics"), lambda: _(
            "Key words, between commas. For finding and grouping; never printed."
        ),
              read=reading.tags, words=_said("topics")),
    ), lambda: _("Status and number")),
    Section("needs", (
        Entry("floor_languages", lambda: _("Languages spoken"), lambda: _(
            "The languages spoken on the floor. Stands on the booths' sheet."
        ),
              "ticks", 2, choices=_tongues, words=_codes("floor_languages")),
        Entry("setup_style", lambda: _("Room set-up"), lambda: _(
            "How the seats stand. Goes to the room staff with the run sheet."
        ),
              "choice", 2, choices=_setups),
        Entry("equipment", lambda: _("Equipment"), lambda: _(
            "What is needed in the room, between commas. Stands on the run sheet; compared with what the room has."
        ),
              read=reading.tags, words=_said("equipment")),
        Entry("setup_minutes", lambda: _("Set-up, minutes"), lambda: _(
            "The room is taken for so long before it. Never printed."
        ),
              quarters=2, read=_none_is_zero, words=_minutes("setup_minutes")),
        Entry("clear_minutes", lambda: _("Clearing, minutes"), lambda: _(
            "The room is taken for so long after it. Never printed."
        ),
              quarters=2, read=_none_is_zero, words=_minutes("clear_minutes")),
        Entry("webcast", lambda: _("Webcast"), lambda: _(
            "It is shown live on the web. Stands on the programme and the run sheet."
        ), "flag", 2),
        Entry("recorded", lambda: _("Recorded"), lambda: _("It is recorded. Stands on the run sheet."), "flag", 2),
    ), lambda: _("Languages and room")),
    Section("access", (
        Entry("access", lambda: _("Access"), lambda: _(
            "Who may come. Restricted sessions never stand in a copy for the public."
        ),
              "choice", 2, choices=_fixed("access")),
        Entry("media_from", lambda: _("Media from"), lambda: _("From when the media may be in the room."), quarters=1,
              read=reading.hour, words=_media("from"), value=_media("from"), write=_write_media("from")),
        Entry("media_until", lambda: _("until"), lambda: _("Until when the media may be in the room."), quarters=1,
              read=reading.hour, words=_media("until"), value=_media("until"), write=_write_media("until")),
        Entry("regions", lambda: _("Regions served"), lambda: _(
            "Time zones of those who follow it from afar, such as Tokyo, Nairobi. Their hours are printed as a second line."
        ),
              read=reading.zone_list, words=_said("regions")),
    ), lambda: _("Access and audience")),
    Section("note", (
        Entry("note", lambda: _("Internal note"), lambda: _(
            "For colleagues only. Never printed, and left out of public copies."
        ),
              "lines", height=84),
    ), lambda: _("Internal note")),
)  # fmt: skip
