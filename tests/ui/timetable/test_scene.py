# SPDX-License-Identifier: EUPL-1.2
"""What the timetable shows, as the document and the view change."""

from __future__ import annotations

from octodesk.edits.sessions import move_session
from octodesk.ui.timetable.layout import layout_of
from tests.build import applied, at, conference, part, person, session
from tests.ui.timetable.board import THURSDAY, WEDNESDAY, block, scene, scene_of

TOUCHED = {("session", "yoga")}


def test_one_day_is_shown_or_all() -> None:
    shown = scene(session("yoga", at("A")), session("judo", at("A", day="2021-11-18")))
    assert set(shown.layout.blocks) == {"yoga"}
    shown.show_day(THURSDAY)
    assert set(shown.layout.blocks) == {"judo"}
    shown.show_day(None)
    assert set(shown.layout.blocks) == {"yoga", "judo"}


def test_the_view_follows_an_edit() -> None:
    document = conference(session("yoga", at("A", "10:00")), session("judo", at("B", "11:00")))
    shown = scene_of(document)
    moved = applied(document, move_session(document, "yoga", at("C", "12:00")))
    assert not shown.change(moved, TOUCHED)
    assert (block(shown, "yoga").first, block(shown, "yoga").begins) == (2, 720)
    assert shown.layout == layout_of(moved, shown.grid.columns)


def test_a_session_outside_the_hours_makes_more_hours() -> None:
    document = conference(session("yoga", at("A", "10:00")))
    shown = scene_of(document)
    assert (shown.grid.begins, shown.grid.ends) == (540, 1080)
    moved = applied(document, move_session(document, "yoga", at("A", "07:30")))
    assert shown.change(moved, TOUCHED)
    assert (shown.grid.begins, shown.grid.ends) == (420, 1080)


def test_losing_its_room_makes_a_column_for_it() -> None:
    document = conference(session("yoga", at("A", "10:00")))
    shown = scene_of(document)
    moved = applied(document, move_session(document, "yoga", at((), "10:00")))
    assert shown.change(moved, TOUCHED)
    assert shown.grid.columns[-1].room is None


def test_zoom_survives_an_edit_and_another_day() -> None:
    document = conference(session("yoga", at("A", "10:00")))
    shown = scene_of(document)
    shown.change(applied(document, move_session(document, "yoga", at("A", "07:30"))))
    shown.show_day(THURSDAY)
    assert (shown.grid.scale, shown.grid.column_width) == (2, 100)


def test_what_is_gone_is_no_longer_selected() -> None:
    shown = scene(session("yoga", at("A")), session("judo", at("B")))
    shown.select(["yoga", "judo", "nobody"])
    assert (shown.selection, shown.current) == (("yoga", "judo"), "judo")
    shown.change(conference(session("yoga", at("A"))))
    assert shown.selection == ("yoga",)


def test_a_session_not_yet_placed_stays_selected() -> None:
    shown = scene(session("yoga", at("A")))
    shown.select(["yoga"])
    shown.change(conference(session("yoga")), TOUCHED)
    assert (shown.selection, shown.layout.of("yoga")) == (("yoga",), ())


def test_words_on_a_block_follow_the_document() -> None:
    shown = scene(session("yoga", at("A")))
    assert shown.face("yoga").panel == ""
    shown.change(conference(session("yoga", at("A")), person("ana"), part("yoga", "ana")))
    assert shown.face("yoga").panel == "Ana"


def test_the_clash_mark_is_put_and_taken_away() -> None:
    shown = scene(session("yoga", at("A")), session("judo", at("B")))
    assert shown.mark_clashing(["yoga"]) == {"yoga"}
    assert (shown.face("yoga").clashing, shown.face("judo").clashing) == (True, False)
    assert shown.mark_clashing(["judo"]) == {"yoga", "judo"}
    assert (shown.face("yoga").clashing, shown.face("judo").clashing) == (False, True)


def test_arrows_lead_through_a_room_and_across_rooms() -> None:
    shown = scene(
        session("one", at("A", "09:00")),
        session("two", at("A", "11:00")),
        session("three", at("C", "11:10")),
        session("four", at("C", "09:00")),
    )
    assert shown.neighbour(None, down=1) == "one"
    assert shown.neighbour("one", down=1) == "two"
    assert shown.neighbour("two", down=1) is None
    assert shown.neighbour("two", down=-1) == "one"
    assert shown.neighbour("two", across=1) == "three"
    assert shown.neighbour("three", across=-1) == "two"
    assert shown.neighbour("one", across=-1) is None


def test_arrows_lead_on_into_the_next_day() -> None:
    shown = scene(
        session("one", at("C", "09:00")), session("two", at("A", "09:00", day="2021-11-18")), day=None
    )
    assert shown.neighbour("one", across=1) == "two"


def test_an_empty_timetable_has_nowhere_to_go() -> None:
    assert scene().neighbour(None, down=1) is None


def test_a_day_that_is_no_more_gives_way_to_the_first() -> None:
    shown = scene(session("yoga", at("A", day="2021-11-20")), day=WEDNESDAY)
    shown.show_day(WEDNESDAY.replace(day=20))
    shown.change(conference())
    assert shown.day == WEDNESDAY.replace(day=16)
