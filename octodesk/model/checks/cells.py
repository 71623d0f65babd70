# SPDX-License-Identifier: EUPL-1.2
"""What a session would cost at every start of a day, in every room: as `what_if` asked cell by cell, but each family of
rules is asked only at its turning points."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cached_property

from octodesk.model import clock
from octodesk.model.checks import turning_points
from octodesk.model.checks.acknowledging import accepted, reason
from octodesk.model.checks.families import BY_ROOM, BY_TIME, Family, Points, of_peoples_days, of_teams
from octodesk.model.checks.found import Found
from octodesk.model.checks.ground import Ground, ground_of
from octodesk.model.checks.programme import Placed, stand
from octodesk.model.checks.rules import RULES
from octodesk.model.checks.settings import severities
from octodesk.model.document import Document
from octodesk.model.fields import Placement

WEIGHTS: Mapping[str, int] = {"error": 10_000, "warning": 100, "note": 1, "off": 0}
"""What a clash costs: no number of warnings in a cell outweighs an error."""

_BY_TIME = (*BY_TIME, (of_peoples_days, turning_points.days))
_BY_ROOM = (*BY_ROOM, (of_teams, turning_points.team))


Weights = Mapping[str, int]
"""What a finding of a rule costs."""


def weights_of(document: Document) -> Weights:
    """By the severities of the event; what is still to do costs nothing."""
    return {
        rule: WEIGHTS[severity] if RULES[rule].group == "clash" else 0
        for rule, severity in severities(document).items()
    }


def weigh(
    document: Document, found: Iterable[Found], weights: Weights, *, besides: Collection[str] = ()
) -> int:
    """The cost of clashes that nobody has accepted; those with sessions that move along do not count."""
    given = accepted(document)
    cost = 0
    for one in found:
        along = bool(besides) and any(session in besides for session in one.sessions)
        if not along and (not given or reason(given, one) is None):
            cost += weights[one.rule]
    return cost


@dataclass(frozen=True)
class Day:
    """A session along one day, from the minute `begins` of it (counted from midnight) until before `ends`, every
    `step` minutes; `besides` move along with it. `own_weights` count instead of the event's severities."""

    document: Document
    session: str
    day: date
    begins: int
    ends: int
    step: int = 5
    exclusive: bool = False
    besides: frozenset[str] = frozenset()
    own_weights: Weights | None = None

    @cached_property
    def weights(self) -> Weights:
        return weights_of(self.document) if self.own_weights is None else self.own_weights

    def costs(self, rooms: tuple[str, ...]) -> Sequence[int]:
        """The cost of each start, held in these rooms."""
        there = self._along(_BY_ROOM, rooms)
        return [one + other for one, other in zip(self.by_time, there, strict=True)]

    @cached_property
    def by_time(self) -> Sequence[int]:
        """What it costs at each start in whatever room."""
        return self._along(_BY_TIME, ())

    @cached_property
    def _ground(self) -> Ground:
        return ground_of(self.document)

    @cached_property
    def starts(self) -> Sequence[datetime]:
        midnight = datetime.combine(self.day, time())
        return [midnight + timedelta(minutes=at) for at in range(self.begins, self.ends, self.step)]

    @cached_property
    def instants(self) -> Sequence[int]:
        return [clock.instant(at, self._ground.zone) for at in self.starts]

    def _along(self, families: Iterable[tuple[Family, Points]], rooms: tuple[str, ...]) -> list[int]:
        costs = [0] * len(self.starts)
        first = self._stand(0, rooms) if costs else None
        if first is None:
            return costs
        length = first.ends - first.begins
        reach = (min(self.instants), max(self.instants) + length)
        for family, points in families:
            self._add(costs, family, sorted(self._places(points(self._ground, first, reach))), first)
        return costs

    def _stand(self, place: int, rooms: tuple[str, ...]) -> Placed | None:
        session = self.document.session(self.session)
        placement = Placement(self.starts[place], rooms, self.exclusive)
        return stand(self.document, session, placement, session.minutes)

    def _places(self, points: Iterable[int]) -> set[int]:
        """The places among the starts at which another answer may begin."""
        instants = self.instants
        if not self._is_even:
            return set(range(len(instants)))
        found = {bisect_left(instants, point) for point in points}
        found.add(0)
        found.discard(len(instants))
        return found

    @cached_property
    def _is_even(self) -> bool:
        """Whether the clocks run through the day without a leap; over one every start is asked."""
        instants = self.instants
        return instants[-1] - instants[0] == (len(instants) - 1) * self.step

    def _add(self, costs: list[int], family: Family, places: Sequence[int], first: Placed) -> None:
        length = first.ends - first.begins
        for place, until in zip(places, [*places[1:], len(costs)], strict=True):
            at = self.instants[place]
            placement = Placement(self.starts[place], first.placement.rooms, self.exclusive)
            subject = first._replace(placement=placement, begins=at, ends=at + length)
            found = family(self._ground, subject)
            cost = weigh(self.document, found, self.weights, besides=self.besides)
            if cost:
                for here in range(place, until):
                    costs[here] += cost


def covering(costs: Sequence[int], length: int) -> list[int]:
    """From what it costs to start at each place, what it costs at best to stand over it: a start counts for the
    `length` places from it on."""
    return [min(costs[max(0, place - length + 1) : place + 1]) for place in range(len(costs))]
