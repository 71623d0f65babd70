# SPDX-License-Identifier: EUPL-1.2
"""What would put a clash right with one click. No Qt."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from octodesk.languages import _
from octodesk.model.checks import Conflict
from octodesk.model.document import Document
from octodesk.model.fields import Placement
from octodesk.planner.places import Place, places
from octodesk.wording.things import session_name, where, where_and_day

MOST = 3


@dataclass(frozen=True, slots=True)
class Fix:
    """A move after which the clash is gone and no other has come; `words` stand on its button."""

    session: str
    placement: Placement
    words: str


def fixes_of(document: Document, conflict: Conflict) -> tuple[Fix, ...]:
    """The best few, of the sessions of a clash each in turn."""
    found = [list(_of_session(document, conflict, one)) for one in reversed(conflict.sessions[-2:])]
    in_turn = [moves[n] for n in range(MOST) for moves in found if n < len(moves)]
    return tuple(in_turn[:MOST])


def _of_session(document: Document, conflict: Conflict, session_id: str) -> Iterator[Fix]:
    at = document.session(session_id).placement
    if at is None:
        return
    for place in places(document, session_id, most=2):
        if place.new == 0 and _mends(place, conflict):
            yield Fix(session_id, place.placement, _words(document, session_id, at, place.placement))


def _mends(place: Place, conflict: Conflict) -> bool:
    return all(
        (one.rule, set(one.sessions)) != (conflict.rule, set(conflict.sessions)) for one in place.conflicts
    )


def _words(document: Document, session_id: str, now: Placement, there: Placement) -> str:
    same_day = document.day_of(now) == document.day_of(there)
    place = where(document, there) if same_day else where_and_day(document, there)
    return _("Move {session} to {place}: no clash").format(
        session=session_name(document, session_id), place=place
    )
