# SPDX-License-Identifier: EUPL-1.2
"""Rooms and speakers: tables that are written in place."""

from __future__ import annotations

from functools import partial
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from octodesk import languages
from octodesk.edits.fields import set_field
from octodesk.ui.dialogs.rooms import RoomsGoDialog
from octodesk.ui.fields import LineField
from octodesk.ui.panes.rooms import RoomsPane
from octodesk.ui.panes.session_rows import SessionRow
from octodesk.ui.panes.speakers import SpeakersPane
from octodesk.ui.panes.table_pane import TablePane
from octodesk.ui.theme import Theme
from octodesk.ui.workbench import Notice, Workbench
from tests.ui.panes.conftest import Watch


@pytest.fixture
def rooms(qtbot: QtBot, bench: Workbench, looked: Theme, watch: Watch) -> RoomsPane:
    return shown(qtbot, RoomsPane(bench, looked), watch)


@pytest.fixture
def speakers(qtbot: QtBot, bench: Workbench, looked: Theme, watch: Watch) -> SpeakersPane:
    return shown(qtbot, SpeakersPane(bench, looked), watch)


P = TypeVar("P", bound=TablePane)


def shown(qtbot: QtBot, pane: P, watch: Watch) -> P:
    qtbot.addWidget(pane)
    pane.resize(420, 500)
    pane.show()
    qtbot.waitExposed(pane)
    watch(pane.cells)
    return pane


def cells(pane: TablePane) -> list[tuple[str, ...]]:
    """The words of the columns shown."""
    shown = pane.table.shown_columns()
    return [tuple(pane.cells.words_of(row)[place] for place in shown) for row in pane.cells.ids]


def editor_at(pane: TablePane, row: str, column: int) -> LineField:
    """Opens the editor of a cell as F2 does."""
    index = pane.cells.index(pane.cells.place_of(row), column)
    pane.table.setCurrentIndex(index)
    pane.table.edit(index)
    return next(one for one in pane.table.viewport().findChildren(LineField) if one.isVisible())


def write(pane: TablePane, row: str, column: int, words: str) -> None:
    editor = editor_at(pane, row, column)
    editor.selectAll()
    QTest.keyClicks(editor, words)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QApplication.processEvents()


def test_rooms_stand_in_the_order_of_the_grid(rooms: RoomsPane) -> None:
    assert cells(rooms) == [("Room A", "", ""), ("Room B", "", ""), ("Room C", "", "")]


def test_a_rooms_name_and_seats_are_written_in_place(rooms: RoomsPane, bench: Workbench) -> None:
    write(rooms, "A", 0, "Great Hall")
    write(rooms, "A", 1, "1200")
    room = bench.document.room("A")
    assert (room.name.in_language("en"), room.capacity, cells(rooms)[0]) == (
        "Great Hall",
        1200,
        ("Great Hall", "1,200", ""),
    )
    assert bench.undo_words() == "Undo: seats of Great Hall"


def test_seats_that_are_no_number_are_refused_in_words(rooms: RoomsPane, bench: Workbench) -> None:
    said: list[Notice] = []
    bench.noticed.connect(said.append)
    write(rooms, "A", 1, "many")
    assert said == [Notice("“many” is no number. Write a whole number, such as 80.", fault=True)]
    assert bench.document.room("A").capacity is None


def test_a_room_shows_its_sessions(rooms: RoomsPane) -> None:
    rooms.go_to("A")
    found = [row.session for row in rooms.sessions.sessions.rows if isinstance(row, SessionRow)]
    assert (found, rooms.heading.text()) == (["yoga"], "In Room A")


def test_a_new_room_is_ready_to_be_named(rooms: RoomsPane, bench: Workbench) -> None:
    rooms.add()
    editor = next(one for one in rooms.table.viewport().findChildren(LineField) if one.isVisible())
    assert editor.text() == "Room 4"
    assert [room.name.in_language("en") for room in bench.document.rooms][-1] == "Room 4"


def test_a_deleted_room_is_one_undo_away(rooms: RoomsPane, bench: Workbench) -> None:
    rooms.go_to("A")
    QTest.keyClick(rooms.table, Qt.Key.Key_Delete)
    rooms.findChildren(RoomsGoDialog)[0].go.click()
    assert bench.document.find("room", "A") is None
    bench.undo()
    assert bench.document.session("yoga").rooms == ("A",)


def test_speakers_read_as_they_are_printed(speakers: SpeakersPane) -> None:
    assert cells(speakers) == [("Ms Ida IDA", "Prosecutor", "Sweden"), ("Mr Omar OMAR", "", "")]


def test_speakers_read_in_the_programs_language(speakers: SpeakersPane) -> None:
    languages.set_language("fr")
    speakers.retranslate()
    assert cells(speakers)[0][2] == "Suède"


def test_a_speaker_is_renamed_in_one_step(speakers: SpeakersPane, bench: Workbench) -> None:
    write(speakers, "omar", 0, "Mr Omar HADDAD")
    person = bench.document.person("omar")
    assert (person.given_name, person.family_name) == ("Omar", "Haddad")
    bench.undo()
    assert bench.document.person("omar").family_name == "Omar"
    assert bench.desk.undo_edit() is None


@pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)")  # the list of countries pops up
def test_a_country_is_written_by_its_name(speakers: SpeakersPane, bench: Workbench) -> None:
    write(speakers, "omar", 2, "Norway")
    assert (bench.document.person("omar").country, cells(speakers)[1][2]) == ("NO", "Norway")


def test_filtering_speakers(speakers: SpeakersPane) -> None:
    QTest.keyClicks(speakers.filter, "prosec")
    assert list(speakers.cells.ids) == ["ida"]


def test_a_speaker_shows_where_he_takes_part(speakers: SpeakersPane) -> None:
    speakers.go_to("omar")
    found = [row.session for row in speakers.sessions.sessions.rows if isinstance(row, SessionRow)]
    assert (found, speakers.heading.text()) == (["yoga"], "Mr Omar OMAR")


def test_sorting_by_a_column_and_back(rooms: RoomsPane, bench: Workbench) -> None:
    for room, seats in (("A", 90), ("B", 1200), ("C", 8)):
        bench.do(partial(set_field, table="room", row_id=room, field="capacity", value=seats))
    rooms.cells.sort(1, Qt.SortOrder.DescendingOrder)
    assert list(rooms.cells.ids) == ["B", "A", "C"]
    rooms.cells.sort(-1)
    assert list(rooms.cells.ids) == ["A", "B", "C"]


def test_an_editor_stays_open_while_other_rows_change(rooms: RoomsPane, bench: Workbench) -> None:
    editor = editor_at(rooms, "A", 0)
    editor.selectAll()
    QTest.keyClicks(editor, "Half writt")
    bench.desk.apply(set_field(bench.document, table="room", row_id="B", field="capacity", value=5))
    assert (editor.isVisible(), editor.text()) == (True, "Half writt")


def test_what_stands_in_an_open_editor_is_kept_before_another_edit(
    rooms: RoomsPane, bench: Workbench
) -> None:
    editor = editor_at(rooms, "A", 0)
    editor.selectAll()
    QTest.keyClicks(editor, "Great Hall")
    bench.do(lambda document: set_field(document, table="room", row_id="B", field="capacity", value=5))
    assert bench.document.room("A").name.in_language("en") == "Great Hall"
