# SPDX-License-Identifier: EUPL-1.2
"""The ways in which something carried can be put down: moved, copied, pushing the later ones, changing places. No Qt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from octodesk.edits import items
from octodesk.edits.making_room import in_the_way, pushed
from octodesk.edits.sessions import Placements, exchanged
from octodesk.model.document import Document
from octodesk.model.edit import Refused
from octodesk.model.fields import Placement
from octodesk.ui.timetable.wishes import BecomeItem, CopyTo, Drop, Push, Swap, Wish

Way = Literal["move", "copy", "push", "swap"]


@dataclass(frozen=True, slots=True)
class Plan:
    """Where sessions would stand, the one that was grabbed first; `refused` says why it cannot be that way."""

    placed: tuple[tuple[str, Placement], ...]
    refused: Refused | None = None


def met_by(document: Document, placements: Placements) -> str | None:
    """The session a single carried one would cover most: the one to change places with."""
    if len(placements) != 1:
        return None
    session, at = placements[0]
    if at is None:
        return None
    return next(iter(in_the_way(document, session, at)), None)


def wish_of(document: Document, way: Way, placements: Placements) -> Wish:
    """What putting down does. Where nothing stands there, or several are carried, changing places is a plain move."""
    placed = tuple((session, at) for session, at in placements if at is not None)
    if way == "copy" and placed:
        return CopyTo(placed)
    met = met_by(document, placements)
    if met is not None and way == "swap":
        return Swap(placed[0][0], met)
    if met is not None and way == "push":
        return Push(*placed[0])
    if met is not None and _is_item_of(document, placed[0], met):
        return BecomeItem(placed[0][0], met)
    return Drop(placements)


def _is_item_of(document: Document, put: tuple[str, Placement], met: str) -> bool:
    session, at = put
    short = items.could_be_item(document, document.session(session))
    return short and not at.exclusive and items.takes_items(document, document.session(met), at)


def plan_of(document: Document, way: Way, placements: Placements) -> Plan:
    placed = tuple((session, at) for session, at in placements if at is not None)
    match wish_of(document, way, placements):
        case Swap(first, second):
            there = exchanged(document, first, second)
            return Plan(tuple((session, at) for session, at in there if at is not None))
        case BecomeItem(session, of):
            return Plan(placed, _refusal_of_item(document, session, of))
        case Push(session, at):
            try:
                return Plan(pushed(document, session, at))
            except Refused as refused:
                return Plan(placed, refused)
        case _:
            return Plan(placed)


def _refusal_of_item(document: Document, session: str, of: str) -> Refused | None:
    try:
        items.check_item(document, session, of=of)
    except Refused as refused:
        return refused
    return None
