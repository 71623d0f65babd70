# SPDX-License-Identifier: EUPL-1.2
"""Minutes and pixels of the timetable."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from octodesk.ui.timetable.grid import (
    DAY_GAP,
    TOP,
    Column,
    Grid,
    Rect,
    fitting_scale,
    fitting_width,
    minute_of,
    moment_of,
    part_at,
    snapped,
)

TUESDAY, WEDNESDAY = date(2021, 11, 16), date(2021, 11, 17)
TWO_DAYS = tuple(Column(day, room) for day in (TUESDAY, WEDNESDAY) for room in ("room-1", "room-2"))
scales = st.floats(0.1, 12)
minutes = st.integers(0, 2000)


def grid(*, scale: float = 2.0, column_width: float = 100.0) -> Grid:
    return Grid.of(TWO_DAYS, begins=7 * 60, ends=20 * 60, scale=scale, column_width=column_width)


@given(scale=scales, begins=minutes, length=st.integers(0, 720))
def test_height_is_minutes_times_scale_at_every_zoom(scale: float, begins: int, length: int) -> None:
    drawn = grid(scale=scale).rect(first=0, last=0, begins=begins, minutes=length)
    assert drawn.height == pytest.approx(length * scale)
    assert drawn.y == pytest.approx(TOP + (begins - 420) * scale)


@given(scale=scales, minute=minutes)
def test_a_minute_is_found_where_it_is_drawn(scale: float, minute: int) -> None:
    shown = grid(scale=scale)
    assert shown.minute_at(shown.y(minute)) == pytest.approx(minute)


@given(before=scales, after=scales, y=st.floats(-100, 5000))
def test_zooming_keeps_the_minute_under_the_pointer(before: float, after: float, y: float) -> None:
    small, large = grid(scale=before), grid(scale=after)
    assert large.minute_at(large.same_minute_at(y, small)) == pytest.approx(small.minute_at(y))


def test_a_gap_stands_between_two_days() -> None:
    assert grid().lefts == (0, 100, 200 + DAY_GAP, 300 + DAY_GAP)
    assert grid().width == 400 + DAY_GAP


def test_the_column_under_a_point_is_the_nearest_one() -> None:
    shown = grid()
    places = [shown.column_at(x) for x in (-50, 0, 99, 100, 203, 209, 212, 9999)]
    assert places == [0, 0, 0, 1, 1, 2, 2, 3]


def test_a_timetable_without_columns_has_no_column_anywhere() -> None:
    empty = Grid.of((), begins=0, ends=60)
    assert (empty.width, empty.days) == (0, ())
    with pytest.raises(ValueError, match="without columns"):
        empty.column_at(10)


def test_only_the_columns_in_sight_are_painted() -> None:
    shown = grid()
    assert list(shown.columns_between(0, 99)) == [0]
    assert list(shown.columns_between(150, 250)) == [1, 2]
    assert list(shown.columns_between(-500, 5000)) == [0, 1, 2, 3]


def test_columns_belong_to_their_day() -> None:
    shown = grid()
    assert shown.days == (TUESDAY, WEDNESDAY)
    assert shown.columns_of(WEDNESDAY) == (2, 3)
    assert shown.day_rect(WEDNESDAY) == Rect(200 + DAY_GAP, 0, 200, shown.height)
    assert shown.place_of(Column(WEDNESDAY, "room-2")) == 3
    assert shown.place_of(Column(WEDNESDAY, None)) is None


def test_lanes_share_a_column_without_a_gap_or_overlap() -> None:
    shown = grid()
    left, right = (shown.rect(first=1, last=1, begins=600, minutes=30, lane=lane, lanes=2) for lane in (0, 1))
    assert (left.x, left.right, right.right) == (100, right.x, 200)
    assert not left.meets(right)


def test_joined_rooms_are_one_rectangle() -> None:
    assert grid().rect(first=2, last=3, begins=420, minutes=60) == Rect(212, TOP, 200, 120)


def test_half_hours_in_sight_have_lines() -> None:
    shown = grid()
    assert [minute for minute, _ in shown.lines(shown.y(500), shown.y(580))] == [480, 510, 540, 570, 600]
    assert [minute for minute, _ in shown.lines(-100, shown.y(430))] == [420, 450]
    assert [minute for minute, _ in shown.lines(shown.y(1190), 9999)] == [1170, 1200]


@pytest.mark.parametrize(("scale", "step"), [(0.1, 360), (0.4, 120), (1, 60), (2, 30), (10, 5)])
def test_hours_are_written_as_densely_as_can_be_read(scale: float, step: int) -> None:
    assert grid(scale=scale).label_step(40) == step


@pytest.mark.parametrize(
    ("minute", "step", "expected"),
    [(547.4, 5, 545), (547.5, 5, 550), (547.4, 15, 540), (547.4, 1, 547), (-2, 5, 0), (-3, 5, -5)],
)
def test_minutes_snap_to_the_nearest_step_of_the_clock(minute: float, step: int, expected: int) -> None:
    assert snapped(minute, step) == expected


def test_edges_of_a_block_can_be_pulled() -> None:
    block = Rect(100, 50, 80, 60)
    points = {
        "top": (140, 51),
        "bottom": (140, 108),
        "left": (102, 80),
        "right": (178, 80),
        "inside": (140, 80),
    }
    assert {part: part_at(block, *point) for part, point in points.items()} == {part: part for part in points}


def test_a_short_block_can_still_be_carried() -> None:
    assert part_at(Rect(0, 0, 100, 8), 50, 4) == "inside"


def test_what_is_too_short_to_hit_gets_room_below() -> None:
    assert Rect(0, 10, 50, 1).taller(8) == Rect(0, 10, 50, 8)
    assert Rect(0, 10, 50, 20).taller(8) == Rect(0, 10, 50, 20)


def test_a_day_can_be_fitted_into_a_height_and_a_width() -> None:
    shown = grid()
    fitted = shown.scaled(fitting_scale(shown, 600))
    assert fitted.height == pytest.approx(600)
    assert fitting_width(TWO_DAYS, 412, least=50) == 100
    assert fitting_width(TWO_DAYS, 412, least=150) == 150


def test_scale_stays_within_what_can_be_used() -> None:
    assert (grid(scale=1000).scale, grid(scale=0).scale) == (12, 0.1)


def test_after_midnight_counts_on_in_the_evening_it_belongs_to() -> None:
    assert minute_of(datetime(2021, 11, 17, 0, 30), TUESDAY) == 1470
    assert moment_of(1470, TUESDAY) == datetime(2021, 11, 17, 0, 30)


OCTOBER = date(2026, 10, 25)
"""The clocks of Paris go back from 3 to 2 on this morning."""


@pytest.mark.parametrize(
    ("hour", "minute"), [("00:00", -60), ("01:30", 30), ("02:30", 90), ("03:00", 180), ("09:00", 540)]
)
def test_in_the_night_of_a_clock_change_minutes_are_elapsed_ones(hour: str, minute: int) -> None:
    moment = datetime.fromisoformat(f"2026-10-25T{hour}")
    assert minute_of(moment, OCTOBER, "Europe/Paris") == minute
    assert moment_of(minute, OCTOBER, "Europe/Paris") == moment


def test_the_hour_that_comes_twice_is_there_twice() -> None:
    shown = [moment_of(minute, OCTOBER, "Europe/Paris").hour for minute in range(-60, 300, 60)]
    assert shown == [0, 1, 2, 2, 3, 4]


def test_on_any_other_day_they_are_those_on_the_wall() -> None:
    for minute in range(-120, 1800, 7):
        assert moment_of(minute, TUESDAY, "Europe/Paris") == moment_of(minute, TUESDAY)
        assert minute_of(moment_of(minute, TUESDAY), TUESDAY, "Europe/Paris") == minute


def test_what_is_seen_sideways_has_rooms_down_and_time_across() -> None:
    grid = Grid.of([Column(TUESDAY, "A"), Column(TUESDAY, "B")], begins=0, ends=60, scale=2, sideways=True)
    rect = grid.rect(first=1, last=1, begins=30, minutes=30)
    assert grid.seen(rect) == Rect(rect.y, rect.x, rect.height, rect.width)
    assert grid.at(*grid.at(3, 4)) == (3, 4)
    assert grid.seen_size == (grid.height, grid.width)
