# SPDX-License-Identifier: EUPL-1.2
"""The best places for a session, and the sessions for an empty place."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from octodesk.exchange.samples import sample_log
from octodesk.model.checks import what_if
from octodesk.model.document import Document
from octodesk.model.fields import Placement
from octodesk.planner.places import cost_of, fitting, places
from tests.build import at, conference, event, part, person, room, session

ONE_DAY = event(first_day=event().first_day.replace(day=17), last_day=event().first_day.replace(day=17))
LONG = replace(session("long", at("A", "09:00")), minutes=540)


def best(document: Document, session_id: str) -> Placement:
    return places(document, session_id)[0].placement


def test_a_free_room_at_the_same_time_is_the_best_place_for_a_session_that_clashes() -> None:
    document = conference(session("yoga", at("A", "10:00")), session("judo", at("A", "10:00")))
    found = places(document, "yoga")[0]
    assert (found.placement, found.new, found.conflicts) == (at("B", "10:00"), 0, ())


def test_a_session_that_is_not_placed_begins_where_others_begin() -> None:
    document = conference(session("yoga"), session("judo", at("A", "10:20")))
    starts = {one.placement.start for one in places(document, "yoga", most=6)}
    assert all(start.minute in (0, 20) for start in starts)


def test_a_room_that_is_large_enough_comes_before_one_that_is_not_and_before_one_far_too_large() -> None:
    document = conference(
        session("yoga", expected=65), room("A", capacity=40), room("B", capacity=400), room("C", capacity=80)
    )
    found = [one.placement.rooms for one in places(document, "yoga", most=3)]
    assert found[0] == ("C",)
    assert ("A",) not in found


def test_speakers_come_along() -> None:
    document = conference(
        session("yoga", at("B", "10:00")), session("judo", at("A", "10:00")), person("ana"),
        part("yoga", "ana"), part("judo", "ana"),
    )  # fmt: skip
    found = places(document, "yoga", most=3)
    assert all(one.new == 0 and one.placement.start != at("A", "10:00").start for one in found)


def test_what_is_fixed_stays() -> None:
    document = conference(
        session("time", at("A", "10:00"), locked_time=True),
        session("room", at("B", "10:00"), locked_room=True),
    )
    assert {one.placement.start for one in places(document, "time")} == {at("A", "10:00").start}
    assert {one.placement.rooms for one in places(document, "room")} == {("B",)}


def test_a_break_is_held_in_no_room() -> None:
    document = conference(session("pause", kind="break", minutes=30))
    assert {one.placement.rooms for one in places(document, "pause")} == {()}
    assert all(one.placement.exclusive for one in places(document, "pause"))


@pytest.mark.parametrize("values", [{"minutes": 0}, {"status": "cancelled"}])
def test_what_takes_no_time_needs_no_place(values: dict[str, Any]) -> None:
    assert places(conference(session("yoga", **values)), "yoga") == ()


def test_where_nothing_is_free_the_least_evil_comes_first() -> None:
    rooms = [replace(LONG, id=f"long-{one}", placement=at(one, "09:00")) for one in "ABC"]
    document = conference(ONE_DAY, *rooms, session("yoga"))
    found = places(document, "yoga")[0]
    assert [one.rule for one in found.conflicts] == ["room-double-booked"]
    assert found.new == 1


@pytest.mark.parametrize("sample", ["octopus-2021", "octopus-2019"])
def test_no_place_of_the_grid_is_better_than_the_first(sample: str) -> None:
    """Every session of a sample against every start and room, asked one by one."""
    document = Document.of_log(sample_log(sample))
    for one in [one for one in document.sessions if one.kind == "workshop"][:4]:
        first = places(document, one.id)[0]
        least = min(
            cost_of(what_if(document, one.id, Placement(start, (there.id,), one.exclusive), one.minutes))
            for there in document.rooms
            for start in {other.placement.start for other in document.sessions if other.placement}
            if (start, (there.id,)) != (one.start, one.rooms)
        )
        assert cost_of(first.conflicts) <= least


def test_sessions_that_fit_an_empty_place_those_that_fill_it_first() -> None:
    document = conference(
        session("short", minutes=30), session("exact", minutes=60), session("long", minutes=90),
        session("seats", minutes=60, expected=65), session("placed", at("B", "10:00")), room("A", capacity=40),
    )  # fmt: skip
    assert fitting(document, at("A", "10:00"), minutes=60) == (("exact", 0), ("short", 0), ("seats", 10))


def test_what_would_be_an_error_does_not_fit() -> None:
    document = conference(
        session("yoga"),
        session("judo", at("B", "10:00")),
        person("ana"),
        part("yoga", "ana"),
        part("judo", "ana"),
    )
    assert fitting(document, at("A", "10:00"), minutes=60) == ()
