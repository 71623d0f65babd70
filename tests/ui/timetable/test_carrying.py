# SPDX-License-Identifier: EUPL-1.2
"""Carrying sessions about the timetable."""

from __future__ import annotations

from datetime import date, time
from typing import Any

import pytest

from octodesk.model.rows import Day
from octodesk.ui.timetable.carrying import Carrying, Grip
from octodesk.ui.timetable.gestures import Ghost, Locked
from octodesk.ui.timetable.scene import Scene
from octodesk.ui.timetable.wishes import Drop, Elsewhere, OverDay, OverList, OverUndecided
from tests.build import at, session
from tests.ui.timetable.board import THURSDAY, WEDNESDAY, block, pointer, scene


def taken(shown: Scene, session_id: str, room: str, time: str) -> Carrying:
    """A block grabbed in a room at an hour it covers."""
    found = pointer(shown, room, time)
    where = shown.layout.at(shown.grid, found.x, found.y)
    assert where is not None
    assert where.session == session_id
    return Carrying.of_block(shown, where, found)


def carried(shown: Scene, session_id: str, *, grab: tuple[str, str], to: tuple[str, str]) -> object:
    gesture = taken(shown, session_id, *grab)
    gesture.move(pointer(shown, *to))
    return gesture.wish


def test_a_session_goes_where_it_is_dropped() -> None:
    shown = scene(session("yoga", at("A", "10:00")))
    wish = carried(shown, "yoga", grab=("A", "10:00"), to=("B", "14:00"))
    assert wish == Drop((("yoga", at("B", "14:00")),))


def test_the_place_where_it_was_grabbed_stays_under_the_pointer() -> None:
    shown = scene(session("yoga", at("A", "10:00"), minutes=90))
    wish = carried(shown, "yoga", grab=("A", "11:00"), to=("A", "15:00"))
    assert wish == Drop((("yoga", at("A", "14:00")),))


def test_starts_snap_to_the_conferences_step() -> None:
    shown = scene(session("yoga", at("A", "10:00")))
    wish = carried(shown, "yoga", grab=("A", "10:10"), to=("A", "14:12"))
    assert wish == Drop((("yoga", at("A", "14:00")),))


def test_where_it_was_is_no_wish() -> None:
    shown = scene(session("yoga", at("A", "10:00")))
    gesture = taken(shown, "yoga", "A", "10:30")
    gesture.move(pointer(shown, "A", "10:31"))
    assert (gesture.wish, gesture.unmoved) == (None, True)


def test_an_arrow_key_nudges_by_minutes_until_the_pointer_moves_on() -> None:
    shown = scene(session("yoga", at("A", "10:00")))
    gesture = taken(shown, "yoga", "A", "10:00")
    gesture.move(pointer(shown, "A", "14:00"))
    gesture.nudge(minutes=3, columns=0)
    gesture.move(pointer(shown, "A", "14:01"))
    assert gesture.wish == Drop((("yoga", at("A", "14:03")),))
    gesture.move(pointer(shown, "A", "14:30"))
    assert gesture.wish == Drop((("yoga", at("A", "14:30")),))


def test_joined_rooms_move_together_and_stop_at_the_last() -> None:
    shown = scene(session("yoga", at(("A", "B"), "10:00")))
    assert carried(shown, "yoga", grab=("A", "10:00"), to=("B", "10:00")) == Drop(
        (("yoga", at(("B", "C"), "10:00")),)
    )
    assert carried(shown, "yoga", grab=("B", "10:00"), to=("C", "10:00")) == Drop(
        (("yoga", at(("B", "C"), "10:00")),)
    )
    assert carried(shown, "yoga", grab=("A", "10:00"), to=("C", "10:00")) == Drop(
        (("yoga", at(("B", "C"), "10:00")),)
    )


def test_rooms_apart_keep_their_distance() -> None:
    shown = scene(session("yoga", at(("A", "C"), "10:00")))
    wish = carried(shown, "yoga", grab=("C", "10:00"), to=("A", "12:00"))
    assert wish == Drop((("yoga", at(("A", "C"), "12:00")),))


