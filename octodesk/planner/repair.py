# SPDX-License-Identifier: EUPL-1.2
"""The fewest moves that make a programme hold again.

It holds where no session has, besides what it had before, a conflict of the rules in HARD. Sessions that cannot stay
must move, so their number is a bound from below. They are taken out and set in again one by one, the one with the
least choice first; where nothing is free, the session whose going frees a place moves too (ejection, as in the
large-neighbourhood searches for timetables). Several orders are tried; as soon as no more move than must, that is
proved to be the least. Small programmes are searched through for it.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from octodesk.model.checks import Conflict, check, what_if
from octodesk.model.checks.cells import WEIGHTS, Weights
from octodesk.model.checks.completeness import WITHOUT_SPEAKERS
from octodesk.model.checks.rules import RULES
from octodesk.model.checks.settings import severities
from octodesk.model.document import Document
from octodesk.model.edit import Change, Edit
from octodesk.model.fields import Placement
from octodesk.model.rows import Session
from octodesk.planner.explain import because
from octodesk.planner.losses import Loss, after
from octodesk.planner.places import best_offers, cost_of, free_offers

HARD = frozenset({
    "room-double-booked", "speaker-double-booked", "beside-exclusive", "speaker-unavailable", "room-unavailable",
    "outside-event", "outside-opening-hours", "capacity-exceeded", "interpretation-missing", "equipment-missing",
    "must-not-overlap", "wrong-order", "across-break",
})  # fmt: skip
ROUNDS = 6
"""Orders tried where more move than must."""
LOOKS = 300
"""Places looked at to prove that fewer moves cannot do."""
BRANCHES = 8
"""Sessions that are tried one by one to make room."""


@dataclass(frozen=True, slots=True)
class Move:
    session: str
    before: Placement
    after: Placement | None
    """None: it has no place any more."""


@dataclass(frozen=True, slots=True)
class Impossible:
    """A session for which there is no place; `rules` are the least set of rules that leave none."""

    session: str
    rules: tuple[str, ...]
    fixed: bool = False
    """Its time or room is fixed: it stays where it stands."""


@dataclass(frozen=True, slots=True)
class Repair:
    """`bound`: so many must move at least. `cost` counts the clashes beside HARD that come with it."""

    moves: tuple[Move, ...]
    impossible: tuple[Impossible, ...]
    cost: int
    bound: int

    @property
    def optimal(self) -> bool:
        return len(self.moves) == self.bound


def hard_weights(document: Document) -> Weights:
    """Hard rules weigh as errors, other clashes by their severity, at most as warnings."""
    grave = severities(document)
    return {
        rule: 0 if RULES[rule].group != "clash" or grave[rule] == "off"
        else WEIGHTS["error"] if rule in HARD else min(WEIGHTS["warning"], WEIGHTS[grave[rule]])
        for rule in RULES
    }  # fmt: skip


def repair(document: Document, loss: Loss, *, seed: int = 1) -> Repair:
    """The fewest moves after a loss (of nothing: that resolve what is wrong now)."""
    here = after(document, loss)
    must, stuck = _must_move(document, here)
    best: _Plan | None = None
    for turn in range(ROUNDS):
        plan = _Plan(here, document)
        plan.solve(_order(here, must, turn, seed))
        if best is None or plan.rank < best.rank:
            best = plan
        if best.moved <= len(must):
            break
    assert best is not None
    bound = len(must)
    if best.moved > bound and not _could_alone(here, must):
        bound += 1
    return _told(document, best, bound=bound, stuck=stuck)


def _could_alone(here: Document, must: Sequence[str]) -> bool:
    """Whether the sessions that must move might all find a place while every other stays: False is proved by looking
    at every place for each after the other, True may mean that this was too much."""
    places: dict[str, Placement | None] = dict.fromkeys(must)
    weights = hard_weights(here)
    return _could(placed_at(here, places), [here.session(one) for one in must], weights, [LOOKS])


def _could(here: Document, sessions: Sequence[Session], weights: Weights, left: list[int]) -> bool:
    if not sessions:
        return True
    first, *rest = sessions
    offers = free_offers(here, first, weights)
    for offer in offers:
        left[0] -= 1
        if left[0] < 0 or _could(placed_at(here, {first.id: offer}), rest, weights, left):
            return True
    return False


def _told(document: Document, plan: _Plan, *, bound: int, stuck: Sequence[str]) -> Repair:
    here = plan.here
    homeless = [one for one in plan.touched if here.session(one).placement is None]
    # What is fixed in part has found nothing that it may take: it stays, and that is said.
    held = [one for one in homeless if _is_fixed(here.session(one))]
    moves = tuple(
        Move(one, before, at)
        for one in plan.touched
        if one not in held
        and (before := document.session(one).placement)
        and before != (at := here.session(one).placement)
    )
    back = placed_at(here, {one: document.session(one).placement for one in homeless})
    lost = [Impossible(one, because(back, one, HARD)) for one in homeless if one not in held]
    fixed = [Impossible(one, _rules_at(here, one), fixed=True) for one in stuck]
    fixed += [Impossible(one, because(back, one, HARD), fixed=True) for one in held]
    return Repair(moves, (*lost, *fixed), sum(_soft(here, move) for move in moves), bound)


def _is_fixed(session: Session) -> bool:
    return session.locked_time or session.locked_room


def _soft(here: Document, move: Move) -> int:
    """What a moved session costs where it is now, beside the rules that must hold."""
    if move.after is None:
        return 0
    found = what_if(here, move.session, move.after, here.session(move.session).minutes)
    return cost_of([one for one in found if one.rule not in HARD and one.acknowledged is None])


def _rules_at(here: Document, session_id: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.rule for one in _hard(here) if session_id in one.sessions))


def _hard(document: Document) -> list[Conflict]:
    return [one for one in check(document) if one.rule in HARD and one.acknowledged is None]


def _must_move(document: Document, here: Document) -> tuple[list[str], list[str]]:
    """The sessions that cannot stay, and those that cannot and are fixed.

    What was wrong before a loss is not its business; without a loss all that is wrong is.
    """
    known = {one.key for one in _hard(document)} if here is not document else set()
    wrong = [one for one in _hard(here) if one.key not in known]
    alone = dict.fromkeys(one.sessions[0] for one in wrong if len(one.sessions) == 1)
    pairs = [
        one.sessions for one in wrong if len(one.sessions) == 2 and alone.keys().isdisjoint(one.sessions)
    ]
    found = [*alone, *_one_of_each(here, pairs)]
    return [one for one in found if is_free(here, one)], [one for one in found if not is_free(here, one)]


def _one_of_each(here: Document, pairs: Sequence[tuple[str, ...]]) -> list[str]:
    """The fewest sessions of which one is in each pair, fixed ones only where both are."""
    names = sorted({one for pair in pairs for one in pair})
    free = [one for one in names if is_free(here, one)]
    if len(free) <= _FEW:
        for count in range(len(free) + 1):
            for chosen in combinations(free, count):
                if all(set(chosen) & set(pair) or not set(pair) & set(free) for pair in pairs):
                    return [*chosen, *(pair[0] for pair in pairs if not set(pair) & set(free))]
    left, found = list(pairs), []
    while left:
        most = max(names, key=lambda one: (is_free(here, one), sum(one in pair for pair in left), one))
        found.append(most)
        left = [pair for pair in left if most not in pair]
    return found


_FEW = 12


def is_free(document: Document, session_id: str) -> bool:
    """Whether a session can move at all; of those in a fixed room the time can still change, and the other way round."""
    session = document.session(session_id)
    return not (session.locked_time and session.locked_room)


def _order(here: Document, must: Sequence[str], turn: int, seed: int) -> list[str]:
    """The largest first, as they have the least choice; from the second turn on by chance."""
    if turn == 0:
        return sorted(must, key=lambda one: _size(here.session(one)), reverse=True)
    drawn = list(must)
    random.Random(seed + turn).shuffle(drawn)
    return drawn


def _size(session: Session) -> tuple[object, ...]:
    return session.exclusive, session.expected or 0, len(session.interpretation), session.minutes, session.id


class _Plan:
    """A try: sessions are taken out and set in again, in a document that is nobody's."""

    def __init__(self, here: Document, before: Document) -> None:
        self.here, self._before = here, before
        self.touched: dict[str, None] = {}
        self._weights = hard_weights(here)
        self._cost = 0

    @property
    def moved(self) -> int:
        return sum(
            self._before.session(one).placement != self.here.session(one).placement for one in self.touched
        )

    @property
    def rank(self) -> tuple[int, int, int]:
        """Fewest without a place, then fewest moves, then what it costs."""
        lost = sum(self.here.session(one).placement is None for one in self.touched)
        return lost, self.moved, self._cost

    def solve(self, sessions: Sequence[str]) -> None:
        where = {one: self.here.session(one) for one in sessions}
        self._set(dict.fromkeys(sessions))
        for one in sessions:
            self._settle(where[one], deep=True)

    def _settle(self, session: Session, *, deep: bool) -> bool:
        """Sets a session in where it is free, else where only one other has to go, to a place that is free."""
        self.touched[session.id] = None
        offers = best_offers(self.here, session, BRANCHES, self._weights)
        if offers and offers[0].cost < WEIGHTS["error"]:
            self._cost += offers[0].cost
            self._set({session.id: offers[0].placement})
            return True
        if deep:
            return any(self._eject(session, offer.placement) for offer in offers)
        return False

    def _eject(self, session: Session, at: Placement) -> bool:
        """Takes a place from the one session that stands in the way, if that one finds another."""
        found = [
            one
            for one in what_if(self.here, session.id, at, session.minutes)
            if self._weights[one.rule] >= WEIGHTS["error"]
        ]
        others = {other for one in found for other in one.sessions if other != session.id}
        if len(others) != 1 or any(len(one.sessions) == 1 for one in found):
            return False
        (other,) = (self.here.session(one) for one in others)
        if not may_go(other) or other.id in self.touched:
            return False
        kept, touched = self.here, dict(self.touched)
        self._set({session.id: at, other.id: None})
        if self._settle(other, deep=False):
            return True
        self.here, self.touched = kept, touched
        return False

    def _set(self, places: Mapping[str, Placement | None]) -> None:
        self.here = placed_at(self.here, places)


def may_go(session: Session) -> bool:
    """Whether it may be asked to make room: nothing of it is fixed, and it is no break or the like."""
    return not _is_fixed(session) and session.kind not in WITHOUT_SPEAKERS


def placed_at(document: Document, places: Mapping[str, Placement | None]) -> Document:
    """The document as if these sessions stood there, or nowhere."""
    changes = [Change("session", one, "placement", at.plain() if at else None) for one, at in places.items()]
    return document.tried(Edit("sessions-moved", tuple(changes)))


def who_is_told(document: Document, moves: Sequence[Move]) -> tuple[str, ...]:
    """The people with a part in what moves, in the order of the moves."""
    found: Iterator[str] = (person for move in moves for person in document.people_of(move.session))
    return tuple(dict.fromkeys(found))
