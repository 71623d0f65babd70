# SPDX-License-Identifier: EUPL-1.2
"""Everything the timetable does by keys, from the key to the document."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from pytestqt.qtbot import QtBot

from tests.build import at, session
from tests.ui.timetable.conftest import Stage

Make = Callable[..., Stage]
Key = Qt.Key
ALT, SHIFT = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier


def one(stage: Make, **values: object) -> Stage:
    """A stage with one selected session in room B at ten."""
    shown = stage(session("yoga", at("B", "10:00"), **values))
    shown.surface.select(["yoga"])
    return shown


def test_alt_and_an_arrow_move_by_a_step_or_a_room(stage: Make) -> None:
    shown, places = one(stage), []
    for key in (Key.Key_Down, Key.Key_Up, Key.Key_Up, Key.Key_Left, Key.Key_Right, Key.Key_Right):
        shown.key(key, ALT)
        places.append(shown.document.session("yoga").placement)
    assert places == [
        at("B", "10:05"), at("B", "10:00"), at("B", "09:55"), at("A", "09:55"), at("B", "09:55"), at("C", "09:55"),
    ]  # fmt: skip


def test_alt_shift_and_an_arrow_make_it_longer_or_shorter(stage: Make) -> None:
    shown, lengths = one(stage, minutes=60), []
    for key in (Key.Key_Down, Key.Key_Up, Key.Key_Up):
        shown.key(key, ALT | SHIFT)
        lengths.append(shown.document.session("yoga").minutes)
    assert (lengths, shown.document.session("yoga").placement) == ([65, 60, 55], at("B", "10:00"))


def test_arrows_go_from_session_to_session(stage: Make) -> None:
    shown = stage(
        session("yoga", at("A", "10:00")),
        session("judo", at("A", "12:00")),
        session("golf", at("B", "12:00")),
    )
    visited = []
    for key in (Key.Key_Down, Key.Key_Down, Key.Key_Right, Key.Key_Left, Key.Key_Up):
        shown.key(key)
        visited.append(shown.surface.scene.current)
    assert visited == ["yoga", "judo", "golf", "judo", "yoga"]


def test_shift_and_an_arrow_add_to_the_selection(stage: Make) -> None:
    shown = stage(session("yoga", at("A", "10:00")), session("judo", at("A", "12:00")))
    shown.key(Key.Key_Home)
    shown.key(Key.Key_Down, SHIFT)
    assert shown.surface.scene.selection == ("yoga", "judo")


def test_home_and_end_go_to_the_first_and_last(stage: Make) -> None:
    shown = stage(session("yoga", at("A", "10:00")), session("judo", at("B", "12:00")))
    shown.key(Key.Key_End)
    assert shown.surface.scene.current == "judo"
    shown.key(Key.Key_Home)
    assert shown.surface.scene.current == "yoga"


def test_delete_takes_off_the_timetable_and_never_deletes(stage: Make) -> None:
    shown = one(stage)
    shown.key(Key.Key_Delete)
    assert shown.document.session("yoga").placement is None
    assert shown.surface.scene.selection == ("yoga",)


def test_space_picks_up_and_puts_down(stage: Make) -> None:
    shown = one(stage)
    before = shown.document
    for key in (Key.Key_Space, Key.Key_Down, Key.Key_Down, Key.Key_Right):
        shown.key(key)
    assert shown.document is before
    shown.key(Key.Key_Space)
    assert shown.document.session("yoga").placement == at("C", "10:10")


def test_picked_up_it_moves_by_minutes_with_shift(stage: Make) -> None:
    shown = one(stage)
    shown.key(Key.Key_Space)
    shown.key(Key.Key_Down, SHIFT)
    shown.key(Key.Key_Return)
    assert shown.document.session("yoga").placement == at("B", "10:01")


def test_escape_puts_back_what_was_picked_up(stage: Make) -> None:
    shown = one(stage)
    before = shown.document
    for key in (Key.Key_Space, Key.Key_Down, Key.Key_Escape):
        shown.key(key)
    assert (shown.document is before, shown.surface.hand.is_busy) == (True, False)


def test_escape_selects_nothing(stage: Make) -> None:
    shown = one(stage)
    shown.key(Key.Key_Escape)
    assert shown.surface.scene.selection == ()


def test_l_fixes_time_and_room_and_frees_them(stage: Make) -> None:
    shown = one(stage)
    shown.key(Key.Key_L)
    yoga = shown.document.session("yoga")
    assert (yoga.locked_time, yoga.locked_room) == (True, True)
    shown.key(Key.Key_Down, ALT)
    assert shown.said == ["WS 1 Yoga has a fixed time and room. Free them first, then move it."]
    shown.key(Key.Key_L)
    yoga = shown.document.session("yoga")
    assert (yoga.locked_time, yoga.locked_room, yoga.placement) == (False, False, at("B", "10:00"))


def test_a_fixed_session_is_not_taken_off(stage: Make) -> None:
    shown = one(stage, locked_time=True)
    shown.key(Key.Key_Delete)
    assert shown.document.session("yoga").placement == at("B", "10:00")
    assert len(shown.said) == 1


def test_enter_opens_and_f2_renames(stage: Make, qtbot: QtBot) -> None:
    shown = one(stage)
    with qtbot.waitSignal(shown.surface.opened) as opened:
        shown.key(Key.Key_Return)
    with qtbot.waitSignal(shown.surface.renamed) as renamed:
        shown.key(Key.Key_F2)
    assert (opened.args, renamed.args) == (["yoga"], ["yoga"])


def test_several_selected_move_together(stage: Make) -> None:
    shown = stage(session("yoga", at("A", "10:00")), session("judo", at("B", "10:00")))
    shown.surface.select(["yoga", "judo"])
    shown.key(Key.Key_Down, ALT)
    placements = [shown.document.session(name).placement for name in ("yoga", "judo")]
    assert placements == [at("A", "10:05"), at("B", "10:05")]


def test_a_menus_shortcut_does_not_take_the_timetables_keys(stage: Make) -> None:
    shown = one(stage)
    fired: list[bool] = []
    action = QAction("Something else", shown.window)
    action.setShortcut("Delete")
    action.triggered.connect(lambda: fired.append(True))
    shown.window.addAction(action)
    shown.key(Key.Key_Delete)
    assert (fired, shown.document.session("yoga").placement) == ([], None)


def test_keys_without_a_selection_do_nothing(stage: Make) -> None:
    shown = stage(session("yoga", at("B", "10:00")))
    before = shown.document
    for key in (Key.Key_Delete, Key.Key_Space, Key.Key_L, Key.Key_Return):
        shown.key(key)
    shown.key(Key.Key_Down, ALT)
    assert shown.document is before


def test_what_is_not_yet_placed_is_placed_by_keys_alone(stage: Make) -> None:
    shown = stage(session("yoga"))
    shown.surface.choose(["yoga"])
    shown.key(Qt.Key.Key_Space)
    shown.key(Qt.Key.Key_Right)
    shown.key(Qt.Key.Key_Down)
    shown.key(Qt.Key.Key_Return)
    assert shown.document.session("yoga").placement == at("B", "09:05")
