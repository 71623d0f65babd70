# SPDX-License-Identifier: EUPL-1.2
"""What interpretation the sessions need, room by room and half-day by half-day, beside what is booked there.

The hours of a half-day, how long so many interpreters of one booth may work, and how many weeks before the event an order
must be out are options of the rules "interpretation-missing" and "interpreters-without-pause": houses have their own.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta

from octodesk.model.checks.settings import options
from octodesk.model.document import Document
from octodesk.model.rows import Booking, Session

_SIZES = ("one", "two", "three", "four")
PARTS = ("morning", "afternoon")


@dataclass(frozen=True, slots=True)
class HalfDay:
    """A room on one part of a day: what its sessions need, what is booked for it. `until` is its last minute."""

    room: str
    day: date
    part: str
    from_: time
    until: time
    sessions: tuple[str, ...]
    floor: tuple[str, ...]
    into: tuple[str, ...]
    minutes: int
    """Of the sessions to be interpreted."""
    team: int
    """Interpreters for all booths, by the house's rules."""
    deadline: date
    bookings: tuple[str, ...]

    @property
    def key(self) -> str:
        return f"{self.room} {self.day} {self.part}"

    @property
    def is_unused(self) -> bool:
        """Booked, and no session there needs it."""
        return bool(self.bookings) and not self.into


def half_days(document: Document) -> Sequence[HalfDay]:
    """Every room and half-day that needs interpretation or has some booked, by date, part and the order of the grid."""
    return document.derived(
        "half-days of interpretation", ("session", "room", "booking", "event", "day", "kind", "rule_setting"),
        lambda it: tuple(_half_days(it)),
    )  # fmt: skip


def _half_days(document: Document) -> Iterator[HalfDay]:
    rules = options(document)["interpretation-missing"]
    turn = _time(rules["afternoon_from"])
    for day in document.days:
        for part in PARTS:
            hours = _time(rules[f"{part}_from"]), _time(rules[f"{part}_until"])
            for room in document.rooms:
                wanting = [
                    one for one in document.sessions_in(room.id)
                    if one.interpretation and _day_and_part(document, one, turn) == (day.date, part)
                ]  # fmt: skip
                booked = [
                    one for one in document.bookings
                    if (one.room, one.date, _part(one.from_, turn)) == (room.id, day.date, part)
                ]  # fmt: skip
                if wanting or booked:
                    yield _half_day(document, room.id, day.date, part, hours, wanting, booked)


def _half_day(
    document: Document, room: str, day: date, part: str, hours: tuple[time, time],
    wanting: Sequence[Session], booked: Sequence[Booking],
) -> HalfDay:  # fmt: skip
    into = sorted({code for one in wanting for code in one.interpretation})
    floor = sorted({code for one in wanting for code in one.floor_languages})
    minutes = sum(one.minutes for one in wanting)
    weeks = options(document)["interpretation-missing"]["deadline_weeks"]
    return HalfDay(
        room, day, part, *_hours(document, hours, wanting), tuple(one.id for one in wanting), tuple(floor), tuple(into), minutes,
        team_size(options(document)["interpreters-without-pause"], minutes) * len(into),
        document.event.first_day - timedelta(weeks=weeks), tuple(one.id for one in booked),
    )  # fmt: skip


def team_size(rules: Mapping[str, int], minutes: int) -> int:
    """How many interpreters one booth needs for so many minutes of work; 0 for none."""
    if not minutes:
        return 0
    return next((size for size, name in enumerate(_SIZES, start=1) if minutes <= rules[name]), len(_SIZES))


def _day_and_part(document: Document, session: Session, turn: time) -> tuple[date, str] | None:
    at = session.placement
    return (document.day_of(at), _part(at.start.time(), turn)) if at else None


def _part(start: time, turn: time) -> str:
    """What starts before the afternoon does is the morning's."""
    return "morning" if start < turn else "afternoon"


def _hours(document: Document, hours: tuple[time, time], wanting: Sequence[Session]) -> tuple[time, time]:
    """The half-day's hours, wider where a session begins before or lasts beyond them on the same date."""
    begins, ends = hours
    for session in wanting:
        start, end = session.start, document.end(session)
        assert start is not None and end is not None
        begins = min(begins, start.time())
        if end.date() == start.date():
            ends = max(ends, end.time())
    return begins, ends


def _time(minutes: int) -> time:
    return time(minutes // 60 % 24, minutes % 60)
