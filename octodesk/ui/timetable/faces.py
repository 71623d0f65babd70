# SPDX-License-Identifier: EUPL-1.2
"""What stands on a session's block, in words and marks: made once per session, then only painted. No Qt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from octodesk import languages
from octodesk.languages import _
from octodesk.model.collisions import unsettled_sessions
from octodesk.model.document import Document
from octodesk.model.rows import Kind, Session, Track
from octodesk.model.text import Text
from octodesk.ui import words

Shape = Literal["block", "pause", "plenary", "marker"]
ColorBy = Literal["track", "kind"]

PAUSES = frozenset({"break", "coffee", "lunch"})
NAVY, GREY, BLUE = "#12304F", "#566373", "#1F5A96"
SPOKEN_TEXTS = ("title", "subtitle", "aim", "description", "outcome", "cooperation", "occasion", "place")


@dataclass(frozen=True, slots=True)
class Face:
    """Words and marks of one block. `color` is "#RRGGBB" as on paper; the palette makes a tint of it."""

    session: str
    shape: Shape
    color: str
    label: str
    title: str
    hours: str
    facts: str
    """Languages and the like, after the hours."""
    panel: str
    agenda: tuple[str, ...] = ()
    items: str = ""
    """How many agenda points, in words."""
    draft: bool = False
    cancelled: bool = False
    locked: bool = False
    restricted: bool = False
    untranslated: bool = False
    clashing: bool = False
    unsettled: bool = False
    """Two people wanted something else here, and nobody has said yet which holds."""


def face_of(
    document: Document, session: Session, *, color_by: ColorBy = "track", clashing: bool = False
) -> Face:
    """The face of a session, placed or not, in the program's language."""
    label, title = words.label_and_title(document, session.id)
    return Face(
        session=session.id,
        shape=_shape(session),
        color=_color(document, session, color_by),
        label=label,
        title=title,
        hours=_hours(document, session),
        facts=words.languages_of(document, session),
        panel=words.panel_words(document, session.id),
        agenda=_agenda(document, session.id),
        items=words.items_words(document, session.id),
        draft=session.status in {"draft", "to-be-confirmed"},
        cancelled=session.status == "cancelled",
        locked=session.locked_time or session.locked_room,
        restricted=session.access == "restricted",
        untranslated=bool(untranslated(document, session)),
        clashing=clashing,
        unsettled=session.id in unsettled_sessions(document),
    )


def untranslated(document: Document, session: Session) -> tuple[str, ...]:
    """The conference's languages in which some text of the session is missing, in their order."""
    texts: list[Text] = [getattr(session, name) for name in SPOKEN_TEXTS]
    missing = {language for text in texts for language in text.missing(document.languages)}
    return tuple(language for language in document.languages if language in missing)


def spoken_block(document: Document, session_id: str) -> str:
    """A block's name for those who hear it: "WS 4 Ransomware, Wednesday 17 November, 11:00 to 12:50, Room 1"."""
    session = document.session(session_id)
    name = words.session_name(document, session_id)
    if session.placement is None:
        return _("{session}, not yet placed").format(session=name)
    at = session.placement
    day, room = words.day_words(document.day_of(at)), words.held_in(document, at, _place(document, session))
    start = words.clock_words(document, at.start)
    if not session.minutes:
        return _("{session}, {day}, {start}, {room}").format(session=name, day=day, start=start, room=room)
    end = words.clock_words(document, document.end(session))
    return _("{session}, {day}, {start} to {end}, {room}").format(
        session=name, day=day, start=start, end=end, room=room
    )


def tooltip_lines(document: Document, session_id: str) -> tuple[str, ...]:
    """Everything a block shows by marks or leaves out for want of room, in words."""
    session = document.session(session_id)
    lines = [
        spoken_block(document, session_id),
        *_people_lines(document, session_id),
        *_need_lines(session),
    ]
    return tuple(line for line in (*lines, *_state_lines(document, session)) if line)


def state_words(document: Document, session_id: str) -> str:
    """ "Draft · Fixed time"."""
    return " · ".join(_state_lines(document, document.session(session_id)))


def _people_lines(document: Document, session_id: str) -> list[str]:
    by_role: dict[str, list[str]] = {}
    for part in document.contributions_of(session_id):
        role = words.role_name(part.role, document.person(part.person))
        names = by_role.setdefault(role, [])
        name = words.person_name(document, part.person)
        if name not in names:
            names.append(name)
    return [_("{role}: {name}").format(role=role, name=", ".join(names)) for role, names in by_role.items()]


def _need_lines(session: Session) -> list[str]:
    lines = []
    if session.floor_languages:
        lines.append(_("Floor: {languages}").format(languages=_language_names(session.floor_languages)))
    if session.interpretation:
        lines.append(
            _("Interpretation: {languages}").format(languages=_language_names(session.interpretation))
        )
    if session.expected is not None:
        lines.append(_("Expected: {n}").format(n=languages.number(session.expected, languages.language())))
    return lines


def _state_lines(document: Document, session: Session) -> list[str]:
    missing = untranslated(document, session)
    states = {
        _("Not settled yet"): session.id in unsettled_sessions(document),
        _("Draft"): session.status == "draft",
        _("To be confirmed"): session.status == "to-be-confirmed",
        _("Cancelled"): session.status == "cancelled",
        _("Fixed time"): session.locked_time,
        _("Fixed room"): session.locked_room,
        _("Restricted participation"): session.access == "restricted",
        _("Not yet translated: {languages}").format(languages=_language_names(missing)): bool(missing),
    }
    return [words for words, holds in states.items() if holds]


def _language_names(codes: tuple[str, ...]) -> str:
    spoken = languages.language()
    return languages.listed([languages.language_name(code, spoken) for code in codes], spoken)


def _agenda(document: Document, session_id: str) -> tuple[str, ...]:
    language = languages.language()
    return tuple(document.words(point.text, language) for point in document.agenda_of(session_id))


def _place(document: Document, session: Session) -> str:
    return document.words(session.place, languages.language())


def _hours(document: Document, session: Session) -> str:
    if session.placement is None:
        return languages.duration(session.minutes, languages.language())
    return words.hours_words(document, session.placement.start, document.end(session))


def _shape(session: Session) -> Shape:
    if not session.minutes:
        return "marker"
    if session.kind in PAUSES:
        return "pause"
    return "plenary" if session.exclusive else "block"


def _color(document: Document, session: Session, color_by: ColorBy) -> str:
    if session.kind in PAUSES or not session.minutes:
        return GREY
    track = document.find("track", session.track)
    kind = document.find("kind", session.kind)
    chosen = track.color if color_by == "track" and isinstance(track, Track) else ""
    default = NAVY if session.exclusive else BLUE
    return chosen or (kind.color if isinstance(kind, Kind) else "") or default
