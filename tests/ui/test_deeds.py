# SPDX-License-Identifier: EUPL-1.2
"""The Session menu, the clipboard, trying out, finding and the palette, in the whole window."""

from __future__ import annotations

from typing import TypeVar

import pytest
from PySide6.QtCore import QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from octodesk.edits.sessions import move_session, swap, unplace
from octodesk.ui.command_palette import CommandPalette, Entry, entries, matching
from octodesk.ui.main_window import MainWindow
from octodesk.ui.timetable import clipboard
from octodesk.ui.timetable.overview import Overview
from octodesk.ui.timetable.whole_day_dialogs import WholeDay
from tests.build import at
from tests.ui.conftest import OpenWindow, small_log

T = TypeVar("T", bound=QObject)


def do(window: MainWindow, name: str, *selected: str) -> None:
    if selected:
        window.bench.select(selected)
    window.actions_by_name[name].trigger()


def placement(window: MainWindow, session: str) -> object:
    return window.bench.document.session(session).placement


def said(window: MainWindow) -> str:
    return window.notices.sentence.text()


@pytest.mark.parametrize(
    ("name", "place", "minutes"),
    [
        ("earlier", at("A", "09:55"), 60),
        ("later", at("A", "10:05"), 60),
        ("room-after", at("B", "10:00"), 60),
        ("longer", at("A", "10:00"), 65),
        ("shorter", at("A", "10:00"), 55),
        ("exclusive", at("A", "10:00", exclusive=True), 60),
    ],
)
def test_the_entries_of_the_menu_change_the_session(
    window: MainWindow, name: str, place: object, minutes: int
) -> None:
    do(window, name, "yoga")
    assert (placement(window, "yoga"), window.bench.document.session("yoga").minutes) == (place, minutes)


def test_without_a_selection_it_is_said_what_to_select(window: MainWindow) -> None:
    do(window, "later")
    assert said(window) == "Select a session first."
    do(window, "swap", "yoga")
    assert said(window) == "Select the two sessions that are to change places."


def test_two_selected_sessions_swap(window: MainWindow) -> None:
    do(window, "swap", "yoga", "chess")
    assert (placement(window, "yoga"), placement(window, "chess")) == (at("B", "11:00"), at("A", "10:00"))


def test_a_break_is_put_in_after_the_session(window: MainWindow) -> None:
    window.bench.do(lambda document: unplace(document, "tea"))
    do(window, "insert-break", "yoga")
    made = window.bench.document.session(window.bench.current)
    assert (made.kind, made.placement) == ("break", at((), "11:00", exclusive=True))
    assert placement(window, "chess") == at("B", "11:30")


def test_a_duplicate_stands_right_after_with_its_people(window: MainWindow) -> None:
    do(window, "duplicate", "yoga")
    copy = window.bench.current
    assert placement(window, copy) == at("A", "11:00")
    assert window.bench.document.people_of(copy) == ("ida", "omar")


def test_cut_and_paste_puts_sessions_where_one_clicked(window: MainWindow) -> None:
    do(window, "cut", "yoga", "chess")
    assert (placement(window, "yoga"), placement(window, "chess")) == (None, None)
    grid = window.surface.scene.grid
    window.surface.beside.put_caret(QPointF(grid.lefts[2] + 5, grid.y(14 * 60) + 1) - window.surface.offset)
    do(window, "paste")
    assert [placement(window, one) for one in window.bench.selection] == [at("C", "14:00"), at("C", "15:00")]


def test_sessions_are_pasted_into_another_conference_with_their_people(
    window: MainWindow, open_window: OpenWindow
) -> None:
    do(window, "copy", "yoga")
    other = open_window(small_log())
    other.bench.do(lambda document: move_session(document, "yoga", at("C", "16:00")))
    do(other, "paste")
    copy = other.bench.current
    assert copy != "yoga"
    assert (placement(other, copy), other.bench.document.people_of(copy)) == (None, ("ida", "omar"))


