# SPDX-License-Identifier: EUPL-1.2
"""Where nothing is free: swaps, and places that are free once one other session has moved on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from octodesk.model.checks import what_if
from octodesk.model.checks.cells import WEIGHTS
from octodesk.model.document import Document
from octodesk.model.fields import Placement
from octodesk.model.rows import Session
from octodesk.planner.places import best_offers
from octodesk.planner.repair import hard_weights, may_go, placed_at

LOOKED = 24
"""Places whose holder is asked to move on."""


@dataclass(frozen=True, slots=True)
class Step:
    """Two moves that only make sense together: the session's own, and that of the one that makes room for it."""

    session: str
    placement: Placement
    other: str
    other_placement: Placement

    @property
    def placements(self) -> tuple[tuple[str, Placement | None], ...]:
        return (self.session, self.placement), (self.other, self.other_placement)


def steps(document: Document, session_id: str, *, most: int = 3) -> tuple[Step, ...]:
    """The best few pairs of moves after which neither session has a clash of the rules that must hold."""
    return tuple(islice(_steps(document, document.session(session_id)), most))


def _steps(document: Document, session: Session) -> Iterator[Step]:
    weights, asked = hard_weights(document), set[str]()
    for offer in best_offers(document, session, LOOKED, weights):
        other = _holder(document, session, offer.placement)
        if other is None or other.id in asked or not may_go(other):
            continue
        asked.add(other.id)
        there = placed_at(document, {session.id: offer.placement, other.id: None})
        if (onward := _onward(there, other, session.placement)) is not None:
            yield Step(session.id, offer.placement, other.id, onward)


def _holder(document: Document, session: Session, at: Placement) -> Session | None:
    """The one session that stands in the way, where nothing else does."""
    weights = hard_weights(document)
    found = [
        one
        for one in what_if(document, session.id, at, session.minutes)
        if weights[one.rule] >= WEIGHTS["error"]
    ]
    others = {other for one in found for other in one.sessions if other != session.id}
    if len(others) != 1 or any(len(one.sessions) < 2 for one in found):
        return None
    return document.session(others.pop())


def _onward(there: Document, other: Session, left: Placement | None) -> Placement | None:
    """Where the other could go: to the place that was left, else to the best free one."""
    weights = hard_weights(there)
    if left is not None and not other.exclusive:
        swapped = Placement(left.start, left.rooms, other.exclusive)
        found = what_if(there, other.id, swapped, other.minutes)
        if all(weights[one.rule] < WEIGHTS["error"] for one in found):
            return swapped
    offers = best_offers(there, other, 1, weights)
    return offers[0].placement if offers and offers[0].cost < WEIGHTS["error"] else None
