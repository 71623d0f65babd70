# SPDX-License-Identifier: EUPL-1.2
"""When it is night for an audience."""

from __future__ import annotations

from octodesk.ui.timetable.night import known_zones, nights
from tests.ui.timetable.board import WEDNESDAY


def test_tokyo_sleeps_in_the_afternoon_of_paris() -> None:
    found = list(nights(["Asia/Tokyo"], "Europe/Paris", WEDNESDAY, begins=7 * 60, ends=20 * 60))
    assert found == [(14 * 60, 20 * 60, ("Asia/Tokyo",))]


def test_nights_that_touch_are_one_with_all_their_places() -> None:
    zones = ["America/Bogota", "America/Mexico_City"]
    found = list(nights(zones, "Europe/Paris", WEDNESDAY, begins=7 * 60, ends=20 * 60))
    assert found == [(7 * 60, 14 * 60, ("America/Bogota", "America/Mexico_City"))]


def test_unknown_zones_are_left_out() -> None:
    assert known_zones(["Asia/Tokyo", "Mars/Base", "Asia/Tokyo"]) == ("Asia/Tokyo",)
