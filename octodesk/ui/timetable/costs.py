# SPDX-License-Identifier: EUPL-1.2
"""Where on the timetable a session would fit, room by room, for the tint while it is dragged. No Qt."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time
from itertools import groupby
from typing import Literal

from octodesk.model import timetable
from octodesk.model.checks.cells import WEIGHTS, Day, covering
from octodesk.model.document import Document
from octodesk.ui.timetable.grid import Column

Cost = Literal["free", "soft", "hard"]


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of a column: minutes of the day, and what the session would cost if it stood there."""

    begins: int
    ends: int
    cost: Cost


@dataclass(frozen=True)
class Need:
    """What is looked for: a place for a session, with `besides` moving along; the days asked for so far."""

    document: Document
    session: str
    besides: frozenset[str]
    days: dict[tuple[date, int, int], Day] = field(default_factory=dict)

    def along(self, day: date, begins: int, ends: int) -> Day:
        key = (day, begins, ends)
        if key not in self.days:
            exclusive = self.document.session(self.session).exclusive
            step = _step(self.document, day, begins)
            self.days[key] = Day(
                self.document, self.session, day, begins, ends, step, exclusive, self.besides - {self.session}
            )
        return self.days[key]


def need_of(document: Document, session_id: str, *, besides: Collection[str] = ()) -> Need:
    return Need(document, session_id, frozenset(besides))


def _step(document: Document, day: date, begins: int) -> int:
    """Five minutes, or one where something begins or ends in between, so that what just fits is found."""
    midnight = datetime.combine(day, time())
    times = [begins]
    for session in timetable.sessions_of_day(document, day):
        assert session.placement is not None
        start = round((session.placement.start - midnight).total_seconds() / 60)
        times += [start, start + session.minutes]
    return 5 if all(at % 5 == 0 for at in times) else 1


def stretches(need: Need, column: Column, *, begins: int, ends: int) -> tuple[Stretch, ...]:
    """The minutes of a column from `begins` to `ends`, cut where the answer changes.

    Free: the session can stand there without any clash. Soft: only with something awkward. Hard: something is there, or
    what is left between is too short. A minute is as good as the best start from which the session would lie over it.
    """
    if begins >= ends:
        return ()
    length = need.document.session(need.session).minutes
    day = need.along(column.day, begins, max(begins + 1, ends - length + 1))
    rooms = (column.room,) if column.room is not None else ()
    starts = list(day.costs(rooms))
    worst = [max(starts)] * (
        -(-(ends - begins) // day.step) - len(starts)
    )  # no start so late keeps within the column
    costs = covering([*starts, *worst], max(1, -(-length // day.step)))
    return tuple(_stretches(costs, begins, ends, day.step))


def _stretches(costs: list[int], begins: int, ends: int, step: int) -> Iterator[Stretch]:
    at = begins
    for cost, places in groupby(costs, key=_sort):
        until = min(ends, at + step * len(list(places)))
        yield Stretch(at, until, cost)
        at = until


def _sort(cost: int) -> Cost:
    if cost >= WEIGHTS["error"]:
        return "hard"
    return "soft" if cost >= WEIGHTS["warning"] else "free"
