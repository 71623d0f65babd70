# SPDX-License-Identifier: EUPL-1.2
"""Putting a session where others stand."""

from __future__ import annotations

import pytest

from octodesk.edits.making_room import in_the_way, push, pushed
from octodesk.model.document import Document
from octodesk.model.edit import Refused
from tests.build import applied, at, conference, session


def morning() -> Document:
    """Room A is full from 10 to 12; a break follows at 13."""
    return conference(
        session("yoga", at("A", "10:00")),
        session("judo", at("A", "11:00")),
        session("golf", at("B", "10:00")),
        session("tea", at((), "13:00", exclusive=True), kind="break", minutes=30),
        session("chess", minutes=60),
    )


def test_what_stands_in_the_way_is_found_in_the_same_room_only() -> None:
    assert in_the_way(morning(), "chess", at("A", "10:45")) == ("judo", "yoga")
    assert in_the_way(morning(), "chess", at("C", "10:45")) == ()
    assert in_the_way(morning(), "chess", at("C", "12:30")) == ("tea",)
    assert in_the_way(morning(), "yoga", at("A", "10:00")) == ()


def test_the_later_ones_are_pushed_back_as_far_as_they_must() -> None:
    document = morning()
    after = applied(document, push(document, "chess", at("A", "10:00")))
    assert [after.session(one).placement for one in ("chess", "yoga", "judo", "golf")] == [
        at("A", "10:00"), at("A", "11:00"), at("A", "12:00"), at("B", "10:00"),
    ]  # fmt: skip


def test_a_gap_takes_up_the_push() -> None:
    document = conference(
        session("yoga", at("A", "10:00")), session("judo", at("A", "11:30")), session("chess", minutes=30)
    )
    assert pushed(document, "chess", at("A", "10:00")) == (
        ("chess", at("A", "10:00")),
        ("yoga", at("A", "10:30")),
    )


def test_what_is_held_in_two_rooms_pushes_in_both() -> None:
    document = conference(
        session("yoga", at(("A", "B"), "10:00")), session("judo", at("B", "11:00")), session("chess")
    )
    assert dict(pushed(document, "chess", at("A", "10:00"))) == {
        "chess": at("A", "10:00"),
        "yoga": at(("A", "B"), "11:00"),
        "judo": at("B", "12:00"),
    }


def test_a_break_is_not_pushed_and_that_is_said() -> None:
    document = morning()
    with pytest.raises(Refused) as refused:
        push(document, "chess", at("A", "11:30"))
    assert (refused.value.reason, dict(refused.value.facts)) == (
        "no-room-to-push",
        {"session": "judo", "stays": "tea", "minutes": 30},
    )


def test_a_fixed_time_is_not_pushed() -> None:
    document = conference(session("yoga", at("A", "10:00"), locked_time=True), session("chess"))
    with pytest.raises(Refused) as refused:
        push(document, "chess", at("A", "10:30"))
    assert refused.value.facts["stays"] == "yoga"


def test_over_the_hour_that_comes_twice_the_next_begins_when_the_one_before_ends() -> None:
    day = "2026-10-25"
    document = conference(
        session("night", at("A", "02:30", day=day), minutes=60),
        session("chess", minutes=180),
    )
    # 01:30 summer time and three hours of elapsed time: 03:30 standard time.
    assert pushed(document, "chess", at("A", "01:30", day=day)) == (
        ("chess", at("A", "01:30", day=day)),
        ("night", at("A", "03:30", day=day)),
    )
