# SPDX-License-Identifier: EUPL-1.2
"""Swaps, and places that are free once another has moved on."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from octodesk.model.checks import check
from octodesk.model.document import Document
from octodesk.model.rows import Row
from octodesk.planner.repair import HARD, placed_at
from octodesk.planner.steps import Step, steps
from tests.build import at, conference, days, event, room, session

WEDNESDAY = date(2021, 11, 17)
FRAME: tuple[Row, ...] = (event(first_day=WEDNESDAY, last_day=WEDNESDAY), *days(WEDNESDAY, 1))
ALL_DAY: dict[str, Any] = {"minutes": 540}


def full(*, fixed: bool = False) -> Document:
    """Three rooms full for the day; "hall" is too large for its room, "small" too small for its."""
    return conference(
        *FRAME, room("A", capacity=30), room("B", capacity=100), room("C", capacity=30),
        session("hall", at("A", "09:00"), expected=90, **ALL_DAY),
        session("small", at("B", "09:00"), expected=20, locked_time=fixed, **ALL_DAY),
        session("third", at("C", "09:00"), expected=20, **ALL_DAY),
    )  # fmt: skip


def test_two_change_places_where_nothing_is_free() -> None:
    document = full()
    (step,) = steps(document, "hall")
    assert step == Step("hall", at("B", "09:00"), "small", at("A", "09:00"))
    after = placed_at(document, dict(step.placements))
    assert [one for one in check(after) if one.rule in HARD] == []


def test_what_is_fixed_is_not_asked_to_make_room() -> None:
    assert steps(full(fixed=True), "hall") == ()


def test_another_goes_to_a_free_room_first() -> None:
    document = full()
    tray = replace(document.session("third"), placement=None)
    free = conference(
        *FRAME, *document.rooms, document.session("small"), tray, session("hall", expected=90, **ALL_DAY)
    )
    first = steps(free, "hall")[0]
    assert (first.other, first.placement) == ("small", at("B", "09:00"))
    assert first.other_placement.rooms in (("A",), ("C",))
