# SPDX-License-Identifier: EUPL-1.2
"""What stands below the timetable: clashes, what is still to do, history."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from octodesk.edits.sessions import place
from octodesk.ui.panes.findings import FindingsPane
from octodesk.ui.panes.history import HistoryPane
from octodesk.ui.theme import Theme
from octodesk.ui.workbench import Workbench
from tests.build import CLOCK, at
from tests.ui.panes.conftest import Watch


@pytest.fixture
def findings(qtbot: QtBot, bench: Workbench, looked: Theme, watch: Watch) -> FindingsPane:
    made = FindingsPane(bench, looked)
    qtbot.addWidget(made)
    made.resize(700, 200)
    made.show()
    watch(made.clashes.findings)
    watch(made.to_do.findings)
    return made


def clash(bench: Workbench) -> None:
    bench.do(lambda document: place(document, "chess", start=at("A", "10:30").start, rooms=("A",)))


def test_clashes_are_listed_and_counted(findings: FindingsPane, bench: Workbench) -> None:
    assert list(findings.titles) == ["Clashes 0", "Still to do 6"]
    clash(bench)
    said = [(one.name, one.sentence) for one in findings.clashes.findings.rows]
    assert said == [("Room taken twice", "Room A: WS 1 and WS 2 at the same time, 10:30 to 11:00.")]
    assert findings.titles[0] == "Clashes 1"


def test_what_is_still_to_do_is_listed_a_line_per_sort(findings: FindingsPane) -> None:
    said = [(one.name, one.sentence) for one in findings.to_do.findings.rows]
    assert said == [
        ("Nobody leads it", "2 sessions: WS 2 and “Knots”"),
        ("No speaker", "2 sessions: WS 2 and “Knots”"),
        ("Missing in French", "WS 1 is not complete in French."),
        ("Missing in Spanish", "WS 1 is not complete in Spanish."),
        ("Not yet placed", "“Knots”, 1\u00a0h"),
        ("Dates of registration", "It is not yet said from when until when one can register."),
    ]


def test_a_clash_leads_to_its_sessions(qtbot: QtBot, findings: FindingsPane, bench: Workbench) -> None:
    clash(bench)
    with qtbot.waitSignal(findings.sought) as told:
        line = findings.clashes.visualRect(findings.clashes.findings.index(0, 0)).center()
        QTest.mouseClick(findings.clashes.viewport(), Qt.MouseButton.LeftButton, pos=line)
    assert (told.args, bench.selection) == (["chess"], ("yoga", "chess"))


def test_what_is_not_translated_leads_to_its_language(qtbot: QtBot, findings: FindingsPane) -> None:
    findings.tabs.setCurrentIndex(1)
    with qtbot.waitSignal(findings.lacking) as told:
        findings.to_do.chosen.emit(findings.to_do.findings.rows[2])
    assert told.args == ["yoga", "fr"]


@pytest.fixture
def history(qtbot: QtBot, bench: Workbench, looked: Theme, watch: Watch) -> HistoryPane:
    made = HistoryPane(bench, lambda: CLOCK)
    qtbot.addWidget(made)
    made.show()
    watch(made.cells)
    return made


def told(history: HistoryPane) -> list[tuple[str, ...]]:
    return [row.cells[:2] for row in history.cells.rows]


def test_history_says_what_and_who_newest_first(history: HistoryPane, bench: Workbench) -> None:
    clash(bench)
    assert told(history) == [
        ("WS 2 moved to Wednesday 17 November, Room A, 10:30", "Ana"),
        ("Conference begun", "Maker"),
    ]


def test_what_was_undone_is_no_longer_history(history: HistoryPane, bench: Workbench) -> None:
    clash(bench)
    bench.undo()
    assert told(history) == [("Conference begun", "Maker")]
    bench.redo()
    assert len(told(history)) == 2


def test_today_is_told_by_the_hour_other_days_by_the_date(
    qtbot: QtBot, bench: Workbench, looked: Theme
) -> None:
    pane = HistoryPane(bench, lambda: datetime(2021, 10, 1, 20, 0, tzinfo=UTC))
    qtbot.addWidget(pane)
    pane.show()
    assert pane.cells.rows[0].cells[2] == "08:00"
    pane._now = lambda: CLOCK
    pane.retranslate()
    assert pane.cells.rows[0].cells[2] == "1 October 2021"


def test_history_is_not_read_before_it_is_seen(qtbot: QtBot, bench: Workbench) -> None:
    pane = HistoryPane(bench, lambda: CLOCK)
    qtbot.addWidget(pane)
    clash(bench)
    assert list(pane.cells.rows) == []
    pane.show()
    assert len(pane.cells.rows) == 2
