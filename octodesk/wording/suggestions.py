# SPDX-License-Identifier: EUPL-1.2
"""What speaks for a place and what against it, in sentences, each with a code."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from octodesk import languages
from octodesk.languages import _
from octodesk.model import timetable
from octodesk.model.checks import Conflict
from octodesk.model.document import Document
from octodesk.model.fields import Placement
from octodesk.wording.rules import conflict_sentence
from octodesk.wording.things import rooms_named, session_name

_OF_PEOPLE = frozenset({
    "speaker-double-booked", "speaker-unavailable", "no-time-to-change-rooms", "no-pause-for-speaker",
    "no-lunch-for-speaker", "night-for-remote-speaker",
})  # fmt: skip
_OF_LANGUAGES = frozenset({"interpretation-missing", "booking-too-short", "interpreters-without-pause"})


def reasons(
    document: Document, session_id: str, at: Placement, conflicts: Iterable[Conflict]
) -> Iterator[tuple[str, str]]:
    """(code, sentence): what is wrong there first, by rule; then what is good."""
    found = tuple(conflicts)
    yield from ((one.rule, conflict_sentence(document, one)) for one in found)
    yield from _good(document, session_id, at, {one.rule for one in found})


def _good(document: Document, session_id: str, at: Placement, wrong: set[str]) -> Iterator[tuple[str, str]]:
    session = document.session(session_id)
    if at.rooms and "room-double-booked" not in wrong:
        yield "room-free", _("{rooms}: free.").format(rooms=rooms_named(document, at.rooms))
    if document.people_of(session_id) and wrong.isdisjoint(_OF_PEOPLE):
        yield "speakers-there", _("All speakers are there.")
    seats = _seats(document, at)
    if seats and session.expected and session.expected <= seats:
        words = _("{expected} of {seats} seats.")
        yield "seats-enough", words.format(expected=_number(session.expected), seats=_number(seats))
    if session.interpretation and at.rooms and wrong.isdisjoint(_OF_LANGUAGES):
        spoken = languages.language()
        named = [languages.language_name(one, spoken) for one in session.interpretation]
        words = _("Interpretation: {languages}.")
        yield "interpretation-there", words.format(languages=languages.listed(named, spoken))
    if beside := _beside(document, session_id, at):
        yield "parallel", _("At the same time: {sessions}.").format(sessions=beside)


def _number(value: int) -> str:
    return languages.number(value, languages.language())


def _seats(document: Document, at: Placement) -> int:
    """0 where they are not known."""
    capacities = [document.room(room).capacity for room in at.rooms]
    return 0 if None in capacities else sum(one or 0 for one in capacities)


def _beside(document: Document, session_id: str, at: Placement) -> str:
    begins, ends = document.span_at(at, document.session(session_id).minutes)
    beside = [
        session_name(document, one.id)
        for one in timetable.sessions_between(document, begins, ends)
        if one.id != session_id
    ]
    return languages.listed(beside, languages.language())
