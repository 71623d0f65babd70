# SPDX-License-Identifier: EUPL-1.2
"""Where on the timetable a session would fit, room by room, for the tint while it is dragged. No Qt."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby
from typing import Literal

from octodesk.model import timetable
from octodesk.model.checks.cells import WEIGHTS, Day, covering
from octodesk.model.document import Document
from octodesk.ui.timetable.grid import Column, minute_of, moment_of

Cost = Literal["free", "soft", "hard"]


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of a column: minutes of the day as `minute_of` counts them, and what the session would cost if it stood there."""

    begins: int
    ends: int
    cost: Cost


@dataclass(frozen=True)
class Along:
    """The starts of a day, one every `step` minutes that pass: the place of each among those of `day`, by the clock.

    None: nothing can begin there. Of the hour that comes twice, a start by the clock means the first.
    """

    day: Day
    places: tuple[int | None, ...]

    @property
    def step(self) -> int:
        return self.day.step

    def costs(self, rooms: tuple[str, ...]) -> list[int]:
        costs = self.day.costs(rooms)
        return [WEIGHTS["error"] if place is None else costs[place] for place in self.places]


@dataclass(frozen=True)
class Need:
    """What is looked for: a place for a session, with `besides` moving along; the days asked for so far."""

    document: Document
    session: str
    besides: frozenset[str]
    days: dict[tuple[date, int, int], Along] = field(default_factory=dict)

    def along(self, day: date, begins: int, ends: int) -> Along:
        key = (day, begins, ends)
        if key not in self.days:
            self.days[key] = self._along(day, begins, ends)
        return self.days[key]

    def _along(self, day: date, begins: int, ends: int) -> Along:
        zone, step = self.document.event.time_zone, _step(self.document, day, begins)
        minutes = range(begins, ends, step)
        moments = [moment_of(minute, day, zone) for minute in minutes]
        by_clock = [minute_of(moment, day) for moment in moments]
        exclusive = self.document.session(self.session).exclusive
        besides = self.besides - {self.session}
        first, last = min(by_clock), max(by_clock)
        along = Day(self.document, self.session, day, first, last + 1, step, exclusive, besides)
        places = (
            (at - first) // step if minute_of(moment, day, zone) == minute else None
            for minute, moment, at in zip(minutes, moments, by_clock, strict=True)
        )
        return Along(along, tuple(places))


def need_of(document: Document, session_id: str, *, besides: Collection[str] = ()) -> Need:
    return Need(document, session_id, frozenset(besides))


def _step(document: Document, day: date, begins: int) -> int:
    """Five minutes, or one where something begins or ends in between, so that what just fits is found."""
    zone, times = document.event.time_zone, [begins]
    for session in timetable.sessions_of_day(document, day):
        assert session.placement is not None
        start = minute_of(session.placement.start, day, zone)
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
    starts = day.costs(rooms)
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
