# SPDX-License-Identifier: EUPL-1.2
"""The Workshops pane."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from octodesk.edits.fields import set_field
from octodesk.edits.sessions import place, unplace
from octodesk.ui.panes.session_rows import GroupRow, SessionRow
from octodesk.ui.panes.workshops import WorkshopsPane
from octodesk.ui.theme import Theme
from octodesk.ui.workbench import Workbench
from tests.build import at
from tests.ui.panes.conftest import Watch


@pytest.fixture
def pane(qtbot: QtBot, bench: Workbench, looked: Theme, watch: Watch) -> WorkshopsPane:
    made = WorkshopsPane(bench, looked)
    qtbot.addWidget(made)
    made.resize(320, 600)
    made.show()
    watch(made.list.sessions)
    return made


def lines(pane: WorkshopsPane) -> list[str]:
    """Headings with their counts, sessions by id."""
    rows = pane.list.sessions.rows
    return [f"{row.title} {row.count}" if isinstance(row, GroupRow) else row.session for row in rows]


def test_the_not_yet_placed_stand_first_then_day_by_day(pane: WorkshopsPane) -> None:
    assert lines(pane) == ["Not yet placed 1", "knots", "Wednesday 17 November 3", "yoga", "chess", "tea"]


def test_a_line_says_label_title_and_hour(pane: WorkshopsPane) -> None:
    row = pane.list.sessions.rows[3]
    assert isinstance(row, SessionRow)
    assert (row.label, row.title, row.when) == ("WS 1", "Yoga", "10:00")
    index = pane.list.sessions.index(3, 0)
    assert (
        index.data(Qt.ItemDataRole.AccessibleTextRole)
        == "WS 1 Yoga, Wednesday 17 November, 10:00 to 11:00, Room A"
    )


def test_what_is_not_placed_shows_its_length(pane: WorkshopsPane) -> None:
    row = pane.list.sessions.rows[1]
    assert isinstance(row, SessionRow)
    assert (row.label, row.when) == ("", "1\u00a0h")


def test_chips_narrow_the_list_down(pane: WorkshopsPane) -> None:
    pane.chips["breaks"].click()
    assert lines(pane) == ["Wednesday 17 November 1", "tea"]
    pane.chips["workshops"].click()
    assert lines(pane) == ["Not yet placed 1", "knots", "Wednesday 17 November 2", "yoga", "chess"]
    pane.chips["plenaries"].click()
    assert lines(pane) == []
    assert pane.list.nothing == "Nothing here yet."


def test_typing_finds(pane: WorkshopsPane) -> None:
    QTest.keyClicks(pane.filter, "echecs")
    assert lines(pane) == ["Wednesday 17 November 1", "chess"]
    QTest.keyClicks(pane.filter, "zzzz")
    assert (lines(pane), pane.list.nothing) == ([], "Nothing found for “echecszzzz”.")
    QTest.keyClick(pane.filter, Qt.Key.Key_Escape)
    assert len(lines(pane)) == 6


def test_an_edit_moves_the_line_without_a_reset(qtbot: QtBot, pane: WorkshopsPane, bench: Workbench) -> None:
    with qtbot.assertNotEmitted(pane.list.sessions.modelReset):
        bench.do(lambda document: place(document, "knots", start=at("A", "09:00").start))
        bench.do(lambda document: unplace(document, "chess"))
    assert lines(pane) == ["Not yet placed 1", "chess", "Wednesday 17 November 3", "knots", "yoga", "tea"]


def test_clashing_locked_and_untranslated_sessions_are_marked(pane: WorkshopsPane, bench: Workbench) -> None:
    bench.do(lambda document: place(document, "chess", start=at("A", "10:30").start, rooms=("A",)))
    bench.do(
        lambda document: set_field(document, table="session", row_id="yoga", field="locked_room", value=True)
    )
    marks = {row.session: row.marks for row in pane.list.sessions.sessions}
    assert marks == {"knots": (), "yoga": ("warning", "lock", "flag"), "chess": ("warning",), "tea": ()}


def test_a_click_selects_and_shows_the_session(qtbot: QtBot, pane: WorkshopsPane, bench: Workbench) -> None:
    with qtbot.waitSignal(pane.sought) as told:
        QTest.mouseClick(pane.list.viewport(), Qt.MouseButton.LeftButton, pos=line_of(pane, "chess"))
    assert (told.args, bench.selection) == (["chess"], ("chess",))


def test_what_is_selected_elsewhere_is_selected_here_in_silence(
    qtbot: QtBot, pane: WorkshopsPane, bench: Workbench
) -> None:
    with qtbot.assertNotEmitted(pane.list.picked):
        bench.select(["yoga", "tea"])
    assert set(pane.list.chosen()) == {"yoga", "tea"}


def test_a_session_stays_selected_while_the_list_changes(pane: WorkshopsPane, bench: Workbench) -> None:
    bench.select(["tea"])
    bench.do(lambda document: unplace(document, "chess"))
    assert pane.list.chosen() == ("tea",)


def test_a_drag_out_of_the_list_is_told_with_its_start(qtbot: QtBot, pane: WorkshopsPane) -> None:
    start = line_of(pane, "knots")
    viewport = pane.list.viewport()
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, pos=start)
    with qtbot.assertNotEmitted(pane.carried):
        QTest.mouseMove(viewport, start + QPoint(2, 0))
    with qtbot.waitSignal(pane.carried) as told:
        QTest.mouseMove(viewport, start + QPoint(40, 8))
    sessions, begun, now = told.args
    assert (sessions, now - begun) == (("knots",), QPoint(40, 8))


def test_nothing_is_dragged_from_a_heading(qtbot: QtBot, pane: WorkshopsPane) -> None:
    start = pane.list.visualRect(pane.list.sessions.index(0, 0)).center()
    QTest.mousePress(pane.list.viewport(), Qt.MouseButton.LeftButton, pos=start)
    with qtbot.assertNotEmitted(pane.carried):
        QTest.mouseMove(pane.list.viewport(), start + QPoint(60, 60))
    assert pane.list.chosen() == ()


def test_the_arrow_down_leads_from_the_filter_into_the_list(pane: WorkshopsPane, bench: Workbench) -> None:
    QTest.keyClick(pane.filter, Qt.Key.Key_Down)
    assert bench.selection == ("knots",)


def line_of(pane: WorkshopsPane, session: str) -> QPoint:
    place_in_list = pane.list.sessions.place_of(("session", session))
    return pane.list.visualRect(pane.list.sessions.index(place_in_list, 0)).center()


def test_what_a_line_says_is_found_when_it_is_seen(qtbot: QtBot, bench: Workbench, looked: Theme) -> None:
    hidden = WorkshopsPane(bench, looked)
    qtbot.addWidget(hidden)
    assert [
        row for row in hidden.list.sessions.sessions if {"spoken", "marks", "when"} & vars(row).keys()
    ] == []
    name = {"en": "Hatha"}
    bench.do(lambda document: set_field(document, table="session", row_id="yoga", field="title", value=name))
    bench.do(lambda document: unplace(document, "chess"))
    hidden.show()
    lines = [(row.session, row.title, row.when) for row in hidden.list.sessions.sessions]
    assert lines[:3] == [
        ("chess", "Chess", "1\u00a0h"),
        ("knots", "Knots", "1\u00a0h"),
        ("yoga", "Hatha", "10:00"),
    ]


def test_lines_that_stay_are_told_as_changed_at_once(
    qtbot: QtBot, pane: WorkshopsPane, bench: Workbench
) -> None:
    with qtbot.waitSignal(pane.list.sessions.dataChanged) as told:
        bench.do(
            lambda document: set_field(document, table="session", row_id="tea", field="minutes", value=45)
        )
    assert told.args is not None
    assert [index.row() for index in told.args[:2]] == [1, 1]
