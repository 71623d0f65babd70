# SPDX-License-Identifier: EUPL-1.2
"""Wall-clock times of the event's zone, and the instants they stand for.

What is stored is the wall clock ("2021-11-17T09:00"). What is compared are instants, as whole minutes since
1970-01-01T00:00Z, because over a clock change equal differences of the wall clock are not equal lengths of time.
An ambiguous wall time (the hour that comes twice in autumn) means the first of the two; a wall time that does not
exist (the hour left out in spring) is read with the offset before the change.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from functools import lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

EPOCH = datetime(1970, 1, 1)
MINUTE = timedelta(minutes=1)
YEARS = range(1000, 9001)
"""Of dates and moments that are read: what is added to them stays a date."""
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d")
_DATE = re.compile(r"\d{4}-\d\d-\d\d")
_TIME = re.compile(r"\d\d:\d\d")


class UnknownZone(ValueError):
    """No time zone of this name (IANA) is known here."""


@lru_cache(maxsize=64)
def zone(name: str) -> ZoneInfo:
    """The zone of an IANA name. Raises UnknownZone."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as wrong:
        raise UnknownZone(name) from wrong


@lru_cache(maxsize=64)
def _clocks(name: str) -> tzinfo:
    """The zone of a name; UTC where it is unknown here, as in a file from a computer with newer zones."""
    try:
        return zone(name)
    except UnknownZone:
        return UTC


@lru_cache(maxsize=65536)
def instant(wall: datetime, zone_name: str) -> int:
    """Minutes since 1970-01-01T00:00Z at which the clocks of the zone show `wall` (naive)."""
    offset = wall.replace(tzinfo=_clocks(zone_name), fold=0).utcoffset()
    assert offset is not None
    return (wall - EPOCH - offset) // MINUTE


def wall_clock(minute: int, zone_name: str) -> datetime:
    """What the clocks of the zone show at an instant: a naive datetime in whole minutes, fold 0."""
    aware = (EPOCH + minute * MINUTE).replace(tzinfo=UTC).astimezone(_clocks(zone_name))
    shown = aware.replace(tzinfo=None, fold=0)
    # Before standard time, offsets had seconds: instant() rounds down, so this rounds up.
    return shown if shown.second == 0 else shown.replace(second=0) + MINUTE


def end_of(start: datetime, minutes: int, zone_name: str) -> datetime:
    """The wall clock `minutes` of elapsed time after the wall clock `start`."""
    return wall_clock(instant(start, zone_name) + minutes, zone_name)


def exists(wall: datetime, zone_name: str) -> bool:
    """Whether the clocks of the zone ever show `wall`: False inside the gap of a change to summer time."""
    return wall_clock(instant(wall, zone_name), zone_name) == wall.replace(fold=0)


def next_existing(wall: datetime, zone_name: str) -> datetime:
    """The first wall clock at or after `wall` that exists."""
    while not exists(wall, zone_name):
        wall += MINUTE
    return wall


def parse_moment(words: str) -> datetime:
    """ "2021-11-17T09:00" to a naive datetime; anything else raises ValueError."""
    if not _MOMENT.fullmatch(words):
        raise ValueError(words)
    return datetime.combine(parse_date(words[:10]), time.fromisoformat(words[11:]))


def parse_date(words: str) -> date:
    """ "2021-11-17"; anything else raises ValueError."""
    if not _DATE.fullmatch(words) or int(words[:4]) not in YEARS:
        raise ValueError(words)
    return date.fromisoformat(words)


def parse_time(words: str) -> time:
    """ "09:00"; anything else raises ValueError."""
    if not _TIME.fullmatch(words):
        raise ValueError(words)
    return time.fromisoformat(words)


def moment_words(wall: datetime) -> str:
    """A naive datetime as stored: "2021-11-17T09:00"."""
    return wall.isoformat(timespec="minutes")
