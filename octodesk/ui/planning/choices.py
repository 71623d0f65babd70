# SPDX-License-Identifier: EUPL-1.2
"""What may be chosen: places for a session with their reasons, pairs of moves, sessions for an empty place. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from octodesk import languages
from octodesk.edits.sessions import move_session, put_all
from octodesk.languages import _
from octodesk.model.checks import Conflict
from octodesk.model.document import Document
from octodesk.model.edit import Edit
from octodesk.model.fields import Placement
from octodesk.planner.places import fitting, places
from octodesk.planner.steps import Step, steps
from octodesk.ui.timetable.places import SuggestedPlace
from octodesk.wording.suggestions import reasons
from octodesk.wording.things import session_name, where_and_day

MOST = 8


@dataclass(frozen=True, slots=True)
class Choice:
    """A line to choose: where, why, the edit it makes, and what glows on the timetable meanwhile."""

    words: str
    why: str
    make: Callable[[Document], Edit]
    glows: tuple[SuggestedPlace, ...]


def places_for(document: Document, session_id: str) -> tuple[Choice, ...]:
    """The best places; where all of them bring a new clash, pairs of moves that bring none come first."""
    found = places(document, session_id, most=MOST)
    choices = tuple(_place(document, session_id, one.placement, one.conflicts) for one in found)
    if any(one.new == 0 for one in found):
        return choices
    return (*(_step(document, one) for one in steps(document, session_id)), *choices)


def _place(document: Document, session_id: str, at: Placement, conflicts: tuple[Conflict, ...]) -> Choice:
    said = [words for _rule, words in reasons(document, session_id, at, conflicts)]
    make = partial(move_session, session_id=session_id, placement=at)
    minutes = document.session(session_id).minutes
    glow = SuggestedPlace(session_id, at, minutes, said[0] if conflicts else "", clashing=bool(conflicts))
    return Choice(where_and_day(document, at), " ".join(said), make, (glow,))


def _step(document: Document, step: Step) -> Choice:
    """ "Thursday 18 November, Room 2, 09:00, and WS 12 to Thursday 18 November, Room 1, 14:00"."""
    words = _("{place}, and {other} to {other_place}").format(
        place=where_and_day(document, step.placement),
        other=session_name(document, step.other),
        other_place=where_and_day(document, step.other_placement),
    )
    glows = tuple(
        SuggestedPlace(one, at, document.session(one).minutes, session_name(document, one))
        for one, at in step.placements
        if at is not None
    )
    make = partial(put_all, label="sessions-moved", placements=step.placements)
    return Choice(words, _("Two moves, and no clash."), make, glows)


def sessions_for(document: Document, at: Placement, minutes: int) -> Iterator[Choice]:
    """The not yet placed sessions that fit an empty place."""
    for session_id, cost in fitting(document, at, minutes=minutes)[:MOST]:
        session = document.session(session_id)
        length = languages.duration(session.minutes, languages.language())
        words = _("{session}, {length}").format(session=session_name(document, session_id), length=length)
        why = _("No clash.") if not cost else ""
        placement = Placement(at.start, at.rooms, exclusive=False)
        make = partial(move_session, session_id=session_id, placement=placement)
        glow = SuggestedPlace(session_id, placement, session.minutes)
        yield Choice(words, why, make, (glow,))
