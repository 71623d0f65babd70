# SPDX-License-Identifier: EUPL-1.2
"""Old places with arrows, and suggested places."""

from __future__ import annotations

from collections.abc import Callable

from octodesk.edits.sessions import move_session, unplace
from octodesk.ui.timetable.places import OldPlace, SuggestedPlace, old_places, traces_of
from tests.build import applied, at, conference, session
from tests.ui.timetable.board import scene_of
from tests.ui.timetable.conftest import Stage


def test_a_session_that_moved_has_an_old_place() -> None:
    before = conference(session("yoga", at("A", "10:00")), session("judo", at("B", "10:00")))
    now = applied(before, move_session(before, "yoga", at("B", "14:00")))
    assert old_places(before, now) == (OldPlace("yoga", at("A", "10:00"), 60, "WS 2 was here"),)


def test_one_that_went_to_another_day_says_where_and_where_from() -> None:
    before = conference(session("yoga", at("A", "10:00")))
    now = applied(before, move_session(before, "yoga", at("B", "14:00", day="2021-11-18")))
    assert old_places(before, now) == (
        OldPlace("yoga", at("A", "10:00"), 60, "WS 1 was here, now Thu 18, 14:00"),
        OldPlace("yoga", None, 60, "from Wed 17, 10:00"),
    )


def test_what_was_taken_off_and_what_is_new_are_said() -> None:
    before = conference(session("yoga", at("A", "10:00")), session("judo"))
    off = applied(before, unplace(before, "yoga"))
    now = applied(off, move_session(off, "judo", at("B", "10:00")))
    assert old_places(before, now) == (
        OldPlace("yoga", at("A", "10:00"), 60, "WS 1 was here, not yet placed now"),
        OldPlace("judo", None, 60, "new here"),
    )


def test_a_deleted_session_is_named_by_its_old_label() -> None:
    before = conference(session("yoga", at("A", "10:00")))
    assert old_places(before, conference()) == (
        OldPlace("yoga", at("A", "10:00"), 60, "WS 1 was here, now deleted"),
    )


def test_only_what_is_in_view_is_traced() -> None:
    scene = scene_of(conference(session("yoga", at("B", "14:00"))))
    here = OldPlace("yoga", at("A", "10:00"), 60, "was here")
    there = OldPlace("yoga", at("A", "10:00", day="2021-11-18"), 60, "was here")
    found = list(traces_of(scene.document, scene.grid, scene.layout, [here, there]))
    assert [(one.place, one.now) for one in found] == [(here, scene.layout.of("yoga")[0].rect(scene.grid))]
    assert found[0].rect is not None
    assert found[0].rect.moved(100, 480) == found[0].now  # a column of 100 pixels further, four hours later


def test_a_click_on_a_suggested_place_is_told(stage: Callable[..., Stage]) -> None:
    shown = stage(session("yoga", at("A", "10:00")))
    place = SuggestedPlace("yoga", at("B", "14:00"), 60, "No clash")
    taken: list[SuggestedPlace] = []
    shown.surface.suggestion_taken.connect(taken.append)
    shown.surface.glow([place])
    shown.press(shown.point("B", "14:30"))
    shown.release(shown.point("B", "14:30"))
    shown.press(shown.point("B", "16:00"))
    shown.release(shown.point("B", "16:00"))
    assert taken == [place]


def test_old_places_and_suggestions_are_painted_and_said(stage: Callable[..., Stage]) -> None:
    shown = stage(session("yoga", at("A", "10:00")))
    plain = shown.surface.grab().toImage()
    shown.surface.show_ghosts([OldPlace("yoga", at("B", "12:00"), 60, "WS 1 was here")])
    shown.surface.glow([SuggestedPlace("yoga", at("C", "14:00"), 60, "No clash")])
    assert shown.surface.grab().toImage() != plain
    assert shown.surface.beside.words_of("yoga") == ("WS 1 was here",)
    shown.surface.show_ghosts([])
    shown.surface.glow([])
    assert shown.surface.grab().toImage() == plain
