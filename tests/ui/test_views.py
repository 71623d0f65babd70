# SPDX-License-Identifier: EUPL-1.2
"""The views of a conference, and the agenda list that can do what the timetable can."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from octodesk.ui.main_window import MainWindow
from octodesk.ui.panes.cells import CellModel
from octodesk.ui.reading import Unreadable
from octodesk.ui.timetable.agenda import Agenda
from octodesk.ui.timetable.grid import Column
from tests.build import at
from tests.ui.conftest import WEDNESDAY

ALT, SHIFT = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier


def trigger(window: MainWindow, name: str) -> None:
    window.actions_by_name[f"view-{name}"].trigger()


def test_rooms_down_and_hours_across(window: MainWindow) -> None:
    trigger(window, "across")
    scene = window.surface.scene
    first, second = (scene.grid.seen(scene.layout.of(one)[0].rect(scene.grid)) for one in ("yoga", "chess"))
    assert (first.width, first.height) == (60 * scene.grid.scale, scene.grid.column_width)
    assert (second.x - first.x, second.y - first.y) == pytest.approx(
        (60 * scene.grid.scale, scene.grid.column_width)
    )
    trigger(window, "day")
    assert (scene.sideways, scene.day) == (False, WEDNESDAY)


def test_one_room_over_all_days(window: MainWindow) -> None:
    window.bench.select(["chess"])
    trigger(window, "room")
    assert {column.room for column in window.surface.scene.grid.columns} == {"B"}
    assert len(window.surface.scene.days) == 3
    subject = window.outfit.views.subject
    assert [subject.itemText(n) for n in range(subject.count())] == ["Room A", "Room B", "Room C"]
    subject.setCurrentIndex(0)
    subject.activated.emit(0)
    assert {column.room for column in window.surface.scene.grid.columns} == {"A"}
    trigger(window, "all-days")
    assert len(window.surface.scene.grid.columns) == 9


def test_one_speaker_over_all_days(window: MainWindow) -> None:
    window.bench.select(["yoga"])
    trigger(window, "speaker")
    scene = window.surface.scene
    assert scene.grid.columns == tuple(Column(day, None, "ida") for day in scene.days)
    assert set(scene.layout.blocks) == {"yoga"}


def test_moving_in_a_speakers_view_keeps_the_room(window: MainWindow) -> None:
    window.bench.select(["yoga"])
    trigger(window, "speaker")
    QTest.keyClick(window.surface, Qt.Key.Key_Right, ALT)
    assert window.bench.document.session("yoga").placement == at("A", "10:00", day="2021-11-18")


def test_the_selection_stays_from_view_to_view(window: MainWindow) -> None:
    window.bench.select(["yoga", "chess"])
    for view in ("all-days", "across", "list", "room", "speaker", "day"):
        trigger(window, view)
        assert window.bench.selection == ("yoga", "chess"), view


def agenda(window: MainWindow, qtbot: QtBot) -> Agenda:
    trigger(window, "list")
    assert window.surface.scene.day is None
    shown = window.outfit.views.agenda
    qtbot.waitUntil(shown.isVisible)
    return shown


def cells(shown: Agenda) -> CellModel:
    model = shown.model()
    assert isinstance(model, CellModel)
    return model


def write(shown: Agenda, session: str, column: int, typed: str) -> None:
    model: QAbstractItemModel = shown.model()
    index = model.index(cells(shown).place_of(session), column)
    shown.setCurrentIndex(index)
    shown.edit(index)
    editor = shown.findChild(QLineEdit)
    assert editor is not None
    editor.selectAll()
    QTest.keyClicks(editor, typed)
    QTest.keyClick(editor, Qt.Key.Key_Return)


def test_the_list_has_every_session_in_order_with_its_cells(window: MainWindow, qtbot: QtBot) -> None:
    shown = agenda(window, qtbot)
    assert [row.key for row in cells(shown).rows] == ["yoga", "chess", "tea", "knots"]
    assert cells(shown).rows[0].cells[:7] == ("Wed 17", "10:00", "11:00", "1\xa0h", "WS 1", "Yoga", "Room A")
    assert cells(shown).rows[3].cells[:3] == ("Not yet placed", "", "")


@pytest.mark.parametrize(
    ("column", "typed", "place", "minutes"),
    [
        (0, "Thu 18", at("A", "10:00", day="2021-11-18"), 60),
        (1, "14h30", at("A", "14:30"), 60),
        (3, "1:30", at("A", "10:00"), 90),
        (6, "Room A + Room C", at(("A", "C"), "10:00"), 60),
    ],
)
def test_a_cell_written_changes_the_session(
    window: MainWindow, qtbot: QtBot, column: int, typed: str, place: object, minutes: int
) -> None:
    shown = agenda(window, qtbot)
    write(shown, "yoga", column, typed)
    yoga = window.bench.document.session("yoga")
    assert (yoga.placement, yoga.minutes) == (place, minutes)


@pytest.mark.parametrize(("column", "typed"), [(0, "Monday"), (6, "Attic"), (1, "25:00")])
def test_what_cannot_be_read_is_said(window: MainWindow, qtbot: QtBot, column: int, typed: str) -> None:
    with pytest.raises(Unreadable, match=typed):
        cells(agenda(window, qtbot)).columns[column].read(typed)


def test_the_timetables_keys_work_in_the_list(window: MainWindow, qtbot: QtBot) -> None:
    shown = agenda(window, qtbot)
    window.bench.select(["yoga"])
    QTest.keyClick(shown, Qt.Key.Key_Down, ALT)
    QTest.keyClick(shown, Qt.Key.Key_Right, ALT)
    QTest.keyClick(shown, Qt.Key.Key_Down, ALT | SHIFT)
    yoga = window.bench.document.session("yoga")
    assert (yoga.placement, yoga.minutes) == (at("B", "10:05"), 65)
    QTest.keyClick(shown, Qt.Key.Key_Delete)
    assert window.bench.document.session("yoga").placement is None


def test_selecting_rows_selects_everywhere_and_back(window: MainWindow, qtbot: QtBot) -> None:
    shown = agenda(window, qtbot)
    shown.selectRow(1)
    assert window.bench.selection == ("chess",)
    window.bench.select(["yoga", "tea"])
    assert set(shown.sessions) == {"yoga", "tea"}


def test_the_grid_comes_back_as_it_was(window: MainWindow, qtbot: QtBot) -> None:
    agenda(window, qtbot)
    window.tools.views.buttons[0].click()
    assert (window.centre.currentWidget(), window.surface.scene.day) == (window.surface, WEDNESDAY)


def test_a_days_tab_leads_back_to_the_grid(window: MainWindow, qtbot: QtBot) -> None:
    agenda(window, qtbot)
    window.tools.days.chosen.emit(WEDNESDAY)
    assert window.centre.currentWidget() is window.surface


@pytest.mark.parametrize("width", [500, 760, 1600])
def test_hours_in_the_list_are_never_cut(window: MainWindow, qtbot: QtBot, width: int) -> None:
    shown = agenda(window, qtbot)
    shown.resize(width, 400)
    needed = [shown.sizeHintForColumn(place) for place in range(5)]
    assert all(shown.columnWidth(place) >= need for place, need in enumerate(needed))
    assert sum(map(shown.columnWidth, range(10))) >= shown.viewport().width()
