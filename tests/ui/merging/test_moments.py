# SPDX-License-Identifier: EUPL-1.2
"""Other moments: from the history, of a version, before something was taken in; looked at, compared, brought back."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from octodesk.edits.rows import delete_row
from octodesk.model.document import Document
from octodesk.model.edit import Edit
from octodesk.ui.main_window import MainWindow
from octodesk.ui.merging.comparison_window import ComparisonWindow
from octodesk.ui.merging.moments import Moments
from octodesk.ui.merging.versions_window import VersionsWindow, proposed_label
from octodesk.ui.panes.history import HistoryPane
from tests.build import at
from tests.ui.conftest import OpenWindow, now, small_log
from tests.ui.merging.conftest import bens_copy, put, set_text


def opened(qtbot: QtBot, window: MainWindow) -> ComparisonWindow:
    qtbot.waitUntil(lambda: window.findChild(ComparisonWindow) is not None, timeout=10_000)
    found = window.findChild(ComparisonWindow)
    assert found is not None
    return found


def without_yoga(document: Document) -> Edit:
    return delete_row(document, table="session", row_id="yoga")


@pytest.fixture
def history(window: MainWindow) -> HistoryPane:
    """Yoga is renamed, moved, and deleted; the pane shows it."""
    for make in (
        set_text("Slow yoga"),
        put("yoga", "B", "14:00"),
        set_text("Chess for all", "chess"),
        without_yoga,
    ):
        window.bench.do(make)
    window.docks["history"].show()
    window.docks["history"].raise_()
    return window.panes.history


def look(qtbot: QtBot, history: HistoryPane, place: int) -> ComparisonWindow:
    history.table.selectRow(place)
    history.look.click()
    window = history.window()
    assert isinstance(window, MainWindow)
    return opened(qtbot, window)


def test_a_moment_is_looked_at_and_changes_nothing(
    qtbot: QtBot, history: HistoryPane, window: MainWindow
) -> None:
    before = window.bench.document
    reading = look(qtbot, history, 2)
    shown = reading.board.surface.scene.document
    assert (shown.title("yoga"), shown.session("yoga").placement) == ("Slow yoga", at("B", "14:00"))
    assert reading.windowTitle().startswith("As it was on 5 October 2021, ")
    assert (window.bench.document is before, reading.take.isEnabled()) == (True, False)


def test_everything_is_brought_back_as_one_edit(
    qtbot: QtBot, history: HistoryPane, window: MainWindow
) -> None:
    reading = look(qtbot, history, 3)
    reading.all.click()
    reading.take.click()
    document = window.bench.document
    assert (document.title("yoga"), document.title("chess")) == ("Slow yoga", "Chess")
    assert [one.person for one in document.contributions_of("yoga")] == ["ida", "omar"]
    assert [document.words(one.text) for one in document.agenda_of("yoga")] == ["Breathing", "Resting"]
    assert window.bench.undo_words().startswith("Undo: bringing back of ")
    window.bench.undo()
    assert window.bench.document.find("session", "yoga") is None


def test_one_session_or_one_field_is_brought_back(
    qtbot: QtBot, history: HistoryPane, window: MainWindow
) -> None:
    reading = look(qtbot, history, 4)
    reading.choose(lambda one: one.row == ("session", "chess"))
    assert reading.take.text() == "Bring back 1 line"
    reading.take.click()
    assert window.bench.document.title("chess") == "Chess"
    assert window.bench.document.find("session", "yoga") is None


def test_a_session_is_ticked_with_all_that_belongs_to_it(qtbot: QtBot, history: HistoryPane) -> None:
    reading = look(qtbot, history, 2)
    group = reading.table.topLevelItem(1)
    assert group is not None
    assert group.text(0) == "WS 2 – Slow yoga"
    group.setCheckState(0, Qt.CheckState.Checked)
    assert {one.table for one in reading.chosen} == {"session", "agenda_point", "contribution"}


def test_history_is_narrowed_down(history: HistoryPane, window: MainWindow) -> None:
    assert len(history.cells.ids) == 5
    window.bench.select(["chess"])
    history.selected_only.setChecked(True)
    assert [row.cells[0] for row in history.cells.rows] == [
        "WS 1: title in English changed", "Conference begun",
    ]  # fmt: skip
    history.selected_only.setChecked(False)
    history.author.setCurrentIndex(history.author.findData("Maker"))
    history.author.chosen.emit("Maker")
    assert [row.cells[0] for row in history.cells.rows] == ["Conference begun"]


def test_as_it_was_before_something_was_taken_in(qtbot: QtBot, open_window: OpenWindow) -> None:
    log = small_log()
    window = open_window(log.copy())
    window.bench.desk.merge(bens_copy(log, set_text("Slow yoga")), source="Ben")
    window.bench.do(set_text("Chess for all", "chess"))
    window.actions_by_name["before-merge"].trigger()
    reading = opened(qtbot, window)
    assert reading.windowTitle() == "As it was before the changes of Ben"
    assert {(one.id, one.field) for one in reading.chosen} == {("yoga", "title"), ("chess", "title")}
    reading.choose(lambda _one: True)
    reading.take.click()
    assert (window.bench.document.title("yoga"), window.bench.document.title("chess")) == ("Yoga", "Chess")


def test_without_a_merge_there_is_nothing_before_it(window: MainWindow) -> None:
    window.actions_by_name["before-merge"].trigger()
    assert window.notices.sentence.text().startswith("Nothing has been taken in here yet.")


# -- versions


@pytest.fixture
def versions(window: MainWindow) -> VersionsWindow:
    made = VersionsWindow(window, Moments(window), now)
    made.show()
    return made


def test_a_version_is_issued_and_the_next_of_that_day_carries_the_hour(
    versions: VersionsWindow, window: MainWindow
) -> None:
    assert versions.label.text() == "Version 5 October 2021"
    versions.issue.click()
    document = window.bench.document
    assert ([one.label for one in document.versions], document.event.version) == (
        ["Version 5 October 2021"], "Version 5 October 2021",
    )  # fmt: skip
    hour = now().astimezone().strftime("%H:%M")
    assert versions.label.text() == f"Version 5 October 2021, {hour}"
    window.bench.undo()
    assert window.bench.document.versions == ()


def test_a_version_without_a_name_is_refused(versions: VersionsWindow, window: MainWindow) -> None:
    versions.label.clear()
    versions.issue.click()
    assert window.bench.document.versions == ()


def test_two_versions_are_compared_and_one_with_now(
    qtbot: QtBot, versions: VersionsWindow, window: MainWindow
) -> None:
    versions.issue.click()
    window.bench.do(put("yoga", "B", "14:00"))
    versions._now = lambda: now() + timedelta(hours=1)
    versions.issue.click()
    window.bench.do(set_text("Slow yoga"))
    versions.list.selectAll()
    versions.compare.click()
    both = opened(qtbot, window)
    told = [(one.what, one.row) for one in both.found if one.table == "session"]
    assert told == [("moved", ("session", "yoga"))]
    assert [old.words for old in both.board.surface.beside.old] == ["WS 2 was here"]
    both.close()
    qtbot.waitUntil(lambda: window.findChild(ComparisonWindow) is None, timeout=10_000)
    versions.list.clearSelection()
    versions.list.setCurrentRow(0)
    versions.compare.click()
    since = opened(qtbot, window)
    assert [(one.what, one.row) for one in since.found] == [("renamed", ("session", "yoga"))]
    assert not since.take.isVisible()


def test_the_label_proposed_is_free() -> None:
    noon = datetime(2021, 10, 5, 10, 0, tzinfo=UTC)
    assert proposed_label(Document.of_log(small_log()), noon) == "Version 5 October 2021"
