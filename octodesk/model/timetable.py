# SPDX-License-Identifier: EUPL-1.2
"""Facts of the timetable used by screen, paper and checks alike: what overlaps, which rooms are free, lanes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, time, timedelta
from typing import TypeVar

from octodesk.model.document import Document
from octodesk.model.fields import Placement
from octodesk.model.rows import Day, Room, Session

_T = TypeVar("_T")

USUAL_HOURS = (8 * 60, 19 * 60)
"""Minutes of a day of which nothing is known."""


def takes_time(session: Session) -> bool:
    """Whether a session can collide at all: placed, not cancelled, with a length."""
    return session.placement is not None and session.status != "cancelled" and session.minutes > 0


def overlap(document: Document, a: Session, b: Session) -> bool:
    """Whether two sessions run at the same time, wherever they are."""
    if not (takes_time(a) and takes_time(b)):
        return False
    first, second = document.span(a), document.span(b)
    assert first is not None and second is not None
    return first[0] < second[1] and second[0] < first[1]


def sessions_of_day(document: Document, day: date) -> tuple[Session, ...]:
    """The placed sessions that belong to a day of the programme, in programme order."""
    return document.derived("sessions by day", ("session", "room", "kind", "event", "day"), _by_day).get(
        day, ()
    )


def _by_day(document: Document) -> dict[date, tuple[Session, ...]]:
    found: dict[date, list[Session]] = {}
    for session in document.sessions:
        if session.placement is not None:
            found.setdefault(document.day_of(session.placement), []).append(session)
    return {day: tuple(sessions) for day, sessions in found.items()}


def not_placed(document: Document) -> tuple[Session, ...]:
    return tuple(session for session in document.sessions if session.placement is None)


def sessions_between(document: Document, begins: int, ends: int) -> Iterator[Session]:
    """The sessions that take time between two instants, in programme order."""
    for session in document.sessions:
        span = document.span(session)
        if span is not None and takes_time(session) and span[0] < ends and begins < span[1]:
            yield session


def free_rooms(
    document: Document, placement: Placement, minutes: int, *, besides: str = ""
) -> tuple[Room, ...]:
    """The rooms in which nothing runs then (the session `besides` apart), in the order of the grid.

    An exclusive session takes every room.
    """
    begins, ends = document.span_at(placement, minutes)
    taken: set[str] = set()
    for session in sessions_between(document, begins, ends):
        if session.id == besides:
            continue
        if session.exclusive:
            return ()
        taken.update(session.rooms)
    return tuple(room for room in document.rooms if room.id not in taken)


def lanes(spells: Sequence[tuple[_T, int, int]]) -> dict[_T, tuple[int, int]]:
    """Side-by-side places for what overlaps: key -> (lane, number of lanes), from (key, begins, ends).

    Items that form one chain of overlaps share the number of lanes; each takes the first lane that is free.
    """
    placed: dict[_T, tuple[int, int]] = {}
    chain: list[tuple[_T, int]] = []
    free_at: list[int] = []
    chain_end: int | None = None
    for key, begins, ends in sorted(spells, key=lambda item: (item[1], -item[2])):
        taken_until = max(ends, begins + 1)  # what has no length is still drawn
        if chain_end is not None and begins >= chain_end:
            placed.update({name: (lane, len(free_at)) for name, lane in chain})
            chain, free_at, chain_end = [], [], None
        lane = next((place for place, end in enumerate(free_at) if end <= begins), len(free_at))
        free_at[lane : lane + 1] = [taken_until]
        chain.append((key, lane))
        chain_end = taken_until if chain_end is None else max(chain_end, taken_until)
    placed.update({name: (lane, len(free_at)) for name, lane in chain})
    return placed


def opening(document: Document, day: date) -> tuple[datetime, datetime] | None:
    """The wall clock from which until which a day is open; closing not after opening means the next date."""
    found = next((one for one in document.days if one.date == day), None)
    return None if found is None else opening_of(found)


def opening_of(day: Day) -> tuple[datetime, datetime]:
    opens, closes = datetime.combine(day.date, day.opens), datetime.combine(day.date, day.closes)
    return opens, closes if closes > opens else closes + timedelta(days=1)


def dates(document: Document) -> tuple[date, ...]:
    """The days of the programme: those with a row, else every date of the event."""
    if document.days:
        return tuple(dict.fromkeys(day.date for day in document.days))
    event = document.event
    count = max(0, min((event.last_day - event.first_day).days, 366)) + 1
    return tuple(event.first_day + timedelta(days=place) for place in range(count))


def hours_shown(document: Document, days: Iterable[date]) -> tuple[int, int]:
    """(first, last) minute by the clock, counted from midnight of the day, that holds all of these days.

    From the earliest opening or session to the latest closing or session, on whole hours; past midnight is above 1440.
    """
    first, last = [], []
    for day in days:
        midnight = datetime.combine(day, time())
        hours = opening(document, day)
        if hours is not None:
            first.append(_minutes(hours[0] - midnight))
            last.append(_minutes(hours[1] - midnight))
        for session in sessions_of_day(document, day):
            assert session.placement is not None
            first.append(_minutes(session.placement.start - midnight))
            last.append(_minutes(document.end(session) - midnight))
    if not first:
        return USUAL_HOURS
    return min(first) // 60 * 60, -(-max(last) // 60) * 60


def _minutes(length: timedelta) -> int:
    return int(length.total_seconds() // 60)
