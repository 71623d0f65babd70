# SPDX-License-Identifier: EUPL-1.2
"""Availability as half-hours of the conference's days, for painting it. No Qt."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date, datetime, time, timedelta

from octodesk.model.fields import Span

STEP = 30
FIRST, LAST = 7, 22
"""Hours shown. What is available before and after them goes with the first and the last half-hour."""
CELLS = (LAST - FIRST) * 60 // STEP

Cell = tuple[int, int]
"""(place of the day, place of the half-hour)."""


def all_cells(days: Sequence[date]) -> frozenset[Cell]:
    return frozenset((day, cell) for day in range(len(days)) for cell in range(CELLS))


def cells_of(spans: Sequence[Span], days: Sequence[date]) -> frozenset[Cell]:
    """The half-hours wholly within the spans; none given: always."""
    if not spans:
        return all_cells(days)
    return frozenset(
        (day, cell) for day, cell in all_cells(days)
        if any(span.begins <= begins_of(days[day], cell) and _ends_of(days[day], cell) <= span.ends for span in spans)
    )  # fmt: skip


def spans_of(cells: Collection[Cell], days: Sequence[date]) -> tuple[Span, ...]:
    """The stretches of half-hours; () where all are there: always. A day wholly free is free from midnight to midnight."""
    if set(cells) >= all_cells(days):
        return ()
    found: list[Span] = []
    for place, day in enumerate(days):
        run: list[int] = []
        for cell in range(CELLS + 1):
            if (place, cell) in cells:
                run.append(cell)
            elif run:
                found.append(_span(day, run[0], run[-1]))
                run = []
    return tuple(found)


def _span(day: date, first: int, last: int) -> Span:
    midnight = datetime.combine(day, time())
    begins = midnight if first == 0 else begins_of(day, first)
    ends = (
        midnight + timedelta(days=1) if last == CELLS - 1 else begins_of(day, last) + timedelta(minutes=STEP)
    )
    return Span(begins, ends)


def begins_of(day: date, cell: int) -> datetime:
    return datetime.combine(day, time(FIRST)) + timedelta(minutes=STEP * cell)


def _ends_of(day: date, cell: int) -> datetime:
    return begins_of(day, cell) + timedelta(minutes=STEP)
