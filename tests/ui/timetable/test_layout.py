# SPDX-License-Identifier: EUPL-1.2
"""Which block stands in which columns and lanes."""

from __future__ import annotations

from datetime import date, time

from hypothesis import given
from hypothesis import strategies as st

from octodesk.model.document import Document
from octodesk.model.fields import Placement
from octodesk.model.rows import Day
from octodesk.ui.timetable.grid import Column, Grid, Rect
from octodesk.ui.timetable.layout import Block, columns_of, days_shown, hours_shown, layout_of, relaid
from tests.build import applied, at, conference, session
from tests.ui.timetable.board import THURSDAY, WEDNESDAY, block, scene, scene_of

ROOM_A, ROOM_B, ROOM_C = (Column(WEDNESDAY, room) for room in "ABC")


def blocks(document: Document, session_id: str) -> list[tuple[int, int, int, int]]:
    """(first, last, lane, lanes) of each block of a session."""
    layout = layout_of(document, columns_of(document, [WEDNESDAY]))
    return [(one.first, one.last, one.lane, one.lanes) for one in layout.of(session_id)]


def test_a_session_stands_in_its_rooms_column() -> None:
    shown = scene(session("yoga", at("B", "10:30"), minutes=45))
    assert block(shown, "yoga") == Block("yoga", WEDNESDAY, 630, 45, first=1, last=1)


def test_neighbouring_rooms_are_one_block() -> None:
    assert blocks(conference(session("yoga", at(("A", "B")))), "yoga") == [(0, 1, 0, 1)]


def test_rooms_apart_from_each_other_have_a_block_each() -> None:
    assert blocks(conference(session("yoga", at(("A", "C")))), "yoga") == [(0, 0, 0, 1), (2, 2, 0, 1)]


def test_an_exclusive_session_stands_across_all_rooms() -> None:
    assert blocks(conference(session("plenary", at("A", exclusive=True))), "plenary") == [(0, 2, 0, 1)]


def test_sessions_at_the_same_time_in_one_room_stand_side_by_side() -> None:
    document = conference(session("yoga", at("A", "10:00")), session("judo", at("A", "10:30")))
    assert (blocks(document, "yoga"), blocks(document, "judo")) == ([(0, 0, 0, 2)], [(0, 0, 1, 2)])


def test_touching_sessions_have_the_whole_column_each() -> None:
    document = conference(session("yoga", at("A", "10:00")), session("judo", at("A", "11:00")))
    assert (blocks(document, "yoga"), blocks(document, "judo")) == ([(0, 0, 0, 1)], [(0, 0, 0, 1)])


def test_a_session_beside_an_exclusive_one_is_never_hidden() -> None:
    document = conference(
        session("plenary", at("A", exclusive=True), minutes=120), session("yoga", at("B", "10:30"))
    )
    assert blocks(document, "plenary") == [(0, 0, 0, 1), (1, 1, 0, 2), (2, 2, 0, 1)]
    assert blocks(document, "yoga") == [(1, 1, 1, 2)]


def test_a_moment_without_length_takes_no_room_from_others() -> None:
    document = conference(
        session("yoga", at("A", "10:00")),
        session("end", at((), "10:30", exclusive=True), kind="milestone", minutes=0),
    )
    assert blocks(document, "yoga") == [(0, 0, 0, 1)]
    assert blocks(document, "end") == [(0, 2, 0, 1)]


def test_what_has_no_room_yet_has_a_column_of_its_own() -> None:
    document = conference(session("yoga", at((), "10:00")))
    assert columns_of(document, [WEDNESDAY, THURSDAY]) == (
        ROOM_A, ROOM_B, ROOM_C, Column(WEDNESDAY, None), *(Column(THURSDAY, room) for room in "ABC"),
    )  # fmt: skip
    assert blocks(document, "yoga") == [(3, 3, 0, 1)]


def test_only_the_rooms_shown_have_columns() -> None:
    assert columns_of(conference(), [WEDNESDAY], rooms=["C", "A"]) == (ROOM_A, ROOM_C)


def test_a_day_outside_the_conference_is_shown_when_something_is_there() -> None:
    document = conference(session("yoga", at("A", day="2021-11-20")))
    assert days_shown(document) == (*(date(2021, 11, day) for day in (16, 17, 18)), date(2021, 11, 20))


