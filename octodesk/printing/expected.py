# SPDX-License-Identifier: EUPL-1.2
"""What must stand on a print, from the document alone: headings in their order, and what belongs to each of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from octodesk.model.rows import Session
from octodesk.printing import everything, people, words
from octodesk.printing.audience import contributions_shown, days_shown, sessions_shown
from octodesk.printing.badges import badges_of
from octodesk.printing.door_signs import signs
from octodesk.printing.edition import Edition
from octodesk.printing.interpreters import booth_days
from octodesk.printing.itineraries import itineraries_of
from octodesk.printing.name_plates import plates_of
from octodesk.printing.run_sheet import runs
from octodesk.printing.speakers import speakers_of
from octodesk.printing.workshop import pages_of_sessions


@dataclass(frozen=True, slots=True)
class Expected:
    """Words that stand behind those expected before; `within`: in any order near them.

    `session`: whose, for words that may be shortened; then `label` may stand for them.
    """

    words: str
    within: tuple[str, ...] = ()
    session: str = ""
    label: str = ""


Make = Callable[[Edition], list[Expected]]


def expected(edition: Edition, kind: str) -> list[Expected]:
    """In the order of the paper; () for a document that says nothing but what was asked of it."""
    return _MAKERS[kind](edition) if kind in _MAKERS else []


def is_ordered(kind: str) -> bool:
    """A grid of several sheets shows a day's rooms one after the other: there the order is that of rooms."""
    return kind not in {"glance", "front"}


def _called(edition: Edition, session: Session) -> str:
    return words.title(edition, session).words or words.label(edition, session)


def _names(edition: Edition, session: Session) -> tuple[str, ...]:
    parts = [one for one in contributions_shown(edition, session) if one.role not in people.UNNAMED_ROLES]
    return tuple(dict.fromkeys(_name(edition, one.person) for one in parts))


def _name(edition: Edition, person_id: str) -> str:
    person = edition.document.person(person_id)
    return people.latin_name(edition, person) or people.function_words(edition, person)


def _titles(edition: Edition) -> list[Expected]:
    return [
        Expected(_called(edition, one), session=one.id, label=words.label(edition, one))
        for day in days_shown(edition)
        for one in sessions_shown(edition, day)
    ]


def _programme(edition: Edition) -> list[Expected]:
    """Behind the contents, every day and its sessions, each with its room and its people."""
    found = []
    for day in days_shown(edition):
        found.append(Expected(words.day_words(edition, day)))
        for one in sessions_shown(edition, day):
            room = words.room_words(edition, one).words
            within = _names(edition, one) if one.minutes and one.kind not in words.PAUSES else ()
            found.append(
                Expected(_called(edition, one), (*((room,) if one.minutes else ()), *within), one.id)
            )
    return found


def _workshop(edition: Edition) -> list[Expected]:
    return [
        Expected(_called(edition, one), _names(edition, one), one.id)
        for _day, one in pages_of_sessions(edition)
    ]


def _signs(edition: Edition) -> list[Expected]:
    found = []
    for sign in signs(edition):
        found.append(Expected(edition.words(sign.room.name)))
        found += [Expected(one.title.words, session=one.session) for one in sign.notices]
    return found


def _itineraries(edition: Edition) -> list[Expected]:
    found = []
    for one in itineraries_of(edition):
        reader = edition.in_language(one.language)
        found.append(Expected(_name(reader, one.person)))
        found += [Expected(stop.title.words or stop.label) for _day, stops in one.days for stop in stops]
    return found


def _badges(edition: Edition) -> list[Expected]:
    return [Expected(badge.name.words, (badge.country, badge.category_word)) for badge in badges_of(edition)]


def _plates(edition: Edition) -> list[Expected]:
    return [Expected(plate.name.words, (plate.below.words,)) for plate in plates_of(edition)]


def _booths(edition: Edition) -> list[Expected]:
    found = []
    for day in days_shown(edition):
        for booth in booth_days(edition, day):
            found.append(Expected(booth.name.words))
            for turn in booth.turns:
                names = tuple(voice.name for voice in turn.voices)
                found.append(Expected(turn.title.words or turn.label, names))
    return found


def _runs(edition: Edition) -> list[Expected]:
    found = []
    for day in days_shown(edition):
        for room in runs(edition, day):
            found.append(Expected(room.name.words))
            found += [
                Expected(line.title.words or line.label, (*line.who, *line.remote)) for line in room.lines
            ]
    return found


def _speakers(edition: Edition) -> list[Expected]:
    return [Expected(_name(edition, one.person), (one.country,)) for one in speakers_of(edition)]


def _announcement(edition: Edition) -> list[Expected]:
    return [Expected(edition.words(edition.event.name))]


def _everything(edition: Edition) -> list[Expected]:
    found = []
    for kind, _make in everything.ORDER:
        found += expected(everything.edition_for(edition, kind), kind) if is_ordered(kind) else []
    return found


_MAKERS: Final[Mapping[str, Make]] = {
    "front": _titles,
    "glance": _titles,
    "programme": _programme,
    "workshop": _workshop,
    "announcement": _announcement,
    "door-signs": _signs,
    "itineraries": _itineraries,
    "badges": _badges,
    "name-plates": _plates,
    "interpreters": _booths,
    "run-sheet": _runs,
    "speakers": _speakers,
    "everything": _everything,
}
