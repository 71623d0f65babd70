# SPDX-License-Identifier: EUPL-1.2
"""Numbers and labels of sessions: "WS 4", "Taller 4", "Lightning talks II".

Each kind has a pattern per language. Numbers are given in programme order within a kind; a fixed number stays with its
session and is not given again; what is not placed or cancelled has a number only if it is fixed. A label override wins
and stands as typed, in every language.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, cast

from octodesk.model import clock

if TYPE_CHECKING:
    from octodesk.model.document import Document
    from octodesk.model.rows import Kind, Session

_ROMAN = (
    (1000, "M"),
    (900, "CM"),
    (500, "D"),
    (400, "CD"),
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
    (10, "X"),
    (9, "IX"),
    (5, "V"),
    (4, "IV"),
    (1, "I"),
)


def roman(number: int) -> str:
    """4 is "IV"; numbers below 1 and above 3999 are written in Arabic digits, as there is no Roman way."""
    if not 1 <= number < 4000:
        return str(number)
    found = ""
    for value, letters in _ROMAN:
        while number >= value:
            found, number = found + letters, number - value
    return found


def numbers(document: Document) -> Mapping[str, int]:
    """The number of every session that has one, by session id."""
    return document.derived("numbers", ("session", "kind", "room", "event", "day"), _give_numbers)


def label(document: Document, session: Session, language: str) -> str:
    """A session's label in a language, "" where it has none."""
    if language == document.languages[0]:
        return labels(document)[session.id]
    return _label(document, session, language, numbers(document))


def _label(document: Document, session: Session, language: str, given: Mapping[str, int]) -> str:
    if session.label_override:
        return session.label_override
    kind = cast("Kind | None", document.find("kind", session.kind))
    number = given.get(session.id)
    pattern = document.words(kind.pattern, language) if kind else ""
    if kind is None or number is None or not pattern:
        return ""
    return pattern.replace("{n}", roman(number) if kind.numerals == "roman" else str(number))


def labels(document: Document) -> Mapping[str, str]:
    """Every session's label in the event's first language, by session id."""
    return document.derived("labels", ("session", "kind", "room", "event", "day"), _all_labels)


def _all_labels(document: Document) -> dict[str, str]:
    language, given = document.languages[0], numbers(document)
    sessions = (cast("Session", one) for one in document.table("session").values())
    return {session.id: _label(document, session, language, given) for session in sessions}


def _give_numbers(document: Document) -> dict[str, int]:
    series: dict[tuple[str, object], list[Session]] = {}
    for session in _in_time_order(document):
        kind = cast("Kind | None", document.find("kind", session.kind))
        if kind is not None and kind.pattern:
            day = document.day_of(session.placement) if kind.restart and session.placement else None
            series.setdefault((kind.id, day), []).append(session)
    found: dict[str, int] = {}
    for sessions in series.values():
        found.update(_numbers_in(sessions))
    return found


def _numbers_in(sessions: list[Session]) -> dict[str, int]:
    fixed = {one.id: one.number for one in sessions if one.number_fixed and one.number is not None}
    found, taken, last = dict(fixed), set(fixed.values()), 0
    for session in sessions:
        if session.id in fixed or session.placement is None or session.status == "cancelled":
            continue
        last = next(number for number in range(last + 1, last + len(taken) + 2) if number not in taken)
        found[session.id] = last
    return found


def _in_time_order(document: Document) -> list[Session]:
    key = time_key(document)
    sessions = (cast("Session", one) for one in document.table("session").values())
    return sorted(sessions, key=lambda one: (key(one), one.id))


def time_key(document: Document) -> Callable[[Session], tuple[bool, int, int]]:
    """What orders sessions in time: not yet placed last, then the start, then the first room of the grid (none first)."""
    places = {room.id: place for place, room in enumerate(document.rooms)}
    zone = document.event.time_zone

    def key(session: Session) -> tuple[bool, int, int]:
        at = session.placement
        if at is None:
            return True, 0, 0
        return (
            False,
            clock.instant(at.start, zone),
            min((places.get(room, -1) for room in at.rooms), default=-1),
        )

    return key
