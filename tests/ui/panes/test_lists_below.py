# SPDX-License-Identifier: EUPL-1.2
"""What stands below the timetable: clashes, what is still to do, history."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import partial

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from octodesk.edits.fields import set_field
from octodesk.edits.sessions import place
from octodesk.ui.panes.findings import FindingsPane
from octodesk.ui.panes.history import FIRST, HistoryPane
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


def said(findings: FindingsPane) -> list[tuple[str, str]]:
    return [(one.name, one.sentence) for one in findings.clashes.findings.rows]


BOTH_IN_A = ("Room taken twice", "Room A: WS 1 and WS 2 at the same time, 10:30 to 11:00.")


def test_clashes_are_listed_under_their_rule_and_counted(findings: FindingsPane, bench: Workbench) -> None:
    assert list(findings.titles) == ["Clashes 0", "Still to do 6"]
    clash(bench)
    assert said(findings) == [("Room taken twice", "1"), BOTH_IN_A]
    assert findings.titles[0] == "Clashes 1"


@pytest.mark.parametrize(
    ("place", "group"), [(0, "Room taken twice"), (1, "Others"), (2, "Room A"), (3, "Wednesday 17 November")]
)
def test_clashes_are_grouped_by_rule_person_room_or_day(
    findings: FindingsPane, bench: Workbench, place: int, group: str
) -> None:
    clash(bench)
    findings.bar.by.setCurrentIndex(place)
    assert said(findings) == [(group, "1"), BOTH_IN_A]


def test_a_group_closes_and_opens(findings: FindingsPane, bench: Workbench) -> None:
    clash(bench)
    click(findings, 0)
    assert said(findings) == [("Room taken twice", "1")]
    click(findings, 0)
    assert said(findings) == [("Room taken twice", "1"), BOTH_IN_A]


def test_the_list_is_narrowed_by_words(findings: FindingsPane, bench: Workbench) -> None:
    clash(bench)
    findings.bar.filter.setText("room a")
    assert said(findings) == [("Room taken twice", "1"), BOTH_IN_A]
    findings.bar.filter.setText("interpretation")
    assert said(findings) == []


def test_a_fix_button_puts_it_right_as_one_step(
    qtbot: QtBot, findings: FindingsPane, bench: Workbench
) -> None:
    clash(bench)
    findings.clashes.setCurrentIndex(findings.clashes.findings.index(1, 0))
    qtbot.waitUntil(findings.bar.fix.isVisible)
    assert findings.bar.fix.text().endswith(": no clash")
    findings.bar.fix.click()
    assert said(findings) == []
    bench.undo()
    assert said(findings) == [("Room taken twice", "1"), BOTH_IN_A]


def test_a_clash_is_accepted_with_a_reason_and_taken_back(findings: FindingsPane, bench: Workbench) -> None:
    clash(bench)
    findings.clashes.setCurrentIndex(findings.clashes.findings.index(1, 0))
    findings.bar.accept.click()
    findings.bar.reason.setText("one big hall")
    findings.bar.accept.click()
    assert (said(findings), findings.titles[0]) == ([("Accepted", "1")], "Clashes 0")
    click(findings, 0)
    findings.clashes.setCurrentIndex(findings.clashes.findings.index(1, 0))
    assert findings.bar.accept.text() == "No longer accept"
    findings.bar.accept.click()
    assert said(findings) == [("Room taken twice", "1"), BOTH_IN_A]


def test_escape_leaves_the_reason_out(findings: FindingsPane, bench: Workbench) -> None:
    clash(bench)
    findings.clashes.setCurrentIndex(findings.clashes.findings.index(1, 0))
    findings.bar.accept.click()
    QTest.keyClick(findings.bar.reason, Qt.Key.Key_Escape)
    assert findings.bar.reason.isHidden()
    assert findings.titles[0] == "Clashes 1"


def test_a_rule_is_made_less_grave_or_silent(findings: FindingsPane, bench: Workbench) -> None:
    clash(bench)
    findings.clashes.setCurrentIndex(findings.clashes.findings.index(1, 0))
    levels = findings.bar.severity.menu().actions()
    assert [one.text() for one in levels] == ["Error (as a rule)", "Warning", "Note", "Off"]
    levels[1].trigger()
    assert findings.clashes.findings.rows[1].severity == "warning"
    findings.bar.severity.menu().actions()[3].trigger()
    assert said(findings) == []


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


def test_a_folded_line_opens_to_its_sessions(findings: FindingsPane) -> None:
    findings.to_do.chosen.emit(findings.to_do.findings.rows[0])
    assert [one.sentence for one in findings.to_do.findings.rows][1:3] == [
        "WS 2 has nobody yet who moderates or chairs.",
        "“Knots” has nobody yet who moderates or chairs.",
    ]
    assert findings.titles[1] == "Still to do 6"


def click(findings: FindingsPane, place: int) -> None:
    line = findings.clashes.visualRect(findings.clashes.findings.index(place, 0)).center()
    QTest.mouseClick(findings.clashes.viewport(), Qt.MouseButton.LeftButton, pos=line)


def test_a_clash_leads_to_its_sessions(qtbot: QtBot, findings: FindingsPane, bench: Workbench) -> None:
    clash(bench)
    with qtbot.waitSignal(findings.sought) as told:
        click(findings, 1)
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


def rename_often(bench: Workbench, count: int) -> None:
    for number in range(count):
        name = {"en": f"Yoga {number}"}
        bench.do(partial(set_field, table="session", row_id="yoga", field="title", value=name))


def test_history_reads_the_rest_when_one_scrolls_to_the_end_of_what_is_read(
    qtbot: QtBot, bench: Workbench
) -> None:
    rename_often(bench, FIRST + 5)
    pane = HistoryPane(bench, lambda: CLOCK)
    qtbot.addWidget(pane)
    pane.show()
    assert len(pane.cells.ids) == FIRST
    pane.table.scrollToBottom()
    assert len(pane.cells.ids) == FIRST + 6


def test_a_filter_of_history_offers_and_finds_what_is_not_read_yet(qtbot: QtBot, bench: Workbench) -> None:
    rename_often(bench, FIRST + 5)
    pane = HistoryPane(bench, lambda: CLOCK)
    qtbot.addWidget(pane)
    pane.show()
    assert pane.author.findData("Maker") == -1
    QTest.mousePress(pane.author, Qt.MouseButton.LeftButton)
    pane.author.hidePopup()
    assert pane.author.findData("Maker") >= 0
    assert len(pane.cells.ids) == FIRST + 6


def test_history_that_was_hidden_while_something_was_done_is_right_when_seen(
    history: HistoryPane, bench: Workbench
) -> None:
    history.hide()
    clash(bench)
    history.show()
    assert told(history)[0] == ("WS 2 moved to Wednesday 17 November, Room A, 10:30", "Ana")
    history.hide()
    bench.undo()
    history.show()
    assert told(history) == [("Conference begun", "Maker")]


def test_the_words_of_a_line_are_found_when_it_is_seen(qtbot: QtBot, bench: Workbench, looked: Theme) -> None:
    pane = FindingsPane(bench, looked)
    qtbot.addWidget(pane)
    clash(bench)
    lines = [*pane.clashes.findings.rows, *pane.to_do.findings.rows]
    assert len(lines) > 3
    assert [line for line in lines if "_said" in vars(line)] == []
    rename = {"en": "Hatha"}
    bench.do(
        lambda document: set_field(document, table="session", row_id="knots", field="title", value=rename)
    )
    pane.tabs.setCurrentIndex(1)
    pane.show()
    assert [one.sentence for one in pane.to_do.findings.rows if one.rule == "not-placed"] == [
        "“Hatha”, 1\u00a0h"
    ]


def test_what_is_still_to_do_has_the_whole_width_until_something_can_be_done(findings: FindingsPane) -> None:
    findings.tabs.setCurrentIndex(1)
    findings.to_do.setCurrentIndex(QModelIndex())
    assert not findings.bar.isVisible()
    with_conflicts = [bool(one.conflicts) for one in findings.to_do.findings.rows]
    findings.to_do.setCurrentIndex(findings.to_do.findings.index(with_conflicts.index(True), 0))
    assert findings.bar.isVisible()
    findings.to_do.setCurrentIndex(QModelIndex())
    findings.tabs.setCurrentIndex(0)
    assert findings.bar.isVisible()
