# SPDX-License-Identifier: EUPL-1.2
"""Wall clocks and instants, over the changes of the clocks too."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from octodesk.model import clock
from octodesk.model.clock import UnknownZone
from tests.model.examples import examples

PARIS, KOLKATA, NEW_YORK = "Europe/Paris", "Asia/Kolkata", "America/New_York"


def utc(words: str) -> int:
    """Minutes since 1970 of a moment in UTC."""
    return int((datetime.fromisoformat(words) - datetime(1970, 1, 1)).total_seconds()) // 60


def at(words: str) -> datetime:
    return clock.parse_moment(words)


@pytest.mark.parametrize(
    ("wall", "zone", "instant"),
    [
        ("1970-01-01T00:00", "UTC", "1970-01-01T00:00"),
        ("2021-11-17T09:00", PARIS, "2021-11-17T08:00"),
        ("2021-07-17T09:00", PARIS, "2021-07-17T07:00"),
        ("2021-11-17T09:00", KOLKATA, "2021-11-17T03:30"),
        ("2021-11-17T09:00", NEW_YORK, "2021-11-17T14:00"),
        # Paris, 25 October 2026: 03:00 becomes 02:00; what is ambiguous is the first
        ("2026-10-25T01:59", PARIS, "2026-10-24T23:59"),
        ("2026-10-25T02:00", PARIS, "2026-10-25T00:00"),
        ("2026-10-25T02:30", PARIS, "2026-10-25T00:30"),
        ("2026-10-25T03:00", PARIS, "2026-10-25T02:00"),
        # Paris, 29 March 2026: 02:00 becomes 03:00
        ("2026-03-29T01:59", PARIS, "2026-03-29T00:59"),
        ("2026-03-29T02:30", PARIS, "2026-03-29T01:30"),
        ("2026-03-29T03:00", PARIS, "2026-03-29T01:00"),
        # New York, 1 November 2026
        ("2026-11-01T01:30", NEW_YORK, "2026-11-01T05:30"),
    ],
)
def test_a_wall_clock_stands_for_an_instant(wall: str, zone: str, instant: str) -> None:
    assert clock.instant(at(wall), zone) == utc(instant)


def test_both_of_two_equal_hours_show_the_same_clock() -> None:
    first, second = utc("2026-10-25T00:30"), utc("2026-10-25T01:30")
    assert clock.wall_clock(first, PARIS) == clock.wall_clock(second, PARIS) == at("2026-10-25T02:30")
    assert clock.wall_clock(second, PARIS).fold == 0


@pytest.mark.parametrize(
    ("start", "minutes", "zone", "end"),
    [
        ("2026-10-25T01:30", 180, PARIS, "2026-10-25T03:30"),
        ("2026-10-25T01:30", 60, PARIS, "2026-10-25T02:30"),
        ("2026-10-25T01:30", 120, PARIS, "2026-10-25T02:30"),
        ("2026-10-25T02:30", 60, PARIS, "2026-10-25T02:30"),
        ("2026-03-29T01:30", 60, PARIS, "2026-03-29T03:30"),
        ("2026-03-08T01:00", 180, NEW_YORK, "2026-03-08T05:00"),
        ("2021-11-17T23:30", 90, KOLKATA, "2021-11-18T01:00"),
        ("2021-11-17T18:00", 0, PARIS, "2021-11-17T18:00"),
    ],
)
def test_the_end_is_the_start_and_the_minutes_that_pass(
    start: str, minutes: int, zone: str, end: str
) -> None:
    assert clock.end_of(at(start), minutes, zone) == at(end)


@pytest.mark.parametrize(
    ("wall", "zone", "next_valid"),
    [
        ("2026-03-29T02:00", PARIS, "2026-03-29T03:00"),
        ("2026-03-29T02:59", PARIS, "2026-03-29T03:00"),
        ("2026-03-08T02:15", NEW_YORK, "2026-03-08T03:00"),
        ("2011-12-30T12:00", "Pacific/Apia", "2011-12-31T00:00"),
    ],
)
def test_a_clock_that_is_never_shown_has_a_next_valid_minute(wall: str, zone: str, next_valid: str) -> None:
    assert not clock.exists(at(wall), zone)
    assert clock.next_existing(at(wall), zone) == at(next_valid)


@pytest.mark.parametrize(
    "wall", ["2026-03-29T01:59", "2026-03-29T03:00", "2026-10-25T02:30", "1900-01-01T00:00"]
)
def test_a_clock_that_is_shown_is_its_own_next_valid_minute(wall: str) -> None:
    assert clock.exists(at(wall), PARIS)
    assert clock.next_existing(at(wall), PARIS) == at(wall)


@examples(100)
@given(
    st.datetimes(datetime(1850, 1, 1), datetime(2100, 1, 1)).map(
        lambda wall: wall.replace(second=0, microsecond=0)
    ),
    st.sampled_from(
        [
            PARIS,
            KOLKATA,
            NEW_YORK,
            "Europe/Amsterdam",
            "Africa/Monrovia",
            "Pacific/Apia",
            "Australia/Lord_Howe",
        ]
    ),
)
def test_a_wall_clock_that_exists_comes_back_from_its_instant(wall: datetime, zone: str) -> None:
    """Also where offsets had seconds: a typing error in the year must not search for ever for a valid minute."""
    near = clock.next_existing(wall, zone)
    assert clock.wall_clock(clock.instant(near, zone), zone) == near
    assert 0 <= (near - wall).total_seconds() <= 24 * 3600


@pytest.mark.parametrize(
    "name", ["Mars/Phobos", "", "../../etc/passwd", "/etc/passwd", "Europe", "Europe/Pa\0ris"]
)
def test_a_zone_nobody_knows_is_said_to_be_unknown(name: str) -> None:
    with pytest.raises(UnknownZone):
        clock.zone(name)


def test_moments_dates_and_times_are_read() -> None:
    assert clock.parse_moment("2021-11-17T09:05") == datetime(2021, 11, 17, 9, 5)
    assert clock.parse_date("2021-11-17") == date(2021, 11, 17)
    assert clock.parse_time("09:05") == time(9, 5)
    assert clock.moment_words(datetime(2021, 11, 17, 9, 5)) == "2021-11-17T09:05"


@pytest.mark.parametrize(
    "words",
    ["", "2021-11-17", "2021-11-17 09:00", "2021-11-17T09:00:00", "2021-11-17T09:00Z", "2021-11-17T25:00", "2021-02-30T09:00",
     "0000-01-01T09:00", "2021-11-17T09:00\n", "٢٠٢١-١١-١٧T٠٩:٠٠"],
)  # fmt: skip
def test_what_is_no_moment_is_refused(words: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011  # each reason has words of its own
        clock.parse_moment(words)


@pytest.mark.parametrize(
    "words",
    [
        "",
        "17.11.2021",
        "2021-13-01",
        "20211117",
        "2021-W46-3",
        "0999-12-31",
        "9001-01-01",
        "2021-11-17T09:00",
    ],
)
def test_what_is_no_date_is_refused(words: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011
        clock.parse_date(words)


@pytest.mark.parametrize("words", ["", "9:00", "09:60", "25:00", "09:00:00", "0900", "09:00+01:00"])
def test_what_is_no_time_is_refused(words: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011
        clock.parse_time(words)