def test_what_is_under_a_point_is_found() -> None:
    shown = scene(
        session("yoga", at("A", "10:00"), minutes=60), session("judo", at("A", "10:30"), minutes=60)
    )
    y = shown.grid.y(10 * 60 + 45)
    found = [shown.layout.at(shown.grid, x, y) for x in (10, 90, 150)]
    assert [one.session if one else None for one in found] == ["yoga", "judo", None]


def test_a_moment_without_length_can_be_pointed_at_over_what_runs_there() -> None:
    shown = scene(
        session("yoga", at("A", "10:00")),
        session("end", at((), "10:30", exclusive=True), kind="milestone", minutes=0),
    )
    found = shown.layout.at(shown.grid, 50, shown.grid.y(630) + 5)
    assert found is not None
    assert found.session == "end"


def test_a_session_of_a_minute_can_be_pointed_at() -> None:
    shown = scene(session("blink", at("A", "10:00"), minutes=1))
    assert block(shown, "blink").rect(shown.grid).height == 2
    found = shown.layout.at(shown.grid, 50, shown.grid.y(600) + 7)
    assert found == block(shown, "blink")


def test_laying_out_only_the_touched_days_gives_the_same() -> None:
    document = conference(session("yoga", at("A")), session("judo", at("B", day="2021-11-18")))
    columns = columns_of(document, [WEDNESDAY, THURSDAY])
    moved = applied(
        document,
        document.edit("session-moved", document.session("yoga"), placement=at("C", day="2021-11-18")),
    )
    after = relaid(layout_of(document, columns), moved, [WEDNESDAY, THURSDAY])
    assert after == layout_of(moved, columns)


starts = st.integers(0, 40).map(lambda step: f"{9 + step * 5 // 60:02}:{step * 5 % 60:02}")
rooms = st.sets(st.sampled_from("ABC"), min_size=1).map(lambda found: tuple(sorted(found)))
placements = st.builds(
    lambda where, start, alone: at(where, start, exclusive=alone), rooms, starts, st.booleans()
)


@given(st.lists(st.tuples(placements, st.integers(5, 90)), min_size=1, max_size=8))
def test_no_block_ever_hides_another(given_sessions: list[tuple[Placement, int]]) -> None:
    document = conference(
        *(session(f"s{n}", where, minutes=minutes) for n, (where, minutes) in enumerate(given_sessions))
    )
    columns = columns_of(document, [WEDNESDAY])
    layout = layout_of(document, columns)
    grid = Grid.of(columns, begins=540, ends=1200, scale=1, column_width=1200)
    drawn: list[Rect] = [one.rect(grid) for found in layout.blocks.values() for one in found]
    shrunk = [Rect(one.x + 0.01, one.y, one.width - 0.02, one.height) for one in drawn]
    overlapping = [
        (one, other) for n, one in enumerate(shrunk) for other in shrunk[n + 1 :] if one.meets(other)
    ]
    assert overlapping == []
    assert set(layout.blocks) == {one.id for one in document.sessions}


def test_three_hours_over_the_change_of_clocks_are_three_hours_high() -> None:
    night = session("night", at("A", "01:30", day="2026-10-25"), minutes=180)
    document = conference(night, session("dawn", at("A", "03:30", day="2026-10-25")))
    shown = scene_of(document, date(2026, 10, 25))
    first, second = block(shown, "night"), block(shown, "dawn")
    assert (first.begins, first.minutes, first.lanes) == (30, 180, 1)
    assert first.rect(shown.grid).bottom == second.rect(shown.grid).y
    assert shown.grid.begins <= 30


def opened(day: date, opens: time) -> Day:
    return Day(day.isoformat(), day, opens=opens, closes=time(18))


def test_the_hours_shown_count_the_time_that_passes_in_the_night_the_clocks_change() -> None:
    """Half past midnight is 11 and a half hours before noon on most days, but not on these."""
    october, march = date(2026, 10, 25), date(2026, 3, 29)
    assert hours_shown(conference(opened(october, time(0, 30))), [october]) == (-60, 1080)
    assert hours_shown(conference(opened(march, time(0, 30))), [march]) == (60, 1080)
    watch = session("watch", at("A", "01:30", day="2026-10-25"), minutes=180)
    assert hours_shown(conference(watch), [october]) == (0, 240)
    assert hours_shown(conference(), [october]) == (480, 1140)
