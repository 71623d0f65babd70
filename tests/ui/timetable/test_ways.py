# SPDX-License-Identifier: EUPL-1.2
"""Dropping on an occupied place: keys at release, three buttons, and the menu of the right button."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from octodesk.model.rows import Row
from octodesk.ui.timetable.pressing import Modifiers
from tests.build import at, part, person, session
from tests.ui.timetable.conftest import LEFT, Stage

Make = Callable[..., Stage]
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
ALT, RIGHT = Qt.KeyboardModifier.AltModifier, Qt.MouseButton.RightButton


def two() -> tuple[Row, ...]:
    return session("yoga", at("A", "10:00")), session("judo", at("B", "11:00"))


def places(shown: Stage, *sessions: str) -> list[object]:
    return [shown.document.session(one).placement for one in sessions]


def onto_judo(shown: Stage, held: Qt.KeyboardModifier) -> None:
    """Yoga is dragged half onto judo and let go with a key held."""
    shown.pull(shown.point("A", "10:30"), shown.point("B", "11:00"))
    shown.release(shown.point("B", "11:00"), held)


def test_with_control_a_copy_is_dropped(stage: Make) -> None:
    shown = stage(*two())
    shown.pull(shown.point("A", "10:30"), shown.point("C", "14:30"))
    shown.release(shown.point("C", "14:30"), CONTROL)
    assert places(shown, "yoga", "new1") == [at("A", "10:00"), at("C", "14:00")]
    assert shown.surface.scene.selection == ("new1",)


def test_with_shift_the_later_ones_are_pushed(stage: Make) -> None:
    shown = stage(*two())
    onto_judo(shown, SHIFT)
    assert places(shown, "yoga", "judo") == [at("B", "10:30"), at("B", "11:30")]


def test_alt_pressed_while_dragging_swaps(stage: Make) -> None:
    shown = stage(*two())
    shown.pull(shown.point("A", "10:30"), shown.point("B", "11:00"))
    QTest.keyPress(shown.surface, Qt.Key.Key_Alt)
    assert {ghost.session: ghost.placement for ghost, _face in shown.surface.hand.overlay.ghosts} == {
        "yoga": at("B", "11:00"), "judo": at("A", "10:00"),
    }  # fmt: skip
    shown.release(shown.point("B", "11:00"), ALT)
    QTest.keyRelease(shown.surface, Qt.Key.Key_Alt)
    assert places(shown, "yoga", "judo") == [at("B", "11:00"), at("A", "10:00")]


def test_alt_held_from_before_is_the_window_managers() -> None:
    held = Modifiers()
    held.begin(ALT)
    assert [held.way(keys) for keys in (ALT, ALT | CONTROL, Qt.KeyboardModifier.NoModifier, ALT)] == [
        "move", "copy", "move", "swap",
    ]  # fmt: skip


def test_the_box_says_which_keys_do_what(stage: Make) -> None:
    shown = stage(*two())
    shown.pull(shown.point("A", "10:30"), shown.point("B", "11:00"))
    assert shown.surface.hand.overlay.keys == (
        ("Alt", "swap with WS 2"), ("Shift", "push the rest"), ("Esc", "leave as it was"),
    )  # fmt: skip


def test_a_push_that_does_not_fit_says_so_before_and_offers_a_place_after(stage: Make) -> None:
    shown = stage(*two(), session("tea", at((), "12:00", exclusive=True), kind="break", minutes=30))
    shown.pull(shown.point("A", "10:30"), shown.point("B", "11:00"))
    QTest.keyPress(shown.surface, Qt.Key.Key_Shift)
    price = shown.surface.hand.overlay.price
    assert price is not None
    assert price.headline.endswith("stays where it is, 30 minutes are missing.")
    offered: list[str] = []
    shown.bench.noticed.connect(lambda notice: offered.append(notice.offer.words if notice.offer else ""))
    shown.release(shown.point("B", "11:00"), SHIFT)
    QTest.keyRelease(shown.surface, Qt.Key.Key_Shift)
    assert places(shown, "yoga", "judo") == [at("A", "10:00"), at("B", "11:00")]
    assert offered == ["Put it at Room B, 10:00 instead"]


def test_without_a_key_three_buttons_stand_there(stage: Make) -> None:
    shown = stage(*two())
    onto_judo(shown, Qt.KeyboardModifier.NoModifier)
    assert places(shown, "yoga", "judo") == [at("B", "10:30"), at("B", "11:00")]
    choices = shown.surface.choices
    assert choices is not None
    assert [button.text() for button in choices.buttons] == ["Swap with WS 2", "Push later", "Leave both"]


def test_swap_takes_the_drops_place_as_one_undo_step(stage: Make) -> None:
    shown = stage(*two())
    before = shown.document
    onto_judo(shown, Qt.KeyboardModifier.NoModifier)
    assert shown.surface.choices is not None
    shown.surface.choices.swap.click()
    assert places(shown, "yoga", "judo") == [at("B", "11:00"), at("A", "10:00")]
    assert shown.surface.choices is None
    shown.bench.undo()
    assert shown.document == before


def test_push_later_does_what_it_says(stage: Make) -> None:
    shown = stage(*two())
    onto_judo(shown, Qt.KeyboardModifier.NoModifier)
    assert shown.surface.choices is not None
    shown.surface.choices.push.click()
    assert places(shown, "yoga", "judo") == [at("B", "10:30"), at("B", "11:30")]


def test_leaving_both_changes_nothing_more(stage: Make) -> None:
    shown = stage(*two())
    onto_judo(shown, Qt.KeyboardModifier.NoModifier)
    assert shown.surface.choices is not None
    shown.surface.choices.leave.click()
    assert shown.surface.choices is None
    assert places(shown, "yoga") == [at("B", "10:30")]


def test_another_edit_takes_the_buttons_away(stage: Make) -> None:
    shown = stage(*two())
    onto_judo(shown, Qt.KeyboardModifier.NoModifier)
    shown.bench.undo()
    assert shown.surface.choices is None


def test_a_push_refused_leaves_the_drop_as_it_was(stage: Make) -> None:
    shown = stage(*two(), session("tea", at((), "12:00", exclusive=True), kind="break", minutes=30))
    onto_judo(shown, Qt.KeyboardModifier.NoModifier)
    assert shown.surface.choices is not None
    shown.surface.choices.push.click()
    assert places(shown, "yoga", "judo") == [at("B", "10:30"), at("B", "11:00")]
    assert len(shown.said) == 1


def test_put_down_by_keys_the_buttons_have_the_keys(stage: Make, qtbot: QtBot) -> None:
    shown = stage(*two())
    shown.surface.choose(["yoga"])
    shown.key(Qt.Key.Key_Space)
    shown.key(Qt.Key.Key_Right)
    for _ in range(6):
        shown.key(Qt.Key.Key_Down)
    shown.key(Qt.Key.Key_Space)
    choices = shown.surface.choices
    assert choices is not None
    qtbot.waitUntil(choices.swap.hasFocus)
    QTest.keyClick(choices.swap, Qt.Key.Key_Right)
    assert choices.push.hasFocus()
    QTest.keyClick(choices.push, Qt.Key.Key_Escape)
    assert (shown.surface.choices, shown.surface.hasFocus()) == (None, True)
    assert places(shown, "yoga", "judo") == [at("B", "10:30"), at("B", "11:00")]


def test_put_down_with_alt_and_return_swaps(stage: Make) -> None:
    shown = stage(*two())
    shown.surface.choose(["yoga"])
    shown.key(Qt.Key.Key_Space)
    shown.key(Qt.Key.Key_Right)
    for _ in range(6):
        shown.key(Qt.Key.Key_Down)
    shown.key(Qt.Key.Key_Return, ALT)
    assert places(shown, "yoga", "judo") == [at("B", "11:00"), at("A", "10:00")]


def asked(shown: Stage) -> QMenu:
    return next(one for one in shown.surface.findChildren(QMenu) if one.isVisible())


def test_the_right_button_asks(stage: Make) -> None:
    shown = stage(*two())
    start, to = shown.point("A", "10:30"), shown.point("B", "11:00")
    viewport = shown.surface.viewport()
    QTest.mousePress(viewport, RIGHT, Qt.KeyboardModifier.NoModifier, start)
    for place in ((start + to) / 2, to):
        QTest.mouseMove(viewport, place)
    QTest.mouseRelease(viewport, RIGHT, Qt.KeyboardModifier.NoModifier, to)
    menu = asked(shown)
    names = [action.text() for action in menu.actions() if action.text()]
    assert names == ["Move here", "Copy here", "Swap with WS 2", "Push the later ones", "Leave as it was"]
    menu.actions()[2].trigger()
    menu.close()
    assert places(shown, "yoga", "judo") == [at("B", "11:00"), at("A", "10:00")]


def test_a_click_of_the_right_button_wants_a_menu(stage: Make) -> None:
    shown = stage(*two())
    wanted: list[QPoint] = []
    shown.surface.menu_wanted.connect(wanted.append)
    at_yoga = shown.point("A", "10:30")
    QTest.mouseClick(shown.surface.viewport(), RIGHT, Qt.KeyboardModifier.NoModifier, at_yoga)
    assert (len(wanted), shown.surface.scene.selection) == (1, ("yoga",))


def test_a_left_click_still_selects(stage: Make) -> None:
    shown = stage(*two())
    QTest.mouseClick(
        shown.surface.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, shown.point("B", "11:30")
    )
    assert shown.surface.scene.selection == ("judo",)


def test_alt_in_a_drag_is_not_the_menu_bars(stage: Make) -> None:
    shown = stage(*two())
    bar = shown.window.menuBar()
    bar.addMenu("&File").addAction("Something")
    shown.pull(shown.point("A", "10:30"), shown.point("B", "11:00"))
    QTest.keyPress(shown.surface, Qt.Key.Key_Alt)
    shown.release(shown.point("B", "11:00"), ALT)
    QTest.keyRelease(shown.surface, Qt.Key.Key_Alt)
    assert shown.surface.hasFocus()


def test_what_the_pushed_ones_clash_with_is_counted_and_breaks_nothing(stage: Make) -> None:
    shown = stage(
        *two(), session("golf", at("C", "11:00"), minutes=120), person("ana"),
        part("judo", "ana"), part("golf", "ana", role="moderator"),
    )  # fmt: skip
    shown.pull(shown.point("A", "10:30"), shown.point("B", "11:00"))
    shown.surface.hand.heed(SHIFT)
    price = shown.surface.hand.overlay.price
    assert price is not None
    assert (price.headline, price.sentences) == ("1 clash here.", "1 session is pushed later.")
    shown.surface.hand.cancel()