def test_an_exclusive_session_keeps_its_room() -> None:
    shown = scene(session("plenary", at("A", "10:00", exclusive=True), kind="plenary"))
    wish = carried(shown, "plenary", grab=("B", "10:00"), to=("C", "14:00"))
    assert wish == Drop((("plenary", at("A", "14:00", exclusive=True)),))


def test_a_session_goes_to_another_day() -> None:
    shown = scene(session("yoga", at("A", "10:00")), day=None)
    gesture = taken(shown, "yoga", "A", "10:00")
    gesture.move(pointer(shown, "B", "11:00", day=THURSDAY))
    assert gesture.wish == Drop((("yoga", at("B", "11:00", day="2021-11-18")),))


def test_several_move_by_the_same_time_and_rooms() -> None:
    shown = scene(
        session("yoga", at("A", "10:00")), session("judo", at("B", "10:30")), session("golf", at("C"))
    )
    shown.select(["judo", "yoga"])
    wish = carried(shown, "yoga", grab=("A", "10:15"), to=("B", "11:15"))
    assert wish == Drop((("yoga", at("B", "11:00")), ("judo", at("C", "11:30"))))


def test_one_that_is_not_selected_moves_alone() -> None:
    shown = scene(session("yoga", at("A", "10:00")), session("judo", at("B", "10:00")))
    shown.select(["judo"])
    assert carried(shown, "yoga", grab=("A", "10:15"), to=("A", "12:15")) == Drop(
        (("yoga", at("A", "12:00")),)
    )


def test_the_list_takes_everything_off_the_timetable() -> None:
    shown = scene(session("yoga", at("A", "10:00")))
    gesture = taken(shown, "yoga", "A", "10:15")
    gesture.move(pointer(shown, "A", "10:15", target=OverList()))
    assert (gesture.wish, gesture.ghosts) == (Drop((("yoga", None),)), ())


@pytest.mark.parametrize("target", [Elsewhere(), OverDay(THURSDAY)])
def test_outside_there_is_nothing_to_drop(target: object) -> None:
    shown = scene(session("yoga", at("A", "10:00")))
    gesture = taken(shown, "yoga", "A", "10:15")
    gesture.move(pointer(shown, "C", "16:00", target=target))  # type: ignore[arg-type]
    assert (gesture.wish, gesture.ghosts) == (None, ())


def test_the_strip_takes_a_time_without_a_room() -> None:
    shown = scene(session("yoga", at("A", "10:00")))
    gesture = taken(shown, "yoga", "A", "10:00")
    gesture.move(pointer(shown, "C", "12:00", target=OverUndecided()))
    assert gesture.wish == Drop((("yoga", at((), "12:00")),))


def test_from_the_list_a_session_takes_its_kinds_habits() -> None:
    shown = scene(session("yoga"), session("pause", kind="break"), session("plenary", kind="plenary"))
    wishes = []
    for one in ("yoga", "pause", "plenary"):
        gesture = Carrying(shown, one, (), Grip(10))
        gesture.move(pointer(shown, "B", "12:10"))
        wishes.append(gesture.wish)
    assert wishes == [
        Drop((("yoga", at("B", "12:00")),)),
        Drop((("pause", at((), "12:00", exclusive=True)),)),
        Drop((("plenary", at("B", "12:00", exclusive=True)),)),
    ]


def test_before_it_reaches_the_timetable_nothing_would_be_dropped() -> None:
    shown = scene(session("yoga"))
    gesture = Carrying(shown, "yoga", (), Grip(0))
    assert (gesture.wish, gesture.ghosts) == (None, ())


def test_several_from_the_list_stand_one_after_the_other() -> None:
    shown = scene(session("yoga", minutes=30), session("judo", minutes=45), session("golf"))
    gesture = Carrying(shown, "yoga", ("yoga", "judo", "golf"), Grip(0))
    gesture.move(pointer(shown, "B", "12:00"))
    assert gesture.wish == Drop(
        (("yoga", at("B", "12:00")), ("judo", at("B", "12:30")), ("golf", at("B", "13:15")))
    )