def test_the_clipboard_has_words_for_other_programs(window: MainWindow) -> None:
    do(window, "copy", "yoga")
    assert QGuiApplication.clipboard().text() == (
        "Wednesday 17 November\t10:00–11:00\tRoom A\tWS 1\tYoga\tModerator: I. Ida · O. Omar"
    )


@pytest.mark.parametrize("data", [b"", b"{}", b"[1]", b'{"sessions": [{"session": 5}]}', b"\xff"])
def test_what_is_none_of_ours_is_not_pasted(data: bytes) -> None:
    assert clipboard.read(data) == ()


def test_select_all_selects_what_is_in_view(window: MainWindow) -> None:
    do(window, "select-all")
    assert set(window.bench.selection) == {"yoga", "chess", "tea"}


# -- a day as a whole


def child(window: MainWindow, kind: type[T]) -> T:
    found = window.findChild(kind)
    assert isinstance(found, kind)
    return found


def test_shifting_the_rest_shows_and_says_first_what_it_does(window: MainWindow) -> None:
    do(window, "shift-rest", "chess")
    dialog = child(window, WholeDay)
    assert dialog.said.text() == "2 sessions would move. Clashes: 0 now, 0 afterwards."
    assert {place.session for place in window.surface.beside.suggested} == {"chess", "tea"}
    dialog.accept()
    dialog._do()
    assert (placement(window, "yoga"), placement(window, "chess")) == (at("A", "10:00"), at("B", "11:15"))
    assert window.surface.beside.suggested == ()


@pytest.mark.parametrize("name", ["compact", "swap-rooms", "swap-days", "repeat"])
def test_each_question_can_be_closed_without_changing(window: MainWindow, name: str) -> None:
    before = window.bench.document
    do(window, name, "yoga")
    dialog = child(window, WholeDay)
    assert dialog.said.text()
    dialog.reject()
    assert window.bench.document is before
    assert window.surface.beside.suggested == ()


def test_a_session_is_repeated_on_the_next_day(window: MainWindow) -> None:
    do(window, "repeat", "yoga")
    child(window, WholeDay)._do()
    copies = [
        one
        for one in window.bench.document.sessions
        if one.title == window.bench.document.session("yoga").title
    ]
    assert [one.placement for one in copies] == [at("A", "10:00"), at("A", "10:00", day="2021-11-18")]


# -- trying out


def test_what_is_tried_out_is_not_in_the_conference_until_applied(window: MainWindow) -> None:
    real = window.bench.desk
    before = real.document
    do(window, "try-out")
    window.bench.do(lambda document: swap(document, first="yoga", second="chess"))
    assert (real.document, placement(window, "yoga")) == (before, at("B", "11:00"))
    bar = window.outfit.trying._bar
    assert bar.isVisible()
    assert bar.sentence.text() == "2 sessions differ · clashes: 0 → 0 · to be informed: I. Ida and O. Omar"
    assert {place.session for place in window.surface.beside.old} == {"yoga", "chess"}
    bar.apply.click()
    assert real.document.session("yoga").placement == at("B", "11:00")
    assert not bar.isVisible()
    assert said(window).startswith("What was tried out is applied: 2 changes")
    window.bench.undo()
    assert real.document == before


def test_what_is_dropped_leaves_nothing_behind(window: MainWindow) -> None:
    before = window.bench.document
    do(window, "try-out")
    window.bench.do(lambda document: move_session(document, "yoga", at("C", "15:00")))
    window.bench.undo()
    window.bench.redo()
    do(window, "try-out")
    assert window.bench.document == before
    assert not window.surface.beside.old
    assert not window.actions_by_name["try-out"].isChecked()


