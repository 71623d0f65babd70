# SPDX-License-Identifier: EUPL-1.2
"""Night is night on the clocks there, also where they change on another day than here."""

from __future__ import annotations

from datetime import date

import pytest

from octodesk.model import clock
from octodesk.model.checks import check
from octodesk.model.rows import Day
from tests.build import at, conference, event, session

AUTUMN = event(first_day=date(2026, 10, 24), last_day=date(2026, 11, 2))


def is_night(zone: str, start: str, minutes: int = 60) -> bool:
    day, _, hour = start.partition("T")
    document = conference(
        AUTUMN,
        Day(day, clock.parse_date(day)),
        session("yoga", at("A", hour, day=day), minutes=minutes, regions=(zone,)),
    )
    return "night-for-audience" in [one.rule for one in check(document)]


@pytest.mark.parametrize(
    ("zone", "start", "night"),
    [
        # Paris goes back on 25 October, New York a week later: for that week it is five hours behind, not six.
        ("America/New_York", "2026-10-24T12:59", True),
        ("America/New_York", "2026-10-24T13:00", False),
        ("America/New_York", "2026-10-26T11:59", True),
        ("America/New_York", "2026-10-26T12:00", False),
        ("America/New_York", "2026-11-02T12:59", True),
        ("America/New_York", "2026-11-02T13:00", False),
        # India is four and a half hours ahead after the change, three and a half before it.
        ("Asia/Kolkata", "2026-10-24T17:30", False),
        ("Asia/Kolkata", "2026-10-24T17:31", True),
        ("Asia/Kolkata", "2026-10-26T16:30", False),
        ("Asia/Kolkata", "2026-10-26T16:31", True),
    ],
)
def test_the_border_of_the_night_moves_with_both_clocks(zone: str, start: str, night: bool) -> None:
    assert is_night(zone, start) == night


def test_a_shift_over_the_hour_that_comes_twice_is_as_long_as_it_takes() -> None:
    """01:30 to 03:30 on the clocks of Paris is three hours; in Tokyo it ends at 11:30."""
    assert is_night("Europe/Paris", "2026-10-25T01:30", 180)
    assert not is_night("Asia/Tokyo", "2026-10-25T01:30", 180)


def test_a_night_of_the_small_hours_alone() -> None:
    assert is_night("Asia/Tokyo", "2026-10-24T15:30")
    assert not is_night("Asia/Tokyo", "2026-10-24T14:00")