def test_a_fixed_time_lets_only_the_room_change() -> None:
    shown = scene(session("yoga", at("A", "10:00"), locked_time=True))
    assert carried(shown, "yoga", grab=("A", "10:15"), to=("B", "15:00")) == Drop(
        (("yoga", at("B", "10:00")),)
    )


def test_a_fixed_room_lets_only_the_time_change() -> None:
    shown = scene(session("yoga", at("A", "10:00"), locked_room=True))
    assert carried(shown, "yoga", grab=("A", "10:00"), to=("B", "15:00")) == Drop(
        (("yoga", at("A", "15:00")),)
    )


@pytest.mark.parametrize(
    ("values", "part"),
    [
        ({"locked_time": True, "locked_room": True}, "time-and-room"),
        ({"locked_time": True, "placement": at("A", exclusive=True)}, "time-and-room"),
    ],
)
def test_what_is_fixed_altogether_cannot_be_taken(values: dict[str, Any], part: str) -> None:
    placement = values.pop("placement", at("A"))
    shown = scene(session("yoga", placement, **values))
    with pytest.raises(Locked) as refused:
        Carrying(shown, "yoga", (), Grip(0, 0))
    assert (refused.value.session, refused.value.part) == ("yoga", part)


def test_one_fixed_among_several_holds_all_of_them() -> None:
    shown = scene(session("yoga", at("A")), session("judo", at("B"), locked_room=True))
    with pytest.raises(Locked) as refused:
        Carrying(shown, "yoga", ("yoga", "judo"), Grip(0, 0))
    assert refused.value.session == "judo"


def test_the_ghost_stands_where_the_session_would() -> None:
    shown = scene(session("yoga", at("A", "10:00"), minutes=45))
    gesture = taken(shown, "yoga", "A", "10:00")
    gesture.move(pointer(shown, "B", "14:00"))
    assert gesture.ghosts == (Ghost("yoga", at("B", "14:00"), first=1, last=1, begins=840, minutes=45),)


def test_a_start_stays_within_the_hours_shown() -> None:
    shown = scene(session("yoga", at("A", "10:00")))
    gesture = taken(shown, "yoga", "A", "10:00")
    gesture.nudge(minutes=-600, columns=-5)
    assert gesture.wish == Drop((("yoga", at("A", "09:00")),))


def test_by_keys_it_starts_from_its_own_place() -> None:
    shown = scene(session("yoga", at("B", "10:00")))
    gesture = Carrying(shown, "yoga", (), Grip(0, block(shown, "yoga").first))
    gesture.nudge(minutes=5, columns=1)
    assert gesture.wish == Drop((("yoga", at("C", "10:05")),))
    assert gesture.day == WEDNESDAY


def test_another_day_opened_underneath_takes_it_there() -> None:
    shown = scene(session("yoga", at("A", "10:00")))
    gesture = taken(shown, "yoga", "A", "10:00")
    gesture.move(pointer(shown, "A", "10:00", target=OverDay(THURSDAY)))
    shown.show_day(THURSDAY)
    gesture.shown_again()
    gesture.move(pointer(shown, "B", "11:00", day=THURSDAY))
    assert gesture.wish == Drop((("yoga", at("B", "11:00", day="2021-11-18")),))


def test_several_from_the_list_follow_each_other_in_time_that_passes() -> None:
    """Three hours from 01:30 end at 03:30 by the clock, in the night in which the hour from two comes twice."""
    night = date(2026, 10, 25)
    shown = scene(session("watch", minutes=180), session("dawn"), opened(night), day=night)
    gesture = Carrying(shown, "watch", ("dawn",), Grip(0))
    gesture.move(pointer(shown, "A", "00:30", day=night))
    placed = (("watch", at("A", "01:30", day="2026-10-25")), ("dawn", at("A", "03:30", day="2026-10-25")))
    assert gesture.wish == Drop(placed)


def opened(night: date) -> Day:
    return Day(night.isoformat(), night, opens=time(0), closes=time(18))