def test_a_change_of_the_conference_meanwhile_stays_below_what_is_tried(window: MainWindow) -> None:
    do(window, "try-out")
    window.bench.do(lambda document: move_session(document, "yoga", at("C", "15:00")))
    real = window.bench.desk
    real.apply(move_session(real.document, "chess", at("A", "16:00")))
    assert (placement(window, "yoga"), placement(window, "chess")) == (at("C", "15:00"), at("A", "16:00"))
    window.outfit.trying.apply()
    assert real.document.session("yoga").placement == at("C", "15:00")


# -- finding


def test_find_dims_the_rest_and_steps_from_hit_to_hit(window: MainWindow) -> None:
    do(window, "find")
    bar = window.outfit.find_bar
    bar.line.setText("ida")
    assert (window.surface.scene.bright, window.bench.selection) == (frozenset({"yoga"}), ("yoga",))
    bar.line.setText("room b")
    assert window.bench.selection == ("chess",)
    QTest.keyClick(bar.line, Qt.Key.Key_Escape)
    assert (window.surface.scene.bright, window.bench.selection) == (None, ("chess",))


def test_the_palette_finds_actions_sessions_and_people(window: MainWindow, qtbot: QtBot) -> None:
    do(window, "palette")
    palette = child(window, CommandPalette)
    palette.line.setText("chess")
    QTest.keyClick(palette.line, Qt.Key.Key_Return)
    assert window.bench.selection == ("chess",)


def test_the_palette_has_every_action_that_can_be_done(window: MainWindow) -> None:
    window.furnish()
    known = {entry.words for entry in entries(window)}
    lacking = {
        action.text().replace("&", "")
        for name in window.actions_by_name.names
        if (action := window.actions_by_name[name]).isEnabled() and name != "palette"
    } - known
    assert lacking == set()


def test_the_palette_forgives_typing_errors() -> None:
    every = [Entry(words, "Session", "", list) for words in ("Close the gaps…", "Swap two rooms…", "Repeat…")]
    assert [one.words for one in matching(every, "swap rooms")] == ["Swap two rooms…"]
    assert "Close the gaps…" in [one.words for one in matching(every, "clsoe gaps")]


# -- menus


def test_the_context_menu_offers_what_can_be_done(window: MainWindow) -> None:
    window.bench.select(["yoga"])
    window.outfit.open_menu(window.surface.mapToGlobal(window.surface.rect().center()))
    menu = next(one for one in window.findChildren(QMenu) if one.isVisible())
    names = {action.objectName() for action in menu.actions()}
    assert {"action-copy", "action-later", "action-shift-rest"} <= names
    menu.close()


def test_rooms_and_sets_of_rooms(window: MainWindow) -> None:
    scales = window.outfit.scales
    scales.show_room("B", on=False)
    assert window.surface.scene.rooms == ("A", "C")
    scales.keep_set()
    scales.show_room("B", on=True)
    assert window.surface.scene.rooms is None
    assert scales.sets == (("A", "C"),)
    menu = window.actions_by_name.menu("rooms")
    menu.aboutToShow.emit()
    names = [action.text() for action in menu.actions() if action.text()]
    assert names == [
        "All rooms",
        "Room A",
        "Room B",
        "Room C",
        "Only Room A and Room C",
        "Keep these rooms as a set",
    ]


def test_another_zones_hours_stand_beside(window: MainWindow) -> None:
    window.furnish()
    menu = window.actions_by_name.menu("zones")
    menu.aboutToShow.emit()
    next(action for action in menu.actions() if "Tokyo" in action.text()).trigger()
    assert window.surface.frame.zones == ("Asia/Tokyo",)


def test_the_overview_scrolls(window: MainWindow) -> None:
    do(window, "overview")
    for _n in range(6):
        do(window, "zoom-in")
    overview = child(window, Overview)
    top = window.surface.offset.y()
    corner = overview.rect().bottomRight() - QPoint(8, 8)
    QTest.mouseClick(overview, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, corner)
    assert window.surface.offset.y() > top
