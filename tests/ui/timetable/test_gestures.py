# SPDX-License-Identifier: EUPL-1.2
"""Pulling edges, joining rooms, drawing a new session, the rubber band."""

from __future__ import annotations

from typing import Any

import pytest

from octodesk.model.clock import parse_moment
from octodesk.ui.timetable.gestures import Banding, Drawing, Gesture, Joining, Locked, Resizing
from octodesk.ui.timetable.wishes import Join, Resize, Selection, Sketch
from tests.build import at, session
from tests.ui.timetable.board import block, pointer, scene


def resize(start: str, minutes: int) -> Resize:
    return Resize("yoga", parse_moment(f"2021-11-17T{start}"), minutes)


def test_the_lower_edge_makes_it_longer_or_shorter() -> None:
    shown = scene(session("yoga", at("A", "10:00"), minutes=60))
    gesture = Resizing(shown, block(shown, "yoga"), "bottom")
    gesture.move(pointer(shown, "A", "11:32"))
    assert gesture.wish == resize("10:00", 90)
    gesture.move(pointer(shown, "A", "10:20"))
    assert gesture.wish == resize("10:00", 20)


def test_the_upper_edge_moves_the_start_and_keeps_the_end() -> None:
    shown = scene(session("yoga", at("A", "10:00"), minutes=60))
    gesture = Resizing(shown, block(shown, "yoga"), "top")
    gesture.move(pointer(shown, "A", "10:30"))
    assert gesture.wish == resize("10:30", 30)


@pytest.mark.parametrize(("edge", "start", "to"), [("bottom", "10:00", "09:00"), ("top", "10:55", "15:00")])
def test_an_edge_never_passes_the_other(edge: str, start: str, to: str) -> None:
    shown = scene(session("yoga", at("A", "10:00"), minutes=60))
    gesture = Resizing(shown, block(shown, "yoga"), edge)  # type: ignore[arg-type]
    gesture.move(pointer(shown, "A", to))
    assert gesture.wish == resize(start, 5)


def test_an_edge_put_back_is_no_wish() -> None:
    shown = scene(session("yoga", at("A", "10:00"), minutes=60))
    gesture = Resizing(shown, block(shown, "yoga"), "bottom")
    gesture.move(pointer(shown, "A", "12:00"))
    gesture.move(pointer(shown, "A", "11:01"))
    assert gesture.wish is None


def test_arrow_keys_pull_an_edge_by_minutes() -> None:
    shown = scene(session("yoga", at("A", "10:00"), minutes=60))
    gesture = Resizing(shown, block(shown, "yoga"), "bottom")
    gesture.nudge(minutes=-1, columns=0)
    assert gesture.wish == resize("10:00", 59)


def test_a_side_edge_joins_neighbouring_rooms() -> None:
    shown = scene(session("yoga", at("A", "10:00")))
    gesture = Joining(shown, block(shown, "yoga"), "right")
    gesture.move(pointer(shown, "C", "10:00"))
    assert gesture.wish == Join("yoga", at(("A", "B", "C"), "10:00"))
    assert [(ghost.first, ghost.last) for ghost in gesture.ghosts] == [(0, 2)]


def test_a_side_edge_gives_rooms_back() -> None:
    shown = scene(session("yoga", at(("A", "B", "C"), "10:00")))
    gesture = Joining(shown, block(shown, "yoga"), "left")
    gesture.move(pointer(shown, "B", "10:00"))
    assert gesture.wish == Join("yoga", at(("B", "C"), "10:00"))


def test_joining_stays_within_the_days_rooms() -> None:
    shown = scene(session("yoga", at("B", "10:00")), session("judo", at((), "10:00")), day=None)
    gesture = Joining(shown, block(shown, "yoga"), "right")
    gesture.nudge(minutes=0, columns=9)
    assert gesture.wish == Join("yoga", at(("B", "C"), "10:00"))


@pytest.mark.parametrize(
    ("values", "begin"),
    [
        ({"locked_time": True}, lambda shown: Resizing(shown, block(shown, "yoga"), "top")),
        ({"locked_room": True}, lambda shown: Joining(shown, block(shown, "yoga"), "left")),
    ],
)
def test_what_is_fixed_cannot_be_pulled(values: dict[str, Any], begin: object) -> None:
    shown = scene(session("yoga", at("A"), **values))
    with pytest.raises(Locked):
        begin(shown)  # type: ignore[operator]


def test_a_new_session_is_drawn_down_or_up() -> None:
    shown = scene()
    gesture = Drawing(shown, pointer(shown, "B", "10:02"))
    gesture.move(pointer(shown, "B", "11:30"))
    assert gesture.wish == Sketch(at("B", "10:00"), 90)
    gesture.move(pointer(shown, "C", "09:30"))
    assert gesture.wish == Sketch(at("B", "09:30"), 30)


def test_a_session_is_drawn_at_least_one_step_long() -> None:
    shown = scene()
    assert Drawing(shown, pointer(shown, "A", "10:02")).wish == Sketch(at("A", "10:00"), 5)


def test_a_session_is_drawn_where_no_room_is_decided() -> None:
    shown = scene(session("yoga", at((), "10:00")))
    gesture = Drawing(shown, pointer(shown, None, "12:00"))
    gesture.move(pointer(shown, None, "13:00"))
    assert gesture.wish == Sketch(at((), "12:00"), 60)


def test_a_rubber_band_selects_what_it_touches_beside_what_was_selected() -> None:
    shown = scene(
        session("yoga", at("A", "10:00")),
        session("judo", at("B", "10:30")),
        session("golf", at("C", "15:00")),
    )
    gesture = Banding(shown, pointer(shown, "B", "11:00"), keeping=("golf",))
    gesture.move(pointer(shown, "A", "10:30"))
    assert isinstance(gesture.wish, Selection)
    assert (gesture.wish.sessions[0], set(gesture.wish.sessions)) == ("golf", {"golf", "judo", "yoga"})


def test_gestures_name_the_sessions_they_need() -> None:
    shown = scene(session("yoga", at("A")))
    found: list[Gesture] = [
        Resizing(shown, block(shown, "yoga"), "top"),
        Joining(shown, block(shown, "yoga"), "left"),
        Drawing(shown, pointer(shown, "B", "10:00")),
        Banding(shown, pointer(shown, "B", "10:00")),
    ]
    assert [gesture.sessions for gesture in found] == [("yoga",), ("yoga",), (), ()]
